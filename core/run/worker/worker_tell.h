/* SPDX-License-Identifier: Apache-2.0 */
/* What a worker process tells the run besides its cases' results: calls and what permissions they
 * need, what cases print, fixtures that come and go, what is waited for, that it has nothing to do.
 */
#ifndef SLRUN_RUN_WORKER_TELL_H
#define SLRUN_RUN_WORKER_TELL_H

#include "run/session/calls.h"
#include "run/session/looks.h"
#include "run/session/pace.h"
#include "run/worker/wire.h"

/* As the run wants it; in the hello. */
struct worker_tells {
    unsigned calls;   /* enum observer_calls */
    bool says, moves; /* what cases print, fixtures */
    bool looks;       /* now and then, what is waited for */
};

json_t *worker_tells_to_json(const struct worker_tells *tells);
struct worker_tells worker_tells_from_json(const json_t *json);

/* A member of its owner, zeroed at first. */
struct worker_tell {
    struct observer observer; /* of cases and their fixtures */
    struct run_calls calls;
    struct wire *wire;
    uv_timer_t *timer;                            /* of looks; NULL: none are wanted */
    void (*look)(void *arg, struct looks *looks); /* asked: the cases in flight */
    void *arg;
    const struct pace *pace; /* of cases that are to be begun */
    struct lull *lull;
    bool hungry; /* it is to tell when it has nothing to do */
};

struct worker_tell_options {
    struct worker_tells tells;
    struct lua_env *env; /* its calls are observed */
    struct wire *wire;
    struct iam_uses *uses; /* or NULL */
    void (*look)(void *arg, struct looks *looks);
    const struct pace *pace;
    void *arg;
};

void worker_tell_open(struct worker_tell *tell, const struct worker_tell_options *options);

/* Of a fixture of scope file. */
void worker_tell_move(struct worker_tell *tell, const struct fixture_move *move);
void worker_tell_says(struct worker_tell *tell, const char *fixture, const char *text);

/* What is better told in one piece: after each case. */
void worker_tell_gathered(struct worker_tell *tell);

/* Tells the run when it could do with another file: all its cases have begun, and the loop sleeps.
 * So a case that computes for long keeps no file from the other workers. */
void worker_tell_hungry(struct worker_tell *tell);

/* The loop has closing handles to run. */
void worker_tell_close(struct worker_tell *tell);

#endif
