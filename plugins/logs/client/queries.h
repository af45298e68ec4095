/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SLRUN_LOGS_QUERIES_H
#define SLRUN_LOGS_QUERIES_H

#include <slrun/shape.h>

extern const struct slrun_param logs_start_query_params[], logs_start_query_result[],
    logs_query_params[], logs_get_query_results_params[], logs_stop_query_result[],
    logs_get_query_results_result[], logs_describe_queries_params[], logs_describe_queries_result[];

#endif
