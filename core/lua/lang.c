/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The words of a spec file: pattern and case. They only register; nothing runs before the whole
 * file has been read.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/nearest.h"
#include "lua/params.h"
#include "lua/state.h"

/* What may stand in a table of the language. */
struct key {
    const char *name;
    int type;         /* LUA_T... */
    const char *what; /* for messages: "a function" */
};

static const struct key pattern_keys[] = {
    {"name", LUA_TSTRING, "a string"},
    {"about", LUA_TSTRING, "a string"},
    {"sla", LUA_TSTRING, "a duration such as \"15s\""},
    {"tags", LUA_TTABLE, "a list of strings"},
    {NULL, 0, NULL},
};

static const struct key case_keys[] = {
    {"each", LUA_TTABLE, "a table of one list"},
    {"rows", LUA_TTABLE, "a list of tables"},
    {"seed", LUA_TFUNCTION, "a function"},
    {"listen", LUA_TFUNCTION, "a function"},
    {"act", LUA_TFUNCTION, "a function"},
    {"poll", LUA_TFUNCTION, "a function"},
    {"check", LUA_TFUNCTION, "a function"},
    {"give_up", LUA_TFUNCTION, "a function"},
    {"teardown", LUA_TFUNCTION, "a function"},
    {"every", LUA_TSTRING, "a duration such as \"200ms\""},
    {"stays", LUA_TSTRING, "a duration such as \"3s\""},
    {"sla", LUA_TSTRING, "a duration such as \"15s\""},
    {"timeout", LUA_TSTRING, "a duration such as \"60s\""},
    {"tags", LUA_TTABLE, "a list of strings"},
    {NULL, 0, NULL},
};

static const struct key *key_of(const struct key *keys, const char *name)
{
    for (; keys->name; keys++)
        if (strcmp(keys->name, name) == 0)
            return keys;
    return NULL;
}

static int unknown_key(lua_State *L, const char *word, const struct key *keys, const char *name)
{
    struct nearest near = NEAREST_INIT(name);
    for (; keys->name; keys++)
        nearest_offer(&near, keys->name);
    if (near.best)
        return luaL_error(L, "%s has no '%s'; did you mean '%s'?", word, name, near.best);
    return luaL_error(L, "%s has no '%s'", word, name);
}

/* Every key of the table at `index` is known and of its type. */
static void check_keys(lua_State *L, int index, const char *word, const struct key *keys)
{
    lua_pushnil(L);
    while (lua_next(L, index)) {
        const char *name = luaL_tolstring(L, -2, NULL);
        const struct key *key = lua_type(L, -3) == LUA_TSTRING ? key_of(keys, name) : NULL;
        if (!key)
            unknown_key(L, word, keys, name);
        else if (lua_type(L, -2) != key->type)
            luaL_error(L, "%s: '%s' must be %s, got %s", word, name, key->what,
                       luaL_typename(L, -2));
        lua_pop(L, 2);
    }
}

/* A duration at key `name` of the table at `index`, or `otherwise`. */
static int64_t duration_at(lua_State *L, int index, const char *name, int64_t otherwise)
{
    int64_t ms = otherwise;
    if (lua_getfield(L, index, name) == LUA_TSTRING && !duration_parse(lua_tostring(L, -1), &ms))
        luaL_error(L,
                   "'%s' is \"%s\", which is no duration: write a number and a unit, "
                   "such as \"250ms\", \"15s\", \"2m\"",
                   name, lua_tostring(L, -1));
    lua_pop(L, 1);
    return ms;
}

static int lang_pattern(lua_State *L)
{
    struct spec *spec = state_spec(L);
    luaL_checktype(L, 1, LUA_TTABLE);
    if (spec->pattern)
        return luaL_error(L, "a spec file describes one pattern; this is the second");
    check_keys(L, 1, "pattern", pattern_keys);
    if (lua_getfield(L, 1, "name") == LUA_TNIL)
        return luaL_error(L, "pattern: 'name' is missing");
    spec->pattern = strdup(lua_tostring(L, -1));
    spec->sla_ms = duration_at(L, 1, "sla", spec->sla_ms);
    return 0;
}

static struct spec_case *case_add(lua_State *L)
{
    struct spec *spec = state_spec(L);
    if (spec->n_cases == SPEC_CASES_MAX)
        luaL_error(L, "more than %d cases in a file", SPEC_CASES_MAX);
    if (spec->n_cases == spec->cap_cases) {
        size_t cap = spec->cap_cases ? spec->cap_cases * 2 : 16;
        struct spec_case *more = realloc(spec->cases, cap * sizeof *more);
        if (!more)
            luaL_error(L, "out of memory");
        spec->cases = more;
        spec->cap_cases = cap;
    }
    spec->cases[spec->n_cases] = (struct spec_case){.values = LUA_NOREF};
    return &spec->cases[spec->n_cases++];
}

/* The names of a file's cases are kept in a registry table: two of one name are a mistake. */
static void check_twice(lua_State *L, const char *name, int line)
{
    luaL_getsubtable(L, LUA_REGISTRYINDEX, "slrun.names");
    if (lua_getfield(L, -1, name) != LUA_TNIL)
        luaL_error(L, "a case named \"%s\" stands at line %d already", name,
                   (int)lua_tointeger(L, -1));
    lua_pushinteger(L, line);
    lua_setfield(L, -3, name);
    lua_pop(L, 2);
}

struct expansion {
    lua_State *L;
    const char *name;
    int line, definition;
    int64_t sla_ms, timeout_ms;
};

/* One case for the parameters whose label is `label` and whose values table is on the stack. */
static void expand_one(void *arg, const char *label)
{
    struct expansion *x = arg;
    struct spec_case *sc = case_add(x->L);
    size_t n = strlen(x->name) + (label ? strlen(label) + 2 : 0) + 1;
    sc->name = malloc(n);
    if (!sc->name)
        luaL_error(x->L, "out of memory");
    if (label)
        snprintf(sc->name, n, "%s[%s]", x->name, label);
    else
        memcpy(sc->name, x->name, n);
    sc->line = x->line;
    sc->definition = x->definition;
    sc->sla_ms = x->sla_ms;
    sc->timeout_ms = x->timeout_ms;
    if (label) {
        lua_pushvalue(x->L, -1);
        sc->values = luaL_ref(x->L, LUA_REGISTRYINDEX);
    }
}

static int line_of_caller(lua_State *L)
{
    lua_Debug ar;
    return lua_getstack(L, 1, &ar) && lua_getinfo(L, "l", &ar) ? ar.currentline : 0;
}

/* case "name" (definition): upvalue 1 is the name. */
static int case_define(lua_State *L)
{
    struct spec *spec = state_spec(L);
    struct expansion x = {.L = L,
                          .name = lua_tostring(L, lua_upvalueindex(1)),
                          .line = line_of_caller(L),
                          .sla_ms = spec->sla_ms};
    bool is_table = lua_istable(L, 1);
    if (!is_table && !lua_isfunction(L, 1))
        return luaL_error(L, "case \"%s\" needs a table of phases or a function of t, got %s",
                          x.name, luaL_typename(L, 1));
    lua_settop(L, 1);
    check_twice(L, x.name, x.line);
    if (is_table) {
        check_keys(L, 1, "case", case_keys);
        x.sla_ms = duration_at(L, 1, "sla", x.sla_ms);
        duration_at(L, 1, "every", 0);
        duration_at(L, 1, "stays", 0);
    }
    x.timeout_ms = x.sla_ms + SPEC_TIMEOUT_EXTRA_MS;
    if (is_table)
        x.timeout_ms = duration_at(L, 1, "timeout", x.timeout_ms);
    lua_pushvalue(L, 1);
    x.definition = luaL_ref(L, LUA_REGISTRYINDEX);
    if (!is_table || !params_expand(L, 1, expand_one, &x))
        expand_one(&x, NULL);
    return 0;
}

static int lang_case(lua_State *L)
{
    if (lua_type(L, 1) != LUA_TSTRING || lua_rawlen(L, 1) == 0)
        return luaL_error(L, "case takes a name: case \"what must hold\" { ... }");
    if (state_spec(L)->current)
        return luaL_error(L, "case belongs at file level, not in a phase");
    lua_settop(L, 1);
    lua_pushcclosure(L, case_define, 1);
    return 1;
}

void lang_open(lua_State *L)
{
    static const luaL_Reg words[] = {{"pattern", lang_pattern}, {"case", lang_case}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        lua_pushcfunction(L, words[i].func);
        lua_setglobal(L, words[i].name);
    }
}
