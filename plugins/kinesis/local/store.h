/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is kept on disk, with SQLite. Everything lives in memory; this writes it down as it changes
 * and reads it at the start. With a NULL store nothing happens. Writes of one request are one
 * transaction: the first begins it, store_commit() ends it. A failure is remembered and told by
 * store_commit().
 */
#ifndef SLRUN_KINESIS_STORE_H
#define SLRUN_KINESIS_STORE_H

#include <slrun/error.h>

#include "stream.h"

struct store;

/* Opens or makes kinesis.sqlite in the directory. NULL with the error filled. */
struct store *store_open(const char *directory, struct slrun_error *error);
void store_close(struct store *store);
void store_reset(struct store *store);

/* Writes everything of the stream but its records; a new stream gets its id. */
void store_stream(struct store *store, struct stream *stream);
void store_stream_remove(struct store *store, const struct stream *stream);

/* A new record, and the counter that it has moved on. */
void store_record(struct store *store, struct stream *stream, const struct shard *shard,
                  const struct record *record);
/* Forgets the records of the shard below that index. */
void store_trim(struct store *store, const struct stream *stream, const struct shard *shard,
                uint64_t index);

/* False if something could not be written since the last time. */
bool store_commit(struct store *store);

/* Reads everything. add() takes the stream over. False: something cannot be read. */
bool store_load(struct store *store, bool (*add)(void *arg, struct stream *stream), void *arg);

#endif
