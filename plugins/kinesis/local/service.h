/* SPDX-License-Identifier: Apache-2.0 */
/* The service's state, one call of an operation, and what an operation is. */
#ifndef SLRUN_KINESIS_SERVICE_H
#define SLRUN_KINESIS_SERVICE_H

#include <slrun/local.h>
#include <slrun/sorted.h>

#include "fault.h"
#include "params/param.h"
#include "stream/change.h"
#include "stream/stream.h"

struct service {
    const struct slrun_cloud *cloud;
    struct slrun_store *store;   /* NULL: nothing is kept */
    struct slrun_sorted streams; /* of struct stream, by account, region and name */
    json_t *commitments;         /* of accounts; see account_settings.c */
    int64_t next_ms;             /* when a stream changes next */
    struct slrun_timer *timer;   /* for that, or NULL */
    int64_t timer_ms;
    struct subscription *subscriptions; /* subscription.h */
};

/* The stream at that place, below service->streams.n. */
static inline struct stream *service_stream(const struct service *service, size_t i)
{
    return service->streams.all[i];
}

/* One request. `args` has been checked against the operation's parameters. An operation returns its
 * answer (a new reference; JSON's null: an empty body), or NULL with `fault` filled or `answered`
 * set. */
struct call {
    struct service *service;
    struct slrun_exchange *exchange;
    const struct operation *operation;
    json_t *args;
    int64_t now;
    struct fault fault;
    bool answered; /* by the operation itself: an open answer */
};

struct operation {
    const char *name;
    const struct param *params;
    json_t *(*run)(struct call *call);
};

/* The operation of that name, or NULL (operations.c). */
const struct operation *operation_find(const char *name);

/* The operations, each in the file of its subject. */
json_t *op_add_tags_to_stream(struct call *call);
json_t *op_create_stream(struct call *call);
json_t *op_decrease_stream_retention_period(struct call *call);
json_t *op_delete_resource_policy(struct call *call);
json_t *op_delete_stream(struct call *call);
json_t *op_deregister_stream_consumer(struct call *call);
json_t *op_describe_account_settings(struct call *call);
json_t *op_describe_limits(struct call *call);
json_t *op_describe_stream(struct call *call);
json_t *op_describe_stream_consumer(struct call *call);
json_t *op_describe_stream_summary(struct call *call);
json_t *op_disable_enhanced_monitoring(struct call *call);
json_t *op_enable_enhanced_monitoring(struct call *call);
json_t *op_get_records(struct call *call);
json_t *op_get_resource_policy(struct call *call);
json_t *op_get_shard_iterator(struct call *call);
json_t *op_increase_stream_retention_period(struct call *call);
json_t *op_list_shards(struct call *call);
json_t *op_list_stream_consumers(struct call *call);
json_t *op_list_streams(struct call *call);
json_t *op_list_tags_for_resource(struct call *call);
json_t *op_list_tags_for_stream(struct call *call);
json_t *op_merge_shards(struct call *call);
json_t *op_put_record(struct call *call);
json_t *op_put_records(struct call *call);
json_t *op_put_resource_policy(struct call *call);
json_t *op_register_stream_consumer(struct call *call);
json_t *op_remove_tags_from_stream(struct call *call);
json_t *op_split_shard(struct call *call);
json_t *op_start_stream_encryption(struct call *call);
json_t *op_stop_stream_encryption(struct call *call);
json_t *op_subscribe_to_shard(struct call *call);
json_t *op_tag_resource(struct call *call);
json_t *op_untag_resource(struct call *call);
json_t *op_update_account_settings(struct call *call);
json_t *op_update_max_record_size(struct call *call);
json_t *op_update_shard_count(struct call *call);
json_t *op_update_stream_mode(struct call *call);
json_t *op_update_stream_record_distribution_strategy(struct call *call);
json_t *op_update_stream_warm_throughput(struct call *call);

/* ---- one call (call.c) ---- */

/* The string argument `name`, or NULL; the integer argument, or the given default. */
const char *call_string(const struct call *call, const char *name);
int64_t call_integer(const struct call *call, const char *name, int64_t otherwise);

/* The stream that StreamName, StreamARN or StreamId names; NULL with the fault filled. */
struct stream *call_stream(struct call *call);

/* The same, without a fault; NULL also where nothing is named. */
struct stream *call_find_stream(const struct call *call);

/* What the call says of its stream: its name, for messages. */
const char *call_stream_name(const struct call *call, const struct stream *stream);

/* The same, and it is ACTIVE (else ResourceInUseException). */
struct stream *call_active_stream(struct call *call);

/* Whether the request is to end here, with DryRun: the fault says that it would have been done. */
bool call_ends_dry(struct call *call);

/* Something about the stream has changed and must be kept. */
void call_changed(struct call *call, struct stream *stream);

/* Begins a change of the stream; `pending` is taken over. JSON's null, or NULL with the fault. */
json_t *call_change(struct call *call, struct stream *stream, json_t *pending);

/* When a change that begins now is over. */
int64_t call_due(const struct call *call, const struct stream *stream);

/* ProvisionedThroughputExceededException of a shard. Returns false. */
bool call_rate_exceeded(const struct stream *stream, const struct shard *shard,
                        struct fault *fault);

/* NULL, for `return no_answer(fault_set(...))`. */
json_t *no_answer(bool failed);

/* ---- streams (streams.c) ---- */

struct stream *service_find(const struct service *service, const char *account, const char *region,
                            const char *name);
bool service_add(struct service *service, struct stream *stream); /* takes it over, if true */
void service_forget(struct service *service);                     /* all of them */

/* Has all streams do what is due. */
void service_settle(struct service *service, int64_t now);
/* A stream has begun to change. */
void service_note_change(struct service *service, const struct stream *stream);
/* Has service_settle() come in time: who watches a stream is told of its new shards. */
void service_set_timer(struct service *service);

/* How many open shards the account has in the region. */
int64_t service_count_shards(const struct service *service, const char *account,
                             const char *region);

int64_t service_now(const struct service *service);

/* Writes down what has changed. False: it cannot be, and the log says so. */
bool service_commit(struct service *service);

#endif
