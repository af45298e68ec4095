/* SPDX-License-Identifier: Apache-2.0 */
/* Going back, on request. */
#include <string.h>

#include "engine/deployment.h"
#include "local/call.h"

static bool is_in(const struct stack *stack, const char *status)
{
    return !stack->deployment && strcmp(stack_text(stack, "StackStatus"), status) == 0;
}

static json_t *wrong_state(struct call *call, const struct stack *stack, const char *what)
{
    return call_invalid(call, "Stack:%s is in %s state and can not %s.",
                        stack_text(stack, "StackId"), stack_text(stack, "StackStatus"), what);
}

json_t *op_cancel_update_stack(struct call *call)
{
    struct stack *stack = call_stack(call);
    if (!stack)
        return NULL;
    return deployment_cancel(stack)
               ? json_object()
               : call_invalid(call, "CancelUpdateStack cannot be called from current stack status");
}

static bool failed_to_go_back(const json_t *record)
{
    const char *status = json_string_value(json_object_get(record, "ResourceStatus"));
    return status && strcmp(status, "UPDATE_FAILED") == 0;
}

/* Whether all of the list may be skipped. */
static bool may_skip(struct call *call, const struct stack *stack, const json_t *skip)
{
    size_t i;
    json_t *name;
    json_array_foreach (skip, i, name) {
        const char *id = json_string_value(name);
        if (!failed_to_go_back(json_object_get(json_object_get(stack->doc, "Resources"), id)))
            call_invalid(call,
                         "ResourcesToSkip: %s is not a resource of the stack in UPDATE_FAILED "
                         "state",
                         id);
    }
    return call->code == NULL;
}

/* ForceRollback: all that may be skipped. A new reference. */
static json_t *all_failed(const struct stack *stack)
{
    const char *id;
    json_t *record, *all = json_array();
    json_object_foreach (json_object_get(stack->doc, "Resources"), id, record)
        if (failed_to_go_back(record))
            (void)json_array_append_new(all, json_string(id));
    return all;
}

json_t *op_continue_update_rollback(struct call *call)
{
    struct stack *stack = call_stack(call);
    json_t *skip = json_object_get(call->args, "ResourcesToSkip");
    bool all = call_flag(call, "ForceRollback");
    if (!stack)
        return NULL;
    if (skip && all)
        return call_invalid(call, "ForceRollback and ResourcesToSkip are mutually exclusive");
    if (!is_in(stack, "UPDATE_ROLLBACK_FAILED"))
        return wrong_state(call, stack, "continue its update rollback");
    if (!may_skip(call, stack, skip))
        return NULL;
    skip = all ? all_failed(stack) : json_incref(skip);
    bool begun = deployment_continue(stack, skip) == 0;
    json_decref(skip);
    return begun ? json_object() : NULL;
}

json_t *op_rollback_stack(struct call *call)
{
    struct stack *stack = call_stack(call);
    if (!stack)
        return NULL;
    if (!is_in(stack, "CREATE_FAILED") && !is_in(stack, "UPDATE_FAILED"))
        return wrong_state(call, stack, "be rolled back");
    return deployment_rollback(stack, call_flag(call, "RetainExceptOnCreate")) == 0
               ? json_pack("{s:s}", "StackId", stack_text(stack, "StackId"))
               : NULL;
}
