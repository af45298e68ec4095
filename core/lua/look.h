/* SPDX-License-Identifier: Apache-2.0 */
/* A look at a case from outside, while it waits. */
#ifndef SLRUN_LUA_LOOK_H
#define SLRUN_LUA_LOOK_H

#include "lua/coro.h"

enum { LOOK_MS = 50 }; /* of Lua code, at most */

/* What the wait of poll and check last missed, in one line of at most `size` bytes; "" where there
 * is none. No Lua code of the spec may be running. */
void look_expects(struct spec *spec, struct coro_case *of, char *text, size_t size);

#endif
