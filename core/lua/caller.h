/* SPDX-License-Identifier: Apache-2.0 */
/* Where in the spec something was called. */
#ifndef SLRUN_LUA_CALLER_H
#define SLRUN_LUA_CALLER_H

#include <lua.h>
#include <stdbool.h>

/* Where no frame of a spec's file is on the stack because the phase's function has ended in a tail
 * call, `return sqs.listen { ... }`: that function, in source, short_src and currentline of `ar`.
 * False: it is not so. */
bool caller_gone(lua_State *L, lua_Debug *ar);

/* Adds caller() to the table on top: the source and the line of the innermost frame of a spec's
 * file, and the text of those that called it from there, "" if none. Nothing where there is no such
 * frame. */
void caller_primitives(lua_State *L);

#endif
