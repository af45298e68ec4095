/* SPDX-License-Identifier: Apache-2.0 */
#include "local/filter.h"

#include <string.h>

#include <slrun/member.h>

#include "local/destination.h"
#include "local/keep.h"
#include "local/pattern.h"

#define METRIC "metric"

enum {
    SUBSCRIPTIONS_MAX = 2, /* of a group; "CloudWatch Logs quotas" */
    METRICS_MAX = 100
};

/* GROUP|NAME, or what all of a group begin with. */
static json_t *name_of(const char *group, const char *filter)
{
    return json_sprintf("%s|%s", group, filter);
}

/* Those of a group: a new reference. */
static json_t *all_of(const struct slrun_json_call *call, const char *kind, const char *group)
{
    json_t *start = name_of(group, ""), *all = kept_all(call, kind, json_string_value(start));
    json_decref(start);
    return all;
}

void subscriptions_each(const struct slrun_json_call *call, const char *group,
                        void (*each)(void *arg, const json_t *filter), void *arg)
{
    json_t *all = all_of(call, SUBSCRIPTION, group), *filter;
    size_t i;
    json_array_foreach (all, i, filter)
        each(arg, filter);
    json_decref(all);
}

void filters_forget(struct slrun_json_call *call, const char *group)
{
    json_t *start = name_of(group, "");
    kept_forget(call, SUBSCRIPTION, json_string_value(start));
    kept_forget(call, METRIC, json_string_value(start));
    json_decref(start);
}

static int count_of(const struct slrun_json_call *call, const char *kind, const char *group)
{
    json_t *all = all_of(call, kind, group);
    int n = (int)json_array_size(all);
    json_decref(all);
    return n;
}

int metrics_of(const struct slrun_json_call *call, const char *group)
{
    return count_of(call, METRIC, group);
}

/* ---- putting ---- */

static bool pattern_ok(struct slrun_json_call *call)
{
    char error[PATTERN_ERROR_MAX];
    struct pattern *pattern = pattern_parse(call_string(call, "filterPattern"), error);
    if (!pattern)
        call_fail(call, "InvalidParameterException", "%s",
                  *error ? error : "Invalid filter pattern");
    pattern_free(pattern);
    return pattern != NULL;
}

/* A metric's default is a number with a point. */
static void set_default(json_t *doc)
{
    json_t *metric = json_array_get(json_object_get(doc, "metricTransformations"), 0);
    const json_t *value = json_object_get(metric, "defaultValue");
    if (json_is_integer(value))
        (void)json_object_set_new(metric, "defaultValue",
                                  json_real((double)json_integer_value(value)));
}

/* Puts a filter; `most` of its kind are in a group. */
static json_t *put(struct slrun_json_call *call, const char *kind, int most)
{
    const char *group = call_string(call, "logGroupName");
    json_t *name = name_of(group, call_string(call, "filterName"));
    const json_t *there = kept_get(call, kind, json_string_value(name));
    json_t *created = there ? json_incref(json_object_get(there, "creationTime"))
                            : json_integer((json_int_t)call_now(call));
    if (!there && count_of(call, kind, group) >= most)
        call_fail(call, "LimitExceededException", "Resource limit exceeded.");
    else {
        json_t *doc = json_deep_copy(call->args);
        (void)json_object_set(doc, "creationTime", created);
        if (!json_object_get(doc, "applyOnTransformedLogs"))
            (void)json_object_set_new(doc, "applyOnTransformedLogs", json_false());
        set_default(doc);
        (void)kept_set(call, kind, json_string_value(name), doc);
    }
    json_decref(created);
    json_decref(name);
    return call->code ? NULL : json_null();
}

/* AWS's words. */
static bool destination_ok(struct slrun_json_call *call)
{
    const char *arn = call_string(call, "destinationArn"), *role = call_string(call, "roleArn");
    bool function = strstr(arn, ":lambda:") != NULL;
    if (destination_is(arn))
        return destination_target(call, arn) != NULL;
    if (!subscription_reaches(arn))
        call_fail(call, "InvalidParameterException",
                  "slrun's local cloud delivers log events to functions and Kinesis streams, not "
                  "to %.300s",
                  arn);
    else if (function && role)
        call_fail(call, "InvalidParameterException",
                  "destinationArn for vendor lambda cannot be used with roleArn");
    else if (!function && !role)
        call_fail(call, "InvalidParameterException",
                  "destinationArn for vendor kinesis cannot be used without roleArn");
    return call->code == NULL;
}

json_t *op_put_subscription_filter(struct slrun_json_call *call)
{
    if (!call_group(call) || !pattern_ok(call) || !destination_ok(call))
        return NULL;
    if (!call_string(call, "distribution"))
        (void)json_object_set_new(call->args, "distribution", json_string("ByLogStream"));
    return put(call, SUBSCRIPTION, SUBSCRIPTIONS_MAX);
}

json_t *op_put_metric_filter(struct slrun_json_call *call)
{
    return call_group(call) && pattern_ok(call) ? put(call, METRIC, METRICS_MAX) : NULL;
}

/* ---- removing ---- */

static json_t *delete_one(struct slrun_json_call *call, const char *kind, const char *what)
{
    if (!call_group(call))
        return NULL;
    json_t *name = name_of(call_string(call, "logGroupName"), call_string(call, "filterName"));
    if (!kept_set(call, kind, json_string_value(name), NULL))
        call_fail(call, "ResourceNotFoundException", "The specified %s does not exist.", what);
    json_decref(name);
    return call->code ? NULL : json_null();
}

json_t *op_delete_subscription_filter(struct slrun_json_call *call)
{
    return delete_one(call, SUBSCRIPTION, "subscription filter");
}

json_t *op_delete_metric_filter(struct slrun_json_call *call)
{
    return delete_one(call, METRIC, "metric filter");
}

/* ---- telling ---- */

static bool has_metric(const struct slrun_json_call *call, const json_t *filter)
{
    const char *name = call_string(call, "metricName");
    const char *space = call_string(call, "metricNamespace");
    const json_t *metric = json_array_get(json_object_get(filter, "metricTransformations"), 0);
    const char *of = json_string_value(json_object_get(metric, "metricName"));
    const char *in = json_string_value(json_object_get(metric, "metricNamespace"));
    return (!name || (of && strcmp(name, of) == 0)) && (!space || (in && strcmp(space, in) == 0));
}

/* Those of a group, or of all; by name. */
static json_t *list_of(struct slrun_json_call *call, const char *kind, const char *group)
{
    const char *prefix = call_string(call, "filterNamePrefix");
    json_t *start = group ? name_of(group, "") : NULL;
    json_t *all = kept_list(call, kind, start ? json_string_value(start) : "", "filterName");
    json_t *list = json_array(), *filter;
    size_t i;
    json_array_foreach (all, i, filter)
        if (has_metric(call, filter) && (!prefix || strncmp(slrun_text_or(filter, "filterName", ""),
                                                            prefix, strlen(prefix)) == 0))
            (void)json_array_append(list, filter);
    json_decref(start);
    json_decref(all);
    return list;
}

static json_t *describe(struct slrun_json_call *call, const char *kind)
{
    const char *group = call_string(call, "logGroupName");
    if (group && !call_group(call))
        return NULL;
    return call_page(call, list_of(call, kind, group));
}

json_t *op_describe_subscription_filters(struct slrun_json_call *call)
{
    return describe(call, SUBSCRIPTION);
}

json_t *op_describe_metric_filters(struct slrun_json_call *call)
{
    return describe(call, METRIC);
}
