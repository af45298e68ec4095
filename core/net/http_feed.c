/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Answers with a body that is fed while it is sent. libmicrohttpd takes from a buffer as the client
 * reads; while that is empty the connection is suspended, as one is that waits for its answer.
 */
#include <string.h>

#include "net/http_serving.h"

enum { BLOCK = 16 << 10 /* libmicrohttpd's buffer for clients of HTTP/1.0, who know no chunks */ };

static size_t left(const struct feed *f)
{
    return f->data.len - f->sent;
}

static void ask_for_more(struct serving *s)
{
    const struct http_server_options *options = &s->server->options;
    s->feed.enough = false;
    options->room(options->arg, &s->x);
}

static ssize_t take(struct feed *f, char *to, size_t size)
{
    size_t n = left(f) < size ? left(f) : size;
    memcpy(to, f->data.data + f->sent, n);
    f->sent += n;
    return (ssize_t)n;
}

/* MHD_ContentReaderCallback. 0: later, after the connection was resumed. */
static ssize_t read_on(void *arg, uint64_t at, char *to, size_t size)
{
    struct serving *s = arg;
    struct feed *f = &s->feed;
    (void)at;
    if (s->stage == STAGE_DEAD)
        return MHD_CONTENT_READER_END_WITH_ERROR;
    if (!left(f) && f->open && f->enough)
        ask_for_more(s);
    if (left(f))
        return take(f, to, size);
    if (!f->open)
        return f->cut ? MHD_CONTENT_READER_END_WITH_ERROR : MHD_CONTENT_READER_END_OF_STREAM;
    f->sent = 0;
    buf_free(&f->data); /* one that idles for minutes holds no memory */
    serving_wait(s);
    return 0;
}

void http_server_reply_open(struct http_exchange *x, const struct slrun_reply *reply)
{
    struct serving *s = (struct serving *)x;
    s->feed = (struct feed){.data = BUF_INIT(HTTP_SERVER_FEED_MAX), .open = true};
    serving_answer(s, reply,
                   reply->n_headers > HTTP_SERVER_REPLY_HEADERS_MAX
                       ? NULL
                       : s->server->api->create_response_from_callback(MHD_SIZE_UNKNOWN, BLOCK,
                                                                       read_on, s, NULL));
}

/* What was sent makes room. */
static void compact(struct feed *f)
{
    if (f->sent && left(f))
        memmove(f->data.data, f->data.data + f->sent, left(f));
    f->data.len = left(f);
    f->sent = 0;
}

static void wake(struct serving *s)
{
    if (s->stage == STAGE_WAITING)
        serving_resume(s, STAGE_ANSWERED);
}

int http_server_feed(struct http_exchange *x, const void *data, size_t size)
{
    struct serving *s = (struct serving *)x;
    struct feed *f = &s->feed;
    compact(f);
    if (!buf_add(&f->data, data, size))
        return -1;
    wake(s);
    f->enough = left(f) >= HTTP_SERVER_FEED_ENOUGH;
    return !f->enough;
}

void http_server_feed_end(struct http_exchange *x, bool whole)
{
    struct serving *s = (struct serving *)x;
    s->feed.open = false;
    s->feed.cut = !whole;
    wake(s);
}

void feed_forget(struct serving *s)
{
    const struct http_server_options *options = &s->server->options;
    bool open = s->feed.open;
    s->feed.open = false;
    if (open)
        (void)options->gone(options->arg, &s->x, true);
    buf_free(&s->feed.data);
}
