/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Execution roles that the transform generates, their policies, and the permissions that let a
 * service invoke a function. Roles grant nothing in the local cloud; they are made because
 * templates refer to them, and because what their policies name must be there.
 */
#ifndef SLRUN_CLOUDFORMATION_SAM_ROLE_H
#define SLRUN_CLOUDFORMATION_SAM_ROLE_H

#include "sam/context.h"

/* What an execution role is made of; all but `service` may be NULL. */
struct sam_role {
    const char *service; /* "lambda.amazonaws.com" */
    const json_t
        *properties;         /* RolePath, PermissionsBoundary, AssumeRolePolicyDocument, Policies */
    json_t *managed;         /* ARNs of policies; taken */
    json_t *inline_policies; /* {"PolicyName", "PolicyDocument"}; taken */
    json_t *tags;            /* taken */
};

/* The properties of a role called ID + "Role"; a new value, NULL after a problem. */
json_t *sam_role(struct sam *s, const struct sam_role *role);
/* A role for a service, with one policy. */
json_t *sam_small_role(struct sam *s, const char *service, json_t *policy);

/* {"PolicyName": id + suffix, "PolicyDocument": {...}} that allows `action` on `resource` (taken).
 */
json_t *sam_policy(const char *id, const char *suffix, const char *action, json_t *resource);
/* For a destination of a type: "SQS", "SNS", "EventBridge", "Lambda", "S3Bucket", "S3" or
 * "StateMachine". */
json_t *sam_destination_policy(const char *type, const char *id, const json_t *arn);
/* "arn:aws:iam::aws:policy/NAME". */
json_t *sam_managed_policy(const struct sam *s, const char *name);
/* Adds to a list what is not there yet; `value` is taken. */
void sam_append_once(struct sam *s, json_t *list, json_t *value);

/* Who is invoked: a function or its alias, or a state machine or its alias. */
struct sam_target {
    const char *function; /* logical ids; `alias` may be NULL */
    const char *alias;
    bool machine;
    json_t *role; /* properties of its role, borrowed; one that is made or one that is not used */
};
json_t *sam_target_name(const struct sam_target *target);
json_t *sam_target_arn(const struct sam_target *target);

/* An AWS::Lambda::Permission; the values are taken and may be NULL. */
struct sam_permission {
    const char *id;
    const char *principal;
    json_t *source_arn;
    json_t *source_account;
    json_t *token;
};
void sam_permission(struct sam *s, json_t *function, const struct sam_permission *permission);

#endif
