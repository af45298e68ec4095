/* SPDX-License-Identifier: Apache-2.0 */
/* CreateStream and DeleteStream. */
#include <string.h>

#include "service.h"
#include "stream/account.h"
#include "stream/store.h"
#include "stream/tagging.h"

enum { ON_DEMAND_SHARDS = 4, ID_DIGITS = 20, ID_SUFFIX = 3 };

/* A stream of which neither mode nor shards are said has four shards (seen at AWS), which is what
 * one on demand has. */
static bool is_on_demand(const struct call *call)
{
    const json_t *details = json_object_get(call->args, "StreamModeDetails");
    const char *mode = json_string_value(json_object_get(details, "StreamMode"));
    return details == NULL ? json_object_get(call->args, "ShardCount") == NULL
                           : mode != NULL && strcmp(mode, "ON_DEMAND") == 0;
}

/* abcdefghijklmnopqrst-123 */
static void make_id(struct service *service, char id[STREAM_ID_SIZE])
{
    static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    for (size_t i = 0; i < STREAM_ID_SIZE - 1; i++) {
        id[i] = i == ID_DIGITS
                    ? '-'
                    : digits[service->cloud->random(service->cloud) % (sizeof digits - 1)];
    }
    id[ID_DIGITS + 1 + ID_SUFFIX] = '\0';
}

static bool check_new(struct call *call, const char *name, int64_t shards)
{
    const struct slrun_exchange *x = call->exchange;
    if (service_find(call->service, x->account, x->region, name) != NULL) {
        return fault_set(&call->fault, FAULT_IN_USE, "Stream %s under account %s already exists.",
                         name, x->account);
    }
    if (is_on_demand(call)) {
        return account_on_demand_streams(call) < ON_DEMAND_STREAMS_MAX ||
               fault_set(&call->fault, FAULT_LIMIT_EXCEEDED,
                         "This request would exceed the on-demand stream limit for the account %s "
                         "in %s. Limit: %d.",
                         x->account, x->region, ON_DEMAND_STREAMS_MAX);
    }
    return account_check_shards(call, shards);
}

/* AWS: without a mode, and without a count where the mode wants one, that is what is missing. */
static bool check_count(struct call *call)
{
    return is_on_demand(call) || json_object_get(call->args, "ShardCount") != NULL ||
           fault_set(&call->fault, FAULT_VALIDATION,
                     "1 validation error detected: Value null at 'shardCount' failed to satisfy "
                     "constraint: Member must not be null");
}

static bool wants_even(const struct call *call)
{
    const char *strategy = call_string(call, "RecordDistributionStrategy");
    return strategy != NULL && strcmp(strategy, "AUTO") == 0;
}

/* What a provisioned stream has not (API reference, UpdateStreamWarmThroughput). */
static bool check_mode(struct call *call)
{
    const char *parameter = wants_even(call) ? "RecordDistributionStrategy"
                            : json_object_get(call->args, "WarmThroughputMiBps") != NULL
                                ? "WarmThroughputMiBps"
                                : NULL;
    return parameter == NULL || is_on_demand(call) ||
           fault_set(&call->fault, FAULT_INVALID_ARGUMENT,
                     "%s is only supported for streams in On-Demand mode.", parameter);
}

static struct stream *make(struct call *call, const char *name, int64_t shards)
{
    struct stream *stream = stream_new(call->exchange->account, call->exchange->region, name);
    if (stream == NULL) {
        fault_bare(&call->fault, FAULT_INTERNAL);
        return NULL;
    }
    stream->created_ms = call->now;
    stream->on_demand = is_on_demand(call);
    stream->record_kib = call_integer(call, "MaxRecordSizeInKiB", RECORD_KIB_MIN);
    stream->warm_mibps = call_integer(call, "WarmThroughputMiBps", 0);
    stream->even = wants_even(call);
    make_id(call->service, stream->stream_id);
    const struct tagged tagged = {stream->tags, "stream", name};
    if (!tagging_add(call, &tagged, json_object_get(call->args, "Tags")) ||
        !change_begin(stream, STATUS_CREATING,
                      json_pack("{s:s, s:I}", "op", "create", "count", (json_int_t)shards),
                      call_due(call, stream)) ||
        !service_add(call->service, stream)) {
        if (call->fault.kind == FAULT_NONE)
            fault_bare(&call->fault, FAULT_INTERNAL);
        stream_free(stream);
        return NULL;
    }
    return stream;
}

json_t *op_create_stream(struct call *call)
{
    const char *name = call_string(call, "StreamName");
    int64_t shards = is_on_demand(call) ? ON_DEMAND_SHARDS : call_integer(call, "ShardCount", 0);
    if (!check_count(call) || !check_mode(call) || !check_new(call, name, shards))
        return NULL;
    struct stream *stream = make(call, name, shards);
    if (stream == NULL)
        return NULL;
    call_changed(call, stream);
    return json_null();
}

json_t *op_delete_stream(struct call *call)
{
    struct stream *stream = call_stream(call);
    if (stream == NULL)
        return NULL;
    if (stream->n_consumers > 0 &&
        !json_is_true(json_object_get(call->args, "EnforceConsumerDeletion"))) {
        return no_answer(fault_set(&call->fault, FAULT_IN_USE,
                                   "Stream %s under account %s has registered consumers. "
                                   "Deregister them, or set EnforceConsumerDeletion.",
                                   stream->name, stream->account));
    }
    if (!change_begin(stream, STATUS_DELETING, json_pack("{s:s}", "op", "none"),
                      call_due(call, stream)))
        return no_answer(fault_bare(&call->fault, FAULT_INTERNAL));
    call_changed(call, stream);
    return json_null();
}
