/* SPDX-License-Identifier: Apache-2.0 */
/* ListStreams and DescribeStream. */
#include "stream/stream_ops.h"

#include <stdio.h>
#include <string.h>

#include "params/params.h"
#include "stream/shard.h"

static bool is_mine(const struct call *call, const struct stream *stream)
{
    return strcmp(stream->account, call->exchange->account) == 0 &&
           strcmp(stream->region, call->exchange->region) == 0;
}

/* arn:aws:dynamodb:REGION:ACCOUNT:table/NAME/stream/LABEL */
static bool looks_like_arn(const char *arn)
{
    const char *table = strstr(arn, ":table/");
    return strncmp(arn, "arn:aws:dynamodb:", strlen("arn:aws:dynamodb:")) == 0 && table != NULL &&
           strstr(table, "/stream/") != NULL;
}

static bool has_arn(const struct stream *stream, const char *arn, size_t size)
{
    json_t *own = stream_arn(stream);
    bool same = own != NULL && json_string_length(own) == size &&
                strncmp(json_string_value(own), arn, size) == 0;
    json_decref(own);
    return same;
}

struct stream *stream_named(struct call *call, const char *arn, size_t size)
{
    struct streams *streams = call->service->streams;
    struct stream *stream;
    if (!looks_like_arn(arn)) {
        fault_invalid(&call->fault, "Invalid StreamArn");
        return NULL;
    }
    streams_expire(streams, call->service->catalog, call_now_ms(call));
    for (size_t i = 0; (stream = streams_at(streams, i)) != NULL; i++)
        if (is_mine(call, stream) && has_arn(stream, arn, size))
            return stream;
    fault_set(&call->fault, FAULT_NOT_FOUND, "Requested resource not found: Stream: %.*s not found",
              (int)size, arn);
    return NULL;
}

static size_t limit_of(const struct call *call, size_t most)
{
    const json_t *limit = json_object_get(call->args, "Limit");
    return limit == NULL ? most : (size_t)json_integer_value(limit);
}

static json_t *brief(const struct stream *stream)
{
    return json_pack("{s:o, s:s, s:s}", "StreamArn", stream_arn(stream), "TableName",
                     stream->table_name, "StreamLabel", stream->label);
}

/* Where the list begins, after ExclusiveStartStreamArn; false with the fault filled. */
static bool start_of(struct call *call, size_t *start)
{
    const char *after = call_string(call, "ExclusiveStartStreamArn");
    struct stream *stream = after == NULL ? NULL : stream_named(call, after, strlen(after));
    *start = 0;
    if (after == NULL || stream == NULL)
        return after == NULL;
    while (streams_at(call->service->streams, *start) != stream)
        ++*start;
    ++*start;
    return true;
}

/* *last becomes the stream at the end of the page if there are more behind it. */
static bool list(struct call *call, size_t i, json_t *all, const struct stream **last)
{
    const char *name = call_string(call, "TableName");
    size_t most = limit_of(call, LIST_STREAMS_MAX);
    const struct stream *stream;
    const struct stream *newest = NULL;
    for (; (stream = streams_at(call->service->streams, i)) != NULL; i++) {
        if (!is_mine(call, stream) || (name != NULL && strcmp(stream->table_name, name) != 0))
            continue;
        if (json_array_size(all) == most) {
            *last = newest;
            return true;
        }
        if (json_array_append_new(all, brief(stream)) != 0)
            return fault_internal(&call->fault);
        newest = stream;
    }
    return true;
}

json_t *op_list_streams(struct call *call)
{
    size_t start;
    const struct stream *last = NULL;
    streams_expire(call->service->streams, call->service->catalog, call_now_ms(call));
    if (!start_of(call, &start))
        return NULL;
    json_t *all = json_array();
    json_t *result = json_pack("{s:o}", "Streams", all);
    if (result == NULL || !list(call, start, all, &last) ||
        (last != NULL &&
         json_object_set_new(result, "LastEvaluatedStreamArn", stream_arn(last)) != 0)) {
        json_decref(result);
        fault_internal(&call->fault);
        return NULL;
    }
    return result;
}

/* EndingSequenceNumber is there when the shard is closed: the number of its last record at most. */
static json_t *describe_shard(const struct stream *stream, const struct shard *shard)
{
    char id[SHARD_ID_SIZE];
    char parent[SHARD_ID_SIZE];
    char first[SHARD_SEQUENCE_SIZE];
    char last[SHARD_SEQUENCE_SIZE];
    shard_id(stream, shard->index, id);
    shard_id(stream, shard->index - 1, parent);
    shard_sequence(shard->first, first);
    shard_sequence(shard->end - 1, last);
    return json_pack("{s:s, s:{s:s, s:s*}, s:s*}", "ShardId", id, "SequenceNumberRange",
                     "StartingSequenceNumber", first, "EndingSequenceNumber",
                     shard->open ? NULL : last, "ParentShardId", shard->index == 0 ? NULL : parent);
}

/* Which shards DescribeStream tells: [first, end). */
struct shard_range {
    int64_t first;
    int64_t end;
};

static bool find_range(struct call *call, const struct stream *stream, struct shard_range *range)
{
    int64_t now_ms = call_now_ms(call);
    struct shard shard;
    const char *after = call_string(call, "ExclusiveStartShardId");
    const json_t *filter = json_object_get(call->args, "ShardFilter");
    const char *parent = json_string_value(json_object_get(filter, "ShardId"));
    range->first = shard_oldest(stream, now_ms);
    range->end = shard_count(stream, now_ms);
    if (filter != NULL && parent == NULL)
        return fault_invalid(&call->fault, "ShardFilter of type CHILD_SHARDS needs a ShardId");
    if (filter != NULL) { /* a shard has one child, the next */
        bool found = shard_find(stream, parent, now_ms, &shard);
        range->first = found ? shard.index + 1 : range->end;
        range->end = found && range->first < range->end ? range->first + 1 : range->end;
    }
    if (after != NULL) {
        bool found = shard_find(stream, after, now_ms, &shard);
        range->first = !found                        ? range->end
                       : shard.index >= range->first ? shard.index + 1
                                                     : range->first;
    }
    return true;
}

static bool add_shards(struct call *call, const struct stream *stream, json_t *description)
{
    int64_t now_ms = call_now_ms(call);
    struct shard_range range;
    char id[SHARD_ID_SIZE];
    json_t *all = json_array();
    if (json_object_set_new(description, "Shards", all) != 0)
        return fault_internal(&call->fault);
    if (!find_range(call, stream, &range))
        return false;
    for (int64_t i = range.first; i < range.end; i++) {
        if (json_array_size(all) == limit_of(call, SHARDS_MAX)) {
            shard_id(stream, i - 1, id);
            return json_object_set_new(description, "LastEvaluatedShardId", json_string(id)) == 0 ||
                   fault_internal(&call->fault);
        }
        struct shard shard = shard_at(stream, i, now_ms);
        if (json_array_append_new(all, describe_shard(stream, &shard)) != 0)
            return fault_internal(&call->fault);
    }
    return true;
}

json_t *op_describe_stream(struct call *call)
{
    const char *arn = call_string(call, "StreamArn");
    const struct stream *stream = stream_named(call, arn, strlen(arn));
    if (stream == NULL)
        return NULL;
    json_t *description = json_pack(
        "{s:s, s:s, s:s, s:s, s:f, s:s, s:O}", "StreamArn", arn, "StreamLabel", stream->label,
        "StreamStatus", stream_is_open(stream) ? "ENABLED" : "DISABLED", "StreamViewType",
        stream->view, "CreationRequestDateTime", (double)stream->created_ms / 1000.0, "TableName",
        stream->table_name, "KeySchema", stream->key_schema);
    if (description == NULL) {
        fault_internal(&call->fault);
        return NULL;
    }
    if (!add_shards(call, stream, description)) {
        json_decref(description);
        return NULL;
    }
    return json_pack("{s:o}", "StreamDescription", description);
}
