/* SPDX-License-Identifier: Apache-2.0 */
/* Publishing: to topics, in batches, to devices and numbers; what a FIFO topic has seen already. */
#include <inttypes.h>
#include <string.h>
#include <strings.h>

#include <slrun/time.h>

#include "local/delivery.h"
#include "local/message.h"

enum { BATCH_MAX = 10, ID_MAX = 80 };

/* What was published under that id within 5 minutes, or a new place for it; borrowed. */
static json_t *published(struct call *call, const json_t *topic, const json_t *message)
{
    struct service *service = call->service;
    int64_t now = service->cloud->now_ms(service->cloud);
    const char *scope = slrun_text(json_object_get(topic, "Attributes"), "FifoThroughputScope");
    bool grouped = scope && strcmp(scope, "MessageGroup") == 0;
    json_t *key = json_sprintf("%s %s %s", call_text(call, "TopicArn"),
                               grouped ? slrun_text(message, "MessageGroupId") : "",
                               slrun_text(message, "MessageDeduplicationId"));
    const char *old;
    json_t *entry;
    void *next;
    /* the oldest stand first */
    json_object_foreach_safe (service->published, next, old, entry) {
        if (json_integer_value(json_object_get(entry, "until")) > now)
            break;
        json_t *name = json_string(old);
        (void)json_object_del(service->published, json_string_value(name));
        json_decref(name);
    }
    entry = json_object_get(service->published, json_string_value(key));
    if (!entry) {
        entry = json_pack("{s:I}", "until", (json_int_t)(now + DEDUP_MS));
        (void)json_object_set_new(service->published, json_string_value(key), entry);
    }
    json_decref(key);
    return entry;
}

/* 20 digits that grow, also over a new start. */
static json_t *next_sequence(struct service *service)
{
    uint64_t now = UINT64_C(10000000000000000000) +
                   (uint64_t)service->cloud->now_ms(service->cloud) * UINT64_C(1000000);
    service->sequence = service->sequence >= now ? service->sequence + 1 : now;
    return json_sprintf("%" PRIu64, service->sequence);
}

/* ---- publishing ---- */

/* Sends a message (whose members are those of Publish, checked); the result: MessageId and, FIFO,
 * SequenceNumber. */
static json_t *send(struct call *call, const json_t *topic, json_t *message)
{
    struct service *service = call->service;
    const struct slrun_cloud *cloud = service->cloud;
    bool fifo = topic_is_fifo(slrun_text(topic, "Name"));
    json_t *seen = fifo ? published(call, topic, message) : NULL;
    char id[UUID_SIZE], now[SLRUN_TIME_SIZE];
    if (json_object_get(seen, "MessageId"))
        return json_pack("{s:O, s:O}", "MessageId", json_object_get(seen, "MessageId"),
                         "SequenceNumber", json_object_get(seen, "SequenceNumber"));
    cloud->uuid(cloud, id);
    slrun_time_text(cloud->now_ms(cloud), 1, now);
    (void)json_object_set_new(message, "MessageId", json_string(id));
    (void)json_object_set_new(message, "Timestamp", json_string(now));
    (void)json_object_set_new(message, "Trace",
                              json_string(cloud->host->header_get(
                                  call->x->headers, call->x->n_headers, "x-amzn-trace-id")));
    json_t *result = json_pack("{s:s}", "MessageId", id);
    if (fifo) {
        (void)json_object_set_new(message, "SequenceNumber", next_sequence(service));
        (void)json_object_set(result, "SequenceNumber", json_object_get(message, "SequenceNumber"));
        (void)json_object_update(seen, result);
    }
    deliver_all(service, call_text(call, "TopicArn"), message);
    return result;
}

/* To whom there is no way from here: the message is checked, and has an id. */
static json_t *send_nowhere(struct call *call)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    json_t *message = json_copy(call->args), *nothing = json_pack("{s:s}", "Name", "");
    char id[UUID_SIZE];
    bool right = message_check(call, nothing, message);
    json_decref(message);
    json_decref(nothing);
    cloud->uuid(cloud, id);
    return right ? json_pack("{s:s}", "MessageId", id) : NULL;
}

static json_t *push(struct call *call, const char *arn)
{
    const json_t *endpoint = json_object_get(call->service->endpoints, arn);
    const char *enabled = slrun_text(json_object_get(endpoint, "Attributes"), "Enabled");
    if (!endpoint)
        return call_invalid(call,
                            "TargetArn Reason: No endpoint found for the target arn specified");
    if (enabled && strcasecmp(enabled, "false") == 0)
        return call_fail(call, "EndpointDisabled", "Endpoint is disabled");
    return send_nowhere(call);
}

static json_t *text_message(struct call *call, const char *number)
{
    if (!phone_is_number(number))
        return call_invalid(call, "PhoneNumber Reason: %.100s is not valid to publish to", number);
    return send_nowhere(call);
}

json_t *op_publish(struct call *call)
{
    json_t *target = json_object_get(call->args, "TargetArn");
    if (target && strstr(json_string_value(target), ":endpoint/"))
        return push(call, json_string_value(target));
    if (target && !json_object_get(call->args, "TopicArn"))
        (void)json_object_set(call->args, "TopicArn", target);
    if (call_text(call, "PhoneNumber") && !call_text(call, "TopicArn"))
        return text_message(call, call_text(call, "PhoneNumber"));
    if (!call_text(call, "TopicArn"))
        return call_invalid(call, "TopicArn or TargetArn Reason: no value for required parameter");
    json_t *topic = call_topic(call, "TopicArn"), *message = json_copy(call->args);
    json_t *result =
        topic && message_check(call, topic, message) ? send(call, topic, message) : NULL;
    json_decref(message);
    return result;
}

/* ---- batches ---- */

static bool check_entry_id(struct call *call, const char *id)
{
    if (strlen(id) > ID_MAX)
        return call_fail(call, "InvalidBatchEntryId",
                         "The Id of a batch entry in the batch request is too long: %.1000s", id);
    if (id[strspn(id, LETTERS)])
        return call_fail(call, "InvalidBatchEntryId",
                         "The Id of a batch entry in the batch request contains an impermissible "
                         "character: %s",
                         id);
    return *id || call_fail(call, "InvalidBatchEntryId",
                            "The Id of a batch entry in a batch request doesn't abide by the "
                            "specification.");
}

static bool is_repeated(const json_t *entries, size_t i)
{
    const char *id = slrun_text(json_array_get(entries, i), "Id");
    while (i-- > 0)
        if (strcmp(slrun_text(json_array_get(entries, i), "Id"), id) == 0)
            return true;
    return false;
}

static bool check_batch(struct call *call, const json_t *entries)
{
    size_t n = json_array_size(entries), size = 0;
    if (n == 0)
        return call_fail(call, "EmptyBatchRequest",
                         "The batch request doesn't contain any entries.");
    if (n > BATCH_MAX)
        return call_fail(call, "TooManyEntriesInBatchRequest",
                         "The batch request contains more entries than permissible.");
    for (size_t i = 0; i < n; i++) {
        if (!check_entry_id(call, slrun_text(json_array_get(entries, i), "Id")))
            return false;
        if (is_repeated(entries, i))
            return call_fail(call, "BatchEntryIdsNotDistinct",
                             "Two or more batch entries in the request have the same Id.");
        size += message_size(json_array_get(entries, i));
    }
    if (size > MESSAGE_MAX)
        return call_fail(call, "BatchRequestTooLong",
                         "The length of all the messages put together is more than the limit.");
    return true;
}

/* The messages of a batch, all checked: one that is wrong fails the whole request. A new reference;
 * NULL after call_fail(). */
static json_t *batch_messages(struct call *call, const json_t *topic)
{
    json_t *entries = json_object_get(call->args, "PublishBatchRequestEntries");
    json_t *messages = check_batch(call, entries) ? json_array() : NULL, *entry;
    size_t i;
    json_array_foreach (entries, i, entry) {
        json_t *message = messages ? json_copy(entry) : NULL;
        if (message && !message_check(call, topic, message)) {
            json_decref(messages);
            messages = NULL;
        }
        (void)json_array_append_new(messages, message);
    }
    return messages;
}

json_t *op_publish_batch(struct call *call)
{
    json_t *topic = call_topic(call, "TopicArn"), *message;
    json_t *messages = topic ? batch_messages(call, topic) : NULL;
    json_t *sent = messages ? json_array() : NULL;
    size_t i;
    json_array_foreach (messages, i, message) {
        json_t *result = send(call, topic, message);
        (void)json_object_set(result, "Id", json_object_get(message, "Id"));
        (void)json_array_append_new(sent, result);
    }
    json_decref(messages);
    return sent ? json_pack("{s:o, s:[]}", "Successful", sent, "Failed") : NULL;
}
