/* SPDX-License-Identifier: Apache-2.0 */
/* What the phases of a deployment share; for the files of deployment.h only. */
#ifndef SLRUN_CLOUDFORMATION_RUN_H
#define SLRUN_CLOUDFORMATION_RUN_H

#include "engine/deployment.h"
#include "engine/graph.h"
#include "engine/step.h"

enum { REASON_SIZE = 1600 };

/* A stretch of a deployment: what is done with each resource, and what comes when all are done. */
struct phase {
    void (*begin)(struct deployment *d); /* may run_fail() resources at once; or NULL */
    void (*start)(struct deployment *d, const char *id); /* ends in run_done(), now or later */
    void (*end)(struct deployment *d);                   /* may begin another, or run_end() */
    bool stops; /* nothing more is begun once a resource has failed */
};

struct deployment {
    struct stack *stack; /* NULL: it was abandoned */
    const struct slrun_cloud *cloud;
    struct plan plan;
    json_t *change;
    json_t *exports; /* name to value, as they were when it began */
    json_t *before;  /* resources before an update; NULL: it is none */
    json_t *retain;
    enum on_failure on_failure;
    bool deletes_new;
    bool cancelled; /* an update, which is to go back */
    const struct phase *phase;
    struct graph *graph;
    size_t running;
    bool pumping;
    json_t *failed;           /* ids, in this phase */
    char reason[REASON_SIZE]; /* why it fails, where that is no resource */
};

/* A deployment of the stack, whose status and phases are its caller's. `options` may be NULL. NULL:
 * no memory. */
struct deployment *run_begin(struct stack *stack, const struct deployment_options *options);
/* Begins a phase over `entries` (graph.h). It is the last thing that its caller does. */
void run_phase(struct deployment *d, const struct phase *phase, const json_t *entries,
               bool reverse);
/* A resource of the phase is done. */
void run_done(struct deployment *d, const char *id, bool ok);
/* One that was not begun, and is not to be, has failed. */
void run_fail(struct deployment *d, const char *id);
/* The deployment is over, with this status. It is the last thing that its caller does. */
void run_end(struct deployment *d, const char *status, const char *reason);

json_t *run_resources(const struct deployment *d);
json_t *run_garbage(const struct deployment *d);
/* "The following resource(s) failed to VERB: [A, B]. " into d->reason, unless there is a reason. */
void run_blame(struct deployment *d, const char *verb);

/* ---- phases ---- */

extern const struct phase phase_apply;    /* apply.c: creates, updates, replaces */
extern const struct phase phase_rollback; /* remove.c: after a failed creation */
extern const struct phase phase_delete;   /* remove.c: the stack */
extern const struct phase phase_cleanup;  /* remove.c: what an update left over */
extern const struct phase phase_revert;   /* revert.c: after a failed update */

/* After phase_apply has failed in an update, or was cancelled. */
void revert_begin(struct deployment *d);
/* Cleans up, then ends with `status`. */
void cleanup_begin(struct deployment *d);

#endif
