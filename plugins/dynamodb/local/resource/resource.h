/* SPDX-License-Identifier: Apache-2.0 */
/* The types of resources that stacks have of DynamoDB (AWS CloudFormation, "Template reference").
 */
#ifndef SLRUN_DYNAMODB_RESOURCE_H
#define SLRUN_DYNAMODB_RESOURCE_H

#include <slrun/resource.h>

extern const struct slrun_resource_type dynamodb_resources[]; /* ended by a NULL type */
extern const struct slrun_param resource_table_properties[];
extern const struct slrun_param resource_global_properties[]; /* resource_shapes.c */

#endif
