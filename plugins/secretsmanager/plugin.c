/* SPDX-License-Identifier: Apache-2.0 */
/* The entry of secretsmanager.so: AWS Secrets Manager, API version 2017-10-17. */
#include <slrun/slrun.h>

#include "client/ops.h"
#include "local/local.h"

extern const char secretsmanager_prelude[]; /* prelude.lua, embedded by the build */

SLRUN_PLUGIN("secretsmanager", "0.1.0", "AWS Secrets Manager: secrets, their versions and stages.",
             NULL, NULL, &secretsmanager_service, secretsmanager_ops, SECRETSMANAGER_OPS,
             secretsmanager_prelude, &secretsmanager_local);
