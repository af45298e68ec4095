/* SPDX-License-Identifier: Apache-2.0 */
/* The one conversion between Lua values and the ABI's json_t. */
#ifndef SLRUN_LUA_VALUE_H
#define SLRUN_LUA_VALUE_H

#include <jansson.h>
#include <lua.h>
#include <slrun/shape.h>

enum { VALUE_DEPTH_MAX = 64, VALUE_WHY_MAX = 256 };

/*
 * The value at `index` as JSON; a new reference, or NULL with one line in `why`. The shape decides
 * whether an empty table is a list or a map; NULL, or SLRUN_DOCUMENT: it is a map. Raises nothing
 * but memory errors, except through metamethods of the value (none of ours raise).
 */
json_t *value_to_json(lua_State *L, int index, const struct slrun_shape *shape,
                      char why[VALUE_WHY_MAX]);

/* The arguments of an operation: the table at `index` against a list of parameters. */
json_t *value_to_args(lua_State *L, int index, const struct slrun_param *params,
                      char why[VALUE_WHY_MAX]);

/* Pushes `json`. Lists get the list metatable, tagged values their kind. May raise (memory). */
void value_push(lua_State *L, const json_t *json);

#endif
