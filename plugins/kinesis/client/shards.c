/* SPDX-License-Identifier: Apache-2.0 */
/* Shards: what the operations take and answer. */
#include "client/ops.h"
#include "client/shapes.h"

static const char *const words_shard_filter_type[] = {"AFTER_SHARD_ID",
                                                      "AT_TRIM_HORIZON",
                                                      "FROM_TRIM_HORIZON",
                                                      "AT_LATEST",
                                                      "AT_TIMESTAMP",
                                                      "FROM_TIMESTAMP",
                                                      NULL};

static PARAMS(shard_filter_members) = {
    {"Type", S_WORD(words_shard_filter_type), SLRUN_REQUIRED, "Which kind."},
    {"ShardId", S_STRING, 0, "Id of the shard."},
    {"Timestamp", S_TIMESTAMP, 0, "Moment, seconds since 1970."},
    PARAMS_END,
};

static const char *const words_scaling_type[] = {"UNIFORM_SCALING", NULL};

PARAMS(list_shards_params) = {
    {"StreamName", S_STRING, 0, "Name of the stream; or StreamARN."},
    {"NextToken", S_STRING, 0, "NextToken of the page before."},
    {"ExclusiveStartShardId", S_STRING, 0, "Shard after which to begin."},
    {"MaxResults", S_INTEGER, 0, "Most to answer with."},
    {"StreamCreationTimestamp", S_TIMESTAMP, 0, "When the stream was created."},
    {"ShardFilter", S_STRUCTURE(shard_filter_members), 0, "Which shards."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    PARAMS_END,
};

PARAMS(list_shards_result) = {
    {"Shards", S_LIST(shape_shard), 0, "Its shards."},
    {"NextToken", S_STRING, 0, "There is more."},
    PARAMS_END,
};

PARAMS(split_shard_params) = {
    {"StreamName", S_STRING, 0, "Name of the stream; or StreamARN."},
    {"ShardToSplit", S_STRING, SLRUN_REQUIRED, "Id of the shard that two take the place of."},
    {"NewStartingHashKey", S_STRING, SLRUN_REQUIRED, "Hash key at which the second child begins."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    PARAMS_END,
};

PARAMS(merge_shards_params) = {
    {"StreamName", S_STRING, 0, "Name of the stream; or StreamARN."},
    {"ShardToMerge", S_STRING, SLRUN_REQUIRED, "Id of the one shard."},
    {"AdjacentShardToMerge", S_STRING, SLRUN_REQUIRED, "Id of its neighbour, the other one."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    PARAMS_END,
};

PARAMS(update_shard_count_params) = {
    {"StreamName", S_STRING, 0, "Name of the stream; or StreamARN."},
    {"TargetShardCount", S_INTEGER, SLRUN_REQUIRED, "Number of shards wanted."},
    {"ScalingType", S_WORD(words_scaling_type), SLRUN_REQUIRED, "UNIFORM_SCALING."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    PARAMS_END,
};

PARAMS(update_shard_count_result) = {
    {"StreamName", S_STRING, 0, "Name of the stream; or StreamARN."},
    {"CurrentShardCount", S_INTEGER, 0, "Number of shards before."},
    {"TargetShardCount", S_INTEGER, 0, "Number of shards wanted."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    PARAMS_END,
};
