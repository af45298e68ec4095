/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/attach.h"

#include <stdio.h>
#include <stdlib.h>

#include <jansson.h>

#include "lua/coro.h"
#include "lua/operation/value.h"
#include "lua/state.h"

int prim_attach(lua_State *L)
{
    struct coro *coro = state_spec(L)->current;
    size_t size;
    const char *name = luaL_checkstring(L, 1), *data = luaL_checklstring(L, 2, &size);
    const char *why = coro && coro->of->attach ? coro->of->attach(coro->of, name, data, size)
                                               : "it belongs in a phase of a case";
    if (why)
        return luaL_error(L, "t:attach: %s", why);
    return 0;
}

int prim_json(lua_State *L)
{
    char why[VALUE_WHY_MAX];
    json_t *json = value_to_json(L, 1, NULL, why);
    char *text = json ? json_dumps(json, JSON_INDENT(2) | JSON_SORT_KEYS | JSON_ENCODE_ANY) : NULL;
    if (json)
        snprintf(why, sizeof why, "out of memory");
    json_decref(json);
    if (!text)
        return luaL_error(L, "t:attach: %s", why);
    lua_pushstring(L, text);
    free(text);
    return 1;
}
