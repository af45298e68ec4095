/* SPDX-License-Identifier: Apache-2.0 */
/* CloudWatch Logs as a local half: opening and closing, and the way of a request to its operation.
 */
#include "local/service.h"

#include <stdlib.h>
#include <string.h>

#include "client/ops.h"
#include "local/keep.h"
#include "local/local.h"
#include "local/look.h"
#include "local/resource.h"

enum { PAGE_SIZE = 50, RESULTS_SIZE = 10000 };

static const struct slrun_json_operation operations[] = {
    {"CreateLogGroup", op_create_log_group},
    {"DeleteLogGroup", op_delete_log_group},
    {"DescribeLogGroups", op_describe_log_groups},
    {"ListLogGroups", op_list_log_groups},
    {"CreateLogStream", op_create_log_stream},
    {"DeleteLogStream", op_delete_log_stream},
    {"DescribeLogStreams", op_describe_log_streams},
    {"PutLogEvents", op_put_log_events},
    {"GetLogEvents", op_get_log_events},
    {"FilterLogEvents", op_filter_log_events},
    {"PutRetentionPolicy", op_put_retention_policy},
    {"DeleteRetentionPolicy", op_delete_retention_policy},
    {"TagResource", op_tag_resource},
    {"UntagResource", op_untag_resource},
    {"ListTagsForResource", op_list_tags_for_resource},
    {"TestMetricFilter", op_test_metric_filter},
    {"PutSubscriptionFilter", op_put_subscription_filter},
    {"DeleteSubscriptionFilter", op_delete_subscription_filter},
    {"DescribeSubscriptionFilters", op_describe_subscription_filters},
    {"PutMetricFilter", op_put_metric_filter},
    {"DeleteMetricFilter", op_delete_metric_filter},
    {"DescribeMetricFilters", op_describe_metric_filters},
    {"PutResourcePolicy", op_put_resource_policy},
    {"DeleteResourcePolicy", op_delete_resource_policy},
    {"DescribeResourcePolicies", op_describe_resource_policies},
    {"PutDestination", op_put_destination},
    {"PutDestinationPolicy", op_put_destination_policy},
    {"DeleteDestination", op_delete_destination},
    {"DescribeDestinations", op_describe_destinations},
    {"TagLogGroup", op_tag_log_group},
    {"UntagLogGroup", op_untag_log_group},
    {"ListTagsLogGroup", op_list_tags_log_group},
    {"StartQuery", op_start_query},
    {"StopQuery", op_stop_query},
    {"GetQueryResults", op_get_query_results},
    {"DescribeQueries", op_describe_queries},
};

/* ---- what operations share ---- */

const char *call_string(const struct slrun_json_call *call, const char *name)
{
    return json_string_value(json_object_get(call->args, name));
}

int64_t call_integer(const struct slrun_json_call *call, const char *name, int64_t otherwise)
{
    const json_t *value = json_object_get(call->args, name);
    return value ? json_integer_value(value) : otherwise;
}

json_t *call_group_arn(const struct slrun_json_call *call, const char *name, const char *end)
{
    return json_sprintf("arn:aws:logs:%s:%s:log-group:%s%s", call->x->region, call->x->account,
                        name, end);
}

const char *call_group_name(const struct slrun_json_call *call, const char *identifier)
{
    if (strncmp(identifier, "arn:", 4) != 0)
        return identifier;
    json_t *start = call_group_arn(call, "", "");
    size_t n = json_string_length(start);
    bool here = n > 0 && strncmp(identifier, json_string_value(start), n) == 0;
    json_decref(start);
    return here ? identifier + n : NULL;
}

/* Results of queries come at once, unless less is asked for. */
static size_t page_size(const struct slrun_op *op)
{
    return strcmp(op->api, "GetQueryResults") == 0 ? RESULTS_SIZE : PAGE_SIZE;
}

json_t *call_page(struct slrun_json_call *call, json_t *list)
{
    json_t *page = call->cloud->page(call->op, call->args, list, page_size(call->op));
    return page ? page
                : call_fail(call, "InvalidParameterException",
                            "The specified nextToken is invalid.");
}

/* The id that a statement finds, or 0. */
static int64_t find(struct slrun_store *store, sqlite3_stmt *query)
{
    int64_t id = store->api->row(store, query) ? sqlite3_column_int64(query, 0) : 0;
    sqlite3_reset(query);
    return id;
}

int64_t call_group(struct slrun_json_call *call)
{
    const char *name = call_string(call, "logGroupName");
    const char *identifier = call_string(call, "logGroupIdentifier");
    if (name && identifier) {
        call_fail(call, "ValidationException",
                  "LogGroup name and LogGroup ARN are mutually exclusive parameters.");
        return 0;
    }
    if (!name && !identifier) {
        call_fail(call, "InvalidParameterException",
                  "Either LogGroup name or LogGroup ARN must be specified.");
        return 0;
    }
    if (!name)
        name = call_group_name(call, identifier);
    int64_t id = name ? find(store_of(call),
                             store_of(call)->api->bind(store_of(call), STORE_GROUP, "ttt",
                                                       call->x->account, call->x->region, name))
                      : 0;
    if (!id)
        call_fail(call, "ResourceNotFoundException", "The specified log group does not exist.");
    return id;
}

int64_t call_stream(struct slrun_json_call *call, int64_t group)
{
    int64_t id = group ? find(store_of(call),
                              store_of(call)->api->bind(store_of(call), STORE_STREAM, "it", group,
                                                        call_string(call, "logStreamName")))
                       : 0;
    if (!id)
        call_fail(call, "ResourceNotFoundException", "The specified log stream does not exist.");
    return id;
}

/* ---- retention ---- */

static void timer_fired(void *arg)
{
    struct service *service = arg;
    service->timer = NULL;
    service->store->api->begin(service->store);
    expire(service);
    (void)store_end(service->store, true);
}

void expire(struct service *service)
{
    const struct slrun_cloud *cloud = service->cloud;
    struct slrun_store *store = service->store;
    if (store->fresh)
        return;
    store->api->run(store, STORE_EXPIRE, "i", cloud->now_ms(cloud));
    sqlite3_stmt *next = store->api->bind(store, STORE_EXPIRES, "");
    if (service->timer)
        cloud->timer_stop(service->timer);
    service->timer = NULL;
    if (store->api->row(store, next) && sqlite3_column_type(next, 0) != SQLITE_NULL)
        service->timer =
            cloud->timer_start(cloud, sqlite3_column_int64(next, 0), timer_fired, service);
    sqlite3_reset(next);
}

/* ---- requests ---- */

static operation *find_operation(struct slrun_json_call *call)
{
    const char *name = strcmp(call->x->method, "POST") == 0 ? call->x->operation : NULL;
    for (size_t i = 0; name && i < LOGS_OPS; i++)
        if (strcmp(logs_ops[i].api, name) == 0)
            call->op = &logs_ops[i];
    for (size_t i = 0; call->op && i < sizeof operations / sizeof *operations; i++)
        if (strcmp(operations[i].api, name) == 0)
            return operations[i].run;
    call_fail(call, "UnknownOperationException", "%s", "");
    return NULL;
}

static json_t *run(struct slrun_json_call *call)
{
    operation *serves = find_operation(call);
    call->args = serves ? json_loadb(call->x->body, call->x->size, 0, NULL) : NULL;
    if (serves && !json_is_object(call->args))
        call_fail(call, "SerializationException", "The request is not a JSON object.");
    if (call->code || !check_args(call))
        return NULL;
    store_of(call)->api->begin(store_of(call));
    json_t *result = serves(call);
    if (!store_end(store_of(call), result != NULL) || (!result && !call->code)) {
        call->cloud->host->log(SLRUN_LOG_ERROR, "logs: the state could not be written");
        json_decref(result);
        call->code = NULL;
        return call_fail(call, "ServiceUnavailableException",
                         "The service cannot complete the request.");
    }
    return result;
}

static void refuse(const struct slrun_json_call *call)
{
    bool unavailable = strcmp(call->code, "ServiceUnavailableException") == 0;
    call->cloud->fault(call->cloud, call->x,
                       &(struct slrun_fault){.status = unavailable ? 500 : 400,
                                             .code = call->code,
                                             .message = call->message,
                                             .content_type = "application/x-amz-json-1.1"});
}

static void serve(void *state, struct slrun_exchange *x)
{
    struct service *service = state;
    struct slrun_json_call call = {.cloud = service->cloud, .service = service, .x = x};
    json_t *result = run(&call);
    if (result)
        call.cloud->json_reply(call.cloud, x, &logs_service, result);
    else
        refuse(&call);
    json_decref(result);
    json_decref(call.args);
}

/* ---- opening and closing ---- */

static void close_service(void *state)
{
    struct service *service = state;
    if (service->timer)
        service->cloud->timer_stop(service->timer);
    service->cloud->stores->close(service->store);
    kept_close(service);
    json_decref(service->queries);
    free(service);
}

static int open_service(const struct slrun_cloud *cloud, void **state, struct slrun_error *error)
{
    struct service *service = calloc(1, sizeof *service);
    if (!service) {
        error->kind = SLRUN_E_MEMORY;
        return -1;
    }
    service->cloud = cloud;
    service->store = store_open(cloud, error);
    service->queries = json_object();
    if (!service->store || !service->queries || !kept_open(service)) {
        close_service(service);
        return -1;
    }
    expire(service);
    *state = service;
    return 0;
}

static void reset(void *state)
{
    struct service *service = state;
    int failed = service->cloud->stores->clear(service->store);
    kept_clear(service);
    (void)json_object_clear(service->queries);
    expire(service);
    if (failed)
        service->cloud->host->log(SLRUN_LOG_ERROR, "logs: the state could not be written");
}

const struct slrun_local logs_local = {
    .open = open_service,
    .close = close_service,
    .serve = serve,
    .reset = reset,
    .resources = logs_resources,
    .looks = logs_looks,
};
