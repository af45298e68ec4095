/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An HTTP server, on loopback unless told, driven by the libuv loop: of HTTP/1.1 (libmicrohttpd
 * with its own epoll set and no thread), and of HTTP/2 for clients that begin with it (libnghttp2;
 * RFC 9113, 3.3). Requests come to one function, whole, or piece by piece to who wants them so;
 * they are answered at once or later, from memory, from a file, or with a body that is fed while it
 * is sent. Connections are kept alive. `Expect: 100-continue` is heeded: what is refused by its
 * head is refused before the body is sent.
 *
 * Everything here belongs to the loop's thread.
 */
#ifndef SLRUN_NET_HTTP_SERVER_H
#define SLRUN_NET_HTTP_SERVER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <slrun/error.h>
#include <slrun/http.h>
#include <slrun/local.h>

struct uv_loop_s; /* uv_loop_t */
struct http_server;
struct http_carrier;

enum {
    HTTP_SERVER_BODY_MAX = 16 << 20,     /* bytes of a body that is collected; 413 beyond */
    HTTP_SERVER_HEADERS_MAX = 128,       /* headers of a request; 431 beyond */
    HTTP_SERVER_TARGET_MAX = 8192,       /* bytes of a request target; 414 beyond */
    HTTP_SERVER_REPLY_HEADERS_MAX = 512, /* headers of an answer; more are an answer of 500 */
    HTTP_SERVER_FEED_MAX = 64 << 20,     /* bytes that were fed and are not sent yet */
    HTTP_SERVER_FEED_ENOUGH = 256 << 10, /* from so many on the client is to read first */
    HTTP_SERVER_IDLE_MAX = 150 /* seconds without a byte, but for a request that waits to be
                                  answered; libcurl uses no connection again after 118 */
};

/* What becomes of a request's body. */
enum http_body {
    HTTP_BODY_COLLECT, /* it is there when serve() is called */
    HTTP_BODY_STREAM,  /* it goes to data() as it comes, and serve() sees an empty one */
    HTTP_BODY_DROP     /* the answer has been given; it is heard out, or not asked for */
};

/* One request and its answer. It belongs to the server and ends with http_server_reply(),
 * http_server_reply_file(), http_server_feed_end(), dropped() or gone(). Names, values and target
 * stay until then. */
struct http_exchange {
    const char *method;
    const char *target; /* path and query as they came over the wire */
    const struct slrun_header *headers;
    size_t n_headers;
    const void *body; /* never NULL; a NUL stands behind its last byte */
    size_t size;
    int refusal; /* 0, or the status to refuse it with: 413 or 503, the body could not be collected
                    (then it is empty); for serve() to word */
    void *data;  /* the handler's, NULL at first */
    const char *authority; /* with HTTP/2, what ":authority" says: a signature may name it in place
                              of Host, which it also stands for here. NULL with HTTP/1.1 */
    const struct http_carrier *carrier; /* the server's own */
};

struct http_server_options {
    const char *host; /* IP address (of version 4 or 6) to listen at; NULL: 127.0.0.1 */
    unsigned port;    /* 0: a free one */
    /* The three of bodies in pieces are there together, or none. The head of a request has come;
     * http_server_reply() now means HTTP_BODY_DROP. */
    enum http_body (*head)(void *arg, struct http_exchange *x);
    /* A piece of the body, gone when this returns. http_server_reply() is allowed: the rest is
     * dropped. */
    void (*data)(void *arg, struct http_exchange *x, const void *data, size_t size);
    /* The client left, or the server is being freed, after head() and before serve() or a reply.
     * The exchange is over when this returns. */
    void (*dropped)(void *arg, struct http_exchange *x);
    /* Required. The request is complete; http_server_reply() now or later. */
    void (*serve)(void *arg, struct http_exchange *x);
    /*
     * Required. The client has left before the reply, or the server is being freed (`closing`).
     * true: the exchange is over when this returns. false: it stays as it is and the handler will
     * still reply, to nobody; when closing it is over all the same. Never called from inside
     * serve() or http_server_reply().
     */
    bool (*gone)(void *arg, struct http_exchange *x, bool closing);
    /* Of an open answer: the client has taken all that was fed since http_server_feed() returned 0.
     * http_server_feed() and http_server_feed_end() are allowed. Required for open answers. */
    void (*room)(void *arg, struct http_exchange *x);
    /* Whether something else is at work, or waits for the loop to sleep: then the server does not
     * wait actively for the next request (http_awake.h). Cheap; may be NULL. */
    bool (*engaged)(void *arg);
    void *arg;
};

/* Listens. NULL with `error` filled (IO; a port in use has a hint). */
struct http_server *http_server_new(struct uv_loop_s *loop,
                                    const struct http_server_options *options,
                                    struct slrun_error *error);

/* The port it listens at. */
unsigned http_server_port(const struct http_server *server);

/* Whether only this machine can reach it. */
bool http_server_is_loopback(const struct http_server *server);

/* Answers and ends the exchange; copies what it needs. Date (unless given), Content-Length and
 * Connection are added. An answer to HEAD, a 204 and a 304 are sent without their body; to HEAD and
 * with 304 a NULL body with a size says what Content-Length the 200 to a GET has. */
void http_server_reply(struct http_exchange *x, const struct slrun_reply *reply);

/* A part of an open file. */
struct http_file {
    int fd;
    uint64_t offset, size;
};

/* The same with a body that is read from a file while it is sent. Takes over the descriptor. A file
 * that turns out too short ends the connection. */
void http_server_reply_file(struct http_exchange *x, const struct slrun_reply *reply,
                            const struct http_file *file);

/*
 * Answers with a body that is fed from now on, in chunks (RFC 9112, 7.1): the exchange goes on
 * until http_server_feed_end(), or until gone(), which must return true. The reply's body is not
 * looked at. Otherwise as http_server_reply().
 */
void http_server_reply_open(struct http_exchange *x, const struct slrun_reply *reply);

/* Adds to an open answer; copied. 1: more may follow. 0: room() tells when. -1: it is too much or
 * there is no memory, and nothing was added. */
int http_server_feed(struct http_exchange *x, const void *data, size_t size);

/* Ends an open answer and its exchange, once what was fed is sent. Not `whole`: the connection is
 * closed without the last chunk, with HTTP/2 the stream is reset, so that the client knows. */
void http_server_feed_end(struct http_exchange *x, bool whole);

/* Ends the exchange without an answer, and with HTTP/1.1 its connection. */
void http_server_drop(struct http_exchange *x);

/* Ends the exchanges that wait (gone() for each, also where it was told before) and closes all
 * connections. The memory goes when the loop has run its closing handles. Not from inside serve().
 * NULL is allowed. */
void http_server_free(struct http_server *server);

#endif
