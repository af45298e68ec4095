/* SPDX-License-Identifier: Apache-2.0 */
/* What arguments may hold beyond their types, with AWS's words. */
#include "local/service.h"

const struct slrun_bound states_bounds[] = {
    {NULL, "name", 1, 80, NULL, NULL},
    {NULL, "mapRunArn", 1, 2000, NULL, NULL},
    {"UpdateMapRun", "maxConcurrency", 0, INT32_MAX, NULL, NULL},
    {"UpdateMapRun", "toleratedFailureCount", 0, INT64_MAX, NULL, NULL},
    {"UpdateMapRun", "toleratedFailurePercentage", 0, 100, NULL, NULL},
    {NULL, "definition", 1, 1048576, NULL, NULL},
    {NULL, "roleArn", 1, 256, NULL, NULL},
    {NULL, "stateMachineArn", 1, 256, NULL, NULL},
    {NULL, "executionArn", 1, 256, NULL, NULL},
    {NULL, "activityArn", 1, 256, NULL, NULL},
    {NULL, "resourceArn", 1, 256, NULL, NULL},
    {NULL, "taskToken", 1, 2048, NULL, NULL},
    {NULL, "workerName", 1, 80, NULL, NULL},
    {NULL, "input", 0, 262144, NULL, NULL},
    {NULL, "output", 0, 262144, NULL, NULL},
    {NULL, "error", 0, 256, NULL, NULL},
    {NULL, "cause", 0, 32768, NULL, NULL},
    {NULL, "description", 0, 256, NULL, NULL},
    {NULL, "versionDescription", 0, 256, NULL, NULL},
    {NULL, "routingConfiguration", 1, 2, NULL, NULL},
    {NULL, "weight", 0, 100, NULL, NULL},
    {"ListStateMachineVersions", "nextToken", 1, 1024, NULL, NULL},
    {"ListStateMachineAliases", "nextToken", 1, 1024, NULL, NULL},
    {"ListExecutions", "nextToken", 1, 3096, NULL, NULL},
    {NULL, "nextToken", 1, 1024, NULL, NULL},
    {"ValidateStateMachineDefinition", "maxResults", 0, 100, NULL, NULL},
    {NULL, "maxResults", 0, 1000, NULL, NULL},
    {.member = NULL},
};
