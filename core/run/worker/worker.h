/* SPDX-License-Identifier: Apache-2.0 */
/* The process of a worker (workers.h): runs the cases that it is given, and tells of them. */
#ifndef SLRUN_RUN_WORKER_H
#define SLRUN_RUN_WORKER_H

#include "run/worker/worker_tell.h"

struct lua_env;
struct ledger;
struct iam_uses;
struct worker_process;

/* Strings are borrowed for as long as it lives. */
struct worker_process_options {
    struct lua_env *env; /* its `noted` is set here */
    struct wire *wire;
    const char *root; /* of conftest.lua files */
    char *note;       /* LIFE_ID_MAX bytes at least: the id of what runs stands there */
    unsigned serial;  /* of the process in the run */
    bool keep;
    struct worker_tells tells;
    struct iam_uses *uses;   /* permissions that cases need; or NULL */
    void (*over)(void *arg); /* it was told to end, all is cleaned up and told */
    void *arg;
};

/* `ledger` may be NULL. NULL: out of memory. */
struct worker_process *worker_process_new(const struct worker_process_options *options,
                                          struct ledger *ledger);

/* A message of the run. */
void worker_process_hear(struct worker_process *process, json_t *message);

/* The loop has closing handles to run. NULL is allowed. */
void worker_process_free(struct worker_process *process);

#endif
