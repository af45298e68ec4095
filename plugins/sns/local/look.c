/* SPDX-License-Identifier: Apache-2.0 */
/* What the local cloud's page shows: topics and their subscriptions. */
#include "local/look.h"

#include <string.h>

#include "local/service.h"

static bool is_of(const json_t *subscription, const char *topic)
{
    const char *arn = slrun_text(subscription, "TopicArn");
    return arn && !strcmp(arn, topic);
}

static json_int_t count_subscriptions(const struct service *service, const char *topic)
{
    json_int_t n = 0;
    const char *arn;
    json_t *subscription;
    json_object_foreach (service->subscriptions, arn, subscription)
        n += is_of(subscription, topic);
    return n;
}

/* The endpoints of its subscriptions. */
static json_t *targets_of(const struct service *service, const char *topic)
{
    json_t *targets = json_array(), *subscription;
    const char *arn;
    json_object_foreach (service->subscriptions, arn, subscription)
        if (is_of(subscription, topic))
            (void)json_array_append(targets, json_object_get(subscription, "Endpoint"));
    return targets;
}

static void list_topics(void *state, struct slrun_look *look)
{
    const struct service *service = state;
    const struct slrun_looks *looks = service->cloud->looks;
    const char *arn;
    json_t *topic;
    json_object_foreach (service->topics, arn, topic) {
        char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
        int wanted = looks->want(look);
        if (wanted < 0)
            return;
        if (!wanted)
            continue;
        slrun_arn_place(arn, region, account);
        looks->row(look, arn,
                   json_pack("[s I s s]", slrun_arn_last(arn), count_subscriptions(service, arn),
                             region, account));
        looks->box(look, &(struct slrun_look_box){.says = "topic", .to = targets_of(service, arn)});
    }
}

/* Without the password of an endpoint's address. */
static json_t *endpoint_of(const json_t *subscription)
{
    const char *endpoint = slrun_text(subscription, "Endpoint");
    const char *scheme = endpoint ? strstr(endpoint, "://") : NULL;
    const char *at = scheme ? strchr(scheme, '@') : NULL;
    const char *path = scheme ? strchr(scheme + 3, '/') : NULL;
    if (!at || (path && path < at))
        return endpoint ? json_string(endpoint) : json_null();
    return json_sprintf("%.*s***%s", (int)(scheme + 3 - endpoint), endpoint, at);
}

static int show_topic(void *state, struct slrun_look *look, const char *key)
{
    const struct service *service = state;
    const struct slrun_looks *looks = service->cloud->looks;
    const json_t *topic = json_object_get(service->topics, key);
    const char *arn;
    json_t *subscription;
    if (!topic)
        return -1;
    looks->fact(look, "ARN", json_string(key));
    looks->fact(look, "attributes", json_incref(json_object_get(topic, "Attributes")));
    looks->fact(look, "tags", json_incref(json_object_get(topic, "Tags")));
    looks->table(look, "Subscriptions", "protocol|endpoint|state|attributes|ARN", NULL);
    json_object_foreach (service->subscriptions, arn, subscription) {
        bool pending = json_is_true(json_object_get(subscription, "Pending"));
        int wanted = is_of(subscription, key) ? looks->want(look) : 0;
        if (wanted < 0)
            break;
        if (wanted)
            looks->row(look, NULL,
                       json_pack("[O? o s O? s]", json_object_get(subscription, "Protocol"),
                                 endpoint_of(subscription), pending ? "pending" : "confirmed",
                                 json_object_get(subscription, "Attributes"), arn));
    }
    return 0;
}

const struct slrun_look_kind sns_looks[] = {
    {"topics", "Topics", "name|subscriptions:number|region|account", list_topics, show_topic},
    {NULL, NULL, NULL, NULL, NULL},
};
