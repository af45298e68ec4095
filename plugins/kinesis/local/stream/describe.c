/* SPDX-License-Identifier: Apache-2.0 */
/* DescribeStream, DescribeStreamSummary, DescribeLimits, ListStreams. */
#include "stream/describe.h"

#include <string.h>

#include "record/page.h"
#include "service.h"
#include "stream/account.h"

enum { SHARDS_DEFAULT = 100, STREAMS_DEFAULT = 100 };

json_t *describe_time(int64_t ms)
{
    return json_real((double)ms / 1000);
}

static json_t *describe_mode(const struct stream *stream)
{
    return json_pack("{s:s}", "StreamMode", stream->on_demand ? "ON_DEMAND" : "PROVISIONED");
}

static void set_shard(json_t *json, const char *member, int32_t number)
{
    char id[SHARD_ID_SIZE];
    if (number != SHARD_NONE) {
        shard_id(number, id);
        json_object_set_new(json, member, json_string(id));
    }
}

static json_t *range(const struct shard *shard)
{
    char text[WIDE_TEXT_SIZE];
    struct sequence first = shard_first_sequence(shard), last = shard_last_sequence(shard);
    sequence_write(&first, text);
    json_t *json = json_pack("{s:s}", "StartingSequenceNumber", text);
    if (shard->ended_s != 0) {
        sequence_write(&last, text);
        json_object_set_new(json, "EndingSequenceNumber", json_string(text));
    }
    return json;
}

json_t *describe_shard(const struct shard *shard)
{
    char first[WIDE_TEXT_SIZE], last[WIDE_TEXT_SIZE];
    json_t *json = json_object();
    wide_to_text(&shard->first, first);
    wide_to_text(&shard->last, last);
    set_shard(json, "ShardId", shard->number);
    set_shard(json, "ParentShardId", shard->parent);
    set_shard(json, "AdjacentParentShardId", shard->adjacent);
    json_object_set_new(json, "HashKeyRange",
                        json_pack("{s:s, s:s}", "StartingHashKey", first, "EndingHashKey", last));
    json_object_set_new(json, "SequenceNumberRange", range(shard));
    return json;
}

/* What both descriptions have. */
static json_t *common(const struct stream *stream)
{
    json_t *json =
        json_pack("{s:s, s:s, s:s, s:o, s:I, s:o, s:[{s:O}], s:s}", "StreamName", stream->name,
                  "StreamARN", stream->arn, "StreamStatus", status_name(stream->status),
                  "StreamModeDetails", describe_mode(stream), "RetentionPeriodHours",
                  (json_int_t)stream->retention_hours, "StreamCreationTimestamp",
                  describe_time(stream->created_ms), "EnhancedMonitoring", "ShardLevelMetrics",
                  stream->metrics, "EncryptionType", stream->key_id == NULL ? "NONE" : "KMS");
    if (stream->key_id != NULL)
        json_object_set_new(json, "KeyId", json_string(stream->key_id));
    return json;
}

json_t *op_describe_stream(struct call *call)
{
    const struct stream *stream = call_stream(call);
    const char *after = call_string(call, "ExclusiveStartShardId");
    size_t limit = (size_t)call_integer(call, "Limit", SHARDS_DEFAULT);
    int32_t number = -1;
    if (stream == NULL)
        return NULL;
    if (after != NULL && !shard_read_id(after, &number)) {
        return no_answer(fault_set(&call->fault, FAULT_NOT_FOUND,
                                   "Could not find shard %s in stream %s under account %s.", after,
                                   stream->name, stream->account));
    }
    json_t *shards = json_array(), *json = common(stream);
    bool more = false;
    for (size_t i = (size_t)(number + 1); i < stream->n_shards && !more; i++) {
        if (stream_shard_expired(stream, &stream->shards[i], call->now))
            continue;
        more = json_array_size(shards) == limit;
        if (!more)
            json_array_append_new(shards, describe_shard(&stream->shards[i]));
    }
    json_object_set_new(json, "Shards", shards);
    json_object_set_new(json, "HasMoreShards", json_boolean(more));
    return json_pack("{s:o}", "StreamDescription", json);
}

json_t *op_describe_stream_summary(struct call *call)
{
    const struct stream *stream = call_stream(call);
    if (stream == NULL)
        return NULL;
    json_t *json = common(stream);
    json_object_set_new(json, "StreamId", json_string(stream->stream_id));
    json_object_set_new(json, "OpenShardCount", json_integer((json_int_t)stream->n_open));
    json_object_set_new(json, "ConsumerCount", json_integer((json_int_t)stream->n_consumers));
    json_object_set_new(json, "MaxRecordSizeInKiB", json_integer(stream->record_kib));
    if (stream->warm_mibps > 0) {
        json_object_set_new(json, "WarmThroughput",
                            json_pack("{s:I, s:I}", "TargetMiBps", (json_int_t)stream->warm_mibps,
                                      "CurrentMiBps", (json_int_t)stream->warm_mibps));
    }
    if (stream->on_demand) {
        json_object_set_new(json, "RecordDistributionStrategy",
                            json_string(stream->even ? "AUTO" : "USER_PARTITION_KEY"));
    }
    return json_pack("{s:o}", "StreamDescriptionSummary", json);
}

json_t *op_describe_limits(struct call *call)
{
    const char *account = call->exchange->account, *region = call->exchange->region;
    return json_pack("{s:I, s:I, s:I, s:i}", "ShardLimit", (json_int_t)account_shard_limit(region),
                     "OpenShardCount",
                     (json_int_t)service_count_shards(call->service, account, region),
                     "OnDemandStreamCount", (json_int_t)account_on_demand_streams(call),
                     "OnDemandStreamCountLimit", ON_DEMAND_STREAMS_MAX);
}

/* ---- ListStreams ---- */

static json_t *summary(const struct stream *stream)
{
    return json_pack("{s:s, s:s, s:s, s:o, s:o}", "StreamName", stream->name, "StreamARN",
                     stream->arn, "StreamStatus", status_name(stream->status), "StreamModeDetails",
                     describe_mode(stream), "StreamCreationTimestamp",
                     describe_time(stream->created_ms));
}

json_t *op_list_streams(struct call *call)
{
    const struct slrun_exchange *x = call->exchange;
    struct page page = {.list = "streams"};
    size_t limit = (size_t)call_integer(call, "Limit", STREAMS_DEFAULT);
    if (!page_read(call, &page))
        return NULL;
    const char *given = call_string(call, "ExclusiveStartStreamName");
    const char *after = *page.after != '\0' ? page.after : given != NULL ? given : "";
    json_t *names = json_array(), *summaries = json_array();
    const struct stream *last = NULL;
    bool more = false;
    for (size_t i = 0; i < call->service->streams.n && !more; i++) {
        const struct stream *stream = service_stream(call->service, i);
        if (strcmp(stream->account, x->account) != 0 || strcmp(stream->region, x->region) != 0 ||
            strcmp(stream->name, after) <= 0)
            continue;
        more = json_array_size(names) == limit;
        if (!more) {
            json_array_append_new(names, json_string(stream->name));
            json_array_append_new(summaries, summary(stream));
            last = stream;
        }
    }
    json_t *answer = json_pack("{s:o, s:b, s:o}", "StreamNames", names, "HasMoreStreams", more,
                               "StreamSummaries", summaries);
    if (more) {
        json_object_set_new(answer, "NextToken",
                            page_token(call, &(struct page){.list = "streams"}, last->name));
    }
    return answer;
}
