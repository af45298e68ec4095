/* SPDX-License-Identifier: Apache-2.0 */
/* The parameters of the operations on records. */
#include "params/params_shared.h"

enum { PARTITION_KEY_MAX = 256, ITERATOR_MAX = 512 };

const char *const params_iterator_words[] = {
    "AFTER_SEQUENCE_NUMBER", "LATEST", "AT_TIMESTAMP", "AT_SEQUENCE_NUMBER", "TRIM_HORIZON", NULL};

#define PARTITION_KEY STRING("PartitionKey", PARAM_REQUIRED, 1, PARTITION_KEY_MAX)
#define HASH_KEY      MATCHING("ExplicitHashKey", 0, PATTERN_HASH_KEY)
#define DATA          BLOB("Data", PARAM_REQUIRED)

static const struct param entry_members[] = {PARTITION_KEY, HASH_KEY, DATA, END};
static const struct param entry = {
    .name = "", .type = PARAM_STRUCT, .of = entry_members, .java = "PutRecordsRequestEntry"};

const struct param params_put_record[] = {
    MATCHING("SequenceNumberForOrdering", 0, PATTERN_SEQUENCE),
    PARTITION_KEY,
    HASH_KEY,
    DATA,
    STREAM,
    DRY_RUN,
    END};

const struct param params_put_records[] = {LIST("Records", PARAM_REQUIRED, &entry, PUT_RECORDS_MAX),
                                           STREAM, DRY_RUN, END};

const struct param params_get_shard_iterator[] = {
    NAME("ShardId", PARAM_REQUIRED),
    WORD("ShardIteratorType", PARAM_REQUIRED, params_iterator_words),
    MATCHING("StartingSequenceNumber", 0, PATTERN_SEQUENCE),
    STREAM,
    TIMESTAMP("Timestamp"),
    DRY_RUN,
    END};

const struct param params_get_records[] = {INTEGER("Limit", 0, 1, LIMIT_MAX),
                                           STRING("ShardIterator", PARAM_REQUIRED, 1, ITERATOR_MAX),
                                           STREAM_ARN(0),
                                           STREAM_ID,
                                           DRY_RUN,
                                           END};
