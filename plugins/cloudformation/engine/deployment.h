/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A stack on its way from one template to another: creates, updates and removes resources in the
 * order that they need, as many at once as that allows, and goes back when one fails. Statuses,
 * events and their reasons are those of AWS CloudFormation ("Stack status codes").
 */
#ifndef SLRUN_CLOUDFORMATION_DEPLOYMENT_H
#define SLRUN_CLOUDFORMATION_DEPLOYMENT_H

#include <stdbool.h>

#include "engine/stack.h"
#include "template/plan.h"

enum on_failure { ON_FAILURE_ROLLBACK, ON_FAILURE_NOTHING, ON_FAILURE_DELETE };

/*
 * Begins. `plan` is taken over (it is empty then); `change` has the members of the stack's document
 * that hold once all is well (Body, Given, Tags, Description ...), and is taken over. The stack's
 * status is *_IN_PROGRESS when this returns. 0, or -1: no memory.
 */
struct deployment_options {
    struct plan *plan;
    json_t *change;
    enum on_failure on_failure;
    bool deletes_new;   /* a rollback deletes what was new, also with DeletionPolicy Retain */
    const char *policy; /* of an update: that holds meanwhile in place of the stack's, or NULL */
};
int deployment_create(struct stack *stack, const struct deployment_options *options);
int deployment_update(struct stack *stack, const struct deployment_options *options);

/* Removes the resources, but for those in `retain` (a list of logical ids, or NULL). */
int deployment_delete(struct stack *stack, const json_t *retain);

/* ---- recover.c: back to what was ---- */

/* An update that is under way goes back, once what it has begun is over. False: the stack is not in
 * that state. */
bool deployment_cancel(struct stack *stack);
/* Goes on with the rollback of an update that has failed. Resources in `skip` (a list of logical
 * ids, or NULL) are left as they are. 0, or -1: no memory. */
int deployment_continue(struct stack *stack, const json_t *skip);
/* Goes back to what was before an update that has failed and was left so; a stack whose creation
 * has goes away. `deletes_new`: as in struct deployment_options. 0, or -1: no memory. */
int deployment_rollback(struct stack *stack, bool deletes_new);

/* Its stack is going away: it ends when what it has ordered is done. */
void deployment_abandon(struct deployment *deployment);

#endif
