/* SPDX-License-Identifier: Apache-2.0 */
/* The answer of an exchange. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

#include <slrun/time.h>

#include "net/http_header.h"
#include "net/server/http2_stream.h"

/* ---- the body ---- */

static ssize_t read_file(struct http2_stream *s, uint8_t *to, size_t size, uint32_t *flags)
{
    struct http_file *f = &s->file;
    ssize_t n = pread(f->fd, to, f->size < size ? (size_t)f->size : size, (off_t)f->offset);
    if (n <= 0)
        return NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE; /* it is too short */
    f->offset += (uint64_t)n;
    f->size -= (uint64_t)n;
    if (!f->size)
        *flags |= NGHTTP2_DATA_FLAG_EOF;
    return n;
}

/* nghttp2_data_source_read_callback. */
static ssize_t read_on(nghttp2_session *inner, int32_t id, uint8_t *to, size_t size,
                       uint32_t *flags, nghttp2_data_source *source, void *session)
{
    struct http2_stream *s = source->ptr;
    struct outbox *o = &s->out;
    (void)inner, (void)id, (void)session;
    if (s->file.fd >= 0)
        return read_file(s, to, size, flags);
    if (outbox_wants_more(o)) {
        o->enough = false;
        s->in.options->room(s->in.options->arg, &s->in.x);
    }
    size_t n = outbox_take(o, (char *)to, size);
    bool all = !outbox_left(o) && !o->open;
    if (all && !o->cut)
        *flags |= NGHTTP2_DATA_FLAG_EOF;
    if (n || (all && !o->cut))
        return (ssize_t)n;
    outbox_empty(o);
    return all ? NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE : NGHTTP2_ERR_DEFERRED;
}

/* ---- the head ---- */

/* Headers of an answer in the making: their text, and where it stands. */
struct lines {
    const struct http2_api *api;
    struct buf text; /* has room for all of them */
    nghttp2_nv *at;
    size_t n;
    bool wrong; /* one of them cannot be sent */
};

/* What HTTP/2 says by its frames (RFC 9113, 8.2.2). */
static bool is_of_frames(const char *name)
{
    static const char *const names[] = {"connection",       "content-length", "keep-alive",
                                        "proxy-connection", "upgrade",        "transfer-encoding"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcasecmp(name, names[i]))
            return true;
    return false;
}

static uint8_t *keep(struct lines *l, const char *text)
{
    uint8_t *at = (uint8_t *)l->text.data + l->text.len;
    buf_add(&l->text, text, strlen(text));
    return at;
}

static void line(struct lines *l, const char *name, const char *value)
{
    nghttp2_nv *nv = &l->at[l->n++];
    *nv = (nghttp2_nv){.name = keep(l, name), .namelen = strlen(name), .valuelen = strlen(value)};
    for (size_t i = 0; i < nv->namelen; i++)
        nv->name[i] = (uint8_t)tolower(nv->name[i]);
    nv->value = keep(l, value);
    l->wrong = l->wrong || !l->api->check_header_value(nv->value, nv->valuelen) ||
               (*name != ':' && !l->api->check_header_name(nv->name, nv->namelen));
}

static void add_date(struct lines *l)
{
    char text[SLRUN_TIME_HTTP_SIZE];
    line(l, "date", slrun_time_http((int64_t)time(NULL) * 1000, text));
}

/* An answer: its head, and how long its body is; -1: nobody knows yet. */
struct answer {
    const struct slrun_reply *reply;
    int64_t size;
};

static void add_lines(struct lines *l, const struct answer *a)
{
    char number[32];
    snprintf(number, sizeof number, "%d", a->reply->status);
    line(l, ":status", number);
    if (a->reply->content_type)
        line(l, "content-type", a->reply->content_type);
    for (size_t i = 0; i < a->reply->n_headers; i++)
        if (!is_of_frames(a->reply->headers[i].name))
            line(l, a->reply->headers[i].name, a->reply->headers[i].value);
    if (!http_header(a->reply->headers, a->reply->n_headers, "Date"))
        add_date(l);
    snprintf(number, sizeof number, "%lld", (long long)a->size);
    if (a->size >= 0 && a->reply->status != 204)
        line(l, "content-length", number);
}

static bool make_room(struct lines *l, const struct slrun_reply *reply)
{
    size_t size = 256 + (reply->content_type ? strlen(reply->content_type) : 0);
    for (size_t i = 0; i < reply->n_headers; i++)
        size += strlen(reply->headers[i].name) + strlen(reply->headers[i].value);
    l->text = BUF_INIT(size);
    l->at = calloc(reply->n_headers + 4, sizeof *l->at);
    return l->at && buf_room(&l->text, size);
}

static void reset(struct http2_stream *s)
{
    const struct http2_session *session = s->session;
    session->api->submit_rst_stream(session->inner, 0, s->id, NGHTTP2_INTERNAL_ERROR);
    session->o.wake(session->o.arg);
}

static void submit(struct http2_stream *s, const struct answer *a)
{
    const struct http2_session *session = s->session;
    nghttp2_data_provider body = {.source = {.ptr = s}, .read_callback = read_on};
    bool bare = !strcmp(s->in.x.method, "HEAD") || a->reply->status == 204 ||
                a->reply->status == 304 || !a->size;
    struct lines l = {.api = session->api};
    bool ok = make_room(&l, a->reply);
    if (ok)
        add_lines(&l, a);
    if (ok && !l.wrong &&
        !session->api->submit_response(session->inner, s->id, l.at, l.n, bare ? NULL : &body))
        session->o.wake(session->o.arg);
    else
        reset(s);
    buf_free(&l.text);
    free(l.at);
}

/* ---- what handlers call ---- */

/* The handler has answered; true: to somebody. Where the client has left, its last word ends the
 * exchange. */
static bool replied(struct http2_stream *s)
{
    bool heard = s->session != NULL;
    s->in.handed = false;
    s->in.replied = true;
    if (!heard && !s->out.open)
        http2_stream_free(s);
    return heard;
}

static void reply(struct http_exchange *x, const struct slrun_reply *reply,
                  const struct http_file *file)
{
    struct http2_stream *s = (struct http2_stream *)x;
    if (file) {
        s->file = *file;
    } else if (reply->body) {
        s->out.data = BUF_INIT(reply->size);
        buf_add(&s->out.data, reply->body, reply->size);
    }
    bool whole = !s->out.data.failed;
    if (!replied(s))
        return;
    if (whole)
        submit(s, &(struct answer){reply, (int64_t)(file ? file->size : reply->size)});
    else
        reset(s);
}

static void reply_open(struct http_exchange *x, const struct slrun_reply *reply)
{
    struct http2_stream *s = (struct http2_stream *)x;
    s->out = OUTBOX_INIT;
    if (replied(s))
        submit(s, &(struct answer){reply, -1});
}

static void go_on(struct http2_stream *s)
{
    s->session->api->session_resume_data(s->session->inner, s->id);
    s->session->o.wake(s->session->o.arg);
}

static int feed(struct http_exchange *x, const void *data, size_t size)
{
    struct http2_stream *s = (struct http2_stream *)x;
    int more = s->session ? outbox_add(&s->out, data, size) : 1;
    if (more >= 0 && s->session)
        go_on(s);
    return more;
}

static void feed_end(struct http_exchange *x, bool whole)
{
    struct http2_stream *s = (struct http2_stream *)x;
    s->out.open = false;
    s->out.cut = !whole;
    if (s->session)
        go_on(s);
    else
        http2_stream_free(s);
}

static void drop(struct http_exchange *x)
{
    struct http2_stream *s = (struct http2_stream *)x;
    if (replied(s))
        reset(s);
}

const struct http_carrier http2_carrier = {
    .reply = reply, .reply_open = reply_open, .feed = feed, .feed_end = feed_end, .drop = drop};
