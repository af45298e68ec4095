/* SPDX-License-Identifier: Apache-2.0 */
#include "resource/stack_types.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <slrun/table.h>

#include "service.h"
#include "stream/change.h"

/* clang-format off */
#define PARAMS(name_)         static const struct slrun_param name_[]
#define PARAMS_END            {.name = NULL}
/* clang-format on */

static const struct slrun_shape shape_string = S_STRING;

PARAMS(tag_members) = {
    {"Key", S_STRING, SLRUN_REQUIRED, "The tag's name."},
    {"Value", S_STRING, SLRUN_REQUIRED, "The tag's value."},
    PARAMS_END,
};
static const struct slrun_shape tag_shape = S_STRUCTURE(tag_members);

PARAMS(mode_members) = {
    {"StreamMode", S_STRING, SLRUN_REQUIRED, "PROVISIONED or ON_DEMAND."},
    PARAMS_END,
};
PARAMS(encryption_members) = {
    {"EncryptionType", S_STRING, SLRUN_REQUIRED, "KMS."},
    {"KeyId", S_STRING, SLRUN_REQUIRED, "The key."},
    PARAMS_END,
};

PARAMS(stream_properties) = {
    {"Name", S_STRING, 0, "Name of the stream."},
    {"ShardCount", S_INTEGER, 0, "Shards of a provisioned stream."},
    {"RetentionPeriodHours", S_INTEGER, 0, "How long records are kept; 24 unless told."},
    {"StreamModeDetails", S_STRUCTURE(mode_members), 0, "Provisioned unless told."},
    {"StreamEncryption", S_STRUCTURE(encryption_members), 0, "Server-side encryption."},
    {"DesiredShardLevelMetrics", S_LIST(shape_string), 0, "Accepted, and without effect here."},
    {"MaxRecordSizeInKiB", S_INTEGER, 0, "Accepted, and without effect here."},
    {"WarmThroughputMiBps", S_INTEGER, 0, "Accepted, and without effect here."},
    {"WarmThroughputObject", S_DOCUMENT, 0, "Accepted, and without effect here."},
    {"Tags", S_LIST(tag_shape), 0, "Tags of the stream."},
    PARAMS_END,
};

PARAMS(consumer_properties) = {
    {"ConsumerName", S_STRING, SLRUN_REQUIRED, "Name of the consumer."},
    {"StreamARN", S_STRING, SLRUN_REQUIRED, "The stream that it reads."},
    {"Tags", S_LIST(tag_shape), 0, "Tags of the consumer."},
    PARAMS_END,
};

/* ---- AWS::Kinesis::Stream ---- */

/* A change of a stream takes a while on AWS, and each waits for the one before. Nobody can see a
 * stream of a stack before it is done, so here it is done at once. */
static void hurry(struct service *service, const char *name, const struct slrun_resource *r)
{
    int64_t now = service_now(service);
    struct stream *stream = service_find(service, r->account, r->region, name);
    if (stream == NULL)
        return;
    if (stream->status != STATUS_ACTIVE)
        stream->due_ms = now;
    for (size_t i = 0; i < stream->n_consumers; i++)
        if (stream->consumers[i]->status != STATUS_ACTIVE)
            stream->consumers[i]->due_ms = now;
    service_note_change(service, stream);
    service_settle(service, now);
}

static const char *stream_name(const struct slrun_resource *r)
{
    const char *name = json_string_value(json_object_get(r->properties, "Name"));
    return r->physical_id != NULL ? r->physical_id : name != NULL ? name : r->suggested_name;
}

static bool differs(const struct slrun_resource *r, const char *property)
{
    const json_t *old = json_object_get(r->old, property);
    const json_t *now = json_object_get(r->properties, property);
    return old != now && (old == NULL || now == NULL || !json_equal(old, now));
}

static json_t *args_with(const struct slrun_resource *r, const char *name, json_t *value)
{
    return json_pack("{s:s, s:o*}", "StreamName", stream_name(r), name, value);
}

static json_t *tags_of(const json_t *properties)
{
    json_t *tags = json_object(), *tag;
    size_t i;
    json_array_foreach (json_object_get(properties, "Tags"), i, tag) {
        (void)json_object_set(tags, json_string_value(json_object_get(tag, "Key")),
                              json_object_get(tag, "Value"));
    }
    return tags;
}

static const char *mode_of(const json_t *properties)
{
    const char *mode = json_string_value(
        json_object_get(json_object_get(properties, "StreamModeDetails"), "StreamMode"));
    return mode != NULL ? mode : "PROVISIONED";
}

static json_t *stream_arn(const struct slrun_resource *r)
{
    return json_sprintf("arn:aws:kinesis:%s:%s:stream/%s", r->region, r->account, stream_name(r));
}

/* The steps by which a stream comes to be, or changes; false: there is nothing to do. */
typedef bool step(const struct slrun_resource *r, struct slrun_resource_call *call);

static bool step_create(const struct slrun_resource *r, struct slrun_resource_call *call)
{
    json_t *args = args_with(r, "ShardCount", NULL), *tags = tags_of(r->properties);
    json_t *count = json_object_get(r->properties, "ShardCount");
    if (r->old != NULL) {
        json_decref(args);
        json_decref(tags);
        return false;
    }
    if (strcmp(mode_of(r->properties), "PROVISIONED") == 0) {
        (void)json_object_set_new(args, "ShardCount", count ? json_incref(count) : json_integer(1));
    } else {
        (void)json_object_set(args, "StreamModeDetails",
                              json_object_get(r->properties, "StreamModeDetails"));
    }
    if (json_object_size(tags) > 0)
        (void)json_object_set(args, "Tags", tags);
    json_decref(tags);
    *call = (struct slrun_resource_call){.operation = "create_stream", .args = args};
    return true;
}

static bool step_mode(const struct slrun_resource *r, struct slrun_resource_call *call)
{
    if (r->old == NULL || strcmp(mode_of(r->old), mode_of(r->properties)) == 0)
        return false;
    *call = (struct slrun_resource_call){.operation = "update_stream_mode",
                                         .args = json_pack("{s:o, s:{s:s}}", "StreamARN",
                                                           stream_arn(r), "StreamModeDetails",
                                                           "StreamMode", mode_of(r->properties))};
    return true;
}

static bool step_shards(const struct slrun_resource *r, struct slrun_resource_call *call)
{
    json_t *count = json_object_get(r->properties, "ShardCount");
    if (r->old == NULL || count == NULL || !differs(r, "ShardCount"))
        return false;
    *call = (struct slrun_resource_call){
        .operation = "update_shard_count",
        .args = json_pack("{s:s, s:O, s:s}", "StreamName", stream_name(r), "TargetShardCount",
                          count, "ScalingType", "UNIFORM_SCALING")};
    return true;
}

static json_int_t hours_of(const json_t *properties)
{
    const json_t *hours = json_object_get(properties, "RetentionPeriodHours");
    return hours != NULL ? json_integer_value(hours) : 24;
}

static bool step_retention(const struct slrun_resource *r, struct slrun_resource_call *call)
{
    json_int_t now = hours_of(r->properties), old = hours_of(r->old);
    *call = (struct slrun_resource_call){
        .operation =
            now > old ? "increase_stream_retention_period" : "decrease_stream_retention_period",
        .args = now != old ? args_with(r, "RetentionPeriodHours", json_integer(now)) : NULL};
    return now != old;
}

static bool step_encryption(const struct slrun_resource *r, struct slrun_resource_call *call)
{
    json_t *now = json_object_get(r->properties, "StreamEncryption");
    json_t *given = now != NULL ? now : json_object_get(r->old, "StreamEncryption");
    if (!differs(r, "StreamEncryption"))
        return false;
    *call = (struct slrun_resource_call){.operation = now != NULL ? "start_stream_encryption"
                                                                  : "stop_stream_encryption",
                                         .args = json_deep_copy(given)};
    (void)json_object_set_new(call->args, "StreamName", json_string(stream_name(r)));
    return true;
}

static bool step_untag(const struct slrun_resource *r, struct slrun_resource_call *call)
{
    json_t *old = tags_of(r->old), *now = tags_of(r->properties), *gone = json_array(), *value;
    const char *key;
    json_object_foreach (old, key, value)
        if (json_object_get(now, key) == NULL)
            (void)json_array_append_new(gone, json_string(key));
    bool any = json_array_size(gone) > 0;
    if (any) {
        *call = (struct slrun_resource_call){.operation = "remove_tags_from_stream",
                                             .args = args_with(r, "TagKeys", json_incref(gone))};
    }
    json_decref(gone);
    json_decref(old);
    json_decref(now);
    return any;
}

static bool step_tag(const struct slrun_resource *r, struct slrun_resource_call *call)
{
    json_t *tags = r->old != NULL && differs(r, "Tags") ? tags_of(r->properties) : NULL;
    if (json_object_size(tags) == 0) {
        json_decref(tags);
        return false;
    }
    *call = (struct slrun_resource_call){.operation = "add_tags_to_stream",
                                         .args = args_with(r, "Tags", tags)};
    return true;
}

static step *const steps[] = {step_create,     step_mode,  step_shards, step_retention,
                              step_encryption, step_untag, step_tag};

static void stream_made(const struct service *service, struct slrun_resource *r)
{
    json_t *all = json_pack("{s:o}", "Arn", stream_arn(r));
    service->cloud->resource_done(
        r, &(struct slrun_resource_result){.physical_id = stream_name(r), .attributes = all});
    json_decref(all);
}

static void next_step(void *state, struct slrun_resource *r, const json_t *results)
{
    struct service *service = state;
    struct slrun_resource_call call;
    size_t at = (size_t)(uintptr_t)r->data; /* the place of the next step */
    if (results != NULL)
        hurry(service, stream_name(r), r);
    while (at < sizeof steps / sizeof *steps) {
        bool does = steps[at++](r, &call);
        r->data = (void *)(uintptr_t)at;
        if (does) {
            service->cloud->resource_run(
                service->cloud, r, &(struct slrun_resource_run){"kinesis", &call, 1, next_step});
            return;
        }
    }
    stream_made(service, r);
}

static void stream_make(void *state, struct slrun_resource *r)
{
    next_step(state, r, NULL);
}

static void stream_removed(void *state, struct slrun_resource *r, const json_t *results)
{
    struct service *service = state;
    (void)results;
    hurry(service, r->physical_id, r);
    service->cloud->resource_done(r, &(struct slrun_resource_result){.physical_id = NULL});
}

static void stream_remove(void *state, struct slrun_resource *r)
{
    struct service *service = state;
    struct slrun_resource_call call = {
        .operation = "delete_stream",
        .args = json_pack("{s:s, s:b}", "StreamName", r->physical_id, "EnforceConsumerDeletion", 1),
        .ignored = "ResourceNotFoundException"};
    service->cloud->resource_run(service->cloud, r,
                                 &(struct slrun_resource_run){"kinesis", &call, 1, stream_removed});
}

/* ---- AWS::Kinesis::StreamConsumer ---- */

static const char *consumer_stream(const struct slrun_resource *r)
{
    const char *arn = json_string_value(json_object_get(r->properties, "StreamARN"));
    const char *slash = strchr(arn, '/');
    return slash != NULL ? slash + 1 : arn;
}

static void consumer_made(void *state, struct slrun_resource *r, const json_t *results)
{
    struct service *service = state;
    const json_t *consumer = json_object_get(json_array_get(results, 0), "Consumer");
    json_t *arn = json_object_get(consumer, "ConsumerARN");
    json_t *seconds = json_object_get(consumer, "ConsumerCreationTimestamp");
    hurry(service, consumer_stream(r), r);
    json_t *all = json_pack("{s:O, s:O, s:s, s:O, s:O}", "ConsumerARN", arn, "ConsumerName",
                            json_object_get(consumer, "ConsumerName"), "ConsumerStatus", "ACTIVE",
                            "ConsumerCreationTimestamp", seconds, "StreamARN",
                            json_object_get(r->properties, "StreamARN"));
    service->cloud->resource_done(r, &(struct slrun_resource_result){
                                         .physical_id = json_string_value(arn), .attributes = all});
    json_decref(all);
}

static void consumer_create(void *state, struct slrun_resource *r)
{
    struct service *service = state;
    json_t *tags = tags_of(r->properties);
    struct slrun_resource_call call = {
        .operation = "register_stream_consumer",
        .args =
            json_pack("{s:O, s:O, s:O*}", "StreamARN", json_object_get(r->properties, "StreamARN"),
                      "ConsumerName", json_object_get(r->properties, "ConsumerName"), "Tags",
                      json_object_size(tags) > 0 ? tags : NULL)};
    json_decref(tags);
    service->cloud->resource_run(service->cloud, r,
                                 &(struct slrun_resource_run){"kinesis", &call, 1, consumer_made});
}

static void consumer_removed(void *state, struct slrun_resource *r, const json_t *results)
{
    struct service *service = state;
    (void)results;
    hurry(service, consumer_stream(r), r);
    service->cloud->resource_done(r, &(struct slrun_resource_result){.physical_id = NULL});
}

static void consumer_remove(void *state, struct slrun_resource *r)
{
    struct service *service = state;
    struct slrun_resource_call call = {.operation = "deregister_stream_consumer",
                                       .args = json_pack("{s:s}", "ConsumerARN", r->physical_id),
                                       .ignored = "ResourceNotFoundException"};
    service->cloud->resource_run(
        service->cloud, r, &(struct slrun_resource_run){"kinesis", &call, 1, consumer_removed});
}

const struct slrun_resource_type kinesis_resources[] = {
    {.type = "AWS::Kinesis::Stream",
     .doc = "A stream.",
     .properties = stream_properties,
     .attributes = (const char *const[]){"Arn", NULL},
     .replacing = (const char *const[]){"Name", NULL},
     .create = stream_make,
     .update = stream_make,
     .remove = stream_remove},
    {.type = "AWS::Kinesis::StreamConsumer",
     .doc = "A consumer with throughput of its own.",
     .properties = consumer_properties,
     .attributes = (const char *const[]){"ConsumerARN", "ConsumerName", "ConsumerStatus",
                                         "ConsumerCreationTimestamp", "StreamARN", NULL},
     .create = consumer_create,
     .remove = consumer_remove},
    {.type = NULL},
};
