/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Readers, which stand between a queue or a stream and who gets its records in batches: the
 * function of an event source mapping (Lambda Developer Guide, "Invoke Lambda with events from
 * other AWS services"), or a pipe, whose sources AWS documents alike (EventBridge User Guide,
 * "Amazon EventBridge Pipes sources"). What is read, and how, comes as a document in the words of
 * GetEventSourceMapping; "FunctionArn" there is the ARN of who gets the records: the consumer. The
 * service that reads is known here only by struct engine_host.
 *
 * A reader watches its source and does nothing until there is news of it.
 *
 * This folder is a static library of the plugins that read for others, and no plugin.
 */
#ifndef SLRUN_READERS_ENGINE_H
#define SLRUN_READERS_ENGINE_H

#include <stdbool.h>

#include <slrun/cloud.h>

struct engine;

enum invoke_answer { INVOKE_STARTED, INVOKE_THROTTLED, INVOKE_NO_FUNCTION };

/* How an invocation ended. All is borrowed. */
struct invoke_end {
    const char *request_id;
    const char *version; /* that ran, or NULL */
    const char *error;   /* "Unhandled", or NULL: it worked */
    const char *payload; /* what came back; a partial batch response stands there */
    size_t size;
};

/* Strings are copied. */
struct invoke_start {
    const char *consumer; /* its ARN; of a function maybe with a qualifier */
    const char *region, *account;
    const json_t *event; /* {"Records": [...]}, borrowed */
    /* Called once, on a later turn of the loop, if the answer was INVOKE_STARTED. */
    void (*done)(void *arg, const struct invoke_end *end);
    void *arg;
};

/* Records that were given up. All is borrowed. */
struct engine_loss {
    const char *consumer;
    const char *condition;  /* "RetryAttemptsExhausted", "RecordAgeExceeded" */
    const char *request_id; /* of the last invocation */
    const char *version;    /* that ran then */
    unsigned invokes;       /* so often it was tried, at least 1 */
    bool aged, error;       /* they became too old; the last invocation ended with an error */
};

/* What the service that reads does for the engine. */
struct engine_host {
    const struct slrun_cloud *cloud;
    void *arg;
    const char *service; /* the plugin: "lambda"; its documents say how far streams were read */
    const char *kind;    /* what a reader is called, as a failed wait tells it: "mapping" */
    bool by_consumer;    /* and that by its consumer's ARN, not by its UUID */
    /* *invocation is for forget(). */
    enum invoke_answer (*invoke)(void *arg, const struct invoke_start *start, void **invocation);
    void (*forget)(void *invocation); /* no done() any more; the handler goes on */
    /* ARN of the role that reads for a consumer; borrowed, never NULL. */
    const char *(*role)(void *arg, const char *consumer);
    /* Says for whom a call is that reads, or `sends` what was given up (iam.h). */
    void (*on_behalf)(void *arg, const char *consumer, bool sends, struct slrun_calling *calling);
    /* The message about what was given up, as far as it does not speak of the records; a new
     * reference. */
    json_t *(*lost)(void *arg, const struct engine_loss *loss);
    /* LastProcessingResult of a mapping. */
    void (*told)(void *arg, const char *uuid, const char *result);
    /* The source cannot be read just now; or NULL. */
    void (*unreadable)(void *arg, const char *uuid, const struct slrun_error *error);
    /* So many records did not pass the filters; or NULL. */
    void (*left_out)(void *arg, const char *uuid, size_t n);
};

/* `host` is copied. NULL: out of memory. */
struct engine *engine_new(const struct engine_host *host);
/* Drops all readers where they stand. NULL is allowed. */
void engine_free(struct engine *engine);

/*
 * Begins to read for a mapping; `config` is copied. A reader of that UUID that is still at work
 * ends first. ready() comes once, when the place to begin at is taken (LATEST), maybe before this
 * returns; not after engine_stop() and engine_free(). False: the source is of no known kind, or no
 * memory.
 */
struct engine_start {
    const json_t *config;
    void (*ready)(void *arg); /* or NULL */
    void *arg;
};
bool engine_start(struct engine *engine, const struct engine_start *start);
/* Takes nothing more; batches at work come to their end. Streams go on from there at the next
 * engine_start(), unless `forget`. */
void engine_stop(struct engine *engine, const char *uuid, bool forget);

/* ---- what the operations ask ---- */

/* The kind of an event source: "sqs", "kinesis", "dynamodb"; NULL: none that is read here. */
const char *engine_source(const char *arn);

#endif
