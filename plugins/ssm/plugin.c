/* SPDX-License-Identifier: Apache-2.0 */
/* The entry of ssm.so: AWS Systems Manager, its Parameter Store, API version 2014-11-06. */
#include <slrun/slrun.h>

#include "client/ops.h"
#include "local/local.h"

extern const char ssm_prelude[]; /* prelude.lua, embedded by the build */

SLRUN_PLUGIN("ssm", "0.1.0", "AWS Systems Manager Parameter Store: parameters, versions, labels.",
             NULL, NULL, &ssm_service, ssm_ops, SSM_OPS, ssm_prelude, &ssm_local);
