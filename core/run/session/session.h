/* SPDX-License-Identifier: Apache-2.0 */
/* A run: keeps so many cases in flight, starts the next as one ends, collects the results. */
#ifndef SLRUN_RUN_SESSION_H
#define SLRUN_RUN_SESSION_H

#include "run/collect/collect.h"
#include "run/session/looks.h"
#include "run/session/observer.h"

enum { SESSION_JOBS = 256, SESSION_JOBS_MAX = 100000 };

struct workers;

struct session_options {
    unsigned jobs;       /* cases in flight at most */
    size_t max_failures; /* 0: no bound; 1 is -x */
    bool stepwise;       /* the next run goes on where this one stops (--sw) */
    bool shuffle;        /* start cases in the order of `seed` */
    uint32_t seed;
    bool keep;               /* what failed cases made stays, for a sweep */
    unsigned calls;          /* what of the calls is wanted (enum observer_calls) */
    double rerun_delay_ms;   /* before a case is tried again */
    struct iam_uses *uses;   /* notes which permissions the run needs; borrowed, or NULL */
    struct workers *workers; /* where the cases run (workers.h); NULL: here. `jobs` is of each */
    const struct observer *observer;
    void *observer_self;
};

struct session;

/* NULL: out of memory. The collection stays the caller's and outlives the session. */
struct session *session_new(struct lua_env *env, const struct collection *collection,
                            const struct session_options *options);

/* Starts the cases; `done` is called when the last is over. Then session_summary() is complete. */
void session_start(struct session *session, void (*done)(void *arg), void *arg);

/* Starts nothing more, ends every body, lets the clean-ups run. A second call: stops at once, and
 * `done` comes before it returns. */
void session_interrupt(struct session *session, enum stop stop, const char *why);

/* A look at the cases in flight. */
void session_look(const struct session *session, struct looks *looks);

const struct run_summary *session_summary(const struct session *session);
void session_free(struct session *session);

#endif
