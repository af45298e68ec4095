/* SPDX-License-Identifier: Apache-2.0 */
/* What stacks are: their status, resources, events, exports. */
#include <stdlib.h>
#include <string.h>

#include "engine/outputs.h"
#include "engine/record.h"
#include "local/call.h"

/* The members of `from` that `members` (ended by NULL) names. */
static json_t *select_members(const json_t *from, const char *const *members)
{
    json_t *selected = json_object();
    for (; *members; members++) {
        json_t *value = json_object_get(from, *members);
        if (value)
            (void)json_object_set(selected, *members, value);
    }
    return selected;
}

static bool is_here(const struct call *call, const struct stack *stack)
{
    return strcmp(stack_text(stack, "Region"), call->x->region) == 0 &&
           strcmp(stack_text(stack, "Account"), call->x->account) == 0;
}

/* ---- stacks ---- */

static json_t *rewritten_outputs(const struct call *call, const struct stack *stack)
{
    json_t *list = json_deep_copy(json_object_get(stack->doc, "Outputs")), *output;
    const char *url = call->cloud->url ? call->cloud->url(call->cloud) : NULL;
    size_t i;
    json_array_foreach (list, i, output) {
        const char *text = json_string_value(json_object_get(output, "OutputValue"));
        json_t *value = text ? output_rewritten(text, url) : NULL;
        if (value)
            (void)json_object_set_new(output, "OutputValue", value);
    }
    return list;
}

/* Lists of which AWS leaves out the empty ones, and what it tells also where there is none. */
void tell_as_aws(json_t *one, bool change_set)
{
    static const char *const hidden[] = {"Parameters", "Outputs", "Capabilities"};
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
        if (json_array_size(json_object_get(one, hidden[i])) == 0)
            (void)json_object_del(one, hidden[i]);
    json_t *always = json_pack("{s:[], s:{}}", "NotificationARNs", "RollbackConfiguration");
    if (change_set)
        (void)json_object_update_new(
            always, json_pack("{s:[], s:b}", "Capabilities", "IncludeNestedStacks", 0));
    else
        (void)json_object_set_new(always, "Tags", json_array());
    (void)json_object_update_missing(one, always);
    json_decref(always);
}

static json_t *described(const struct call *call, const struct stack *stack)
{
    static const char *const members[] = {"StackId",
                                          "StackName",
                                          "Description",
                                          "Parameters",
                                          "CreationTime",
                                          "DeletionTime",
                                          "LastUpdatedTime",
                                          "StackStatus",
                                          "StackStatusReason",
                                          "NotificationARNs",
                                          "TimeoutInMinutes",
                                          "Capabilities",
                                          "RoleARN",
                                          "Tags",
                                          "ChangeSetId",
                                          "ParentId",
                                          "RootId",
                                          "RollbackConfiguration",
                                          NULL};
    static const char *const flags[] = {"DisableRollback", "EnableTerminationProtection"};
    json_t *one = select_members(stack->doc, members);
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
        const json_t *flag = json_object_get(stack->doc, flags[i]);
        (void)json_object_set_new(one, flags[i], json_boolean(json_is_true(flag)));
    }
    (void)json_object_set_new(one, "Outputs", rewritten_outputs(call, stack));
    (void)json_object_set_new(one, "DriftInformation",
                              json_pack("{s:s}", "StackDriftStatus", "NOT_CHECKED"));
    if (stack_is_deleted(stack)) {
        (void)json_object_del(one, "EnableTerminationProtection");
        (void)json_object_del(one, "ChangeSetId");
    }
    tell_as_aws(one, false);
    return one;
}

json_t *op_describe_stacks(struct call *call)
{
    json_t *list = json_array();
    struct stack *named = NULL;
    if (call_text(call, "StackName") && !(named = call_stack(call))) {
        json_decref(list);
        return NULL;
    }
    for (const struct stack *s = call->engine->first; s; s = s->next)
        if (named ? s == named : is_here(call, s) && !stack_is_deleted(s))
            (void)json_array_append_new(list, described(call, s));
    return call_page(call, "Stacks", list);
}

static bool is_listed(const json_t *list, const char *text)
{
    size_t i;
    json_t *word;
    json_array_foreach (list, i, word)
        if (strcmp(json_string_value(word), text) == 0)
            return true;
    return json_array_size(list) == 0;
}

json_t *op_list_stacks(struct call *call)
{
    static const char *const members[] = {
        "StackId",     "StackName",         "CreationTime", "DeletionTime", "LastUpdatedTime",
        "StackStatus", "StackStatusReason", "ParentId",     "RootId",       NULL};
    json_t *list = json_array();
    for (const struct stack *s = call->engine->first; s; s = s->next) {
        if (!is_here(call, s) || !is_listed(json_object_get(call->args, "StackStatusFilter"),
                                            stack_text(s, "StackStatus")))
            continue;
        json_t *one = select_members(s->doc, members);
        json_t *description = json_object_get(s->doc, "Description");
        if (description)
            (void)json_object_set(one, "TemplateDescription", description);
        (void)json_array_append_new(list, one);
    }
    return call_page(call, "StackSummaries", list);
}

json_t *op_describe_stack_events(struct call *call)
{
    const struct stack *stack = call_text(call, "StackName") ? call_find_stack(call) : NULL;
    json_t *list = json_array();
    if (!stack) {
        json_decref(list);
        return call_invalid(call, "Stack [%s] does not exist",
                            call_text(call, "StackName") ? call_text(call, "StackName") : "");
    }
    const json_t *events = json_object_get(stack->doc, "Events");
    for (size_t i = json_array_size(events); i-- > 0;)
        (void)json_array_append(list, json_array_get(events, i));
    return call_page(call, "StackEvents", list);
}

/* ---- resources ---- */

/* A record as the API shows it; `time`: what the member with the time is called. */
static json_t *resource_of(const struct stack *stack, const json_t *record, const char *time)
{
    static const char *const members[] = {"LogicalResourceId",    "PhysicalResourceId",
                                          "ResourceType",         "ResourceStatus",
                                          "ResourceStatusReason", NULL};
    json_t *one = select_members(record, members);
    (void)json_object_set(one, time, json_object_get(record, "Timestamp"));
    (void)json_object_set(one, "StackId", json_object_get(stack->doc, "StackId"));
    (void)json_object_set(one, "StackName", json_object_get(stack->doc, "StackName"));
    (void)json_object_set_new(one, "DriftInformation",
                              json_pack("{s:s, s:s}", "StackResourceDriftStatus", "NOT_CHECKED",
                                        "ResourceDriftStatus", "NOT_CHECKED"));
    return one;
}

json_t *op_describe_stack_resource(struct call *call)
{
    const struct stack *stack = call_stack(call);
    const char *id = call_text(call, "LogicalResourceId");
    if (!stack)
        return NULL;
    const json_t *record = json_object_get(json_object_get(stack->doc, "Resources"), id);
    if (!record)
        return call_invalid(call, "Resource %s does not exist for stack %s", id,
                            stack_text(stack, "StackName"));
    json_t *one = resource_of(stack, record, "LastUpdatedTimestamp");
    const json_t *metadata = json_object_get(record, "Metadata");
    char *text = metadata ? json_dumps(metadata, JSON_COMPACT) : NULL;
    (void)json_object_set_new(one, "Metadata", json_string(text ? text : "{}"));
    free(text);
    return json_pack("{s:o}", "StackResourceDetail", one);
}

/* The stack that has a resource of that physical id. */
static struct stack *stack_of_resource(struct call *call, const char *physical_id)
{
    const char *id;
    json_t *record;
    for (struct stack *s = call->engine->first; s; s = s->next) {
        if (!is_here(call, s) || stack_is_deleted(s))
            continue;
        json_object_foreach (json_object_get(s->doc, "Resources"), id, record)
            if (strcmp(record_text(record, "PhysicalResourceId"), physical_id) == 0)
                return s;
    }
    call_invalid(call, "Stack for %s does not exist", physical_id);
    return NULL;
}

json_t *op_describe_stack_resources(struct call *call)
{
    const char *physical = call_text(call, "PhysicalResourceId"), *id;
    const char *wanted = call_text(call, "LogicalResourceId");
    json_t *list, *record;
    if (!physical == !call_text(call, "StackName"))
        return call_invalid(call, "Exactly one of StackName and PhysicalResourceId must be "
                                  "specified");
    const struct stack *stack = physical ? stack_of_resource(call, physical) : call_stack(call);
    if (!stack)
        return NULL;
    list = json_array();
    json_object_foreach (json_object_get(stack->doc, "Resources"), id, record)
        if (!wanted || strcmp(wanted, id) == 0)
            (void)json_array_append_new(list, resource_of(stack, record, "Timestamp"));
    return json_pack("{s:o}", "StackResources", list);
}

json_t *op_list_stack_resources(struct call *call)
{
    const struct stack *stack = call_stack(call);
    const char *id;
    json_t *list, *record;
    if (!stack)
        return NULL;
    list = json_array();
    json_object_foreach (json_object_get(stack->doc, "Resources"), id, record)
        (void)json_array_append_new(list, resource_of(stack, record, "LastUpdatedTimestamp"));
    return call_page(call, "StackResourceSummaries", list);
}

/* ---- exports ---- */

json_t *op_list_exports(struct call *call)
{
    json_t *all = engine_exports(call->engine, call->x->region, call->x->account), *entry;
    json_t *list = json_array();
    const char *name;
    json_object_foreach (all, name, entry)
        (void)json_array_append(list, entry);
    json_decref(all);
    return call_page(call, "Exports", list);
}

json_t *op_list_imports(struct call *call)
{
    const char *name = call_text(call, "ExportName");
    json_t *list = json_array();
    for (const struct stack *s = call->engine->first; s; s = s->next)
        if (is_here(call, s) && json_object_get(json_object_get(s->doc, "Imports"), name))
            (void)json_array_append(list, json_object_get(s->doc, "StackName"));
    if (json_array_size(list) > 0)
        return call_page(call, "Imports", list);
    json_decref(list);
    return call_invalid(call, "Export '%s' is not imported by any stack.", name);
}
