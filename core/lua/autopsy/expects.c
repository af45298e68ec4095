/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/autopsy/expects.h"

#include <stdio.h>

#include "base/clock.h"
#include "lua/state.h"

/* Calls a function of the part "case" for one of them: NAME(t, why), the arguments being NAME, the
 * reference of `t`, and `why`. Leaves a table of what it returns. */
static int ask(lua_State *L)
{
    lua_settop(L, 3);
    state_push_part(L, LUA_PART_case);
    lua_pushvalue(L, 1);
    lua_gettable(L, -2);
    lua_rawgeti(L, LUA_REGISTRYINDEX, lua_tointeger(L, 2));
    lua_pushvalue(L, 3);
    lua_call(L, 2, 2);
    lua_createtable(L, 2, 0);
    lua_insert(L, -3);
    lua_rawseti(L, -3, 2);
    lua_rawseti(L, -2, 1);
    return 1;
}

/* Leaves the table of ask(), or something else where that failed. */
static void ask_case(struct spec *spec, struct coro_case *of, const char *name, const char *why)
{
    struct coro stand_in = {
        .spec = spec, .of = of, .cut_ns = clock_mono_ns() + EXPECTS_MS * 1000000ull};
    lua_State *L = spec->L;
    lua_pushcfunction(L, ask);
    lua_pushstring(L, name);
    lua_pushinteger(L, of->t);
    lua_pushstring(L, why);
    coro_call(&stand_in, 3);
}

/* One of the texts that were returned, or NULL; on the stack. */
static const char *text_at(lua_State *L, int table, lua_Integer i)
{
    if (!lua_istable(L, table))
        lua_pushnil(L);
    else
        lua_rawgeti(L, table, i);
    return lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
}

void expects_text(struct spec *spec, struct coro_case *of, char *text, size_t size)
{
    int top = lua_gettop(spec->L);
    ask_case(spec, of, "expects", NULL);
    const char *missed = text_at(spec->L, top + 1, 1);
    snprintf(text, size, "%s", missed ? missed : "");
    lua_settop(spec->L, top);
}

bool expects_cut(struct spec *spec, struct coro_case *of, const char *why, struct failure *failure)
{
    int top = lua_gettop(spec->L);
    ask_case(spec, of, "cut", why);
    const char *summary = text_at(spec->L, top + 1, 1), *text = text_at(spec->L, top + 1, 2);
    bool waits = summary && text;
    if (waits)
        failure_set(failure, summary, text);
    lua_settop(spec->L, top);
    return waits;
}
