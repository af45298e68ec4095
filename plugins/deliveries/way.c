/* SPDX-License-Identifier: Apache-2.0 */
#include "deliveries/way.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/arn.h>
#include <slrun/member.h>

#include "inputs/path.h"

static json_t *function_args(const struct slrun_cloud *cloud, const struct delivery_order *order)
{
    (void)cloud;
    return json_pack("{s:s, s:s, s:s}", "FunctionName", slrun_text(order->target, "Arn"),
                     "InvocationType", "Event", "Payload", order->text);
}

static json_t *queue_args(const struct slrun_cloud *cloud, const struct delivery_order *order)
{
    (void)cloud;
    const char *arn = slrun_text(order->target, "Arn");
    json_t *group =
        json_object_get(json_object_get(order->target, "SqsParameters"), "MessageGroupId");
    json_t *args = json_pack("{s:s, s:s, s:O*}", "QueueUrl", slrun_arn_last(arn), "MessageBody",
                             order->text, "MessageGroupId", group);
    size_t n = strlen(arn);
    if (n > 5 && strcmp(arn + n - 5, ".fifo") == 0)
        (void)json_object_set(args, "MessageDeduplicationId", json_object_get(order->event, "id"));
    return args;
}

static json_t *topic_args(const struct slrun_cloud *cloud, const struct delivery_order *order)
{
    (void)cloud;
    return json_pack("{s:s, s:s}", "TopicArn", slrun_text(order->target, "Arn"), "Message",
                     order->text);
}

static json_t *stream_args(const struct slrun_cloud *cloud, const struct delivery_order *order)
{
    const json_t *given = json_object_get(order->target, "KinesisParameters");
    const char *path = slrun_text(given, "PartitionKeyPath"); /* of rules */
    json_t *found = path ? path_value(order->event, path) : NULL;
    const char *key = path ? json_string_value(found) : slrun_text(given, "PartitionKey");
    json_t *args = json_pack("{s:s, s:o, s:s}", "StreamARN", slrun_text(order->target, "Arn"),
                             "Data", cloud->host->blob_new(order->text, strlen(order->text)),
                             "PartitionKey", key && *key ? key : slrun_text(order->event, "id"));
    json_decref(found);
    return args;
}

/* arn:aws:logs:REGION:ACCOUNT:log-group:NAME, perhaps with :* behind it */
static json_t *log_args(const struct slrun_cloud *cloud, const struct delivery_order *order)
{
    const char *name =
        strstr(slrun_text(order->target, "Arn"), ":log-group:") + strlen(":log-group:");
    return json_pack("{s:o, s:s, s:[{s:I, s:s}]}", "logGroupName",
                     json_stringn(name, strcspn(name, ":")), "logStreamName",
                     slrun_text(order->event, "id"), "logEvents", "timestamp",
                     (json_int_t)cloud->now_ms(cloud), "message", order->text);
}

static json_t *machine_args(const struct slrun_cloud *cloud, const struct delivery_order *order)
{
    (void)cloud;
    return json_pack("{s:s, s:s}", "stateMachineArn", slrun_text(order->target, "Arn"), "input",
                     order->text);
}

/* Of Scheduler; rules hand events on from bus to bus as they are. */
static json_t *bus_args(const struct slrun_cloud *cloud, const struct delivery_order *order)
{
    const json_t *given = json_object_get(order->target, "EventBridgeParameters");
    (void)cloud;
    return json_pack("{s:[{s:s, s:s, s:s, s:s}]}", "Entries", "EventBusName",
                     slrun_text(order->target, "Arn"), "DetailType",
                     slrun_text_or(given, "DetailType", ""), "Source",
                     slrun_text_or(given, "Source", ""), "Detail", order->text);
}

/* A parameter that is a text or a path into the event. */
static json_t *parameter_value(const json_t *given, const json_t *event)
{
    const char *path = json_string_value(given);
    json_t *found = path && strncmp(path, "$.", 2) == 0 ? path_value(event, path) : NULL;
    char *text =
        found && !json_is_string(found) ? json_dumps(found, JSON_COMPACT | JSON_ENCODE_ANY) : NULL;
    if (!text)
        return found ? found : json_incref((json_t *)(uintptr_t)given);
    json_decref(found);
    found = json_string(text);
    free(text);
    return found;
}

/* HttpParameters, without paths. */
static json_t *destination_args(const struct slrun_cloud *cloud, const struct delivery_order *order)
{
    json_t *args = json_deep_copy(json_object_get(order->target, "HttpParameters"));
    json_t *values = json_object_get(args, "PathParameterValues"), *some, *value;
    const char *kind, *name;
    size_t i;
    (void)cloud;
    json_array_foreach (values, i, value)
        (void)json_array_set_new(values, i, parameter_value(value, order->event));
    json_object_foreach (args, kind, some)
        json_object_foreach (some, name, value)
            (void)json_object_set_new(some, name, parameter_value(value, order->event));
    return args ? args : json_object();
}

/* ---- universal targets ---- */

static json_t *sdk_args(const struct slrun_cloud *cloud, const struct delivery_order *order);

static const struct sdk {
    const char *name; /* in the ARN */
    bool lower;       /* AWS's members begin with a small letter there */
    struct way way;   /* its operation is what the ARN says */
} sdks[] = {
#define SDK_WAY(plugin)                                                                            \
    {                                                                                              \
        plugin, NULL, "", sdk_args                                                                 \
    }
    {"cloudwatchlogs", true, SDK_WAY("logs")},
    {"dynamodb", false, SDK_WAY("dynamodb")},
    {"eventbridge", false, SDK_WAY("events")},
    {"kinesis", false, SDK_WAY("kinesis")},
    {"lambda", false, SDK_WAY("lambda")},
    {"pipes", false, SDK_WAY("pipes")},
    {"s3", false, SDK_WAY("s3")},
    {"secretsmanager", false, SDK_WAY("secretsmanager")},
    {"sfn", true, SDK_WAY("states")},
    {"sns", false, SDK_WAY("sns")},
    {"sqs", false, SDK_WAY("sqs")},
    {"ssm", false, SDK_WAY("ssm")},
};

#define SDK "aws-sdk:"

/* "SERVICE:ACTION" of a universal target; NULL: it is none, or of a service that is not here. */
static const struct sdk *sdk_of(const char *arn, const char **action)
{
    const char *at = slrun_arn_behind(arn, 5);
    if (!at || strncmp(arn, "arn:aws:scheduler:::", 20) != 0 || strncmp(at, SDK, strlen(SDK)) != 0)
        return NULL;
    at += strlen(SDK);
    for (size_t i = 0; i < sizeof sdks / sizeof *sdks; i++) {
        size_t n = strlen(sdks[i].name);
        *action = at + n + 1;
        if (strncmp(at, sdks[i].name, n) == 0 && at[n] == ':' && **action)
            return &sdks[i];
    }
    return NULL;
}

/* Its input is the arguments. */
static json_t *sdk_args(const struct slrun_cloud *cloud, const struct delivery_order *order)
{
    const char *action, *name;
    const struct sdk *sdk = sdk_of(slrun_text(order->target, "Arn"), &action);
    json_t *given = json_loads(order->text, 0, NULL), *args = json_object(), *value;
    (void)cloud;
    json_object_foreach (given, name, value) {
        json_t *own = json_string(name);
        char *first = (char *)(uintptr_t)json_string_value(own);
        if (sdk->lower)
            *first = (char)tolower((unsigned char)*first);
        (void)json_object_set(args, json_string_value(own), value);
        json_decref(own);
    }
    json_decref(given);
    return args;
}

/* boto3's name of an action: "sendMessage", "send_message". */
static void snake(const char *action, char name[WAY_OPERATION_SIZE])
{
    size_t n = 0;
    for (size_t i = 0; action[i] && n < WAY_OPERATION_SIZE - 2; i++) {
        if (isupper((unsigned char)action[i]) && i > 0 && !isupper((unsigned char)action[i - 1]))
            name[n++] = '_';
        name[n++] = (char)tolower((unsigned char)action[i]);
    }
    name[n] = '\0';
}

static const struct way *sdk_way(const char *arn, char operation[WAY_OPERATION_SIZE])
{
    const char *action;
    const struct sdk *sdk = sdk_of(arn, &action);
    if (!sdk)
        return NULL;
    snake(action, operation);
    return &sdk->way;
}

/* ---- */

static const struct way ways[] = {
    {"lambda", NULL, "invoke", function_args},
    {"sqs", NULL, "send_message", queue_args},
    {"sns", NULL, "publish", topic_args},
    {"kinesis", NULL, "put_record", stream_args},
    {"logs", ":log-group:", "put_log_events", log_args},
    {"states", NULL, "start_execution", machine_args},
    {"events", ":event-bus/", "put_events", bus_args},
};

static const struct way api_destination = {NULL, NULL, "", destination_args};

const struct way *way_to(const char *arn, char operation[WAY_OPERATION_SIZE])
{
    const char *service = slrun_arn_behind(arn, 2);
    if (strncmp(arn, "arn:", 4) != 0 || !service)
        return NULL;
    *operation = '\0';
    if (destination_is(arn))
        return &api_destination;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        size_t n = strlen(ways[i].service);
        if (strncmp(service, ways[i].service, n) != 0 || service[n] != ':' ||
            (ways[i].resource && !strstr(arn, ways[i].resource)))
            continue;
        (void)snprintf(operation, WAY_OPERATION_SIZE, "%s", ways[i].operation);
        return &ways[i];
    }
    return sdk_way(arn, operation);
}
