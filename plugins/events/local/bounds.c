/* SPDX-License-Identifier: Apache-2.0 */
/* What arguments may hold beyond their types, with AWS's words. */
#include "local/service.h"

#define NAME_CHARACTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_"

const struct slrun_bound events_bounds[] = {
    {"CreateEventBus", "Name", 1, 256, NULL, NULL},
    {"DeleteEventBus", "Name", 1, 256, NULL, NULL},
    {"DescribeEventBus", "Name", 1, 1600, NULL, NULL},
    {"UpdateEventBus", "Name", 1, 256, NULL, NULL},
    {NULL, "ArchiveName", 1, 48, NAME_CHARACTERS, "[\\.\\-_A-Za-z0-9]+"},
    {NULL, "ReplayName", 1, 64, NAME_CHARACTERS, "[\\.\\-_A-Za-z0-9]+"},
    {NULL, "EventSourceArn", 1, 1600, NULL, NULL},
    {NULL, "ConnectionArn", 1, 1600, NULL, NULL},
    {NULL, "InvocationEndpoint", 1, 2048, NULL, NULL},
    {NULL, "Name", 1, 64, NAME_CHARACTERS, "[\\.\\-_A-Za-z0-9]+"},
    {NULL, "Rule", 1, 64, NAME_CHARACTERS, "[\\.\\-_A-Za-z0-9]+"},
    {NULL, "Id", 1, 64, NAME_CHARACTERS, "[\\.\\-_A-Za-z0-9]+"},
    {NULL, "EventBusName", 1, 1600, NULL, NULL},
    {NULL, "EventPattern", 0, 4096, NULL, NULL},
    {NULL, "ScheduleExpression", 0, 256, NULL, NULL},
    {NULL, "Description", 0, 512, NULL, NULL},
    {NULL, "Entries", 1, 10, NULL, NULL},
    {NULL, "Targets", 1, 100, NULL, NULL},
    {NULL, "Ids", 1, 100, NULL, NULL},
    {NULL, "Arn", 1, 1600, NULL, NULL},
    {NULL, "Input", 0, 8192, NULL, NULL},
    {NULL, "InputPath", 0, 256, NULL, NULL},
    {NULL, "InputTemplate", 1, 8192, NULL, NULL},
    {NULL, "Limit", 1, 100, NULL, NULL},
    {NULL, "StatementId", 1, 64, NULL, NULL},
    {NULL, "MaximumRetryAttempts", 0, 185, NULL, NULL},
    {NULL, "MaximumEventAgeInSeconds", 60, 86400, NULL, NULL},
    {.member = NULL},
};
