/* SPDX-License-Identifier: Apache-2.0 */
/* The parameters of DynamoDB Streams. */
#include "params/params.h"
#include "params/params_shared.h"

static const char *const iterator_words[] = {
    "AFTER_SEQUENCE_NUMBER", "LATEST", "TRIM_HORIZON", "AT_TIMESTAMP", "AT_SEQUENCE_NUMBER", NULL};
static const char *const filter_words[] = {"CHILD_SHARDS", NULL};

#define SIZED(member, rules, least, most)                                                          \
    {                                                                                              \
        .name = (member), .type = PARAM_STRING, .flags = (rules), .min = (least), .max = (most)    \
    }
#define STREAM_ARN(member, rules) SIZED(member, rules, 37, 1024)
#define SHARD_ID(member, rules)   SIZED(member, rules, 28, 65)

const struct param params_list_streams[] = {NAME("TableName", 0),
                                            AT_LEAST("Limit", 1, LIST_STREAMS_MAX),
                                            STREAM_ARN("ExclusiveStartStreamArn", 0), END};

static const struct param filter_members[] = {WORD("Type", filter_words), SHARD_ID("ShardId", 0),
                                              END};
const struct param params_describe_stream[] = {
    STREAM_ARN("StreamArn", PARAM_NOT_NULL), AT_LEAST("Limit", 1, SHARDS_MAX),
    SHARD_ID("ExclusiveStartShardId", 0),
    STRUCT("ShardFilter", PARAM_MEMBER, "ShardFilter", filter_members), END};

const struct param params_get_shard_iterator[] = {STREAM_ARN("StreamArn", PARAM_NOT_NULL),
                                                  SHARD_ID("ShardId", PARAM_NOT_NULL),
                                                  {.name = "ShardIteratorType",
                                                   .type = PARAM_STRING,
                                                   .flags = PARAM_NOT_NULL,
                                                   .values = iterator_words},
                                                  SIZED("SequenceNumber", 0, 21, 40),
                                                  {.name = "Timestamp", .type = PARAM_TIMESTAMP},
                                                  END};

const struct param params_get_records[] = {SIZED("ShardIterator", PARAM_NOT_NULL, 1, 2048),
                                           AT_LEAST("Limit", 1, RECORDS_MAX), END};
