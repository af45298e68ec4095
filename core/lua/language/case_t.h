/* SPDX-License-Identifier: Apache-2.0 */
/* The `t` of a case (lua/parts/case.lua makes it), as a registry reference. */
#ifndef SLRUN_LUA_CASE_T_H
#define SLRUN_LUA_CASE_T_H

#include "lua/failure.h"

enum { CASE_NO_T = -2 }; /* of a case that has none yet */

/* Makes of->t, whose id is of->id, with the values of parameters (a registry reference, or
 * LUA_NOREF). 0, or -1 with `failure` filled. */
int case_t_make(struct spec *spec, int values, struct coro_case *of, struct failure *failure);

/* Gives it back; there may be none. */
void case_t_free(struct spec *spec, struct coro_case *of);

#endif
