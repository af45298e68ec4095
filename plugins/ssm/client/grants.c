/* SPDX-License-Identifier: Apache-2.0 */
/* What IAM wants for the operations (Service Authorization Reference, "AWS Systems Manager"). */
#include "client/call.h"

#define PARAMETER "arn:p:ssm:r:a:parameter/"

const struct slrun_grant ssm_grants[] = {
    {"describe_parameters", NULL, NULL, NULL},
    {"put_parameter", NULL, PARAMETER "{Name}", NULL},
    {"put_parameter", "ssm:AddTagsToResource", PARAMETER "{Name}", "Tags"},
    {"get_parameters_by_path", NULL, PARAMETER "{Path}*", NULL},
    {"*", NULL, PARAMETER "{Names.*}", NULL},
    {"*", NULL, PARAMETER "{Name}", NULL},
    {"*", NULL, PARAMETER "{ResourceId}", NULL},
    {0},
};
