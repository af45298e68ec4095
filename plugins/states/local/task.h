/* SPDX-License-Identifier: Apache-2.0 */
/* The work of a Task state, from its schedule to its end. */
#ifndef SLRUN_STATES_TASK_H
#define SLRUN_STATES_TASK_H

#include "local/run.h"

enum { SERVICE_SIZE = 64, ACTION_SIZE = 96, TYPE_SIZE = 80 };

/* How an integration ends, by what stands behind its action. */
enum pattern { PATTERN_ANSWER, PATTERN_SYNC, PATTERN_SYNC_2, PATTERN_TOKEN };

/* What a Resource says. */
struct resource {
    enum { RESOURCE_LAMBDA, RESOURCE_ACTIVITY, RESOURCE_SERVICE, RESOURCE_SDK } kind;
    char service[SERVICE_SIZE]; /* "sqs"; of an SDK's as the SDK has it: "sfn" */
    char action[ACTION_SIZE];   /* "sendMessage" */
    char type[TYPE_SIZE];       /* in histories: "sqs", "aws-sdk:sfn" */
    char resource[ACTION_SIZE]; /* in histories: "sendMessage.waitForTaskToken" */
    enum pattern pattern;
};

struct task {
    struct branch *b;
    struct resource to;
    char token[TOKEN_SIZE];     /* "": it has none */
    bool begun;                 /* of an activity: a worker has it */
    bool submitted;             /* what it waits for is under way */
    int64_t timeout, heartbeat; /* seconds; 0: none */
    struct slrun_timer *deadline, *beat;
    struct slrun_calling *calling;
    struct destination *sending; /* of an HTTP task */
    struct slrun_watch *watch;   /* of the execution that it waits for */
    char watched[ARN_SIZE];
    json_t *role; /* of Credentials: who calls in place of the state machine; or NULL */
};

/* ---- task_read.c ---- */

/* "arn:aws:states:::sqs:sendMessage.waitForTaskToken" */
void resource_read(const char *arn, struct resource *to);
/* A new token; whether a text may have been one. */
void token_make(const struct slrun_cloud *cloud, char token[TOKEN_SIZE]);
bool token_is_one(const char *token);

/* ---- task.c ---- */

/* The token of a branch's task, or NULL. */
const char *task_token(const struct branch *b);
/* The task with a token, or NULL. */
struct task *task_with(const struct service *service, const char *token);
/* A worker takes the task of an activity. */
void task_begin(struct task *task, const char *worker);
void task_beat(struct task *task);
/* It is under way: what was answered (borrowed). */
void task_submitted(struct task *task, const json_t *answer);
/* It has ended well (`result` is taken over), or by an error of that name and cause, which may be
 * NULL. The task is gone afterwards, and the execution may be. */
void task_succeed(struct task *task, json_t *result);
void task_fail(struct task *task, const char *error, const char *cause);
/* What of a task is kept with its branch; and a task that was under way. */
void task_keep(const struct branch *b, json_t *doc);
void task_resume(struct branch *b, const json_t *doc);

/* ---- integration.c ---- */

/* Begins what a service is asked for; it may end the task at once. */
void integration_begin(struct task *task);

#endif
