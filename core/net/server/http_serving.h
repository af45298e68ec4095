/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The server's own: the life of one exchange of HTTP/1.1, from its request line to its answer, as
 * callbacks of libmicrohttpd.
 */
#ifndef SLRUN_NET_HTTP_SERVING_H
#define SLRUN_NET_HTTP_SERVING_H

#include <stdbool.h>
#include <uv.h>

#include "net/server/http_carrier.h"
#include "net/server/http_inbound.h"
#include "net/server/http_outbox.h"
#include "net/server/mhd_api.h"

struct serving;

/* What most requests have stands in their exchange itself. */
enum { SERVING_TARGET_SHORT = 64, SERVING_HEADERS_FEW = 16 };

enum stage {
    STAGE_HEAD,    /* the request line has come */
    STAGE_BODY,    /* headers are there, the body comes; it may have been answered already */
    STAGE_SERVE,   /* the handler is at work */
    STAGE_WAITING, /* it will answer later, or feed an open answer; the connection is suspended */
    STAGE_ANSWERED,
    STAGE_DEAD /* nobody is there to be answered */
};

struct serving {
    struct inbound in; /* first */
    struct http_server *server;
    struct MHD_Connection *connection;
    struct serving *prev, *next; /* among those that wait */
    struct watch *watch;
    enum stage stage;
    char *target, short_target[SERVING_TARGET_SHORT];
    struct slrun_header *headers, few_headers[SERVING_HEADERS_FEW];
    unsigned status;
    struct MHD_Response *response; /* of what is answered; NULL: it could not be made */
    struct outbox feed;
};

struct http_server {
    const struct mhd_api *api;
    struct MHD_Daemon *daemon;
    struct http_server_options options;
    unsigned port;
    bool loopback;
    struct arrivals *arrivals;      /* NULL: it does not listen yet */
    struct http2_connection *http2; /* those that speak HTTP/2, */
    unsigned n_http2;               /* and how many */
    unsigned limit;                 /* of connections */
    uv_loop_t *loop;
    uv_poll_t ready;         /* libmicrohttpd's epoll set has something */
    uv_timer_t timer;        /* libmicrohttpd's time-outs */
    uv_idle_t again;         /* it has not finished yet */
    struct awake *awake;     /* or NULL */
    bool woken;              /* an exchange that waited was answered inside this turn */
    bool answered;           /* an answer was sent in it */
    int open;                /* handles of the three */
    struct serving *waiting; /* exchanges that are answered, or fed, later */
};

/* MHD_OPTION_URI_LOG_CALLBACK: the request line has come; the exchange, or NULL. */
void *serving_begin(void *server, const char *target, struct MHD_Connection *connection);

/* MHD_AccessHandlerCallback: headers, body, end of the request; and once more to be answered. */
enum MHD_Result serving_go_on(void *server, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *data,
                              size_t *size, void **context);

/* MHD_OPTION_NOTIFY_COMPLETED: the exchange is over, whatever came of it. */
void serving_end(void *server, struct MHD_Connection *connection, void **context,
                 enum MHD_RequestTerminationCode code);

/* The client of an exchange that waits has left, or the server is `closing`: gone() is told, and
 * the connection closed unless the handler wants to keep the exchange. */
void serving_drop(struct serving *serving, bool closing);

/* Answers with a response that is taken over; NULL: it could not be made, and the connection is
 * closed. */
void serving_answer(struct serving *serving, const struct slrun_reply *reply,
                    struct MHD_Response *response);

/* Suspends the connection until serving_resume(); the client is seen to leave. */
void serving_wait(struct serving *serving);
void serving_resume(struct serving *serving, enum stage stage);

/* What answers it. */
extern const struct http_carrier serving_carrier;

/* Of http_serving_feed.c: open answers, as http_carrier has them; and the exchange ends, whatever
 * its open answer has come to. */
void serving_reply_open(struct http_exchange *x, const struct slrun_reply *reply);
int serving_feed(struct http_exchange *x, const void *data, size_t size);
void serving_feed_end(struct http_exchange *x, bool whole);
void serving_feed_forget(struct serving *serving);

/* Of http_server.c: has libmicrohttpd called on the next turn of the loop. It sees by itself that a
 * connection was resumed only when it runs a thread of its own. */
void http_server_wake(struct http_server *server);

#endif
