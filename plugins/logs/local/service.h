/* SPDX-License-Identifier: Apache-2.0 */
/* The service's state, one call of an operation, and what operations share. */
#ifndef SLRUN_LOGS_SERVICE_H
#define SLRUN_LOGS_SERVICE_H

#include <slrun/local.h>
#include <slrun/op.h>

#include "local/store.h"

enum { DAY_MS = 86400000, PAGE_BYTES_MAX = 1048576, EVENT_EXTRA = 26 };

struct service {
    const struct slrun_cloud *cloud;
    struct slrun_store *store;
    struct slrun_timer *timer; /* until the next event expires */
    json_t *kept;              /* kept.h */
    json_t *queries;           /* by id: query.c */
};

/* An operation: a new reference, JSON's null for an empty body, or NULL after call_fail(). */
typedef json_t *operation(struct slrun_json_call *call);
operation op_create_log_group, op_delete_log_group, op_describe_log_groups, op_create_log_stream,
    op_delete_log_stream, op_describe_log_streams, op_put_log_events, op_get_log_events,
    op_filter_log_events, op_put_retention_policy, op_delete_retention_policy, op_tag_resource,
    op_untag_resource, op_list_tags_for_resource, op_test_metric_filter, op_put_subscription_filter,
    op_delete_subscription_filter, op_describe_subscription_filters, op_put_metric_filter,
    op_delete_metric_filter, op_describe_metric_filters, op_put_resource_policy,
    op_delete_resource_policy, op_describe_resource_policies, op_put_destination,
    op_put_destination_policy, op_delete_destination, op_describe_destinations, op_tag_log_group,
    op_untag_log_group, op_list_tags_log_group, op_start_query, op_stop_query, op_get_query_results,
    op_describe_queries, op_list_log_groups;

/* Fills the error, unless there is one; json_t's NULL. */
#define call_fail(call, ...) ((call)->cloud->json_fail(call, __VA_ARGS__))

/* Of the service that a call is for. */
static inline struct service *service_of(const struct slrun_json_call *call)
{
    return call->service;
}
static inline struct slrun_store *store_of(const struct slrun_json_call *call)
{
    return service_of(call)->store;
}
static inline int64_t call_now(const struct slrun_json_call *call)
{
    return call->cloud->now_ms(call->cloud);
}

/* An argument, or NULL, 0 and the like, or what stands in its place. */
const char *call_string(const struct slrun_json_call *call, const char *name);
int64_t call_integer(const struct slrun_json_call *call, const char *name, int64_t otherwise);

/* The id of the group that logGroupName or logGroupIdentifier names, of the stream in it that
 * logStreamName names; 0 after call_fail(). */
int64_t call_group(struct slrun_json_call *call);
int64_t call_stream(struct slrun_json_call *call, int64_t group);

/* The name in a log group's ARN or name; NULL: it is of another account, region or service. */
const char *call_group_name(const struct slrun_json_call *call, const char *identifier);
/* The ARN of a group. A new reference. */
json_t *call_group_arn(const struct slrun_json_call *call, const char *name, const char *end);

/* The page of `list` (taken over) that the call asks for, as its operation's result; NULL after
 * call_fail(). */
json_t *call_page(struct slrun_json_call *call, json_t *list);

/* Checks types (SerializationException) and constraints (InvalidParameterException) of the
 * arguments; removes those that are null. False after call_fail(). */
bool check_args(struct slrun_json_call *call);

/* Removes what is past its retention, and sees to it that this happens again in time. */
void expire(struct service *service);

#endif
