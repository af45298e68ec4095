/* SPDX-License-Identifier: Apache-2.0 */
/* Reading records, for GetRecords and SubscribeToShard. */
#ifndef SLRUN_KINESIS_READ_H
#define SLRUN_KINESIS_READ_H

#include "service.h"

/* In: where to begin, and how many records and bytes at most (one record may be larger). Out: the
 * records as AWS answers them (a new reference), where to go on, and how far behind the tip. */
struct reading {
    uint64_t index;
    size_t limit, bytes_max;
    json_t *records;
    size_t bytes;
    int64_t behind_ms;
    bool at_end; /* a closed shard has no more */
};

void read_records(const struct shard *shard, int64_t now, struct reading *reading);

/* Forgets records that are older than the retention period. */
void read_trim(const struct service *service, struct stream *stream, struct shard *shard);

/* The children of a closed shard, as ChildShards. */
json_t *read_children(const struct stream *stream, const struct shard *shard);

#endif
