/* SPDX-License-Identifier: Apache-2.0 */
/* What requests that change stacks and change sets share. */
#ifndef SLRUN_CLOUDFORMATION_STACK_OPS_H
#define SLRUN_CLOUDFORMATION_STACK_OPS_H

#include "local/call.h"

/* Whether a name of a stack or a change set is one; `member` is how AWS names it in the error. */
bool stack_name_ok(struct call *call, const char *member, const char *name);
/* Whether its status allows an update; false after call_fail(). */
bool stack_may_change(struct call *call, const struct stack *stack);
/* Whether the request may update it where an operation has failed and was not rolled back; false
 * after call_fail(). */
bool stack_may_retry(struct call *call, const struct stack *stack);
/* The template of an update: that of the request, or the stack's own. */
struct plan_of stack_source(const struct call *call, struct stack *stack, const json_t *given);
/* Begins an update, also one that changes nothing; takes over `change`. False after call_fail(). */
bool stack_update(struct call *call, struct stack *stack, struct plan *plan, json_t *change);

#endif
