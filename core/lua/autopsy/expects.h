/* SPDX-License-Identifier: Apache-2.0 */
/* What a case that waits still expects, asked from outside. */
#ifndef SLRUN_LUA_EXPECTS_H
#define SLRUN_LUA_EXPECTS_H

#include <stdbool.h>

#include "lua/coro.h"
#include "lua/failure.h"

enum { EXPECTS_MS = 50 }; /* of Lua code, at most */

/* What the wait of poll and check last missed, in one line of at most `size` bytes; "" where there
 * is none. No Lua code of the spec may be running. */
void expects_text(struct spec *spec, struct coro_case *of, char *text, size_t size);

/* The failure of a case whose wait of poll and check is ended from outside: what it last missed,
 * and where. false, and `failure` untouched: it is in no such wait. */
bool expects_cut(struct spec *spec, struct coro_case *of, const char *why, struct failure *failure);

#endif
