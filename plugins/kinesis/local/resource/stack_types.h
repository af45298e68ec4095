/* SPDX-License-Identifier: Apache-2.0 */
/* The types of resources that stacks have of Kinesis (AWS CloudFormation, "Template reference"). */
#ifndef SLRUN_KINESIS_STACK_TYPES_H
#define SLRUN_KINESIS_STACK_TYPES_H

#include <slrun/resource.h>

extern const struct slrun_resource_type kinesis_resources[]; /* ended by a NULL type */

#endif
