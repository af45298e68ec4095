/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/language/case_t.h"

#include "lua/state.h"

/* Always -1. */
static int cannot(struct failure *failure, const char *why)
{
    failure_set(failure, why, why);
    return -1;
}

static int make_t(lua_State *L)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, state_spec(L)->new_t);
    lua_pushvalue(L, 2);
    lua_pushstring(L, state_spec(L)->env->target);
    lua_rawgeti(L, LUA_REGISTRYINDEX, lua_tointeger(L, 1)); /* nil for LUA_NOREF */
    lua_call(L, 3, 1);
    lua_pushinteger(L, luaL_ref(L, LUA_REGISTRYINDEX));
    return 1;
}

int case_t_make(struct spec *spec, int values, struct coro_case *of, struct failure *failure)
{
    char why[512];
    lua_State *L = spec->L;
    if (coro_ready(spec, why, sizeof why) != 0)
        return cannot(failure, why);
    lua_pushcfunction(L, make_t);
    lua_pushinteger(L, values);
    lua_pushstring(L, of->id);
    int status = lua_pcall(L, 2, 1, 0);
    if (status == LUA_OK)
        of->t = (int)lua_tointeger(L, -1);
    else
        cannot(failure, lua_tostring(L, -1));
    lua_pop(L, 1);
    return status == LUA_OK ? 0 : -1;
}

_Static_assert(CASE_NO_T == LUA_NOREF, "luaL_unref ignores it");

void case_t_free(struct spec *spec, struct coro_case *of)
{
    luaL_unref(spec->L, LUA_REGISTRYINDEX, of->t);
    of->t = CASE_NO_T;
}
