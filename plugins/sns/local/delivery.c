/* SPDX-License-Identifier: Apache-2.0 */
/* Deliveries. */
#include "local/delivery.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    ATTEMPTS_MAX = 100015, /* to queues and functions, over 23 days */
    AT_ONCE = 3,
    AFTER_A_SECOND = 5,
    BACKING_OFF = 15,
    STEP_MS = 1000,
    LONGEST_MS = 20000,
    HTTP_ATTEMPTS = 4 /* of endpoints that slrun delivers to by http: 3 more, 20 s apart */
};

/* One message on its way to one subscription. */
struct delivery {
    struct transit transit;
    struct service *service;
    char *arn, *target, *dead; /* of the subscription; its endpoint; ARN of the queue, or NULL */
    const char *to;            /* "sqs", "lambda", "http" */
    json_t *args;              /* of the operation; of http: the body, a string */
    json_t *rest;              /* what a dead-letter queue gets: MessageBody and so on */
    const char *type;          /* http: x-amz-sns-message-type */
    char id[UUID_SIZE];        /* of the message */
    bool raw;
    unsigned attempts;
};

static void attempt(void *arg);

static void release(const struct delivery *d)
{
    json_decref(d->args);
    json_decref(d->rest);
    free(d->arn);
    free(d->target);
    free(d->dead);
}

static void delivery_free(void *one)
{
    release(one);
    free(one);
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
    d->transit.calling = NULL;
    if (!result)
        d->service->cloud->host->log(SLRUN_LOG_WARNING,
                                     "sns: a message could not be sent to %s: %s: %s", d->dead,
                                     error->code, error->message);
    transit_over(&d->transit);
}

/* The ARN of a subscription begins with that of its topic. */
static json_t *topic_of(const struct delivery *d)
{
    return json_stringn(d->arn, (size_t)(slrun_arn_last(d->arn) - d->arn) - 1);
}

static struct slrun_calling *call_queue(struct delivery *d, const char *arn, json_t *args,
                                        void (*done)(void *arg, const json_t *result,
                                                     const struct slrun_error *error))
{
    const struct slrun_cloud *cloud = d->service->cloud;
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    bool queue = strstr(arn, ":sqs:") != NULL;
    slrun_arn_place(arn, region, account);
    struct slrun_calling *calling = cloud->call(
        cloud, &(struct slrun_cloud_call){.service = queue ? "sqs" : "lambda",
                                          .operation = queue ? "send_message" : "invoke",
                                          .args = args,
                                          .region = region,
                                          .account = account,
                                          .caller = "sns",
                                          .done = done,
                                          .arg = d});
    json_t *topic = topic_of(d);
    if (cloud->iam && topic)
        cloud->iam->on_behalf(calling,
                              &(struct slrun_iam_caller){.service = "sns.amazonaws.com",
                                                         .source = json_string_value(topic)});
    json_decref(topic);
    return calling;
}

static void give_up(struct delivery *d, const struct slrun_error *error)
{
    if (!d->dead) {
        d->service->cloud->host->log(SLRUN_LOG_WARNING,
                                     "sns: a message could not be delivered to %s: %s: %s",
                                     d->target, error->code, error->message);
        transit_over(&d->transit);
        return;
    }
    (void)json_object_set_new(d->rest, "QueueUrl", json_string(slrun_arn_last(d->dead)));
    d->transit.calling = call_queue(d, d->dead, json_incref(d->rest), dead_letter_sent);
    if (!d->transit.calling)
        transit_over(&d->transit);
}

static void failed(struct delivery *d, const struct slrun_error *error)
{
    const struct slrun_cloud *cloud = d->service->cloud;
    unsigned most = strcmp(d->to, "http") == 0 ? HTTP_ATTEMPTS : ATTEMPTS_MAX;
    if (transit_may_pass(error) && d->attempts < most)
        transit_wait(&d->transit, cloud->now_ms(cloud) + pause_ms(d), attempt);
    else
        give_up(d, error); /* what the receiver cannot mend by waiting is not tried again */
}

static void called(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct delivery *d = arg;
    d->transit.calling = NULL;
    if (result)
        transit_over(&d->transit);
    else
        failed(d, error);
}

/* ---- http ---- */

static void posted(void *arg, const struct slrun_response *response,
                   const struct slrun_error *error)
{
    struct delivery *d = arg;
    struct slrun_error refused = {.kind = SLRUN_E_SERVICE, .status = 500, .code = "HTTP"};
    d->transit.calling = NULL;
    if (response)
        refused.status = response->status;
    (void)snprintf(refused.message, sizeof refused.message, "%s",
                   error ? error->message : "it did not take the message");
    if (refused.status >= 200 && refused.status < 300)
        transit_over(&d->transit);
    else
        failed(d, &refused);
}

static struct slrun_calling *post(struct delivery *d)
{
    const struct slrun_cloud *cloud = d->service->cloud;
    const char *url = cloud->url(cloud);
    bool own = strncmp(d->target, url, strlen(url)) == 0 && d->target[strlen(url)] == '/';
    json_t *topic = topic_of(d);
    const struct slrun_header headers[] = {
        {"Content-Type", "text/plain; charset=UTF-8"},
        {"User-Agent", "Amazon Simple Notification Service Agent"},
        {"x-amz-sns-message-type", d->type},
        {"x-amz-sns-message-id", d->id},
        {"x-amz-sns-topic-arn", json_string_value(topic)},
        {"x-amz-sns-subscription-arn", d->arn},
        {"x-amz-sns-rawdelivery", "true"}};
    bool confirms = strcmp(d->type, "Notification") != 0; /* no subscription yet, and never raw */
    size_t unsaid = confirms ? 2 : d->raw ? 0 : 1;
    struct slrun_calling *calling = cloud->request(
        cloud, &(struct slrun_cloud_request){.method = "POST",
                                             .target = own ? d->target + strlen(url) : d->target,
                                             .headers = headers,
                                             .n_headers = sizeof headers / sizeof *headers - unsaid,
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
    d->attempts++;
    d->transit.calling = strcmp(d->to, "http") == 0
                             ? post(d)
                             : call_queue(d, d->target, json_incref(d->args), called);
    if (!d->transit.calling)
        transit_over(&d->transit);
}

/* ---- over the end of the local cloud ---- */

static const char *one_of(const char *const *words, const char *word)
{
    while (*words && word && strcmp(*words, word) != 0)
        words++;
    return word ? *words : NULL;
}

/* Begins one with what `given` has, which is taken over; NULL: something is missing, or no memory.
 */
static struct delivery *delivery_new(struct service *service, const struct delivery *given)
{
    struct delivery *d = malloc(sizeof *d);
    bool whole = given->arn && given->target && given->to && given->type && given->args;
    if (!d || !whole) {
        free(d);
        release(given);
        return NULL;
    }
    *d = *given;
    d->service = service;
    transit_begin(&service->deliveries, &d->transit);
    return d;
}

static char *copy(const char *text)
{
    return text ? strdup(text) : NULL;
}

static void *taken_up(void *arg, const json_t *doc)
{
    static const char *const ways[] = {"sqs", "lambda", "http", NULL};
    static const char *const types[] = {"Notification", "SubscriptionConfirmation", NULL};
    struct delivery d = {.arn = copy(slrun_text(doc, "Arn")),
                         .target = copy(slrun_text(doc, "Target")),
                         .dead = copy(slrun_text(doc, "Dead")),
                         .to = one_of(ways, slrun_text(doc, "To")),
                         .type = one_of(types, slrun_text(doc, "Type")),
                         .raw = json_is_true(json_object_get(doc, "Raw")),
                         .args = json_deep_copy(json_object_get(doc, "Args")),
                         .rest = json_deep_copy(json_object_get(doc, "Rest"))};
    (void)snprintf(d.id, sizeof d.id, "%s", slrun_text_or(doc, "Id", ""));
    return delivery_new(arg, &d);
}

void delivery_open(struct service *service)
{
    service->deliveries = (struct transits){
        .cloud = service->cloud, .kept = {"sns", "delivery/"}, .free = delivery_free};
    transits_take_up(&service->deliveries, taken_up, attempt, service);
}

/* ---- a new one ---- */

static void keep(struct delivery *d)
{
    transit_keep(&d->transit,
                 json_pack("{s:s, s:s, s:s*, s:s, s:s, s:s, s:b, s:O, s:O}", "Arn", d->arn,
                           "Target", d->target, "Dead", d->dead, "To", d->to, "Type", d->type, "Id",
                           d->id, "Raw", d->raw, "Args", d->args, "Rest", d->rest));
}

void delivery_start(const struct receiver *r, const char *to, json_t *args, json_t *rest)
{
    const json_t *attributes = json_object_get(r->subscription, "Attributes");
    const char *redrive = slrun_text(attributes, "RedrivePolicy");
    bool pending = json_is_true(json_object_get(r->subscription, "Pending"));
    json_t *policy = redrive ? json_loads(redrive, 0, NULL) : NULL;
    struct delivery given = {.arn = copy(r->arn),
                             .target = copy(slrun_text(r->subscription, "Endpoint")),
                             .dead = copy(slrun_text(policy, "deadLetterTargetArn")),
                             .to = to,
                             .args = args,
                             .rest = rest,
                             .raw = envelope_is_raw(r),
                             .type = pending ? "SubscriptionConfirmation" : "Notification"};
    (void)snprintf(given.id, sizeof given.id, "%s", r->id);
    json_decref(policy);
    struct delivery *d = delivery_new((struct service *)(uintptr_t)r->service, &given);
    if (d) {
        keep(d);
        attempt(d);
    }
}
