/* SPDX-License-Identifier: Apache-2.0 */
/* libmicrohttpd on the libuv loop. */
#include "net/server/http_server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#include <uv.h>

#include "base/error.h"
#include "base/platform.h"
#include "net/server/http2_connection.h"
#include "net/server/http_arrival.h"
#include "net/server/http_awake.h"
#include "net/server/http_serving.h"

enum {
    FILES_RESERVE = 64, /* descriptors left to the rest of the process */
    BACKLOG = 4096,     /* connections not accepted yet; the system has a bound of its own */
    /* Of each connection, for headers and buffers: twice what AWS takes of a head. libmicrohttpd
     * clears all of it, and half of it once more, for each request, and thousands of long polls
     * occupy it; its default is 32 KiB. */
    CONNECTION_MEMORY = 16 << 10
};

/* ---- the loop's side ---- */

static void on_timer(uv_timer_t *timer);
static void on_again(uv_idle_t *again);

static unsigned count_connections(struct http_server *s)
{
    const union MHD_DaemonInfo *info =
        s->api->get_daemon_info(s->daemon, MHD_DAEMON_INFO_CURRENT_CONNECTIONS);
    return (info ? info->num_connections : 0) + s->n_http2 + arrivals_silent(s->arrivals);
}

/* Has libmicrohttpd do what there is to do, and sees when it wants to be called next. */
static void turn(struct http_server *s)
{
    MHD_UNSIGNED_LONG_LONG ms = 0;
    s->woken = s->answered = false;
    s->api->run(s->daemon);
    arrivals_go_on(s->arrivals);
    bool timed = s->api->get_timeout(s->daemon, &ms) == MHD_YES;
    /* get_timeout() does not count connections that were resumed inside run() */
    if (s->woken || (timed && !ms))
        uv_idle_start(&s->again, on_again);
    else
        uv_idle_stop(&s->again);
    if (timed && ms)
        uv_timer_start(&s->timer, on_timer, ms, 0);
    else
        uv_timer_stop(&s->timer);
    if (s->answered)
        awake_answered(s->awake, count_connections(s));
}

static void on_ready(uv_poll_t *poll, int status, int events)
{
    (void)status, (void)events;
    turn(poll->data);
}

static void on_timer(uv_timer_t *timer)
{
    turn(timer->data);
}

static void on_again(uv_idle_t *again)
{
    turn(again->data);
}

static bool look(void *server)
{
    struct http_server *s = server;
    turn(s);
    return s->answered;
}

static bool is_engaged(void *server)
{
    const struct http_server *s = server;
    return s->options.engaged && s->options.engaged(s->options.arg);
}

void http_server_wake(struct http_server *server)
{
    server->woken = true;
    uv_idle_start(&server->again, on_again);
}

static bool has_room(void *server)
{
    struct http_server *s = server;
    return count_connections(s) < s->limit;
}

static void come(void *server, int fd, bool http2)
{
    struct http_server *s = server;
    if (http2) {
        http2_connection_open(s, fd);
        return;
    }
    struct sockaddr_in any = {.sin_family = AF_INET}; /* who it is does not matter */
    if (s->api->add_connection(s->daemon, fd, (struct sockaddr *)&any, sizeof any) == MHD_YES)
        http_server_wake(s);
}

/* ---- making and ending ---- */

union address {
    struct sockaddr any;
    struct sockaddr_in four;
    struct sockaddr_in6 six;
};

/* The size of the address that `host` is; 0: it is none. */
static socklen_t read_address(const char *host, unsigned port, union address *address)
{
    *address =
        (union address){.six = {.sin6_family = AF_INET6, .sin6_port = htons((uint16_t)port)}};
    if (inet_pton(AF_INET6, host, &address->six.sin6_addr) == 1)
        return sizeof address->six;
    *address = (union address){.four = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)}};
    return inet_pton(AF_INET, host, &address->four.sin_addr) == 1 ? sizeof address->four : 0;
}

static bool is_loopback(const union address *address)
{
    return address->any.sa_family == AF_INET ? ntohl(address->four.sin_addr.s_addr) >> 24 == 127
                                             : IN6_IS_ADDR_LOOPBACK(&address->six.sin6_addr);
}

/* The socket is made here and not by libmicrohttpd, which could not say why it failed. */
static int bind_at(const char *host, unsigned port, struct slrun_error *error)
{
    union address address;
    socklen_t size = read_address(host, port, &address);
    int one = 1;
    if (!size) {
        error_set(error, SLRUN_E_USAGE, "cannot listen at %s: that is no IP address", host);
        return -1;
    }
    int fd = socket(address.any.sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd >= 0 && !setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one) &&
        !bind(fd, &address.any, size) && !listen(fd, BACKLOG)) {
        if (is_loopback(&address))
            platform_on_loopback(fd);
        return fd;
    }
    int why = errno;
    error_set(error, SLRUN_E_IO, "cannot listen at %s:%u: %s", host, port, strerror(why));
    if (why == EADDRINUSE)
        error_hint(error, "another program listens there; choose another port");
    if (fd >= 0)
        close(fd);
    return -1;
}

static void note_address(struct http_server *s, int fd)
{
    union address address;
    socklen_t size = sizeof address;
    if (getsockname(fd, &address.any, &size))
        return;
    s->loopback = is_loopback(&address);
    s->port =
        ntohs(address.any.sa_family == AF_INET ? address.four.sin_port : address.six.sin6_port);
}

static unsigned connection_limit(void)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) || limit.rlim_cur > 1 << 20)
        return 1 << 20;
    return limit.rlim_cur > 2 * FILES_RESERVE ? (unsigned)limit.rlim_cur - FILES_RESERVE
                                              : (unsigned)limit.rlim_cur / 2;
}

static int start(struct http_server *s, struct slrun_error *error)
{
    s->daemon = s->api->start_daemon(
        MHD_USE_EPOLL | MHD_USE_NO_LISTEN_SOCKET | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL,
        serving_go_on, s, MHD_OPTION_CONNECTION_LIMIT, s->limit, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
        (size_t)CONNECTION_MEMORY, MHD_OPTION_URI_LOG_CALLBACK, serving_begin, s,
        MHD_OPTION_NOTIFY_COMPLETED, serving_end, s, MHD_OPTION_CONNECTION_TIMEOUT,
        (unsigned)HTTP_SERVER_IDLE_MAX, MHD_OPTION_END);
    if (s->daemon)
        return 0;
    return error_set(error, SLRUN_E_IO, "cannot start the HTTP server");
}

static int attach(struct http_server *s, struct slrun_error *error)
{
    const union MHD_DaemonInfo *info = s->api->get_daemon_info(s->daemon, MHD_DAEMON_INFO_EPOLL_FD);
    if (!info || uv_poll_init(s->loop, &s->ready, info->epoll_fd)) {
        s->api->stop_daemon(s->daemon);
        return error_set(error, SLRUN_E_INTERNAL, "cannot watch the HTTP server");
    }
    uv_timer_init(s->loop, &s->timer);
    uv_idle_init(s->loop, &s->again);
    s->ready.data = s->timer.data = s->again.data = s;
    s->open = 3;
    uv_poll_start(&s->ready, UV_READABLE, on_ready);
    s->awake = awake_new(s->loop, &(struct awake_options){look, is_engaged, s});
    return 0;
}

static int listen_at(struct http_server *s, struct slrun_error *error)
{
    int fd = bind_at(s->options.host ? s->options.host : "127.0.0.1", s->options.port, error);
    if (fd < 0)
        return -1;
    note_address(s, fd);
    s->arrivals = arrivals_new(s->loop,
                               &(struct arrivals_options){.fd = fd,
                                                          .quiet_s = HTTP_SERVER_IDLE_MAX,
                                                          .has_room = has_room,
                                                          .come = come,
                                                          .arg = s},
                               error);
    return s->arrivals ? 0 : -1;
}

struct http_server *http_server_new(struct uv_loop_s *loop,
                                    const struct http_server_options *options,
                                    struct slrun_error *error)
{
    const struct mhd_api *api = mhd_api(error);
    struct http_server *s = api ? calloc(1, sizeof *s) : NULL;
    if (!s) {
        if (api)
            error_set(error, SLRUN_E_MEMORY, "out of memory for the HTTP server");
        return NULL;
    }
    s->api = api;
    s->loop = loop;
    s->options = *options;
    s->limit = connection_limit();
    if (start(s, error) || attach(s, error)) {
        free(s);
        return NULL;
    }
    if (!listen_at(s, error))
        return s;
    http_server_free(s);
    return NULL;
}

unsigned http_server_port(const struct http_server *server)
{
    return server->port;
}

bool http_server_is_loopback(const struct http_server *server)
{
    return server->loopback;
}

static void on_closed(uv_handle_t *handle)
{
    struct http_server *s = handle->data;
    if (!--s->open)
        free(s);
}

void http_server_free(struct http_server *server)
{
    if (!server)
        return;
    arrivals_free(server->arrivals);
    http2_connections_close(server);
    while (server->waiting)
        serving_drop(server->waiting, true);
    uv_close((uv_handle_t *)&server->ready, on_closed);
    uv_close((uv_handle_t *)&server->timer, on_closed);
    uv_close((uv_handle_t *)&server->again, on_closed);
    awake_free(server->awake);
    server->api->stop_daemon(server->daemon); /* ends the exchanges that are not waiting */
}
