/* SPDX-License-Identifier: Apache-2.0 */
/* Properties of AWS::SNS::*. */
#ifndef SLRUN_SNS_RESOURCE_SHAPES_H
#define SLRUN_SNS_RESOURCE_SHAPES_H

#include <slrun/shape.h>

extern const struct slrun_param sns_topic_properties[];
extern const struct slrun_param sns_subscription_properties[];
extern const struct slrun_param sns_policy_properties[];

#endif
