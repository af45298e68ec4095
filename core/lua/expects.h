/* SPDX-License-Identifier: Apache-2.0 */
/* What a case that waits still expects, told from outside. */
#ifndef SLRUN_LUA_EXPECTS_H
#define SLRUN_LUA_EXPECTS_H

#include "lua/coro.h"

enum { EXPECTS_MS = 50 }; /* of Lua code, at most */

/* What the wait of poll and check last missed, in one line of at most `size` bytes; "" where there
 * is none. No Lua code of the spec may be running. */
void expects_text(struct spec *spec, struct coro_case *of, char *text, size_t size);

#endif
