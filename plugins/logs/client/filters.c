/* SPDX-License-Identifier: Apache-2.0 */
/* Parameters and results of the operations on subscription and metric filters. */
#include "client/filters.h"

#include <stddef.h>

#include <slrun/table.h>

/* clang-format off */
#define END                   {.name = NULL}

#define GROUP(flags_)   {"logGroupName", S_STRING, flags_, "Name of the log group."}
#define FILTER(flags_)  {"filterName", S_STRING, flags_, "Name of the filter."}
#define PATTERN(flags_) {"filterPattern", S_STRING, flags_, "What an event must match."}
#define PREFIX          {"filterNamePrefix", S_STRING, 0, "How the names begin."}
#define PAGE            {"nextToken", S_STRING, 0, "Where the page before ended."}, {"limit", S_INTEGER, 0, "Most items of a page, 1 to 50."}
#define NEXT            {"nextToken", S_STRING, 0, "Where the next page begins."}
#define TRANSFORMED     {"applyOnTransformedLogs", S_BOOLEAN, 0, "Accepted, and without effect on the local cloud."}, \
                        {"fieldSelectionCriteria", S_STRING, 0, "Accepted, and without effect on the local cloud."}
/* clang-format on */

static const struct slrun_shape string_shape = S_STRING;
static const char *const distributions[] = {"Random", "ByLogStream", NULL};

#define DESTINATION(flags_)                                                                        \
    {"destinationArn", S_STRING, flags_, "Function or stream that gets the events."},              \
        {"roleArn", S_STRING, 0, "Role by which a stream is reached."},                            \
        {"distribution", S_WORD(distributions), 0, "Which shard: ByLogStream unless told."},       \
    {                                                                                              \
        "emitSystemFields", S_LIST(string_shape), 0,                                               \
            "Accepted, and without effect on the local cloud."                                     \
    }

const struct slrun_param logs_put_subscription_filter_params[] = {
    GROUP(SLRUN_REQUIRED),
    FILTER(SLRUN_REQUIRED),
    PATTERN(SLRUN_REQUIRED),
    DESTINATION(SLRUN_REQUIRED),
    TRANSFORMED,
    END,
};
const struct slrun_param logs_filter_params[] = {GROUP(SLRUN_REQUIRED), FILTER(SLRUN_REQUIRED),
                                                 END};
const struct slrun_param logs_describe_subscription_filters_params[] = {GROUP(SLRUN_REQUIRED),
                                                                        PREFIX, PAGE, END};

static const struct slrun_param subscription_members[] = {
    FILTER(0),   GROUP(0),
    PATTERN(0),  DESTINATION(0),
    TRANSFORMED, {"creationTime", S_INTEGER, 0, "Milliseconds since 1970."},
    END,
};
static const struct slrun_shape subscription_shape = S_STRUCTURE(subscription_members);
const struct slrun_param logs_describe_subscription_filters_result[] = {
    {"subscriptionFilters", S_LIST(subscription_shape), 0, "The filters, by name."}, NEXT, END};

/* clang-format off */
static const char *const units[] = {
    "Seconds", "Microseconds", "Milliseconds", "Bytes", "Kilobytes", "Megabytes", "Gigabytes",
    "Terabytes", "Bits", "Kilobits", "Megabits", "Gigabits", "Terabits", "Percent", "Count",
    "Bytes/Second", "Kilobytes/Second", "Megabytes/Second", "Gigabytes/Second",
    "Terabytes/Second", "Bits/Second", "Kilobits/Second", "Megabits/Second", "Gigabits/Second",
    "Terabits/Second", "Count/Second", "None", NULL};
/* clang-format on */
static const struct slrun_param transformation_members[] = {
    {"metricName", S_STRING, SLRUN_REQUIRED, "Name of the metric."},
    {"metricNamespace", S_STRING, SLRUN_REQUIRED, "Its namespace."},
    {"metricValue", S_STRING, SLRUN_REQUIRED, "What an event counts: 1, $.size."},
    {"defaultValue", S_FLOAT, 0, "What counts where nothing matches."},
    {"dimensions", S_MAP(string_shape), 0, "Fields of the event as dimensions."},
    {"unit", S_WORD(units), 0, "Its unit."},
    END,
};
static const struct slrun_shape transformation_shape = S_STRUCTURE(transformation_members);

#define TRANSFORMATIONS(flags_)                                                                    \
    {                                                                                              \
        "metricTransformations", S_LIST(transformation_shape), flags_, "The metric, one."          \
    }

const struct slrun_param logs_put_metric_filter_params[] = {
    GROUP(SLRUN_REQUIRED),
    FILTER(SLRUN_REQUIRED),
    PATTERN(SLRUN_REQUIRED),
    TRANSFORMATIONS(SLRUN_REQUIRED),
    TRANSFORMED,
    {"emitSystemFieldDimensions", S_LIST(string_shape), 0, "Accepted, and without effect."},
    END,
};
const struct slrun_param logs_describe_metric_filters_params[] = {
    GROUP(0),
    PREFIX,
    PAGE,
    {"metricName", S_STRING, 0, "Only those of this metric; with its namespace."},
    {"metricNamespace", S_STRING, 0, "Namespace of the metric."},
    END,
};

static const struct slrun_param metric_members[] = {
    FILTER(0),
    GROUP(0),
    PATTERN(0),
    TRANSFORMATIONS(0),
    TRANSFORMED,
    {"emitSystemFieldDimensions", S_LIST(string_shape), 0, "As it was given."},
    {"creationTime", S_INTEGER, 0, "Milliseconds since 1970."},
    END,
};
static const struct slrun_shape metric_shape = S_STRUCTURE(metric_members);
const struct slrun_param logs_describe_metric_filters_result[] = {
    {"metricFilters", S_LIST(metric_shape), 0, "The filters, by name."}, NEXT, END};
