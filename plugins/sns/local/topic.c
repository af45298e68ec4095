/* SPDX-License-Identifier: Apache-2.0 */
/* Topics: made, told, listed, removed. */
#include <stdlib.h>
#include <string.h>

#include "local/permission.h"
#include "local/service.h"
#include "local/subscription.h"
#include "local/tag.h"

#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"

enum { NAME_MAX_SIZE = 256, FIFO_SUFFIX = 5 };

static bool is_true(const json_t *attributes, const char *name)
{
    const char *value = slrun_text(attributes, name);
    return value && strcmp(value, "true") == 0;
}

/* API Reference, CreateTopic: letters, digits, _ and -; .fifo at the end says FIFO. */
static bool check_name(struct call *call, const char *name)
{
    bool fifo = topic_is_fifo(name);
    size_t n = strlen(name), plain = fifo ? n - FIFO_SUFFIX : n;
    if (plain > 0 && n <= NAME_MAX_SIZE && strspn(name, LETTERS) == plain &&
        fifo == is_true(json_object_get(call->args, "Attributes"), "FifoTopic"))
        return true;
    call_invalid(call, "Topic Name");
    return false;
}

static bool check_attributes(struct call *call)
{
    const char *name;
    json_t *value;
    json_object_foreach (json_object_get(call->args, "Attributes"), name, value)
        if (!topic_attribute_check(call, name, value, true))
            return false;
    return true;
}

/* CreateTopic of one that is there: only if it says nothing else. */
static bool check_same(struct call *call, const json_t *topic)
{
    const char *name;
    json_t *value, *set = json_object_get(topic, "Attributes");
    json_object_foreach (json_object_get(call->args, "Attributes"), name, value) {
        if (strcmp(name, "Policy") != 0 && strcmp(name, "FifoTopic") != 0 &&
            !json_equal(json_object_get(set, name), value))
            return call_invalid(
                call, "Attributes Reason: Topic already exists with different attributes");
    }
    if (json_array_size(json_object_get(call->args, "Tags")) > 0 &&
        !tags_among(json_object_get(topic, "Tags"), json_object_get(call->args, "Tags")))
        return call_invalid(call, "Tags Reason: Topic already exists with different tags");
    return true;
}

static json_t *new_topic(struct call *call, const char *arn)
{
    json_t *attributes = json_object_get(call->args, "Attributes"), *list;
    json_t *topic = json_pack("{s:s, s:O?, s:[]}", "Name", call_text(call, "Name"), "Attributes",
                              attributes, "Tags");
    if (!json_is_object(attributes))
        (void)json_object_set_new(topic, "Attributes", json_object());
    if ((list = json_object_get(call->args, "Tags")) && !tags_put(call, topic, list)) {
        json_decref(topic);
        return NULL;
    }
    if (!topic_is_fifo(arn))
        (void)json_object_del(attributes, "FifoTopic");
    const char *policy = slrun_text(attributes, "Policy");
    (void)json_object_set_new(topic, "Policy",
                              policy ? json_loads(policy, 0, NULL)
                                     : permission_default(call->x->account, arn));
    (void)json_object_del(attributes, "Policy");
    if (json_object_get(call->args, "DataProtectionPolicy"))
        (void)json_object_set(topic, "DataProtectionPolicy",
                              json_object_get(call->args, "DataProtectionPolicy"));
    return topic;
}

json_t *op_create_topic(struct call *call)
{
    struct service *service = call->service;
    const char *name = call_text(call, "Name");
    if (!check_name(call, name) || !check_attributes(call))
        return NULL;
    json_t *arn = json_sprintf("arn:aws:sns:%s:%s:%s", call->x->region, call->x->account, name);
    json_t *topic = json_object_get(service->topics, json_string_value(arn));
    if (topic && check_same(call, topic))
        return json_pack("{s:o}", "TopicArn", arn);
    if (!topic && json_object_size(service->topics) >= TOPICS_MAX)
        call_fail(call, "TopicLimitExceeded", "Topic limit exceeded");
    topic = call->code || !arn ? NULL : new_topic(call, json_string_value(arn));
    if (json_object_set_new(service->topics, json_string_value(arn), topic) != 0) {
        json_decref(arn);
        return NULL;
    }
    topic_keep(service, json_string_value(arn));
    return json_pack("{s:o}", "TopicArn", arn);
}

/* Of one that is gone already, too. */
json_t *op_delete_topic(struct call *call)
{
    const char *arn = call_text(call, "TopicArn");
    if (!call_topic(call, "TopicArn")) {
        if (strcmp(call->code, "NotFound") != 0)
            return NULL;
        call->code = NULL;
        return json_object();
    }
    subscriptions_remove(call->service, arn);
    (void)json_object_del(call->service->topics, arn);
    topic_keep(call->service, arn);
    return json_object();
}

json_t *op_list_topics(struct call *call)
{
    json_t *start = json_sprintf("arn:aws:sns:%s:%s:", call->x->region, call->x->account);
    json_t *list = json_array(), *topic;
    const char *arn;
    json_object_foreach (call->service->topics, arn, topic)
        if (start && strncmp(arn, json_string_value(start), json_string_length(start)) == 0)
            (void)json_array_append_new(list, json_pack("{s:s}", "TopicArn", arn));
    json_decref(start);
    return call_page(call, list);
}

/* ---- attributes ---- */

/* How deliveries by HTTP are tried again, unless a policy says otherwise; Developer Guide, "Message
 * delivery retries". */
static const char delivery_policy[] =
    "{\"http\":{\"defaultHealthyRetryPolicy\":{\"minDelayTarget\":20,\"maxDelayTarget\":20,"
    "\"numRetries\":3,\"numMaxDelayRetries\":0,\"numNoDelayRetries\":0,\"numMinDelayRetries\":0,"
    "\"backoffFunction\":\"linear\"},\"disableSubscriptionOverrides\":false,"
    "\"defaultRequestPolicy\":{\"headerContentType\":\"text/plain; charset=UTF-8\"}}}";

json_t *op_get_topic_attributes(struct call *call)
{
    const char *arn = call_text(call, "TopicArn");
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    json_t *topic = call_topic(call, "TopicArn");
    if (!topic)
        return NULL;
    size_t pending = 0, confirmed = subscriptions_count(call->service, arn, &pending);
    slrun_arn_place(arn, region, account);
    char *policy = json_dumps(json_object_get(topic, "Policy"), JSON_COMPACT);
    json_t *all =
        json_pack("{s:s*, s:s, s:o, s:s, s:s, s:o, s:s, s:s}", "Policy", policy, "Owner", account,
                  "SubscriptionsPending", json_sprintf("%zu", pending), "TopicArn", arn,
                  "EffectiveDeliveryPolicy", delivery_policy, "SubscriptionsConfirmed",
                  json_sprintf("%zu", confirmed), "DisplayName", "", "SubscriptionsDeleted", "0");
    free(policy);
    (void)json_object_update(all, json_object_get(topic, "Attributes"));
    if (topic_is_fifo(arn) && !json_object_get(all, "ContentBasedDeduplication"))
        (void)json_object_set_new(all, "ContentBasedDeduplication", json_string("false"));
    if (json_object_get(all, "DeliveryPolicy"))
        (void)json_object_set(all, "EffectiveDeliveryPolicy",
                              json_object_get(all, "DeliveryPolicy"));
    return json_pack("{s:o}", "Attributes", all);
}

/* The topic of ResourceArn; NULL after call_fail(). */
static json_t *protected_topic(struct call *call)
{
    json_t *topic = json_object_get(call->service->topics, call_text(call, "ResourceArn"));
    if (!topic && call_arn(call, "ResourceArn"))
        call_fail(call, "NotFound", "Topic does not exist");
    return topic;
}

json_t *op_get_data_protection_policy(struct call *call)
{
    const json_t *topic = protected_topic(call);
    const char *policy = slrun_text(topic, "DataProtectionPolicy");
    return topic ? json_pack("{s:s}", "DataProtectionPolicy", policy ? policy : "") : NULL;
}

json_t *op_put_data_protection_policy(struct call *call)
{
    json_t *topic = protected_topic(call);
    if (!topic)
        return NULL;
    (void)json_object_set(topic, "DataProtectionPolicy",
                          json_object_get(call->args, "DataProtectionPolicy"));
    topic_keep(call->service, call_text(call, "ResourceArn"));
    return json_object();
}

json_t *op_set_topic_attributes(struct call *call)
{
    const char *arn = call_text(call, "TopicArn"), *name = call_text(call, "AttributeName");
    json_t *topic = call_topic(call, "TopicArn");
    json_t *value = json_object_get(call->args, "AttributeValue");
    if (!topic || !topic_attribute_check(call, name, value, false))
        return NULL;
    if (strcmp(name, "Policy") == 0)
        (void)json_object_set_new(topic, "Policy", json_loads(json_string_value(value), 0, NULL));
    else if (value)
        (void)json_object_set(json_object_get(topic, "Attributes"), name, value);
    else
        (void)json_object_del(json_object_get(topic, "Attributes"), name);
    topic_keep(call->service, arn);
    return json_object();
}
