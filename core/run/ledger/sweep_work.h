/* SPDX-License-Identifier: Apache-2.0 */
/* Undoes what is open in one ledger: the clean-up of its cases runs, as the run would have done;
 * first all claims, then all undos. */
#ifndef SLRUN_RUN_SWEEP_WORK_H
#define SLRUN_RUN_SWEEP_WORK_H

#include <stdio.h>

#include "run/ledger/ledger_book.h"

enum {
    SWEEP_JOBS = 32,                /* cases at once */
    SWEEP_CASE_MS = 10 * 60 * 1000, /* for one of them */
    SWEEP_FRESH_S = 60,             /* so long a request of a dead run may still be on its way */
};

struct sweep_counts {
    size_t undone, kept, failed;
};

struct sweep_work_options {
    uv_loop_t *loop;
    struct registry *registry;
    struct call_env *calls;
    FILE *out; /* a line for each thing */
    struct sweep_counts *counts;
    void (*done)(void *arg); /* on a later turn of the loop */
    void *arg;
};

struct sweep_work;

/* Whether what the entry names may be removed: its name carries the run's id, or its tags are asked
 * first. Claims say by themselves what is the run's. */
bool sweep_owns(const struct book *book, const struct book_entry *entry);

/* The book stays open and is marked; what could not be undone stays open in it. NULL: out of
 * memory. */
struct sweep_work *sweep_work_start(const struct sweep_work_options *options, struct book *book);

/* Ends what runs; timers close with the next turns of the loop. NULL is allowed. */
void sweep_work_free(struct sweep_work *work);

#endif
