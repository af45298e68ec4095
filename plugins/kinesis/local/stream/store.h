/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is kept on disk, with SQLite. Everything lives in memory; this writes it down as it changes
 * and reads it at the start. With a NULL store nothing happens. Writes of one request are one
 * transaction: the first begins it, store_commit() ends it. A failure is remembered and told by
 * store_commit().
 */
#ifndef SLRUN_KINESIS_STORE_H
#define SLRUN_KINESIS_STORE_H

#include <slrun/cloud.h>
#include <slrun/store.h>

#include "stream/stream.h"

/* Opens or makes kinesis.sqlite. NULL with the error filled. Closed, cleared and committed by its
 * api. */
struct slrun_store *store_open(const struct slrun_cloud *cloud, struct slrun_error *error);

/* Writes everything of the stream but its records; a new stream gets its id. */
void store_stream(struct slrun_store *store, struct stream *stream);
void store_stream_remove(struct slrun_store *store, const struct stream *stream);

/* A new record, and the counter that it has moved on. */
void store_record(struct slrun_store *store, struct stream *stream, const struct shard *shard,
                  const struct record *record);
/* Forgets the records of the shard below that index. */
void store_trim(struct slrun_store *store, const struct stream *stream, const struct shard *shard,
                uint64_t index);

/* False if something could not be written since the last time; it is then undone in the file. */
bool store_commit(struct slrun_store *store);

/* Reads everything. add() takes the stream over. False: something cannot be read. */
bool store_load(struct slrun_store *store, bool (*add)(void *arg, struct stream *stream),
                void *arg);

#endif
