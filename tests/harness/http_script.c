/* SPDX-License-Identifier: Apache-2.0 */
/* A scripted HTTP peer for tests. */
#include "http_script.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <uv.h>

struct http_script_conn {
    uv_tcp_t tcp;
    uv_timer_t timer;
    struct http_script *script;
    struct http_script_conn *prev, *next;
    unsigned number;
    char *in;
    size_t len, cap;
    size_t used; /* bytes of the request being answered */
    bool busy, gone;
    int open; /* handles */
    /* for later() and drip() */
    int status;
    const char *text;
    size_t text_len, piece;
};

struct http_script {
    uv_tcp_t listener;
    uv_loop_t *loop;
    http_script_handler *handler;
    void *arg;
    struct http_script_conn *conns;
    char base[64];
    unsigned connections, requests, open, busy, most;
};

/* Not assert(): that is empty in a release build. */
static void must(bool ok)
{
    if (!ok)
        abort();
}

static void conn_closed(uv_handle_t *handle)
{
    struct http_script_conn *c = handle->data;
    if (--c->open)
        return;
    free(c->in);
    free(c);
}

static void idle(struct http_script_conn *c)
{
    if (c->busy)
        c->script->busy--;
    c->busy = false;
}

static void drop(struct http_script_conn *c, bool reset)
{
    if (c->gone)
        return;
    c->gone = true;
    idle(c);
    if (c->script) {
        c->script->open--;
        *(c->prev ? &c->prev->next : &c->script->conns) = c->next;
        if (c->next)
            c->next->prev = c->prev;
    }
    if (!reset || uv_tcp_close_reset(&c->tcp, conn_closed))
        uv_close((uv_handle_t *)&c->tcp, conn_closed);
    uv_close((uv_handle_t *)&c->timer, conn_closed);
}

/* Bytes of the head with its empty line, and of the whole request; 0: not all there. */
static size_t whole(const struct http_script_conn *c, size_t *head)
{
    char *end = c->in ? strstr(c->in, "\r\n\r\n") : NULL;
    if (!end)
        return 0;
    *head = (size_t)(end - c->in) + 4;
    size_t body = 0;
    for (char *p = c->in; p < end; p = strstr(p, "\r\n") + 2)
        if (!strncasecmp(p, "Content-Length:", 15))
            body = (size_t)strtoul(p + 15, NULL, 10);
    return c->len >= *head + body ? *head + body : 0;
}

static void serve(struct http_script_conn *c)
{
    size_t head, size;
    while (!c->gone && !c->busy && (size = whole(c, &head))) {
        struct http_script *s = c->script;
        char *text = calloc(1, head + 1);
        must(text != NULL);
        memcpy(text, c->in, head - 4);
        char *target = strchr(text, ' ') + 1;
        struct http_script_request request = {.head = text,
                                              .target = target,
                                              .target_size = strcspn(target, " "),
                                              .body = c->in + head,
                                              .size = size - head,
                                              .connection = c->number,
                                              .number = ++s->requests};
        c->busy = true;
        c->used = size;
        if (++s->busy > s->most)
            s->most = s->busy;
        s->handler(c, &request, s->arg);
        free(text);
    }
}

void http_script_end(struct http_script_conn *c)
{
    if (!c->busy)
        return;
    idle(c);
    memmove(c->in, c->in + c->used, c->len - c->used + 1);
    c->len -= c->used;
}

static void on_alloc(uv_handle_t *handle, size_t suggested, uv_buf_t *buf)
{
    struct http_script_conn *c = handle->data;
    (void)suggested;
    if (c->cap < c->len + 4096) {
        c->cap = (c->cap + 4096) * 2;
        c->in = realloc(c->in, c->cap);
        must(c->in != NULL);
    }
    *buf = uv_buf_init(c->in + c->len, (unsigned)(c->cap - c->len - 1));
}

static void on_read(uv_stream_t *stream, ssize_t n, const uv_buf_t *buf)
{
    struct http_script_conn *c = stream->data;
    (void)buf;
    if (n < 0) {
        drop(c, false);
        return;
    }
    c->len += (size_t)n;
    c->in[c->len] = '\0';
    if (!c->busy && c->len == (size_t)n && strstr(c->in, "100-continue"))
        http_script_send(c, "HTTP/1.1 100 Continue\r\n\r\n", 25);
    serve(c);
}

static void on_connection(uv_stream_t *server, int status)
{
    struct http_script *s = server->data;
    struct http_script_conn *c = calloc(1, sizeof *c);
    must(!status && c);
    uv_tcp_init(s->loop, &c->tcp);
    uv_timer_init(s->loop, &c->timer);
    c->tcp.data = c->timer.data = c;
    c->open = 2;
    c->script = s;
    c->number = ++s->connections;
    s->open++;
    c->next = s->conns;
    if (s->conns)
        s->conns->prev = c;
    s->conns = c;
    must(!uv_accept(server, (uv_stream_t *)&c->tcp));
    uv_read_start((uv_stream_t *)&c->tcp, on_alloc, on_read);
}

struct http_script *http_script_new(struct uv_loop_s *loop, http_script_handler *handler, void *arg)
{
    struct http_script *s = calloc(1, sizeof *s);
    struct sockaddr_in address;
    int size = sizeof address;
    must(s != NULL);
    s->loop = loop;
    s->handler = handler;
    s->arg = arg;
    uv_tcp_init(loop, &s->listener);
    s->listener.data = s;
    uv_ip4_addr("127.0.0.1", 0, &address);
    must(!uv_tcp_bind(&s->listener, (struct sockaddr *)&address, 0));
    must(!uv_listen((uv_stream_t *)&s->listener, 4096, on_connection));
    uv_tcp_getsockname(&s->listener, (struct sockaddr *)&address, &size);
    snprintf(s->base, sizeof s->base, "http://127.0.0.1:%u", (unsigned)ntohs(address.sin_port));
    return s;
}

static void script_closed(uv_handle_t *handle)
{
    free(handle->data);
}

void http_script_free(struct http_script *script)
{
    while (script->conns)
        drop(script->conns, false);
    uv_close((uv_handle_t *)&script->listener, script_closed);
}

const char *http_script_base(const struct http_script *script)
{
    return script->base;
}

unsigned http_script_connections(const struct http_script *script)
{
    return script->connections;
}

unsigned http_script_open(const struct http_script *script)
{
    return script->open;
}

unsigned http_script_most(const struct http_script *script)
{
    return script->most;
}

void http_script_header(const struct http_script_request *request, const char *name, char *value,
                        size_t size)
{
    size_t len = strlen(name);
    *value = '\0';
    for (const char *p = request->head; (p = strstr(p, "\r\n"));) {
        p += 2;
        if (strncasecmp(p, name, len) != 0 || p[len] != ':')
            continue;
        p += len + 1;
        p += strspn(p, " ");
        snprintf(value, size, "%.*s", (int)strcspn(p, "\r\n"), p);
        return;
    }
}

/* ---- what goes back ---- */

static void on_written(uv_write_t *write, int status)
{
    (void)status;
    free(write);
}

void http_script_send(struct http_script_conn *conn, const void *data, size_t size)
{
    uv_write_t *write = malloc(sizeof *write + size);
    must(write != NULL);
    uv_buf_t buf = uv_buf_init((char *)(write + 1), (unsigned)size);
    memcpy(buf.base, data, size);
    if (conn->gone || uv_write(write, (uv_stream_t *)&conn->tcp, &buf, 1, on_written))
        free(write);
}

void http_script_reply(struct http_script_conn *conn, int status, const char *body)
{
    char head[128];
    size_t n = (size_t)snprintf(
        head, sizeof head, "HTTP/1.1 %d Status\r\nX-Peer: script\r\nContent-Length: %zu\r\n\r\n",
        status, strlen(body));
    char *text = malloc(n + strlen(body) + 1);
    must(text != NULL);
    memcpy(text, head, n);
    strcpy(text + n, body);
    http_script_send(conn, text, n + strlen(body));
    free(text);
    http_script_end(conn);
}

static void on_piece(uv_timer_t *timer)
{
    struct http_script_conn *c = timer->data;
    size_t n = c->piece < c->text_len ? c->piece : c->text_len;
    http_script_send(c, c->text, n);
    c->text += n;
    c->text_len -= n;
    if (c->text_len)
        return;
    uv_timer_stop(timer);
    http_script_end(c);
}

void http_script_drip(struct http_script_conn *conn, const char *text, size_t piece, uint64_t ms)
{
    conn->text = text;
    conn->text_len = strlen(text);
    conn->piece = piece;
    uv_timer_start(&conn->timer, on_piece, ms, ms);
}

static void on_later(uv_timer_t *timer)
{
    struct http_script_conn *c = timer->data;
    http_script_reply(c, c->status, c->text);
    serve(c);
}

void http_script_later(struct http_script_conn *conn, uint64_t ms, int status, const char *body)
{
    conn->status = status;
    conn->text = body;
    uv_timer_start(&conn->timer, on_later, ms, 0);
}

void http_script_close(struct http_script_conn *conn)
{
    drop(conn, false);
}

void http_script_reset(struct http_script_conn *conn)
{
    drop(conn, true);
}
