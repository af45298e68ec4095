/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What happened when in a case, for reports that draw it: its phases, the attempts of its waits,
 * what its listeners heard, where the clock jumped. Collected only where somebody wants it
 * (lua_env.timelines), in memory that has a bound: of many attempts every second, fourth, ...
 * stays.
 */
#ifndef SLRUN_LUA_TIMELINE_H
#define SLRUN_LUA_TIMELINE_H

#include <stdbool.h>

struct lua_env;

enum {
    TIMELINE_LOOKS_MAX = 256,
    TIMELINE_DEADLINES_MAX = 8,
    TIMELINE_PHASES_MAX = 16,
    TIMELINE_JUMPS_MAX = 256,
    TIMELINE_ARRIVALS_MAX = 64,
};

struct timeline;

/* One look of a wait, in milliseconds of the virtual clock. */
struct timeline_attempt {
    double from, to;
    double deadline; /* of its wait; 0: it had none yet */
    double within;   /* so long after its start */
    bool held;       /* what it waits for is there */
};

/* NULL: out of memory. */
struct timeline *timeline_new(const struct lua_env *env);
void timeline_free(struct timeline *timeline);

/* News of the case. NULL is allowed as the timeline, and nothing is done. */
/* One case more: all before is forgotten. `id`: its t.id, which lives as long. */
void timeline_begin(struct timeline *timeline, const char *id);
void timeline_resumed(struct timeline *timeline); /* its code runs on: the clock may have jumped */
void timeline_phase(struct timeline *timeline, const char *phase);
void timeline_attempt(struct timeline *timeline, const struct timeline_attempt *attempt);
void timeline_arrival(struct timeline *timeline, const char *label);

/*
 * All of it, as text of JSON, the caller's to free(); NULL: there is none, or out of memory. What
 * is empty is left out. Times are milliseconds of the virtual clock since the case began:
 *   id         t.id, by which its calls are known (run/session/observer.h)
 *   began      what clock_now() then said; wall: the same since 1970
 *   ended      how long it took
 *   phases     [name, from]
 *   attempts   [from, to, 1 where it held, else 0]: one of `every`, and the last
 *   n_attempts how many there were
 *   every      absent: 1
 *   deadlines  [at, within]: the time of a wait was over, so long after its start
 *   jumps      [at, by]: the clock jumped by so much, and then said `at`
 *   arrivals   [at, label of the listener]
 */
char *timeline_told(struct timeline *timeline);

#endif
