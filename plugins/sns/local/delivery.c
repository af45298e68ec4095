/* SPDX-License-Identifier: Apache-2.0 */
/* Deliveries. */
#include "local/delivery.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/filter.h"

enum {
    ATTEMPTS_MAX = 100015, /* to queues and functions, over 23 days */
    AT_ONCE = 3,
    AFTER_A_SECOND = 5,
    BACKING_OFF = 15,
    STEP_MS = 1000,
    LONGEST_MS = 20000,
    HTTP_ATTEMPTS = 4, /* of endpoints that slrun delivers to by http: 3 more, 20 s apart */
    RAW_ATTRIBUTES_MAX = 10
};

/* One message on its way to one subscription. */
struct delivery {
    struct delivery *next;
    struct service *service;
    char *arn, *target, *dead; /* of the subscription; its endpoint; ARN of the queue, or NULL */
    const char *to;            /* "sqs", "lambda", "http" */
    json_t *args;              /* of the operation; of http: the body, a string */
    json_t *rest;              /* what a dead-letter queue gets: MessageBody and so on */
    const char *type;          /* http: x-amz-sns-message-type */
    unsigned attempts;
    char key[KEPT_KEY_SIZE]; /* of its document */
    struct slrun_timer *timer;
    struct slrun_calling *calling;
};

static void attempt(void *arg);

static void delivery_free(struct delivery *d)
{
    const struct slrun_cloud *cloud = d->service->cloud;
    struct delivery **at = &d->service->deliveries;
    while (*at != d)
        at = &(*at)->next;
    *at = d->next;
    if (d->timer) {
        cloud->timer_stop(d->timer);
        cloud->pending(cloud, -1);
    }
    if (d->calling)
        cloud->call_cancel(d->calling);
    json_decref(d->args);
    json_decref(d->rest);
    free(d->arn);
    free(d->target);
    free(d->dead);
    free(d);
}

/* It has come to its end, and not the local cloud. */
static void delivery_over(struct delivery *d)
{
    state_forget(d->service, d->key);
    delivery_free(d);
}

void delivery_end_all(struct service *service)
{
    while (service->deliveries)
        delivery_free(service->deliveries);
}

/* ---- trying again ---- */

static int64_t pause_ms(const struct delivery *d)
{
    if (strcmp(d->to, "http") == 0)
        return LONGEST_MS;
    if (d->attempts <= AT_ONCE)
        return 0;
    if (d->attempts <= AFTER_A_SECOND)
        return STEP_MS;
    int64_t pause =
        STEP_MS << (d->attempts - AFTER_A_SECOND < 5 ? d->attempts - AFTER_A_SECOND : 5);
    return d->attempts <= BACKING_OFF && pause < LONGEST_MS ? pause : LONGEST_MS;
}

static void dead_letter_sent(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct delivery *d = arg;
    d->calling = NULL;
    if (!result)
        d->service->cloud->host->log(SLRUN_LOG_WARNING,
                                     "sns: a message could not be sent to %s: %s: %s", d->dead,
                                     error->code, error->message);
    delivery_over(d);
}

static struct slrun_calling *call_queue(struct delivery *d, const char *arn, json_t *args,
                                        void (*done)(void *arg, const json_t *result,
                                                     const struct slrun_error *error))
{
    const struct slrun_cloud *cloud = d->service->cloud;
    char region[REGION_SIZE], account[ACCOUNT_SIZE];
    bool queue = strstr(arn, ":sqs:") != NULL;
    arn_place(arn, region, account);
    return cloud->call(cloud,
                       &(struct slrun_cloud_call){.service = queue ? "sqs" : "lambda",
                                                  .operation = queue ? "send_message" : "invoke",
                                                  .args = args,
                                                  .region = region,
                                                  .account = account,
                                                  .caller = "sns",
                                                  .done = done,
                                                  .arg = d});
}

static void give_up(struct delivery *d, const struct slrun_error *error)
{
    if (!d->dead) {
        d->service->cloud->host->log(SLRUN_LOG_WARNING,
                                     "sns: a message could not be delivered to %s: %s: %s",
                                     d->target, error->code, error->message);
        delivery_over(d);
        return;
    }
    (void)json_object_set_new(d->rest, "QueueUrl", json_string(arn_last(d->dead)));
    d->calling = call_queue(d, d->dead, json_incref(d->rest), dead_letter_sent);
    if (!d->calling)
        delivery_over(d);
}

/* What the receiver cannot mend by waiting is not tried again (client-side errors). */
static bool may_pass(const struct slrun_error *error)
{
    return error->kind == SLRUN_E_SERVICE &&
           (error->status >= 500 || error->status == 429 || strstr(error->code, "Throttl"));
}

static void failed(struct delivery *d, const struct slrun_error *error)
{
    const struct slrun_cloud *cloud = d->service->cloud;
    unsigned most = strcmp(d->to, "http") == 0 ? HTTP_ATTEMPTS : ATTEMPTS_MAX;
    if (!may_pass(error) || d->attempts >= most) {
        give_up(d, error);
        return;
    }
    d->timer = cloud->timer_start(cloud, cloud->now_ms(cloud) + pause_ms(d), attempt, d);
    if (d->timer)
        cloud->pending(cloud, 1);
    else
        delivery_over(d);
}

static void called(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct delivery *d = arg;
    d->calling = NULL;
    if (result)
        delivery_over(d);
    else
        failed(d, error);
}

/* ---- http ---- */

static void posted(void *arg, const struct slrun_response *response,
                   const struct slrun_error *error)
{
    struct delivery *d = arg;
    struct slrun_error refused = {.kind = SLRUN_E_SERVICE, .status = 500, .code = "HTTP"};
    d->calling = NULL;
    if (response && response->status >= 200 && response->status < 300)
        delivery_over(d);
    else
        failed(d, error ? error : &refused);
}

static struct slrun_calling *post(struct delivery *d)
{
    const struct slrun_cloud *cloud = d->service->cloud;
    if (strncmp(d->target, cloud->url(cloud), strlen(cloud->url(cloud))) != 0)
        return NULL; /* kept by one that listened elsewhere */
    json_t *topic = json_stringn(d->arn, (size_t)(arn_last(d->arn) - d->arn) - 1);
    const struct slrun_header headers[] = {
        {"Content-Type", "text/plain; charset=UTF-8"},
        {"User-Agent", "Amazon Simple Notification Service Agent"},
        {"x-amz-sns-message-type", d->type},
        {"x-amz-sns-topic-arn", json_string_value(topic)},
        {"x-amz-sns-subscription-arn", d->arn}};
    struct slrun_calling *calling = cloud->request(
        cloud, &(struct slrun_cloud_request){.method = "POST",
                                             .target = d->target + strlen(cloud->url(cloud)),
                                             .headers = headers,
                                             .n_headers = sizeof headers / sizeof *headers,
                                             .body = json_string_value(d->args),
                                             .size = json_string_length(d->args),
                                             .caller = "sns",
                                             .done = posted,
                                             .arg = d});
    json_decref(topic);
    return calling;
}

static void attempt(void *arg)
{
    struct delivery *d = arg;
    const struct slrun_cloud *cloud = d->service->cloud;
    if (d->timer)
        cloud->pending(cloud, -1);
    d->timer = NULL;
    d->attempts++;
    d->calling = strcmp(d->to, "http") == 0
                     ? post(d)
                     : call_queue(d, d->target, json_incref(d->args), called);
    if (!d->calling)
        delivery_over(d);
}

/* ---- over the end of the local cloud ---- */

static void keep(struct delivery *d)
{
    json_t *doc =
        json_pack("{s:s, s:s, s:s*, s:s, s:s, s:O, s:O}", "Arn", d->arn, "Target", d->target,
                  "Dead", d->dead, "To", d->to, "Type", d->type, "Args", d->args, "Rest", d->rest);
    state_keep(d->service, d->key, doc);
    json_decref(doc);
}

static const char *one_of(const char *const *words, const char *word)
{
    while (*words && word && strcmp(*words, word) != 0)
        words++;
    return word ? *words : NULL;
}

/* What was kept begins anew: a message comes at least once. */
static int take_up(void *arg, const char *key, const json_t *doc)
{
    static const char *const ways[] = {"sqs", "lambda", "http", NULL};
    static const char *const types[] = {"Notification", "SubscriptionConfirmation", NULL};
    struct service *service = arg;
    const struct slrun_cloud *cloud = service->cloud;
    const char *arn = text_of(doc, "Arn"), *target = text_of(doc, "Target");
    const char *dead = text_of(doc, "Dead");
    struct delivery *d = arn && target ? calloc(1, sizeof *d) : NULL;
    if (!d)
        return 0;
    *d = (struct delivery){.next = service->deliveries,
                           .service = service,
                           .arn = strdup(arn),
                           .target = strdup(target),
                           .dead = dead ? strdup(dead) : NULL,
                           .to = one_of(ways, text_of(doc, "To")),
                           .type = one_of(types, text_of(doc, "Type")),
                           .args = json_deep_copy(json_object_get(doc, "Args")),
                           .rest = json_deep_copy(json_object_get(doc, "Rest"))};
    service->deliveries = d;
    (void)snprintf(d->key, sizeof d->key, "%s", key);
    if (d->arn && d->target && d->to && d->type && d->args)
        d->timer = cloud->timer_start(cloud, cloud->now_ms(cloud), attempt, d);
    if (d->timer)
        cloud->pending(cloud, 1);
    else
        delivery_free(d);
    return 0;
}

void delivery_take_up(struct service *service)
{
    const struct slrun_cloud *cloud = service->cloud;
    if (cloud->data)
        (void)cloud->doc_each(cloud, "sns", KEPT, take_up, service);
}

/* ---- what is delivered ---- */

/* `args` and `rest` are taken over. */
static void start(const struct receiver *r, const char *to, json_t *args, json_t *rest)
{
    struct service *service = (struct service *)(uintptr_t)r->service;
    struct delivery *d = calloc(1, sizeof *d);
    const json_t *attributes = json_object_get(r->subscription, "Attributes");
    const char *redrive = text_of(attributes, "RedrivePolicy");
    json_t *policy = redrive ? json_loads(redrive, 0, NULL) : NULL;
    const char *dead = text_of(policy, "deadLetterTargetArn");
    if (d) {
        *d = (struct delivery){.next = service->deliveries,
                               .service = service,
                               .arn = strdup(r->arn),
                               .target = strdup(text_of(r->subscription, "Endpoint")),
                               .dead = dead ? strdup(dead) : NULL,
                               .to = to,
                               .args = args,
                               .rest = rest,
                               .type = json_is_true(json_object_get(r->subscription, "Pending"))
                                           ? "SubscriptionConfirmation"
                                           : "Notification"};
        service->deliveries = d;
        if (d->arn && d->target && d->args) {
            keep(d);
            attempt(d);
        } else {
            delivery_free(d);
        }
    } else {
        json_decref(args);
        json_decref(rest);
    }
    json_decref(policy);
}

static void to_queue(const struct receiver *r, const json_t *message)
{
    const char *arn = text_of(r->subscription, "Endpoint");
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
    (void)json_object_set_new(args, "QueueUrl", json_string(arn_last(arn)));
    start(r, "sqs", args, rest);
}

static void to_function(const struct receiver *r, const json_t *message)
{
    const char *arn = text_of(r->subscription, "Endpoint");
    json_t *payload = envelope_string(envelope_event(r, message));
    start(r, "lambda",
          json_pack("{s:s, s:s, s:o}", "FunctionName", arn, "InvocationType", "Event", "Payload",
                    payload),
          envelope_message(r, message, arn));
}

static void to_url(const struct receiver *r, const json_t *message)
{
    start(r, "http",
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
    const char *protocol = text_of(r->subscription, "Protocol");
    size_t i = 0;
    while (*ways[i].protocol && strcmp(ways[i].protocol, protocol) != 0)
        i++;
    ways[i].deliver(r, message);
}

void deliver_all(struct service *service, const char *topic, const json_t *message)
{
    struct receiver r = {.service = service};
    json_t *subscription;
    json_object_foreach (service->subscriptions, r.arn, subscription) {
        r.subscription = subscription;
        if (strcmp(text_of(subscription, "TopicArn"), topic) == 0 &&
            !json_is_true(json_object_get(subscription, "Pending")) &&
            filter_passes(service, subscription, message))
            deliver(&r, message);
    }
}

void deliver_confirmation(struct service *service, const char *arn, const json_t *subscription)
{
    const struct receiver r = {service, arn, subscription};
    if (strncmp(text_of(subscription, "Protocol"), "http", 4) == 0)
        start(&r, "http", envelope_string(envelope_confirmation(&r)), json_object());
}
