/* SPDX-License-Identifier: Apache-2.0 */
/* The entry of pipes.so: Amazon EventBridge Pipes, API version 2015-10-07. */
#include <slrun/slrun.h>

#include "client/ops.h"
#include "local/local.h"

extern const char pipes_prelude[]; /* prelude.lua, embedded by the build */

SLRUN_PLUGIN("pipes", "0.1.0",
             "Amazon EventBridge Pipes: queues and streams to targets, filtered and enriched.",
             NULL, NULL, &pipes_service, pipes_ops, PIPES_OPS, pipes_prelude, &pipes_local);
