/* SPDX-License-Identifier: Apache-2.0 */
/* Where in the spec something was called, without the tables that debug.getinfo() makes: each
 * failed expectation asks, and most of them only say "not yet". */
#include "lua/caller.h"

#include <string.h>

#include "lua/coro.h"
#include "lua/language/source.h"
#include "lua/state.h"

enum {
    DEEPEST = 40,  /* frames that are looked at */
    SHOWN = 4,     /* frames of the spec that are told */
    VARIABLES = 32 /* of a frame of slrun's own that are looked at */
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

/* Whether the value on top is a function of a spec, or a table that has one of that name; then its
 * place is in `ar`. Pops it. */
static bool take_function(lua_State *L, const char *name, lua_Debug *ar)
{
    if (lua_istable(L, -1)) {
        lua_pushstring(L, name);
        lua_rawget(L, -2);
        lua_remove(L, -2);
    }
    if (!lua_isfunction(L, -1) || lua_iscfunction(L, -1)) {
        lua_pop(L, 1);
        return false;
    }
    lua_getinfo(L, ">S", ar);
    return *ar->source == '@';
}

/* Looks among the local variables of a frame of slrun's own. */
static bool find_function(lua_State *L, const lua_Debug *frame, const char *name, lua_Debug *ar)
{
    for (int i = 1; i <= VARIABLES && lua_getlocal(L, frame, i); i++)
        if (take_function(L, name, ar))
            return true;
    return false;
}

/* A clean-up calls more than the function of its name. */
static const char *phase_of(lua_State *L)
{
    const struct coro *coro = state_spec(L)->current;
    const char *phase = coro ? coro->phase : NULL;
    return phase && strcmp(phase, "teardown") != 0 ? phase : NULL;
}

bool caller_gone(lua_State *L, lua_Debug *ar)
{
    lua_Debug frame;
    bool tail = false;
    const char *phase = phase_of(L);
    for (int level = 1; phase && level <= DEEPEST && lua_getstack(L, level, &frame); level++) {
        lua_getinfo(L, "St", &frame);
        if (tail && *frame.what != 'C' && find_function(L, &frame, phase, ar)) {
            ar->currentline =
                source_line_of_return(ar->source + 1, ar->linedefined, ar->lastlinedefined);
            return true;
        }
        tail = frame.istailcall || (tail && *frame.what == 'C'); /* behind pcall */
    }
    return false;
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
    if (n == 0 && caller_gone(L, &ar))
        tell(L, &ar, 1);
    return lua_gettop(L);
}

void caller_primitives(lua_State *L)
{
    lua_pushnil(L);
    lua_pushcclosure(L, prim_caller, 1);
    lua_setfield(L, -2, "caller");
}
