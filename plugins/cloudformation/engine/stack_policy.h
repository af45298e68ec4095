/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Stack policies: which resources an update may change, replace or remove (AWS CloudFormation User
 * Guide, "Prevent updates to stack resources"). What no statement allows is refused; a policy
 * without statements is as none.
 */
#ifndef SLRUN_CLOUDFORMATION_STACK_POLICY_H
#define SLRUN_CLOUDFORMATION_STACK_POLICY_H

#include "engine/stack.h"

enum { STACK_POLICY_MAX = 16384 }; /* bytes */

/* Members of a stack's document, and of requests. */
#define STACK_POLICY           "StackPolicyBody"
#define STACK_POLICY_MEANWHILE "StackPolicyDuringUpdateBody"

/* Whether a text is a policy: its elements are those that stack policies may have. */
bool stack_policy_is_one(const char *text);

/* The policy that holds now: that of the update that is under way, or the stack's; NULL: none. */
const char *stack_policy_text(const struct stack *stack);

/* What an update is about to do. */
struct stack_policy_ask {
    const char *action; /* "Update:Replace" */
    const char *logical_id, *type;
};

/* Whether the policy that holds refuses it; why, in AWS's words, is then in `reason`. */
bool stack_policy_refuses(const struct stack *stack, const struct stack_policy_ask *ask,
                          char *reason, size_t size);

#endif
