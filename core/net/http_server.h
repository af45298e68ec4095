/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An HTTP/1.1 server on loopback, driven by the libuv loop (libmicrohttpd with its own epoll set
 * and no thread). Requests come to one function, whole; they are answered at once or later, each by
 * one write of head and body. Connections are kept alive. `Expect: 100-continue` is heeded.
 *
 * Everything here belongs to the loop's thread.
 */
#ifndef SLRUN_NET_HTTP_SERVER_H
#define SLRUN_NET_HTTP_SERVER_H

#include <stdbool.h>
#include <stddef.h>

#include <slrun/error.h>
#include <slrun/http.h>
#include <slrun/local.h>

struct uv_loop_s; /* uv_loop_t */
struct http_server;

enum {
    HTTP_SERVER_BODY_MAX = 16 << 20, /* bytes of a request's body; 413 beyond */
    HTTP_SERVER_HEADERS_MAX = 128,   /* headers of a request; 431 beyond */
    HTTP_SERVER_TARGET_MAX = 8192    /* bytes of a request target; 414 beyond */
};

/* One request and its answer. It belongs to the server and ends with http_server_reply() or with
 * gone(). */
struct http_exchange {
    const char *method;
    const char *target; /* path and query as they came over the wire */
    const struct slrun_header *headers;
    size_t n_headers;
    const void *body; /* never NULL; a NUL stands behind its last byte */
    size_t size;
    void *data; /* the handler's, NULL at first */
};

struct http_server_options {
    unsigned port; /* of 127.0.0.1; 0: a free one */
    /* Required. One request; http_server_reply() now or later. */
    void (*serve)(void *arg, struct http_exchange *x);
    /*
     * Required. The client has left before the reply, or the server is being freed (`closing`).
     * true: the exchange is over when this returns. false: it stays as it is and the handler will
     * still reply, to nobody; when closing it is over all the same. Never called from inside
     * serve() or http_server_reply().
     */
    bool (*gone)(void *arg, struct http_exchange *x, bool closing);
    void *arg;
};

/* Listens. NULL with `error` filled (IO; a port in use has a hint). */
struct http_server *http_server_new(struct uv_loop_s *loop,
                                    const struct http_server_options *options,
                                    struct slrun_error *error);

/* The port it listens at. */
unsigned http_server_port(const struct http_server *server);

/* Answers and ends the exchange; copies what it needs. Date, Content-Length and Connection are
 * added; a HEAD gets no body. */
void http_server_reply(struct http_exchange *x, const struct slrun_reply *reply);

/* Ends the exchanges that wait (gone() for each, also where it was told before) and closes all
 * connections. The memory goes when the loop has run its closing handles. Not from inside serve().
 * NULL is allowed. */
void http_server_free(struct http_server *server);

#endif
