/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The streams of tables (Developer Guide, "Change data capture for DynamoDB Streams"): those that
 * are enabled, and the disabled ones for the 24 hours in which they can still be read. The store
 * keeps them and their records.
 */
#ifndef SLRUN_DYNAMODB_STREAM_H
#define SLRUN_DYNAMODB_STREAM_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "store/catalog.h"
#include "store/store.h"

#define STREAM_RETENTION_MS (INT64_C(24) * 60 * 60 * 1000)

enum { STREAM_LABEL_SIZE = 40 };

struct stream {
    int64_t id;
    char *account;
    char *region;
    char *table_name;
    char *arn;
    char label[STREAM_LABEL_SIZE]; /* when it was made, as text; no two of a table are the same */
    char *view;                    /* StreamViewType */
    json_t *key_schema;
    int64_t created_ms;
    int64_t closed_ms; /* when it was disabled; 0: it is enabled */
    int64_t last;      /* number of the newest record, see shard.h */
};

struct streams;

/* Reads all streams from the store and gives the tables theirs. NULL when that fails. */
struct streams *streams_open(struct store *store, const struct catalog *catalog);
void streams_close(struct streams *streams);

/* Forgets all streams, here only: store_reset() is the other half. */
void streams_reset(struct streams *streams);

/* Makes a stream for the table, which must have no enabled one. False when the store fails. */
bool streams_enable(struct streams *streams, struct table *table, const char *view, int64_t now_ms);

/* Closes the table's stream, if one is enabled; it stays readable. False when the store fails. */
bool streams_disable(struct streams *streams, struct table *table, int64_t now_ms);

/* Removes what nobody can read any more: call before streams are looked at. */
void streams_expire(struct streams *streams, const struct catalog *catalog, int64_t now_ms);

/* In the order in which they were made; NULL behind the last. */
struct stream *streams_at(const struct streams *streams, size_t i);

/* Does the table have an enabled stream? */
bool stream_is_open(const struct stream *stream);

/* Its ARN, a new string; NULL without memory. */
json_t *stream_arn(const struct stream *stream);

#endif
