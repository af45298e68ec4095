/* SPDX-License-Identifier: Apache-2.0 */
/* Messages as subscribers get them. */
#include "local/envelope.h"

#include <stdlib.h>
#include <string.h>

#include <slrun/time.h>
#include <slrun/value.h>

/*
 * There is no certificate: who verifies signatures takes those from amazonaws.com alone, whose keys
 * nobody else has. So the signature is one in form only.
 */
#define SIGNATURE "c2xydW4ncyBsb2NhbCBjbG91ZCBzaWducyBub3RoaW5n"

const char *envelope_text(const struct receiver *r, const json_t *message)
{
    const json_t *structure = json_object_get(message, "Structure");
    const char *own = slrun_text(structure, slrun_text(r->subscription, "Protocol"));
    const char *otherwise = slrun_text(structure, "default");
    return own ? own : otherwise ? otherwise : slrun_text(message, "Message");
}

bool envelope_is_raw(const struct receiver *r)
{
    const char *raw =
        slrun_text(json_object_get(r->subscription, "Attributes"), "RawMessageDelivery");
    return raw && strcmp(raw, "true") == 0;
}

/* {"name": {"Type": "String", "Value": "x"}} */
static json_t *attributes_of(const json_t *message)
{
    json_t *all = json_object(), *attribute;
    const char *name;
    json_object_foreach (json_object_get(message, "MessageAttributes"), name, attribute) {
        json_t *text = json_object_get(attribute, "StringValue");
        (void)json_object_set_new(
            all, name,
            json_pack("{s:O, s:O}", "Type", json_object_get(attribute, "DataType"), "Value",
                      text ? text : json_object_get(attribute, "BinaryValue")));
    }
    return all;
}

static json_t *certificate(const struct receiver *r)
{
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    slrun_arn_place(r->arn, region, account);
    return json_sprintf("https://sns.%s.amazonaws.com/"
                        "SimpleNotificationService-0000000000000000000000.pem",
                        region);
}

static json_t *link_to(const struct receiver *r, const char *query)
{
    const struct slrun_cloud *cloud = r->service->cloud;
    const char *url = cloud->url ? cloud->url(cloud) : NULL;
    return json_sprintf("%s/?Action=%s", url ? url : "", query);
}

static json_t *unsubscribe_link(const struct receiver *r)
{
    json_t *query = json_sprintf("Unsubscribe&SubscriptionArn=%s", r->arn);
    json_t *link = link_to(r, json_string_value(query));
    json_decref(query);
    return link;
}

static void put(json_t *object, const char *name, json_t *value)
{
    (void)json_object_set_new(object, name, value);
}

static const char *signature_version(const struct receiver *r)
{
    const json_t *topic =
        json_object_get(r->service->topics, slrun_text(r->subscription, "TopicArn"));
    const char *version = slrun_text(json_object_get(topic, "Attributes"), "SignatureVersion");
    return version ? version : "1";
}

static void sign(json_t *document, const struct receiver *r)
{
    put(document, "SignatureVersion", json_string(signature_version(r)));
    put(document, "Signature", json_string(SIGNATURE));
    put(document, "SigningCertURL", certificate(r));
}

json_t *envelope_document(const struct receiver *r, const json_t *message)
{
    json_t *document = json_pack("{s:s, s:O}", "Type", "Notification", "MessageId",
                                 json_object_get(message, "MessageId"));
    json_t *subject = json_object_get(message, "Subject");
    json_t *sequence = json_object_get(message, "SequenceNumber");
    if (sequence)
        put(document, "SequenceNumber", json_incref(sequence));
    put(document, "TopicArn", json_incref(json_object_get(r->subscription, "TopicArn")));
    if (subject)
        put(document, "Subject", json_incref(subject));
    put(document, "Message", json_string(envelope_text(r, message)));
    put(document, "Timestamp", json_incref(json_object_get(message, "Timestamp")));
    if (!sequence)
        sign(document, r);
    put(document, "UnsubscribeURL", unsubscribe_link(r));
    if (json_object_size(json_object_get(message, "MessageAttributes")) > 0)
        put(document, "MessageAttributes", attributes_of(message));
    return document;
}

json_t *envelope_event(const struct receiver *r, const json_t *message)
{
    json_t *subject = json_object_get(message, "Subject");
    json_t *sns =
        json_pack("{s:s, s:O, s:O, s:O?, s:s, s:O, s:s, s:s, s:o, s:o, s:o}", "Type",
                  "Notification", "MessageId", json_object_get(message, "MessageId"), "TopicArn",
                  json_object_get(r->subscription, "TopicArn"), "Subject", subject, "Message",
                  envelope_text(r, message), "Timestamp", json_object_get(message, "Timestamp"),
                  "SignatureVersion", signature_version(r), "Signature", SIGNATURE,
                  "SigningCertUrl", certificate(r), "UnsubscribeUrl", unsubscribe_link(r),
                  "MessageAttributes", attributes_of(message));
    if (sns && !subject)
        put(sns, "Subject", json_null());
    return json_pack("{s:[{s:s, s:s, s:s, s:o}]}", "Records", "EventSource", "aws:sns",
                     "EventVersion", "1.0", "EventSubscriptionArn", r->arn, "Sns", sns);
}

json_t *envelope_confirmation(const struct receiver *r)
{
    const struct slrun_cloud *cloud = r->service->cloud;
    const char *topic = slrun_text(r->subscription, "TopicArn"),
               *token = slrun_text(r->subscription, "Token");
    char now[SLRUN_TIME_SIZE];
    slrun_time_text(cloud->now_ms(cloud), 1, now);
    json_t *query = json_sprintf("ConfirmSubscription&TopicArn=%s&Token=%s", topic, token);
    json_t *text = json_sprintf("You have chosen to subscribe to the topic %s.\nTo confirm the "
                                "subscription, visit the SubscribeURL included in this message.",
                                topic);
    json_t *document =
        json_pack("{s:s, s:s, s:s, s:s, s:o, s:o, s:s}", "Type", "SubscriptionConfirmation",
                  "MessageId", r->id, "Token", token, "TopicArn", topic, "Message", text,
                  "SubscribeURL", link_to(r, json_string_value(query)), "Timestamp", now);
    json_decref(query);
    sign(document, r);
    return document;
}

json_t *envelope_string(json_t *document)
{
    char *text = json_dumps(document, JSON_COMPACT);
    json_t *string = json_string(text ? text : "");
    json_decref(document);
    free(text);
    return string;
}

/* Attributes of a message as a queue takes them. */
static json_t *raw_attributes(const struct receiver *r, const json_t *message)
{
    const struct slrun_host *host = r->service->cloud->host;
    json_t *all = json_deep_copy(json_object_get(message, "MessageAttributes")), *attribute;
    const char *name;
    json_object_foreach (all, name, attribute) {
        json_t *bytes = json_object_get(attribute, "BinaryValue");
        if (bytes)
            (void)json_object_set_new(attribute, "BinaryValue",
                                      host->tagged_new(SLRUN_TAG_BINARY, json_incref(bytes)));
    }
    return all;
}

json_t *envelope_message(const struct receiver *r, const json_t *message, const char *arn)
{
    bool raw = envelope_is_raw(r);
    json_t *args = json_pack("{s:o}", "MessageBody",
                             raw ? json_string(envelope_text(r, message))
                                 : envelope_string(envelope_document(r, message)));
    json_t *group = json_object_get(message, "MessageGroupId");
    json_t *dedup = json_object_get(message, "MessageDeduplicationId");
    if (raw && json_object_size(json_object_get(message, "MessageAttributes")) > 0)
        (void)json_object_set_new(args, "MessageAttributes", raw_attributes(r, message));
    bool fifo = topic_is_fifo(slrun_text(r->subscription, "TopicArn"));
    json_t *trace = json_object_get(message, "Trace");
    if (group && (!fifo || topic_is_fifo(arn))) /* of standard topics: fair queues */
        (void)json_object_set(args, "MessageGroupId", group);
    if (trace)
        (void)json_object_set_new(args, "MessageSystemAttributes",
                                  json_pack("{s:{s:s, s:O}}", "AWSTraceHeader", "DataType",
                                            "String", "StringValue", trace));
    if (dedup && topic_is_fifo(arn))
        (void)json_object_set(args, "MessageDeduplicationId", dedup);
    return args;
}
