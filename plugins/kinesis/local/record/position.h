/* SPDX-License-Identifier: Apache-2.0 */
/* Where to begin to read: what GetShardIterator and SubscribeToShard have in common. */
#ifndef SLRUN_KINESIS_POSITION_H
#define SLRUN_KINESIS_POSITION_H

#include "service.h"

struct position {
    struct stream *stream;
    const struct shard *shard;
    const char *type;        /* "LATEST" and so on */
    const char *sequence;    /* or NULL */
    const json_t *timestamp; /* seconds, or NULL */
    const char *operation;   /* for messages */
};

/* The index of the first record wanted. False with the fault filled. */
bool position_index(struct call *call, const struct position *position, uint64_t *index);

/* The shard that `id` names, in AWS's loose way; NULL with the fault filled. `stream` may be NULL:
 * it is then said not to exist. */
struct shard *position_shard(struct call *call, struct stream *stream, const char *id);

#endif
