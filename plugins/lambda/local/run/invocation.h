/* SPDX-License-Identifier: Apache-2.0 */
/* One invocation of a function, from whoever asks to what comes back. */
#ifndef SLRUN_LAMBDA_INVOCATION_H
#define SLRUN_LAMBDA_INVOCATION_H

#include "local/bytes.h"
#include "local/function.h"

enum {
    PAYLOAD_MAX = 6291456,       /* Developer Guide, "Lambda quotas": 6 MB, synchronous */
    RESPONSE_MAX = 6291556,      /* what AWS's error message says */
    ASYNC_PAYLOAD_MAX = 1048576, /* 1 MB */
    CONCURRENCY_MAX = 1000       /* of the account */
};

/* How a streamed answer is told that has a status and headers: JSON of those, NULs, the body. */
#define PRELUDE_TYPE "application/vnd.awslambda.http-integration-response"
enum { PRELUDE_MARK = 8, PRELUDE_MAX = 1 << 20 };
/* Where the body begins; 0: it has not come yet. */
size_t prelude_end(const char *data, size_t size);

struct pool;

/* How it ended. All is borrowed. */
struct invoke_outcome {
    const char *request_id;
    const char *version; /* that ran */
    const char *error;   /* X-Amz-Function-Error: "Unhandled"; NULL: it worked */
    const char *payload; /* what the handler returned, or the error document; a NUL behind it */
    size_t size;
    const char *log; /* its tail */
    size_t log_size;
};

/* A piece of what a handler answers as it works; the first may be empty. All is borrowed. */
struct invoke_piece {
    const char *version; /* that runs */
    const char *type;    /* content type of the whole, or NULL */
    const void *data;
    size_t size;
};

struct invoke_order {
    struct function *function;
    const char *qualifier; /* a version, an alias, or "" */
    const char *payload;   /* copied */
    size_t size;
    const char *client_context; /* JSON, or NULL */
    const char *request_id;     /* NULL: a new one */
    const char *trace_header;   /* or NULL */
    /* Called once, on a later turn of the loop. */
    void (*done)(void *arg, const struct invoke_outcome *outcome);
    /* Called before, for each piece of an answer that is streamed; done() then has no payload,
     * unless there is an error. NULL: done() has all of it. */
    void (*piece)(void *arg, const struct invoke_piece *piece);
    void *arg;
};

struct invocation {
    struct invocation *next; /* that waits in its pool */
    struct pool *pool;
    char id[UUID_SIZE];
    char arn[ARN_SIZE]; /* that was invoked */
    char trace[128];
    char *payload, *client_context;
    size_t size;
    double queued_ms, started_ms; /* real time */
    bool answered, timed_out;
    bool streamed;         /* a piece of its answer has come */
    struct growing result; /* of the handler */
    char error_type[128];  /* "": it worked */
    void (*done)(void *arg, const struct invoke_outcome *outcome);
    void (*piece)(void *arg, const struct invoke_piece *piece);
    void *arg;
};

/*
 * Invokes a function: the one way in for all (the operation Invoke, asynchronous events, event
 * source mappings, URLs). NULL with `fault` filled: TooManyRequestsException, ResourceNotFound...
 */
struct invocation *function_invoke(const struct invoke_order *order, struct fault *fault);
/* Nobody wants to know any more; the handler goes on. */
void invocation_forget(struct invocation *invocation);

/* ---- for its pool and its process ---- */

/* A piece of its answer. */
void invocation_piece(struct invocation *invocation, const struct invoke_piece *piece);
/* Its answer as a whole; one that was collected from pieces of that content type (or NULL). */
void invocation_answer(struct invocation *invocation, const void *data, size_t size);
void invocation_collected(struct invocation *invocation, const char *type);

/* Its end with an error document {"errorType", "errorMessage"}: a printf of the message. */
void invocation_fail(struct invocation *invocation, const char *type, const char *format, ...)
    SLRUN_PRINTF(3, 4);
/* Its end with a document that is known already (borrowed). */
void invocation_fail_with(struct invocation *invocation, const json_t *document);
/* Tells who asked, and frees it. `log` may be NULL. */
void invocation_end(struct invocation *invocation, const char *log, size_t log_size);

#endif
