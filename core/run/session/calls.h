/* SPDX-License-Identifier: Apache-2.0 */
/* The calls of a run, on their way to the reporters. */
#ifndef SLRUN_RUN_CALLS_H
#define SLRUN_RUN_CALLS_H

#include "lua/env.h"
#include "lua/operation/calls.h"
#include "run/iam/iam.h"
#include "run/session/observer.h"

enum { CALLS_BODY_MAX = 64 * 1024 }; /* bytes of each body that reporters get */

/* Room for it is in the session. */
struct run_calls {
    struct lua_calls observed;
    struct lua_env *env;
    const struct observer *observer;
    void *observer_self;
    unsigned wanted;       /* enum observer_calls */
    struct iam_uses *uses; /* or NULL */
};

/* From now on all calls of the run are observed, if anything is wanted of them. The upper part of
 * `calls` is zero, the lower is filled. */
void run_calls_open(struct run_calls *calls);
void run_calls_close(struct run_calls *calls);
/* Calls that end from here on are not told: the reporters may be gone, and the target. */
void run_calls_mute(struct run_calls *calls);

#endif
