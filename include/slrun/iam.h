/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Since 1.5. What the local cloud knows of AWS IAM: which roles and policies its stacks have, with
 * which keys a role's processes call, and whether its policies let them (IAM User Guide, "Policy
 * evaluation logic"). Requests that such keys sign are judged by the core, by the rows of
 * slrun_service.grants; a local half has nothing to do for that but what slrun_local.grant_args and
 * .policy say.
 */
#ifndef SLRUN_IAM_H
#define SLRUN_IAM_H

#include <stddef.h>

#include <jansson.h>

struct slrun_cloud;

/* Who has assumed a role. Strings are copied. */
struct slrun_iam_session {
    const char *role;    /* ARN */
    const char *name;    /* of the session; that of a function is the function's */
    const char *account; /* 12 digits */
};

/* Temporary credentials. */
struct slrun_iam_keys {
    const char *access_key, *secret_key, *token;
};

/* What a role needs for something that its own processes do not call. Strings are copied. */
struct slrun_iam_need {
    const char *role;     /* ARN */
    const char *name;     /* of the function */
    const char *action;   /* "sqs:ReceiveMessage" */
    const char *resource; /* ARN */
    const char *what;     /* "create the event source mapping": AWS would refuse to ... */
};

struct slrun_iam {
    size_t struct_size;
    /* The keys of a session, always the same for the same session; borrowed until reset. NULL: no
     * memory. */
    const struct slrun_iam_keys *(*session)(const struct slrun_cloud *cloud,
                                            const struct slrun_iam_session *session);
    /*
     * What a stack consists of once it is complete; takes the place of what was known of it.
     * `stack` NULL: it is gone. Members:
     *   File       its template, for messages; or without it
     *   Resources  a list of {"Type", "LogicalId", "PhysicalId", "Line" (0: not known)}; where Type
     *              begins with AWS::IAM:: also "Arn" and "Properties", resolved
     * A role of no stack is not known, and its sessions are not judged. 0, or -1: no memory.
     */
    int (*stack)(const struct slrun_cloud *cloud, const char *stack_id, const json_t *stack);
    /* Whether AWS would refuse it, and here it shall be refused, too: 1, else 0. It is told where
     * AWS would; where the role is not known yet, when its stack is complete. */
    int (*need)(const struct slrun_cloud *cloud, const struct slrun_iam_need *need);
};

#endif
