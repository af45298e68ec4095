/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SLRUN_LOGS_FILTERS_H
#define SLRUN_LOGS_FILTERS_H

#include <slrun/shape.h>

extern const struct slrun_param logs_put_subscription_filter_params[], logs_filter_params[],
    logs_describe_subscription_filters_params[], logs_describe_subscription_filters_result[],
    logs_put_metric_filter_params[], logs_describe_metric_filters_params[],
    logs_describe_metric_filters_result[];

#endif
