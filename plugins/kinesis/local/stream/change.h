/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Changes of a stream that take time. What is to happen is data (`pending`), so that it survives
 * the end of the process:
 *
 *   {"op": "create", "count": n}                 shards of equal ranges
 *   {"op": "split", "shard": n, "at": HASH_KEY}
 *   {"op": "merge", "shards": [n, n]}
 *   {"op": "scale", "count": n}                  splits and merges until there are n equal ones
 *   {"op": "none"}                               only the status changes
 */
#ifndef SLRUN_KINESIS_CHANGE_H
#define SLRUN_KINESIS_CHANGE_H

#include "stream/stream.h"

enum { CHANGE_MS = 200 /* how long a change takes on the local clock */ };

/* Begins a change: the stream gets this status until due_ms. Takes over `pending`; false: it is
 * NULL (out of memory). */
bool change_begin(struct stream *stream, enum status status, json_t *pending, int64_t due_ms);

/* Does what is due: the stream becomes ACTIVE, its consumers go on. False: nothing was due.
 * A stream that is to be deleted is not touched: change_is_deleted(). */
bool change_settle(struct stream *stream, int64_t now);
bool change_is_deleted(const struct stream *stream, int64_t now);

/* When something is due next, or INT64_MAX. */
int64_t change_next(const struct stream *stream);

#endif
