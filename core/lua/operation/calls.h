/* SPDX-License-Identifier: Apache-2.0 */
/* What becomes known of the calls of operations: whose they are, as text without secrets. */
#ifndef SLRUN_LUA_CALLS_H
#define SLRUN_LUA_CALLS_H

#include "plugin/call_copy.h"

struct coro;

/* A call that is over; all is borrowed. */
struct lua_call {
    const struct coro *coro; /* which made it */
    const struct call_record *record;
    const struct call_copy *call; /* NULL: no details are wanted, or out of memory */
};

/* Observes all calls of a run. */
struct lua_calls {
    struct call_observer observer; /* first; for calls_open() to fill */
    /* Optional. What it returns comes back as record->noted. */
    void *(*begins)(struct lua_calls *calls, const struct call_begin *begin);
    void (*ended)(struct lua_calls *calls, const struct lua_call *call);
    size_t body_max; /* bytes of each body; 0: neither request nor response is wanted */
    void *owner;
    struct buf copy; /* of the latest call */
};

/* `details`: what the calls were is wanted, and not only that they were. */
void calls_open(struct lua_calls *calls, bool details);
/* Frees what it holds; once all calls are over. May be called of one that is all zero. */
void calls_close(struct lua_calls *calls);

#endif
