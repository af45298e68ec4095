/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. The operations. */
#include "client/ops.h"

#include "client/call.h"
#include "client/shapes.h"

const struct slrun_op xray_ops[XRAY_OPS] = {
    {.name = "batch_get_traces",
     .api = "BatchGetTraces",
     .doc = "Tells up to 5 traces by their ids: their segments.",
     .params = xray_batch_get_traces_params,
     .result = xray_batch_get_traces_result,
     .flags = SLRUN_OP_IDEMPOTENT,
     .paging = {"NextToken", "NextToken", "Traces", NULL},
     .rest = "POST /Traces",
     .build = xray_build,
     .parse = xray_parse},
    {.name = "get_trace_summaries",
     .api = "GetTraceSummaries",
     .doc = "Lists the traces of a time, by a filter expression.",
     .params = xray_get_trace_summaries_params,
     .result = xray_get_trace_summaries_result,
     .flags = SLRUN_OP_IDEMPOTENT,
     .paging = {"NextToken", "NextToken", "TraceSummaries", NULL},
     .rest = "POST /TraceSummaries",
     .build = xray_build,
     .parse = xray_parse},
};
