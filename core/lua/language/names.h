/* SPDX-License-Identifier: Apache-2.0 */
/* The names of `t` that are its own: a closed list. Parameters and fixtures choose others. */
#ifndef SLRUN_LUA_NAMES_H
#define SLRUN_LUA_NAMES_H

#include <stdbool.h>

#include <lua.h>

/* A function for Lua: a table of each name to true. */
int names_table(lua_State *L);

/* Raises when `name` cannot be that of a `what` ("parameter", "fixture") on t. */
void names_check(lua_State *L, const char *what, const char *name);

#endif
