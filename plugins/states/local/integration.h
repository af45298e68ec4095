/* SPDX-License-Identifier: Apache-2.0 */
/* Services that tasks call: which there are, and how arguments, results and errors look. */
#ifndef SLRUN_STATES_INTEGRATION_H
#define SLRUN_STATES_INTEGRATION_H

#include "local/task.h"

/* A service as the SDK integrations know it. */
struct sdk_service {
    const char *name;    /* in resources: "sfn" */
    const char *errors;  /* before the names of errors: "Sfn" */
    const char *plugin;  /* "states" */
    const char *signing; /* of requests as they go over the wire; NULL: operations are called */
    const char *target;  /* of these: what stands before the dot in X-Amz-Target */
    const char *version; /* of AWS JSON: "1.0" */
    bool lower;          /* its members begin with a small letter */
};

/* A service that Step Functions has integrations of its own with. */
struct optimized {
    const char *service; /* in resources: "states" */
    const char *sdk;     /* its SDK's name: "sfn" */
    const char *errors;  /* "StepFunctions" */
    const char *product; /* in causes: "AWSStepFunctions" */
    const char *actions; /* those there are, with a blank between one and the next */
    bool metadata;       /* results tell of HTTP */
};

const struct optimized *optimized_of(const char *service, const char *action);

/* Who calls in the name of the state machine, or of the role that a task (or NULL) names; its texts
 * are the execution's and the task's. */
struct slrun_iam_caller integration_caller(const struct execution *x, const struct task *task);
/* A call is made so. */
void integration_as_machine(const struct execution *x, const struct task *task,
                            struct slrun_calling *calling);

/* ---- data.c ---- */

/* The arguments of an operation: members that take JSON as text are made so, names begin as the
 * service has them; of put_events also what Step Functions adds. A new reference. */
json_t *integration_args(const struct task *task, const struct sdk_service *service);
/* A result as states see it. `result` is borrowed; so is the answer that it was read from, which is
 * NULL where an operation was called. */
json_t *integration_result(const struct task *task, const struct sdk_service *service,
                           const json_t *result, const struct slrun_response *response);
/* Ends the task by a service's error. */
void integration_fail(struct task *task, const struct sdk_service *service,
                      const struct slrun_error *error);

/* ---- metadata.c ---- */

/* Adds what a result tells of HTTP: by the answer that it was read from, or NULL. */
void metadata_add(const struct task *task, const struct sdk_service *service, json_t *result,
                  const struct slrun_response *response);

#endif
