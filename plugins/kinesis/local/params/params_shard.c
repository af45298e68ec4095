/* SPDX-License-Identifier: Apache-2.0 */
/* The parameters of the operations on shards and consumers. */
#include "params/params_shared.h"

enum { TOKEN_MAX = 1048576 };

static const char *const filter_words[] = {"AFTER_SHARD_ID",
                                           "AT_TRIM_HORIZON",
                                           "FROM_TRIM_HORIZON",
                                           "AT_LATEST",
                                           "AT_TIMESTAMP",
                                           "FROM_TIMESTAMP",
                                           NULL};
static const char *const scaling_words[] = {"UNIFORM_SCALING", NULL};

static const struct param filter_members[] = {WORD("Type", PARAM_REQUIRED, filter_words),
                                              NAME("ShardId", 0), TIMESTAMP("Timestamp"), END};

static const struct param position_members[] = {WORD("Type", PARAM_REQUIRED, params_iterator_words),
                                                MATCHING("SequenceNumber", 0, PATTERN_SEQUENCE),
                                                TIMESTAMP("Timestamp"), END};

const struct param params_list_shards[] = {INTEGER("MaxResults", 0, 1, LIMIT_MAX),
                                           NAME("ExclusiveStartShardId", 0),
                                           TIMESTAMP("StreamCreationTimestamp"),
                                           STRUCT("ShardFilter", 0, filter_members),
                                           NAME("StreamName", 0),
                                           STREAM_ARN(0),
                                           STREAM_ID,
                                           STRING("NextToken", 0, 1, TOKEN_MAX),
                                           END};

const struct param params_split_shard[] = {
    MATCHING("NewStartingHashKey", PARAM_REQUIRED, PATTERN_HASH_KEY), STREAM,
    NAME("ShardToSplit", PARAM_REQUIRED), END};

const struct param params_merge_shards[] = {NAME("ShardToMerge", PARAM_REQUIRED),
                                            NAME("AdjacentShardToMerge", PARAM_REQUIRED), STREAM,
                                            END};

const struct param params_update_shard_count[] = {
    INTEGER("TargetShardCount", PARAM_REQUIRED, 1, SHARDS_MAX),
    WORD("ScalingType", PARAM_REQUIRED, scaling_words), STREAM, END};

const struct param params_register_stream_consumer[] = {NAME("ConsumerName", PARAM_REQUIRED),
                                                        STREAM_ARN(PARAM_REQUIRED), STREAM_ID,
                                                        TAGS("Tags", 0), END};

const struct param params_stream_consumer[] = {NAME("ConsumerName", 0), STREAM_ARN(0), STREAM_ID,
                                               ARN("ConsumerARN", 0, PATTERN_CONSUMER_ARN), END};

const struct param params_list_stream_consumers[] = {
    INTEGER("MaxResults", 0, 1, LIMIT_MAX), STREAM_ARN(PARAM_REQUIRED),           STREAM_ID,
    TIMESTAMP("StreamCreationTimestamp"),   STRING("NextToken", 0, 1, TOKEN_MAX), END};

const struct param params_subscribe_to_shard[] = {
    ARN("ConsumerARN", PARAM_REQUIRED, PATTERN_CONSUMER_ARN),
    STREAM_ID,
    NAME("ShardId", PARAM_REQUIRED),
    STRUCT("StartingPosition", PARAM_REQUIRED, position_members),
    DRY_RUN,
    END};
