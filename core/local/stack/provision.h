/* SPDX-License-Identifier: Apache-2.0 */
/* Resources of stacks, between the service that orders them and those that have their types:
 * slrun_cloud.resource_type, resource_type_at, provision and resource_done (slrun/cloud.h). */
#ifndef SLRUN_LOCAL_PROVISION_H
#define SLRUN_LOCAL_PROVISION_H

#include "local/cloud.h"

const struct slrun_resource_type *provision_type(const struct slrun_cloud *cloud, const char *type);
const struct slrun_resource_type *provision_type_at(const struct slrun_cloud *cloud, size_t i);
struct slrun_resource *provision_start(const struct slrun_cloud *cloud,
                                       const struct slrun_resource_order *order);
void provision_done(struct slrun_resource *resource, const struct slrun_resource_result *result);

struct steps;
/* The operations that carry a resource out (steps.h); freed with its order. The one before them is
 * freed. */
void provision_keep(struct slrun_resource *resource, struct steps *steps);
void *provision_service(const struct slrun_resource *resource); /* of its type */

/* Forgets the orders that are not done. */
void provision_forget(struct cloud *cloud);

#endif
