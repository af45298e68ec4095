/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How fast cases are started. A case that starts while hundreds of requests wait for a connection
 * gains no time: its own would only wait behind them, and it would take memory meanwhile.
 */
#ifndef SLRUN_RUN_PACE_H
#define SLRUN_RUN_PACE_H

#include <stdbool.h>

#include <uv.h>

#include "plugin/call.h"

enum {
    PACE_STARTS = 32, /* in one turn of the loop: signals and answers must get their turns too */
    PACE_TRICKLE_MS = 1,
};

struct pace {
    const struct call_env *calls; /* NULL: no request waits */
    uv_idle_t now;
    uv_timer_t later;
    void (*go)(void *arg);
    void *arg;
    void (*closed)(void *arg);
    int open; /* handles of the two */
};

/* `go` is called by pace_again(), on a turn of the loop. */
void pace_open(struct pace *pace, uv_loop_t *loop, void (*go)(void *arg), void *arg);

/* How many cases may be started now: at least one. */
unsigned pace_starts(const struct pace *pace);

/* Calls go() soon, and again and again until pace_stop(). */
void pace_again(struct pace *pace);
void pace_stop(struct pace *pace);
/* Whether go() comes. */
bool pace_goes(const struct pace *pace);

/* `closed` comes on a later turn of the loop; the pace is the caller's to free then. */
void pace_close(struct pace *pace, void (*closed)(void *arg));

#endif
