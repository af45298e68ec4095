/* SPDX-License-Identifier: Apache-2.0 */
/* Shapes that operations of several subjects share. */
#include "client/shapes.h"

const struct slrun_shape shape_string = S_STRING;

PARAMS(no_members) = {PARAMS_END};

PARAMS(hash_key_range_members) = {
    {"StartingHashKey", S_STRING, 0, "First hash key."},
    {"EndingHashKey", S_STRING, 0, "Last hash key."},
    PARAMS_END,
};

static PARAMS(sequence_number_range_members) = {
    {"StartingSequenceNumber", S_STRING, 0, "First sequence number."},
    {"EndingSequenceNumber", S_STRING, 0, "Last sequence number; absent while the shard is open."},
    PARAMS_END,
};

static PARAMS(shard_members) = {
    {"ShardId", S_STRING, 0, "Id of the shard."},
    {"ParentShardId", S_STRING, 0, "Shard that it came from."},
    {"AdjacentParentShardId", S_STRING, 0, "The other shard, after a merge."},
    {"HashKeyRange", S_STRUCTURE(hash_key_range_members), 0, "Hash keys of the shard."},
    {"SequenceNumberRange", S_STRUCTURE(sequence_number_range_members), 0,
     "Sequence numbers of the shard."},
    PARAMS_END,
};
const struct slrun_shape shape_shard = S_STRUCTURE(shard_members);

const char *const words_encryption_type[] = {"NONE", "KMS", NULL};
