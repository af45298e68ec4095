/* SPDX-License-Identifier: Apache-2.0 */
/* The part of a coroutine that belongs to the wait under way (waiting.h). */
#ifndef SLRUN_LUA_WAITING_STATE_H
#define SLRUN_LUA_WAITING_STATE_H

#include <stdbool.h>

struct alarm;

/* Times in milliseconds of the virtual clock (clock.h); 0: none. */
struct waiting {
    double deadline; /* of the wait under way */
    double within;   /* the deadline is this long after the first call is sent */
    double outer;    /* deadline of the wait around it */
    double sent;     /* when the first call of the wait was sent */
    double queued;   /* calls have queued for so long since it was last asked */
    double held;     /* the coroutine itself queued, before its attempt could begin */
    void (*rest_over)(struct alarm *alarm); /* of the call under way */
    unsigned calls;                         /* that the coroutine has made so far */
    bool polling;                           /* the poll runs, and no check */
    bool takes;                             /* a poll took what it returned from others */
};

#endif
