/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/stack.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/deployment.h"
#include "engine/names.h"
#include "engine/roles.h"

#define SERVICE "cloudformation"

/* ---- members ---- */

const char *stack_text(const struct stack *stack, const char *member)
{
    const char *text = json_string_value(json_object_get(stack->doc, member));
    return text ? text : "";
}

void stack_set(struct stack *stack, const char *member, json_t *value)
{
    (void)json_object_set_new(stack->doc, member, value);
}

bool stack_is_deleted(const struct stack *stack)
{
    return strcmp(stack_text(stack, "StackStatus"), "DELETE_COMPLETE") == 0;
}

json_t *engine_now(const struct engine *engine)
{
    return json_real((double)engine->cloud->now_ms(engine->cloud) / 1000);
}

/* ---- keeping ---- */

void stack_save(const struct stack *stack)
{
    const struct slrun_cloud *cloud = stack->engine->cloud;
    if (cloud->data && cloud->doc_put)
        (void)cloud->doc_put(cloud, SERVICE, stack_text(stack, "StackId"), stack->doc);
}

static void stack_unsave(const struct stack *stack)
{
    const struct slrun_cloud *cloud = stack->engine->cloud;
    if (cloud->data && cloud->doc_remove)
        (void)cloud->doc_remove(cloud, SERVICE, stack_text(stack, "StackId"));
}

static struct stack *stack_new(struct engine *engine, json_t *doc)
{
    struct stack *stack = doc ? calloc(1, sizeof *stack) : NULL;
    if (!stack) {
        json_decref(doc);
        return NULL;
    }
    *stack = (struct stack){.engine = engine, .next = engine->first, .doc = doc};
    engine->first = stack;
    return stack;
}

/* A stack that was in progress when the local cloud ended. */
static void give_up(struct stack *stack)
{
    char status[STATUS_SIZE];
    (void)snprintf(status, sizeof status, "%s", stack_text(stack, "StackStatus"));
    char *end = strstr(status, "_IN_PROGRESS");
    if (!end || strncmp(status, "REVIEW", 6) == 0)
        return;
    char *complete = strstr(status, "_COMPLETE_CLEANUP");
    (void)strcpy(complete ? complete : end, complete ? "_COMPLETE" : "_FAILED");
    stack_status(stack, status, "The local cloud ended while this was in progress");
}

static int load(void *arg, const char *key, const json_t *doc)
{
    (void)key;
    struct stack *stack = stack_new(arg, json_deep_copy(doc));
    if (stack) {
        give_up(stack);
        roles_tell(stack);
    }
    return 0;
}

void engine_load(struct engine *engine)
{
    const struct slrun_cloud *cloud = engine->cloud;
    if (cloud->data && cloud->doc_each)
        (void)cloud->doc_each(cloud, SERVICE, "", load, engine);
}

static void stack_free(struct stack *stack)
{
    if (stack->deployment)
        deployment_abandon(stack->deployment);
    json_decref(stack->doc);
    free(stack);
}

void engine_clear(struct engine *engine, bool kept)
{
    while (engine->first) {
        struct stack *stack = engine->first;
        engine->first = stack->next;
        if (kept)
            stack_unsave(stack);
        stack_free(stack);
    }
}

/* ---- finding and making ---- */

void stack_forget(struct stack *stack)
{
    struct stack **at = &stack->engine->first;
    while (*at != stack)
        at = &(*at)->next;
    *at = stack->next;
    stack_unsave(stack);
    stack_free(stack);
}

size_t engine_count(const struct engine *engine)
{
    size_t n = 0;
    for (const struct stack *s = engine->first; s; s = s->next)
        n += !stack_is_deleted(s);
    return n;
}

static void forget_deleted(struct engine *engine)
{
    struct stack *oldest = NULL;
    size_t n = 0;
    for (struct stack *s = engine->first; s; s = s->next)
        if (stack_is_deleted(s)) {
            oldest = s;
            n++;
        }
    if (n > DELETED_MAX)
        stack_forget(oldest);
}

struct stack *stack_create(struct engine *engine, const struct stack_name *name)
{
    char uuid[UUID_SIZE];
    name_uuid(uuid);
    forget_deleted(engine);
    json_t *id = json_sprintf("arn:aws:cloudformation:%s:%s:stack/%s/%s", name->region,
                              name->account, name->name, uuid);
    return stack_new(
        engine, json_pack("{s:o, s:s, s:s, s:s, s:o, s:{}, s:[], s:{}, s:[], s:[], s:[]}",
                          "StackId", id, "StackName", name->name, "Region", name->region, "Account",
                          name->account, "CreationTime", engine_now(engine), "Resources", "Events",
                          "ChangeSets", "Outputs", "Tags", "Capabilities"));
}

struct stack *stack_find(struct engine *engine, const struct stack_name *name)
{
    bool id = strncmp(name->name, "arn:", 4) == 0;
    for (struct stack *s = engine->first; s; s = s->next)
        if (strcmp(stack_text(s, "Region"), name->region) == 0 &&
            strcmp(stack_text(s, "Account"), name->account) == 0 &&
            strcmp(stack_text(s, id ? "StackId" : "StackName"), name->name) == 0 &&
            (id || !stack_is_deleted(s)))
            return s;
    return NULL;
}

/* ---- events ---- */

/* The time of the next event: after the last one, so that they can be sorted by it. */
static json_t *event_time(const struct stack *stack, const json_t *events)
{
    const json_t *last = json_array_get(events, json_array_size(events) - 1);
    double now = (double)stack->engine->cloud->now_ms(stack->engine->cloud) / 1000;
    double after = json_number_value(json_object_get(last, "Timestamp")) + 0.001;
    return json_real(now > after ? now : after);
}

void stack_event(struct stack *stack, const struct stack_event *event)
{
    json_t *events = json_object_get(stack->doc, "Events");
    char uuid[UUID_SIZE];
    name_uuid(uuid);
    bool own = strcmp(event->logical_id, stack_text(stack, "StackName")) == 0;
    char *properties = event->properties ? json_dumps(event->properties, JSON_COMPACT) : NULL;
    json_t *entry = json_pack(
        "{s:o, s:s, s:s, s:s, s:s, s:s, s:o, s:s, s:s*, s:s*}", "EventId",
        own ? json_string(uuid) : json_sprintf("%s-%s-%s", event->logical_id, event->status, uuid),
        "StackId", stack_text(stack, "StackId"), "StackName", stack_text(stack, "StackName"),
        "LogicalResourceId", event->logical_id, "PhysicalResourceId",
        event->physical_id ? event->physical_id : "", "ResourceType", event->type, "Timestamp",
        event_time(stack, events), "ResourceStatus", event->status, "ResourceStatusReason",
        event->reason, "ResourceProperties", properties);
    free(properties);
    if (entry)
        (void)json_array_append_new(events, entry);
    if (json_array_size(events) > EVENTS_MAX)
        (void)json_array_remove(events, 0);
}

void stack_status(struct stack *stack, const char *status, const char *reason)
{
    struct stack_event event = {.logical_id = stack_text(stack, "StackName"),
                                .physical_id = stack_text(stack, "StackId"),
                                .type = "AWS::CloudFormation::Stack",
                                .status = status,
                                .reason = reason};
    stack_set(stack, "StackStatus", json_string(status));
    if (reason)
        stack_set(stack, "StackStatusReason", json_string(reason));
    else
        (void)json_object_del(stack->doc, "StackStatusReason");
    stack_event(stack, &event);
}

/* ---- exports ---- */

json_t *engine_exports(const struct engine *engine, const char *region, const char *account)
{
    json_t *all = json_object(), *output;
    size_t i;
    for (const struct stack *s = engine->first; s; s = s->next) {
        if (stack_is_deleted(s) || strcmp(stack_text(s, "Region"), region) != 0 ||
            strcmp(stack_text(s, "Account"), account) != 0)
            continue;
        json_array_foreach (json_object_get(s->doc, "Outputs"), i, output) {
            const char *name = json_string_value(json_object_get(output, "ExportName"));
            if (name)
                (void)json_object_set_new(all, name,
                                          json_pack("{s:s, s:s, s:O}", "ExportingStackId",
                                                    stack_text(s, "StackId"), "Name", name, "Value",
                                                    json_object_get(output, "OutputValue")));
        }
    }
    return all;
}

json_t *engine_export_values(const struct engine *engine, const char *region, const char *account)
{
    json_t *all = engine_exports(engine, region, account), *values = json_object(), *entry;
    const char *name;
    json_object_foreach (all, name, entry)
        (void)json_object_set(values, name, json_object_get(entry, "Value"));
    json_decref(all);
    return values;
}

const struct stack *engine_importer(const struct stack *stack, const char *name)
{
    for (const struct stack *s = stack->engine->first; s; s = s->next)
        if (s != stack && !stack_is_deleted(s) &&
            strcmp(stack_text(s, "Region"), stack_text(stack, "Region")) == 0 &&
            strcmp(stack_text(s, "Account"), stack_text(stack, "Account")) == 0 &&
            json_object_get(json_object_get(s->doc, "Imports"), name))
            return s;
    return NULL;
}
