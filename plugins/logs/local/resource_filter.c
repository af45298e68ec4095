/* SPDX-License-Identifier: Apache-2.0 */
/* AWS::Logs::SubscriptionFilter and AWS::Logs::MetricFilter. */
#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/member.h>
#include <slrun/table.h>

#include "local/resource.h"
#include "local/service.h"

/* clang-format off */
#define COMMON \
    {"LogGroupName", S_STRING, SLRUN_REQUIRED, "Name of the log group."}, \
    {"FilterName", S_STRING, 0, "Name of the filter."}, \
    {"FilterPattern", S_STRING, SLRUN_REQUIRED, "What an event must match."}, \
    {"ApplyOnTransformedLogs", S_BOOLEAN, 0, "Accepted, and without effect here."}, \
    {"FieldSelectionCriteria", S_STRING, 0, "Accepted, and without effect here."}
/* clang-format on */

static const struct slrun_shape string_shape = S_STRING;
static const struct slrun_shape any_shape = S_DOCUMENT;

const struct slrun_param logs_subscription_properties[] = {
    COMMON,
    {"DestinationArn", S_STRING, SLRUN_REQUIRED, "Function or stream that gets the events."},
    {"RoleArn", S_STRING, 0, "Role by which a stream is reached."},
    {"Distribution", S_STRING, 0, "Random or ByLogStream."},
    {"EmitSystemFields", S_LIST(string_shape), 0, "Accepted, and without effect here."},
    {.name = NULL},
};

const struct slrun_param logs_metric_properties[] = {
    COMMON,
    {"MetricTransformations", S_LIST(any_shape), SLRUN_REQUIRED, "The metric; none is kept here."},
    {"EmitSystemFieldDimensions", S_LIST(string_shape), 0, "Accepted, and without effect here."},
    {.name = NULL},
};

/* Members with their first letters small, as operations have them. */
static json_t *with_small_letters(const json_t *members)
{
    json_t *all = json_object(), *value;
    const char *key;
    json_object_foreach ((json_t *)(uintptr_t)members, key, value) {
        json_t *name = json_sprintf("%c%s", tolower((unsigned char)*key), key + 1);
        (void)json_object_set(all, json_string_value(name), value);
        json_decref(name);
    }
    return all;
}

/* Dimensions are a list of Key and Value in templates, and a map in the operation; a number may be
 * a text there. */
static json_t *transformation(const json_t *member)
{
    json_t *one = with_small_letters(member), *dimensions = json_object(), *dimension;
    const json_t *given = json_object_get(one, "dimensions");
    const char *value = slrun_text(one, "defaultValue");
    size_t i;
    json_array_foreach (given, i, dimension)
        (void)json_object_set(dimensions, slrun_text(dimension, "Key"),
                              json_object_get(dimension, "Value"));
    if (given)
        (void)json_object_set(one, "dimensions", dimensions);
    if (value)
        (void)json_object_set_new(one, "defaultValue", json_real(strtod(value, NULL)));
    json_decref(dimensions);
    return one;
}

static const char *name_of(const struct slrun_resource *r)
{
    const char *own = slrun_text(r->properties, "FilterName");
    return r->physical_id ? r->physical_id : own ? own : r->suggested_name;
}

static json_t *args_of(const struct slrun_resource *r)
{
    json_t *args = with_small_letters(r->properties), *one;
    const json_t *given = json_object_get(args, "metricTransformations");
    json_t *transformations = json_array();
    size_t i;
    json_array_foreach (given, i, one)
        (void)json_array_append_new(transformations, transformation(one));
    if (given)
        (void)json_object_set(args, "metricTransformations", transformations);
    (void)json_object_set_new(args, "filterName", json_string(name_of(r)));
    json_decref(transformations);
    return args;
}

static bool is_metric(const struct slrun_resource *r)
{
    return strcmp(r->type->type, "AWS::Logs::MetricFilter") == 0;
}

static void made(void *state, struct slrun_resource *r, const json_t *results)
{
    const struct service *service = state;
    (void)results;
    service->cloud->resource_done(r, &(struct slrun_resource_result){.physical_id = name_of(r)});
}

void logs_filter_put(void *state, struct slrun_resource *r)
{
    const struct service *service = state;
    struct slrun_resource_call call = {.operation = is_metric(r) ? "put_metric_filter"
                                                                 : "put_subscription_filter",
                                       .args = args_of(r)};
    service->cloud->resource_run(service->cloud, r,
                                 &(struct slrun_resource_run){"logs", &call, 1, made});
}

void logs_filter_remove(void *state, struct slrun_resource *r)
{
    const struct service *service = state;
    struct slrun_resource_call call = {
        .operation = is_metric(r) ? "delete_metric_filter" : "delete_subscription_filter",
        .args = json_pack("{s:s*, s:s}", "logGroupName", slrun_text(r->properties, "LogGroupName"),
                          "filterName", r->physical_id),
        .ignored = "ResourceNotFoundException"};
    service->cloud->resource_run(service->cloud, r,
                                 &(struct slrun_resource_run){"logs", &call, 1, NULL});
}
