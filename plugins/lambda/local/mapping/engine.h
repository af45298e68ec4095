/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Event source mappings at work: readers that stand between a queue or a stream and a function
 * (Developer Guide, "Invoke Lambda with events from other AWS services"). What a mapping is comes
 * as the document that GetEventSourceMapping answers; the rest of Lambda is known here only by
 * struct engine_host.
 *
 * A reader watches its source and does nothing until there is news of it.
 */
#ifndef SLRUN_LAMBDA_ENGINE_H
#define SLRUN_LAMBDA_ENGINE_H

#include <stdbool.h>

#include <slrun/cloud.h>

struct engine;

enum invoke_answer { INVOKE_STARTED, INVOKE_THROTTLED, INVOKE_NO_FUNCTION };

/* How an invocation ended. All is borrowed. */
struct invoke_end {
    const char *request_id;
    const char *version; /* that ran */
    const char *error;   /* "Unhandled", or NULL: the handler returned */
    const char *payload; /* what it returned */
    size_t size;
};

/* Strings are copied. */
struct invoke_start {
    const char *function; /* its ARN, maybe with a qualifier */
    const char *region, *account;
    const char *payload;
    size_t size;
    /* Called once, on a later turn of the loop, if the answer was INVOKE_STARTED. */
    void (*done)(void *arg, const struct invoke_end *end);
    void *arg;
};

/* What Lambda does for the engine. */
struct engine_host {
    const struct slrun_cloud *cloud;
    void *arg;
    /* *invocation is for forget(). */
    enum invoke_answer (*invoke)(void *arg, const struct invoke_start *start, void **invocation);
    void (*forget)(void *invocation); /* no done() any more; the handler goes on */
    /* ARN of the role of a function; borrowed, never NULL. */
    const char *(*role)(void *arg, const char *function);
    /* LastProcessingResult of a mapping. */
    void (*told)(void *arg, const char *uuid, const char *result);
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
