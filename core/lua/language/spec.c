/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/language/spec.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/interrupts.h"
#include "lua/language/declare.h"
#include "lua/language/marks.h"
#include "lua/language/source.h"
#include "lua/state.h"

/* A file of many cases may hold them all at once: its heap then grows by so many percent, and not
 * by 100, before it is collected. */
enum { GC_MANY_CASES = 500, GC_PAUSE = 112 };

const struct spec_case spec_blank_case = {
    .name = (char *)"", .definition = LUA_REFNIL, .values = LUA_NOREF};

static int fail(struct spec_error *error, const char *text, const char *path)
{
    error->text = strdup(text ? text : "out of memory");
    error->path = path ? strdup(path) : NULL;
    return -1;
}

static int check(lua_State *L)
{
    if (state_spec(L)->word_line)
        return luaL_error(L, "%s:%d: this case or fixture has no table behind its name",
                          state_spec(L)->file, state_spec(L)->word_line);
    int loose = source_loose_expectation(state_spec(L)->file);
    if (loose > 0)
        return luaL_error(L,
                          "%s:%d: without a matcher an expectation expects nothing: write "
                          "expect(x):equals(y), or expect(x):is_true()",
                          state_spec(L)->file, loose);
    declare_check(L);
    if (state_spec(L)->file == state_spec(L)->path)
        declare_plans(L);
    return 0;
}

/* The part "report" puts the lines of the file behind what it says of them. */
static int unread(lua_State *L)
{
    luaL_tolstring(L, 1, NULL);
    lua_replace(L, 1);
    state_push_part(L, LUA_PART_report);
    lua_getfield(L, -1, "unread");
    lua_pushvalue(L, 1);
    lua_call(L, 1, 1);
    return 1;
}

/* The error value is on top. */
static int fail_unread(struct spec *spec, struct spec_error *error, const char *path)
{
    lua_State *L = spec->L;
    lua_pushcfunction(L, unread);
    lua_pushvalue(L, -2);
    if (lua_pcall(L, 1, 1, 0) != LUA_OK)
        lua_pop(L, 1);
    return fail(error, luaL_tolstring(L, -1, NULL), path);
}

/* A file may compute for ever while the loop stands still. The error comes again where the file
 * catches it. */
static void hook(lua_State *L, lua_Debug *ar)
{
    (void)ar;
    if (lua_gethookcount(L) == HOOK_EVERY && !interrupts_come())
        return;
    lua_sethook(L, hook, LUA_MASKCOUNT, HOOK_AGAIN);
    luaL_error(L, "interrupted while the file was being read");
}

static int call_file(lua_State *L)
{
    lua_sethook(L, hook, LUA_MASKCOUNT, HOOK_EVERY);
    int status = state_pcall(L, 0, 0);
    lua_sethook(L, NULL, 0, 0);
    return status;
}

/* Reads one file of the chain. `blame` is the path of a conftest.lua, NULL for the spec. */
static int run_file(struct spec *spec, const char *blame, struct spec_error *error)
{
    lua_State *L = spec->L;
    if (file_is_other(spec->file)) {
        lua_pushfstring(L, "cannot open %s: %s", spec->file, file_why(FILE_OTHER));
        return fail_unread(spec, error, blame);
    }
    if (luaL_loadfilex(L, spec->file, "t") != LUA_OK)
        return fail_unread(spec, error, blame);
    if (call_file(L) != LUA_OK)
        return fail_unread(spec, error, blame);
    lua_pushcfunction(L, check);
    if (lua_pcall(L, 0, 0, 0) != LUA_OK)
        return fail_unread(spec, error, blame);
    lua_settop(L, 0);
    return 0;
}

static char *copy_path(struct spec *spec, const char *path)
{
    if (!spec->arena)
        spec->arena = arena_new(SPEC_ARENA_MAX);
    return spec->arena ? arena_str(spec->arena, path) : NULL;
}

static int run_files(struct spec *spec, const struct spec_source *source, struct spec_error *error)
{
    for (; spec->level < source->n_conftests; spec->level++) {
        const char *path = source->conftests[spec->level];
        spec->file = copy_path(spec, path);
        if (!spec->file)
            return fail(error, NULL, NULL);
        if (run_file(spec, path, error) != 0)
            return -1;
    }
    spec->file = spec->path;
    return run_file(spec, NULL, error);
}

/* A spec with a state and the language in it, and nothing read yet. */
static struct spec *spec_new(struct lua_env *env, const struct spec_source *source)
{
    struct spec *spec = calloc(1, sizeof *spec);
    if (!spec)
        return NULL;
    spec->env = env;
    spec->sla_ms = SPEC_DEFAULT_SLA_MS;
    spec->conftests = source->conftests;
    spec->n_conftests = source->n_conftests;
    spec->path = strdup(source->path);
    spec->L = spec->path ? state_new(spec) : NULL;
    if (spec->L)
        return spec;
    spec_free(spec);
    return NULL;
}

static void ready(struct spec *spec)
{
    spec->conftests = NULL;
    lua_settop(spec->L, 0);
    lua_pushnil(spec->L);
    lua_setfield(spec->L, LUA_REGISTRYINDEX, "slrun.names"); /* of lang.c */
    lua_gc(spec->L, LUA_GCRESTART);
    if (spec->n_cases >= GC_MANY_CASES)
        lua_gc(spec->L, LUA_GCINC, GC_PAUSE, 0, 0);
    else /* nothing that was read is garbage: collected once there is twice as much */
        lua_gc(spec->L, LUA_GCSTEP, -lua_gc(spec->L, LUA_GCCOUNT));
}

struct spec *spec_load(struct lua_env *env, const struct spec_source *source,
                       struct spec_error *error)
{
    struct spec *spec = spec_new(env, source);
    if (!spec) {
        fail(error, NULL, NULL);
        return NULL;
    }
    if (run_files(spec, source, error) != 0) {
        spec_free(spec);
        return NULL;
    }
    ready(spec);
    return spec;
}

struct spec *spec_blank(struct lua_env *env, const char *name)
{
    struct spec *spec = spec_new(env, &(struct spec_source){.path = name});
    if (spec)
        ready(spec);
    return spec;
}

static void forget(lua_State *L, int *ref, int nothing)
{
    luaL_unref(L, LUA_REGISTRYINDEX, *ref);
    *ref = nothing;
}

unsigned spec_retries(const struct spec *spec, const struct spec_case *sc)
{
    return sc->marks && sc->marks->retries >= 0 ? (unsigned)sc->marks->retries : spec->env->reruns;
}

void spec_forget(struct spec *spec, const struct spec_case *sc)
{
    if (spec_retries(spec, sc) > 0)
        return;
    struct spec_case *own = &spec->cases[sc - spec->cases];
    forget(spec->L, &own->values, LUA_NOREF);
    if (sc->single)
        forget(spec->L, &own->definition, LUA_REFNIL);
}

void spec_free(struct spec *spec)
{
    if (!spec)
        return;
    if (spec->L)
        lua_close(spec->L);
    pool_free(&spec->pool);
    for (size_t i = 0; i < spec->n_cases; i++)
        free(spec->cases[i].name);
    free(spec->cases);
    free(spec->pattern);
    arena_free(spec->arena);
    free(spec->path);
    free(spec);
}

const char *spec_path(const struct spec *spec)
{
    return spec->path;
}

const char *spec_pattern(const struct spec *spec)
{
    return spec->pattern;
}

bool spec_has_wide_fixtures(const struct spec *spec)
{
    return spec->has_wide;
}

size_t spec_count(const struct spec *spec)
{
    return spec->n_cases;
}

const struct spec_case *spec_at(const struct spec *spec, size_t i)
{
    return i < spec->n_cases ? &spec->cases[i] : NULL;
}
