/* SPDX-License-Identifier: Apache-2.0 */
/* The entry of sqs.so: Amazon Simple Queue Service, API version 2012-11-05. */
#include <slrun/slrun.h>

#include "client/ops.h"
#include "local/local.h"

extern const char sqs_prelude[]; /* prelude.lua, embedded by the build */

SLRUN_PLUGIN("sqs", "0.1.0", "Amazon SQS: queues, messages, batches, listeners.", NULL, NULL,
             &sqs_service, sqs_ops, SQS_OPS, sqs_prelude, &sqs_local);
