/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An operation as a function of Lua: it takes one table, sends the call, leaves the coroutine
 * suspended, and comes back with the result or raises the error.
 */
#ifndef SLRUN_LUA_OPERATION_H
#define SLRUN_LUA_OPERATION_H

#include <lua.h>

/* Upvalues: 1 the plugin (struct plugin) and 2 the operation (struct slrun_op), light userdata; 3
 * its region, or nil: the run's. */
int operation_call(lua_State *L);

#endif
