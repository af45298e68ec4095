/* SPDX-License-Identifier: Apache-2.0 */
/* SendMessage. */
#include "send.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/member.h>

#include "constraint.h"
#include "dedup.h"
#include "model/digest.h"
#include "store.h"
#include "wait.h"

enum { DELAY_MAX = 900 };

#define ATTRS   "MessageAttributes"
#define SYSTEMS "MessageSystemAttributes"

/* ---- checks ---- */

static bool check_delay(const struct queue *queue, const json_t *args, struct fault *fault)
{
    json_int_t delay = json_integer_value(json_object_get(args, "DelaySeconds"));
    if (queue->settings.fifo && delay != 0) {
        return fault_value(fault,
                           "Value %" JSON_INTEGER_FORMAT " for parameter DelaySeconds is invalid. "
                           "Reason: The request include parameter that is not valid for this "
                           "queue type.",
                           delay);
    }
    return (delay >= 0 && delay <= DELAY_MAX) ||
           fault_value(fault,
                       "Value %" JSON_INTEGER_FORMAT " for parameter DelaySeconds is invalid. "
                       "Reason: DelaySeconds must be >= 0 and <= 900.",
                       delay);
}

static bool check_ids(const struct queue *queue, const json_t *args, struct fault *fault)
{
    const char *group = slrun_text(args, MESSAGE_GROUP), *id = slrun_text(args, MESSAGE_DEDUP);
    bool fifo = queue->settings.fifo;
    if (fifo && group == NULL)
        return fault_missing(fault, MESSAGE_GROUP);
    if ((group != NULL && !constraint_id(MESSAGE_GROUP, group, fault)) ||
        (id != NULL && !constraint_id(MESSAGE_DEDUP, id, fault)))
        return false;
    if (!fifo && id != NULL) {
        return fault_value(fault,
                           "Value %s for parameter " MESSAGE_DEDUP
                           " is invalid. Reason: The request "
                           "includes a parameter that is not valid for this queue type.",
                           id);
    }
    return !fifo || id != NULL || queue->settings.content_based ||
           fault_value(fault, "The queue should either have ContentBasedDeduplication enabled or "
                              "MessageDeduplicationId provided explicitly");
}

static bool check_system(const json_t *systems, struct fault *fault)
{
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)(uintptr_t)systems, name, value) {
        const char *type = json_string_value(json_object_get(value, "DataType"));
        if (strcmp(name, "AWSTraceHeader") != 0) {
            return fault_value(fault,
                               "Message system attribute name '%s' is invalid. The only supported "
                               "one is AWSTraceHeader.",
                               name);
        }
        if (type == NULL || strcmp(type, "String") != 0 ||
            !json_is_string(json_object_get(value, "StringValue"))) {
            return fault_value(fault, "The message system attribute 'AWSTraceHeader' must be a "
                                      "String.");
        }
    }
    return true;
}

bool send_check(const struct queue *queue, const json_t *args, struct fault *fault)
{
    const json_t *body = json_object_get(args, "MessageBody");
    const json_t *attributes = json_object_get(args, ATTRS);
    if (json_string_length(body) == 0)
        return fault_missing(fault, "MessageBody");
    if (!constraint_attributes(attributes, fault))
        return false;
    if (constraint_size(body, attributes) > queue->settings.max_size) {
        return fault_value(fault,
                           "One or more parameters are invalid. Reason: Message must be shorter "
                           "than %" PRId64 " bytes.",
                           queue->settings.max_size);
    }
    if (!constraint_text(body)) {
        return fault_set(fault, FAULT_CONTENTS,
                         "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD "
                         "| #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF");
    }
    return check_delay(queue, args, fault) && check_ids(queue, args, fault) &&
           check_system(json_object_get(args, SYSTEMS), fault);
}

/* ---- sending ---- */

/* Sets a member to the MD5 of attributes, if there are any. */
static bool set_digest(json_t *to, const char *name, const json_t *attributes)
{
    char hex[DIGEST_MD5_HEX];
    return json_object_size(attributes) == 0 ||
           (digest_attributes(attributes, hex) &&
            json_object_set_new(to, name, json_string(hex)) == 0);
}

static bool copy(json_t *to, const json_t *from, const char *name)
{
    json_t *value = json_object_get(from, name);
    return value == NULL || json_object_set(to, name, value) == 0;
}

/* The one given with the message, else the request's own (Developer Guide, "Sending a trace
 * header"). */
static const char *trace_header(const struct call *call, const json_t *args)
{
    const struct slrun_exchange *x = call->exchange;
    const struct slrun_host *host = call->service->cloud->host;
    const json_t *given = json_object_get(json_object_get(args, SYSTEMS), "AWSTraceHeader");
    return given != NULL ? slrun_text(given, "StringValue")
                         : host->header_get(x->headers, x->n_headers, "x-amzn-trace-id");
}

/* What the content is, except for what FIFO queues add. */
static json_t *content_of(const struct call *call, const json_t *args)
{
    json_t *content = json_object(), *body = json_object_get(args, "MessageBody");
    const char *trace = trace_header(call, args);
    char hex[DIGEST_MD5_HEX];
    bool ok =
        digest_md5(json_string_value(body), json_string_length(body), hex) &&
        json_object_set_nocheck(content, "Body", body) == 0 &&
        json_object_set_new_nocheck(content, "MD5OfBody", json_string_nocheck(hex)) == 0 &&
        json_object_set_new_nocheck(content, "SenderId", json_string(call->exchange->account)) ==
            0 &&
        copy(content, args, ATTRS) && copy(content, args, MESSAGE_GROUP) &&
        copy(content, args, MESSAGE_DEDUP) &&
        set_digest(content, "MD5OfMessageAttributes", json_object_get(args, ATTRS)) &&
        (trace == NULL || json_object_set_new(content, "AWSTraceHeader", json_string(trace)) == 0);
    if (!ok) {
        json_decref(content);
        return NULL;
    }
    return content;
}

/* The id that deduplicates: the one given, else the SHA-256 of the body. */
static bool set_dedup(json_t *content)
{
    char hex[DIGEST_SHA256_HEX];
    const json_t *body = json_object_get(content, "Body");
    return json_object_get(content, MESSAGE_DEDUP) != NULL ||
           (digest_sha256(json_string_value(body), json_string_length(body), hex) &&
            json_object_set_new(content, MESSAGE_DEDUP, json_string(hex)) == 0);
}

static struct message *message_new(struct call *call, const struct queue *queue, const json_t *args)
{
    struct message *message = calloc(1, sizeof *message);
    const json_t *delay = json_object_get(args, "DelaySeconds");
    bool fifo = queue->settings.fifo;
    if (message == NULL)
        return NULL;
    message->content = content_of(call, args);
    message->rank = ++call->service->rank;
    message->sent_ms = call->now;
    message->due_ms = call->now + (delay == NULL || fifo ? queue->settings.delay_ms
                                                         : json_integer_value(delay) * 1000);
    call->service->cloud->uuid(call->service->cloud, message->id);
    if (message->content == NULL ||
        (fifo && (!set_dedup(message->content) ||
                  json_object_set_new(message->content, MESSAGE_SEQUENCE,
                                      message_sequence(message->rank)) != 0))) {
        message_free(message);
        return NULL;
    }
    return message;
}

static json_t *answer(const struct message *message, const json_t *args)
{
    json_t *result = json_object();
    json_object_set_new_nocheck(result, "MessageId", json_string_nocheck(message->id));
    json_object_set_nocheck(result, "MD5OfMessageBody",
                            json_object_get(message->content, "MD5OfBody"));
    copy(result, message->content, "MD5OfMessageAttributes");
    copy(result, message->content, MESSAGE_SEQUENCE);
    set_digest(result, "MD5OfMessageSystemAttributes", json_object_get(args, SYSTEMS));
    return result;
}

/* Sent already: the answer names the message that there is. */
static void name_earlier(json_t *result, const json_t *earlier)
{
    json_object_set(result, "MessageId", json_object_get(earlier, "id"));
    json_object_set(result, MESSAGE_SEQUENCE, json_object_get(earlier, "sequence"));
}

/* Puts the message into the queue, unless it is a duplicate. */
static bool put(struct call *call, struct queue *queue, struct message *message, json_t *result)
{
    struct slrun_store *store = call->service->store;
    char *key = NULL;
    if (queue->settings.fifo) {
        key = dedup_key(queue, slrun_text(message->content, MESSAGE_GROUP),
                        slrun_text(message->content, MESSAGE_DEDUP));
        const json_t *earlier = key == NULL ? NULL : dedup_find(queue, key, call->now);
        if (key == NULL || earlier != NULL) {
            name_earlier(result, earlier);
            message_free(message);
            free(key);
            return earlier != NULL;
        }
    }
    if (!queue_add(queue, message, call->now)) {
        message_free(message);
        free(key);
        return false;
    }
    store_message(store, message);
    if (key != NULL && dedup_add(queue, key, message))
        store_duplicate(store, queue, key);
    free(key);
    return true;
}

json_t *send_now(struct call *call, struct queue *queue, const json_t *args)
{
    struct message *message = message_new(call, queue, args);
    json_t *result = message == NULL ? NULL : answer(message, args);
    if (message != NULL && !put(call, queue, message, result)) {
        json_decref(result);
        result = NULL;
    }
    if (result == NULL) {
        fault_internal(&call->fault);
        return NULL;
    }
    wait_wake(call->service, queue);
    return result;
}

json_t *op_send_message(struct call *call)
{
    struct queue *queue = call_queue(call);
    if (queue == NULL || !send_check(queue, call->args, &call->fault))
        return NULL;
    return send_now(call, queue, call->args);
}
