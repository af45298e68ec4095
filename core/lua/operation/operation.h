/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An operation as a function of Lua: it takes one table, sends the call, leaves the coroutine
 * suspended, and comes back with the result or raises the error.
 */
#ifndef SLRUN_LUA_OPERATION_H
#define SLRUN_LUA_OPERATION_H

#include <lua.h>

#include "plugin/registry.h"

/* The name of the metatable of a plugin's module. */
#define OPERATION_MODULE "slrun.service"

/* Upvalues: 1 the plugin (struct plugin) and 2 the operation (struct slrun_op), light userdata; 3
 * its region, or nil: the run's. */
int operation_call(lua_State *L);

/* Raises the error for sqs:send_message { ... }, a function of the module that is called as a
 * method. */
int operation_is_no_method(lua_State *L, const struct plugin *plugin, const char *name);

#endif
