/* SPDX-License-Identifier: Apache-2.0 */
/* Resources made by operations, one after the other: slrun_cloud.resource_run (slrun/cloud.h). */
#ifndef SLRUN_LOCAL_STEPS_H
#define SLRUN_LOCAL_STEPS_H

#include <slrun/cloud.h>
#include <slrun/resource.h>

struct steps;

void steps_run(const struct slrun_cloud *cloud, struct slrun_resource *resource,
               const struct slrun_resource_run *run);

/* With what is not called yet; the one under way must have been ended. NULL is allowed. */
void steps_free(struct steps *steps);

#endif
