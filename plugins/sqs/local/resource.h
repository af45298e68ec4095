/* SPDX-License-Identifier: Apache-2.0 */
/* The types of resources that stacks have of Amazon SQS (AWS CloudFormation, "Template reference").
 */
#ifndef SLRUN_SQS_RESOURCE_H
#define SLRUN_SQS_RESOURCE_H

#include <slrun/resource.h>

extern const struct slrun_resource_type sqs_resources[]; /* ended by a NULL type */

#endif
