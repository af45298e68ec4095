/* SPDX-License-Identifier: Apache-2.0 */
/* As much of HTTP/1.1 (RFC 9112) as AWS clients of the workloads use: POST with Content-Length,
 * kept-alive connections, pipelining. No chunked requests. */
#ifndef SLRUN_BENCH_HTTP_H
#define SLRUN_BENCH_HTTP_H

#include "stub/scan.h"

#include <stdbool.h>
#include <stddef.h>

/* A request of more bytes, head and body, is refused. */
#define HTTP_REQUEST_MAX (1u << 20)

/* An answer's body never has more bytes. */
#define HTTP_ANSWER_MAX 2048u

struct buffer {
    char *data;
    size_t len;
    size_t cap;
};

struct http_request {
    struct slice path;
    struct slice target; /* X-Amz-Target */
    struct slice body;
    size_t size;    /* of head and body: what to take from the buffer */
    bool signed_v4; /* has an Authorization header of Signature Version 4 (not verified) */
    bool close;     /* "Connection: close" */
};

struct http_answer {
    int status;
    size_t len;
    char body[HTTP_ANSWER_MAX];
};

enum http_state { HTTP_PARTIAL, HTTP_COMPLETE, HTTP_BAD };

/* Makes room for n more bytes behind b->len. */
void buffer_reserve(struct buffer *b, size_t n);
void buffer_append(struct buffer *b, const void *data, size_t n);
void buffer_drop(struct buffer *b, size_t n);
void buffer_free(struct buffer *b);

/* Reads the first request in the bytes; its slices point into them. */
enum http_state http_parse(struct slice bytes, struct http_request *request);

/* Sets an answer's status and formatted body. */
void http_answer(struct http_answer *answer, int status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Appends an answer as AWS's JSON services send it, with x-amz-crc32 (SDKs verify it) and a
 * request id made of `id`. */
void http_write(struct buffer *out, const struct http_answer *answer, unsigned long id, bool close);

#endif
