/* SPDX-License-Identifier: Apache-2.0 */
/* Creating, updating and deleting stacks. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "engine/changes.h"
#include "engine/deployment.h"
#include "engine/stack_policy.h"
#include "local/call.h"
#include "local/stack_ops.h"

#define NAME_PATTERN "[a-zA-Z][-a-zA-Z0-9]*"

bool stack_name_ok(struct call *call, const char *member, const char *name)
{
    size_t n = strlen(name);
    bool ok = isalpha((unsigned char)*name) != 0;
    for (const char *c = name; *c; c++)
        ok = ok && (isalnum((unsigned char)*c) || *c == '-');
    if (!ok)
        call_invalid(call,
                     "1 validation error detected: Value '%.200s' at '%s' failed to satisfy "
                     "constraint: Member must satisfy regular expression pattern: " NAME_PATTERN,
                     name, member);
    else if (n > STACK_NAME_MAX)
        call_invalid(call,
                     "1 validation error detected: Value '%.200s' at '%s' failed to satisfy "
                     "constraint: Member must have length less than or equal to %d",
                     name, member, (int)STACK_NAME_MAX);
    return call->code == NULL;
}

static json_t *stack_id(const struct stack *stack)
{
    return json_pack("{s:s}", "StackId", stack_text(stack, "StackId"));
}

/* A stack whose macro has failed: AWS accepts the request, and rolls back before anything is made.
 */
static void fail_by_macro(struct call *call, struct stack *stack, const char *begin,
                          const char *rollback)
{
    char status[STATUS_SIZE];
    json_t *reason = json_sprintf("%s. Rollback requested by user.", call->message);
    stack_status(stack, begin, "User Initiated");
    (void)snprintf(status, sizeof status, "%sIN_PROGRESS", rollback);
    stack_status(stack, status, json_string_value(reason));
    (void)snprintf(status, sizeof status, "%sCOMPLETE", rollback);
    stack_status(stack, status, NULL);
    stack_save(stack);
    json_decref(reason);
    call->code = NULL;
}

/* ---- create ---- */

static enum on_failure on_failure(const struct call *call)
{
    const char *word = call_text(call, "OnFailure");
    if (call_flag(call, "DisableRollback") || (word && strcmp(word, "DO_NOTHING") == 0))
        return ON_FAILURE_NOTHING;
    return word && strcmp(word, "DELETE") == 0 ? ON_FAILURE_DELETE : ON_FAILURE_ROLLBACK;
}

/* Plans and begins; false after call_fail(). */
static bool create(struct call *call, struct stack *stack)
{
    json_t *given = call_given(call, NULL);
    struct plan plan;
    struct plan_of of = {.stack = stack,
                         .text = call->text,
                         .size = call->size,
                         .directory = call->directory,
                         .file = call->file,
                         .given = given,
                         .found = call->found,
                         .notification_arns = json_object_get(call->args, "NotificationARNs")};
    bool ok = given && call_plan(call, &of, &plan);
    if (ok && call_check_capabilities(call, &plan, true)) {
        struct deployment_options options = {.plan = &plan,
                                             .change = call_change(call, &plan, &of),
                                             .on_failure = on_failure(call),
                                             .deletes_new =
                                                 call_flag(call, "RetainExceptOnCreate")};
        if (deployment_create(stack, &options) != 0)
            call_fail(call, "InternalFailure", "out of memory");
    }
    if (ok)
        plan_free(&plan);
    json_decref(given);
    return call->code == NULL;
}

json_t *op_create_stack(struct call *call)
{
    const char *name = call_text(call, "StackName");
    struct stack_name full = call_stack_name(call, name);
    if (!stack_name_ok(call, "stackName", name))
        return NULL;
    if (stack_find(call->engine, &full))
        return call_fail(call, "AlreadyExistsException", "Stack [%s] already exists", name);
    if (engine_count(call->engine) >= STACKS_MAX)
        return call_fail(call, "LimitExceededException", "Limit for stack has been exceeded");
    if (!call->text)
        return call_invalid(call, "Either Template URL or Template Body must be specified.");
    if (call_text(call, "OnFailure") && json_object_get(call->args, "DisableRollback"))
        return call_invalid(call,
                            "Either OnFailure or DisableRollback can be specified, not both.");
    struct stack *stack = stack_create(call->engine, &full);
    if (!stack)
        return NULL;
    stack_set(stack, "EnableTerminationProtection",
              json_boolean(call_flag(call, "EnableTerminationProtection")));
    if (call_text(call, "OnFailure"))
        stack_set(stack, "OnFailure", json_string(call_text(call, "OnFailure")));
    if (create(call, stack))
        return stack_id(stack);
    if (call->by_macro) {
        fail_by_macro(call, stack, "CREATE_IN_PROGRESS", "ROLLBACK_");
        return stack_id(stack);
    }
    stack_forget(stack);
    return NULL;
}

/* ---- update ---- */

bool stack_may_change(struct call *call, const struct stack *stack)
{
    static const char *const allowed[] = {"CREATE_COMPLETE", "UPDATE_COMPLETE",
                                          "UPDATE_ROLLBACK_COMPLETE", "UPDATE_FAILED",
                                          "CREATE_FAILED"};
    const char *status = stack_text(stack, "StackStatus");
    for (size_t i = 0; !stack->deployment && i < sizeof allowed / sizeof *allowed; i++)
        if (strcmp(allowed[i], status) == 0)
            return true;
    call_invalid(call, "Stack:%s is in %s state and can not be updated.",
                 stack_text(stack, "StackId"), status);
    return false;
}

bool stack_may_retry(struct call *call, const struct stack *stack)
{
    const char *status = stack_text(stack, "StackStatus");
    bool created = strcmp(status, "CREATE_FAILED") != 0;
    if (created && strcmp(status, "UPDATE_FAILED") != 0)
        return true;
    if (!created && strcmp(stack_text(stack, "OnFailure"), "DO_NOTHING") == 0)
        call_invalid(call,
                     "This stack cannot be updated from [%s] state because it contains "
                     "[on-failure: DO_NOTHING]. Please use disable-rollback option instead during "
                     "stack creation.",
                     status);
    else if (!call_flag(call, "DisableRollback"))
        call_invalid(call,
                     "This stack is currently in a non-terminal [%s] state. To update the stack "
                     "from this state, please use the disable-rollback parameter with "
                     "update-stack API. To rollback to the last known good state, use the "
                     "rollback-stack API",
                     status);
    return call->code == NULL;
}

struct plan_of stack_source(const struct call *call, struct stack *stack, const json_t *given)
{
    const json_t *body = json_object_get(stack->doc, "Body");
    const char *directory = json_string_value(json_object_get(stack->doc, "Directory"));
    const char *file = json_string_value(json_object_get(stack->doc, "File"));
    bool previous = call_flag(call, "UsePreviousTemplate");
    return (struct plan_of){.stack = stack,
                            .text = previous ? json_string_value(body) : call->text,
                            .size = previous ? json_string_length(body) : call->size,
                            .directory = previous ? directory : call->directory,
                            .file = previous ? file : call->file,
                            .given = given,
                            .found = call->found,
                            .notification_arns = json_object_get(call->args, "NotificationARNs")};
}

/* Whether the update is one; false after call_fail(). What has failed is tried again, also with the
 * same template. */
static bool check_changes(struct call *call, const struct stack *stack, const struct plan *plan)
{
    if (strstr(stack_text(stack, "StackStatus"), "_FAILED"))
        return true;
    json_t *changes = changes_of(stack, plan);
    bool any = json_array_size(changes) > 0 ||
               json_array_size(plan->transforms) > 0 || /* which always make one */
               changes_beside(stack, plan, json_object_get(call->args, "Tags"));
    json_decref(changes);
    if (!any)
        call_invalid(call, "No updates are to be performed.");
    return any;
}

bool stack_update(struct call *call, struct stack *stack, struct plan *plan, json_t *change)
{
    const char *type = changes_type(stack, plan);
    struct deployment_options options = {
        .plan = plan,
        .change = change,
        .on_failure = call_flag(call, "DisableRollback") ? ON_FAILURE_NOTHING : ON_FAILURE_ROLLBACK,
        .deletes_new = call_flag(call, "RetainExceptOnCreate"),
        .policy = call_text(call, STACK_POLICY_MEANWHILE)};
    if (type)
        call_invalid(call,
                     "Update of resource type is not permitted. The new template modifies resource "
                     "type of the following resources: [%s]",
                     type);
    else if (deployment_update(stack, &options) == 0)
        return true;
    json_decref(change);
    call_fail(call, "InternalFailure", "out of memory");
    return false;
}

json_t *op_update_stack(struct call *call)
{
    struct stack *stack = call_stack(call);
    if (!stack || !stack_may_change(call, stack) || !stack_may_retry(call, stack))
        return NULL;
    if (!call->text && !call_flag(call, "UsePreviousTemplate"))
        return call_invalid(call, "Either Template URL or Template Body must be specified.");
    json_t *given = call_given(call, stack);
    struct plan plan;
    struct plan_of of = stack_source(call, stack, given);
    if (given && call_plan(call, &of, &plan)) {
        if (call_check_capabilities(call, &plan, true) && check_changes(call, stack, &plan))
            (void)stack_update(call, stack, &plan, call_change(call, &plan, &of));
        plan_free(&plan);
    }
    json_decref(given);
    if (call->by_macro)
        fail_by_macro(call, stack, "UPDATE_IN_PROGRESS", "UPDATE_ROLLBACK_");
    return call->code ? NULL : stack_id(stack);
}

/* ---- delete ---- */

static bool may_delete(struct call *call, const struct stack *stack)
{
    const char *status = stack_text(stack, "StackStatus");
    bool failed = strcmp(status, "DELETE_FAILED") == 0;
    if (json_is_true(json_object_get(stack->doc, "EnableTerminationProtection")))
        call_invalid(call, "Stack [%s] cannot be deleted while TerminationProtection is enabled",
                     stack_text(stack, "StackName"));
    else if (json_array_size(json_object_get(call->args, "RetainResources")) && !failed)
        call_invalid(call,
                     "Invalid operation on stack [%s]. Specify list of resources to retain only "
                     "when deleting a stack whose status is DELETE_FAILED.",
                     stack_text(stack, "StackId"));
    else if (stack->deployment && strcmp(status, "DELETE_IN_PROGRESS") != 0)
        call_invalid(call, "Stack [%s] cannot be deleted while in status %s",
                     stack_text(stack, "StackName"), status);
    return call->code == NULL;
}

json_t *op_delete_stack(struct call *call)
{
    struct stack *stack = call_find_stack(call);
    if (!stack || stack_is_deleted(stack))
        return json_object();
    if (!may_delete(call, stack))
        return NULL;
    if (strcmp(stack_text(stack, "StackStatus"), "REVIEW_IN_PROGRESS") == 0)
        stack_forget(stack);
    else if (!stack->deployment &&
             deployment_delete(stack, json_object_get(call->args, "RetainResources")) != 0)
        return NULL;
    return json_object();
}

json_t *op_update_termination_protection(struct call *call)
{
    struct stack *stack = call_stack(call);
    if (!stack)
        return NULL;
    stack_set(stack, "EnableTerminationProtection",
              json_boolean(call_flag(call, "EnableTerminationProtection")));
    stack_save(stack);
    return stack_id(stack);
}
