/* SPDX-License-Identifier: Apache-2.0 */
/* One exchange of an HTTP/2 connection: the session's own. */
#ifndef SLRUN_NET_HTTP2_STREAM_H
#define SLRUN_NET_HTTP2_STREAM_H

#include <stdbool.h>
#include <stdint.h>

#include "net/server/http2_api.h"
#include "net/server/http2_session.h"
#include "net/server/http_carrier.h"
#include "net/server/http_inbound.h"
#include "net/server/http_outbox.h"

/* Bytes of a request's head; 431 beyond. HTTP/1.1 takes about as many. */
enum { HTTP2_HEAD_MAX = 16 << 10 };

struct http2_session {
    const struct http2_api *api;
    struct http2_session_options o;
    struct nghttp2_session *inner;
    struct http2_stream *streams;
};

struct http2_stream {
    struct inbound in;             /* first */
    struct http2_session *session; /* NULL: the client is gone, the handler will still answer */
    struct http2_stream *prev, *next;
    int32_t id;
    bool served;     /* serve() was called */
    struct buf head; /* name NUL value NUL, again and again */
    size_t n_head;
    struct slrun_header *headers;
    struct outbox out;     /* the body of the answer, */
    struct http_file file; /* or where it is; fd -1: nowhere */
};

/* The head of a request begins. NULL: out of memory. */
struct http2_stream *http2_stream_new(struct http2_session *session, int32_t id);

/* A header, or a pseudo-header (RFC 9113, 8.3.1). */
void http2_stream_header(struct http2_stream *stream, const char *name, const char *value);

/* The head is whole. false: out of memory. */
bool http2_stream_head(struct http2_stream *stream);

/* The request is complete. */
void http2_stream_serve(struct http2_stream *stream);

/* Whether the handler has still to answer it, or to feed its answer. */
bool http2_stream_waits(const struct http2_stream *stream);

/* It is over for the client. It is freed, or stays until the handler has answered to nobody. */
void http2_stream_close(struct http2_stream *stream, bool closing);

/* What answers it (http2_answer.c). */
extern const struct http_carrier http2_carrier;

/* Frees it; it is in no session any more. */
void http2_stream_free(struct http2_stream *stream);

#endif
