/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/language/keys.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>

#include <slrun/nearest.h>

#include "base/clock.h"
#include "lua/language/source.h"

enum { MESSAGE_MAX = 512 };

/* "file:line: " of the key, or of the call where the source does not show it. */
static void push_place(lua_State *L, const char *key)
{
    lua_Debug ar;
    if (!lua_getstack(L, 1, &ar) || !lua_getinfo(L, "Sl", &ar) || ar.currentline <= 0) {
        lua_pushliteral(L, "");
        return;
    }
    int line = *ar.source == '@' ? source_line_of_key(ar.source + 1, ar.currentline, key) : 0;
    lua_pushfstring(L, "%s:%d: ", ar.short_src, line ? line : ar.currentline);
}

int keys_error(lua_State *L, const char *key, const char *fmt, ...)
{
    char text[MESSAGE_MAX];
    va_list args;
    va_start(args, fmt);
    vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    push_place(L, key);
    lua_pushstring(L, text);
    lua_concat(L, 2);
    return lua_error(L);
}

static const struct key *key_of(const struct key *keys, const char *name)
{
    for (; keys->name; keys++)
        if (*keys->name == *name && strcmp(keys->name, name) == 0)
            return keys;
    return NULL;
}

/* What other test tools call a key; NULL: nothing that is known. */
static const char *meant(const struct key *keys, const char *name)
{
    static const char *const others[][2] = {
        {"setup", "seed"},       {"before", "seed"},      {"given", "seed"},
        {"arrange", "seed"},     {"prepare", "seed"},     {"when", "act"},
        {"run", "act"},          {"test", "act"},         {"exec", "act"},
        {"then", "check"},       {"assert", "check"},     {"verify", "check"},
        {"expect", "check"},     {"after", "teardown"},   {"cleanup", "teardown"},
        {"finally", "teardown"}, {"within", "sla"},       {"interval", "every"},
        {"params", "each"},      {"parametrize", "each"}, {"retry", "retries"},
        {"reruns", "retries"},   {"fixtures", "uses"},    {"description", "about"},
        {"title", "name"},       {"template", "stack"},   {"marks", "tags"},
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strcmp(others[i][0], name) == 0 && key_of(keys, others[i][1]))
            return others[i][1];
    return NULL;
}

static int unknown_key(lua_State *L, const char *word, const struct key *keys, const char *name)
{
    struct slrun_nearest near = {.word = name};
    const char *best = meant(keys, name);
    luaL_Buffer all;
    luaL_buffinit(L, &all);
    for (const struct key *k = keys; k->name; k++) {
        slrun_nearest_offer(&near, k->name);
        luaL_addstring(&all, k == keys ? "" : ", ");
        luaL_addstring(&all, k->name);
    }
    luaL_pushresult(&all);
    if (!best)
        best = near.best;
    if (best)
        return keys_error(L, name, "%s has no '%s'; did you mean '%s'?", word, name, best);
    return keys_error(L, name, "%s has no '%s'; there are: %s", word, name, lua_tostring(L, -1));
}

/* The value on top of the stack is a list of strings and nothing else. */
static bool is_strings(lua_State *L)
{
    lua_Integer n = (lua_Integer)lua_rawlen(L, -1), seen = 0;
    if (n > KEYS_STRINGS_MAX)
        return false;
    for (lua_Integer i = 1; i <= n; i++) {
        bool ok = lua_rawgeti(L, -1, i) == LUA_TSTRING && lua_rawlen(L, -1) > 0;
        lua_pop(L, 1);
        if (!ok)
            return false;
    }
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        lua_pop(L, 1);
        seen++;
    }
    return seen == n;
}

static bool is_count(lua_State *L)
{
    int whole;
    lua_Integer n = lua_tointegerx(L, -1, &whole);
    return lua_type(L, -1) == LUA_TNUMBER && whole && n >= 0 && n <= KEYS_COUNT_MAX;
}

static bool fits(lua_State *L, unsigned types)
{
    int64_t ms;
    switch (lua_type(L, -1)) {
    case LUA_TSTRING:
        return (types & KEY_STRING) ||
               ((types & KEY_DURATION) && duration_parse(lua_tostring(L, -1), &ms) &&
                (ms > 0 || !(types & KEY_PAUSE)));
    case LUA_TFUNCTION:
        return types & KEY_FUNCTION;
    case LUA_TTABLE:
        return (types & KEY_TABLE) || ((types & KEY_STRINGS) && is_strings(L));
    case LUA_TBOOLEAN:
        return types & KEY_TRUE;
    case LUA_TNUMBER:
        return (types & KEY_COUNT) && is_count(L);
    default:
        return false;
    }
}

static int wrong_type(lua_State *L, const char *word, const struct key *key)
{
    int64_t ms;
    if ((key->types & KEY_PAUSE) && lua_type(L, -1) == LUA_TSTRING &&
        duration_parse(lua_tostring(L, -1), &ms))
        return keys_error(L, key->name, "'%s' is \"%s\"; it must be a millisecond or more",
                          key->name, lua_tostring(L, -1));
    if ((key->types & KEY_DURATION) && lua_type(L, -1) == LUA_TSTRING)
        return keys_error(L, key->name,
                          "'%s' is \"%s\", which is no duration: write a number and a unit, "
                          "such as \"250ms\", \"15s\", \"2m\"",
                          key->name, lua_tostring(L, -1));
    bool listed = (key->types & KEY_STRINGS) && lua_istable(L, -1);
    bool number = (key->types & KEY_COUNT) && lua_type(L, -1) == LUA_TNUMBER;
    return keys_error(L, key->name, "%s: '%s' must be %s, got %s", word, key->name, key->what,
                      listed   ? "a table with something else in it"
                      : number ? lua_tostring(L, -1)
                               : luaL_typename(L, -1));
}

bool keys_check(lua_State *L, int index, const char *word, const struct key *keys)
{
    bool marked = false;
    lua_pushnil(L);
    while (lua_next(L, index)) {
        const char *name = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : NULL;
        const struct key *key = name ? key_of(keys, name) : NULL;
        if (!key)
            unknown_key(L, word, keys, name ? name : luaL_tolstring(L, -2, NULL));
        else if (!fits(L, key->types))
            wrong_type(L, word, key);
        else
            marked |= key->mark;
        lua_pop(L, 1);
    }
    return marked;
}

int64_t keys_duration(lua_State *L, int index, const char *name, int64_t otherwise)
{
    int64_t ms = otherwise;
    if (lua_getfield(L, index, name) == LUA_TSTRING)
        duration_parse(lua_tostring(L, -1), &ms);
    lua_pop(L, 1);
    return ms;
}

int keys_caller_line(lua_State *L)
{
    lua_Debug ar;
    return lua_getstack(L, 1, &ar) && lua_getinfo(L, "l", &ar) ? ar.currentline : 0;
}
