/* SPDX-License-Identifier: Apache-2.0 */
/* The primitives behind t:attach. */
#ifndef SLRUN_LUA_ATTACH_H
#define SLRUN_LUA_ATTACH_H

#include <lua.h>

/* attach(name, data): kept with the result of the case. */
int prim_attach(lua_State *L);

/* json(value): the value as JSON text. */
int prim_json(lua_State *L);

#endif
