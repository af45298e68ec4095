/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/autopsy/miss.h"

#include <stdlib.h>

#include <jansson.h>
#include <lauxlib.h>

#include "base/pattern/pattern.h"

static json_t *read(lua_State *L, int at)
{
    size_t size;
    const char *text = luaL_checklstring(L, at, &size);
    return json_loadb(text, size, JSON_ALLOW_NUL, NULL);
}

int prim_pattern_miss(lua_State *L)
{
    luaL_checkstring(L, 2); /* nothing raises from here on */
    json_t *pattern = read(L, 1), *event = read(L, 2);
    json_t *miss = json_is_object(event) ? pattern_miss(pattern, event) : NULL;
    char *text = json_dumps(miss, JSON_COMPACT | JSON_REAL_PRECISION(15));
    json_decref(pattern);
    json_decref(event);
    json_decref(miss);
    lua_pushstring(L, text);
    free(text);
    return 1;
}
