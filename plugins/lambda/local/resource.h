/* SPDX-License-Identifier: Apache-2.0 */
/* AWS::Lambda::* resources of stacks. */
#ifndef SLRUN_LAMBDA_RESOURCE_H
#define SLRUN_LAMBDA_RESOURCE_H

#include <slrun/resource.h>

extern const struct slrun_resource_type lambda_resources[];

#endif
