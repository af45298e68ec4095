/* SPDX-License-Identifier: Apache-2.0 */
/* The entry of events.so: Amazon EventBridge, API version 2015-10-07. */
#include <slrun/slrun.h>

#include "client/ops.h"
#include "local/local.h"

extern const char events_prelude[]; /* prelude.lua, embedded by the build */

SLRUN_PLUGIN("events", "0.1.0", "Amazon EventBridge: event buses, rules, schedules, targets.", NULL,
             NULL, &events_service, events_ops, EVENTS_OPS, events_prelude, &events_local);
