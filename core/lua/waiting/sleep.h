/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Coroutines that sleep: for a time, or in a wait of the language, which an arrival ends early. A
 * case counts what has arrived for it; a wait that has not seen it all does not sleep.
 */
#ifndef SLRUN_LUA_SLEEP_H
#define SLRUN_LUA_SLEEP_H

#include <lua.h>

struct coro_case;

/* Something has arrived for the case: its waits that sleep go on, on the next turn of the loop. */
void sleep_wake(struct coro_case *of);

/* Adds left_ms, sleep, sleep_ms, sleep_until, wait_until, rest_until and attend to the table on
 * top. */
void sleep_primitives(lua_State *L);

#endif
