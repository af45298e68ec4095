/* SPDX-License-Identifier: Apache-2.0 */
/* The entry of states.so: AWS Step Functions, API version 2016-11-23. */
#include <slrun/slrun.h>

#include "client/ops.h"
#include "local/local.h"

extern const char states_prelude[]; /* prelude/, embedded by the build */

SLRUN_PLUGIN("states", "0.1.0", "AWS Step Functions: state machines, executions, their histories.",
             NULL, NULL, &states_service, states_ops, STATES_OPS, states_prelude, &states_local);
