/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The optional local half of a plugin: the service itself, as the embedded local cloud offers it.
 * It runs in the local cloud's process, on one thread; every function is called from that thread
 * and must return without waiting. An answer may be given later (a long poll).
 */
#ifndef SLRUN_LOCAL_H
#define SLRUN_LOCAL_H

#include <slrun/error.h>
#include <slrun/host.h>
#include <slrun/http.h>

struct slrun_timer;

/*
 * One request and its answer. It belongs to the local cloud and ends with reply(). The signature
 * has been checked before.
 */
struct slrun_exchange {
    const char *method;
    const char *target;    /* path and query as they came over the wire */
    const char *operation; /* what stands behind the dot in X-Amz-Target, or NULL */
    const char *region;    /* of the credential scope */
    const char *account;   /* 12 digits */
    const char *request_id;
    const struct slrun_header *headers;
    size_t n_headers;
    const void *body; /* never NULL; a NUL stands behind its last byte */
    size_t size;
    void *service; /* free for the local half, NULL at first */
};

/* An answer. reply() copies what it needs. The local cloud adds Date, Content-Length and the
 * request id. */
struct slrun_reply {
    int status;
    const char *content_type;
    const struct slrun_header *headers;
    size_t n_headers;
    const void *body;
    size_t size;
};

/* What the local cloud does for a local half. */
struct slrun_cloud {
    size_t struct_size;
    const struct slrun_host *host;
    const char *data; /* directory to keep state in, or NULL: state is kept in memory only */

    /* Milliseconds since 1970 on the local cloud's clock (real time plus jumps). */
    int64_t (*now_ms)(const struct slrun_cloud *cloud);
    /* Calls fire(arg) once when the local cloud's clock has reached due_ms; NULL: out of memory.
     * A timer that has fired is gone; timer_stop() is for one that has not. */
    struct slrun_timer *(*timer_start)(const struct slrun_cloud *cloud, int64_t due_ms,
                                       void (*fire)(void *arg), void *arg);
    void (*timer_stop)(struct slrun_timer *timer);
    /* Answers and ends the exchange; exactly once for each. */
    void (*reply)(struct slrun_exchange *x, const struct slrun_reply *reply);
    /* Has gone(x) called if the client leaves before reply(). The exchange is then over:
     * no reply() for it. */
    void (*on_gone)(struct slrun_exchange *x, void (*gone)(struct slrun_exchange *x));
};

struct slrun_local {
    /* Required. Opens the service; its state in *service. 0, or -1 with `error` filled. */
    int (*open)(const struct slrun_cloud *cloud, void **service, struct slrun_error *error);
    /* Required. Closes it; exchanges that are not answered have been ended before. */
    void (*close)(void *service);
    /* Required. One request for this service: by X-Amz-Target, else by the signing name in the
     * credential scope. Answers now or later. */
    void (*serve)(void *service, struct slrun_exchange *x);
    /* Required. Forgets all data, as if just opened. */
    void (*reset)(void *service);
};

#endif
