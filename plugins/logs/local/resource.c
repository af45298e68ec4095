/* SPDX-License-Identifier: Apache-2.0 */
#include "local/resource.h"

#include <stdbool.h>
#include <string.h>

#include <slrun/member.h>
#include <slrun/table.h>

#include "local/service.h"

static const struct slrun_param tag_members[] = {
    {"Key", S_STRING, SLRUN_REQUIRED, "The tag's name."},
    {"Value", S_STRING, SLRUN_REQUIRED, "The tag's value."},
    {.name = NULL},
};
static const struct slrun_shape tag_shape = S_STRUCTURE(tag_members);
static const struct slrun_shape any_shape = S_DOCUMENT;

static const struct slrun_param group_properties[] = {
    {"LogGroupName", S_STRING, 0, "Name of the group."},
    {"RetentionInDays", S_INTEGER, 0, "How long events are kept; for ever unless told."},
    {"KmsKeyId", S_STRING, 0, "The key of encryption."},
    {"LogGroupClass", S_STRING, 0, "STANDARD unless told."},
    {"DeletionProtectionEnabled", S_BOOLEAN, 0, "Whether it is protected from deletion."},
    {"Tags", S_LIST(tag_shape), 0, "Tags of the group."},
    {"DataProtectionPolicy", S_DOCUMENT, 0, "Accepted, and without effect here."},
    {"FieldIndexPolicies", S_LIST(any_shape), 0, "Accepted, and without effect here."},
    {"ResourcePolicyDocument", S_DOCUMENT, 0, "Accepted, and without effect here."},
    {.name = NULL},
};

static const struct slrun_param stream_properties[] = {
    {"LogGroupName", S_STRING, SLRUN_REQUIRED, "Name of the group."},
    {"LogStreamName", S_STRING, 0, "Name of the stream."},
    {.name = NULL},
};

static void run(struct service *service, struct slrun_resource *r,
                const struct slrun_resource_run *run)
{
    service->cloud->resource_run(service->cloud, r, run);
}

/* ---- AWS::Logs::LogGroup ---- */

static json_t *tags_of(const json_t *properties)
{
    json_t *tags = json_object(), *tag;
    size_t i;
    json_array_foreach (json_object_get(properties, "Tags"), i, tag)
        (void)json_object_set(tags, json_string_value(json_object_get(tag, "Key")),
                              json_object_get(tag, "Value"));
    return tags;
}

static const char *group_name(const struct slrun_resource *r)
{
    return r->physical_id ? r->physical_id
                          : slrun_text_or(r->properties, "LogGroupName", r->suggested_name);
}

static json_t *group_arn(const struct slrun_resource *r, const char *end)
{
    return json_sprintf("arn:aws:logs:%s:%s:log-group:%s%s", r->region, r->account, group_name(r),
                        end);
}

static void group_made(void *state, struct slrun_resource *r, const json_t *results)
{
    const struct service *service = state;
    json_t *all = json_pack("{s:o}", "Arn", group_arn(r, ":*"));
    (void)results;
    service->cloud->resource_done(
        r, &(struct slrun_resource_result){.physical_id = group_name(r), .attributes = all});
    json_decref(all);
}

static struct slrun_resource_call retention_call(const struct slrun_resource *r)
{
    json_t *days = json_object_get(r->properties, "RetentionInDays");
    return (struct slrun_resource_call){
        .operation = days ? "put_retention_policy" : "delete_retention_policy",
        .args = json_pack("{s:s, s:O*}", "logGroupName", group_name(r), "retentionInDays", days)};
}

static void group_create(void *state, struct slrun_resource *r)
{
    static const char *const same[][2] = {
        {"KmsKeyId", "kmsKeyId"},
        {"LogGroupClass", "logGroupClass"},
        {"DeletionProtectionEnabled", "deletionProtectionEnabled"}};
    json_t *tags = tags_of(r->properties);
    json_t *args = json_pack("{s:s}", "logGroupName", group_name(r));
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        json_t *value = json_object_get(r->properties, same[i][0]);
        if (value)
            (void)json_object_set(args, same[i][1], value);
    }
    if (json_object_size(tags) > 0)
        (void)json_object_set(args, "tags", tags);
    json_decref(tags);
    struct slrun_resource_call calls[2] = {{.operation = "create_log_group", .args = args}};
    size_t n = 1;
    if (json_object_get(r->properties, "RetentionInDays"))
        calls[n++] = retention_call(r);
    run(state, r, &(struct slrun_resource_run){"logs", calls, n, group_made});
}

static void group_update(void *state, struct slrun_resource *r)
{
    struct slrun_resource_call calls[3] = {retention_call(r)};
    size_t n = 1;
    json_t *tags = tags_of(r->properties),
           *gone = slrun_keys_gone(json_object_get(r->old, "Tags"),
                                   json_object_get(r->properties, "Tags"), "Key");
    if (json_array_size(gone) > 0)
        calls[n++] = (struct slrun_resource_call){
            .operation = "untag_resource",
            .args = json_pack("{s:o, s:O}", "resourceArn", group_arn(r, ""), "tagKeys", gone)};
    if (json_object_size(tags) > 0)
        calls[n++] = (struct slrun_resource_call){
            .operation = "tag_resource",
            .args = json_pack("{s:o, s:O}", "resourceArn", group_arn(r, ""), "tags", tags)};
    json_decref(tags);
    json_decref(gone);
    run(state, r, &(struct slrun_resource_run){"logs", calls, n, group_made});
}

static void group_remove(void *state, struct slrun_resource *r)
{
    struct slrun_resource_call call = {.operation = "delete_log_group",
                                       .args = json_pack("{s:s}", "logGroupName", r->physical_id),
                                       .ignored = "ResourceNotFoundException"};
    run(state, r, &(struct slrun_resource_run){"logs", &call, 1, NULL});
}

/* ---- AWS::Logs::LogStream ---- */

static json_t *stream_args(const struct slrun_resource *r)
{
    const char *name = r->physical_id
                           ? r->physical_id
                           : slrun_text_or(r->properties, "LogStreamName", r->suggested_name);
    return json_pack("{s:s, s:s}", "logGroupName", slrun_text_or(r->properties, "LogGroupName", ""),
                     "logStreamName", name);
}

static void stream_made(void *state, struct slrun_resource *r, const json_t *results)
{
    const struct service *service = state;
    (void)results;
    service->cloud->resource_done(
        r, &(struct slrun_resource_result){
               .physical_id = slrun_text_or(r->properties, "LogStreamName", r->suggested_name)});
}

static void stream_create(void *state, struct slrun_resource *r)
{
    struct slrun_resource_call call = {.operation = "create_log_stream", .args = stream_args(r)};
    run(state, r, &(struct slrun_resource_run){"logs", &call, 1, stream_made});
}

static void stream_remove(void *state, struct slrun_resource *r)
{
    struct slrun_resource_call call = {.operation = "delete_log_stream",
                                       .args = stream_args(r),
                                       .ignored = "ResourceNotFoundException"};
    run(state, r, &(struct slrun_resource_run){"logs", &call, 1, NULL});
}

const struct slrun_resource_type logs_resources[] = {
    {.type = "AWS::Logs::LogGroup",
     .doc = "A log group.",
     .properties = group_properties,
     .attributes = (const char *const[]){"Arn", NULL},
     .replacing = (const char *const[]){"LogGroupName", "LogGroupClass", "KmsKeyId", NULL},
     .create = group_create,
     .update = group_update,
     .remove = group_remove},
    {.type = "AWS::Logs::LogStream",
     .doc = "A stream of a log group.",
     .properties = stream_properties,
     .create = stream_create,
     .remove = stream_remove},
    {.type = "AWS::Logs::SubscriptionFilter",
     .doc = "Has matching events of a log group delivered.",
     .properties = logs_subscription_properties,
     .replacing = (const char *const[]){"FilterName", "LogGroupName", NULL},
     .create = logs_filter_put,
     .update = logs_filter_put,
     .remove = logs_filter_remove},
    {.type = "AWS::Logs::MetricFilter",
     .doc = "Has matching events counted; no metric is kept.",
     .properties = logs_metric_properties,
     .replacing = (const char *const[]){"FilterName", "LogGroupName", NULL},
     .create = logs_filter_put,
     .update = logs_filter_put,
     .remove = logs_filter_remove},
    {.type = NULL},
};
