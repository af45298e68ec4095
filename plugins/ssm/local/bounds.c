/* SPDX-License-Identifier: Apache-2.0 */
/* What arguments may hold beyond their types, with AWS's words. */
#include "local/service.h"

const struct slrun_bound ssm_bounds[] = {
    {"AddTagsToResource", "Value", 0, 256, NULL, NULL},
    {"PutParameter", "Value", 0, 8192, NULL, NULL}, /* of tags; that of parameters is by its tier */
    {NULL, "Name", 1, 2048, NULL, NULL},
    {NULL, "Names", 1, 10, NULL, NULL},
    {NULL, "Path", 1, 2048, NULL, NULL},
    {NULL, "Description", 0, 1024, NULL, NULL},
    {NULL, "AllowedPattern", 0, 1024, NULL, NULL},
    {NULL, "KeyId", 1, 256, NULL, NULL},
    {NULL, "Policies", 1, 4096, NULL, NULL},
    {NULL, "DataType", 0, 128, NULL, NULL},
    {NULL, "Tags", 0, 1000, NULL, NULL},
    {NULL, "Key", 1, 132, NULL, NULL},
    {NULL, "Values", 1, 50, NULL, NULL},
    {NULL, "Option", 1, 10, NULL, NULL},
    {NULL, "Labels", 1, 10, NULL, NULL},
    {"DescribeParameters", "MaxResults", 1, 50, NULL, NULL},
    {"GetParameterHistory", "MaxResults", 1, 50, NULL, NULL},
    {"GetParametersByPath", "MaxResults", 1, 10, NULL, NULL},
    {.member = NULL},
};
