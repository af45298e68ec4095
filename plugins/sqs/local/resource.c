/* SPDX-License-Identifier: Apache-2.0 */
#include "resource.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/shapes.h"
#include "service.h"

static PARAMS(tag_members) = {
    {"Key", S_STRING, SLRUN_REQUIRED, "The tag's name."},
    {"Value", S_STRING, SLRUN_REQUIRED, "The tag's value."},
    {.name = NULL},
};
static const struct slrun_shape tag_shape = S_STRUCTURE(tag_members);

static PARAMS(queue_properties) = {
    {"QueueName", S_STRING, 0, "Name of the queue; \".fifo\" at the end of a FIFO queue's."},
    {"DelaySeconds", S_INTEGER, 0, "How long messages are held back."},
    {"MaximumMessageSize", S_INTEGER, 0, "Bytes of a message at most."},
    {"MessageRetentionPeriod", S_INTEGER, 0, "Seconds that messages are kept."},
    {"ReceiveMessageWaitTimeSeconds", S_INTEGER, 0, "How long a receive waits unless told."},
    {"VisibilityTimeout", S_INTEGER, 0, "Seconds that a received message is hidden."},
    {"RedrivePolicy", S_DOCUMENT, 0, "deadLetterTargetArn and maxReceiveCount."},
    {"RedriveAllowPolicy", S_DOCUMENT, 0, "Whose dead-letter queue it may be."},
    {"KmsMasterKeyId", S_STRING, 0, "The key of server-side encryption."},
    {"KmsDataKeyReusePeriodSeconds", S_INTEGER, 0, "How long a data key is used again."},
    {"SqsManagedSseEnabled", S_BOOLEAN, 0, "Whether SQS encrypts with keys of its own."},
    {"FifoQueue", S_BOOLEAN, 0, "Whether it keeps the order."},
    {"ContentBasedDeduplication", S_BOOLEAN, 0, "Whether bodies tell duplicates."},
    {"DeduplicationScope", S_STRING, 0, "messageGroup or queue."},
    {"FifoThroughputLimit", S_STRING, 0, "perQueue or perMessageGroupId."},
    {"Tags", S_LIST(tag_shape), 0, "Tags of the queue."},
    {.name = NULL},
};

/* What a queue has again when a template does not say it any more; the properties that are
 * attributes of the same name. */
static const struct {
    const char *name, *otherwise;
} attributes[] = {
    {"DelaySeconds", "0"},
    {"MaximumMessageSize", "1048576"},
    {"MessageRetentionPeriod", "345600"},
    {"ReceiveMessageWaitTimeSeconds", "0"},
    {"VisibilityTimeout", "30"},
    {"RedrivePolicy", ""},
    {"RedriveAllowPolicy", ""},
    {"KmsMasterKeyId", ""},
    {"KmsDataKeyReusePeriodSeconds", "300"},
    {"SqsManagedSseEnabled", "true"},
    {"FifoQueue", NULL},
    {"ContentBasedDeduplication", "false"},
    {"DeduplicationScope", "queue"},
    {"FifoThroughputLimit", "perQueue"},
};

/* A property as an attribute: a string. A new reference, or NULL. */
static json_t *attribute_of(const json_t *value)
{
    if (json_is_string(value))
        return json_string(json_string_value(value));
    if (json_is_boolean(value))
        return json_string(json_is_true(value) ? "true" : "false");
    char *text = value != NULL ? json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY) : NULL;
    json_t *attribute = text != NULL ? json_string(text) : NULL;
    free(text);
    return attribute;
}

static bool is_fifo(const json_t *properties)
{
    return json_is_true(json_object_get(properties, "FifoQueue"));
}

/* Attributes that the properties set; with `old`, those that are to be changed. */
static json_t *attributes_of(const json_t *properties, const json_t *old)
{
    json_t *all = json_object();
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
        const char *name = attributes[i].name;
        const json_t *value = json_object_get(properties, name), *had = json_object_get(old, name);
        if (strcmp(name, "FifoQueue") == 0 && (old != NULL || !is_fifo(properties)))
            continue;
        if (value != NULL && (had == NULL || !json_equal(value, had)))
            (void)json_object_set_new(all, name, attribute_of(value));
        else if (value == NULL && had != NULL)
            (void)json_object_set_new(all, name, json_string(attributes[i].otherwise));
    }
    return all;
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

/* ---- AWS::SQS::Queue ---- */

static const char *queue_name(const struct slrun_resource *r, char *buffer, size_t size)
{
    const char *name = json_string_value(json_object_get(r->properties, "QueueName"));
    (void)snprintf(buffer, size, "%s%s", r->suggested_name, is_fifo(r->properties) ? ".fifo" : "");
    return name != NULL ? name : buffer;
}

/* Its URL is what Ref gives; the name is what stands behind the last slash. */
static void queue_made(const struct service *service, struct slrun_resource *r, const char *url)
{
    const char *name = strrchr(url, '/') + 1;
    json_t *all = json_pack("{s:o, s:s, s:s}", "Arn",
                            json_sprintf("arn:aws:sqs:%s:%s:%s", r->region, r->account, name),
                            "QueueName", name, "QueueUrl", url);
    service->cloud->resource_done(
        r, &(struct slrun_resource_result){.physical_id = url, .attributes = all});
    json_decref(all);
}

static void queue_created(void *state, struct slrun_resource *r, const json_t *results)
{
    queue_made(state, r,
               json_string_value(json_object_get(json_array_get(results, 0), "QueueUrl")));
}

/* CreateQueue gives a queue that is there already; a stack wants one of its own. */
static void queue_create(void *state, struct slrun_resource *r)
{
    struct service *service = state;
    char buffer[128];
    const char *name = queue_name(r, buffer, sizeof buffer);
    if (service_find(service, r->account, r->region, name) != NULL) {
        struct slrun_error error = {.kind = SLRUN_E_SERVICE, .code = "AlreadyExists"};
        (void)snprintf(
            error.message, sizeof error.message,
            "Resource of type 'AWS::SQS::Queue' with identifier '%.100s' already exists.", name);
        service->cloud->resource_done(r, &(struct slrun_resource_result){.error = &error});
        return;
    }
    struct slrun_resource_call call = {
        .operation = "create_queue",
        .args = json_pack("{s:s, s:o, s:o}", "QueueName", name, "Attributes",
                          attributes_of(r->properties, NULL), "tags", tags_of(r->properties))};
    service->cloud->resource_run(
        service->cloud, r,
        &(struct slrun_resource_run){
            .service = "sqs", .calls = &call, .n_calls = 1, .done = queue_created});
}

static void queue_updated(void *state, struct slrun_resource *r, const json_t *results)
{
    (void)results;
    queue_made(state, r, r->physical_id);
}

static void queue_update(void *state, struct slrun_resource *r)
{
    struct service *service = state;
    struct slrun_resource_call calls[3];
    size_t n = 0;
    json_t *changed = attributes_of(r->properties, r->old), *tags = tags_of(r->properties);
    json_t *gone = slrun_keys_gone(json_object_get(r->old, "Tags"),
                                   json_object_get(r->properties, "Tags"), "Key");
    if (json_object_size(changed) > 0) {
        calls[n++] = (struct slrun_resource_call){
            .operation = "set_queue_attributes",
            .args = json_pack("{s:s, s:O}", "QueueUrl", r->physical_id, "Attributes", changed)};
    }
    if (json_array_size(gone) > 0) {
        calls[n++] = (struct slrun_resource_call){
            .operation = "untag_queue",
            .args = json_pack("{s:s, s:O}", "QueueUrl", r->physical_id, "TagKeys", gone)};
    }
    if (json_object_size(tags) > 0) {
        calls[n++] = (struct slrun_resource_call){
            .operation = "tag_queue",
            .args = json_pack("{s:s, s:O}", "QueueUrl", r->physical_id, "Tags", tags)};
    }
    json_decref(changed);
    json_decref(tags);
    json_decref(gone);
    service->cloud->resource_run(
        service->cloud, r,
        &(struct slrun_resource_run){
            .service = "sqs", .calls = calls, .n_calls = n, .done = queue_updated});
}

static void queue_remove(void *state, struct slrun_resource *r)
{
    struct service *service = state;
    struct slrun_resource_call call = {.operation = "delete_queue",
                                       .args = json_pack("{s:s}", "QueueUrl", r->physical_id),
                                       .ignored = "QueueDoesNotExist"};
    service->cloud->resource_run(
        service->cloud, r,
        &(struct slrun_resource_run){.service = "sqs", .calls = &call, .n_calls = 1});
}

/* ---- AWS::SQS::QueuePolicy and QueueInlinePolicy: kept with their queues ---- */

enum { POLICY_QUEUES_MAX = 64 };

static PARAMS(policy_properties) = {
    {"PolicyDocument", S_DOCUMENT, SLRUN_REQUIRED, "Who may do what."},
    {"Queues", S_LIST(shape_string), SLRUN_REQUIRED, "URLs of the queues."},
    {.name = NULL},
};

static PARAMS(inline_properties) = {
    {"PolicyDocument", S_DOCUMENT, SLRUN_REQUIRED, "Who may do what."},
    {"Queue", S_STRING, SLRUN_REQUIRED, "URL of the queue."},
    {.name = NULL},
};

/* Queues of a policy; a new reference. */
static json_t *queues_of(const json_t *properties)
{
    json_t *queue = json_object_get(properties, "Queue");
    return queue != NULL ? json_pack("[O]", queue)
                         : json_incref(json_object_get(properties, "Queues"));
}

static bool has(const json_t *list, const json_t *value)
{
    json_t *element;
    size_t i;
    json_array_foreach (list, i, element)
        if (json_equal(element, value))
            return true;
    return false;
}

static struct slrun_resource_call set_policy(json_t *queue, const char *text)
{
    return (struct slrun_resource_call){
        .operation = "set_queue_attributes",
        .args = json_pack("{s:O, s:{s:s}}", "QueueUrl", queue, "Attributes", "Policy", text),
        .ignored = *text == '\0' ? "QueueDoesNotExist" : NULL};
}

static void policy_set(void *state, struct slrun_resource *r, const json_t *results)
{
    const struct service *service = state;
    const char *id = r->physical_id != NULL ? r->physical_id : r->suggested_name;
    json_t *all = json_pack("{s:s}", "Id", id);
    (void)results;
    service->cloud->resource_done(
        r, &(struct slrun_resource_result){.physical_id = id, .attributes = all});
    json_decref(all);
}

/* `now` get the policy, and those of `before` that are none of them lose theirs. */
static void policy_run(void *state, struct slrun_resource *r, const json_t *now,
                       const json_t *before)
{
    struct service *service = state;
    struct slrun_resource_call calls[2 * POLICY_QUEUES_MAX];
    const json_t *document = json_object_get(r->properties, "PolicyDocument");
    char *made = json_is_string(document) ? NULL : json_dumps(document, JSON_COMPACT);
    const char *text = made != NULL ? made : json_string_value(document);
    json_t *queue;
    size_t n = 0, i;
    json_array_foreach (before, i, queue)
        if (!has(now, queue) && n < POLICY_QUEUES_MAX)
            calls[n++] = set_policy(queue, "");
    json_array_foreach (now, i, queue)
        if (n < sizeof calls / sizeof *calls)
            calls[n++] = set_policy(queue, text == NULL ? "" : text);
    free(made);
    service->cloud->resource_run(
        service->cloud, r,
        &(struct slrun_resource_run){
            .service = "sqs", .calls = calls, .n_calls = n, .done = policy_set});
}

static void policy_made(void *state, struct slrun_resource *r)
{
    json_t *now = queues_of(r->properties), *before = queues_of(r->old);
    policy_run(state, r, now, before);
    json_decref(now);
    json_decref(before);
}

static void policy_remove(void *state, struct slrun_resource *r)
{
    json_t *before = queues_of(r->properties);
    policy_run(state, r, NULL, before);
    json_decref(before);
}

const struct slrun_resource_type sqs_resources[] = {
    {.type = "AWS::SQS::Queue",
     .doc = "A queue.",
     .properties = queue_properties,
     .attributes = (const char *const[]){"Arn", "QueueName", "QueueUrl", NULL},
     .replacing = (const char *const[]){"QueueName", "FifoQueue", NULL},
     .create = queue_create,
     .update = queue_update,
     .remove = queue_remove},
    {.type = "AWS::SQS::QueuePolicy",
     .doc = "The policy of queues.",
     .properties = policy_properties,
     .attributes = (const char *const[]){"Id", NULL},
     .create = policy_made,
     .update = policy_made,
     .remove = policy_remove},
    {.type = "AWS::SQS::QueueInlinePolicy",
     .doc = "The policy of a queue.",
     .properties = inline_properties,
     .replacing = (const char *const[]){"Queue", NULL},
     .create = policy_made,
     .update = policy_made,
     .remove = policy_remove},
    {.type = NULL},
};
