/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/language/marks.h"

#include <string.h>

#include <slrun/nearest.h>

#include "base/arena.h"
#include "lua/state.h"

/* Reads the value on top of the stack, that of its key. */
struct mark {
    const char *key;
    void (*read)(lua_State *L, struct spec_marks *marks);
};

static const char *const targets[] = {"local", "endpoint", "aws", NULL};
static const char *const controls[] = {"clock", "faults", NULL};

/* The index of the word in a list that ends with NULL; raises what is not in it. */
static unsigned one_of(lua_State *L, const char *key, const char *word, const char *const *list)
{
    struct slrun_nearest near = {.word = word};
    char all[128] = "";
    for (unsigned i = 0; list[i]; i++) {
        if (strcmp(list[i], word) == 0)
            return i;
        slrun_nearest_offer(&near, list[i]);
        strncat(all, i ? ", " : "", sizeof all - strlen(all) - 1);
        strncat(all, list[i], sizeof all - strlen(all) - 1);
    }
    if (near.best)
        keys_error(L, key, "'%s' has no '%s'; did you mean '%s'?", key, word, near.best);
    keys_error(L, key, "'%s' has no '%s'; there are: %s", key, word, all);
    return 0;
}

/* The bits of the words of the list on top of the stack. */
static unsigned bits_of(lua_State *L, const char *key, const char *const *list)
{
    unsigned bits = 0;
    for (lua_Integer i = 1, n = luaL_len(L, -1); i <= n; i++) {
        lua_rawgeti(L, -1, i);
        bits |= 1u << one_of(L, key, lua_tostring(L, -1), list);
        lua_pop(L, 1);
    }
    return bits;
}

/* Tags that no configuration declares are mistakes where it is strict. */
static void check_tag(lua_State *L, const char *tag)
{
    const json_t *known = state_spec(L)->env->known_tags;
    struct slrun_nearest near = {.word = tag};
    const char *name;
    json_t *about;
    if (!known || json_object_get(known, tag))
        return;
    json_object_foreach ((json_t *)known, name, about)
        slrun_nearest_offer(&near, name);
    if (near.best)
        keys_error(L, "tags", "'%s' is no declared tag; did you mean '%s'?", tag, near.best);
    keys_error(L, "tags", "'%s' is no declared tag: `tags` of the configuration file lists them",
               tag);
}

/* The tags of the pattern, then those of the case. */
static void read_tags(lua_State *L, struct spec_marks *marks)
{
    size_t n = (size_t)luaL_len(L, -1), before = marks->n_tags;
    const char **tags = state_alloc(L, (before + n + 1) * sizeof *tags);
    for (size_t i = 0; i < before; i++)
        tags[i] = marks->tags[i];
    for (size_t i = 0; i < n; i++) {
        lua_rawgeti(L, -1, (lua_Integer)i + 1);
        check_tag(L, lua_tostring(L, -1));
        tags[before + i] = state_copy(L, -1);
        lua_pop(L, 1);
    }
    marks->tags = tags;
    marks->n_tags = before + n;
}

static void read_skip(lua_State *L, struct spec_marks *marks)
{
    if (lua_type(L, -1) == LUA_TSTRING)
        marks->skip = state_copy(L, -1);
    else
        marks->skip = lua_toboolean(L, -1) ? "no reason given" : NULL;
}

static bool here(const struct lua_env *env, const char *name)
{
    return strcmp(name, env->target) == 0 ||
           (env->target_name && strcmp(name, env->target_name) == 0);
}

static void read_only_on(lua_State *L, struct spec_marks *marks)
{
    unsigned bits = bits_of(L, "only_on", targets);
    luaL_Buffer b;
    luaL_buffinit(L, &b);
    luaL_addstring(&b, "only on");
    for (unsigned i = 0; targets[i]; i++) {
        if (!(bits & 1u << i))
            continue;
        if (here(state_spec(L)->env, targets[i]))
            bits = 0;
        luaL_addchar(&b, ' ');
        luaL_addstring(&b, targets[i]);
    }
    luaL_pushresult(&b);
    marks->elsewhere = bits ? state_copy(L, -1) : NULL;
    lua_pop(L, 1);
}

/* xfail.on, on top of the stack: a name of a target, or a list of them. */
static bool is_on(lua_State *L)
{
    const struct lua_env *env = state_spec(L)->env;
    bool found = false;
    if (lua_type(L, -1) == LUA_TSTRING)
        return here(env, lua_tostring(L, -1));
    for (lua_Integer i = 1, n = luaL_len(L, -1); i <= n; i++) {
        lua_rawgeti(L, -1, i);
        found |= here(env, lua_tostring(L, -1));
        lua_pop(L, 1);
    }
    return found;
}

static const struct key xfail_keys[] = {
    /** Why it is expected to fail. @default required */
    {"reason", KEY_STRING, "a string", false},
    /** On which target: `local`, `endpoint`, `aws`, or what `--target-name` calls it. On any other
     * the mark means nothing. @default every target */
    {"on", KEY_STRING | KEY_STRINGS, "the name of a target, or a list of names", false},
    /** Whether a case that passes all the same has failed. @default `true` */
    {"strict", KEY_TRUE, "true or false", false},
    {0},
};

static void read_xfail(lua_State *L, struct spec_marks *marks)
{
    bool applies = true;
    marks->xfail = NULL;
    marks->xfail_lax = false;
    marks->xfail_off = state_spec(L)->env->run_xfail;
    if (lua_isboolean(L, -1)) {
        if (lua_toboolean(L, -1))
            keys_error(L, "xfail", "xfail: say why: xfail = \"reason\"");
        return;
    }
    if (lua_type(L, -1) == LUA_TSTRING) {
        marks->xfail = state_copy(L, -1);
        return;
    }
    int table = lua_gettop(L);
    keys_check(L, table, "xfail", xfail_keys);
    if (lua_getfield(L, table, "on") != LUA_TNIL)
        applies = is_on(L);
    if (lua_getfield(L, table, "strict") != LUA_TNIL)
        marks->xfail_lax = !lua_toboolean(L, -1);
    if (lua_getfield(L, table, "reason") == LUA_TNIL)
        keys_error(L, "xfail", "xfail: 'reason' is missing");
    if (applies)
        marks->xfail = state_copy(L, -1);
    lua_settop(L, table);
}

static void read_serial(lua_State *L, struct spec_marks *marks)
{
    marks->alone = lua_toboolean(L, -1) && lua_isboolean(L, -1);
    marks->group = lua_type(L, -1) == LUA_TSTRING ? state_copy(L, -1) : NULL;
}

static void read_retries(lua_State *L, struct spec_marks *marks)
{
    marks->retries = (int)lua_tointeger(L, -1);
}

/* Faults and clock of the local cloud are felt by every case: it runs alone, and only there. */
static void read_controls(lua_State *L, struct spec_marks *marks)
{
    marks->controls = bits_of(L, "controls", controls);
    marks->alone |= marks->controls != 0;
    if (marks->controls && strcmp(state_spec(L)->env->target, "local") != 0)
        marks->elsewhere = "controls the local cloud: only on local";
}

/* In this order: controls come after only_on and serial, which they outdo. */
static const struct mark marks_list[] = {
    /** Words to tell cases apart by. A case has the pattern's too. */
    {"tags", read_tags},
    /** The case does not run and is reported as skipped; `false` takes the pattern's back.
     * @default `false` */
    {"skip", read_skip},
    /** On any other target the case is skipped: `"local"`, `"endpoint"`, `"aws"`. @default every
     * target */
    {"only_on", read_only_on},
    /** The case is expected to fail; `false` takes the pattern's back. @default `false` */
    {"xfail", read_xfail},
    /** `true`: nothing else of the run runs beside it. A name: one case of that group at a time.
     * @default `false` */
    {"serial", read_serial},
    /** How often a case that has failed is tried again. @default what `--reruns` says, else `0` */
    {"retries", read_retries},
    /** It controls the local cloud, so it runs alone, and only on `local`. Not for `pattern`.
     * @default nothing */
    {"controls", read_controls},
};

const char *marks_skip(const struct spec_marks *marks)
{
    if (!marks)
        return NULL;
    return marks->skip ? marks->skip : marks->elsewhere;
}

const char *marks_xfail(const struct spec_marks *marks)
{
    return marks && !marks->xfail_off ? marks->xfail : NULL;
}

const struct spec_marks *marks_read(lua_State *L, int index, const struct spec_marks *pattern)
{
    struct spec_marks *marks = state_alloc(L, sizeof *marks);
    marks->retries = -1;
    if (pattern)
        *marks = *pattern;
    for (size_t i = 0; i < sizeof marks_list / sizeof *marks_list; i++) {
        if (lua_getfield(L, index, marks_list[i].key) != LUA_TNIL)
            marks_list[i].read(L, marks);
        lua_pop(L, 1);
    }
    return marks;
}
