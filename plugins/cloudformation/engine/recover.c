/* SPDX-License-Identifier: Apache-2.0 */
/* Back to what was, when it is asked for: updates that are cancelled, rollbacks that go on or were
 * put off. */
#include <string.h>

#include "engine/custom.h"
#include "engine/record.h"
#include "engine/run.h"

#define BY_USER "User Initiated"

bool deployment_cancel(struct stack *stack)
{
    struct deployment *d = stack->deployment;
    if (!d || !d->before || d->cancelled || d->phase != &phase_apply ||
        strcmp(stack_text(stack, "StackStatus"), "UPDATE_IN_PROGRESS") != 0)
        return false;
    d->cancelled = true;
    stack_status(stack, "UPDATE_ROLLBACK_IN_PROGRESS", BY_USER);
    stack_save(stack);
    customs_cancel(stack->engine, stack_text(stack, "StackId"));
    return true;
}

/* They count as rolled back (API reference, ContinueUpdateRollback). */
static void skip_all(struct deployment *d, const json_t *skip)
{
    size_t i;
    json_t *name;
    json_array_foreach (skip, i, name) {
        const char *id = json_string_value(name);
        json_t *record = json_deep_copy(json_object_get(d->before, id ? id : ""));
        if (!record)
            continue;
        (void)json_object_set_new(run_resources(d), id, record);
        record_status(d->stack, record, "UPDATE_COMPLETE", NULL);
    }
}

/* A deployment whose resources were once as the stack has kept them. */
static struct deployment *begin(struct stack *stack)
{
    struct deployment *d = run_begin(stack, NULL);
    if (!d)
        return NULL;
    d->before = json_deep_copy(json_object_get(stack->doc, STACK_STABLE));
    if (!d->before)
        d->before = json_object();
    if (!run_garbage(d))
        stack_set(stack, "Garbage", json_object());
    stack_status(stack, "UPDATE_ROLLBACK_IN_PROGRESS", BY_USER);
    return d;
}

int deployment_continue(struct stack *stack, const json_t *skip)
{
    struct deployment *d = begin(stack);
    if (!d)
        return -1;
    skip_all(d, skip);
    stack_save(stack);
    run_phase(d, &phase_revert, d->before, false);
    return 0;
}

int deployment_rollback(struct stack *stack, bool deletes_new)
{
    if (json_object_size(json_object_get(stack->doc, STACK_STABLE)) == 0)
        return deployment_delete(stack, NULL);
    struct deployment *d = begin(stack);
    if (!d)
        return -1;
    d->deletes_new = deletes_new;
    stack_save(stack);
    revert_begin(d);
    return 0;
}
