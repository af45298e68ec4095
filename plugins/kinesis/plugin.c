/* SPDX-License-Identifier: Apache-2.0 */
/* The entry of kinesis.so: Amazon Kinesis Data Streams, API version 2013-12-02. */
#include <slrun/slrun.h>

#include "client/ops.h"
#include "local/local.h"

extern const char kinesis_prelude[]; /* prelude/, embedded by the build */

SLRUN_PLUGIN("kinesis", "0.1.0", "Amazon Kinesis Data Streams: streams, shards, records.", NULL,
             NULL, &kinesis_service, kinesis_ops, KINESIS_OPS, kinesis_prelude, &kinesis_local);
