/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the wait engine (parts/wait.lua) needs of C: its deadline, which begins when the first
 * request is sent; how long requests queued for a connection; and the end of a request that is
 * still in flight when the deadline has come.
 */
#ifndef SLRUN_LUA_WAITING_H
#define SLRUN_LUA_WAITING_H

#include <stdbool.h>
#include <stdint.h>

#include <lua.h>

#include "lua/waiting/waiting_state.h"

struct coro;

enum {
    WAITING_REST_MS = 2000, /* for a request in flight when the deadline comes: real time */
    WAITING_STALL_MS = 100, /* Lua code that runs longer than this stalls the loop */
};

/* A call begins to queue: `rest_over` comes when it is still there WAITING_REST_MS after the
 * deadline of the wait under way. Nothing happens outside of a wait. */
void waiting_call_begins(struct coro *coro, void (*rest_over)(struct alarm *alarm));
/* It is sent, after so long in the queue. */
void waiting_call_sent(struct coro *coro, double queued_ms);
/* It takes what it returns from others (SLRUN_OP_CONSUMES). */
void waiting_call_takes(struct coro *coro);
/* It is over: answered or cancelled. */
void waiting_call_over(struct coro *coro);

/* Whether a poll runs: an item that is not there is then no error, but nothing. */
bool waiting_in_poll(const struct coro *coro);

/* Milliseconds until the deadline of the wait under way; INT64_MAX without one. */
int64_t waiting_left_ms(const struct coro *coro);

/* Adds deadline, set_deadline, polling, takes, queued, sent, stalled, attempted and calls to the
 * table on top. */
void waiting_primitives(lua_State *L);

#endif
