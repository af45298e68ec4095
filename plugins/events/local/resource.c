/* SPDX-License-Identifier: Apache-2.0 */
#include "local/resource.h"

#include <stdlib.h>
#include <string.h>

#include <slrun/table.h>

#include "local/service.h"

enum { CALLS_MAX = 5 };

static const struct slrun_param tag_members[] = {
    {"Key", S_STRING, SLRUN_REQUIRED, "The tag's name."},
    {"Value", S_STRING, SLRUN_REQUIRED, "The tag's value."},
    {.name = NULL},
};
static const struct slrun_shape tag_shape = S_STRUCTURE(tag_members);
static const struct slrun_shape any_shape = S_DOCUMENT;

static const struct slrun_param rule_properties[] = {
    {"Name", S_STRING, 0, "Name of the rule."},
    {"Description", S_STRING, 0, "What it is for."},
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; the default one unless told."},
    {"EventPattern", S_DOCUMENT, 0, "Which events it matches."},
    {"ScheduleExpression", S_STRING, 0, "When it fires by itself."},
    {"State", S_STRING, 0, "ENABLED or DISABLED."},
    {"RoleArn", S_STRING, 0, "Role with which targets are reached."},
    {"Targets", S_LIST(any_shape), 0, "The targets."},
    {"Tags", S_LIST(tag_shape), 0, "Tags of the rule."},
    {.name = NULL},
};

static const struct slrun_param bus_properties[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the bus."},
    {"Description", S_STRING, 0, "What it is for."},
    {"EventSourceName", S_STRING, 0, "The partner event source."},
    {"KmsKeyIdentifier", S_STRING, 0, "The key of encryption."},
    {"DeadLetterConfig", S_DOCUMENT, 0, "Accepted, and without effect here."},
    {"LogConfig", S_DOCUMENT, 0, "Accepted, and without effect here."},
    {"Policy", S_DOCUMENT, 0, "Who may do what."},
    {"Tags", S_LIST(tag_shape), 0, "Tags of the bus."},
    {.name = NULL},
};

static const struct slrun_param policy_properties[] = {
    {"EventBusName", S_STRING, 0, "Name of the bus."},
    {"StatementId", S_STRING, SLRUN_REQUIRED, "Names the statement."},
    {"Statement", S_DOCUMENT, 0, "The statement."},
    {"Action", S_STRING, 0, "events:PutEvents."},
    {"Principal", S_STRING, 0, "Account that may, or *."},
    {"Condition", S_DOCUMENT, 0, "Type, Key and Value."},
    {.name = NULL},
};

static void run(struct service *service, struct slrun_resource *r,
                const struct slrun_resource_run *run)
{
    service->cloud->resource_run(service->cloud, r, run);
}

/* ---- AWS::Events::Rule ---- */

/* Ref gives NAME, or on a bus of one's own BUS|NAME. */
static const char *rule_name(const struct slrun_resource *r)
{
    const char *name = slrun_text(r->properties, "Name");
    const char *bar = r->physical_id ? strchr(r->physical_id, '|') : NULL;
    return bar ? bar + 1 : r->physical_id ? r->physical_id : name ? name : r->suggested_name;
}

/* {"Name": ..., "EventBusName": ...} or {"Rule": ...} */
static json_t *rule_args(const struct slrun_resource *r, const char *member)
{
    return json_pack("{s:s, s:O*}", member, rule_name(r), "EventBusName",
                     json_object_get(r->properties, "EventBusName"));
}

static struct slrun_resource_call put_rule_call(const struct slrun_resource *r)
{
    static const char *const same[] = {
        "Description", "ScheduleExpression", "State", "RoleArn", "Tags", NULL};
    const json_t *pattern = json_object_get(r->properties, "EventPattern");
    json_t *args = rule_args(r, "Name");
    char *text = pattern ? json_dumps(pattern, JSON_COMPACT | JSON_ENCODE_ANY) : NULL;
    slrun_copy_members(args, r->properties, same);
    if (text)
        (void)json_object_set_new(args, "EventPattern", json_string(text));
    free(text);
    return (struct slrun_resource_call){.operation = "put_rule", .args = args};
}

static void rule_made(void *state, struct slrun_resource *r, const json_t *results)
{
    struct service *service = state;
    const json_t *bus =
        bus_find(service, r->region, r->account, slrun_text(r->properties, "EventBusName"));
    const char *of = bus ? slrun_text(bus, "Name") : "default";
    bool other = strcmp(of, "default") != 0;
    json_t *id = json_sprintf("%s%s%s", other ? of : "", other ? "|" : "", rule_name(r)), *all;
    const json_t *put = NULL;
    for (size_t i = 0; !put && i < json_array_size(results); i++)
        put = json_object_get(json_array_get(results, i), "RuleArn");
    all = json_pack("{s:s}", "Arn", json_string_value(put));
    service->cloud->resource_done(r, &(struct slrun_resource_result){
                                         .physical_id = json_string_value(id), .attributes = all});
    json_decref(id);
    json_decref(all);
}

/* The call that removes targets, where some are gone: how many calls that is. */
static size_t removal(const struct slrun_resource *r, const json_t *old, const json_t *now,
                      struct slrun_resource_call *call)
{
    json_t *gone = slrun_keys_gone(old, now, "Id");
    bool any = json_array_size(gone) > 0;
    if (any) {
        json_t *args = rule_args(r, "Rule");
        (void)json_object_set(args, "Ids", gone);
        *call = (struct slrun_resource_call){
            .operation = "remove_targets", .args = args, .ignored = "ResourceNotFoundException"};
    }
    json_decref(gone);
    return any;
}

/* The calls that bring tags up to date, which PutRule and UpdateEventBus do not: how many. `arn` is
 * taken over. */
static size_t tag_calls(const struct slrun_resource *r, json_t *arn,
                        struct slrun_resource_call calls[2])
{
    json_t *tags = r->physical_id ? json_object_get(r->properties, "Tags") : NULL;
    json_t *gone = slrun_keys_gone(json_object_get(r->old, "Tags"), tags, "Key");
    size_t n = 0;
    if (json_array_size(gone) > 0)
        calls[n++] = (struct slrun_resource_call){
            .operation = "untag_resource",
            .args = json_pack("{s:O, s:O}", "ResourceARN", arn, "TagKeys", gone)};
    if (json_array_size(tags) > 0)
        calls[n++] = (struct slrun_resource_call){
            .operation = "tag_resource",
            .args = json_pack("{s:O, s:O}", "ResourceARN", arn, "Tags", tags)};
    json_decref(gone);
    json_decref(arn);
    return n;
}

/* The bus is a part of the ARN, but for the default one. */
static json_t *rule_arn(struct service *service, const struct slrun_resource *r)
{
    const json_t *bus =
        bus_find(service, r->region, r->account, slrun_text(r->properties, "EventBusName"));
    const char *of = slrun_text_or(bus, "Name", "default");
    bool other = strcmp(of, "default") != 0;
    return json_sprintf("arn:aws:events:%s:%s:rule/%s%s%s", r->region, r->account, other ? of : "",
                        other ? "/" : "", rule_name(r));
}

static void rule_put(void *state, struct slrun_resource *r)
{
    struct slrun_resource_call calls[CALLS_MAX] = {put_rule_call(r)};
    json_t *targets = json_object_get(r->properties, "Targets");
    size_t n = 1 + removal(r, json_object_get(r->old, "Targets"), targets, &calls[1]);
    if (json_array_size(targets) > 0) {
        json_t *args = rule_args(r, "Rule");
        (void)json_object_set(args, "Targets", targets);
        calls[n++] = (struct slrun_resource_call){.operation = "put_targets", .args = args};
    }
    n += tag_calls(r, rule_arn(state, r), &calls[n]);
    run(state, r, &(struct slrun_resource_run){"events", calls, n, rule_made});
}

static void rule_remove(void *state, struct slrun_resource *r)
{
    struct slrun_resource_call calls[CALLS_MAX];
    size_t n = removal(r, json_object_get(r->properties, "Targets"), NULL, calls);
    calls[n++] = (struct slrun_resource_call){.operation = "delete_rule",
                                              .args = rule_args(r, "Name"),
                                              .ignored = "ResourceNotFoundException"};
    run(state, r, &(struct slrun_resource_run){"events", calls, n, NULL});
}

/* ---- AWS::Events::EventBus ---- */

static void bus_made(void *state, struct slrun_resource *r, const json_t *results)
{
    const struct service *service = state;
    const char *name = slrun_text(r->properties, "Name");
    json_t *all =
        json_pack("{s:s, s:o, s:s}", "Name", name, "Arn",
                  json_sprintf("arn:aws:events:%s:%s:event-bus/%s", r->region, r->account, name),
                  "Policy", "");
    (void)results;
    service->cloud->resource_done(
        r, &(struct slrun_resource_result){.physical_id = name, .attributes = all});
    json_decref(all);
}

static void bus_put(void *state, struct slrun_resource *r)
{
    static const char *const same[] = {
        "Name", "Description", "KmsKeyIdentifier", "DeadLetterConfig", "LogConfig", NULL};
    const json_t *policy = json_object_get(r->properties, "Policy");
    bool update = r->physical_id != NULL;
    json_t *args = json_object();
    slrun_copy_members(args, r->properties, same);
    if (!update)
        slrun_copy_members(args, r->properties,
                           (const char *const[]){"EventSourceName", "Tags", NULL});
    struct slrun_resource_call calls[CALLS_MAX] = {
        {.operation = update ? "update_event_bus" : "create_event_bus", .args = args}};
    size_t n = 1;
    if (policy) {
        char *text = json_dumps(policy, JSON_COMPACT);
        calls[n++] = (struct slrun_resource_call){
            .operation = "put_permission",
            .args = json_pack("{s:s, s:s}", "EventBusName", slrun_text(r->properties, "Name"),
                              "Policy", text ? text : "")};
        free(text);
    }
    n += tag_calls(r,
                   json_sprintf("arn:aws:events:%s:%s:event-bus/%s", r->region, r->account,
                                slrun_text(r->properties, "Name")),
                   &calls[n]);
    run(state, r, &(struct slrun_resource_run){"events", calls, n, bus_made});
}

static void bus_remove(void *state, struct slrun_resource *r)
{
    struct slrun_resource_call call = {.operation = "delete_event_bus",
                                       .args = json_pack("{s:s}", "Name", r->physical_id)};
    run(state, r, &(struct slrun_resource_run){"events", &call, 1, NULL});
}

/* ---- AWS::Events::EventBusPolicy, which nothing here asks ---- */

static void policy_made(void *state, struct slrun_resource *r)
{
    const struct service *service = state;
    service->cloud->resource_done(
        r, &(struct slrun_resource_result){.physical_id = r->physical_id ? r->physical_id
                                                                         : r->suggested_name});
}

const struct slrun_resource_type events_resources[] = {
    {.type = "AWS::Events::Rule",
     .doc = "A rule: a pattern or a schedule, and targets.",
     .properties = rule_properties,
     .attributes = (const char *const[]){"Arn", NULL},
     .replacing = (const char *const[]){"Name", "EventBusName", NULL},
     .create = rule_put,
     .update = rule_put,
     .remove = rule_remove},
    {.type = "AWS::Events::EventBus",
     .doc = "An event bus.",
     .properties = bus_properties,
     .attributes = (const char *const[]){"Arn", "Name", "Policy", NULL},
     .replacing = (const char *const[]){"Name", "EventSourceName", NULL},
     .create = bus_put,
     .update = bus_put,
     .remove = bus_remove},
    {.type = "AWS::Events::EventBusPolicy",
     .doc = "A statement of a bus's policy; accepted, and asked by nobody.",
     .properties = policy_properties,
     .create = policy_made,
     .update = policy_made,
     .remove = policy_made},
    {.type = "AWS::Events::Archive",
     .doc = "An archive of the events of a bus.",
     .properties = events_archive_properties,
     .attributes = (const char *const[]){"Arn", NULL},
     .replacing = (const char *const[]){"ArchiveName", "SourceArn", NULL},
     .create = thing_resource_put,
     .update = thing_resource_put,
     .remove = thing_resource_remove},
    {.type = "AWS::Events::Connection",
     .doc = "How API destinations authorize.",
     .properties = events_connection_properties,
     .attributes = (const char *const[]){"Arn", "ArnForPolicy", "SecretArn", NULL},
     .replacing = (const char *const[]){"Name", NULL},
     .create = thing_resource_put,
     .update = thing_resource_put,
     .remove = thing_resource_remove},
    {.type = "AWS::Events::ApiDestination",
     .doc = "An HTTP endpoint that rules send events to.",
     .properties = events_destination_properties,
     .attributes = (const char *const[]){"Arn", "ArnForPolicy", NULL},
     .replacing = (const char *const[]){"Name", NULL},
     .create = thing_resource_put,
     .update = thing_resource_put,
     .remove = thing_resource_remove},
    {.type = NULL},
};
