/* SPDX-License-Identifier: Apache-2.0 */
/* The table of attributes, their checks, and how they become settings. */
#include "attributes.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum kind { NUMBER, BOOLEAN, WORD, TEXT, POLICY, REDRIVE, COMPUTED };

enum { FIFO_ONLY = 1, FIFO_WORDED = 2 /* has an error text of its own in standard queues */ };

static const char *const scopes[] = {"queue", "messageGroup", NULL};
static const char *const throughputs[] = {"perQueue", "perMessageGroupId", NULL};

static const struct attribute {
    const char *name;
    enum kind kind;
    unsigned flags;
    int64_t min, max;         /* NUMBER */
    const char *const *words; /* WORD */
    const char *otherwise;    /* NULL: absent until it is set */
} attributes[] = {
    {"ApproximateNumberOfMessages", COMPUTED, 0, 0, 0, NULL, NULL},
    {"ApproximateNumberOfMessagesDelayed", COMPUTED, 0, 0, 0, NULL, NULL},
    {"ApproximateNumberOfMessagesNotVisible", COMPUTED, 0, 0, 0, NULL, NULL},
    {"CreatedTimestamp", COMPUTED, 0, 0, 0, NULL, NULL},
    {"LastModifiedTimestamp", COMPUTED, 0, 0, 0, NULL, NULL},
    {"QueueArn", COMPUTED, 0, 0, 0, NULL, NULL},
    {"DelaySeconds", NUMBER, 0, 0, 900, NULL, "0"},
    {"MaximumMessageSize", NUMBER, 0, 1024, 1048576, NULL, "1048576"},
    {"MessageRetentionPeriod", NUMBER, 0, 60, 1209600, NULL, "345600"},
    {"ReceiveMessageWaitTimeSeconds", NUMBER, 0, 0, 20, NULL, "0"},
    {"VisibilityTimeout", NUMBER, 0, 0, 43200, NULL, "30"},
    {"Policy", POLICY, 0, 0, 0, NULL, NULL},
    {"RedrivePolicy", REDRIVE, 0, 0, 0, NULL, NULL},
    {"RedriveAllowPolicy", POLICY, 0, 0, 0, NULL, NULL},
    {"KmsMasterKeyId", TEXT, 0, 0, 0, NULL, NULL},
    {"KmsDataKeyReusePeriodSeconds", NUMBER, 0, 60, 86400, NULL, NULL},
    {"SqsManagedSseEnabled", BOOLEAN, 0, 0, 0, NULL, "true"},
    {"FifoQueue", BOOLEAN, FIFO_ONLY, 0, 0, NULL, "true"},
    {"ContentBasedDeduplication", BOOLEAN, FIFO_ONLY, 0, 0, NULL, "false"},
    {"DeduplicationScope", WORD, FIFO_ONLY | FIFO_WORDED, 0, 0, scopes, "queue"},
    {"FifoThroughputLimit", WORD, FIFO_ONLY | FIFO_WORDED, 0, 0, throughputs, "perQueue"},
};
enum { ATTRIBUTES = sizeof attributes / sizeof *attributes };

static const struct attribute *find(const char *name)
{
    for (size_t i = 0; i < ATTRIBUTES; i++)
        if (strcmp(attributes[i].name, name) == 0)
            return &attributes[i];
    return NULL;
}

bool attributes_known(const char *name)
{
    return find(name) != NULL;
}

void attributes_each(void (*each)(void *arg, const char *name), void *arg)
{
    for (size_t i = 0; i < ATTRIBUTES; i++)
        each(arg, attributes[i].name);
}

/* ---- checks; each returns the form that is kept (a new reference), or NULL ---- */

static json_t *number_form(const struct attribute *attribute, const char *text)
{
    char *end = NULL;
    errno = 0;
    long long value = strtoll(text, &end, 10);
    if (errno != 0 || end == text || *end != '\0' || value < attribute->min ||
        value > attribute->max)
        return NULL;
    return json_sprintf("%lld", value);
}

static json_t *word_form(const struct attribute *attribute, const char *text)
{
    for (const char *const *word = attribute->words; *word != NULL; word++)
        if (strcmp(*word, text) == 0)
            return json_string(text);
    return NULL;
}

static json_t *boolean_form(const char *text)
{
    bool yes = strcasecmp(text, "true") == 0;
    return yes || strcasecmp(text, "false") == 0 ? json_string(yes ? "true" : "false") : NULL;
}

static json_t *compact(json_t *json)
{
    char *text = json == NULL ? NULL : json_dumps(json, JSON_COMPACT);
    json_t *string = text == NULL ? NULL : json_string(text);
    free(text);
    json_decref(json);
    return string;
}

/* AWS answers with the document as it reads it: compact, the count as a number. */
static json_t *redrive_form(const char *text)
{
    json_t *given = json_loads(text, 0, NULL);
    const json_t *target = json_object_get(given, "deadLetterTargetArn");
    const json_t *count = json_object_get(given, "maxReceiveCount");
    json_int_t most = json_is_string(count) ? strtoll(json_string_value(count), NULL, 10)
                                            : json_integer_value(count);
    json_t *kept = NULL;
    if (json_is_string(target) && most >= 1 && most <= 1000) {
        kept = compact(json_pack("{s:s, s:I}", "deadLetterTargetArn", json_string_value(target),
                                 "maxReceiveCount", most));
    }
    json_decref(given);
    return kept;
}

static json_t *form(const struct attribute *attribute, const char *text)
{
    switch (attribute->kind) {
    case NUMBER:
        return number_form(attribute, text);
    case BOOLEAN:
        return boolean_form(text);
    case WORD:
        return word_form(attribute, text);
    case TEXT:
        return json_string(text);
    case REDRIVE:
        return redrive_form(text);
    case POLICY:
        return compact(json_loads(text, 0, NULL));
    case COMPUTED:
        break;
    }
    return NULL;
}

static bool allowed(const struct attribute *attribute, const char *name, bool fifo,
                    struct fault *fault)
{
    if (attribute == NULL || attribute->kind == COMPUTED)
        return fault_set(fault, FAULT_ATTRIBUTE_NAME, "Unknown Attribute %s.", name);
    if (fifo || (attribute->flags & FIFO_ONLY) == 0)
        return true;
    if ((attribute->flags & FIFO_WORDED) != 0) {
        return fault_set(fault, FAULT_ATTRIBUTE_NAME,
                         "You can specify the %s only when FifoQueue is set to true.", name);
    }
    return fault_set(fault, FAULT_ATTRIBUTE_NAME, "Unknown Attribute %s.", name);
}

/* An empty policy or key takes it away. */
static bool clears(const struct attribute *attribute, const char *text)
{
    return *text == '\0' &&
           (attribute->kind == TEXT || attribute->kind == POLICY || attribute->kind == REDRIVE);
}

static bool set_one(json_t *all, const char *name, const json_t *value, struct fault *fault)
{
    const struct attribute *attribute = find(name);
    const char *text = json_is_string(value) ? json_string_value(value) : "";
    if (clears(attribute, text)) {
        json_object_del(all, name);
        return true;
    }
    json_t *kept = form(attribute, text);
    if (kept == NULL && attribute->kind == REDRIVE) {
        return fault_value(fault,
                           "Value %s for parameter RedrivePolicy is invalid. Reason: It must be "
                           "JSON with deadLetterTargetArn, and maxReceiveCount from 1 to 1000.",
                           text);
    }
    if (kept == NULL)
        return fault_set(fault, FAULT_ATTRIBUTE_VALUE, "Invalid value for the parameter %s.", name);
    /* One kind of encryption replaces the other. */
    if (strcmp(name, "KmsMasterKeyId") == 0) {
        json_object_set_new(all, "SqsManagedSseEnabled", json_string("false"));
    } else if (strcmp(name, "SqsManagedSseEnabled") == 0 &&
               strcmp(json_string_value(kept), "true") == 0) {
        json_object_del(all, "KmsMasterKeyId");
        json_object_del(all, "KmsDataKeyReusePeriodSeconds");
    }
    return json_object_set_new(all, name, kept) == 0 || fault_internal(fault);
}

static json_t *defaults(bool fifo)
{
    json_t *all = json_object();
    for (size_t i = 0; i < ATTRIBUTES; i++)
        if (attributes[i].otherwise != NULL && (fifo || (attributes[i].flags & FIFO_ONLY) == 0))
            json_object_set_new(all, attributes[i].name, json_string(attributes[i].otherwise));
    return all;
}

/* FIFO queues may be told again that they are. */
static bool says_true(const json_t *value)
{
    return json_is_string(value) && strcasecmp(json_string_value(value), "true") == 0;
}

json_t *attributes_merge(const struct queue *queue, const json_t *wanted, bool fifo,
                         struct fault *fault)
{
    json_t *all = queue == NULL ? defaults(fifo) : json_copy(queue->attributes), *value;
    const char *name;
    bool ok = all != NULL || fault_internal(fault);
    json_object_foreach ((json_t *)(uintptr_t)wanted, name, value) {
        ok = ok && allowed(find(name), name, fifo, fault);
        if (ok && queue != NULL && strcmp(name, "FifoQueue") == 0 && !says_true(value)) {
            ok = fault_set(fault, FAULT_ATTRIBUTE_VALUE,
                           "Invalid value for the parameter FifoQueue. Reason: Modifying queue "
                           "type is not supported.");
        }
        ok = ok && set_one(all, name, value, fault);
    }
    if (!ok) {
        json_decref(all);
        return NULL;
    }
    return all;
}

/* ---- what they mean ---- */

static int64_t number_of(const json_t *all, const char *name)
{
    const char *text = json_string_value(json_object_get(all, name));
    return text == NULL ? 0 : strtoll(text, NULL, 10);
}

static bool says(const json_t *all, const char *name, const char *word)
{
    const char *text = json_string_value(json_object_get(all, name));
    return text != NULL && strcmp(text, word) == 0;
}

static json_t *document(const json_t *all, const char *name)
{
    const char *text = json_string_value(json_object_get(all, name));
    return text == NULL ? NULL : json_loads(text, 0, NULL);
}

void attributes_apply(struct queue *queue, json_t *all)
{
    struct settings *s = &queue->settings;
    json_decref(queue->attributes);
    queue->attributes = all;
    json_decref(s->redrive);
    json_decref(s->allow);
    *s = (struct settings){
        .delay_ms = number_of(all, "DelaySeconds") * 1000,
        .visibility_ms = number_of(all, "VisibilityTimeout") * 1000,
        .retention_ms = number_of(all, "MessageRetentionPeriod") * 1000,
        .wait_s = number_of(all, "ReceiveMessageWaitTimeSeconds"),
        .max_size = number_of(all, "MaximumMessageSize"),
        .fifo = says(all, "FifoQueue", "true"),
        .content_based = says(all, "ContentBasedDeduplication", "true"),
        .by_group = says(all, "DeduplicationScope", "messageGroup"),
        .redrive = document(all, "RedrivePolicy"),
        .allow = document(all, "RedriveAllowPolicy"),
    };
    s->target = json_string_value(json_object_get(s->redrive, "deadLetterTargetArn"));
    s->max_receives = json_integer_value(json_object_get(s->redrive, "maxReceiveCount"));
}

json_t *attributes_value(const struct queue *queue, const char *name)
{
    const struct {
        const char *name;
        int64_t value;
    } numbers[] = {
        {"ApproximateNumberOfMessages", (int64_t)queue->count[MESSAGE_VISIBLE]},
        {"ApproximateNumberOfMessagesDelayed", (int64_t)queue->count[MESSAGE_DELAYED]},
        {"ApproximateNumberOfMessagesNotVisible", (int64_t)queue->count[MESSAGE_IN_FLIGHT]},
        {"CreatedTimestamp", queue->created_s},
        {"LastModifiedTimestamp", queue->modified_s},
    };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (strcmp(numbers[i].name, name) == 0)
            return json_sprintf("%" PRId64, numbers[i].value);
    if (strcmp(name, "QueueArn") == 0)
        return json_string(queue->arn);
    json_t *value = json_object_get(queue->attributes, name);
    if (strcmp(name, "KmsDataKeyReusePeriodSeconds") == 0 &&
        json_object_get(queue->attributes, "KmsMasterKeyId") == NULL)
        value = NULL; /* it says nothing without a key, so AWS does not tell it */
    return value == NULL ? json_null() : json_incref(value);
}
