/* SPDX-License-Identifier: Apache-2.0 */
/* What arguments may hold beyond their types, with AWS's words. */
#include "local/service.h"

const struct slrun_bound secretsmanager_bounds[] = {
    {NULL, "Name", 1, 512, NULL, NULL},
    {NULL, "SecretId", 1, 2048, NULL, NULL},
    {NULL, "SecretIdList", 1, 20, NULL, NULL},
    {NULL, "ClientRequestToken", 32, 64, NULL, NULL},
    {NULL, "SecretString", 1, 65536, NULL, NULL},
    {NULL, "SecretBinary", 1, 87384, NULL, NULL}, /* base64 of 65536 bytes */
    {NULL, "Description", 0, 2048, NULL, NULL},
    {NULL, "KmsKeyId", 0, 2048, NULL, NULL},
    {NULL, "VersionId", 32, 64, NULL, NULL},
    {NULL, "MoveToVersionId", 32, 64, NULL, NULL},
    {NULL, "RemoveFromVersionId", 32, 64, NULL, NULL},
    {NULL, "VersionStage", 1, 256, NULL, NULL},
    {NULL, "VersionStages", 1, 20, NULL, NULL},
    {NULL, "AutomaticallyAfterDays", 1, 1000, NULL, NULL},
    {NULL, "RotationLambdaARN", 0, 2048, NULL, NULL},
    {NULL, "ScheduleExpression", 1, 256, NULL, NULL},
    {NULL, "PasswordLength", 1, PASSWORD_MAX, NULL, NULL},
    {NULL, "ExcludeCharacters", 0, 4096, NULL, NULL},
    {NULL, "ResourcePolicy", 1, 20480, NULL, NULL},
    {NULL, "Filters", 0, 10, NULL, NULL},
    {NULL, "Values", 1, 10, NULL, NULL},
    {NULL, "Tags", 0, 1000, NULL, NULL},
    {"TagResource", "Key", 1, 128, NULL, NULL},
    {"CreateSecret", "Key", 1, 128, NULL, NULL},
    {"BatchGetSecretValue", "MaxResults", 1, 20, NULL, NULL},
    {NULL, "MaxResults", 1, 100, NULL, NULL},
    {.member = NULL},
};
