/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Many alarms on one libuv timer, by a clock that is the monotonic one plus jumps. Alarms are
 * members of their owners; setting and stopping one costs no allocation. Times are milliseconds of
 * the alarms' clock, with fraction.
 */
#ifndef SLRUN_NET_ALARM_H
#define SLRUN_NET_ALARM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct uv_loop_s; /* uv_loop_t */
struct alarms;

/* Zeroed before its first use. */
struct alarm {
    double due;
    uint64_t order; /* of those that are due at one time: first set, first rung */
    size_t at;      /* place in the heap, from 1; 0: it is not set */
    void (*ring)(struct alarm *alarm); /* it is not set any more, and may be set again or freed */
};

/* NULL: out of memory. */
struct alarms *alarms_new(struct uv_loop_s *loop);

/* All that are set are forgotten. The loop has closing handles to run. NULL is allowed. */
void alarms_free(struct alarms *alarms);

/* The time. It starts as the monotonic clock. */
double alarms_now(const struct alarms *alarms);

/* Room for one more alarm, so that setting it cannot fail: once for each that exists, and back when
 * it is gone. 0, or -1: out of memory. */
int alarms_promise(struct alarms *alarms);
void alarms_take_back(struct alarms *alarms);

/* Has it rung when that time is there, on a later turn of the loop, also when it is past already.
 * One that is set is moved. */
void alarm_set(struct alarms *alarms, struct alarm *alarm, double due);
/* Harmless for one that is not set. */
void alarm_stop(struct alarms *alarms, struct alarm *alarm);
bool alarm_is_set(const struct alarm *alarm);

/* When the next one is due, or INFINITY. With `within`: the last of those that are due so long
 * after the next one at the latest. */
double alarms_next(const struct alarms *alarms, double within);

/* Moves the clock on: what is due then rings on the next turn of the loop. */
void alarms_jump(struct alarms *alarms, double ms);

/* All jumps together. */
double alarms_jumped(const struct alarms *alarms);

#endif
