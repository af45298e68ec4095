/* SPDX-License-Identifier: Apache-2.0 */
/* Where results of asynchronous invocations go. */
#include "local/destination.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/time.h>

#include "local/bytes.h"
#include "local/outgoing.h"

/* ---- delivering ---- */

/* A text for a queue, a topic, a function or an event bus; `attributes` are message attributes,
 * taken over, or NULL. What fails is logged. */
struct delivery {
    struct service *service;
    const char *region, *account, *arn;
    const char *text;
    json_t *attributes;
    const char *detail_type, *source_arn; /* for event buses */
    struct slrun_iam_caller caller;       /* for whom */
};

struct delivering {
    struct service *service;
    char arn[ARN_SIZE];
};

static void delivered(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct delivering *d = arg;
    (void)result;
    if (error)
        d->service->host->log(SLRUN_LOG_WARNING, "lambda: nothing could be sent to %s: %s %s",
                              d->arn, error->code, error->message);
    free(d);
}

static void call(const struct delivery *d, const char *service, const char *operation, json_t *args)
{
    struct delivering *delivering = calloc(1, sizeof *delivering);
    if (!delivering) {
        json_decref(args);
        return;
    }
    delivering->service = d->service;
    (void)snprintf(delivering->arn, sizeof delivering->arn, "%s", d->arn);
    if (!outgoing_call(d->service,
                       &(struct outgoing_order){service, operation, args, d->region, d->account,
                                                delivered, free, delivering, &d->caller}))
        free(delivering);
}

static void to_queue(const struct delivery *d)
{
    call(d, "sqs", "send_message",
         json_pack("{s:s, s:s, s:O*}", "QueueUrl", strrchr(d->arn, ':') + 1, "MessageBody", d->text,
                   "MessageAttributes", d->attributes));
}

static void to_topic(const struct delivery *d)
{
    call(d, "sns", "publish",
         json_pack("{s:s, s:s, s:O*}", "TopicArn", d->arn, "Message", d->text, "MessageAttributes",
                   d->attributes));
}

static void to_function(const struct delivery *d)
{
    call(d, "lambda", "invoke",
         json_pack("{s:s, s:s, s:s}", "FunctionName", d->arn, "InvocationType", "Event", "Payload",
                   d->text));
}

static void to_bus(const struct delivery *d)
{
    call(d, "events", "put_events",
         json_pack("{s:[{s:s, s:s, s:s, s:s, s:[s, s]}]}", "Entries", "Source", "lambda",
                   "DetailType", d->detail_type ? d->detail_type : "", "Detail", d->text,
                   "EventBusName", d->arn, "Resources", d->arn,
                   d->source_arn ? d->source_arn : ""));
}

static void deliver(const struct delivery *d)
{
    static const struct {
        const char *service;
        void (*send)(const struct delivery *d);
    } services[] = {
        {":sqs:", to_queue}, {":sns:", to_topic}, {":lambda:", to_function}, {":events:", to_bus}};
    size_t i = 0, n = sizeof services / sizeof *services;
    while (i < n && !strstr(d->arn, services[i].service))
        i++;
    if (i < n)
        services[i].send(d);
    else
        d->service->host->log(SLRUN_LOG_WARNING, "lambda: %s is no destination of the local cloud",
                              d->arn);
    json_decref(d->attributes);
}

/* ---- records ---- */

static json_t *decoded(const char *text, size_t size)
{
    json_t *value = json_loadb(text, size, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
    return value ? value : json_stringn(text, size);
}

static char *record_of(const struct destined *d)
{
    const struct slrun_cloud *cloud = d->function->service->cloud;
    char arn[ARN_SIZE], now[SLRUN_TIME_SIZE];
    function_arn(d->function, *d->qualifier ? d->qualifier : LATEST, arn);
    slrun_time_text(cloud->now_ms(cloud), 1, now);
    json_t *record = json_pack(
        "{s:s, s:s, s:{s:s, s:s, s:s, s:i}, s:o}", "version", "1.0", "timestamp", now,
        "requestContext", "requestId", d->request_id, "functionArn", arn, "condition", d->condition,
        "approximateInvokeCount", (int)d->attempts, "requestPayload", decoded(d->payload, d->size));
    if (d->outcome) {
        (void)put(record, "responseContext",
                  json_pack("{s:i, s:s, s:s*}", "statusCode", 200, "executedVersion",
                            d->outcome->version, "functionError", d->outcome->error));
        (void)put(record, "responsePayload", decoded(d->outcome->payload, d->outcome->size));
    }
    char *text = record ? json_dumps(record, JSON_COMPACT) : NULL;
    json_decref(record);
    return text;
}

/* Lambda sends with the role of the function. */
static struct slrun_iam_caller caller_of(const struct destined *d, char arn[ARN_SIZE],
                                         const char *what)
{
    const json_t *config = function_config(d->function, d->qualifier);
    function_arn(d->function, NULL, arn);
    return (struct slrun_iam_caller){.service = LAMBDA_PRINCIPAL,
                                     .role = json_string_value(json_object_get(config, "Role")),
                                     .name = d->function->name,
                                     .source = arn,
                                     .what = what};
}

static void send_record(const struct destined *d, const char *arn, bool failed)
{
    char *text = record_of(d), own[ARN_SIZE], plain[ARN_SIZE];
    function_arn(d->function, *d->qualifier ? d->qualifier : LATEST, own);
    const struct delivery delivery = {.service = d->function->service,
                                      .region = d->function->region,
                                      .account = d->function->account,
                                      .arn = arn,
                                      .text = text,
                                      .detail_type =
                                          failed ? "Lambda Function Invocation Result - Failure"
                                                 : "Lambda Function Invocation Result - Success",
                                      .source_arn = own,
                                      .caller = caller_of(d, plain, "send to the destination of")};
    if (text)
        deliver(&delivery);
    free(text);
}

static json_t *attribute(const char *type, const char *value)
{
    return json_pack("{s:s, s:s}", "DataType", type, "StringValue", value);
}

/* The event itself; what went wrong stands in attributes. */
static void send_dead_letter(const struct destined *d, const char *arn)
{
    json_t *document =
        d->outcome ? json_loadb(d->outcome->payload, d->outcome->size, 0, NULL) : NULL;
    const char *message = json_string_value(json_object_get(document, "errorMessage"));
    char plain[ARN_SIZE];
    const struct delivery delivery = {
        .service = d->function->service,
        .region = d->function->region,
        .account = d->function->account,
        .arn = arn,
        .text = d->payload,
        .caller = caller_of(d, plain, "send to the dead-letter queue of"),
        .attributes =
            json_pack("{s:o, s:o, s:o}", "RequestID", attribute("String", d->request_id),
                      "ErrorCode", attribute("Number", d->outcome ? "200" : "429"), "ErrorMessage",
                      attribute("String", message && *message ? message : d->condition))};
    deliver(&delivery);
    json_decref(document);
}

void destination_send(const struct destined *d)
{
    bool failed = strcmp(d->condition, "Success") != 0;
    json_t *destinations = json_object_get(d->config, "DestinationConfig");
    const char *arn = json_string_value(json_object_get(
        json_object_get(destinations, failed ? "OnFailure" : "OnSuccess"), "Destination"));
    const json_t *config = function_config(d->function, d->qualifier);
    const char *dead = json_string_value(
        json_object_get(json_object_get(config, "DeadLetterConfig"), "TargetArn"));
    if (arn && *arn)
        send_record(d, arn, failed);
    if (failed && dead && *dead)
        send_dead_letter(d, dead);
}
