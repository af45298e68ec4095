/* SPDX-License-Identifier: Apache-2.0 */
/* A sweep: goes through the ledgers of runs that are over, and undoes what they name. */
#ifndef SLRUN_RUN_SWEEP_H
#define SLRUN_RUN_SWEEP_H

#include "run/ledger/sweep_work.h"

struct sweep_options {
    uv_loop_t *loop;
    struct registry *registry;
    struct call_env *calls; /* NULL with dry_run */
    const char *directory;
    const char *run_id;    /* NULL: every run */
    int64_t older_than_ms; /* only runs that began before that; 0: all */
    bool dry_run;          /* tells, and sends nothing */
    const struct identity *identity;
    FILE *out; /* a line for each thing */
    void (*done)(void *arg);
    void *arg;
};

struct sweep_summary {
    size_t swept;              /* runs whose ledgers were worked on */
    size_t live, young, other; /* left: the run lives, is not old enough, is of another identity */
    size_t broken;             /* could not be read, in whole or in part */
    struct sweep_counts counts;
};

struct sweep;

/* NULL with `error` filled. */
struct sweep *sweep_new(const struct sweep_options *options, struct slrun_error *error);

/* done() comes on a later turn of the loop, unless sweep_free() comes before. */
void sweep_start(struct sweep *sweep);

const struct sweep_summary *sweep_summary(const struct sweep *sweep);
void sweep_free(struct sweep *sweep);

#endif
