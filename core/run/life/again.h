/* SPDX-License-Identifier: Apache-2.0 */
/* Another try of a case that has failed, after a pause by the clock of the run. */
#ifndef SLRUN_RUN_AGAIN_H
#define SLRUN_RUN_AGAIN_H

#include "lua/waiting/clock.h"
#include "run/life/result.h"

/* A member of its owner, zeroed at first. */
struct again {
    struct alarm alarm;
    struct alarms *alarms; /* NULL: no room was made for the alarm yet */
    void (*over)(void *arg);
    void *arg;
};

/* Makes the result that of a new try, which keeps this one as its earlier one. False: out of
 * memory. */
bool again_keep(struct result *result);

/* The new try is not made: the result is that of the one before. */
void again_take_back(struct result *result);

/* Has over() called after the pause, on a later turn of the loop. False: out of memory. */
bool again_after(struct again *again, struct lua_env *env, double pause_ms);

bool again_waits(const struct again *again);
void again_stop(struct again *again);

/* Its alarm's place is given up. */
void again_close(struct again *again);

#endif
