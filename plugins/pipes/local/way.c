/* SPDX-License-Identifier: Apache-2.0 */
#include "local/way.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "inputs/rfc3339.h"
#include "local/text.h"

static const char *target_of(const struct batch *batch)
{
    return slrun_text(batch->pipe, "Target");
}

/* TargetParameters of a service. */
static const json_t *own(const struct batch *batch, const char *name)
{
    return json_object_get(json_object_get(batch->pipe, "TargetParameters"), name);
}

static bool fires(const struct batch *batch, const char *name)
{
    return strcmp(slrun_text_or(own(batch, name), "InvocationType", ""), "FIRE_AND_FORGET") == 0;
}

/* What an enrichment gets is called synchronously, whatever the target's parameters say. */
static const char *arn_of(const struct batch *batch)
{
    const char *enrichment = slrun_text(batch->pipe, "Enrichment");
    return enrichment && !batch->enriched ? enrichment : target_of(batch);
}

static bool enriching(const struct batch *batch)
{
    return arn_of(batch) != target_of(batch);
}

static json_t *unusable(struct batch *batch, const char *what)
{
    (void)snprintf(batch->problem, sizeof batch->problem, "%s", what);
    return NULL;
}

/* ---- AWS Lambda ---- */

static json_t *function_args(struct batch *batch, const char *text, const json_t *event)
{
    bool async = !enriching(batch) && fires(batch, "LambdaFunctionParameters");
    (void)event;
    return json_pack("{s:s, s:s, s:s}", "FunctionName", arn_of(batch), "InvocationType",
                     async ? "Event" : "RequestResponse", "Payload", text);
}

static bool function_answered(struct batch *batch, const json_t *result, json_t **answer)
{
    const char *error = slrun_text(result, "FunctionError");
    *answer = json_object_get(result, "Payload");
    if (error)
        (void)snprintf(batch->problem, sizeof batch->problem, "the function failed: %s: %s",
                       slrun_text_or(*answer, "errorType", error),
                       slrun_text_or(*answer, "errorMessage", ""));
    return !error;
}

/* ---- AWS Step Functions ---- */

static const char *machine_operation(const struct batch *batch)
{
    return !enriching(batch) && fires(batch, "StepFunctionStateMachineParameters")
               ? "start_execution"
               : NULL;
}

static json_t *machine_args(struct batch *batch, const char *text, const json_t *event)
{
    (void)event;
    return json_pack("{s:s, s:s}", "stateMachineArn", arn_of(batch), "input", text);
}

static bool machine_answered(struct batch *batch, const json_t *result, json_t **answer)
{
    const char *status = slrun_text_or(result, "status", "SUCCEEDED");
    const char *output = slrun_text(result, "output");
    *answer = output ? json_loads(output, JSON_DECODE_ANY, NULL) : NULL;
    if (*answer) { /* as long as the result */
        (void)json_object_set_new((json_t *)(uintptr_t)result, "output", *answer);
        *answer = json_object_get(result, "output");
    }
    if (strcmp(status, "SUCCEEDED") == 0)
        return true;
    (void)snprintf(batch->problem, sizeof batch->problem, "the execution is %s: %s: %s", status,
                   slrun_text_or(result, "error", ""), slrun_text_or(result, "cause", ""));
    return false;
}

/* ---- one by one ---- */

static json_t *queue_args(struct batch *batch, const char *text, const json_t *event)
{
    const json_t *given = own(batch, "SqsQueueParameters");
    return json_pack("{s:s, s:s, s:o*, s:o*}", "QueueUrl", slrun_arn_last(target_of(batch)),
                     "MessageBody", text, "MessageGroupId",
                     text_parameter(given, "MessageGroupId", event), "MessageDeduplicationId",
                     text_parameter(given, "MessageDeduplicationId", event));
}

static json_t *topic_args(struct batch *batch, const char *text, const json_t *event)
{
    (void)event;
    return json_pack("{s:s, s:s}", "TopicArn", target_of(batch), "Message", text);
}

static json_t *stream_args(struct batch *batch, const char *text, const json_t *event)
{
    const struct slrun_cloud *cloud = batch->service->cloud;
    json_t *key = text_parameter(own(batch, "KinesisStreamParameters"), "PartitionKey", event);
    if (!key)
        return unusable(batch, "the event has nothing where PartitionKey says");
    return json_pack("{s:s, s:o, s:o}", "StreamARN", target_of(batch), "Data",
                     cloud->host->blob_new(text, strlen(text)), "PartitionKey", key);
}

/* "Event from aws:sqs" of "Pipe NAME", unless the parameters say others. */
static json_t *bus_args(struct batch *batch, const char *text, const json_t *event)
{
    const json_t *given = own(batch, "EventBridgeEventBusParameters");
    const char *service = slrun_arn_behind(slrun_text(batch->pipe, "Source"), 2);
    json_t *type = text_parameter(given, "DetailType", event);
    json_t *source = text_parameter(given, "Source", event);
    json_t *time = text_parameter(given, "Time", event);
    json_t *resources = json_array(), *one;
    size_t i;
    json_array_foreach (json_object_get(given, "Resources"), i, one) {
        json_t *as_object = json_pack("{s:O}", "Resource", one);
        (void)json_array_append_new(resources, text_parameter(as_object, "Resource", event));
        json_decref(as_object);
    }
    if (!type)
        type = json_sprintf("Event from aws:%.*s", (int)strcspn(service, ":"), service);
    if (!source)
        source = json_sprintf("Pipe %s", slrun_text(batch->pipe, "Name"));
    const char *at = json_string_value(time);
    double seconds;
    json_t *entry =
        json_pack("{s:o, s:o, s:s, s:s, s:o}", "DetailType", type, "Source", source, "Detail", text,
                  "EventBusName", target_of(batch), "Resources", resources);
    if (at && rfc3339_seconds(at, &seconds))
        (void)json_object_set_new(entry, "Time", json_real(seconds));
    json_decref(time);
    return json_pack("{s:[o]}", "Entries", entry);
}

static bool bus_answered(struct batch *batch, const json_t *result, json_t **answer)
{
    const json_t *entry = json_array_get(json_object_get(result, "Entries"), 0);
    const char *code = slrun_text(entry, "ErrorCode");
    (void)answer;
    if (code)
        (void)snprintf(batch->problem, sizeof batch->problem, "%s: %s", code,
                       slrun_text_or(entry, "ErrorMessage", ""));
    return !code;
}

/* arn:aws:logs:REGION:ACCOUNT:log-group:NAME, perhaps with :* behind it */
static json_t *log_args(struct batch *batch, const char *text, const json_t *event)
{
    const struct slrun_cloud *cloud = batch->service->cloud;
    const json_t *given = own(batch, "CloudWatchLogsParameters");
    const char *group = slrun_arn_behind(target_of(batch), 6);
    json_t *stream = text_parameter(given, "LogStreamName", event);
    json_t *at = text_parameter(given, "Timestamp", event);
    int64_t ms = at ? strtoll(json_string_value(at), NULL, 10) : cloud->now_ms(cloud);
    json_decref(at);
    return json_pack("{s:o, s:o, s:[{s:I, s:s}]}", "logGroupName",
                     json_stringn(group, strcspn(group, ":")), "logStreamName",
                     stream ? stream : json_incref(json_object_get(batch->pipe, "Name")),
                     "logEvents", "timestamp", (json_int_t)ms, "message", text);
}

/* ---- API destinations ---- */

/* A list or map of parameters that are texts or paths. */
static void put_values(json_t *all, const json_t *event)
{
    const char *name;
    json_t *value;
    size_t i;
    json_array_foreach (all, i, value) {
        json_t *named = json_pack("{s:O}", "Value", value);
        (void)json_array_set_new(all, i, text_parameter(named, "Value", event));
        json_decref(named);
    }
    json_object_foreach (all, name, value)
        (void)json_object_set_new(all, name, text_parameter(all, name, event));
}

static json_t *destination_args(struct batch *batch, const char *text, const json_t *event)
{
    const json_t *parameters = json_object_get(
        batch->pipe, enriching(batch) ? "EnrichmentParameters" : "TargetParameters");
    json_t *args = json_deep_copy(json_object_get(parameters, "HttpParameters")), *all;
    const char *kind;
    args = args ? args : json_object();
    json_object_foreach (args, kind, all)
        put_values(all, event);
    (void)json_object_set_new(args, "Text", json_string(text));
    return args;
}

/* The body as JSON, or as a text. */
static bool destination_answered(struct batch *batch, const json_t *result, json_t **answer)
{
    (void)batch;
    *answer = json_object_get(result, "Body");
    return true;
}

/* ---- */

static const struct way ways[] = {
    {"lambda", "function:", true, true, "invoke", function_args, NULL, NULL, function_answered},
    {"states", "stateMachine:", true, true, "start_sync_execution", machine_args, NULL,
     machine_operation, machine_answered},
    {"sqs", "", false, false, "send_message", queue_args, NULL, NULL, NULL},
    {"sns", "", false, false, "publish", topic_args, NULL, NULL, NULL},
    {"kinesis", "stream/", false, false, "put_record", stream_args, NULL, NULL, NULL},
    {"events", "api-destination/", false, false, NULL, destination_args, NULL, NULL, NULL},
    {"events", "api-destination/", true, true, NULL, destination_args, NULL, NULL,
     destination_answered},
    {"events", "event-bus/", false, false, "put_events", bus_args, NULL, NULL, bus_answered},
    {"logs", "log-group:", false, false, "put_log_events", log_args, "create_log_stream", NULL,
     NULL},
};

const struct way *way_to(const char *arn, bool enriches)
{
    const char *service = slrun_arn_behind(arn, 2), *resource = slrun_arn_behind(arn, 5);
    for (size_t i = 0; service && resource && i < sizeof ways / sizeof *ways; i++) {
        size_t n = strlen(ways[i].service);
        if (strncmp(service, ways[i].service, n) == 0 && service[n] == ':' &&
            strncmp(resource, ways[i].resource, strlen(ways[i].resource)) == 0 &&
            (ways[i].enriches || !enriches))
            return &ways[i];
    }
    return NULL;
}
