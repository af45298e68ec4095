/* SPDX-License-Identifier: Apache-2.0 */
/* How a coroutine writes to the journal of the run (env.h), and waits until it is durable. */
#ifndef SLRUN_LUA_JOURNAL_H
#define SLRUN_LUA_JOURNAL_H

#include "lua/coro.h"
#include "lua/state.h"

/* Leaves the running coroutine suspended until all that it noted is durable; `then` has the error
 * (light userdata, NULL: none) on top of the stack. */
int journal_wait(lua_State *L, lua_KContext ctx, lua_KFunction then);

/* Ends the wait of a coroutine that is cancelled. */
void journal_forget(struct coro *coro);

/* own(entry, plugin, claim, args, label): notes a claim, sets `number` of its entry on the stack of
 * clean-ups, and returns once it is durable. Does nothing where there is no journal. */
int prim_own(lua_State *L);

/* undone(number, what, but): the entry needs no sweep any more; what was left on purpose, or nil.
 */
int prim_undone(lua_State *L);

/* unfinished(what, why): its removal goes on, so the entry stays open. In a sweep that is a
 * problem. */
int prim_unfinished(lua_State *L);

/* warn(text): a line of the log, with the name of the case. */
int prim_warn(lua_State *L);

/* lost(): whether the target is gone with all that was in it. */
int prim_lost(lua_State *L);

/* step(what, n): that step of the clean-up begins; `what` is kept alive by the caller until the
 * next. `n` are behind it. */
int prim_step(lua_State *L);

/* kept(number or nil, what, why): it is not removed, since it is not this run's. */
int prim_kept(lua_State *L);

#endif
