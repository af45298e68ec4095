/* SPDX-License-Identifier: Apache-2.0 */
/* What executions log (developer guide, "Using CloudWatch Logs to log execution history in Step
 * Functions"): the events of their history, in the log group of the state machine. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "local/run.h"

enum { LEVEL_OFF, LEVEL_FATAL, LEVEL_ERROR, LEVEL_ALL };

static const char *const levels[] = {"OFF", "FATAL", "ERROR", "ALL"};

/* The least level that has an event; "Log levels". All others are of ALL alone. */
static const struct {
    const char *type;
    int level;
} types[] = {
    {"ExecutionAborted", LEVEL_FATAL},
    {"ExecutionFailed", LEVEL_FATAL},
    {"ExecutionTimedOut", LEVEL_FATAL},
    {"FailStateEntered", LEVEL_ERROR},
    {"LambdaFunctionFailed", LEVEL_ERROR},
    {"LambdaFunctionScheduleFailed", LEVEL_ERROR},
    {"LambdaFunctionStartFailed", LEVEL_ERROR},
    {"LambdaFunctionTimedOut", LEVEL_ERROR},
    {"MapIterationAborted", LEVEL_ERROR},
    {"MapIterationFailed", LEVEL_ERROR},
    {"MapRunAborted", LEVEL_ERROR},
    {"MapRunFailed", LEVEL_ERROR},
    {"MapStateAborted", LEVEL_ERROR},
    {"MapStateFailed", LEVEL_ERROR},
    {"ParallelStateAborted", LEVEL_ERROR},
    {"ParallelStateFailed", LEVEL_ERROR},
    {"TaskFailed", LEVEL_ERROR},
    {"TaskStartFailed", LEVEL_ERROR},
    {"TaskStateAborted", LEVEL_ERROR},
    {"TaskSubmitFailed", LEVEL_ERROR},
    {"TaskTimedOut", LEVEL_ERROR},
    {"WaitStateAborted", LEVEL_ERROR},
};

static int level_of(const char *type)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i].type, type) == 0)
            return types[i].level;
    return LEVEL_ALL;
}

static int level_asked(const json_t *logging)
{
    const char *asked = slrun_text_or(logging, "level", "OFF");
    int level = LEVEL_ALL;
    while (level > LEVEL_OFF && strcmp(levels[level], asked) != 0)
        level--;
    return level;
}

static const char *group_of(const json_t *logging)
{
    const json_t *first = json_array_get(json_object_get(logging, "destinations"), 0);
    return slrun_text(json_object_get(first, "cloudWatchLogsLogGroup"), "logGroupArn");
}

/* "states/NAME/2024-01-31-10-05/0123abcd": of all executions of a machine, from its first line on.
 * Borrowed. */
static const char *stream_of(const struct execution *x)
{
    const struct slrun_cloud *cloud = x->service->cloud;
    const json_t *machine = json_object_get(x->doc, "machine");
    const char *arn = slrun_text_or(machine, "stateMachineArn", "");
    const char *have = slrun_text(x->service->log_streams, arn);
    char minute[32];
    struct tm tm = {0};
    time_t now = (time_t)(cloud->now_ms(cloud) / 1000);
    if (have)
        return have;
    gmtime_r(&now, &tm);
    (void)strftime(minute, sizeof minute, "%Y-%m-%d-%H-%M", &tm);
    (void)json_object_set_new(x->service->log_streams, arn,
                              json_sprintf("states/%s/%s/%08x", slrun_text(machine, "name"), minute,
                                           (unsigned)cloud->random(cloud)));
    return slrun_text(x->service->log_streams, arn);
}

/* What the event says, without what went in and came out unless that is asked for. */
static json_t *details_of(const json_t *event, bool with_data)
{
    static const char *const data[] = {"input",         "inputDetails", "output",
                                       "outputDetails", "parameters",   NULL};
    const char *name;
    json_t *value, *details = NULL;
    json_object_foreach ((json_t *)(uintptr_t)event, name, value)
        if (json_is_object(value))
            details = json_copy(value);
    for (const char *const *one = data; details && !with_data && *one; one++)
        (void)json_object_del(details, *one);
    return details ? details : json_object();
}

static json_t *line_of(const struct execution *x, const json_t *event, bool with_data)
{
    json_t *line = json_pack(
        "{s:o, s:O, s:o, s:o, s:o, s:O, s:o}", "id",
        json_sprintf("%lld", json_integer_value(json_object_get(event, "id"))), "type",
        json_object_get(event, "type"), "details", details_of(event, with_data),
        "previous_event_id",
        json_sprintf("%lld", json_integer_value(json_object_get(event, "previousEventId"))),
        "event_timestamp",
        json_sprintf("%lld", json_integer_value(json_object_get(event, "timestamp"))),
        "execution_arn", json_object_get(x->doc, "executionArn"), "redrive_count",
        json_sprintf("%lld", json_integer_value(json_object_get(x->doc, "redriveCount"))));
    return line;
}

void log_event(const struct execution *x, const json_t *event)
{
    const json_t *logging =
        json_object_get(json_object_get(x->doc, "machine"), "loggingConfiguration");
    const char *group = group_of(logging), *stream;
    if (x->test || !group || level_of(slrun_text(event, "type")) > level_asked(logging))
        return;
    json_t *line =
        line_of(x, event, json_is_true(json_object_get(logging, "includeExecutionData")));
    char *text = line ? asl_dump(line) : NULL;
    stream = stream_of(x);
    if (text && stream)
        log_write(&x->service->logs, &(struct log_line){group, stream, text});
    free(text);
    json_decref(line);
}

/* ---- configurations ---- */

bool call_logging(struct slrun_json_call *call)
{
    json_t *logging = json_object_get(call->args, "loggingConfiguration");
    size_t n = json_array_size(json_object_get(logging, "destinations"));
    if (n > 1 || (n == 0 && level_asked(logging) != LEVEL_OFF))
        return call_fail(
            call, "InvalidLoggingConfiguration",
            "Invalid Logging Configuration: Must specify exactly one Log Destination.");
    if (logging)
        (void)json_object_update_missing_new(
            logging, json_pack("{s:s, s:b}", "level", "OFF", "includeExecutionData", 0));
    return true;
}

bool log_is_on(const json_t *logging)
{
    return group_of(logging) && level_asked(logging) != LEVEL_OFF;
}

void log_try(struct service *service, const json_t *machine)
{
    const json_t *logging = json_object_get(machine, "loggingConfiguration");
    const char *group = group_of(logging);
    if (log_is_on(logging))
        log_write(
            &service->logs,
            &(struct log_line){
                group, "log_stream_created_by_aws_to_validate_log_delivery_subscriptions", NULL});
}
