/* SPDX-License-Identifier: Apache-2.0 */
/* AWS::SNS::*: what templates name. */
#ifndef SLRUN_SNS_RESOURCE_H
#define SLRUN_SNS_RESOURCE_H

#include <slrun/resource.h>

extern const struct slrun_resource_type sns_resources[];

#endif
