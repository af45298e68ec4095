/* SPDX-License-Identifier: Apache-2.0 */
/* AWS::Scheduler::*: what templates name. */
#ifndef SLRUN_SCHEDULER_RESOURCE_H
#define SLRUN_SCHEDULER_RESOURCE_H

#include <slrun/resource.h>

extern const struct slrun_resource_type scheduler_resources[];

#endif
