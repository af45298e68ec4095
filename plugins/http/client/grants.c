/* SPDX-License-Identifier: Apache-2.0 */
/* What IAM wants for the operations (Service Authorization Reference, "Amazon API Gateway
 * Management"). */
#include "client/ops.h"

const struct slrun_grant http_grants[] = {
    {"*", "", NULL, "!sign"},
    {"*", "execute-api:Invoke", "arn:p:execute-api:r:a:*", "sign"},
    {0},
};
