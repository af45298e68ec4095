/* SPDX-License-Identifier: Apache-2.0 */
/* JSON texts for preludes: services whose payloads are bytes are sent tables as JSON. */
#ifndef SLRUN_LUA_JSON_TEXT_H
#define SLRUN_LUA_JSON_TEXT_H

#include <lua.h>

/* to_json(value): compact JSON with sorted keys and the shortest numbers; nil and why where JSON
 * has no such value (bytes, numbers of 38 digits, a hole in a list). */
int prim_to_json(lua_State *L);

/* from_json(text): the value, as values of operations are: lists keep that they are lists, null is
 * slrun.null. nil and why where it is no JSON, or nested deeper than half of VALUE_DEPTH_MAX. */
int prim_from_json(lua_State *L);

#endif
