/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#ifndef SLRUN_XRAY_SHAPES_H
#define SLRUN_XRAY_SHAPES_H

#include <slrun/shape.h>

extern const struct slrun_param xray_batch_get_traces_params[];
extern const struct slrun_param xray_batch_get_traces_result[];
extern const struct slrun_param xray_get_trace_summaries_params[];
extern const struct slrun_param xray_get_trace_summaries_result[];

#endif
