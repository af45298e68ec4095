/* SPDX-License-Identifier: Apache-2.0 */
/* Deliveries. */
#include "local/delivery.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "inputs/path.h"
#include "local/input.h"

enum {
    ATTEMPTS = 185, /* more, unless the target says otherwise */
    AGE_S = 86400,
    FIRST_MS = 1000, /* doubles up to LONGEST_MS */
    DOUBLINGS = 9,
    LONGEST_MS = 480000
};

static const struct slrun_doc_kind kept = {"events", "delivery/"};

/* One event on its way to one target. */
struct delivery {
    struct delivery *next;
    struct service *service;
    json_t *rule, *target; /* as they were when it began: copies */
    const struct way *way;
    json_t *args;
    char *text;
    int64_t came_ms;
    int64_t retries;
    char key[SLRUN_DOC_KEY_MAX]; /* of its document */
    struct slrun_timer *timer;
    struct slrun_calling *calling;
};

/* ---- ways ---- */

static json_t *function_args(const struct delivery *d, const json_t *event)
{
    (void)event;
    return json_pack("{s:s, s:s, s:s}", "FunctionName", slrun_text(d->target, "Arn"),
                     "InvocationType", "Event", "Payload", d->text);
}

static json_t *queue_args(const struct delivery *d, const json_t *event)
{
    const char *arn = slrun_text(d->target, "Arn");
    json_t *group = json_object_get(json_object_get(d->target, "SqsParameters"), "MessageGroupId");
    json_t *args = json_pack("{s:s, s:s, s:O*}", "QueueUrl", slrun_arn_last(arn), "MessageBody",
                             d->text, "MessageGroupId", group);
    size_t n = strlen(arn);
    if (n > 5 && strcmp(arn + n - 5, ".fifo") == 0)
        (void)json_object_set(args, "MessageDeduplicationId", json_object_get(event, "id"));
    return args;
}

static json_t *topic_args(const struct delivery *d, const json_t *event)
{
    (void)event;
    return json_pack("{s:s, s:s}", "TopicArn", slrun_text(d->target, "Arn"), "Message", d->text);
}

static json_t *stream_args(const struct delivery *d, const json_t *event)
{
    const char *path =
        slrun_text(json_object_get(d->target, "KinesisParameters"), "PartitionKeyPath");
    json_t *found = path ? path_value(event, path) : NULL;
    const char *key = json_string_value(found);
    json_t *args = json_pack("{s:s, s:o, s:s}", "StreamARN", slrun_text(d->target, "Arn"), "Data",
                             d->service->cloud->host->blob_new(d->text, strlen(d->text)),
                             "PartitionKey", key && *key ? key : slrun_text(event, "id"));
    json_decref(found);
    return args;
}

/* arn:aws:logs:REGION:ACCOUNT:log-group:NAME, perhaps with :* behind it */
static json_t *log_args(const struct delivery *d, const json_t *event)
{
    const struct slrun_cloud *cloud = d->service->cloud;
    const char *name = strstr(slrun_text(d->target, "Arn"), ":log-group:") + strlen(":log-group:");
    return json_pack("{s:o, s:s, s:[{s:I, s:s}]}", "logGroupName",
                     json_stringn(name, strcspn(name, ":")), "logStreamName",
                     slrun_text(event, "id"), "logEvents", "timestamp",
                     (json_int_t)cloud->now_ms(cloud), "message", d->text);
}

static json_t *machine_args(const struct delivery *d, const json_t *event)
{
    (void)event;
    return json_pack("{s:s, s:s}", "stateMachineArn", slrun_text(d->target, "Arn"), "input",
                     d->text);
}

static const struct way {
    const char *service;   /* in the ARN */
    const char *operation; /* NULL: another bus; "": nothing can be called */
    json_t *(*args)(const struct delivery *d, const json_t *event);
} ways[] = {
    {"lambda", "invoke", function_args},
    {"sqs", "send_message", queue_args},
    {"sns", "publish", topic_args},
    {"kinesis", "put_record", stream_args},
    {"logs", "put_log_events", log_args},
    {"states", "start_execution", machine_args},
    {"events", NULL, NULL},
};

/* Not into the world: what is meant for an API destination is told, and is a dead letter. */
static const struct way nowhere = {"events", "", topic_args};

static const struct way *way_to(const char *arn)
{
    if (strncmp(arn, "arn:", 4) == 0 && strstr(arn, ":api-destination/"))
        return &nowhere;
    const char *service = strncmp(arn, "arn:", 4) == 0 ? strchr(arn + 4, ':') : NULL;
    for (size_t i = 0; service && i < sizeof ways / sizeof *ways; i++) {
        size_t n = strlen(ways[i].service);
        if (strncmp(service + 1, ways[i].service, n) == 0 && service[1 + n] == ':')
            return &ways[i];
    }
    return NULL;
}

bool delivery_reaches(const char *arn)
{
    const struct way *way = way_to(arn);
    return way && (strcmp(way->service, "logs") != 0 || strstr(arn, ":log-group:")) &&
           (way->operation || strstr(arn, ":event-bus/"));
}

/* ---- trying ---- */

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
    json_decref(d->rule);
    json_decref(d->target);
    json_decref(d->args);
    free(d->text);
    free(d);
}

/* It has come to its end, and not the local cloud. */
static void delivery_over(struct delivery *d)
{
    const struct slrun_cloud *cloud = d->service->cloud;
    if (*d->key)
        (void)cloud->doc_remove(cloud, kept.service, d->key);
    delivery_free(d);
}

void delivery_end_all(struct service *service)
{
    while (service->deliveries)
        delivery_free(service->deliveries);
}

typedef void on_done(void *arg, const json_t *result, const struct slrun_error *error);

static bool is_target(const struct delivery *d, const char *arn)
{
    return strcmp(slrun_text(d->target, "Arn"), arn) == 0;
}

/* Calls where an ARN says. `args` is taken over. */
static bool call_at(struct delivery *d, const char *arn, struct slrun_cloud_call *order)
{
    const struct slrun_cloud *cloud = d->service->cloud;
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    const char *source = slrun_text(d->rule, "Arn");
    bool schedule = source && strstr(source, ":scheduler:");
    const struct slrun_iam_caller caller = {
        .service = schedule ? "scheduler.amazonaws.com" : "events.amazonaws.com",
        .role = schedule || is_target(d, arn) ? slrun_text(d->target, "RoleArn") : NULL,
        .source = source};
    slrun_arn_place(arn, region, account);
    order->region = region;
    order->account = account;
    order->caller = "events";
    order->arg = d;
    d->calling = cloud->call(cloud, order);
    if (cloud->iam)
        cloud->iam->on_behalf(d->calling, &caller);
    return d->calling != NULL;
}

static void dead_letter_sent(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct delivery *d = arg;
    d->calling = NULL;
    if (!result)
        d->service->cloud->host->log(
            SLRUN_LOG_WARNING, "events: an event could not be sent to %s: %s: %s",
            slrun_text(json_object_get(d->target, "DeadLetterConfig"), "Arn"), error->code,
            error->message);
    delivery_over(d);
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
    attribute(all, "RULE_ARN", slrun_text(d->rule, "Arn"));
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
        d->service->cloud->host->log(
            SLRUN_LOG_WARNING, "events: an event of %s could not be delivered to %s: %s: %s",
            slrun_text(d->rule, "Name"), slrun_text(d->target, "Arn"), error->code, error->message);
        delivery_over(d);
        return;
    }
    struct slrun_cloud_call order = {
        .service = "sqs",
        .operation = "send_message",
        .args = json_pack("{s:s, s:s, s:o}", "QueueUrl", slrun_arn_last(dead), "MessageBody",
                          d->text, "MessageAttributes", dead_letter(d, error, exhausted)),
        .done = dead_letter_sent};
    if (!call_at(d, dead, &order))
        delivery_over(d);
}

/* What the target cannot mend by waiting is not tried again. */
static bool may_pass(const struct slrun_error *error)
{
    return error->kind == SLRUN_E_SERVICE &&
           (error->status >= 500 || error->status == 429 || strstr(error->code, "Throttl") ||
            strcmp(error->code, "ProvisionedThroughputExceededException") == 0);
}

static int64_t setting(const struct delivery *d, const char *name, int64_t otherwise)
{
    const json_t *value = json_object_get(json_object_get(d->target, "RetryPolicy"), name);
    return value ? json_integer_value(value) : otherwise;
}

static void failed(struct delivery *d, const struct slrun_error *error)
{
    const struct slrun_cloud *cloud = d->service->cloud;
    int64_t pause = FIRST_MS << (d->retries < DOUBLINGS ? d->retries : DOUBLINGS);
    int64_t due = cloud->now_ms(cloud) + (pause < LONGEST_MS ? pause : LONGEST_MS);
    if (!may_pass(error)) {
        give_up(d, error, NULL);
    } else if (d->retries >= setting(d, "MaximumRetryAttempts", ATTEMPTS)) {
        give_up(d, error, "MaximumRetryAttempts");
    } else if (due - d->came_ms > setting(d, "MaximumEventAgeInSeconds", AGE_S) * 1000) {
        give_up(d, error, "MaximumEventAgeInSeconds");
    } else {
        d->retries++;
        d->timer = cloud->timer_start(cloud, due, attempt, d);
        if (d->timer)
            cloud->pending(cloud, 1);
        else
            delivery_over(d);
    }
}

static void called(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct delivery *d = arg;
    (void)result;
    d->calling = NULL;
    if (error)
        failed(d, error);
    else
        delivery_over(d);
}

static void attempt(void *arg)
{
    struct delivery *d = arg;
    const struct slrun_cloud *cloud = d->service->cloud;
    struct slrun_cloud_call order = {.service = d->way->service,
                                     .operation = d->way->operation,
                                     .args = json_incref(d->args),
                                     .done = called};
    if (d->timer)
        cloud->pending(cloud, -1);
    d->timer = NULL;
    if (!call_at(d, slrun_text(d->target, "Arn"), &order))
        delivery_over(d);
}

/* A log group gets a stream for the event first; whether that worked shows when it is used. */
static void stream_made(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct delivery *d = arg;
    (void)result, (void)error;
    d->calling = NULL;
    attempt(d);
}

static void begin(struct delivery *d)
{
    json_t *group = json_object_get(d->args, "logGroupName");
    struct slrun_cloud_call order = {
        .service = "logs", .operation = "create_log_stream", .done = stream_made};
    if (!*d->way->operation) {
        struct slrun_error error = {.kind = SLRUN_E_SERVICE,
                                    .code = "SDK_CLIENT_ERROR",
                                    .message = "the local cloud sends nothing to API destinations"};
        give_up(d, &error, NULL);
        return;
    }
    if (!group) {
        attempt(d);
        return;
    }
    order.args = json_pack("{s:O, s:O}", "logGroupName", group, "logStreamName",
                           json_object_get(d->args, "logStreamName"));
    if (!call_at(d, slrun_text(d->target, "Arn"), &order))
        delivery_over(d);
}

static void keep(struct delivery *d)
{
    json_t *doc = json_pack("{s:O, s:O, s:O, s:s, s:I}", "Rule", d->rule, "Target", d->target,
                            "Args", d->args, "Text", d->text, "Came", (json_int_t)d->came_ms);
    d->service->cloud->doc_add(d->service->cloud, &kept, doc, d->key);
    json_decref(doc);
}

static void take_up(void *arg)
{
    struct delivery *d = arg;
    d->service->cloud->pending(d->service->cloud, -1);
    d->timer = NULL;
    begin(d);
}

/* What was kept begins anew: an event comes at least once. */
static int taken_up(void *arg, const char *key, const json_t *doc)
{
    struct service *service = arg;
    const struct slrun_cloud *cloud = service->cloud;
    const char *arn = slrun_text(json_object_get(doc, "Target"), "Arn"),
               *text = slrun_text(doc, "Text");
    const struct way *way = arn && text ? way_to(arn) : NULL;
    struct delivery *d = way && way->operation ? calloc(1, sizeof *d) : NULL;
    if (!d)
        return 0;
    *d = (struct delivery){.next = service->deliveries,
                           .service = service,
                           .rule = json_deep_copy(json_object_get(doc, "Rule")),
                           .target = json_deep_copy(json_object_get(doc, "Target")),
                           .way = way,
                           .args = json_deep_copy(json_object_get(doc, "Args")),
                           .text = strdup(text),
                           .came_ms = json_integer_value(json_object_get(doc, "Came"))};
    service->deliveries = d;
    (void)snprintf(d->key, sizeof d->key, "%s", key);
    if (d->args && d->text)
        d->timer = cloud->timer_start(cloud, cloud->now_ms(cloud), take_up, d);
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
        (void)cloud->doc_each(cloud, kept.service, kept.prefix, taken_up, service);
}

void deliver(struct service *service, const json_t *rule, const json_t *target, const json_t *event)
{
    const char *arn = slrun_text(target, "Arn");
    const struct way *way = way_to(arn);
    if (way && !way->operation) { /* the event goes on as it is */
        bus_dispatch(service, arn, event);
        return;
    }
    struct delivery *d = way ? calloc(1, sizeof *d) : NULL;
    if (!d)
        return;
    *d = (struct delivery){.next = service->deliveries,
                           .service = service,
                           .rule = json_deep_copy(rule),
                           .target = json_deep_copy(target),
                           .way = way,
                           .text = input_text(service, rule, target, event),
                           .came_ms = service->cloud->now_ms(service->cloud)};
    service->deliveries = d;
    d->args = d->text ? way->args(d, event) : NULL;
    if (d->args) {
        keep(d);
        begin(d);
    } else {
        delivery_free(d);
    }
}
