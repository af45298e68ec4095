/* SPDX-License-Identifier: Apache-2.0 */
/* What the specs of a run share. Filled once by core/run; borrowed by every spec. */
#ifndef SLRUN_LUA_ENV_H
#define SLRUN_LUA_ENV_H

#include <uv.h>

#include "plugin/call.h"
#include "plugin/registry.h"

struct autopsy_hub;
struct chunk;
struct coro;
struct listen_hub;
struct listen_relay;
struct rest_queue;
struct run_clock;
struct stack_names;

/* A coroutine that waits until what was noted for it is durable. A member of its owner. */
struct lua_journal_wait {
    struct lua_journal_wait *next, *previous; /* of the journal */
    uint64_t batch;                           /* of the journal */
    /* Once, on a later turn of the loop; `error` is borrowed, NULL: it is durable. */
    void (*ready)(struct lua_journal_wait *wait, const struct slrun_error *error);
};

/*
 * Where it is written down, before it is made, what must be undone if this process dies. The
 * functions are core/run's; all are called on the loop's thread.
 */
struct lua_journal {
    /* Notes an intent or a claim (`type`) with its fields (a reference that is taken over). The
     * number of the entry; 0: nothing need be durable; -1 with `error` filled. */
    int64_t (*note)(struct lua_journal *journal, const char *type, json_t *fields,
                    struct slrun_error *error);
    /* Waits until all that was noted so far is durable. */
    void (*wait)(struct lua_journal *journal, struct lua_journal_wait *wait);
    /* Ends a wait: ready() is not called. */
    void (*forget)(struct lua_journal *journal, struct lua_journal_wait *wait);
    /* What became of an entry: "made", "void" (it was not made, or it is somebody else's: `why`) or
     * "done" (it is undone). `fields` is taken over and may be NULL. */
    void (*mark)(struct lua_journal *journal, int64_t number, const char *what, json_t *fields);
    bool tells; /* it tells the user of what it is marked with: no warnings beside it */
};

enum { NOTED_MAX = 64 };

struct lua_env {
    uv_loop_t *loop;
    struct registry *registry;
    struct call_env *calls;  /* NULL while collecting: an operation is then an error */
    const char *target;      /* "local", "endpoint", "aws" */
    const char *target_name; /* what --target-name calls it; or NULL */
    const char *run_id;
    int64_t timeout_ms;         /* of cases that do not say theirs; 0: their SLA and a minute */
    unsigned reruns;            /* further tries of failed cases that do not say how many */
    bool run_xfail;             /* marks `xfail` mean nothing */
    unsigned repeat;            /* so many cases are made of each; 0 and 1: one */
    const json_t *config;       /* what require "slrun.config" returns, an object; NULL: nothing */
    const json_t *known_tags;   /* tags that specs may use, keys of an object; NULL: any */
    struct stack_names *stacks; /* that are there already (stack.h); NULL: none was named */
    double stack_timeout_ms;    /* how long those are waited for */
    /* Tells whoever looks, while the run goes on: one line. NULL: nobody does. */
    void (*notice)(void *arg, const char *text);
    void *notice_arg;
    const json_t *tags;          /* that what operations create gets (tags.h); or NULL */
    struct lua_journal *journal; /* NULL where the target dies with the run */
    struct chunk *chunks;        /* compiled once (chunk.h) */
    struct coro *free_coros;     /* kept for the next case */
    const struct listen_relay
        *relay;                   /* of a worker: readers are the run's (listen_relay.h); or NULL */
    struct listen_hub *listening; /* made when the first listener opens (listen.h) */
    struct autopsy_hub *autopsies; /* made when the first case has failed (autopsy.h) */
    json_t *requests;              /* of cases: autopsy_note_request() (autopsy.h); or NULL */
    struct rest_queue *resting;    /* rest.h; NULL: nobody had to queue yet */
    struct run_clock *clock;       /* clock.h; made when first asked for */
    const json_t *denied; /* what AWS would refuse to functions (run/session/observer.h); or NULL */
    bool timelines;       /* somebody wants to know what happened when in cases */
    char *noted;    /* where the t.id of the case that runs is noted, of NOTED_MAX bytes; or NULL */
    bool lost;      /* the target has ended, with all that was in it: nothing is to be undone */
    double stalled; /* when Lua code that had stalled the loop ended */
};

#endif
