/* SPDX-License-Identifier: Apache-2.0 */
/* What can be set of a stream: retention, monitoring, encryption, mode, size of records. */
#include <inttypes.h>
#include <string.h>

#include "service.h"
#include "stream/account.h"

/* ---- retention ---- */

static bool check_hours(struct call *call, int64_t hours)
{
    if (hours < RETENTION_MIN_HOURS) {
        return fault_set(&call->fault, FAULT_INVALID_ARGUMENT,
                         "Minimum allowed retention period is %d hours. Requested retention "
                         "period (%" PRId64 " hours) is too short.",
                         RETENTION_MIN_HOURS, hours);
    }
    return hours <= RETENTION_MAX_HOURS ||
           fault_set(&call->fault, FAULT_INVALID_ARGUMENT,
                     "Maximum allowed retention period is %d hours. Requested retention period "
                     "(%" PRId64 " hours) is too long.",
                     RETENTION_MAX_HOURS, hours);
}

/* `longer`: which of the two operations it is. */
static json_t *set_retention(struct call *call, bool longer)
{
    struct stream *stream = call_stream(call);
    int64_t hours = call_integer(call, "RetentionPeriodHours", 0);
    if (stream == NULL || !check_hours(call, hours))
        return NULL;
    int64_t now = stream->retention_hours;
    if (longer ? hours < now : hours > now) {
        return no_answer(fault_set(&call->fault, FAULT_INVALID_ARGUMENT,
                                   "Requested retention period (%" PRId64
                                   " hours) for stream %s can not be %s than existing retention "
                                   "period (%" PRId64 " hours). Use %s API.",
                                   hours, stream->name, longer ? "shorter" : "longer", now,
                                   longer ? "DecreaseRetentionPeriod" : "IncreaseRetentionPeriod"));
    }
    stream->retention_hours = hours;
    call_changed(call, stream);
    return json_null();
}

json_t *op_increase_stream_retention_period(struct call *call)
{
    return set_retention(call, true);
}

json_t *op_decrease_stream_retention_period(struct call *call)
{
    return set_retention(call, false);
}

/* ---- enhanced monitoring ---- */

static bool holds(const json_t *list, const char *word)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        if (strcmp(json_string_value(json_array_get(list, i)), word) == 0)
            return true;
    return false;
}

/* `metrics` stands for all of them if it holds ALL. */
static bool names(const json_t *metrics, const char *metric)
{
    return holds(metrics, metric) || holds(metrics, "ALL");
}

/* The names that are on afterwards. */
static json_t *desired(const struct stream *stream, const json_t *given, bool on)
{
    static const char *const all[] = {"IncomingBytes",
                                      "IncomingRecords",
                                      "OutgoingBytes",
                                      "OutgoingRecords",
                                      "WriteProvisionedThroughputExceeded",
                                      "ReadProvisionedThroughputExceeded",
                                      "IteratorAgeMilliseconds"};
    json_t *result = json_array();
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        bool was = names(stream->metrics, all[i]), is_given = names(given, all[i]);
        if (on ? was || is_given : was && !is_given)
            json_array_append_new(result, json_string(all[i]));
    }
    return result;
}

static json_t *set_monitoring(struct call *call, bool on)
{
    struct stream *stream = call_active_stream(call);
    if (stream == NULL)
        return NULL;
    json_t *after = desired(stream, json_object_get(call->args, "ShardLevelMetrics"), on);
    json_t *answer =
        json_pack("{s:s, s:s, s:o, s:O}", "StreamName", stream->name, "StreamARN", stream->arn,
                  "CurrentShardLevelMetrics", stream->metrics, "DesiredShardLevelMetrics", after);
    stream->metrics = after;
    call_changed(call, stream);
    return answer;
}

json_t *op_enable_enhanced_monitoring(struct call *call)
{
    return set_monitoring(call, true);
}

json_t *op_disable_enhanced_monitoring(struct call *call)
{
    return set_monitoring(call, false);
}

/* ---- encryption ---- */

/* The key must be what the operation says; the local cloud has no keys to look it up in. */
static json_t *set_encryption(struct call *call, const char *key)
{
    struct stream *stream = call_active_stream(call);
    if (stream == NULL)
        return NULL;
    if (strcmp(call_string(call, "EncryptionType"), "KMS") != 0) {
        return no_answer(
            fault_set(&call->fault, FAULT_INVALID_ARGUMENT, "EncryptionType must be KMS."));
    }
    if (!replace_text(&stream->key_id, key))
        return no_answer(fault_bare(&call->fault, FAULT_INTERNAL));
    return call_change(call, stream, json_pack("{s:s}", "op", "none"));
}

json_t *op_start_stream_encryption(struct call *call)
{
    return set_encryption(call, call_string(call, "KeyId"));
}

json_t *op_stop_stream_encryption(struct call *call)
{
    return set_encryption(call, NULL);
}

/* ---- mode, size of records ---- */

json_t *op_update_stream_mode(struct call *call)
{
    struct stream *stream = call_active_stream(call);
    const json_t *details = json_object_get(call->args, "StreamModeDetails");
    const char *mode = json_string_value(json_object_get(details, "StreamMode"));
    if (stream == NULL)
        return NULL;
    bool on_demand = strcmp(mode, "ON_DEMAND") == 0;
    if (on_demand && !stream->on_demand &&
        account_on_demand_streams(call) >= ON_DEMAND_STREAMS_MAX) {
        return no_answer(fault_set(&call->fault, FAULT_LIMIT_EXCEEDED,
                                   "This request would exceed the on-demand stream limit for the "
                                   "account %s in %s. Limit: %d.",
                                   stream->account, stream->region, ON_DEMAND_STREAMS_MAX));
    }
    if (!on_demand && json_object_get(call->args, "WarmThroughputMiBps") != NULL) {
        return no_answer(fault_set(&call->fault, FAULT_INVALID_ARGUMENT,
                                   "WarmThroughputMiBps is only supported for streams in "
                                   "On-Demand mode."));
    }
    stream->on_demand = on_demand;
    stream->warm_mibps =
        on_demand ? call_integer(call, "WarmThroughputMiBps", stream->warm_mibps) : 0;
    return call_change(call, stream, json_pack("{s:s}", "op", "none"));
}

json_t *op_update_max_record_size(struct call *call)
{
    struct stream *stream = call_active_stream(call);
    if (stream == NULL)
        return NULL;
    stream->record_kib = call_integer(call, "MaxRecordSizeInKiB", RECORD_KIB_MIN);
    return call_change(call, stream, json_pack("{s:s}", "op", "none"));
}

/* ---- of streams that are on demand alone ---- */

static struct stream *on_demand_stream(struct call *call, const char *parameter)
{
    struct stream *stream = call_active_stream(call);
    if (stream != NULL && !stream->on_demand) {
        fault_set(&call->fault, FAULT_INVALID_ARGUMENT,
                  "%s is only supported for streams in On-Demand mode. Stream %s under account %s "
                  "is in Provisioned mode.",
                  parameter, stream->name, stream->account);
        return NULL;
    }
    return stream;
}

json_t *op_update_stream_warm_throughput(struct call *call)
{
    struct stream *stream = on_demand_stream(call, "WarmThroughputMiBps");
    if (stream == NULL)
        return NULL;
    int64_t before = stream->warm_mibps;
    stream->warm_mibps = call_integer(call, "WarmThroughputMiBps", 0);
    json_t *begun = call_change(call, stream, json_pack("{s:s}", "op", "none"));
    if (begun == NULL)
        return NULL;
    json_decref(begun);
    return json_pack("{s:s, s:s, s:{s:I, s:I}}", "StreamARN", stream->arn, "StreamName",
                     stream->name, "WarmThroughput", "TargetMiBps", (json_int_t)stream->warm_mibps,
                     "CurrentMiBps", (json_int_t)before);
}

json_t *op_update_stream_record_distribution_strategy(struct call *call)
{
    bool even = strcmp(call_string(call, "RecordDistributionStrategy"), "AUTO") == 0;
    struct stream *stream =
        even ? on_demand_stream(call, "RecordDistributionStrategy") : call_active_stream(call);
    if (stream == NULL)
        return NULL;
    stream->even = even;
    call_changed(call, stream);
    return json_null();
}
