/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The server's end of one HTTP/2 connection (RFC 9113), by libnghttp2: bytes that come are
 * exchanges for the handlers of http_server.h, their answers are bytes to send. It does no I/O.
 */
#ifndef SLRUN_NET_HTTP2_SESSION_H
#define SLRUN_NET_HTTP2_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include <slrun/error.h>

#include "net/server/http_server.h"

enum { HTTP2_STREAMS_MAX = 256 /* exchanges of a connection at once */ };

struct http2_session;

struct http2_session_options {
    const struct http_server_options *server; /* the handlers; it stays */
    /* There is something to send. Called from inside handlers' functions, too: it is to be sent
     * later. */
    void (*wake)(void *arg);
    void *arg;
};

/* NULL with `error` filled (IO: libnghttp2 is missing; MEMORY). */
struct http2_session *http2_session_new(const struct http2_session_options *options,
                                        struct slrun_error *error);

/* Takes bytes that have come. false: it is no HTTP/2, or there is no memory; the connection ends
 * once all is sent. */
bool http2_session_receive(struct http2_session *session, const void *data, size_t size);

/* The next bytes to send; they stay until the next call of any function. 0: there is nothing now;
 * negative: the connection ends. */
ssize_t http2_session_send(struct http2_session *session, const void **data);

/* Whether a request waits to be answered, or an open answer to be fed. */
bool http2_session_waits(const struct http2_session *session);

/* Says that no more requests are taken; the connection ends with those that are there. */
void http2_session_bid_farewell(struct http2_session *session);

/* Whether there is nothing more to be heard or said. */
bool http2_session_is_over(const struct http2_session *session);

/* The client has left, or the server is `closing`: dropped() or gone() is told of each exchange.
 * Not from inside a handler's function. */
void http2_session_free(struct http2_session *session, bool closing);

#endif
