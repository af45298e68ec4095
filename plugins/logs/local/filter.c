/* SPDX-License-Identifier: Apache-2.0 */
#include "local/filter.h"

#include <string.h>

#include "local/pattern.h"

#define METRIC "metric"
#define KEPT   "filter/"

enum {
    SUBSCRIPTIONS_MAX = 2, /* of a group; "CloudWatch Logs quotas" */
    METRICS_MAX = 100,
    PAGE_SIZE = 50
};

/* ---- keeping ---- */

static json_t *key_of(const struct slrun_json_call *call, const char *kind, const char *group,
                      const char *name)
{
    return json_sprintf("%s|%s|%s|%s|%s", kind, call->x->account, call->x->region, group, name);
}

static void keep(struct service *service, const char *key)
{
    const struct slrun_cloud *cloud = service->cloud;
    const json_t *doc = json_object_get(service->filters, key);
    json_t *path = cloud->data ? json_sprintf(KEPT "%s", key) : NULL;
    if (path && doc)
        (void)cloud->doc_put(cloud, "logs", json_string_value(path), doc);
    else if (path)
        (void)cloud->doc_remove(cloud, "logs", json_string_value(path));
    json_decref(path);
}

static int load(void *arg, const char *key, const json_t *doc)
{
    (void)json_object_set_new(arg, key + strlen(KEPT), json_deep_copy(doc));
    return 0;
}

bool filters_open(struct service *service)
{
    service->filters = json_object();
    if (service->filters && service->cloud->data)
        (void)service->cloud->doc_each(service->cloud, "logs", KEPT, load, service->filters);
    return service->filters != NULL;
}

void filters_close(struct service *service)
{
    json_decref(service->filters);
    service->filters = NULL;
}

void filters_clear(struct service *service)
{
    json_object_clear(service->filters);
}

/* ---- finding ---- */

/* Calls each() for those of a kind whose group and name begin so. */
static void filters_each(const struct slrun_json_call *call, const json_t *start,
                         void (*each)(void *arg, const json_t *filter), void *arg)
{
    const char *key;
    json_t *doc;
    json_object_foreach (service_of(call)->filters, key, doc)
        if (strncmp(key, json_string_value(start), json_string_length(start)) == 0)
            each(arg, doc);
}

void subscriptions_each(const struct slrun_json_call *call, const char *group,
                        void (*each)(void *arg, const json_t *filter), void *arg)
{
    json_t *start = key_of(call, SUBSCRIPTION, group, "");
    filters_each(call, start, each, arg);
    json_decref(start);
}

static void forget(struct slrun_json_call *call, const json_t *start)
{
    struct service *service = call->service;
    const char *key;
    json_t *doc;
    void *next;
    json_object_foreach_safe(service->filters, next, key, doc)
    {
        json_t *gone = json_string(key);
        if (strncmp(key, json_string_value(start), json_string_length(start)) == 0) {
            (void)json_object_del(service->filters, key);
            keep(service, json_string_value(gone));
        }
        json_decref(gone);
    }
}

void filters_forget(struct slrun_json_call *call, const char *group)
{
    static const char *const kinds[] = {SUBSCRIPTION, METRIC};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        json_t *start = key_of(call, kinds[i], group, "");
        forget(call, start);
        json_decref(start);
    }
}

static void count(void *arg, const json_t *filter)
{
    (void)filter;
    ++*(int *)arg;
}

int metrics_of(const struct slrun_json_call *call, const char *group)
{
    json_t *start = key_of(call, METRIC, group, "");
    int n = 0;
    filters_each(call, start, count, &n);
    json_decref(start);
    return n;
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

/* Puts a filter; `most` of its kind are in a group. */
static json_t *put(struct slrun_json_call *call, const char *kind, int most)
{
    const char *group = call_string(call, "logGroupName");
    json_t *all = key_of(call, kind, group, "");
    json_t *key = key_of(call, kind, group, call_string(call, "filterName"));
    const json_t *there = json_object_get(service_of(call)->filters, json_string_value(key));
    json_t *created = there ? json_incref(json_object_get(there, "creationTime"))
                            : json_integer((json_int_t)call_now(call));
    int n = 0;
    filters_each(call, all, count, &n);
    if (!there && n >= most)
        call_fail(call, "LimitExceededException", "Resource limit exceeded.");
    else {
        json_t *doc = json_deep_copy(call->args);
        (void)json_object_set(doc, "creationTime", created);
        (void)json_object_set_new(service_of(call)->filters, json_string_value(key), doc);
        keep(call->service, json_string_value(key));
    }
    json_decref(created);
    json_decref(key);
    json_decref(all);
    return call->code ? NULL : json_null();
}

/* AWS's words. */
static bool destination_ok(struct slrun_json_call *call)
{
    const char *arn = call_string(call, "destinationArn"), *role = call_string(call, "roleArn");
    bool function = strstr(arn, ":lambda:") != NULL;
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
    json_t *key =
        key_of(call, kind, call_string(call, "logGroupName"), call_string(call, "filterName"));
    if (json_object_del(service_of(call)->filters, json_string_value(key)) != 0)
        call_fail(call, "ResourceNotFoundException", "The specified %s does not exist.", what);
    else
        keep(call->service, json_string_value(key));
    json_decref(key);
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

struct listing {
    const struct slrun_json_call *call;
    json_t *list;
};

static bool has_metric(const struct slrun_json_call *call, const json_t *filter)
{
    const char *name = call_string(call, "metricName");
    const char *space = call_string(call, "metricNamespace");
    const json_t *metric = json_array_get(json_object_get(filter, "metricTransformations"), 0);
    const char *of = json_string_value(json_object_get(metric, "metricName"));
    const char *in = json_string_value(json_object_get(metric, "metricNamespace"));
    return (!name || (of && strcmp(name, of) == 0)) && (!space || (in && strcmp(space, in) == 0));
}

/* By the name. */
static void list_one(void *arg, const json_t *filter)
{
    struct listing *l = arg;
    const char *prefix = call_string(l->call, "filterNamePrefix");
    const char *name = json_string_value(json_object_get(filter, "filterName"));
    size_t i = 0, n = json_array_size(l->list);
    if ((prefix && strncmp(name, prefix, strlen(prefix)) != 0) || !has_metric(l->call, filter))
        return;
    while (i < n &&
           strcmp(json_string_value(json_object_get(json_array_get(l->list, i), "filterName")),
                  name) < 0)
        i++;
    (void)json_array_insert(l->list, i, (json_t *)(uintptr_t)filter);
}

static json_t *describe(struct slrun_json_call *call, const char *kind)
{
    const char *group = call_string(call, "logGroupName");
    if (group && !call_group(call))
        return NULL;
    json_t *start = group ? key_of(call, kind, group, "")
                          : json_sprintf("%s|%s|%s|", kind, call->x->account, call->x->region);
    struct listing listing = {call, json_array()};
    filters_each(call, start, list_one, &listing);
    json_decref(start);
    json_t *page = call->cloud->page(call->op, call->args, listing.list, PAGE_SIZE);
    return page ? page
                : call_fail(call, "InvalidParameterException",
                            "The specified nextToken is invalid.");
}

json_t *op_describe_subscription_filters(struct slrun_json_call *call)
{
    return describe(call, SUBSCRIPTION);
}

json_t *op_describe_metric_filters(struct slrun_json_call *call)
{
    return describe(call, METRIC);
}
