/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/spec.h"

#include <stdlib.h>
#include <string.h>

#include "lua/state.h"

static int fail(struct spec_error *error, const char *text)
{
    error->text = strdup(text ? text : "out of memory");
    return -1;
}

static int run_file(struct spec *spec, struct spec_error *error)
{
    lua_State *L = spec->L;
    if (luaL_loadfilex(L, spec->path, "t") != LUA_OK)
        return fail(error, lua_tostring(L, -1));
    if (state_pcall(L, 0, 0) != LUA_OK)
        return fail(error, luaL_tolstring(L, -1, NULL));
    return 0;
}

struct spec *spec_load(struct lua_env *env, const char *path, struct spec_error *error)
{
    struct spec *spec = calloc(1, sizeof *spec);
    if (!spec) {
        fail(error, NULL);
        return NULL;
    }
    spec->env = env;
    spec->sla_ms = SPEC_DEFAULT_SLA_MS;
    spec->path = strdup(path);
    spec->L = spec->path ? state_new(spec) : NULL;
    if (!spec->L || run_file(spec, error) != 0) {
        if (!spec->L)
            fail(error, NULL);
        spec_free(spec);
        return NULL;
    }
    lua_settop(spec->L, 0);
    lua_gc(spec->L, LUA_GCRESTART);
    return spec;
}

void spec_free(struct spec *spec)
{
    if (!spec)
        return;
    if (spec->L)
        lua_close(spec->L);
    for (size_t i = 0; i < spec->n_cases; i++)
        free(spec->cases[i].name);
    free(spec->cases);
    free(spec->pattern);
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

size_t spec_count(const struct spec *spec)
{
    return spec->n_cases;
}

const struct spec_case *spec_at(const struct spec *spec, size_t i)
{
    return i < spec->n_cases ? &spec->cases[i] : NULL;
}
