/* SPDX-License-Identifier: Apache-2.0 */
/* Inside of the process of a worker (worker.h): what worker.c and worker_cases.c share. */
#ifndef SLRUN_RUN_WORKER_STATE_H
#define SLRUN_RUN_WORKER_STATE_H

#include "lua/listen/listen_relay.h"
#include "run/fixture/hold.h"
#include "run/fixture/holds.h"
#include "run/life/life.h"
#include "run/session/pace.h"
#include "run/worker/worker.h"
#include "run/worker/worker_files.h"
#include "run/worker/worker_tell.h"

/* Where one case after the other lives. */
struct place {
    struct worker_process *process;
    struct life *life;
    struct worker_file *file;
    struct item item;
    json_t *run;       /* what it was asked for with; */
    json_int_t number; /* by which the run knows it */
    char id[LIFE_ID_MAX];
    struct result result;
    struct hold_wait wait;
    const char *interrupted;
    bool waits;         /* for fixtures */
    struct place *next; /* free, or queued, or running */
};

struct worker_process {
    struct worker_process_options o;
    struct ledger *ledger;
    struct worker_files files;
    struct worker_tell tell;
    struct listen_relay relay;
    struct place *free, *running;
    struct place *first, *last; /* that are to be started */
    struct pace pace;
    size_t ids;     /* given out */
    char *why;      /* of an interrupt */
    json_t *denied; /* what AWS would refuse: the environment's; or NULL */
    bool ending, told;
};

/* worker.c */
void worker_process_say(struct worker_process *process, json_t *message); /* takes it over */
/* Ends the process, if it was told to end and nothing is left to do. */
void worker_process_look(struct worker_process *process);

/* worker_cases.c */

/* The message "run": the case begins when its turn comes. */
void worker_case_run(struct worker_process *process, json_t *run);
/* The message "interrupt". */
void worker_case_interrupt(struct worker_process *process, const json_t *message);
/* Starts those whose turn it is; a `go` of the process' pace. */
void worker_cases_start(void *process);
void worker_cases_free(struct worker_process *process);

#endif
