/* SPDX-License-Identifier: Apache-2.0 */
/* The entry of logs.so: Amazon CloudWatch Logs, API version 2014-03-28. */
#include <slrun/slrun.h>

#include "client/ops.h"
#include "local/local.h"

extern const char logs_prelude[]; /* prelude.lua, embedded by the build */

SLRUN_PLUGIN("logs", "0.1.0", "CloudWatch Logs: groups, streams, events, filters, listeners.", NULL,
             NULL, &logs_service, logs_ops, LOGS_OPS, logs_prelude, &logs_local);
