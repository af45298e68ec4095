/* SPDX-License-Identifier: Apache-2.0 */
/* Change sets: what a template would change, and doing it. */
#include <string.h>

#include <slrun/member.h>

#include "engine/changes.h"
#include "engine/deployment.h"
#include "engine/names.h"
#include "local/call.h"
#include "local/stack_ops.h"

#define NOTHING                                                                                    \
    "The submitted information didn't contain changes. Submit different information to create a "  \
    "change set."

static json_t *change_sets(const struct stack *stack)
{
    return json_object_get(stack->doc, "ChangeSets");
}

/* ---- finding one ---- */

static bool is_named(const json_t *set, const char *name)
{
    const char *id = json_string_value(json_object_get(set, "ChangeSetId"));
    return strcmp(json_string_value(json_object_get(set, "ChangeSetName")), name) == 0 ||
           strcmp(id, name) == 0;
}

static json_t *find_in(const struct stack *stack, const char *name)
{
    const char *key;
    json_t *set;
    json_object_foreach (change_sets(stack), key, set)
        if (is_named(set, name))
            return set;
    return NULL;
}

/* The change set that the request names, with its stack; NULL after call_fail(). */
static json_t *find(struct call *call, struct stack **stack)
{
    const char *name = call_text(call, "ChangeSetName");
    json_t *set = NULL;
    *stack = NULL;
    if (call_text(call, "StackName")) {
        *stack = call_stack(call);
        set = *stack ? find_in(*stack, name) : NULL;
    } else if (strncmp(name, "arn:", 4) == 0) {
        for (struct stack *s = call->engine->first; s && !set; s = s->next)
            if ((set = find_in(s, name)))
                *stack = s;
    } else
        call_invalid(call, "StackName must be specified if ChangeSetName is not specified as an "
                           "ARN.");
    if (!set)
        call_fail(call, "ChangeSetNotFound", "ChangeSet [%s] does not exist", name);
    return set;
}

/* ---- creating ---- */

/* The stack that the change set is for, perhaps a new one (*made); NULL after call_fail(). */
static struct stack *stack_for(struct call *call, bool *made)
{
    const char *type = call_text(call, "ChangeSetType"), *name = call_text(call, "StackName");
    struct stack *stack = call_find_stack(call);
    bool creates = type && strcmp(type, "CREATE") == 0;
    bool review = stack && strcmp(stack_text(stack, "StackStatus"), "REVIEW_IN_PROGRESS") == 0;
    *made = false;
    if (type && strcmp(type, "IMPORT") == 0)
        call_invalid(call, "ChangeSetType IMPORT is not available in the local cloud");
    else if (!creates)
        return stack ? stack_may_change(call, stack) ? stack : NULL : call_stack(call);
    else if (stack && !review)
        call_invalid(call,
                     "Stack [%s] already exists and cannot be created again with the "
                     "changeSet [%s].",
                     name, call_text(call, "ChangeSetName"));
    else if (stack)
        return stack;
    else if (stack_name_ok(call, "stackName", name)) {
        struct stack_name full = call_stack_name(call, name);
        *made = true;
        return stack_create(call->engine, &full);
    }
    return NULL;
}

/* What a change set has of its request and its stack. */
static json_t *new_head(const struct call *call, const struct stack *stack)
{
    static const char *const same[] = {
        "Description", "Tags", "Capabilities", "NotificationARNs", "RollbackConfiguration", NULL};
    char uuid[UUID_SIZE];
    name_uuid(uuid);
    const char *name = call_text(call, "ChangeSetName"), *type = call_text(call, "ChangeSetType");
    json_t *head =
        json_pack("{s:s, s:o, s:O, s:O, s:o, s:s, s:s*}", "ChangeSetName", name, "ChangeSetId",
                  json_sprintf("arn:aws:cloudformation:%s:%s:changeSet/%s/%s", call->x->region,
                               call->x->account, name, uuid),
                  "StackId", json_object_get(stack->doc, "StackId"), "StackName",
                  json_object_get(stack->doc, "StackName"), "CreationTime",
                  engine_now(call->engine), "ChangeSetType", type ? type : "UPDATE",
                  "OnStackFailure", call_text(call, "OnStackFailure"));
    slrun_copy_members(head, call->args, same);
    return head;
}

/* The document of a change set; `change` is taken over. */
static json_t *new_set(struct call *call, struct stack *stack, const struct plan *plan,
                       json_t *change)
{
    const char *type = call_text(call, "ChangeSetType");
    json_t *changes = changes_of(stack, plan);
    bool any = json_array_size(changes) > 0 || (type && strcmp(type, "CREATE") == 0) ||
               changes_beside(stack, plan, json_object_get(call->args, "Tags"));
    json_t *set = json_pack(
        "{s:o, s:s, s:s, s:s*}", "Changes", changes, "Status", any ? "CREATE_COMPLETE" : "FAILED",
        "ExecutionStatus", any ? "AVAILABLE" : "UNAVAILABLE", "StatusReason", any ? NULL : NOTHING);
    if (set)
        (void)json_object_update_new(set, new_head(call, stack));
    if (set) {
        static const char *const members[] = {"Body",       "Given",     "Found", "Processed",
                                              "Parameters", "Directory", "File"};
        for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
            json_t *value = json_object_get(change, members[i]);
            if (value)
                (void)json_object_set(set, members[i], value);
        }
    }
    json_decref(change);
    return set;
}

/* One whose macro has failed, which it tells by its status. */
static json_t *failed_set(struct call *call, const struct stack *stack)
{
    json_t *set = json_pack("{s:[], s:s, s:s, s:s}", "Changes", "Status", "FAILED",
                            "ExecutionStatus", "UNAVAILABLE", "StatusReason", call->message);
    call->code = NULL;
    (void)json_object_update_new(set, new_head(call, stack));
    return set;
}

static json_t *create(struct call *call, struct stack *stack)
{
    const char *name = call_text(call, "ChangeSetName");
    if (!stack_name_ok(call, "changeSetName", name))
        return NULL;
    const json_t *old = find_in(stack, name); /* a name may come again once it was executed */
    const char *executed = json_string_value(json_object_get(old, "ExecutionStatus"));
    if (old && strcmp(executed, "EXECUTE_COMPLETE") != 0)
        return call_fail(call, "AlreadyExistsException", "ChangeSet [%s] already exists", name);
    if (!call->text && !call_flag(call, "UsePreviousTemplate"))
        return call_invalid(call, "Either Template URL or Template Body must be specified.");
    json_t *given = call_given(call, stack), *set = NULL;
    struct plan plan;
    struct plan_of of = stack_source(call, stack, given);
    if (given && call_plan(call, &of, &plan)) {
        if (call_check_capabilities(call, &plan, false))
            set = new_set(call, stack, &plan, call_change(call, &plan, &of));
        plan_free(&plan);
    }
    json_decref(given);
    return call->by_macro ? failed_set(call, stack) : set;
}

json_t *op_create_change_set(struct call *call)
{
    bool made;
    struct stack *stack = stack_for(call, &made);
    json_t *set = stack ? create(call, stack) : NULL;
    if (!set) {
        if (stack && made)
            stack_forget(stack);
        return NULL;
    }
    if (made)
        stack_status(stack, "REVIEW_IN_PROGRESS", "User Initiated");
    (void)json_object_set(change_sets(stack), call_text(call, "ChangeSetName"), set);
    stack_save(stack);
    json_t *result = json_pack("{s:O, s:O}", "Id", json_object_get(set, "ChangeSetId"), "StackId",
                               json_object_get(stack->doc, "StackId"));
    json_decref(set);
    return result;
}

/* ---- the others ---- */

json_t *op_describe_change_set(struct call *call)
{
    struct stack *stack;
    json_t *set = find(call, &stack);
    if (!set)
        return NULL;
    json_t *changes = json_deep_copy(json_object_get(set, "Changes"));
    changes_tell(changes, call_flag(call, "IncludePropertyValues"));
    json_t *result = call_page(call, "Changes", changes);
    (void)json_object_update_missing(result, set);
    tell_as_aws(result, true);
    if (json_array_size(json_object_get(result, "Tags")) == 0)
        (void)json_object_del(result, "Tags");
    return result;
}

json_t *op_list_change_sets(struct call *call)
{
    const struct stack *stack = call_stack(call);
    const char *name;
    json_t *list, *set;
    if (!stack)
        return NULL;
    list = json_array();
    json_object_foreach (change_sets(stack), name, set)
        (void)json_array_append(list, set);
    return call_page(call, "Summaries", list);
}

json_t *op_delete_change_set(struct call *call)
{
    struct stack *stack;
    json_t *set = call_text(call, "StackName") && !call_stack(call) ? NULL : find(call, &stack);
    if (!set)
        return NULL;
    (void)json_object_del(change_sets(stack),
                          json_string_value(json_object_get(set, "ChangeSetName")));
    stack_save(stack);
    return json_object();
}

/* ---- executing ---- */

static enum on_failure on_failure(const struct call *call, const json_t *set)
{
    const char *word = json_string_value(json_object_get(set, "OnStackFailure"));
    if (call_flag(call, "DisableRollback") || (word && strcmp(word, "DO_NOTHING") == 0))
        return ON_FAILURE_NOTHING;
    return word && strcmp(word, "DELETE") == 0 ? ON_FAILURE_DELETE : ON_FAILURE_ROLLBACK;
}

/* Tags and the like of the change set are those of the request that made it. */
static void take_over(json_t *change, const json_t *set)
{
    static const char *const members[] = {"Tags", "Capabilities", "NotificationARNs",
                                          "RollbackConfiguration"};
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        json_t *value = json_object_get(set, members[i]);
        if (value)
            (void)json_object_set(change, members[i], value);
    }
    (void)json_object_set(change, "ChangeSetId", json_object_get(set, "ChangeSetId"));
}

static bool begin(struct call *call, const json_t *set, struct plan *plan, const struct plan_of *of)
{
    struct stack *stack = of->stack;
    json_t *change = call_change(call, plan, of);
    struct deployment_options options = {.plan = plan,
                                         .change = change,
                                         .on_failure = on_failure(call, set),
                                         .deletes_new = call_flag(call, "RetainExceptOnCreate")};
    if (change)
        take_over(change, set);
    if (strcmp(stack_text(stack, "StackStatus"), "REVIEW_IN_PROGRESS") != 0)
        return stack_update(call, stack, plan, change);
    if (deployment_create(stack, &options) == 0)
        return true;
    json_decref(change);
    call_fail(call, "InternalFailure", "out of memory");
    return false;
}

json_t *op_execute_change_set(struct call *call)
{
    struct stack *stack;
    json_t *set = find(call, &stack);
    if (!set)
        return NULL;
    bool review = strcmp(stack_text(stack, "StackStatus"), "REVIEW_IN_PROGRESS") == 0;
    if (strcmp(json_string_value(json_object_get(set, "ExecutionStatus")), "AVAILABLE") != 0)
        return call_fail(call, "InvalidChangeSetStatus",
                         "ChangeSet [%s] cannot be executed in its current status of [%s]",
                         json_string_value(json_object_get(set, "ChangeSetId")),
                         json_string_value(json_object_get(set, "Status")));
    if (!review && !(stack_may_change(call, stack) && stack_may_retry(call, stack)))
        return NULL;
    if (json_object_get(set, "OnStackFailure") && json_object_get(call->args, "DisableRollback"))
        return call_invalid(call, "DisableRollback can not be specified: the change set has "
                                  "OnStackFailure.");
    const json_t *body = json_object_get(set, "Body");
    struct plan plan;
    struct plan_of of = {.stack = stack,
                         .text = json_string_value(body),
                         .size = json_string_length(body),
                         .directory = json_string_value(json_object_get(set, "Directory")),
                         .file = json_string_value(json_object_get(set, "File")),
                         .given = json_object_get(set, "Given"),
                         .found = json_object_get(set, "Found"),
                         .notification_arns = json_object_get(set, "NotificationARNs")};
    if (!call_plan(call, &of, &plan))
        return NULL;
    json_incref(set); /* all others become obsolete */
    json_object_clear(change_sets(stack));
    (void)json_object_set_new(set, "ExecutionStatus", json_string("EXECUTE_COMPLETE"));
    (void)json_object_set(change_sets(stack),
                          json_string_value(json_object_get(set, "ChangeSetName")), set);
    bool ok = begin(call, set, &plan, &of);
    plan_free(&plan);
    json_decref(set);
    return ok ? json_object() : NULL;
}
