/* SPDX-License-Identifier: Apache-2.0 */
/*
 * IAM policy documents (IAM User Guide, "IAM JSON policy elements" and "Policy evaluation logic").
 * Pure.
 *
 *   policy.c            what a document says: statements and their elements
 *   policy_variable.c   ${VARIABLES} in them
 *   policy_condition.c  and conditions
 *   policy_asker.c      a role, or a service, that asks
 *   policy_verdict.c    what several documents come to for it
 */
#ifndef SLRUN_LOCAL_POLICY_H
#define SLRUN_LOCAL_POLICY_H

#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>
#include <slrun/policy.h>

enum {
    POLICY_PATTERN_MAX = 2048, /* characters of a text with variables filled in */
    POLICY_KEYS_MAX = 16
};

/* ---- documents ---- */

/* slrun_cloud.policy_says and policy_operator. */
enum slrun_policy_effect policy_says(const json_t *document, const struct slrun_policy_ask *ask);
int policy_operator(const char *name);

/* Whether a condition block holds (policy_condition.c). */
enum slrun_policy_holds policy_condition(const json_t *condition,
                                         const struct slrun_policy_ask *ask);

/* The text with its variables filled in, in `filled` where it has any (policy_variable.c). *holds:
 * PERHAPS: the value of one is not known, and a '*' in its place; NO: one has no value. */
const char *policy_fill(const char *text, const struct slrun_policy_ask *ask,
                        char filled[POLICY_PATTERN_MAX + 1], enum slrun_policy_holds *holds);

/* '*' and '?' in the pattern stand for any characters and any one; those in the text for
 * themselves. `folded`: whatever the case. */
bool policy_covers(const char *pattern, const char *text, bool folded);

/* The i-th of one value or a list of them; NULL behind the last. */
const json_t *policy_value(const json_t *values, size_t i);

/* ---- verdicts ---- */

/* A condition key that is known, also as a policy variable: "aws:PrincipalAccount". */
struct policy_key {
    const char *name, *value;
};

struct policy_ask {
    const char *action; /* "dynamodb:PutItem" */
    /* An ARN, in which * and ? stand for what is not known of it; "*": IAM knows no resource for
     * the action. */
    const char *resource;
    const char *role;    /* ARN of who asks, for Principal; NULL: only the session is meant */
    const char *session; /* ARN */
    bool by_account;     /* an account that is let in lets in its roles */
    const char *service; /* in their place: a service as itself, "sns.amazonaws.com"; or NULL */
    struct policy_key keys[POLICY_KEYS_MAX];
    size_t n_keys;
};

/* What one document says, of an identity (no Principal in it) or of a resource. NULL and what is no
 * document are silent (policy_asker.c). */
enum slrun_policy_effect policy_of_identity(const json_t *document, const struct policy_ask *ask);
enum slrun_policy_effect policy_of_resource(const json_t *document, const struct policy_ask *ask);

/* All that counts for a call within an account. */
struct policy_set {
    const json_t *identity; /* a list of documents */
    const json_t *boundary; /* permissions boundary, or NULL: there is none, or it is not known */
    const json_t *resource; /* the resource's own policy, or NULL */
};

enum policy_verdict {
    POLICY_ALLOWED,
    POLICY_NO_STATEMENT,    /* no identity-based policy allows it */
    POLICY_IDENTITY_DENIES, /* explicitly */
    POLICY_RESOURCE_DENIES, /* explicitly */
    POLICY_BOUNDARY_DENIES, /* explicitly */
    POLICY_NOT_IN_BOUNDARY, /* no permissions boundary allows it */
    POLICY_NOT_LET,         /* the resource's policy does not allow it, and had to */
    POLICY_NOT_TRUSTED      /* the role's trust policy does not allow it to a service */
};

enum policy_verdict policy_judge(const struct policy_set *set, const struct policy_ask *ask);
/* To assume a role: its trust policy must let its role or its account in, and if only the account
 * then its identity's policies must allow it, too. */
enum policy_verdict policy_judge_trust(const struct policy_set *set, const struct policy_ask *ask);
/* For a service as itself (ask->service): all comes from the resource's policy. */
enum policy_verdict policy_judge_service(const json_t *resource, const struct policy_ask *ask);

#endif
