/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The HTTP client: any number of calls, driven by the libuv loop, over few kept-alive connections.
 *
 * Calls wait in first-in-first-out order for one of `cap` connections; a call submitted from inside
 * done() goes behind those that wait. Long polls (`hold`) wait in a queue of their own and are
 * bound only by the number of files that the process may open. A waiting call costs nothing but its
 * struct: request, headers and body are read when it is admitted.
 *
 * What goes over the wire is exactly the request: HTTP/1.1, the target's bytes as given, the
 * headers as given, and besides them only Host, Content-Length, User-Agent and Accept (each unless
 * given), and Expect: 100-continue with a body over 1 MiB. Nothing is followed (no redirects),
 * decoded or signed. Certificates are always verified. Proxies are those of http_proxy.h.
 *
 * Sent twice? When a kept-alive connection turns out to be closed as it is used again and not one
 * byte of answer has come, libcurl sends the request once more on a fresh connection, as AWS's SDKs
 * do. Nearly always the server had closed it before the request arrived; but it cannot be told from
 * a server that did the work and then died. A call that must not run that risk says `once`.
 *
 * Everything here belongs to the loop's thread.
 */
#ifndef SLRUN_NET_HTTP_CLIENT_H
#define SLRUN_NET_HTTP_CLIENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <slrun/error.h>
#include <slrun/http.h>

struct uv_loop_s; /* uv_loop_t */
struct http_client;
struct http_transfer;

enum {
    HTTP_CLIENT_CAP = 64, /* connections of calls that are not holds, unless told */
    HTTP_CLIENT_CAP_MAX = 1024,
    HTTP_CLIENT_CONNECT_MS = 10000, /* to connect (name, TCP, proxy, TLS), unless told */
    HTTP_CLIENT_HEADERS_MAX = 256,  /* of one request or answer, counted */
    HTTP_CLIENT_HEAD_MAX = 65536,   /* bytes of an answer's header lines */
    HTTP_CLIENT_BODY_MAX = 64 << 20 /* of an answer in memory, where the call sets no bound */
};

struct http_client_options {
    unsigned cap;               /* 1 to HTTP_CLIENT_CAP_MAX; 0: HTTP_CLIENT_CAP */
    int64_t connect_timeout_ms; /* 0: HTTP_CLIENT_CONNECT_MS */
    unsigned long max_files;    /* descriptors the process may open; 0: its RLIMIT_NOFILE */
    const char *ca_file;        /* certificates to trust instead of the system's (PEM), or NULL:
                                   AWS_CA_BUNDLE, or ca_bundle of the profile */
    const char *user_agent;     /* or NULL: none is sent */
};

/*
 * One call. The caller allocates it, fills the upper part (the rest zero) and leaves it and all
 * that it points to in place until done() was called or http_client_cancel() has returned.
 */
struct http_call {
    const char *base; /* scheme, host, port: "http://127.0.0.1:4566"; no path */
    /* May still be changed until prepare() has returned; then not until the end. */
    struct slrun_request *request;
    bool hold;          /* a long poll: outside the cap */
    bool once;          /* never sent a second time (see above) */
    bool direct;        /* never through a proxy */
    int64_t timeout_ms; /* real time from admission to the whole answer; 0: none */
    int64_t silence_ms; /* without timeout_ms: that nothing may come or go, real time; 0: any */
    size_t max_body;    /* bytes of an answer in memory; 0: HTTP_CLIENT_BODY_MAX */
    /*
     * Optional. Called once, at admission, just before the request is sent (possibly from inside
     * http_client_submit()): signs with a fresh date, sets headers. 0, or -1 with `error` filled:
     * nothing is sent, and done() gets that error. May submit other calls, not cancel this one.
     */
    int (*prepare)(struct http_call *call, struct slrun_error *error);
    /*
     * Required. Called exactly once unless the call is cancelled, always on a later turn of the
     * loop and never from inside another function of the client. Either the answer (whatever its
     * status; body empty where it went to the sink) or the error is given; both are gone when it
     * returns. The client has forgotten the call before: done() may free it or submit it again.
     */
    void (*done)(struct http_call *call, const struct slrun_response *response,
                 const struct slrun_error *error);
    void *data; /* the caller's */
    /* Set when done() gets an error: the same would happen again (a certificate that is not
     * trusted, a proxy that refuses). */
    bool futile;

    /* The client's own. */
    struct http_call *prev, *next;
    struct http_transfer *transfer;
    struct slrun_error *failure;
    uint64_t order;
    int state;
};

/*
 * A client on `loop`; libcurl is not loaded before the first call is admitted. `options` may be
 * NULL; its strings are copied. NULL with `error` filled.
 */
struct http_client *http_client_new(struct uv_loop_s *loop,
                                    const struct http_client_options *options,
                                    struct slrun_error *error);

/*
 * Loads libcurl now and not when the first call is admitted: for a time when the process would only
 * wait, say for its local cloud to start. 0, or -1 with `error` filled.
 */
int http_client_load(struct http_client *client, struct slrun_error *error);

/*
 * Gives up all calls without a done() and drops all connections. The memory goes when the loop has
 * run its closing handles (loop_free() does). Not from inside prepare(), done() or a sink's
 * write(). NULL is allowed.
 */
void http_client_free(struct http_client *client);

/*
 * Puts the call into its queue, and sends it at once when its turn has come. 0, or -1 when it is
 * already submitted. Whatever else goes wrong is told to done():
 *   CONNECT    the endpoint could not be reached (message: address and the system's reason)
 *   CLOSED     the connection ended before the answer was whole
 *   TIMEOUT    timeout_ms is over, or silence_ms
 *   PROTOCOL   the answer is not HTTP
 *   TOO_LARGE  the answer is over max_body, or its head over HTTP_CLIENT_HEAD_MAX
 *   CANCELLED  the sink's write() asked to end
 *   IO         a file of body or sink, or libcurl itself, could not be opened, read or written
 *   USAGE      base or request are malformed; nothing was sent
 */
int http_client_submit(struct http_client *client, struct http_call *call);

/*
 * Forgets the call: no done() afterwards. If it was in flight its connection is dropped. Harmless
 * for a call that is not submitted. Not from inside a sink's write().
 */
void http_client_cancel(struct http_client *client, struct http_call *call);

struct http_client_stats {
    unsigned cap;           /* in force: lower than asked for where few files may be opened */
    unsigned hold_cap;      /* the same for holds */
    size_t flying, waiting; /* calls that are not holds */
    size_t holds, holds_waiting;
    uint64_t submitted, finished; /* since the start; cancelled ones are not finished */
    uint64_t connections;         /* opened since the start */
};

void http_client_stats(const struct http_client *client, struct http_client_stats *stats);

#endif
