/* SPDX-License-Identifier: Apache-2.0 */
/* What earlier runs say of this one: pytest's --lf, --ff, --nf and --sw. */
#ifndef SLRUN_RUN_RECALL_H
#define SLRUN_RUN_RECALL_H

#include "run/collect/collect.h"

enum { RECALL_STATUS_MAX = 160 };

struct recall_options {
    bool last_failed;   /* only what failed last, if something did */
    bool none;          /* if nothing did: nothing, in place of all */
    bool failed_first;  /* what failed last, then the rest */
    bool new_first;     /* new cases, then the rest, of both the newest file first */
    bool stepwise;      /* from the one that failed on, to the next that fails */
    bool stepwise_skip; /* one that fails is passed over */
};

/* A run's memory; zero it, then set `o`. */
struct recall {
    struct recall_options o;
    json_t *failed;                 /* ids to true; NULL: not read */
    char status[RECALL_STATUS_MAX]; /* for the header; or empty */
};

/* Before cases are selected: leaves what failed last. They are not counted as deselected. */
void recall_narrow(struct recall *recall, struct collection *collection);

/* After it: brings the cases into their order, or begins where the last run stopped. 0, or -1 with
 * `error` filled. */
int recall_order(struct recall *recall, struct collection *collection, struct slrun_error *error);

/* How many failures end a run: that of --sw, else `otherwise`. */
size_t recall_max_failures(const struct recall *recall, size_t otherwise);

/* Keeps for the next run what came of this one. 0, or -1 with `error` filled. */
int recall_keep(const struct recall *recall, const struct collection *collection,
                const struct run_summary *summary, struct slrun_error *error);

void recall_free(struct recall *recall);

#endif
