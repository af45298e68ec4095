/* SPDX-License-Identifier: Apache-2.0 */
#include "net/server/http2_connection.h"

#include <stdlib.h>
#include <unistd.h>
#include <uv.h>

#include "base/error.h"
#include "base/log.h"
#include "net/server/http2_session.h"
#include "net/server/http_arrival.h"
#include "net/server/http_serving.h"

enum { INBOX = 16 << 10, OUTBOX = 64 << 10 /* bytes that are read and written at once */ };

struct http2_connection {
    uv_tcp_t socket;
    uv_timer_t idle;
    uv_idle_t again; /* there is something to send */
    uv_write_t write;
    int open; /* handles of the three */
    struct http_server *server;
    struct http2_connection *prev, *next;
    struct http2_session *session; /* NULL: it is ending */
    bool writing;
    bool last; /* it ends once all is sent */
    struct buf out;
    char inbox[INBOX];
};

static void on_closed(uv_handle_t *handle)
{
    struct http2_connection *c = handle->data;
    if (--c->open)
        return;
    buf_free(&c->out);
    free(c);
}

static void end(struct http2_connection *c, bool closing)
{
    struct http2_session *session = c->session;
    struct http_server *server = c->server;
    c->session = NULL;
    *(c->prev ? &c->prev->next : &server->http2) = c->next;
    if (c->next)
        c->next->prev = c->prev;
    server->n_http2--;
    uv_close((uv_handle_t *)&c->socket, on_closed);
    uv_close((uv_handle_t *)&c->idle, on_closed);
    uv_close((uv_handle_t *)&c->again, on_closed);
    http2_session_free(session, closing);
    if (!closing)
        arrivals_go_on(server->arrivals);
}

static void on_idle(uv_timer_t *timer);

static void note_life(struct http2_connection *c)
{
    uv_timer_start(&c->idle, on_idle, (uint64_t)HTTP_SERVER_IDLE_MAX * 1000, 0);
}

static void flush(struct http2_connection *c);

static void on_written(uv_write_t *write, int status)
{
    struct http2_connection *c = write->data;
    c->writing = false;
    if (!c->session)
        return;
    if (status < 0) {
        end(c, false);
        return;
    }
    note_life(c);
    flush(c);
}

/* Writes what there is. One write is under way at most: a client that does not read is fed no
 * more. */
static void flush(struct http2_connection *c)
{
    ssize_t n = 0;
    const void *data = NULL;
    if (c->writing)
        return;
    buf_clear(&c->out);
    while (c->out.len < OUTBOX && (n = http2_session_send(c->session, &data)) > 0)
        if (!buf_add(&c->out, data, (size_t)n))
            n = -1;
    uv_buf_t bytes = uv_buf_init(c->out.data, (unsigned)c->out.len);
    c->last = c->last || n < 0 || http2_session_is_over(c->session);
    c->writing =
        c->out.len && !uv_write(&c->write, (uv_stream_t *)&c->socket, &bytes, 1, on_written);
    if (!c->writing && (c->last || c->out.len))
        end(c, false);
}

static void on_again(uv_idle_t *again)
{
    uv_idle_stop(again);
    flush(again->data);
}

static void wake(void *connection)
{
    struct http2_connection *c = connection;
    if (c->session)
        uv_idle_start(&c->again, on_again);
}

/* A request that waits to be answered keeps its connection. */
static void on_idle(uv_timer_t *timer)
{
    struct http2_connection *c = timer->data;
    note_life(c);
    if (c->writing) { /* it does not read */
        end(c, false);
    } else if (!http2_session_waits(c->session)) {
        http2_session_bid_farewell(c->session);
        c->last = true;
        flush(c);
    }
}

static void on_room(uv_handle_t *handle, size_t wanted, uv_buf_t *to)
{
    struct http2_connection *c = handle->data;
    (void)wanted;
    *to = uv_buf_init(c->inbox, sizeof c->inbox);
}

static void on_read(uv_stream_t *stream, ssize_t n, const uv_buf_t *from)
{
    struct http2_connection *c = stream->data;
    if (n < 0) {
        end(c, false);
        return;
    }
    note_life(c);
    if (!http2_session_receive(c->session, from->base, (size_t)n)) {
        c->last = true;
        uv_read_stop(stream);
    }
    flush(c);
}

static void start(struct http2_connection *c, struct http_server *server)
{
    uv_timer_init(server->loop, &c->idle);
    uv_idle_init(server->loop, &c->again);
    c->socket.data = c->idle.data = c->again.data = c->write.data = c;
    c->open = 3;
    c->out = BUF_INIT(2 * OUTBOX);
    c->server = server;
    c->next = server->http2;
    if (c->next)
        c->next->prev = c;
    server->http2 = c;
    server->n_http2++;
    uv_tcp_nodelay(&c->socket, 1);
    uv_read_start((uv_stream_t *)&c->socket, on_room, on_read);
    note_life(c);
    wake(c); /* the settings */
}

static void on_refused(uv_handle_t *handle)
{
    free(handle);
}

void http2_connection_open(struct http_server *server, int fd)
{
    struct slrun_error error = {0};
    struct http2_connection *c = calloc(1, sizeof *c);
    if (!c || uv_tcp_init(server->loop, &c->socket)) {
        close(fd);
        free(c);
        return;
    }
    const struct http2_session_options options = {
        .server = &server->options, .wake = wake, .arg = c};
    c->session = http2_session_new(&options, &error);
    if (c->session && !uv_tcp_open(&c->socket, fd)) {
        start(c, server);
        return;
    }
    if (c->session)
        http2_session_free(c->session, true);
    else
        log_line(SLRUN_LOG_WARNING, "a client speaks HTTP/2: %s", error.message);
    close(fd);
    uv_close((uv_handle_t *)&c->socket, on_refused);
}

void http2_connections_close(struct http_server *server)
{
    while (server->http2)
        end(server->http2, true);
}
