/* SPDX-License-Identifier: Apache-2.0 */
/* The request of an exchange. */
#include "net/server/http2_stream.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "net/http_header.h"

struct http2_stream *http2_stream_new(struct http2_session *session, int32_t id)
{
    struct http2_stream *s = malloc(sizeof *s);
    if (!s)
        return NULL;
    *s = (struct http2_stream){.in = {.options = session->o.server,
                                      .x = {.carrier = &http2_carrier, .method = "", .target = "/"},
                                      .body = BUF_INIT(HTTP_SERVER_BODY_MAX)},
                               .session = session,
                               .next = session->streams,
                               .id = id,
                               .head = BUF_INIT(HTTP2_HEAD_MAX),
                               .file = {.fd = -1}};
    if (s->next)
        s->next->prev = s;
    session->streams = s;
    return s;
}

void http2_stream_free(struct http2_stream *s)
{
    inbound_free(&s->in);
    buf_free(&s->head);
    buf_free(&s->out.data);
    free(s->headers);
    if (s->file.fd >= 0)
        close(s->file.fd);
    free(s);
}

void http2_stream_header(struct http2_stream *s, const char *name, const char *value)
{
    bool target = !strcmp(name, ":path") && strlen(value) > HTTP_SERVER_TARGET_MAX;
    if (target)
        s->in.refusal = 414;
    else if (s->n_head >= HTTP_SERVER_HEADERS_MAX || !buf_add(&s->head, name, strlen(name) + 1) ||
             !buf_add(&s->head, value, strlen(value) + 1))
        s->in.refusal = 431;
    else
        s->n_head++;
}

/* Where a pseudo-header goes; false: it is none. */
static bool is_pseudo(struct http2_stream *s, const char *name, const char *value)
{
    struct http_exchange *x = &s->in.x;
    const struct {
        const char *name, **to;
    } places[] = {{":method", &x->method}, {":path", &x->target}, {":authority", &x->authority}};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (!strcmp(name, places[i].name))
            *places[i].to = value;
    return *name == ':';
}

/* Handlers find the host where HTTP/1.1 has it. */
static void add_host(struct http2_stream *s)
{
    struct http_exchange *x = &s->in.x;
    if (x->authority && !http_header(s->headers, x->n_headers, "Host"))
        s->headers[x->n_headers++] = (struct slrun_header){"host", x->authority};
}

static bool take_headers(struct http2_stream *s)
{
    const char *at = s->head.data;
    s->headers = malloc((s->n_head + 1) * sizeof *s->headers);
    if (!s->headers)
        return false;
    for (size_t i = 0; i < s->n_head; i++) {
        const char *value = at + strlen(at) + 1;
        if (!is_pseudo(s, at, value))
            s->headers[s->in.x.n_headers++] = (struct slrun_header){at, value};
        at = value + strlen(value) + 1;
    }
    add_host(s);
    s->in.x.headers = s->headers;
    return true;
}

/* 100 Continue (RFC 9113, 8.1). */
static void invite(struct http2_stream *s)
{
    static uint8_t name[] = ":status", value[] = "100";
    const nghttp2_nv status = {name, value, sizeof name - 1, sizeof value - 1, 0};
    s->session->api->submit_headers(s->session->inner, 0, s->id, NULL, &status, 1, NULL);
}

bool http2_stream_head(struct http2_stream *s)
{
    if (s->in.refusal) /* its head is not whole */
        s->n_head = 0;
    if (!take_headers(s))
        return false;
    bool refused = inbound_head(&s->in);
    const char *expect = http_header(s->headers, s->in.x.n_headers, "Expect");
    if (expect && refused)
        http2_stream_serve(s);
    else if (expect && !strcasecmp(expect, "100-continue"))
        invite(s);
    return true;
}

void http2_stream_serve(struct http2_stream *s)
{
    if (s->in.replied || s->served)
        return;
    s->served = true;
    inbound_serve(&s->in);
}

static void leave(struct http2_stream *s)
{
    *(s->prev ? &s->prev->next : &s->session->streams) = s->next;
    if (s->next)
        s->next->prev = s->prev;
    s->prev = s->next = NULL;
    s->session = NULL;
}

bool http2_stream_waits(const struct http2_stream *s)
{
    return s->in.replied ? s->out.open : s->served;
}

void http2_stream_close(struct http2_stream *s, bool closing)
{
    const struct http_server_options *options = s->in.options;
    bool waits = http2_stream_waits(s);
    leave(s);
    if (!waits || options->gone(options->arg, &s->in.x, closing) || closing)
        http2_stream_free(s);
}
