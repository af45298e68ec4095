/* SPDX-License-Identifier: Apache-2.0 */
#include "local/resource.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/resource_shapes.h"
#include "local/service.h"

enum { CALLS_MAX = 64 };

static const char *const topic_attributes[] = {
    "DisplayName",         "FifoTopic",     "ContentBasedDeduplication",
    "FifoThroughputScope", "ArchivePolicy", "KmsMasterKeyId",
    "SignatureVersion",    "TracingConfig", NULL,
};
static const char *const subscription_attributes[] = {
    "FilterPolicyScope", "FilterPolicy", "RawMessageDelivery",  "RedrivePolicy",
    "DeliveryPolicy",    "ReplayPolicy", "SubscriptionRoleArn", NULL,
};

/* A property as an attribute: a string. A new reference. */
static json_t *attribute_of(const json_t *value)
{
    if (json_is_string(value))
        return json_string(json_string_value(value));
    char *text = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
    json_t *attribute = json_string(text ? text : "");
    free(text);
    return attribute;
}

static json_t *attributes_of(const json_t *properties, const char *const *names)
{
    json_t *all = json_object();
    for (; *names; names++) {
        const json_t *value = json_object_get(properties, *names);
        bool no_fifo = strcmp(*names, "FifoTopic") == 0 && !json_is_true(value);
        if (value && !no_fifo)
            (void)json_object_set_new(all, *names, attribute_of(value));
    }
    return all;
}

static void run(struct service *service, struct slrun_resource *r,
                const struct slrun_resource_run *run)
{
    service->cloud->resource_run(service->cloud, r, run);
}

/* Attributes that have changed, one call each; how many. */
static size_t set_calls(const struct slrun_resource *r, const char *const *names, const char *api,
                        struct slrun_resource_call *calls)
{
    const char *arn = strcmp(api, "set_topic_attributes") == 0 ? "TopicArn" : "SubscriptionArn";
    size_t n = 0;
    for (; *names; names++) {
        const json_t *value = json_object_get(r->properties, *names);
        if (json_equal(value, json_object_get(r->old, *names)) ||
            (!value && !json_object_get(r->old, *names)))
            continue;
        calls[n++] = (struct slrun_resource_call){
            .operation = api,
            .args = json_pack("{s:s, s:s, s:o}", arn, r->physical_id, "AttributeName", *names,
                              "AttributeValue", value ? attribute_of(value) : json_string(""))};
    }
    return n;
}

/* ---- AWS::SNS::Topic ---- */

static void topic_done(struct service *service, struct slrun_resource *r, const char *arn)
{
    json_t *all = json_pack("{s:s, s:s, s:O*}", "TopicArn", arn, "TopicName", slrun_arn_last(arn),
                            "DisplayName", json_object_get(r->properties, "DisplayName"));
    service->cloud->resource_done(
        r, &(struct slrun_resource_result){.physical_id = arn, .attributes = all});
    json_decref(all);
}

/* The topic's ARN stands in the last result. */
static void topic_subscribed(void *state, struct slrun_resource *r, const json_t *results)
{
    const json_t *told = json_array_get(results, json_array_size(results) - 1);
    json_t *arn = json_incref(json_object_get(json_object_get(told, "Attributes"), "TopicArn"));
    topic_done(state, r, json_string_value(arn));
    json_decref(arn);
}

static struct slrun_resource_call subscribe_call(const char *arn, const json_t *wanted)
{
    return (struct slrun_resource_call){
        .operation = "subscribe",
        .args = json_pack("{s:s, s:O, s:O, s:b}", "TopicArn", arn, "Protocol",
                          json_object_get(wanted, "Protocol"), "Endpoint",
                          json_object_get(wanted, "Endpoint"), "ReturnSubscriptionArn", 1)};
}

/* The inline subscriptions, then who the topic is. */
static void subscribe_all(struct service *service, struct slrun_resource *r, const char *arn)
{
    struct slrun_resource_call calls[CALLS_MAX];
    const json_t *wanted = json_object_get(r->properties, "Subscription");
    size_t n = 0;
    while (n < json_array_size(wanted) && n < CALLS_MAX - 1) {
        calls[n] = subscribe_call(arn, json_array_get(wanted, n));
        n++;
    }
    calls[n++] = (struct slrun_resource_call){.operation = "get_topic_attributes",
                                              .args = json_pack("{s:s}", "TopicArn", arn)};
    run(service, r, &(struct slrun_resource_run){"sns", calls, n, topic_subscribed});
}

static void topic_created(void *state, struct slrun_resource *r, const json_t *results)
{
    json_t *arn = json_incref(json_object_get(json_array_get(results, 0), "TopicArn"));
    subscribe_all(state, r, json_string_value(arn));
    json_decref(arn);
}

/* CreateTopic gives a topic that is there already; a stack wants one of its own. */
static bool is_taken(const struct service *service, const struct slrun_resource *r,
                     const char *name)
{
    json_t *arn = json_sprintf("arn:aws:sns:%s:%s:%s", r->region, r->account, name);
    bool taken = json_object_get(service->topics, json_string_value(arn)) != NULL;
    json_decref(arn);
    return taken;
}

static void refuse(const struct service *service, struct slrun_resource *r, const char *name)
{
    struct slrun_error error = {.kind = SLRUN_E_SERVICE, .code = "AlreadyExists"};
    (void)snprintf(error.message, sizeof error.message,
                   "Resource of type 'AWS::SNS::Topic' with identifier '%.256s' already exists.",
                   name);
    service->cloud->resource_done(r, &(struct slrun_resource_result){.error = &error});
}

static void topic_create(void *state, struct slrun_resource *r)
{
    char own[300];
    const char *name = slrun_text(r->properties, "TopicName");
    json_t *tags = json_object_get(r->properties, "Tags");
    bool fifo = json_is_true(json_object_get(r->properties, "FifoTopic"));
    (void)snprintf(own, sizeof own, "%s%s", r->suggested_name, fifo ? ".fifo" : "");
    name = name ? name : own;
    if (is_taken(state, r, name)) {
        refuse(state, r, name);
        return;
    }
    struct slrun_resource_call call = {
        .operation = "create_topic",
        .args = json_pack("{s:s, s:o, s:O*}", "Name", name, "Attributes",
                          attributes_of(r->properties, topic_attributes), "Tags", tags)};
    run(state, r, &(struct slrun_resource_run){"sns", &call, 1, topic_created});
}

static void topic_updated(void *state, struct slrun_resource *r, const json_t *results)
{
    (void)results;
    subscribe_all(state, r, r->physical_id);
}

static bool has(const json_t *list, const json_t *item)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        if (json_equal(json_array_get(list, i), item))
            return true;
    return false;
}

/* Inline subscriptions that the template does not name any more. */
static size_t unsubscribe_calls(const struct service *service, const struct slrun_resource *r,
                                struct slrun_resource_call *calls, size_t most)
{
    const json_t *old = json_object_get(r->old, "Subscription");
    const char *arn;
    json_t *subscription;
    size_t n = 0;
    json_object_foreach (service->subscriptions, arn, subscription) {
        if (n == most || strcmp(slrun_text(subscription, "TopicArn"), r->physical_id) != 0)
            continue;
        json_t *as_said =
            json_pack("{s:O, s:O}", "Endpoint", json_object_get(subscription, "Endpoint"),
                      "Protocol", json_object_get(subscription, "Protocol"));
        if (has(old, as_said) && !has(json_object_get(r->properties, "Subscription"), as_said))
            calls[n++] = (struct slrun_resource_call){
                .operation = "unsubscribe", .args = json_pack("{s:s}", "SubscriptionArn", arn)};
        json_decref(as_said);
    }
    return n;
}

static void topic_update(void *state, struct slrun_resource *r)
{
    struct slrun_resource_call calls[CALLS_MAX];
    json_t *tags = json_object_get(r->properties, "Tags");
    json_t *gone = slrun_keys_gone(json_object_get(r->old, "Tags"), tags, "Key");
    size_t n = set_calls(r, topic_attributes, "set_topic_attributes", calls);
    n += unsubscribe_calls(state, r, calls + n, CALLS_MAX - n - 2);
    if (json_array_size(gone) > 0)
        calls[n++] = (struct slrun_resource_call){
            .operation = "untag_resource",
            .args = json_pack("{s:s, s:O}", "ResourceArn", r->physical_id, "TagKeys", gone)};
    if (json_array_size(tags) > 0)
        calls[n++] = (struct slrun_resource_call){
            .operation = "tag_resource",
            .args = json_pack("{s:s, s:O}", "ResourceArn", r->physical_id, "Tags", tags)};
    json_decref(gone);
    run(state, r, &(struct slrun_resource_run){"sns", calls, n, topic_updated});
}

static void topic_remove(void *state, struct slrun_resource *r)
{
    struct slrun_resource_call call = {.operation = "delete_topic",
                                       .args = json_pack("{s:s}", "TopicArn", r->physical_id),
                                       .ignored = "NotFound"};
    run(state, r, &(struct slrun_resource_run){"sns", &call, 1, NULL});
}

/* ---- AWS::SNS::Subscription ---- */

static void subscription_done(struct service *service, struct slrun_resource *r, const char *arn)
{
    json_t *all = json_pack("{s:s}", "Arn", arn);
    service->cloud->resource_done(
        r, &(struct slrun_resource_result){.physical_id = arn, .attributes = all});
    json_decref(all);
}

static void subscription_created(void *state, struct slrun_resource *r, const json_t *results)
{
    json_t *arn = json_incref(json_object_get(json_array_get(results, 0), "SubscriptionArn"));
    subscription_done(state, r, json_string_value(arn));
    json_decref(arn);
}

static void subscription_create(void *state, struct slrun_resource *r)
{
    json_t *endpoint = json_object_get(r->properties, "Endpoint");
    struct slrun_resource_call call = {
        .operation = "subscribe",
        .args = json_pack("{s:O, s:O, s:O*, s:o, s:b}", "TopicArn",
                          json_object_get(r->properties, "TopicArn"), "Protocol",
                          json_object_get(r->properties, "Protocol"), "Endpoint", endpoint,
                          "Attributes", attributes_of(r->properties, subscription_attributes),
                          "ReturnSubscriptionArn", 1)};
    run(state, r, &(struct slrun_resource_run){"sns", &call, 1, subscription_created});
}

static void subscription_updated(void *state, struct slrun_resource *r, const json_t *results)
{
    (void)results;
    subscription_done(state, r, r->physical_id);
}

/* The scope is judged with the policy, so a policy that goes does so first. */
static void subscription_update(void *state, struct slrun_resource *r)
{
    struct slrun_resource_call calls[CALLS_MAX];
    size_t n = 0;
    bool scope = !json_equal(json_object_get(r->properties, "FilterPolicyScope"),
                             json_object_get(r->old, "FilterPolicyScope"));
    if (scope && json_object_get(r->old, "FilterPolicy"))
        calls[n++] = (struct slrun_resource_call){
            .operation = "set_subscription_attributes",
            .args = json_pack("{s:s, s:s, s:s}", "SubscriptionArn", r->physical_id, "AttributeName",
                              "FilterPolicy", "AttributeValue", "{}")};
    n += set_calls(r, subscription_attributes, "set_subscription_attributes", calls + n);
    json_t *policy = json_object_get(r->properties, "FilterPolicy");
    if (scope && policy && json_equal(policy, json_object_get(r->old, "FilterPolicy")))
        calls[n++] = (struct slrun_resource_call){
            .operation = "set_subscription_attributes",
            .args = json_pack("{s:s, s:s, s:o}", "SubscriptionArn", r->physical_id, "AttributeName",
                              "FilterPolicy", "AttributeValue", attribute_of(policy))};
    run(state, r, &(struct slrun_resource_run){"sns", calls, n, subscription_updated});
}

static void subscription_remove(void *state, struct slrun_resource *r)
{
    struct slrun_resource_call call = {.operation = "unsubscribe",
                                       .args =
                                           json_pack("{s:s}", "SubscriptionArn", r->physical_id),
                                       .ignored = "NotFound"};
    run(state, r, &(struct slrun_resource_run){"sns", &call, 1, NULL});
}

/* ---- AWS::SNS::TopicPolicy ---- */

static void policy_made(void *state, struct slrun_resource *r, const json_t *results)
{
    const struct service *service = state;
    const char *id = r->physical_id ? r->physical_id : r->suggested_name;
    json_t *all = json_pack("{s:s}", "Id", id);
    (void)results;
    service->cloud->resource_done(
        r, &(struct slrun_resource_result){.physical_id = id, .attributes = all});
    json_decref(all);
}

static void policy_create(void *state, struct slrun_resource *r)
{
    struct slrun_resource_call calls[CALLS_MAX];
    const json_t *topics = json_object_get(r->properties, "Topics");
    size_t n = 0;
    for (; n < json_array_size(topics) && n < CALLS_MAX; n++)
        calls[n] = (struct slrun_resource_call){
            .operation = "set_topic_attributes",
            .args = json_pack("{s:O, s:s, s:o}", "TopicArn", json_array_get(topics, n),
                              "AttributeName", "Policy", "AttributeValue",
                              attribute_of(json_object_get(r->properties, "PolicyDocument")))};
    run(state, r, &(struct slrun_resource_run){"sns", calls, n, policy_made});
}

/* The topics go on with the policy that they have: it lets everybody do everything here. */
static void policy_remove(void *state, struct slrun_resource *r)
{
    policy_made(state, r, NULL);
}

const struct slrun_resource_type sns_resources[] = {
    {.type = "AWS::SNS::Topic",
     .doc = "A topic.",
     .properties = sns_topic_properties,
     .attributes = (const char *const[]){"TopicArn", "TopicName", "DisplayName", NULL},
     .replacing = (const char *const[]){"TopicName", "FifoTopic", NULL},
     .create = topic_create,
     .update = topic_update,
     .remove = topic_remove},
    {.type = "AWS::SNS::Subscription",
     .doc = "A subscription of a topic.",
     .properties = sns_subscription_properties,
     .attributes = (const char *const[]){"Arn", NULL},
     .replacing = (const char *const[]){"TopicArn", "Protocol", "Endpoint", "Region", NULL},
     .create = subscription_create,
     .update = subscription_update,
     .remove = subscription_remove},
    {.type = "AWS::SNS::TopicPolicy",
     .doc = "The policy of topics; it counts for roles of functions.",
     .properties = sns_policy_properties,
     .attributes = (const char *const[]){"Id", NULL},
     .create = policy_create,
     .update = policy_create,
     .remove = policy_remove},
    {.type = NULL},
};
