/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Coroutines that rest: their stack is empty and they have no Lua thread until their time comes.
 * Where requests queue for a connection then (call_crowded()), they queue themselves, first come,
 * first served, and cost nothing meanwhile but their struct.
 */
#ifndef SLRUN_LUA_REST_H
#define SLRUN_LUA_REST_H

#include <stdbool.h>

struct coro;
struct lua_env;

enum { REST_TRICKLE_MS = 1 }; /* at least one goes on in that time, however long the queue is */

/* Has it resumed at that time, on the virtual clock (clock.h), or when its turn has come.
 * Its state becomes CORO_SLEEPING. */
void rest_until(struct coro *coro, double ms);

/* It goes on, or is cancelled, before that. Nothing happens to one that does not rest. */
void rest_end(struct coro *coro);

/* Whether somebody queues. */
bool rest_queues(const struct lua_env *env);

/* When the loop is about to end, and nothing rests any more. */
void rest_drain(struct lua_env *env);

#endif
