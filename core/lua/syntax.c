/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/syntax.h"

#include <stdio.h>
#include <string.h>

#include <lauxlib.h>
#include <lua.h>

#include "base/error.h"

int lua_syntax_check(const char *name, const char *source, struct slrun_error *error)
{
    char chunk[64];
    lua_State *L = luaL_newstate();
    if (!L)
        return error_set(error, SLRUN_E_MEMORY, "no memory for Lua");
    snprintf(chunk, sizeof chunk, "=%s", name);
    int result = 0;
    if (luaL_loadbufferx(L, source, strlen(source), chunk, "t") != LUA_OK)
        result = error_set(error, SLRUN_E_PLUGIN, "%s", lua_tostring(L, -1));
    lua_close(L);
    return result;
}
