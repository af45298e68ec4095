/* SPDX-License-Identifier: Apache-2.0 */
/* Helper coroutines of a case (after.c). */
#ifndef SLRUN_LUA_AFTER_H
#define SLRUN_LUA_AFTER_H

#include "lua/coro.h"

/* The primitive behind t:after. */
int prim_after(lua_State *L);

/* Ends all helpers of a case where they stand. */
void after_end_all(struct coro_case *of);

#endif
