/* SPDX-License-Identifier: Apache-2.0 */
/* What IAM wants for the operations (Service Authorization Reference, "AWS Secrets Manager"). */
#include "client/call.h"

/* An ARN of a secret ends with a hyphen and six letters of AWS's choice behind the name. */
#define NAMED(name) "arn:p:secretsmanager:r:a:secret:{" name "}-??????"

const struct slrun_grant secretsmanager_grants[] = {
    {"list_secrets", NULL, NULL, NULL},
    {"get_random_password", NULL, NULL, NULL},
    {"create_secret", NULL, NAMED("Name"), NULL},
    {"create_secret", "secretsmanager:TagResource", NAMED("Name"), "Tags"},
    {"batch_get_secret_value", NULL, NULL, NULL},
    {"batch_get_secret_value", "secretsmanager:GetSecretValue", NAMED("SecretIdList.*"),
     "SecretIdList"},
    {"batch_get_secret_value", "secretsmanager:GetSecretValue", NULL, "Filters"},
    {"batch_get_secret_value", "secretsmanager:ListSecrets", NULL, "Filters"},
    {"*", NULL, "{SecretId}", "SecretId=arn:*"},
    {"*", NULL, NAMED("SecretId"), "SecretId"},
    {0},
};
