/* SPDX-License-Identifier: Apache-2.0 */
/* How long cases took in earlier runs, from the cache: what balances shards and workers. */
#ifndef SLRUN_RUN_DURATIONS_H
#define SLRUN_RUN_DURATIONS_H

#include <stdint.h>

#include "run/collect/collect.h"

enum {
    DURATIONS_MAX = 500000,        /* cases that are remembered */
    DURATIONS_LEAST_US = 1000,     /* a case counts for so much at least */
    DURATIONS_WORTH_SECONDS = 1,   /* a shorter run need not be balanced, and records nothing */
    DURATIONS_MOST_SECONDS = 86400 /* more is an error of some clock */
};

/* Weighs every case of the collection, in microseconds: what it took last; where that is not known
 * the mean of those where it is; where nothing is known all weigh the same. NULL: out of memory.
 * The list is the caller's, to be freed. */
uint64_t *durations_weigh(const struct collection *collection);

/* A case by its id, for durations_keep(). */
struct duration {
    const char *id;
    double seconds;
};

/* Writes those of all cases of a run that came to their end to the cache, beside those of others.
 * 0, or -1 with `error` filled. */
int durations_keep_run(const struct run_summary *summary, struct slrun_error *error);

#endif
