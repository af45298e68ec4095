/* SPDX-License-Identifier: Apache-2.0 */
/* The Lua thread that a coroutine runs on, and what cuts it. */
#ifndef SLRUN_LUA_CORO_THREAD_H
#define SLRUN_LUA_CORO_THREAD_H

#include <lua.h>

#include "lua/coro.h"

/*
 * Cuts a loop that never yields. A yield from the hook abandons the coroutine, which pcall() cannot
 * swallow; where Lua cannot yield (inside gsub, sort) or a spec's own coroutine runs, the error
 * comes again and again until the code gives up. A signal that asks for an end has it pause: the
 * loop hears of it then, and decides.
 */
void coro_hook(lua_State *L, lua_Debug *ar);

/* Gives it a thread of its spec's state: one that has finished, or a new one. Raises a Lua error
 * when out of memory. */
void coro_thread_take(struct coro *coro);

/* Only one that has returned can be used again; any other is left to the collector. */
void coro_thread_give(struct coro *coro);

#endif
