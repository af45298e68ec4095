/* SPDX-License-Identifier: Apache-2.0 */
/* What the local cloud's page shows: stacks with their resources, outputs and events. */
#include "local/look.h"

#include <string.h>

#include "engine/outputs.h"
#include "engine/stack.h"

/* ---- stacks ---- */

/* Milliseconds of a member with seconds. */
static json_t *time_of(const json_t *object, const char *member)
{
    const json_t *seconds = json_object_get(object, member);
    return seconds ? json_integer((json_int_t)(json_number_value(seconds) * 1000)) : json_null();
}

static json_t *member(const json_t *object, const char *name)
{
    json_t *value = json_object_get(object, name);
    return value ? json_incref(value) : json_null();
}

static void list_stacks(void *state, struct slrun_look *look)
{
    const struct engine *engine = state;
    const struct slrun_looks *looks = engine->cloud->looks;
    for (const struct stack *stack = engine->first; stack; stack = stack->next) {
        int wanted = looks->want(look);
        if (wanted < 0)
            return;
        if (wanted)
            looks->row(
                look, stack_text(stack, "StackId"),
                json_pack("[s s I o s s]", stack_text(stack, "StackName"),
                          stack_text(stack, "StackStatus"),
                          (json_int_t)json_object_size(json_object_get(stack->doc, "Resources")),
                          time_of(stack->doc, "CreationTime"), stack_text(stack, "Region"),
                          stack_text(stack, "Account")));
    }
}

/* ---- one stack ---- */

static void show_outputs(const struct engine *engine, struct slrun_look *look,
                         const struct stack *stack)
{
    const struct slrun_looks *looks = engine->cloud->looks;
    const json_t *outputs = json_object_get(stack->doc, "Outputs");
    looks->table(look, "Outputs", "name|value|export|description", NULL);
    for (size_t i = 0; i < json_array_size(outputs); i++) {
        const json_t *output = json_array_get(outputs, i);
        const char *value = json_string_value(json_object_get(output, "OutputValue"));
        int wanted = looks->want(look);
        if (wanted < 0)
            return;
        if (wanted)
            looks->row(
                look, NULL,
                json_pack("[o o o o]", member(output, "OutputKey"),
                          output_rewritten(value ? value : "", engine->cloud->url(engine->cloud)),
                          member(output, "ExportName"), member(output, "Description")));
    }
}

static void show_resources(const struct slrun_looks *looks, struct slrun_look *look,
                           const struct stack *stack)
{
    json_t *records = json_object_get(stack->doc, "Resources"), *record;
    const char *id;
    looks->table(look, "Resources", "logical id|type|physical id|status|reason|at:time", NULL);
    json_object_foreach (records, id, record) {
        int wanted = looks->want(look);
        if (wanted < 0)
            return;
        if (wanted)
            looks->row(
                look, NULL,
                json_pack("[s o o o o o]", id, member(record, "ResourceType"),
                          member(record, "PhysicalResourceId"), member(record, "ResourceStatus"),
                          member(record, "ResourceStatusReason"), time_of(record, "Timestamp")));
    }
}

static void show_events(const struct slrun_looks *looks, struct slrun_look *look,
                        const struct stack *stack)
{
    const json_t *events = json_object_get(stack->doc, "Events");
    looks->table(look, "Events, the latest first", "at:time|logical id|type|status|reason", NULL);
    for (size_t i = json_array_size(events); i-- > 0;) {
        const json_t *event = json_array_get(events, i);
        int wanted = looks->want(look);
        if (wanted < 0)
            return;
        if (wanted)
            looks->row(look, NULL,
                       json_pack("[o o o o o]", time_of(event, "Timestamp"),
                                 member(event, "LogicalResourceId"), member(event, "ResourceType"),
                                 member(event, "ResourceStatus"),
                                 member(event, "ResourceStatusReason")));
    }
}

static int show_stack(void *state, struct slrun_look *look, const char *id)
{
    const struct engine *engine = state;
    const struct slrun_looks *looks = engine->cloud->looks;
    const struct stack *stack = engine->first;
    while (stack && strcmp(stack_text(stack, "StackId"), id) != 0)
        stack = stack->next;
    if (!stack)
        return -1;
    looks->fact(look, "id", json_string(id));
    looks->fact(look, "status", member(stack->doc, "StackStatus"));
    looks->fact(look, "reason", member(stack->doc, "StackStatusReason"));
    show_outputs(engine, look, stack);
    show_resources(looks, look, stack);
    show_events(looks, look, stack);
    return 0;
}

const struct slrun_look_kind cloudformation_looks[] = {
    {"stacks", "Stacks", "name|status|resources:number|created:time|region|account", list_stacks,
     show_stack},
    {NULL, NULL, NULL, NULL, NULL},
};
