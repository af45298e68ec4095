/* SPDX-License-Identifier: Apache-2.0 */
/* The parameters of CreateEventSourceMapping and UpdateEventSourceMapping (API Reference). */
#include "local/mapping/settings.h"

#include <string.h>

#include "readers/engine.h"
#include "readers/filter.h"

enum {
    KIND_STREAM = KIND_KINESIS | KIND_DYNAMODB,
    KIND_ALL = KIND_STREAM | KIND_SQS,
    SQS_BATCH = 10,
    FIFO_BATCH_MAX = 10,
    AGE_MIN = 60
};

/* `def`: as JSON text, or NULL: left out. */
static const struct setting {
    const char *name;
    int kinds;
    const char *def;
} settings[] = {
    {"BatchSize", KIND_SQS, "10"},
    {"BatchSize", KIND_STREAM, "100"},
    {"MaximumBatchingWindowInSeconds", KIND_ALL, "0"},
    {"FunctionResponseTypes", KIND_ALL, "[]"},
    {"StartingPosition", KIND_STREAM, NULL},
    {"StartingPositionTimestamp", KIND_STREAM, NULL},
    {"ParallelizationFactor", KIND_STREAM, "1"},
    {"BisectBatchOnFunctionError", KIND_STREAM, "false"},
    {"MaximumRetryAttempts", KIND_STREAM, "-1"},
    {"MaximumRecordAgeInSeconds", KIND_STREAM, "-1"},
    {"TumblingWindowInSeconds", KIND_STREAM, "0"},
    {"DestinationConfig", KIND_STREAM, "{\"OnFailure\":{}}"},
    {"FilterCriteria", KIND_ALL, NULL},
    {"ScalingConfig", KIND_SQS, NULL},
    {"KMSKeyArn", KIND_ALL, NULL},
    {"MetricsConfig", KIND_ALL, NULL},
    {"LoggingConfig", KIND_ALL, NULL},
    {"ProvisionedPollerConfig", KIND_SQS, NULL},
};
enum { N_SETTINGS = sizeof settings / sizeof *settings };

static const char *const other_sources[] = {
    "Topics",
    "Queues",
    "SourceAccessConfigurations",
    "SelfManagedEventSource",
    "AmazonManagedKafkaEventSourceConfig",
    "SelfManagedKafkaEventSourceConfig",
    "DocumentDBEventSourceConfig",
};

enum source_kind settings_kind(const char *arn)
{
    const char *source = engine_source(arn);
    return !source                          ? KIND_NONE
           : strcmp(source, "sqs") == 0     ? KIND_SQS
           : strcmp(source, "kinesis") == 0 ? KIND_KINESIS
                                            : KIND_DYNAMODB;
}

static enum source_kind kind_of(const json_t *config)
{
    return settings_kind(json_string_value(json_object_get(config, "EventSourceArn")));
}

/* ---- taking over ---- */

static bool refused(struct call *call, const char *name, enum source_kind kind)
{
    if (kind == KIND_SQS && strncmp(name, "StartingPosition", strlen("StartingPosition")) == 0)
        call_fail(call, "InvalidParameterValueException", "%s is not valid for SQS event sources.",
                  name);
    else
        call_fail(call, "InvalidParameterValueException",
                  "Unsupported %s parameter for given event source mapping type.", name);
    return false;
}

static bool is_known(const char *name, enum source_kind kind)
{
    for (size_t i = 0; i < N_SETTINGS; i++)
        if (strcmp(settings[i].name, name) == 0 && settings[i].kinds & (int)kind)
            return true;
    return false;
}

bool settings_known(struct call *call, enum source_kind kind)
{
    for (size_t i = 0; i < N_SETTINGS; i++)
        if (call_get(call, settings[i].name) && !is_known(settings[i].name, kind))
            return refused(call, settings[i].name, kind);
    for (size_t i = 0; i < sizeof other_sources / sizeof *other_sources; i++)
        if (call_get(call, other_sources[i]))
            return refused(call, other_sources[i], kind);
    return true;
}

/* What is empty stands for nothing. */
static bool is_empty(const char *name, const json_t *value)
{
    return (strcmp(name, "FilterCriteria") == 0 &&
            json_array_size(json_object_get(value, "Filters")) == 0) ||
           (strcmp(name, "ScalingConfig") == 0 && json_object_size(value) == 0) ||
           (strcmp(name, "KMSKeyArn") == 0 && json_string_length(value) == 0);
}

static json_t *default_of(const struct setting *setting)
{
    return setting->def ? json_loads(setting->def, JSON_DECODE_ANY, NULL) : NULL;
}

static void apply(json_t *config, const struct setting *setting, const json_t *given, bool defaults)
{
    if (given && is_empty(setting->name, given))
        (void)json_object_del(config, setting->name);
    else if (given)
        (void)put(config, setting->name, json_deep_copy(given));
    else if (defaults)
        (void)put(config, setting->name, default_of(setting));
}

bool settings_apply(struct call *call, json_t *config, bool defaults)
{
    enum source_kind kind = kind_of(config);
    if (!settings_known(call, kind))
        return false;
    for (size_t i = 0; i < N_SETTINGS; i++)
        if (settings[i].kinds & (int)kind)
            apply(config, &settings[i], call_get(call, settings[i].name), defaults);
    json_t *destination = json_object_get(config, "DestinationConfig");
    if (destination && !json_object_get(destination, "OnFailure"))
        (void)put(destination, "OnFailure", json_object());
    return true;
}

/* ---- what may be said ---- */

static int64_t integer(const json_t *config, const char *name)
{
    return json_integer_value(json_object_get(config, name));
}

static json_t *invalid(struct call *call, const char *message)
{
    return call_fail(call, "InvalidParameterValueException", "%s", message);
}

static void check_queue(struct call *call, const json_t *config)
{
    const char *arn = json_string_value(json_object_get(config, "EventSourceArn"));
    size_t n = strlen(arn);
    bool fifo = n > 5 && strcmp(arn + n - 5, ".fifo") == 0;
    int64_t size = integer(config, "BatchSize");
    int64_t window = integer(config, "MaximumBatchingWindowInSeconds");
    if (fifo && window > 0)
        invalid(call, "Batching window is not supported for FIFO queues.");
    else if (fifo && size > FIFO_BATCH_MAX)
        invalid(call, "Maximum batch size for FIFO queues is 10.");
    else if (size > SQS_BATCH && window < 1)
        invalid(call, "Maximum batch window in seconds must be greater than 0 if maximum batch "
                      "size is greater than 10");
}

static void check_stream(struct call *call, const json_t *config)
{
    const char *arn = json_string_value(json_object_get(config, "EventSourceArn"));
    const char *position = json_string_value(json_object_get(config, "StartingPosition"));
    bool at = position && strcmp(position, "AT_TIMESTAMP") == 0;
    int64_t age = integer(config, "MaximumRecordAgeInSeconds");
    if (!position)
        invalid(call, "1 validation error detected: Value null at 'startingPosition' failed to "
                      "satisfy constraint: Member must not be null.");
    else if (at && kind_of(config) == KIND_DYNAMODB)
        call_fail(call, "InvalidParameterValueException",
                  "Unsupported starting position for arn type: %.400s", arn);
    else if (at && !json_object_get(config, "StartingPositionTimestamp"))
        invalid(call, "StartingPositionTimestamp is required when StartingPosition is "
                      "AT_TIMESTAMP.");
    else if (age != -1 && age < AGE_MIN)
        invalid(call, "MaximumRecordAgeInSeconds must be -1 or between 60 and 604800.");
}

bool settings_check(struct call *call, const json_t *config)
{
    const json_t *criteria = json_object_get(config, "FilterCriteria");
    if (kind_of(config) == KIND_SQS)
        check_queue(call, config);
    else
        check_stream(call, config);
    if (!call->fault.code && json_array_size(json_object_get(criteria, "Filters")) > FILTERS_MAX)
        invalid(call, "FilterCriteria has more than 5 filters.");
    if (!call->fault.code && !filter_check(call->service->cloud, criteria))
        invalid(call, "Invalid filter pattern definition.");
    return !call->fault.code;
}

bool settings_target(struct call *call, struct target *target)
{
    struct function_name name;
    if (!function_name_read(call, call_string(call, "FunctionName"), NULL, &name))
        return false;
    const struct function *f = function_find(call->service, name.account, name.region, name.name);
    const json_t *config = f ? function_config(f, name.qualifier) : NULL;
    if (!config) {
        call_fail(call, "InvalidParameterValueException", "Function does not exist");
        return false;
    }
    target->function = f;
    target->timeout = json_integer_value(json_object_get(config, "Timeout"));
    function_arn(f, name.qualifier, target->arn);
    return true;
}
