/* SPDX-License-Identifier: Apache-2.0 */
/* A reader: what all kinds of sources have in common. Each kind is a row of a table (struct
 * source) and a struct that begins with struct reader. */
#ifndef SLRUN_READERS_READER_H
#define SLRUN_READERS_READER_H

#include "readers/engine.h"

enum {
    EVENT_MAX = 6291456,    /* bytes of an event: Lambda quotas, "Invocation payload" */
    EVENT_FRAME = 512,      /* of them, what stands around the records */
    BACKOFF_FIRST_MS = 500, /* after an error; doubled each time, up to */
    BACKOFF_MAX_MS = 60 * 1000
};

struct filter_record;
struct reader;

/* A call or an invocation that is not done. Its reader may be gone before. */
struct job {
    struct job *prev, *next;
    struct engine *engine;
    struct reader *reader;
    void *invocation;
    void (*called)(void *arg, const json_t *result, const struct slrun_error *error);
    void (*invoked)(void *arg, const struct invoke_end *end);
    void *arg;
};

struct engine {
    struct engine_host host;
    struct reader *readers;
    struct job *jobs;
};

struct source {
    const char *service; /* in the ARN; also the plugin's name */
    size_t size;         /* of its struct */
    /* What a filter pattern means by the content of a record, where it may be JSON; or NULL. */
    const char *content;
    bool (*start)(struct reader *reader); /* ends in reader_ready(), now or later */
    void (*news)(struct reader *reader);
    void (*stop)(struct reader *reader); /* takes nothing more */
    void (*drop)(struct reader *reader); /* frees what it holds, stops its timers */
};

struct reader {
    struct engine *engine;
    struct reader *next;
    const struct source *source;
    json_t *config;
    const char *uuid, *consumer, *arn; /* of config */
    char *stream;                      /* ARN without a consumer's part; of a queue: the same */
    char region[32], account[13];
    char *name; /* of the queue or stream; points into `stream` */
    size_t batch_size;
    int64_t window_ms;
    bool partial;     /* ReportBatchItemFailures */
    json_t *patterns; /* of FilterCriteria, or NULL: all pass */
    struct slrun_watch *watch;
    unsigned work; /* calls and invocations under way */
    bool stopping, forgotten;
    void (*ready)(void *arg);
    void *ready_arg;
    struct engine_start after; /* config NULL, or what begins when this has ended */
};

extern const struct source source_sqs, source_kinesis, source_dynamodb;

const struct slrun_cloud *reader_cloud(const struct reader *reader);
int64_t reader_now(const struct reader *reader);
/* An integer, boolean or string of the mapping; the default where it is not there. */
int64_t reader_integer(const struct reader *reader, const char *name, int64_t otherwise);
/* ARN of the role that reads; borrowed. */
const char *reader_role(const struct reader *reader);
void reader_ready(struct reader *reader);
/* LastProcessingResult. */
void reader_tell(struct reader *reader, const char *result);
/* The source has answered with an error. */
void reader_tell_error(struct reader *reader, const struct slrun_error *error);
/* Whether the record passes the filters; if not, that is told. */
bool reader_lets_pass(struct reader *reader, const struct filter_record *record);
/* What the function answered to these records, where something is odd about it, is told.
 * `all_failed`: they count as failed for it. */
void reader_judge_answer(struct reader *reader, const struct invoke_end *end, const json_t *records,
                         bool all_failed);
/* So many records did not pass the filters. */
void reader_left_out(struct reader *reader, size_t n);

/* Calls an operation of the source's service. done() does not come for a reader that was dropped.
 * False: out of memory. */
struct reader_call {
    const char *service; /* NULL: the source's */
    const char *operation;
    json_t *args;                 /* taken over */
    const char *region, *account; /* NULL: the source's */
    void (*done)(void *arg, const json_t *result, const struct slrun_error *error);
    void *arg;
    bool lists; /* shards: which of the ways to do that AWS has, its role need not know */
};
bool reader_call(struct reader *reader, const struct reader_call *call);

/* Invokes the consumer with an event, which is taken over; done() as above. */
enum invoke_answer reader_invoke(struct reader *reader, json_t *event,
                                 void (*done)(void *arg, const struct invoke_end *end), void *arg);

/* Sets the timer in *slot to fire once, or anew; fire() finds *slot NULL. */
struct reader_timer {
    struct slrun_timer *timer;
    void (*fire)(void *arg);
    void *arg;
};
void reader_timer_set(struct reader *reader, struct reader_timer *timer, int64_t due_ms);
void reader_timer_stop(struct reader *reader, struct reader_timer *timer);

/* To be called when something came to its end: frees the reader, if it stops and nothing is at
 * work any more (then true, and it is gone). */
bool reader_end(struct reader *reader);

/* The jobs of a reader that goes: calls end for nobody, of invocations no end is told. */
void jobs_drop(struct reader *reader);
void job_free(struct job *job);

/* Bytes of a value as JSON. */
size_t json_bytes(const json_t *value);
/* How long to wait before the n-th attempt after an error (1: the first). */
int64_t backoff_ms(unsigned n);

#endif
