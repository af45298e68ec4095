/* SPDX-License-Identifier: Apache-2.0 */
/* The operations of DynamoDB Streams: what they take and answer. */
#include "client/ops.h"
#include "client/shapes.h"
#include "client/table_shapes.h"

static const char *const words_filter[] = {"CHILD_SHARDS", NULL};
static const char *const words_iterator[] = {
    "TRIM_HORIZON", "LATEST", "AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER", "AT_TIMESTAMP", NULL};
static const char *const words_status[] = {"ENABLING", "ENABLED", "DISABLING", "DISABLED", NULL};
static const char *const words_event[] = {"INSERT", "MODIFY", "REMOVE", NULL};

static PARAMS(filter) = {
    {"Type", S_WORD(words_filter), 0, "CHILD_SHARDS."},
    {"ShardId", S_STRING, 0, "The shard whose children are wanted."},
    PARAMS_END,
};

static PARAMS(stream) = {
    {"StreamArn", S_STRING, 0, "ARN of the stream."},
    {"TableName", S_STRING, 0, "Name of its table."},
    {"StreamLabel", S_STRING, 0, "When it was made, as text."},
    PARAMS_END,
};
static const struct slrun_shape stream_shape = S_STRUCTURE(stream);

static PARAMS(range) = {
    {"StartingSequenceNumber", S_STRING, 0, "Number of the first record."},
    {"EndingSequenceNumber", S_STRING, 0, "Of the last; absent while the shard is open."},
    PARAMS_END,
};

static PARAMS(shard) = {
    {"ShardId", S_STRING, 0, "Id of the shard."},
    {"SequenceNumberRange", S_STRUCTURE(range), 0, "Which records it has."},
    {"ParentShardId", S_STRING, 0, "The shard that it goes on from."},
    PARAMS_END,
};
static const struct slrun_shape shard_shape = S_STRUCTURE(shard);

static PARAMS(description) = {
    {"StreamArn", S_STRING, 0, "ARN of the stream."},
    {"StreamLabel", S_STRING, 0, "When it was made, as text."},
    {"StreamStatus", S_WORD(words_status), 0, "ENABLED, DISABLED, or on the way there."},
    {"StreamViewType", S_WORD(words_view), 0, "What records hold."},
    {"CreationRequestDateTime", S_TIMESTAMP, 0, "When it was made."},
    {"TableName", S_STRING, 0, "Name of its table."},
    {"KeySchema", S_LIST(table_key_element), 0, "Keys of the table."},
    {"Shards", S_LIST(shard_shape), 0, "Its shards, parents first."},
    {"LastEvaluatedShardId", S_STRING, 0, "There is more behind this shard."},
    PARAMS_END,
};

static PARAMS(change) = {
    {"ApproximateCreationDateTime", S_TIMESTAMP, 0, "When the change was made."},
    {"Keys", S_MAP(shape_value), 0, "Key attributes of the item."},
    {"NewImage", S_MAP(shape_value), 0, "The item after the change."},
    {"OldImage", S_MAP(shape_value), 0, "The item before the change."},
    {"SequenceNumber", S_STRING, 0, "Number of the record."},
    {"SizeBytes", S_INTEGER, 0, "Size of the record."},
    {"StreamViewType", S_WORD(words_view), 0, "Which images there are."},
    PARAMS_END,
};

static PARAMS(identity) = {
    {"PrincipalId", S_STRING, 0, "dynamodb.amazonaws.com."},
    {"Type", S_STRING, 0, "Service."},
    PARAMS_END,
};

static PARAMS(record) = {
    {"eventID", S_STRING, 0, "Id of the record."},
    {"eventName", S_WORD(words_event), 0, "INSERT, MODIFY or REMOVE."},
    {"eventVersion", S_STRING, 0, "Version of the record's form."},
    {"eventSource", S_STRING, 0, "aws:dynamodb."},
    {"awsRegion", S_STRING, 0, "Region of the table."},
    {"dynamodb", S_STRUCTURE(change), 0, "The change."},
    {"userIdentity", S_STRUCTURE(identity), 0, "With deletions by time to live: the service."},
    PARAMS_END,
};
static const struct slrun_shape record_shape = S_STRUCTURE(record);

PARAMS(list_streams_params) = {
    {"TableName", S_STRING, 0, "Only the streams of this table."},
    {"Limit", S_INTEGER, 0, "Streams on a page, 1 to 100."},
    {"ExclusiveStartStreamArn", S_STRING, 0, "LastEvaluatedStreamArn of the page before."},
    PARAMS_END,
};

PARAMS(list_streams_result) = {
    {"Streams", S_LIST(stream_shape), 0, "Streams of this page, each with its table."},
    {"LastEvaluatedStreamArn", S_STRING, 0, "There is more behind this stream."},
    PARAMS_END,
};

PARAMS(describe_stream_params) = {
    {"StreamArn", S_STRING, SLRUN_REQUIRED, "ARN of the stream (describe_table tells it)."},
    {"Limit", S_INTEGER, 0, "Shards on a page, 1 to 100."},
    {"ExclusiveStartShardId", S_STRING, 0, "LastEvaluatedShardId of the page before."},
    {"ShardFilter", S_STRUCTURE(filter), 0, "Only the children of a shard."},
    PARAMS_END,
};

PARAMS(describe_stream_result) = {
    {"StreamDescription", S_STRUCTURE(description), 0, "The stream."},
    PARAMS_END,
};

PARAMS(get_shard_iterator_params) = {
    {"StreamArn", S_STRING, SLRUN_REQUIRED, "ARN of the stream."},
    {"ShardId", S_STRING, SLRUN_REQUIRED, "Id of the shard."},
    {"ShardIteratorType", S_WORD(words_iterator), SLRUN_REQUIRED, "Where reading begins."},
    {"SequenceNumber", S_STRING, 0, "With AT_ and AFTER_SEQUENCE_NUMBER: of which record."},
    {"Timestamp", S_TIMESTAMP, 0, "With AT_TIMESTAMP: from when on."},
    PARAMS_END,
};

PARAMS(get_shard_iterator_result) = {
    {"ShardIterator", S_STRING, 0, "For get_records, within 15 minutes."},
    PARAMS_END,
};

PARAMS(get_records_params) = {
    {"ShardIterator", S_STRING, SLRUN_REQUIRED, "From get_shard_iterator, or NextShardIterator."},
    {"Limit", S_INTEGER, 0, "Records at most, 1 to 1000."},
    PARAMS_END,
};

PARAMS(get_records_result) = {
    {"Records", S_LIST(record_shape), 0, "The records; the list may be empty."},
    {"NextShardIterator", S_STRING, 0, "Goes on; absent when a closed shard has been read."},
    PARAMS_END,
};
