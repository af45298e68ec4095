/* SPDX-License-Identifier: Apache-2.0 */
/* Subscriptions: made, confirmed, told, listed, removed. */
#include "local/subscription.h"

#include <string.h>
#include <strings.h>

#include "local/delivery.h"
#include "local/filter.h"

enum { TOKEN_MIN = 64 }; /* of a token that is one */

static bool is_pending(const json_t *subscription)
{
    return json_is_true(json_object_get(subscription, "Pending"));
}

static bool is_of(const json_t *subscription, const char *topic)
{
    return strcmp(slrun_text(subscription, "TopicArn"), topic) == 0;
}

void subscriptions_remove(struct service *service, const char *topic)
{
    const char *arn;
    json_t *subscription;
    void *next;
    json_object_foreach_safe (service->subscriptions, next, arn, subscription) {
        if (!is_of(subscription, topic))
            continue;
        json_t *name = json_string(arn);
        (void)json_object_del(service->subscriptions, json_string_value(name));
        subscription_keep(service, json_string_value(name));
        json_decref(name);
    }
}

size_t subscriptions_count(const struct service *service, const char *topic, size_t *pending)
{
    const char *arn;
    json_t *subscription;
    size_t confirmed = 0;
    json_object_foreach (service->subscriptions, arn, subscription)
        if (is_of(subscription, topic))
            *(is_pending(subscription) ? pending : &confirmed) += 1;
    return confirmed;
}

/* ---- subscribing ---- */

static bool check_attributes(struct call *call, const json_t *attributes)
{
    const struct subscribing s = {call_text(call, "Protocol"), call_text(call, "Endpoint"),
                                  attributes};
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)(uintptr_t)attributes, name, value)
        if (!subscription_attribute_check(call, &s, name, json_string_value(value)))
            return false;
    return true;
}

/* The ARN of one of the same topic, protocol and endpoint, or NULL. */
static const char *same(const struct call *call, json_t **found)
{
    const char *arn;
    json_object_foreach (call->service->subscriptions, arn, *found)
        if (is_of(*found, call_text(call, "TopicArn")) &&
            strcmp(slrun_text(*found, "Protocol"), call_text(call, "Protocol")) == 0 &&
            strcmp(slrun_text(*found, "Endpoint"), call_text(call, "Endpoint")) == 0)
            return arn;
    return NULL;
}

/* What has been read of the attributes is kept beside them. */
static void settle(json_t *subscription)
{
    json_t *attributes = json_object_get(subscription, "Attributes");
    const char *raw = slrun_text(attributes, "RawMessageDelivery");
    if (raw)
        (void)json_object_set_new(attributes, "RawMessageDelivery",
                                  json_string(strcasecmp(raw, "true") == 0 ? "true" : "false"));
    json_t *filter = filter_read(json_object_get(subscription, "Attributes"));
    if (filter)
        (void)json_object_set_new(subscription, "Filter", filter);
    else
        (void)json_object_del(subscription, "Filter");
}

static json_t *told(const struct call *call, const char *arn, const json_t *subscription)
{
    bool shown = !is_pending(subscription) ||
                 json_is_true(json_object_get(call->args, "ReturnSubscriptionArn"));
    return json_pack("{s:s}", "SubscriptionArn", shown ? arn : "pending confirmation");
}

static json_t *add(struct call *call, const json_t *attributes)
{
    struct service *service = call->service;
    const struct slrun_cloud *cloud = service->cloud;
    const char *topic = call_text(call, "TopicArn"), *protocol = call_text(call, "Protocol");
    char id[UUID_SIZE], token[2][UUID_SIZE];
    cloud->uuid(cloud, id);
    cloud->uuid(cloud, token[0]);
    cloud->uuid(cloud, token[1]);
    json_t *arn = json_sprintf("%s:%s", topic, id);
    json_t *subscription = json_pack(
        "{s:s, s:s, s:s, s:s, s:O?, s:o, s:b}", "TopicArn", topic, "Protocol", protocol, "Endpoint",
        call_text(call, "Endpoint"), "Owner", call->x->account, "Attributes", attributes, "Token",
        json_sprintf("%s%s", token[0], token[1]), "Pending", endpoint_confirms(protocol));
    if (!attributes)
        (void)json_object_set_new(subscription, "Attributes", json_object());
    settle(subscription);
    (void)json_object_set_new(service->subscriptions, json_string_value(arn), subscription);
    subscription_keep(service, json_string_value(arn));
    if (is_pending(subscription))
        deliver_confirmation(service, json_string_value(arn), subscription);
    json_t *result = told(call, json_string_value(arn), subscription);
    json_decref(arn);
    return result;
}

/* Whether attributes say nothing else than those that are set, or that AWS has without. */
static bool agree(const json_t *set, const json_t *attributes)
{
    static const struct {
        const char *name, *otherwise;
    } defaults[] = {{"RawMessageDelivery", "false"}, {"FilterPolicyScope", "MessageAttributes"}};
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)(uintptr_t)attributes, name, value) {
        const char *has = slrun_text(set, name);
        for (size_t i = 0; !has && i < sizeof defaults / sizeof *defaults; i++)
            if (strcmp(defaults[i].name, name) == 0)
                has = defaults[i].otherwise;
        bool flag = strcmp(name, "RawMessageDelivery") == 0;
        if (!has || (flag ? strcasecmp(has, json_string_value(value))
                          : strcmp(has, json_string_value(value))) != 0)
            return false;
    }
    return true;
}

json_t *op_subscribe(struct call *call)
{
    json_t *attributes = json_object_get(call->args, "Attributes"), *there = NULL;
    if (!call_topic(call, "TopicArn") ||
        !endpoint_check(call, call_text(call, "Protocol"), call_text(call, "Endpoint")) ||
        !check_attributes(call, attributes))
        return NULL;
    const char *arn = same(call, &there);
    if (!arn)
        return add(call, attributes);
    if (!agree(json_object_get(there, "Attributes"), attributes))
        return call_invalid(
            call, "Attributes Reason: Subscription already exists with different attributes");
    return told(call, arn, there);
}

json_t *op_confirm_subscription(struct call *call)
{
    struct service *service = call->service;
    const char *arn, *token = call_text(call, "Token");
    json_t *subscription;
    if (!call_arn(call, "TopicArn"))
        return NULL;
    if (strlen(token) < TOKEN_MIN || token[strspn(token, "0123456789abcdef-")])
        return call_fail(call, "InvalidParameter", "Invalid token");
    json_object_foreach (service->subscriptions, arn, subscription) {
        if (!is_of(subscription, call_text(call, "TopicArn")) ||
            strcmp(slrun_text(subscription, "Token"), token) != 0)
            continue;
        (void)json_object_set_new(subscription, "Pending", json_false());
        subscription_keep(service, arn);
        return json_pack("{s:s}", "SubscriptionArn", arn);
    }
    return call_invalid(call, "Token");
}

/* With an id behind the topic's name. */
static bool is_whole(const char *arn)
{
    int elements = 1;
    for (; *arn; arn++)
        elements += *arn == ':';
    return elements > ARN_ELEMENTS;
}

/* Of one that is gone already, too. */
json_t *op_unsubscribe(struct call *call)
{
    const char *arn = call_text(call, "SubscriptionArn");
    if (!call_subscription(call)) {
        if (strcmp(call->code, "NotFound") != 0)
            return NULL;
        call->code = NULL;
        return is_whole(arn) ? json_object() : call_invalid(call, "SubscriptionId");
    }
    (void)json_object_del(call->service->subscriptions, arn);
    subscription_keep(call->service, arn);
    return json_object();
}

/* ---- attributes ---- */

json_t *op_get_subscription_attributes(struct call *call)
{
    json_t *subscription = call_subscription(call);
    if (!subscription)
        return NULL;
    const char *owner = slrun_text(subscription, "Owner");
    bool pending = is_pending(subscription);
    json_t *all = json_pack("{s:s, s:s, s:O, s:O, s:O, s:s, s:s, s:s, s:o}", "SubscriptionArn",
                            call_text(call, "SubscriptionArn"), "Owner", owner, "TopicArn",
                            json_object_get(subscription, "TopicArn"), "Protocol",
                            json_object_get(subscription, "Protocol"), "Endpoint",
                            json_object_get(subscription, "Endpoint"), "PendingConfirmation",
                            pending ? "true" : "false", "ConfirmationWasAuthenticated",
                            pending ? "false" : "true", "RawMessageDelivery", "false",
                            "SubscriptionPrincipal", json_sprintf("arn:aws:iam::%s:root", owner));
    (void)json_object_update(all, json_object_get(subscription, "Attributes"));
    if (!json_object_get(all, "FilterPolicy"))
        (void)json_object_del(all, "FilterPolicyScope");
    else if (!json_object_get(all, "FilterPolicyScope"))
        (void)json_object_set_new(all, "FilterPolicyScope", json_string("MessageAttributes"));
    return json_pack("{s:o}", "Attributes", all);
}

/* Without a value, and by {} for a policy, the attribute goes. */
static void set(json_t *attributes, const char *name, const char *value)
{
    bool none = !value || !*value;
    if (!none && strstr(name, "Policy") && strcmp(name, "FilterPolicyScope") != 0) {
        json_t *policy = json_loads(value, 0, NULL);
        none = json_is_object(policy) && json_object_size(policy) == 0;
        json_decref(policy);
    }
    if (none)
        (void)json_object_del(attributes, name);
    else
        (void)json_object_set_new(attributes, name, json_string(value));
}

json_t *op_set_subscription_attributes(struct call *call)
{
    const char *name = call_text(call, "AttributeName"), *value = call_text(call, "AttributeValue");
    json_t *subscription = call_subscription(call);
    json_t *attributes = json_object_get(subscription, "Attributes");
    const struct subscribing s = {slrun_text(subscription, "Protocol"),
                                  slrun_text(subscription, "Endpoint"), attributes};
    if (!subscription || !subscription_attribute_check(call, &s, name, value ? value : ""))
        return NULL;
    set(attributes, name, value);
    settle(subscription);
    subscription_keep(call->service, call_text(call, "SubscriptionArn"));
    return json_object();
}

/* ---- lists ---- */

static json_t *line(const char *arn, const json_t *subscription)
{
    return json_pack("{s:s, s:O, s:O, s:O, s:O}", "SubscriptionArn",
                     is_pending(subscription) ? "PendingConfirmation" : arn, "Owner",
                     json_object_get(subscription, "Owner"), "Protocol",
                     json_object_get(subscription, "Protocol"), "Endpoint",
                     json_object_get(subscription, "Endpoint"), "TopicArn",
                     json_object_get(subscription, "TopicArn"));
}

/* Those whose ARN begins so (taken over). */
static json_t *list(struct call *call, json_t *start)
{
    json_t *all = json_array(), *subscription;
    const char *arn;
    json_object_foreach (call->service->subscriptions, arn, subscription)
        if (start && strncmp(arn, json_string_value(start), json_string_length(start)) == 0)
            (void)json_array_append_new(all, line(arn, subscription));
    json_decref(start);
    return call_page(call, all);
}

json_t *op_list_subscriptions(struct call *call)
{
    return list(call, json_sprintf("arn:aws:sns:%s:%s:", call->x->region, call->x->account));
}

json_t *op_list_subscriptions_by_topic(struct call *call)
{
    if (!call_topic(call, "TopicArn"))
        return NULL;
    return list(call, json_sprintf("%s:", call_text(call, "TopicArn")));
}
