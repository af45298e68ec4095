/* SPDX-License-Identifier: Apache-2.0 */
/* SplitShard, MergeShards, UpdateShardCount. */
#include <inttypes.h>
#include <string.h>

#include "service.h"
#include "stream/account.h"

enum { SCALE_MAX = 10000 /* shards that UpdateShardCount goes up to */ };

static bool not_found(struct call *call, const char *id)
{
    const struct stream *stream = call_find_stream(call);
    return fault_set(&call->fault, FAULT_NOT_FOUND,
                     "Could not find shard %s in stream %s under account %s.", id,
                     call_stream_name(call, stream), call->exchange->account);
}

/* A number that can be one; AWS looks at it before it looks at the stream. */
static bool read_number(struct call *call, const char *argument, int32_t *number)
{
    const char *id = call_string(call, argument);
    return shard_read_id(id, number) || not_found(call, id);
}

static struct shard *find_shard(struct call *call, struct stream *stream, int32_t number)
{
    char id[SHARD_ID_SIZE];
    if ((size_t)number < stream->n_shards)
        return &stream->shards[number];
    shard_id(number, id);
    not_found(call, id);
    return NULL;
}

static bool check_mode(struct call *call, const struct stream *stream)
{
    return !stream->on_demand || fault_set(&call->fault, FAULT_VALIDATION,
                                           "Request is invalid. Stream %s under account %s is in "
                                           "On-Demand mode.",
                                           stream->name, stream->account);
}

/* ---- SplitShard ---- */

static bool check_open(struct call *call, const struct stream *stream, const struct shard *shard)
{
    char id[SHARD_ID_SIZE];
    shard_id(shard->number, id);
    return shard->ended_s == 0 ||
           fault_set(&call->fault, FAULT_INVALID_ARGUMENT,
                     "Shard %s in stream %s under account %s has already been merged or split, and "
                     "thus is not eligible for merging or splitting.",
                     id, stream->name, stream->account);
}

static bool check_split(struct call *call, const struct stream *stream, const struct shard *shard)
{
    const char *key = call_string(call, "NewStartingHashKey");
    char id[SHARD_ID_SIZE], first[WIDE_TEXT_SIZE], last[WIDE_TEXT_SIZE];
    struct wide at, least = wide_add_small(&shard->first, 1);
    if (wide_from_text(&at, key) && wide_compare(&at, &least) > 0 &&
        wide_compare(&at, &shard->last) < 0)
        return true;
    shard_id(shard->number, id);
    wide_to_text(&shard->first, first);
    wide_to_text(&shard->last, last);
    return fault_set(&call->fault, FAULT_INVALID_ARGUMENT,
                     "NewStartingHashKey %s used in SplitShard() on shard %s in stream %s under "
                     "account %s is not both greater than one plus the shard's StartingHashKey %s "
                     "and less than the shard's EndingHashKey %s.",
                     key, id, stream->name, stream->account, first, last);
}

json_t *op_split_shard(struct call *call)
{
    int32_t number;
    if (!read_number(call, "ShardToSplit", &number))
        return NULL;
    struct stream *stream = call_active_stream(call);
    const struct shard *shard = stream == NULL ? NULL : find_shard(call, stream, number);
    if (shard == NULL || !check_mode(call, stream) || !account_check_shards(call, 1) ||
        !check_open(call, stream, shard) || !check_split(call, stream, shard))
        return NULL;
    return call_change(call, stream,
                       json_pack("{s:s, s:i, s:s}", "op", "split", "shard", number, "at",
                                 call_string(call, "NewStartingHashKey")));
}

/* ---- MergeShards ---- */

json_t *op_merge_shards(struct call *call)
{
    int32_t one, other;
    char ids[2][SHARD_ID_SIZE];
    if (!read_number(call, "ShardToMerge", &one) ||
        !read_number(call, "AdjacentShardToMerge", &other))
        return NULL;
    struct stream *stream = call_active_stream(call);
    const struct shard *shard = stream == NULL ? NULL : find_shard(call, stream, one);
    const struct shard *adjacent = shard == NULL ? NULL : find_shard(call, stream, other);
    if (adjacent == NULL || !check_mode(call, stream))
        return NULL;
    const struct wide next = wide_add_small(&shard->last, 1);
    if (shard->ended_s != 0 || adjacent->ended_s != 0 ||
        wide_compare(&next, &adjacent->first) != 0) {
        shard_id(one, ids[0]);
        shard_id(other, ids[1]);
        return no_answer(fault_set(&call->fault, FAULT_INVALID_ARGUMENT,
                                   "Shards %s and %s in stream %s under account %s are not an "
                                   "adjacent pair of shards eligible for merging",
                                   ids[0], ids[1], stream->name, stream->account));
    }
    return call_change(call, stream,
                       json_pack("{s:s, s:[i, i]}", "op", "merge", "shards", one, other));
}

/* ---- UpdateShardCount ---- */

static bool check_target(struct call *call, const struct stream *stream, int64_t target)
{
    int64_t n = (int64_t)stream->n_open;
    if (target > 2 * n) {
        return fault_set(&call->fault, FAULT_LIMIT_EXCEEDED,
                         "UpdateShardCount cannot scale up over double your current open shard "
                         "count. Current open shard count: %" PRId64
                         " Target shard count: %" PRId64,
                         n, target);
    }
    if (2 * target < n) {
        return fault_set(&call->fault, FAULT_LIMIT_EXCEEDED,
                         "UpdateShardCount cannot scale down below half your current open shard "
                         "count. Current open shard count: %" PRId64
                         " Target shard count: %" PRId64,
                         n, target);
    }
    if (target > SCALE_MAX) {
        return fault_set(&call->fault, FAULT_LIMIT_EXCEEDED,
                         "Target shard count or number of open shards cannot be greater than %d. "
                         "Current open shard count: %" PRId64 ", Target shard count: %" PRId64,
                         SCALE_MAX, n, target);
    }
    return target <= n || account_check_shards(call, target - n);
}

json_t *op_update_shard_count(struct call *call)
{
    struct stream *stream = call_active_stream(call);
    int64_t target = call_integer(call, "TargetShardCount", 0);
    if (stream == NULL || !check_mode(call, stream) || !check_target(call, stream, target))
        return NULL;
    json_t *changed = call_change(
        call, stream, json_pack("{s:s, s:I}", "op", "scale", "count", (json_int_t)target));
    if (changed == NULL)
        return NULL;
    json_decref(changed);
    return json_pack("{s:s, s:I, s:I, s:s}", "StreamName", stream->name, "CurrentShardCount",
                     (json_int_t)stream->n_open, "TargetShardCount", (json_int_t)target,
                     "StreamARN", stream->arn);
}
