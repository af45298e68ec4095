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

struct slrun_calling;
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

/* For whom a service of this cloud calls another, or needs something. Strings are copied. */
struct slrun_iam_caller {
    const char *service; /* its principal: "events.amazonaws.com" */
    const char *role;    /* ARN of the role that it assumes for that, which must trust it; NULL: it
                            comes as itself, and the policy of what it calls must let it in */
    const char *name;    /* of the role's session; that of a function is the function's. NULL: what
                            stands last in `source` */
    const char *source;  /* ARN of what it does that for (aws:SourceArn): a rule, a topic, a bucket,
                            a function */
    const char *what;    /* "send to the destination of": AWS would refuse to ... function X;
                            or NULL */
};

/* What somebody needs for something that is not called in its name here. */
struct slrun_iam_need {
    struct slrun_iam_caller caller;
    const char *action;   /* "sqs:ReceiveMessage"; NULL: no more than to assume the role */
    const char *resource; /* ARN */
};

/* A request to an address that a resource has of its own: a function's URL. */
struct slrun_iam_visit {
    const char *access_key; /* that has signed it; NULL: nobody's has, or it does not matter */
    const char *action;     /* "lambda:InvokeFunctionUrl" */
    const char *resource;   /* ARN */
    const json_t *policy;   /* the resource's own, or NULL */
    const json_t *keys;     /* condition keys that only such requests have, with their values */
    const char *what;       /* of nobody: "answer requests to the URL of": AWS would refuse to ...
                               function X */
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
     *              begins with AWS::IAM:: also "Arn" and "Properties", resolved; where it ends with
     *              Policy or Permission "Properties" alone
     *   Changing   true: it is being made, changed or removed; Resources are those before that
     * A role of no stack is not known, and its sessions are not judged. 0, or -1: no memory.
     */
    int (*stack)(const struct slrun_cloud *cloud, const char *stack_id, const json_t *stack);
    /* Whether AWS would refuse it, and here it shall be refused, too: 1, else 0. It is told where
     * AWS would; where the role is not known yet, when its stack is complete. */
    int (*need)(const struct slrun_cloud *cloud, const struct slrun_iam_need *need);
    /*
     * A call or request (slrun_cloud.call, .request) that has just been started, and not been
     * served yet, is one for `caller`, and judged so. What AWS would refuse is told, and, where it
     * shall be refused here, answered with the called service's error. What no service's caller has
     * been told of is not judged. `calling` NULL: nothing.
     */
    void (*on_behalf)(struct slrun_calling *calling, const struct slrun_iam_caller *caller);
    /* Keys that a service has made (slrun_cloud.key_add) are those of a session: who has assumed a
     * role calls with them. Nothing where the role is not known. */
    void (*assumed)(const struct slrun_cloud *cloud, const struct slrun_iam_session *session,
                    const struct slrun_iam_keys *keys);
    /* Whose keys these are: 0 with *session filled, its texts borrowed until reset; -1: no
     * session's. */
    int (*whose)(const struct slrun_cloud *cloud, const char *access_key,
                 struct slrun_iam_session *session);
    /* Whether AWS would refuse it, and here it shall be refused, too: 1, else 0. It is told where
     * AWS would. A role's keys are judged by its policies and the resource's, nobody by the
     * resource's alone; other keys may do all. */
    int (*visit)(const struct slrun_cloud *cloud, const struct slrun_iam_visit *visit);
};

#endif
