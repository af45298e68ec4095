/* SPDX-License-Identifier: Apache-2.0 */
/* Attributes of topics and subscriptions: which there are, and what they may be set to (API
 * Reference, CreateTopic, SetTopicAttributes, Subscribe, SetSubscriptionAttributes). */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "local/filter.h"
#include "local/service.h"

enum { DISPLAY_NAME_MAX = 100 };

/* ---- values ---- */

static bool is_word(const char *const *words, const char *text)
{
    for (; *words; words++)
        if (strcmp(*words, text) == 0)
            return true;
    return false;
}

static bool is_flag(const char *text)
{
    static const char *const words[] = {"true", "false", NULL};
    return is_word(words, text);
}

static bool is_json(const char *text)
{
    json_t *document = json_loads(text, 0, NULL);
    bool yes = json_is_object(document);
    json_decref(document);
    return yes;
}

static bool is_policy(const char *text)
{
    json_t *document = json_loads(text, 0, NULL);
    bool yes = json_is_array(json_object_get(document, "Statement"));
    json_decref(document);
    return yes;
}

static bool is_short(const char *text)
{
    return strlen(text) <= DISPLAY_NAME_MAX;
}

static bool is_version(const char *text)
{
    static const char *const words[] = {"1", "2", NULL};
    return is_word(words, text);
}

static bool is_tracing(const char *text)
{
    static const char *const words[] = {"PassThrough", "Active", NULL};
    return is_word(words, text);
}

static bool is_scope(const char *text)
{
    static const char *const words[] = {"Topic", "MessageGroup", NULL};
    return is_word(words, text);
}

static bool is_any(const char *text)
{
    (void)text;
    return true;
}

static bool is_rate(const char *text)
{
    char *end;
    long rate = strtol(text, &end, 10);
    return *text && !*end && rate >= 0 && rate <= 100;
}

/* ---- of topics ---- */

static const struct topic_attribute {
    const char *name;
    bool (*right)(const char *text);
    bool creating; /* it may be set at creation alone */
    bool fifo;     /* FIFO topics alone have it */
} topic_attributes[] = {
    {"DeliveryPolicy", is_json, false, false},
    {"DisplayName", is_short, false, false},
    {"Policy", is_policy, false, false},
    {"KmsMasterKeyId", is_any, false, false},
    {"SignatureVersion", is_version, false, false},
    {"TracingConfig", is_tracing, false, false},
    {"FifoTopic", is_flag, true, false},
    {"ContentBasedDeduplication", is_flag, false, true},
    {"FifoThroughputScope", is_scope, false, true},
    {"ArchivePolicy", is_json, false, true},
};

/* HTTPSuccessFeedbackRoleArn and its kin: kept, without effect. */
static bool (*feedback(const char *name))(const char *text)
{
    static const char *const starts[] = {"HTTP", "Firehose", "Lambda", "Application", "SQS", NULL};
    for (const char *const *start = starts; *start; start++) {
        const char *rest = name + strlen(*start);
        if (strncmp(name, *start, strlen(*start)) != 0)
            continue;
        if (strcmp(rest, "SuccessFeedbackSampleRate") == 0)
            return is_rate;
        if (strcmp(rest, "SuccessFeedbackRoleArn") == 0 ||
            strcmp(rest, "FailureFeedbackRoleArn") == 0)
            return is_any;
    }
    return NULL;
}

static const struct topic_attribute *topic_attribute(const char *name)
{
    for (size_t i = 0; i < sizeof topic_attributes / sizeof *topic_attributes; i++)
        if (strcmp(topic_attributes[i].name, name) == 0)
            return &topic_attributes[i];
    return NULL;
}

static bool of_fifo(const struct call *call, bool creating)
{
    const char *name = call_text(call, creating ? "Name" : "TopicArn");
    return topic_is_fifo(name ? name : "");
}

bool topic_attribute_check(struct call *call, const char *name, const json_t *value, bool creating)
{
    const struct topic_attribute *attribute = topic_attribute(name);
    bool (*right)(const char *) = attribute ? attribute->right : feedback(name);
    const char *text = json_string_value(value), *where = creating ? "Attributes" : "AttributeName";
    if (!right)
        return call_invalid(call, "%s Reason: Unknown attribute %.100s", where, name);
    if (attribute && attribute->creating && !creating)
        return call_invalid(call, "AttributeName");
    if (attribute && attribute->fifo && !of_fifo(call, creating))
        return call_invalid(call, "%s Reason: %s is valid for FIFO topics only", where, name);
    if (text ? !right(text) : strcmp(name, "Policy") == 0)
        return strcmp(name, "Policy") == 0
                   ? call_invalid(call, "Policy Error: null")
                   : call_invalid(call, "%s Reason: %s: Invalid value [%.200s]",
                                  creating ? "Attributes" : "AttributeValue", name,
                                  text ? text : "");
    return true;
}

/* ---- of subscriptions ---- */

typedef bool subscription_check(struct call *call, const struct subscribing *s, const char *value);

/* Subscribe names the argument that holds them all. */
static const char *attributes_at(const struct call *call)
{
    return strcmp(call->op->api, "Subscribe") == 0 ? "Attributes Reason: " : "";
}

static bool check_raw(struct call *call, const struct subscribing *s, const char *value)
{
    static const char *const protocols[] = {"sqs", "http", "https", "firehose", NULL};
    if (strcasecmp(value, "true") != 0 && strcasecmp(value, "false") != 0)
        return call_invalid(call,
                            "%sRawMessageDelivery: Invalid value [%.100s]. Must be true or false.",
                            attributes_at(call), value);
    if (strcasecmp(value, "true") == 0 && !is_word(protocols, s->protocol))
        return call_invalid(call, "%sDelivery protocol [%s] does not support raw message delivery.",
                            attributes_at(call), s->protocol);
    return true;
}

static bool check_filter(struct call *call, const struct subscribing *s, const char *value)
{
    const char *scope = slrun_text(s->attributes, "FilterPolicyScope");
    return filter_check(call, value, scope && strcmp(scope, "MessageBody") == 0);
}

static bool check_scope(struct call *call, const struct subscribing *s, const char *value)
{
    static const char *const words[] = {"MessageAttributes", "MessageBody", NULL};
    const char *policy = slrun_text(s->attributes, "FilterPolicy");
    if (!is_word(words, value))
        return call_invalid(call,
                            "FilterPolicyScope: Invalid value [%.100s]. Please use either "
                            "MessageBody or MessageAttributes",
                            value);
    return !policy || filter_check(call, policy, strcmp(value, "MessageBody") == 0);
}

static bool check_redrive(struct call *call, const struct subscribing *s, const char *value)
{
    if (*value == '\0')
        return true;
    json_t *policy = json_loads(value, 0, NULL);
    const char *arn = slrun_text(policy, "deadLetterTargetArn");
    bool queue = arn && strncmp(arn, "arn:", 4) == 0 && strstr(arn, ":sqs:");
    if (!json_is_object(policy))
        call_invalid(call, "RedrivePolicy: failed to parse JSON.");
    else if (!arn)
        call_invalid(call, "RedrivePolicy: deadLetterTargetArn is required");
    else if (!queue)
        call_invalid(call, "RedrivePolicy: deadLetterTargetArn is an invalid arn");
    else if (topic_is_fifo(s->endpoint) && !topic_is_fifo(arn))
        call_invalid(call, "RedrivePolicy: must use a FIFO queue as DLQ for a FIFO Subscription to "
                           "a FIFO Topic.");
    json_decref(policy);
    return !call->code;
}

static bool check_document(struct call *call, const struct subscribing *s, const char *value)
{
    (void)s;
    return is_json(value) || call_invalid(call, "DeliveryPolicy: failed to parse JSON.");
}

static bool check_nothing(struct call *call, const struct subscribing *s, const char *value)
{
    (void)call, (void)s, (void)value;
    return true;
}

bool subscription_attribute_check(struct call *call, const struct subscribing *s, const char *name,
                                  const char *value)
{
    static const struct {
        const char *name;
        subscription_check *check;
    } attributes[] = {{"RawMessageDelivery", check_raw},  {"FilterPolicy", check_filter},
                      {"FilterPolicyScope", check_scope}, {"RedrivePolicy", check_redrive},
                      {"DeliveryPolicy", check_document}, {"SubscriptionRoleArn", check_nothing},
                      {"ReplayPolicy", check_document}};
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
        if (strcmp(attributes[i].name, name) == 0)
            return attributes[i].check(call, s, value);
    return call_invalid(call, "%s",
                        strcmp(call->op->api, "Subscribe") == 0 ? "Attributes" : "AttributeName");
}
