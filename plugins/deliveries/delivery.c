/* SPDX-License-Identifier: Apache-2.0 */
/* Deliveries. */
#include "deliveries/delivery.h"

#include <stdlib.h>
#include <string.h>

#include <slrun/arn.h>
#include <slrun/iam.h>
#include <slrun/member.h>

#include "deliveries/way.h"

enum {
    ATTEMPTS = 185, /* more, unless the target says otherwise */
    AGE_S = 86400,
    FIRST_MS = 1000, /* doubles up to LONGEST_MS */
    DOUBLINGS = 9,
    LONGEST_MS = 480000
};

/* One event on its way to one target. */
struct delivery {
    struct transit transit;
    struct deliverer *by;
    struct destination *sending; /* to an API destination */
    json_t *from, *target;       /* as they were when it began: copies */
    const struct way *way;
    char operation[WAY_OPERATION_SIZE];
    json_t *args;
    char *text;
    int64_t came_ms;
    int64_t retries;
};

/* ---- trying ---- */

static void delivery_free(void *one)
{
    struct delivery *d = one;
    if (d->sending)
        destination_free(d->sending);
    json_decref(d->from);
    json_decref(d->target);
    json_decref(d->args);
    free(d->text);
    free(d);
}

static bool is_target(const struct delivery *d, const char *arn)
{
    return strcmp(slrun_text(d->target, "Arn"), arn) == 0;
}

/* Who delivers to an ARN. */
static struct slrun_iam_caller caller_to(const struct delivery *d, const char *arn)
{
    bool role = d->by->role_for_dead || is_target(d, arn);
    return (struct slrun_iam_caller){.service = d->by->principal,
                                     .role = role ? slrun_text(d->target, "RoleArn") : NULL,
                                     .source = slrun_text(d->from, "Arn")};
}

/* Calls where an ARN says. `args` is taken over. */
static bool call_at(struct delivery *d, const char *arn, struct slrun_cloud_call *order)
{
    const struct slrun_cloud *cloud = d->by->cloud;
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    const struct slrun_iam_caller caller = caller_to(d, arn);
    slrun_arn_place(arn, region, account);
    if (!*region) /* a universal target: where the schedule is */
        slrun_arn_place(caller.source, region, account);
    order->region = region;
    order->account = account;
    order->caller = d->by->service;
    order->arg = d;
    d->transit.calling = cloud->call(cloud, order);
    if (cloud->iam)
        cloud->iam->on_behalf(d->transit.calling, &caller);
    return d->transit.calling != NULL;
}

static void dead_letter_sent(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct delivery *d = arg;
    d->transit.calling = NULL;
    if (!result)
        d->by->cloud->host->log(SLRUN_LOG_WARNING, "%s: an event could not be sent to %s: %s: %s",
                                d->by->service,
                                slrun_text(json_object_get(d->target, "DeadLetterConfig"), "Arn"),
                                error->code, error->message);
    transit_over(&d->transit);
}

static void attribute(json_t *all, const char *name, const char *value)
{
    if (value && *value)
        (void)json_object_set_new(
            all, name, json_pack("{s:s, s:s}", "DataType", "String", "StringValue", value));
}

static json_t *dead_letter(const struct delivery *d, const struct slrun_error *error,
                           const char *exhausted)
{
    json_t *all = json_object(), *retries = json_sprintf("%lld", (long long)d->retries);
    attribute(all, d->by->origin, slrun_text(d->from, "Arn"));
    attribute(all, "TARGET_ARN", slrun_text(d->target, "Arn"));
    attribute(all, "ERROR_CODE",
              strstr(error->code, "AccessDenied") || strcmp(error->code, "AuthorizationError") == 0
                  ? "NO_PERMISSIONS"
                  : error->code);
    attribute(all, "ERROR_MESSAGE", error->message);
    attribute(all, "EXHAUSTED_RETRY_CONDITION", exhausted);
    attribute(all, "RETRY_ATTEMPTS", json_string_value(retries));
    json_decref(retries);
    return all;
}

static void give_up(struct delivery *d, const struct slrun_error *error, const char *exhausted)
{
    const char *dead = slrun_text(json_object_get(d->target, "DeadLetterConfig"), "Arn");
    if (!dead) {
        d->by->cloud->host->log(SLRUN_LOG_WARNING,
                                "%s: an event of %s could not be delivered to %s: %s: %s",
                                d->by->service, slrun_text(d->from, "Name"),
                                slrun_text(d->target, "Arn"), error->code, error->message);
        transit_over(&d->transit);
        return;
    }
    struct slrun_cloud_call order = {
        .service = "sqs",
        .operation = "send_message",
        .args = json_pack("{s:s, s:s, s:o}", "QueueUrl", slrun_arn_last(dead), "MessageBody",
                          d->text, "MessageAttributes", dead_letter(d, error, exhausted)),
        .done = dead_letter_sent};
    if (!call_at(d, dead, &order))
        transit_over(&d->transit);
}

/* What the target cannot mend by waiting is not tried again. */
static bool may_pass(const struct slrun_error *error)
{
    return transit_may_pass(error) ||
           strcmp(error->code, "ProvisionedThroughputExceededException") == 0;
}

static int64_t setting(const struct delivery *d, const char *name, int64_t otherwise)
{
    const json_t *value = json_object_get(json_object_get(d->target, "RetryPolicy"), name);
    return value ? json_integer_value(value) : otherwise;
}

static void attempt(void *arg);

static void failed(struct delivery *d, const struct slrun_error *error)
{
    const struct slrun_cloud *cloud = d->by->cloud;
    int64_t pause = FIRST_MS << (d->retries < DOUBLINGS ? d->retries : DOUBLINGS);
    int64_t wanted = json_integer_value(json_object_get(error->detail, "RetryAfter")) * 1000;
    pause = pause < LONGEST_MS ? pause : LONGEST_MS;
    int64_t due = cloud->now_ms(cloud) + (pause > wanted ? pause : wanted);
    if (!may_pass(error)) {
        give_up(d, error, NULL);
    } else if (d->retries >= setting(d, "MaximumRetryAttempts", ATTEMPTS)) {
        give_up(d, error, "MaximumRetryAttempts");
    } else if (due - d->came_ms > setting(d, "MaximumEventAgeInSeconds", AGE_S) * 1000) {
        give_up(d, error, "MaximumEventAgeInSeconds");
    } else {
        d->retries++;
        transit_wait(&d->transit, due, attempt);
    }
}

static void called(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct delivery *d = arg;
    (void)result;
    d->transit.calling = NULL;
    if (error)
        failed(d, error);
    else
        transit_over(&d->transit);
}

static void responded(void *arg, const struct slrun_response *response,
                      const struct slrun_error *error)
{
    struct delivery *d = arg;
    (void)response;
    d->sending = NULL;
    if (error)
        failed(d, error);
    else
        transit_over(&d->transit);
}

static bool send_out(struct delivery *d)
{
    const char *arn = slrun_text(d->target, "Arn");
    const struct slrun_iam_caller caller = caller_to(d, arn);
    d->sending =
        destination_send(&d->by->destinations, &(struct destination_order){.arn = arn,
                                                                           .caller = &caller,
                                                                           .parameters = d->args,
                                                                           .text = d->text,
                                                                           .done = responded,
                                                                           .arg = d});
    return d->sending != NULL;
}

static void attempt(void *arg)
{
    struct delivery *d = arg;
    struct slrun_cloud_call order = {.service = d->way->service,
                                     .operation = d->operation,
                                     .args = d->way->service ? json_incref(d->args) : NULL,
                                     .done = called};
    bool begun = d->way->service ? call_at(d, slrun_text(d->target, "Arn"), &order) : send_out(d);
    if (!begun)
        transit_over(&d->transit);
}

/* A log group gets a stream for the event first; whether that worked shows when it is used. */
static void stream_made(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct delivery *d = arg;
    (void)result, (void)error;
    d->transit.calling = NULL;
    attempt(d);
}

static void begin(void *arg)
{
    struct delivery *d = arg;
    json_t *group = json_object_get(d->args, "logGroupName");
    struct slrun_cloud_call order = {
        .service = "logs", .operation = "create_log_stream", .done = stream_made};
    if (!group) {
        attempt(d);
        return;
    }
    order.args = json_pack("{s:O, s:O}", "logGroupName", group, "logStreamName",
                           json_object_get(d->args, "logStreamName"));
    if (!call_at(d, slrun_text(d->target, "Arn"), &order))
        transit_over(&d->transit);
}

/* NULL: no memory, or no such target. */
static struct delivery *delivery_new(struct deliverer *by, const struct delivery_order *order)
{
    const char *arn = slrun_text_or(order->target, "Arn", "");
    char operation[WAY_OPERATION_SIZE];
    const struct way *way = order->text ? way_to(arn, operation) : NULL;
    struct delivery *d = way ? calloc(1, sizeof *d) : NULL;
    if (!d)
        return NULL;
    *d = (struct delivery){.by = by,
                           .from = json_deep_copy(order->from),
                           .target = json_deep_copy(order->target),
                           .way = way,
                           .text = strdup(order->text),
                           .came_ms = by->cloud->now_ms(by->cloud)};
    if (!d->text || !d->target || !d->from) {
        delivery_free(d);
        return NULL;
    }
    memcpy(d->operation, operation, sizeof operation);
    transit_begin(&by->transits, &d->transit);
    return d;
}

static void *taken_up(void *arg, const json_t *doc)
{
    struct delivery *d =
        delivery_new(arg, &(struct delivery_order){.from = json_object_get(doc, "Rule"),
                                                   .target = json_object_get(doc, "Target"),
                                                   .text = slrun_text(doc, "Text")});
    if (!d)
        return NULL;
    d->args = json_deep_copy(json_object_get(doc, "Args"));
    d->came_ms = json_integer_value(json_object_get(doc, "Came"));
    return d;
}

void deliverer_open(struct deliverer *by)
{
    by->transits.cloud = by->cloud;
    by->transits.free = delivery_free;
    by->destinations = (struct destinations){.cloud = by->cloud, .service = by->service};
    transits_take_up(&by->transits, taken_up, begin, by);
}

void deliverer_end(struct deliverer *by)
{
    transits_end(&by->transits);
    destinations_end(&by->destinations);
}

bool delivery_reaches(const char *arn)
{
    char operation[WAY_OPERATION_SIZE];
    return way_to(arn, operation) != NULL;
}

void deliver(struct deliverer *by, const struct delivery_order *order)
{
    struct delivery *d = delivery_new(by, order);
    if (!d)
        return;
    d->args = d->way->args(by->cloud, order);
    if (!d->args) {
        transit_over(&d->transit);
        return;
    }
    transit_keep(&d->transit,
                 json_pack("{s:O, s:O, s:O, s:s, s:I}", "Rule", d->from, "Target", d->target,
                           "Args", d->args, "Text", d->text, "Came", (json_int_t)d->came_ms));
    begin(d);
}
