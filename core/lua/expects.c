/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/expects.h"

#include <stdio.h>

#include "base/clock.h"
#include "lua/state.h"

/* expects(t) of the part "case"; the argument is the reference of `t`. */
static int expects(lua_State *L)
{
    lua_Integer ref = lua_tointeger(L, 1);
    state_push_part(L, LUA_PART_case);
    lua_getfield(L, -1, "expects");
    lua_rawgeti(L, LUA_REGISTRYINDEX, ref);
    lua_call(L, 1, 1);
    return 1;
}

void expects_text(struct spec *spec, struct coro_case *of, char *text, size_t size)
{
    struct coro stand_in = {
        .spec = spec, .of = of, .cut_ns = clock_mono_ns() + EXPECTS_MS * 1000000ull};
    lua_State *L = spec->L;
    *text = '\0';
    lua_pushcfunction(L, expects);
    lua_pushinteger(L, of->t);
    if (coro_call(&stand_in, 1) == LUA_OK && lua_type(L, -1) == LUA_TSTRING)
        snprintf(text, size, "%s", lua_tostring(L, -1));
    lua_pop(L, 1);
}
