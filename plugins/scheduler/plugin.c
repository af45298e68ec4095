/* SPDX-License-Identifier: Apache-2.0 */
/* The entry of scheduler.so: Amazon EventBridge Scheduler, API version 2021-06-30. */
#include <slrun/slrun.h>

#include "client/ops.h"
#include "local/local.h"

extern const char scheduler_prelude[]; /* prelude.lua, embedded by the build */

SLRUN_PLUGIN("scheduler", "0.1.0", "Amazon EventBridge Scheduler: schedules and their groups.",
             NULL, NULL, &scheduler_service, scheduler_ops, SCHEDULER_OPS, scheduler_prelude,
             &scheduler_local);
