/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which case is started next. Cases come in the order of collection, but for two kinds: one of a
 * group (serial = "name") waits until no other of its group runs, and those that run alone
 * (serial = true) come last, one after the other, when nothing else runs.
 */
#ifndef SLRUN_RUN_ORDER_H
#define SLRUN_RUN_ORDER_H

#include <stdint.h>

#include "run/collect/collect.h"

struct order;

/* `one_at_a_time`: every case runs alone anyhow, so none is put off. NULL: out of memory. */
struct order *order_new(const struct collection *collection, bool one_at_a_time);
void order_free(struct order *order);

/* Has the cases come in an order that only their number and the seed decide, in place of that of
 * collection. Before the first is asked for. False: out of memory. */
bool order_shuffle(struct order *order, uint32_t seed);

/* Where cases run apart from one another: in worker processes. */
struct order_lanes {
    unsigned n;
    size_t most;             /* cases of a lane at a time */
    const uint64_t *weights; /* of the items, by which files are given out (deal.h); or NULL */
    unsigned *of;            /* borrowed; of[file] becomes the lane of the file */
};

/* Cases are given out to lanes, and a file stays in one. Lanes take turns; within one, cases keep
 * their order. A lane takes another file when it has started all of the one before, and either none
 * of its cases runs or it is hungry. After order_shuffle(). False: out of memory. */
bool order_lanes(struct order *order, const struct order_lanes *lanes);

/* A lane that has started all of its cases while files are left: it is to be asked whether it is
 * hungry, which is told once. False: there is none. */
bool order_dry(struct order *order, unsigned *lane);
/* The lane that was asked is hungry. */
void order_feed(struct order *order, unsigned lane);

/* The next case that may start while `busy` others run; false: none may, now or at all. */
bool order_next(struct order *order, size_t busy, size_t *item);

/* A case is over: the next of its group may start. */
void order_done(struct order *order, size_t item);

/* Whether cases are left that have not been started. */
bool order_left(const struct order *order);

#endif
