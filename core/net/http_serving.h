/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The server's own: the life of one exchange, from its request line to its answer, as callbacks of
 * libmicrohttpd.
 */
#ifndef SLRUN_NET_HTTP_SERVING_H
#define SLRUN_NET_HTTP_SERVING_H

#include <stdbool.h>
#include <uv.h>

#include "base/buf.h"
#include "net/http_server.h"
#include "net/mhd_api.h"

struct serving;

struct http_server {
    const struct mhd_api *api;
    struct MHD_Daemon *daemon;
    struct http_server_options options;
    unsigned port;
    bool loopback;
    unsigned limit, connections; /* at most, and after the last turn */
    uv_loop_t *loop;
    uv_poll_t ready;         /* libmicrohttpd's epoll set has something */
    uv_timer_t timer;        /* libmicrohttpd's time-outs */
    uv_idle_t again;         /* it has not finished yet */
    bool woken;              /* an exchange that waited was answered inside this turn */
    int open;                /* handles of the three */
    struct serving *waiting; /* exchanges that are answered later */
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

/* Of http_server.c: has libmicrohttpd called on the next turn of the loop. It sees by itself that a
 * connection was resumed only when it runs a thread of its own. */
void http_server_wake(struct http_server *server);

#endif
