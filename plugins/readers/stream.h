/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Streams as event sources (Developer Guide, "Process Amazon Kinesis Data Streams records with
 * Lambda", "... DynamoDB Streams"). A stream is read by shards, children after their parents; the
 * records of a shard go into lanes by their keys (ParallelizationFactor), and each lane hands one
 * batch at a time to the function, in order.
 */
#ifndef SLRUN_READERS_STREAM_H
#define SLRUN_READERS_STREAM_H

#include "readers/reader.h"

enum { SHARD_ID_SIZE = 129, SEQUENCE_SIZE = 160 };

struct shard;
struct stream;

/* What a kind of stream does in its own way. */
struct stream_kind {
    const char *list; /* the operation that lists shards */
    json_t *(*list_args)(const struct stream *stream, const char *after);
    /* Of its result: the shards, and what goes on (NULL: no more). Borrowed. */
    const json_t *(*listed)(const json_t *result, const char **after);
    /* Adds what names the shard's stream to the arguments of GetShardIterator. */
    void (*name)(const struct stream *stream, json_t *args);
    json_t *(*event)(const struct reader *reader, const char *shard, const json_t *record);
    const char *part; /* the member of a record that has the following */
    const char *number, *arrival;
    const char *key;      /* whose value says in which lane a record goes */
    const char *info;     /* in a message about what was given up: "KinesisBatchInfo" */
    bool ms;              /* times there have milliseconds */
    bool timestamps;      /* AT_TIMESTAMP is known */
    int64_t limit;        /* most records of one GetRecords */
    int64_t retention_ms; /* records do not live longer; 0: not known */
};

/* A part of a lane's batch, with what happened to it. */
struct part {
    struct part *next;
    json_t *records;
    unsigned invokes; /* since something of it succeeded */
    unsigned retries;
    char request_id[64]; /* of the last invocation */
    char version[32];
    bool error; /* it ended with an error, not with a list of failures */
};

struct lane {
    struct shard *shard;
    json_t *records; /* that came, in order */
    size_t bytes;
    int64_t since_ms;   /* the first of them came, or the batch before ended */
    struct part *parts; /* of the batch at work */
    bool invoking;
    unsigned throttled;
    struct reader_timer window, again;
    /* Tumbling windows: of the records, and what the handler keeps. */
    int64_t tumbling_ms; /* its begin; 0: none is open */
    json_t *state;
    bool ending, too_large;
    struct reader_timer tumbling;
};

enum shard_state {
    SHARD_NEW, /* its parents are not done */
    SHARD_OPEN,
    SHARD_ENDED, /* all of it has been read */
    SHARD_DONE   /* and handled */
};

struct shard {
    struct shard *next;
    struct stream *stream;
    char id[SHARD_ID_SIZE];
    char parents[2][SHARD_ID_SIZE];
    enum shard_state state;
    const char *type;         /* of the iterator, where `from` does not say it */
    char from[SEQUENCE_SIZE]; /* read up to there; or "" */
    bool after;               /* go on behind it */
    json_t *iterator;
    bool reading, more, placed;
    bool more_since; /* there was news while it was read */
    bool late;       /* LATEST has passed: what came since the mapping began */
    struct reader_timer again;
    unsigned errors;
    size_t n_lanes;
    struct lane *lanes;
};

struct stream {
    struct reader base;
    const struct stream_kind *kind;
    struct shard *shards;
    json_t *position; /* from before, or NULL */
    int64_t since_ms; /* when the mapping began */
    bool listing, stale, listed;
    struct reader_timer again;
};

/* ---- shard.c ---- */

/* Reads on, if it may; begins with those whose parents are done. */
void shard_pump(struct shard *shard);
void shard_free(struct shard *shard);
/* Keeps how far all shards have come. */
void stream_save(const struct stream *stream);
/* A lane has handled something: the shard may be done, or have room again. */
void shard_advanced(struct shard *shard);

/* ---- stream.c ---- */

/* A shard is done: its children may begin. */
void stream_advanced(struct stream *stream);
/* Whether all shards have their place: reader_ready(). */
void stream_placed(struct stream *stream);

/* ---- lane.c ---- */

bool lane_open(struct lane *lane, struct shard *shard);
void lane_close(struct lane *lane);
void lane_add(struct lane *lane, json_t *record); /* taken over */
void lane_pump(struct lane *lane);
/* Nothing is left in it. */
bool lane_idle(const struct lane *lane);
/* Takes nothing more. */
void lane_stop(struct lane *lane);

/* ---- of records ---- */

const char *record_number(const struct stream *stream, const json_t *record);
/* Milliseconds since 1970. */
int64_t record_arrival(const struct stream *stream, const json_t *record);
/* Below 0, 0, above 0: sequence numbers in their order. */
int sequence_compare(const char *a, const char *b);

#endif
