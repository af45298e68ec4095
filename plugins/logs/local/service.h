/* SPDX-License-Identifier: Apache-2.0 */
/* The service's state, one call of an operation, and what operations share. */
#ifndef SLRUN_LOGS_SERVICE_H
#define SLRUN_LOGS_SERVICE_H

#include <slrun/local.h>
#include <slrun/op.h>

#include "local/store.h"

enum { FAULT_MESSAGE_MAX = 2048, DAY_MS = 86400000, PAGE_BYTES_MAX = 1048576, EVENT_EXTRA = 26 };

struct service {
    const struct slrun_cloud *cloud;
    struct slrun_store *store;
    struct slrun_timer *timer; /* until the next event expires */
};

/* One request. `args` has been checked against the operation's parameters. */
struct call {
    struct service *service;
    struct slrun_store *store;
    struct slrun_exchange *x;
    const struct slrun_op *op;
    json_t *args;
    int64_t now_ms;
    const char *code; /* of the error; NULL: there is none */
    char message[FAULT_MESSAGE_MAX];
};

/* An operation: a new reference, JSON's null for an empty body, or NULL after call_fail(). */
typedef json_t *operation(struct call *call);
operation op_create_log_group, op_delete_log_group, op_describe_log_groups, op_create_log_stream,
    op_delete_log_stream, op_describe_log_streams, op_put_log_events, op_get_log_events,
    op_filter_log_events, op_put_retention_policy, op_delete_retention_policy, op_tag_resource,
    op_untag_resource, op_list_tags_for_resource, op_test_metric_filter;

/* Fills the error, unless there is one. Returns NULL. */
json_t *call_fail(struct call *call, const char *code, const char *format, ...) SLRUN_PRINTF(3, 4);

/* An argument, or NULL, 0 and the like, or what stands in its place. */
const char *call_string(const struct call *call, const char *name);
int64_t call_integer(const struct call *call, const char *name, int64_t otherwise);

/* The id of the group that logGroupName or logGroupIdentifier names, of the stream in it that
 * logStreamName names; 0 after call_fail(). */
int64_t call_group(struct call *call);
int64_t call_stream(struct call *call, int64_t group);

/* The name in a log group's ARN or name; NULL: it is of another account, region or service. */
const char *call_group_name(const struct call *call, const char *identifier);
/* The ARN of a group. A new reference. */
json_t *call_group_arn(const struct call *call, const char *name, const char *end);

/* Checks types (SerializationException) and constraints (InvalidParameterException) of the
 * arguments; removes those that are null. False after call_fail(). */
bool check_args(struct call *call);

/* Removes what is past its retention, and sees to it that this happens again in time. */
void expire(struct service *service);

#endif
