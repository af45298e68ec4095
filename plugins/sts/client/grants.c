/* SPDX-License-Identifier: Apache-2.0 */
/* What IAM wants for the operations (Service Authorization Reference, "AWS Security Token
 * Service"). */
#include "client/ops.h"

const struct slrun_grant sts_grants[] = {
    {"get_caller_identity", "", NULL, NULL},
    {"get_session_token", "", NULL, NULL},
    {"assume_role_with_web_identity", "", NULL, NULL},
    {"get_access_key_info", NULL, NULL, NULL},
    {"assume_role", NULL, "{RoleArn}", NULL},
    {"assume_role", "sts:TagSession", "{RoleArn}", "Tags"},
    {"assume_role", "sts:SetSourceIdentity", "{RoleArn}", "SourceIdentity"},
    {"get_federation_token", NULL, "arn:p:sts::a:federated-user/{Name}", NULL},
    {"get_federation_token", "sts:TagSession", "arn:p:sts::a:federated-user/{Name}", "Tags"},
    {0},
};
