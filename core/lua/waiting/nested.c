/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A spec's own coroutines. When an operation or a sleep yields inside one, the yield is ours and
 * not the spec's: it passes through coroutine.resume and coroutine.wrap to the loop, and what comes
 * back goes down the same way.
 */
#include "lua/coro.h"
#include "lua/state.h"

static lua_State *thread_of(lua_State *L, int index)
{
    lua_State *co = lua_tothread(L, index);
    luaL_argexpected(L, co, index, "coroutine");
    return co;
}

/* Whether the yield that has just come was made by coro_yield() and not by the spec. */
static bool is_ours(lua_State *L)
{
    const struct coro *coro = state_spec(L)->current;
    return coro && coro->state != CORO_RUNNING;
}

static int step(lua_State *L, lua_State *co, int nargs, lua_KContext wrap);

/* The loop has come back with values on top of the stack: they go into the coroutine. */
static int returned(lua_State *L, int status, lua_KContext wrap)
{
    (void)status;
    lua_State *co = lua_tothread(L, wrap ? lua_upvalueindex(1) : 1);
    int nargs = lua_gettop(L) - (wrap ? 0 : 1);
    lua_xmove(L, co, nargs);
    return step(L, co, nargs, wrap);
}

/* Errors of a wrapped coroutine go on; those of resume are told as results. */
static int failed(lua_State *L, lua_State *co, lua_KContext wrap)
{
    lua_xmove(co, L, 1);
    if (wrap)
        return lua_error(L);
    lua_pushboolean(L, 0);
    lua_insert(L, -2);
    return 2;
}

static int step(lua_State *L, lua_State *co, int nargs, lua_KContext wrap)
{
    int nresults, status = coro_resume_nested(L, co, nargs, &nresults);
    if (status == LUA_YIELD && is_ours(L)) {
        lua_pop(co, nresults);
        lua_settop(L, wrap ? 0 : 1);
        return lua_yieldk(L, 0, wrap, returned);
    }
    if (status != LUA_OK && status != LUA_YIELD)
        return failed(L, co, wrap);
    luaL_checkstack(L, nresults + 1, "too many results");
    if (!wrap)
        lua_pushboolean(L, 1);
    lua_xmove(co, L, nresults);
    return nresults + (wrap ? 0 : 1);
}

/* What cannot be resumed says so, as Lua's own function does. */
static const char *cannot(lua_State *L, lua_State *co)
{
    if (co == L || lua_status(co) == LUA_OK) {
        lua_Debug ar;
        if (co == L || lua_getstack(co, 0, &ar))
            return "cannot resume non-suspended coroutine";
        if (lua_gettop(co) == 0)
            return "cannot resume dead coroutine";
        return NULL;
    }
    return lua_status(co) == LUA_YIELD ? NULL : "cannot resume dead coroutine";
}

static int nested_resume(lua_State *L)
{
    lua_State *co = thread_of(L, 1);
    const char *why = cannot(L, co);
    if (why) {
        lua_pushboolean(L, 0);
        lua_pushstring(L, why);
        return 2;
    }
    int nargs = lua_gettop(L) - 1;
    lua_xmove(L, co, nargs);
    return step(L, co, nargs, 0);
}

static int wrapped(lua_State *L)
{
    lua_State *co = lua_tothread(L, lua_upvalueindex(1));
    const char *why = cannot(L, co);
    if (why)
        return luaL_error(L, "%s", why);
    int nargs = lua_gettop(L);
    lua_xmove(L, co, nargs);
    return step(L, co, nargs, 1);
}

static int nested_wrap(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TFUNCTION);
    lua_State *co = lua_newthread(L);
    lua_pushvalue(L, 1);
    lua_xmove(L, co, 1);
    lua_pushcclosure(L, wrapped, 1);
    return 1;
}

void nested_open(lua_State *L)
{
    lua_getglobal(L, "coroutine");
    lua_pushcfunction(L, nested_resume);
    lua_setfield(L, -2, "resume");
    lua_pushcfunction(L, nested_wrap);
    lua_setfield(L, -2, "wrap");
    lua_pop(L, 1);
}
