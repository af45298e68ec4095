/* SPDX-License-Identifier: Apache-2.0 */
/* What arguments may hold beyond their types (API Reference of AWS Lambda). */
#include <stdint.h>
#include <string.h>

#include "local/name.h"
#include "local/service.h"

#define DIGITS  "0123456789"
#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" DIGITS

/* The characters of a text, and the expression that AWS shows. */
#define FUNCTION_NAME LETTERS "-_.:$", NAME_PATTERN
#define OLD_NAME(op)  {op, "FunctionName", 1, 140, LETTERS "-_:$", OLD_NAME_PATTERN},
#define QUALIFIER     LETTERS "-_$.", "\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+"
#define ALIAS         LETTERS "-_", "(?!^[0-9]+$)([a-zA-Z0-9-_]+)"
#define VERSION       "$LATEST" DIGITS, "(\\$LATEST|[0-9]+)"
#define STATEMENT     LETTERS "-_", "([a-zA-Z0-9-_]+)"
#define ACTION        LETTERS ":*", "(lambda:[*]|lambda:[a-zA-Z]+|[*])"
#define LAYER_NAME                                                                                 \
    LETTERS "-_:",                                                                                 \
        "(arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\\d{12}:layer:[a-zA-Z0-9-_]+)|[a-zA-Z0-9-_]+"

static const struct slrun_bound bounds[] = {
    OLD_NAME_OPERATIONS(OLD_NAME){NULL, "FunctionName", 1, 256, FUNCTION_NAME},
    {NULL, "Qualifier", 1, 128, QUALIFIER},
    {NULL, "Name", 1, 128, ALIAS},
    {"ListFunctions", "FunctionVersion", 0, INT64_MAX}, /* a word */
    {NULL, "FunctionVersion", 1, 1024, VERSION},
    {NULL, "Description", 0, 256},
    {NULL, "Timeout", 1, 900},
    {NULL, "MemorySize", 128, 10240},
    {NULL, "Handler", 0, 128},
    {NULL, "Architectures", 1, 1},
    {NULL, "AdditionalVersionWeights{}", 1, 1024, DIGITS, "[0-9]+"},
    {NULL, "LayerName", 1, 140, LAYER_NAME},
    {NULL, "StatementId", 1, 100, STATEMENT},
    {"AddLayerVersionPermission", "Action", 0, 22, "lambda:GetLayerVersion",
     "lambda:GetLayerVersion"},
    {NULL, "Action", 1, 100, ACTION},
    {NULL, "Principal", 1, 256},
    {NULL, "MaximumRetryAttempts", -1, 10000},
    {"PutFunctionEventInvokeConfig", "MaximumEventAgeInSeconds", 60, 21600},
    {"UpdateFunctionEventInvokeConfig", "MaximumEventAgeInSeconds", 60, 21600},
    {NULL, "ReservedConcurrentExecutions", 0, INT64_MAX},
    {NULL, "ProvisionedConcurrentExecutions", 1, INT64_MAX},
    {"ListFunctionEventInvokeConfigs", "MaxItems", 1, 50},
    {"ListFunctionUrlConfigs", "MaxItems", 1, 50},
    {"ListLayers", "MaxItems", 1, 50},
    {"ListLayerVersions", "MaxItems", 1, 50},
    {NULL, "MaxItems", 1, 10000},
    {NULL, "CompatibleRuntimes", 0, 15},
    {NULL, "CompatibleArchitectures", 0, 2},
    {NULL, "BatchSize", 1, 10000},
    {NULL, "MaximumBatchingWindowInSeconds", 0, 300},
    {NULL, "ParallelizationFactor", 1, 10},
    {NULL, "MaximumRecordAgeInSeconds", -1, 604800},
    {NULL, "TumblingWindowInSeconds", 0, 900},
    {NULL, "MaximumConcurrency", 2, 1000},
    {NULL},
};

bool check_args(struct call *call)
{
    struct slrun_error error;
    if (call->service->cloud->args_check(call->args, call->op, bounds, &error) == 0)
        return true;
    bool syntax = strcmp(error.code, "SerializationException") == 0;
    call_fail(call, syntax ? "SerializationException" : "ValidationException", "%s", error.message);
    return false;
}
