/* SPDX-License-Identifier: Apache-2.0 */
/* The entry of cloudformation.so: AWS CloudFormation, API version 2010-05-15. */
#include <slrun/slrun.h>

#include "client/ops.h"
#include "local/local.h"

extern const char cloudformation_prelude[]; /* prelude.lua, embedded by the build */

SLRUN_PLUGIN("cloudformation", "0.1.0", "AWS CloudFormation: stacks, change sets, exports.", NULL,
             NULL, &cloudformation_service, cloudformation_ops, CLOUDFORMATION_OPS,
             cloudformation_prelude, &cloudformation_local);
