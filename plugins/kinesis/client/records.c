/* SPDX-License-Identifier: Apache-2.0 */
/* Records: what the operations take and answer. */
#include "client/ops.h"
#include "client/shapes.h"

static PARAMS(put_records_request_entry_members) = {
    {"Data", S_BLOB, SLRUN_REQUIRED, "Bytes of the record."},
    {"ExplicitHashKey", S_STRING, 0, "Hash key in place of the MD5 of PartitionKey."},
    {"PartitionKey", S_STRING, 0, "Records of one key go to one shard, in order."},
    PARAMS_END,
};
static const struct slrun_shape shape_put_records_request_entry =
    S_STRUCTURE(put_records_request_entry_members);

static PARAMS(put_records_result_entry_members) = {
    {"SequenceNumber", S_STRING, 0, "Number of the record in its shard."},
    {"ShardId", S_STRING, 0, "Id of the shard."},
    {"ErrorCode", S_STRING, 0, "Why it was not put."},
    {"ErrorMessage", S_STRING, 0, "The same in words."},
    PARAMS_END,
};
static const struct slrun_shape shape_put_records_result_entry =
    S_STRUCTURE(put_records_result_entry_members);

static const char *const words_shard_iterator_type[] = {
    "AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER", "TRIM_HORIZON", "LATEST", "AT_TIMESTAMP", NULL};

static PARAMS(record_members) = {
    {"SequenceNumber", S_STRING, 0, "Number of the record in its shard."},
    {"ApproximateArrivalTimestamp", S_TIMESTAMP, 0, "When it arrived."},
    {"Data", S_BLOB, 0, "Bytes of the record."},
    {"PartitionKey", S_STRING, 0, "Records of one key go to one shard, in order."},
    {"EncryptionType", S_WORD(words_encryption_type), 0, "NONE or KMS."},
    PARAMS_END,
};
static const struct slrun_shape shape_record = S_STRUCTURE(record_members);

static PARAMS(child_shard_members) = {
    {"ShardId", S_STRING, 0, "Id of the shard."},
    {"ParentShards", S_LIST(shape_string), 0, "Shards it came from."},
    {"HashKeyRange", S_STRUCTURE(hash_key_range_members), 0, "Hash keys of the shard."},
    PARAMS_END,
};
static const struct slrun_shape shape_child_shard = S_STRUCTURE(child_shard_members);

PARAMS(put_record_params) = {
    {"StreamName", S_STRING, 0, "Name of the stream; or StreamARN."},
    {"Data", S_BLOB, SLRUN_REQUIRED, "Bytes of the record."},
    {"PartitionKey", S_STRING, 0, "Records of one key go to one shard, in order."},
    {"ExplicitHashKey", S_STRING, 0, "Hash key in place of the MD5 of PartitionKey."},
    {"SequenceNumberForOrdering", S_STRING, 0, "Sequence number of the record before."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    {"DryRun", S_BOOLEAN, 0, "true: only checks the permission."},
    PARAMS_END,
};

PARAMS(put_record_result) = {
    {"ShardId", S_STRING, 0, "Id of the shard."},
    {"SequenceNumber", S_STRING, 0, "Number of the record in its shard."},
    {"EncryptionType", S_WORD(words_encryption_type), 0, "NONE or KMS."},
    PARAMS_END,
};

PARAMS(put_records_params) = {
    {"Records", S_LIST(shape_put_records_request_entry), SLRUN_REQUIRED, "Up to 500 records."},
    {"StreamName", S_STRING, 0, "Name of the stream; or StreamARN."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    {"DryRun", S_BOOLEAN, 0, "true: only checks the permission."},
    PARAMS_END,
};

PARAMS(put_records_result) = {
    {"FailedRecordCount", S_INTEGER, 0, "Records that were not put."},
    {"Records", S_LIST(shape_put_records_result_entry), 0,
     "One entry a record, in the order of the request."},
    {"EncryptionType", S_WORD(words_encryption_type), 0, "NONE or KMS."},
    PARAMS_END,
};

PARAMS(get_shard_iterator_params) = {
    {"StreamName", S_STRING, 0, "Name of the stream; or StreamARN."},
    {"ShardId", S_STRING, SLRUN_REQUIRED, "Id of the shard."},
    {"ShardIteratorType", S_WORD(words_shard_iterator_type), SLRUN_REQUIRED, "Where to begin."},
    {"StartingSequenceNumber", S_STRING, 0, "Sequence number, with AT_ and AFTER_SEQUENCE_NUMBER."},
    {"Timestamp", S_TIMESTAMP, 0, "Moment, with AT_TIMESTAMP; seconds since 1970."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    {"DryRun", S_BOOLEAN, 0, "true: only checks the permission."},
    PARAMS_END,
};

PARAMS(get_shard_iterator_result) = {
    {"ShardIterator", S_STRING, 0, "Position in a shard; good for 5 minutes."},
    PARAMS_END,
};

PARAMS(get_records_params) = {
    {"ShardIterator", S_STRING, SLRUN_REQUIRED, "Position in a shard; good for 5 minutes."},
    {"Limit", S_INTEGER, 0, "Most records, 1 to 10000."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    {"DryRun", S_BOOLEAN, 0, "true: only checks the permission."},
    PARAMS_END,
};

PARAMS(get_records_result) = {
    {"Records", S_LIST(shape_record), 0, "The records, in their order; {} if none has come."},
    {"NextShardIterator", S_STRING, 0,
     "Position after these records; absent at the end of a closed shard."},
    {"MillisBehindLatest", S_INTEGER, 0, "Milliseconds behind the latest record."},
    {"ChildShards", S_LIST(shape_child_shard), 0, "Children of a closed shard, at its end."},
    PARAMS_END,
};
