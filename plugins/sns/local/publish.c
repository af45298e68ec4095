/* SPDX-License-Identifier: Apache-2.0 */
/* Publishing: what is a message, what a FIFO topic has seen already. */
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/evp.h>

#include "local/delivery.h"

#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"

enum { BATCH_MAX = 10, ID_MAX = 80, GROUP_MAX = 128, ATTRIBUTE_NAME_MAX = 256, HEX_SIZE = 65 };

/* ---- what is a message ---- */

static size_t characters(const char *text)
{
    size_t n = 0;
    for (; *text; text++)
        n += ((unsigned char)*text & 0xc0) != 0x80;
    return n;
}

/* Fewer than 100 characters on one line, no blank at the beginning. */
static bool check_subject(struct call *call, const char *subject)
{
    bool ok = *subject && *subject != ' ' && characters(subject) <= SUBJECT_MAX;
    for (const char *c = subject; *c; c++)
        ok = ok && (unsigned char)*c >= ' ' && *c != 127;
    return ok || call_invalid(call, "Subject");
}

/* Bytes of base64 text. */
static size_t decoded_size(const char *text)
{
    size_t n = strlen(text), pad = 0;
    while (pad < n && pad < 2 && text[n - 1 - pad] == '=')
        pad++;
    return n / 4 * 3 - pad;
}

static bool is_type(const char *type, const char *wanted)
{
    size_t n = strlen(wanted);
    return strncmp(type, wanted, n) == 0 && (type[n] == '\0' || (type[n] == '.' && type[n + 1]));
}

static bool is_number(const char *text)
{
    char *end;
    (void)strtod(text, &end);
    return *text && !*end;
}

static bool bad_attribute(struct call *call, const char *format, ...) SLRUN_PRINTF(2, 3);

static bool bad_attribute(struct call *call, const char *format, ...)
{
    char text[FAULT_MESSAGE_MAX];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(text, sizeof text, format, args);
    va_end(args);
    return call_fail(call, "ParameterValueInvalid", "%s", text);
}

static bool check_name(struct call *call, const char *name)
{
    size_t n = strlen(name), plain = strspn(name, LETTERS ".");
    if (n > ATTRIBUTE_NAME_MAX)
        return bad_attribute(call, "Length of message attribute name must be less than 256 bytes.");
    if (plain < n)
        return bad_attribute(call,
                             "Invalid non-alphanumeric character '#x%X' was found in the message "
                             "attribute name. Can only include alphanumeric characters, hyphens, "
                             "underscores, or dots.",
                             (unsigned char)name[plain]);
    if (*name == '.' || (n && name[n - 1] == '.'))
        return bad_attribute(call,
                             "Invalid message attribute name %s with character '.' was found.",
                             *name == '.' ? "starting" : "ending");
    return !strstr(name, "..") ||
           bad_attribute(call, "Message attribute name can not have successive '.' character.");
}

static bool check_attribute(struct call *call, const char *name, const json_t *attribute)
{
    const char *type = text_of(attribute, "DataType");
    bool binary = is_type(type, "Binary");
    const char *field = binary ? "Binary" : "String";
    const char *value = text_of(attribute, binary ? "BinaryValue" : "StringValue");
    if (!check_name(call, name))
        return false;
    if (!binary && !is_type(type, "String") && !is_type(type, "Number"))
        return bad_attribute(call,
                             "The message attribute '%.256s' has an invalid message attribute "
                             "type, the set of supported type prefixes is Binary, Number, and "
                             "String.",
                             name);
    if (!value && json_object_get(attribute, binary ? "StringValue" : "BinaryValue"))
        return bad_attribute(call,
                             "The message attribute '%.256s' with type '%.100s' must use "
                             "field '%s'.",
                             name, type, field);
    if (!value || !*value)
        return bad_attribute(call,
                             "The message attribute '%.256s' must contain non-empty message "
                             "attribute value for message attribute type '%.100s'.",
                             name, type);
    return !is_type(type, "Number") || is_number(value) ||
           bad_attribute(call, "Could not cast message attribute '%.256s' value to number.", name);
}

static bool check_attributes(struct call *call, const json_t *message)
{
    const char *name;
    json_t *attribute;
    json_object_foreach (json_object_get(message, "MessageAttributes"), name, attribute)
        if (!check_attribute(call, name, attribute))
            return false;
    return true;
}

/* The bytes of the message with its attributes. */
static size_t size_of(const json_t *message)
{
    size_t size = strlen(text_of(message, "Message"));
    const char *name;
    json_t *attribute;
    json_object_foreach (json_object_get(message, "MessageAttributes"), name, attribute) {
        const char *text = text_of(attribute, "StringValue");
        const char *bytes = text_of(attribute, "BinaryValue");
        size += strlen(name) + strlen(text_of(attribute, "DataType")) + (text ? strlen(text) : 0) +
                (bytes ? decoded_size(bytes) : 0);
    }
    return size;
}

/* MessageStructure "json": an object with at least a text for "default". */
static bool read_structure(struct call *call, json_t *message)
{
    const char *structure = text_of(message, "MessageStructure");
    if (!structure)
        return true;
    if (strcmp(structure, "json") != 0)
        return call_invalid(call, "MessageStructure");
    json_t *document = json_loads(text_of(message, "Message"), 0, NULL);
    if (!json_is_object(document))
        call_invalid(call, "Message Structure - JSON message body failed to parse");
    else if (!json_is_string(json_object_get(document, "default")))
        call_invalid(call, "Message Structure - No default entry in JSON message body");
    (void)json_object_set_new(message, "Structure", document ? document : json_null());
    return !call->code;
}

/* ---- FIFO ---- */

static void hash(const char *text, char hex[HEX_SIZE])
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned n = 0;
    (void)EVP_Digest(text, strlen(text), digest, &n, EVP_sha256(), NULL);
    for (unsigned i = 0; i < n && i < (HEX_SIZE - 1) / 2; i++)
        (void)snprintf(hex + (size_t)i * 2, 3, "%02x", digest[i]);
}

static bool check_id(struct call *call, const char *name, const char *id)
{
    for (const char *c = id; *c; c++)
        if (*c <= ' ' || *c > '~')
            return call_invalid(call, "%s", name);
    return (*id && strlen(id) <= GROUP_MAX) || call_invalid(call, "%s", name);
}

/* Group and deduplication id of a FIFO topic's message. */
static bool check_fifo(struct call *call, const json_t *topic, json_t *message)
{
    const char *dedup = text_of(message, "MessageDeduplicationId");
    const char *content =
        text_of(json_object_get(topic, "Attributes"), "ContentBasedDeduplication");
    char hex[HEX_SIZE] = "";
    if (!text_of(message, "MessageGroupId"))
        return call_invalid(call, "The MessageGroupId parameter is required for FIFO topics");
    if (dedup)
        return check_id(call, "MessageDeduplicationId", dedup);
    if (!content || strcmp(content, "true") != 0)
        return call_invalid(call, "The topic should either have ContentBasedDeduplication enabled "
                                  "or MessageDeduplicationId provided explicitly");
    hash(text_of(message, "Message"), hex);
    (void)json_object_set_new(message, "MessageDeduplicationId", json_string(hex));
    return true;
}

static bool check_message(struct call *call, const json_t *topic, json_t *message)
{
    const char *subject = text_of(message, "Subject"), *group = text_of(message, "MessageGroupId");
    if (!*text_of(message, "Message"))
        return call_invalid(call, "Empty message");
    if (subject && !check_subject(call, subject))
        return false;
    if (size_of(message) > MESSAGE_MAX)
        return call_invalid(call, "Message too long");
    if (!check_attributes(call, message) || !read_structure(call, message) ||
        (group && !check_id(call, "MessageGroupId", group)))
        return false;
    if (topic_is_fifo(text_of(topic, "Name")))
        return check_fifo(call, topic, message);
    return !text_of(message, "MessageDeduplicationId") ||
           call_invalid(call, "MessageDeduplicationId Reason: The request includes "
                              "MessageDeduplicationId parameter that is not valid for this topic "
                              "type");
}

/* What was published under that id within 5 minutes, or a new place for it; borrowed. */
static json_t *published(struct call *call, const json_t *topic, const json_t *message)
{
    struct service *service = call->service;
    int64_t now = service->cloud->now_ms(service->cloud);
    const char *scope = text_of(json_object_get(topic, "Attributes"), "FifoThroughputScope");
    bool grouped = scope && strcmp(scope, "MessageGroup") == 0;
    json_t *key = json_sprintf("%s %s %s", call_text(call, "TopicArn"),
                               grouped ? text_of(message, "MessageGroupId") : "",
                               text_of(message, "MessageDeduplicationId"));
    const char *old;
    json_t *entry;
    void *next;
    json_object_foreach_safe(service->published, next, old, entry) /* the oldest stand first */
    {
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
    bool fifo = topic_is_fifo(text_of(topic, "Name"));
    json_t *seen = fifo ? published(call, topic, message) : NULL;
    char id[UUID_SIZE], now[TIME_SIZE];
    if (json_object_get(seen, "MessageId"))
        return json_pack("{s:O, s:O}", "MessageId", json_object_get(seen, "MessageId"),
                         "SequenceNumber", json_object_get(seen, "SequenceNumber"));
    cloud->uuid(cloud, id);
    time_text(cloud->now_ms(cloud), now);
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

/* A region takes no messages for topics of others. */
static json_t *topic_here(struct call *call)
{
    json_t *topic = call_topic(call, "TopicArn");
    char region[REGION_SIZE], account[ACCOUNT_SIZE];
    arn_place(topic ? call_text(call, "TopicArn") : "", region, account);
    if (topic && strcmp(region, call->x->region) != 0)
        return call_invalid(call, "TopicArn");
    return topic;
}

json_t *op_publish(struct call *call)
{
    json_t *target = json_object_get(call->args, "TargetArn");
    if (target && strstr(json_string_value(target), ":endpoint/"))
        return call_invalid(call,
                            "TargetArn Reason: No endpoint found for the target arn specified");
    if (target && !json_object_get(call->args, "TopicArn"))
        (void)json_object_set(call->args, "TopicArn", target);
    if (call_text(call, "PhoneNumber") && !call_text(call, "TopicArn"))
        return call_invalid(call, "PhoneNumber Reason: slrun's local cloud sends no SMS");
    if (!call_text(call, "TopicArn"))
        return call_invalid(call, "TopicArn or TargetArn Reason: no value for required parameter");
    json_t *topic = topic_here(call), *message = json_copy(call->args);
    json_t *result =
        topic && check_message(call, topic, message) ? send(call, topic, message) : NULL;
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
    const char *id = text_of(json_array_get(entries, i), "Id");
    while (i-- > 0)
        if (strcmp(text_of(json_array_get(entries, i), "Id"), id) == 0)
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
        if (!check_entry_id(call, text_of(json_array_get(entries, i), "Id")))
            return false;
        if (is_repeated(entries, i))
            return call_fail(call, "BatchEntryIdsNotDistinct",
                             "Two or more batch entries in the request have the same Id.");
        size += size_of(json_array_get(entries, i));
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
        if (message && !check_message(call, topic, message)) {
            json_decref(messages);
            messages = NULL;
        }
        (void)json_array_append_new(messages, message);
    }
    return messages;
}

json_t *op_publish_batch(struct call *call)
{
    json_t *topic = topic_here(call), *message;
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
