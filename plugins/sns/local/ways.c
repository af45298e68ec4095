/* SPDX-License-Identifier: Apache-2.0 */
/* What goes to a subscription, by its protocol. */
#include <stdio.h>
#include <string.h>

#include "local/delivery.h"
#include "local/filter.h"

enum { RAW_ATTRIBUTES_MAX = 10 };

static void to_queue(const struct receiver *r, const json_t *message)
{
    const char *arn = slrun_text(r->subscription, "Endpoint");
    json_t *rest = envelope_message(r, message, arn), *args = json_copy(rest);
    if (json_object_size(json_object_get(rest, "MessageAttributes")) > RAW_ATTRIBUTES_MAX) {
        r->service->cloud->host->log(SLRUN_LOG_WARNING,
                                     "sns: a message with more than 10 attributes is not delivered "
                                     "to %s, a queue with raw message delivery",
                                     arn);
        json_decref(rest);
        json_decref(args);
        return;
    }
    (void)json_object_set_new(args, "QueueUrl", json_string(slrun_arn_last(arn)));
    delivery_start(r, "sqs", args, rest);
}

static void to_function(const struct receiver *r, const json_t *message)
{
    const char *arn = slrun_text(r->subscription, "Endpoint");
    json_t *payload = envelope_string(envelope_event(r, message));
    delivery_start(r, "lambda",
                   json_pack("{s:s, s:s, s:o}", "FunctionName", arn, "InvocationType", "Event",
                             "Payload", payload),
                   envelope_message(r, message, arn));
}

static void to_url(const struct receiver *r, const json_t *message)
{
    delivery_start(r, "http",
                   envelope_is_raw(r) ? json_string(envelope_text(r, message))
                                      : envelope_string(envelope_document(r, message)),
                   envelope_message(r, message, ""));
}

/* Mails and short messages are delivered nowhere. */
static void to_nobody(const struct receiver *r, const json_t *message)
{
    (void)r, (void)message;
}

static void deliver(const struct receiver *r, const json_t *message)
{
    static const struct {
        const char *protocol;
        void (*deliver)(const struct receiver *r, const json_t *message);
    } ways[] = {{"sqs", to_queue},
                {"lambda", to_function},
                {"http", to_url},
                {"https", to_url},
                {"", to_nobody}};
    const char *protocol = slrun_text(r->subscription, "Protocol");
    size_t i = 0;
    while (*ways[i].protocol && strcmp(ways[i].protocol, protocol) != 0)
        i++;
    ways[i].deliver(r, message);
}

/* What became of a message at the subscriptions of its topic. */
struct outcome {
    size_t n, n_pending, n_reached;
    const char *reached; /* the name of the first */
};

/* Of a queue or function its name; the address of another endpoint may hold a password. */
static const char *name_of(const json_t *subscription)
{
    const char *endpoint = slrun_text_or(subscription, "Endpoint", "");
    return strncmp(endpoint, "arn:", 4) == 0 ? slrun_arn_last(endpoint)
                                             : slrun_text(subscription, "Protocol");
}

/* Some subscriptions have let it pass by. */
static void tell_left(const struct service *service, const char *topic, const json_t *message,
                      const struct outcome *o)
{
    static const char *const seen[] = {"Message", "MessageAttributes", NULL};
    const struct slrun_cloud *cloud = service->cloud;
    char why[256], pending[64] = "";
    const char *s = o->n == 1 ? "" : "s";
    if (o->n_reached == o->n && o->n > 0)
        return;
    if (o->n_pending > 0)
        (void)snprintf(pending, sizeof pending, " (%zu not confirmed)", o->n_pending);
    if (o->n == 0)
        (void)snprintf(why, sizeof why, "it has no subscription");
    else if (o->n_reached == 0)
        (void)snprintf(why, sizeof why, "passed the filter of none of its %zu subscription%s%s",
                       o->n, s, pending);
    else
        (void)snprintf(why, sizeof why, "reached only %.100s%s of its %zu subscription%s%s",
                       o->reached, o->n_reached > 1 ? " and others" : "", o->n, s, pending);
    json_t *what = json_object();
    slrun_copy_members(what, message, seen);
    cloud->left_out(cloud, &(struct slrun_left_out){"topic", topic, why, what});
    json_decref(what);
}

void deliver_all(struct service *service, const char *topic, const json_t *message)
{
    struct receiver r = {.service = service, .id = slrun_text(message, "MessageId")};
    struct outcome o = {.n = 0};
    json_t *subscription;
    json_object_foreach (service->subscriptions, r.arn, subscription) {
        r.subscription = subscription;
        if (strcmp(slrun_text(subscription, "TopicArn"), topic) != 0)
            continue;
        bool pending = json_is_true(json_object_get(subscription, "Pending"));
        o.n++;
        o.n_pending += pending;
        if (pending || !filter_passes(service, subscription, message))
            continue;
        if (o.n_reached++ == 0)
            o.reached = name_of(subscription);
        deliver(&r, message);
    }
    tell_left(service, topic, message, &o);
}

void deliver_confirmation(struct service *service, const char *arn, const json_t *subscription)
{
    const struct slrun_cloud *cloud = service->cloud;
    char id[UUID_SIZE];
    cloud->uuid(cloud, id);
    const struct receiver r = {service, arn, subscription, id};
    if (strncmp(slrun_text(subscription, "Protocol"), "http", 4) == 0)
        delivery_start(&r, "http", envelope_string(envelope_confirmation(&r)), json_object());
}
