/* SPDX-License-Identifier: Apache-2.0 */
/* Dealing cases out: to the machines of --shard, to the jobs of a matrix, to worker processes. */
#ifndef SLRUN_RUN_SHARD_H
#define SLRUN_RUN_SHARD_H

#include "run/collect/collect.h"

enum { SHARDS_MAX = 10000 };

struct shard {
    unsigned i, n; /* the i-th of n, from 1; n is 0: not asked for */
};

/* Reads "2/4". 0, or -1 with `error` filled. */
int shard_read(const char *text, struct shard *shard, struct slrun_error *error);

/*
 * Which of the n parts (from 0) each case of the collection belongs to, so that all take about as
 * long (durations_weigh): the heaviest first, each to the part that is lightest so far. Files stay
 * whole; with `split` one that weighs more than a fair share is dealt out case by case, unless a
 * case of it uses a fixture of scope file. The same collection and the same cache make the same
 * parts. NULL: out of memory. The list is the caller's, to be freed.
 */
unsigned *shard_deal(const struct collection *collection, unsigned n, bool split);

/* Leaves the cases of the shard; they are not counted as deselected. 0, or -1 with `error` filled.
 */
int shard_narrow(const struct shard *shard, struct collection *collection,
                 struct slrun_error *error);

#endif
