/* SPDX-License-Identifier: Apache-2.0 */
/* The types of resources that stacks have of CloudWatch Logs (AWS CloudFormation, "Template
 * reference"). */
#ifndef SLRUN_LOGS_RESOURCE_H
#define SLRUN_LOGS_RESOURCE_H

#include <slrun/resource.h>

extern const struct slrun_resource_type logs_resources[]; /* ended by a NULL type */

/* ---- resource_filter.c ---- */

extern const struct slrun_param logs_subscription_properties[], logs_metric_properties[];
void logs_filter_put(void *service, struct slrun_resource *resource);
void logs_filter_remove(void *service, struct slrun_resource *resource);

#endif
