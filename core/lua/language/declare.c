/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Fixtures while files are read: the word `fixture`, then what uses what. Names are looked up from
 * the spec, so the nearest declaration wins; a fixture that uses its own name means the one of the
 * next conftest.lua outward. Scope run is one for all specs: it sees its own file and outward.
 */
#include "lua/language/declare.h"

#include <stdlib.h>
#include <string.h>

#include <slrun/nearest.h>

#include "lua/language/fixture.h"
#include "lua/language/keys.h"
#include "lua/language/names.h"
#include "lua/language/source.h"
#include "lua/language/stack.h"

static const struct key fixture_keys[] = {
    /** How long it lives. @default `"case"` */
    {"scope", KEY_STRING, "\"case\", \"file\" or \"run\"", false},
    /** `setup(t)` Makes it, and returns its value. It may do all that a phase may. @default
     * required */
    {"setup", KEY_FUNCTION, "a function", false},
    /** `teardown(t, value)` Runs when nobody needs it any more. */
    {"teardown", KEY_FUNCTION, "a function", false},
    /** Fixtures that it needs itself; their values are on its `t`. */
    {"uses", KEY_STRINGS, "a list of names of fixtures", false},
    /** Each case that can see the fixture uses it. @default `false` */
    {"autouse", KEY_TRUE, "true or false", false},
    /** How long its `setup` may take. @default `"$(FIXTURE_DEFAULT_TIMEOUT_MS:ms)"` */
    {"timeout", KEY_DURATION, "a duration such as \"60s\"", false},
    {0},
};

const char *const *declare_uses(lua_State *L, int index, size_t *n)
{
    const char **uses = NULL;
    *n = 0;
    if (lua_getfield(L, index, "uses") != LUA_TNIL) {
        *n = (size_t)luaL_len(L, -1);
        uses = state_alloc(L, (*n + 1) * sizeof *uses);
        for (size_t i = 0; i < *n; i++) {
            lua_rawgeti(L, -1, (lua_Integer)i + 1);
            uses[i] = state_copy(L, -1);
            lua_pop(L, 1);
        }
    }
    lua_pop(L, 1);
    return uses;
}

struct fixture *fixture_nearest(const struct spec *spec, const char *name,
                                const struct fixture *user)
{
    struct fixture *found = NULL;
    int most = spec->level;
    if (user && strcmp(user->name, name) == 0)
        most = user->level - 1;
    else if (user && user->scope == FIXTURE_RUN)
        most = user->level;
    for (struct fixture *fx = spec->fixtures; fx && fx->level <= most; fx = fx->next)
        if (strcmp(fx->name, name) == 0)
            found = fx;
    return found;
}

/* Declaring ----------------------------------------------------------------------------------- */

static enum fixture_scope read_scope(lua_State *L)
{
    static const char *const words[] = {"run", "file", "case"};
    enum fixture_scope scope = FIXTURE_CASE;
    if (lua_getfield(L, 1, "scope") != LUA_TNIL) {
        const char *word = lua_tostring(L, -1);
        struct slrun_nearest near = {.word = word};
        size_t i = 0;
        while (i < 3 && strcmp(words[i], word) != 0)
            slrun_nearest_offer(&near, words[i++]);
        if (i == 3)
            keys_error(L, "scope",
                       "fixture: 'scope' is \"case\", \"file\" or \"run\", got \"%s\"%s%s%s", word,
                       near.best ? "; did you mean \"" : "", near.best ? near.best : "",
                       near.best ? "\"?" : "");
        scope = (enum fixture_scope)i;
    }
    lua_pop(L, 1);
    return scope;
}

static void check_new(lua_State *L, const struct fixture *fx)
{
    const struct spec *spec = state_spec(L);
    for (const struct fixture *other = spec->fixtures; other; other = other->next)
        if (other->level == fx->level && strcmp(other->name, fx->name) == 0)
            luaL_error(L, "a fixture named \"%s\" stands at line %d already", fx->name,
                       other->line);
    if (spec->n_fixtures == FIXTURES_MAX)
        luaL_error(L, "more than %d fixtures", FIXTURES_MAX);
}

void declare_add(struct spec *spec, struct fixture *fx)
{
    struct fixture **at = &spec->fixtures;
    while (*at)
        at = &(*at)->next;
    *at = fx;
    spec->n_fixtures++;
}

/* fixture "name" { definition }: upvalue 1 is the name. */
static int fixture_define(lua_State *L)
{
    struct spec *spec = state_spec(L);
    const char *name = lua_tostring(L, lua_upvalueindex(1));
    spec->word_line = 0;
    if (!lua_istable(L, 1))
        return luaL_error(L, "fixture \"%s\" needs a table with a function 'setup', got %s", name,
                          luaL_typename(L, 1));
    lua_settop(L, 1);
    keys_check(L, 1, "fixture", fixture_keys);
    if (lua_getfield(L, 1, "setup") == LUA_TNIL)
        return luaL_error(L, "fixture \"%s\": 'setup' is missing", name);
    struct fixture *fx = state_alloc(L, sizeof *fx);
    *fx = (struct fixture){.name = state_copy(L, lua_upvalueindex(1)),
                           .path = spec->file,
                           .line = keys_caller_line(L),
                           .level = spec->level,
                           .scope = read_scope(L),
                           .autouse = lua_getfield(L, 1, "autouse") && lua_toboolean(L, -1),
                           .timeout_ms = keys_duration(L, 1, "timeout", FIXTURE_DEFAULT_TIMEOUT_MS),
                           .value = LUA_NOREF};
    fx->uses = declare_uses(L, 1, &fx->n_uses);
    check_new(L, fx);
    lua_pushvalue(L, 1);
    fx->definition = luaL_ref(L, LUA_REGISTRYINDEX);
    declare_add(spec, fx);
    return 0;
}

/* The name becomes a field of t. */
static bool is_name(const char *name)
{
    static const char letters[] = "_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    return *name && (*name < '0' || *name > '9') && name[strspn(name, letters)] == '\0';
}

/** `fixture "name" { ... }` Declares something that cases need. */
static int lang_fixture(lua_State *L)
{
    if (lua_type(L, 1) != LUA_TSTRING || !is_name(lua_tostring(L, 1)))
        return luaL_error(L, "fixture takes a name that can follow \"t.\": "
                             "fixture \"database\" { setup = function(t) ... end }");
    state_word(L, "fixture", keys_caller_line(L));
    names_check(L, "fixture", lua_tostring(L, 1));
    lua_settop(L, 1);
    lua_pushcclosure(L, fixture_define, 1);
    return 1;
}

void declare_open(lua_State *L)
{
    lua_pushcfunction(L, lang_fixture);
    lua_setglobal(L, "fixture");
}

/* Looking up ---------------------------------------------------------------------------------- */

static int uses_line(const struct fixture *fx)
{
    int line = source_line_of_key(fx->path, fx->line, "uses");
    return line ? line : fx->line;
}

/* Raises that `name` is not there, with the nearest that is. */
static int no_fixture(lua_State *L, const char *where, const char *name)
{
    struct slrun_nearest near = {.word = name};
    for (const struct fixture *fx = state_spec(L)->fixtures; fx; fx = fx->next)
        slrun_nearest_offer(&near, fx->name);
    lua_pushfstring(L, "%s: there is no fixture '%s'", where, name);
    if (near.best)
        lua_pushfstring(L, "; did you mean '%s'?", near.best);
    else if (!state_spec(L)->fixtures)
        lua_pushliteral(L, "; neither this file nor a conftest.lua above it declares one");
    else
        lua_pushliteral(L, "");
    lua_concat(L, 2);
    return lua_error(L);
}

/* Collects fixtures in the order of their set-up; lists by scope, n_fixtures long each. */
struct planning {
    struct fixture **lists[3];
    size_t n[3];
};

static void check_scope(lua_State *L, const struct fixture *user, const struct fixture *used)
{
    if (used->scope > user->scope)
        luaL_error(
            L,
            "%s:%d: fixture '%s' (scope %s) uses '%s' (scope %s, %s:%d), which does not live "
            "as long",
            user->path, uses_line(user), user->name, fixture_scope_name(user->scope), used->name,
            fixture_scope_name(used->scope), used->path, used->line);
}

/* Adds a fixture behind all that it uses. */
static void visit(lua_State *L, struct planning *p, struct fixture *fx)
{
    const struct spec *spec = state_spec(L);
    if (fx->visited == spec->visits)
        return;
    fx->visiting = true;
    for (size_t i = 0; i < fx->n_uses; i++) {
        struct fixture *used = fixture_nearest(spec, fx->uses[i], fx);
        if (!used)
            no_fixture(L,
                       lua_pushfstring(L, "%s:%d: fixture '%s'", fx->path, uses_line(fx), fx->name),
                       fx->uses[i]);
        if (used->visiting)
            luaL_error(L, "%s:%d: fixture '%s' uses '%s', which uses it in turn (%s:%d)", fx->path,
                       uses_line(fx), fx->name, used->name, used->path, used->line);
        check_scope(L, fx, used);
        visit(L, p, used);
    }
    fx->visiting = false;
    fx->visited = spec->visits;
    p->lists[fx->scope][p->n[fx->scope]++] = fx;
}

/* Its memory stays on the Lua stack. */
static struct planning plan_begin(lua_State *L)
{
    struct spec *spec = state_spec(L);
    struct planning p = {0};
    luaL_checkstack(L, 16, "fixtures");
    struct fixture **memory = lua_newuserdatauv(L, (3 * spec->n_fixtures + 1) * sizeof *memory, 0);
    for (size_t i = 0; i < 3; i++)
        p.lists[i] = memory + i * spec->n_fixtures;
    spec->visits++;
    return p;
}

void declare_check(lua_State *L)
{
    const struct spec *spec = state_spec(L);
    if (!spec->fixtures)
        return;
    int top = lua_gettop(L);
    struct planning p = plan_begin(L);
    for (struct fixture *fx = spec->fixtures; fx; fx = fx->next)
        visit(L, &p, fx);
    lua_settop(L, top);
}

static const char *case_place(lua_State *L, const struct case_uses *of)
{
    const char *path = state_spec(L)->path;
    int line = source_line_of_key(path, of->line, "uses");
    return lua_pushfstring(L, "%s:%d: case \"%s\"", path, line ? line : of->line, of->name);
}

/* What is used automatically, by the pattern, and by the case (NULL: nothing of its own). */
static void plan_roots(lua_State *L, struct planning *p, const struct case_uses *of)
{
    struct spec *spec = state_spec(L);
    struct fixture *stack = stack_of(spec);
    if (stack)
        visit(L, p, stack);
    for (struct fixture *fx = spec->fixtures; fx; fx = fx->next)
        if (fx->autouse)
            visit(L, p, fixture_nearest(spec, fx->name, NULL));
    for (size_t i = 0; i < spec->n_uses; i++) {
        struct fixture *fx = fixture_nearest(spec, spec->uses[i], NULL);
        if (!fx)
            no_fixture(L, lua_pushfstring(L, "%s:%d: pattern", spec->path, spec->uses_line),
                       spec->uses[i]);
        visit(L, p, fx);
    }
    for (size_t i = 0; of && i < of->n_uses; i++) {
        struct fixture *fx = fixture_nearest(spec, of->uses[i], NULL);
        if (!fx)
            no_fixture(L, case_place(L, of), of->uses[i]);
        visit(L, p, fx);
    }
}

/* NULL: it would be empty. */
static const struct fixture_plan *plan_make(lua_State *L, const struct case_uses *of)
{
    int top = lua_gettop(L);
    struct planning p = plan_begin(L);
    plan_roots(L, &p, of);
    size_t n_wide = p.n[FIXTURE_RUN] + p.n[FIXTURE_FILE], n = n_wide + p.n[FIXTURE_CASE];
    struct fixture_plan *plan = NULL;
    if (n > 0) {
        plan = state_alloc(L, sizeof *plan + n * sizeof plan->fixtures[0]);
        plan->n_wide = n_wide;
        for (size_t s = 0; s < 3; s++)
            for (size_t i = 0; i < p.n[s]; i++)
                plan->fixtures[plan->n++] = p.lists[s][i];
    }
    lua_settop(L, top);
    return plan;
}

/* A parameter and a fixture of one name would be one field of t. */
static void check_parameters(lua_State *L, const struct spec_case *sc)
{
    if (!sc->plan || sc->values == LUA_NOREF)
        return;
    lua_rawgeti(L, LUA_REGISTRYINDEX, sc->values);
    for (size_t i = 0; i < sc->plan->n; i++) {
        const struct fixture *fx = sc->plan->fixtures[i];
        if (lua_getfield(L, -1, fx->name) != LUA_TNIL)
            luaL_error(L, "%s:%d: case \"%s\": '%s' is a parameter, and a fixture (%s:%d)",
                       state_spec(L)->path, sc->line, sc->name, fx->name, fx->path, fx->line);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

void declare_plans(lua_State *L)
{
    struct spec *spec = state_spec(L);
    if (!spec->fixtures && !spec->uses && !spec->case_uses)
        return;
    const struct fixture_plan *common = plan_make(L, NULL);
    for (size_t i = 0; common && i < spec->n_cases; i++)
        spec->cases[i].plan = common;
    for (const struct case_uses *of = spec->case_uses; of; of = of->next) {
        const struct fixture_plan *plan = plan_make(L, of);
        for (size_t i = 0; i < of->n; i++)
            spec->cases[of->first + i].plan = plan;
    }
    for (size_t i = 0; i < spec->n_cases; i++) {
        const struct fixture_plan *plan = spec->cases[i].plan;
        check_parameters(L, &spec->cases[i]);
        spec->has_wide |= plan && plan->n_wide > 0;
    }
}
