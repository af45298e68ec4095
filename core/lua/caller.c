/* SPDX-License-Identifier: Apache-2.0 */
/* Where in the spec something was called, without the tables that debug.getinfo() makes: each
 * failed expectation asks, and most of them only say "not yet". */
#include "lua/caller.h"

#include <stdbool.h>
#include <string.h>

enum {
    DEEPEST = 40, /* frames that are looked at */
    SHOWN = 4     /* frames of the spec that are told */
};

/* Lua makes a long string anew each time; thousands of failures share the last one, which is
 * upvalue 1. */
static void push_source(lua_State *L, const lua_Debug *ar)
{
    size_t n = 0;
    const char *last = lua_tolstring(L, lua_upvalueindex(1), &n);
    if (!last || n != ar->srclen || memcmp(last, ar->source, n) != 0) {
        lua_pushlstring(L, ar->source, ar->srclen);
        lua_replace(L, lua_upvalueindex(1));
    }
    lua_pushvalue(L, lua_upvalueindex(1));
}

/* The frame of the spec that is the nth of them, its results on the stack. */
static void tell(lua_State *L, const lua_Debug *ar, int n)
{
    if (n == 1) {
        push_source(L, ar);
        lua_pushinteger(L, ar->currentline);
        lua_pushliteral(L, "");
    } else if (n <= SHOWN) {
        lua_pushfstring(L, "%s:%d\n", ar->source + 1, ar->currentline);
        lua_concat(L, 2);
    }
}

static int prim_caller(lua_State *L)
{
    lua_Debug ar;
    int n = 0;
    lua_settop(L, 0);
    for (int level = 1; level <= DEEPEST && lua_getstack(L, level, &ar); level++) {
        lua_getinfo(L, "Sl", &ar);
        if (*ar.source == '@')
            tell(L, &ar, ++n);
        else if (n && *ar.what != 'C')
            break; /* slrun's own Lua called the spec here */
    }
    return lua_gettop(L);
}

void caller_primitives(lua_State *L)
{
    lua_pushnil(L);
    lua_pushcclosure(L, prim_caller, 1);
    lua_setfield(L, -2, "caller");
}
