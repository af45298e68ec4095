/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Answers with a body that is fed while it is sent. libmicrohttpd takes from a buffer as the client
 * reads; while that is empty the connection is suspended, as one is that waits for its answer.
 */
#include "net/server/http_serving.h"

enum { BLOCK = 16 << 10 /* libmicrohttpd's buffer for clients of HTTP/1.0, who know no chunks */ };

static void ask_for_more(struct serving *s)
{
    const struct http_server_options *options = &s->server->options;
    s->feed.enough = false;
    options->room(options->arg, &s->in.x);
}

/* MHD_ContentReaderCallback. 0: later, after the connection was resumed. */
static ssize_t read_on(void *arg, uint64_t at, char *to, size_t size)
{
    struct serving *s = arg;
    struct outbox *f = &s->feed;
    (void)at;
    if (s->stage == STAGE_DEAD)
        return MHD_CONTENT_READER_END_WITH_ERROR;
    if (outbox_wants_more(f))
        ask_for_more(s);
    if (outbox_left(f))
        return (ssize_t)outbox_take(f, to, size);
    if (!f->open)
        return f->cut ? MHD_CONTENT_READER_END_WITH_ERROR : MHD_CONTENT_READER_END_OF_STREAM;
    outbox_empty(f);
    serving_wait(s);
    return 0;
}

void serving_reply_open(struct http_exchange *x, const struct slrun_reply *reply)
{
    struct serving *s = (struct serving *)x;
    s->feed = OUTBOX_INIT;
    serving_answer(s, reply,
                   reply->n_headers > HTTP_SERVER_REPLY_HEADERS_MAX
                       ? NULL
                       : s->server->api->create_response_from_callback(MHD_SIZE_UNKNOWN, BLOCK,
                                                                       read_on, s, NULL));
}

static void wake(struct serving *s)
{
    if (s->stage == STAGE_WAITING)
        serving_resume(s, STAGE_ANSWERED);
}

int serving_feed(struct http_exchange *x, const void *data, size_t size)
{
    struct serving *s = (struct serving *)x;
    int more = outbox_add(&s->feed, data, size);
    if (more >= 0)
        wake(s);
    return more;
}

void serving_feed_end(struct http_exchange *x, bool whole)
{
    struct serving *s = (struct serving *)x;
    s->feed.open = false;
    s->feed.cut = !whole;
    wake(s);
}

void serving_feed_forget(struct serving *s)
{
    const struct http_server_options *options = &s->server->options;
    bool open = s->feed.open;
    s->feed.open = false;
    if (open)
        (void)options->gone(options->arg, &s->in.x, true);
    buf_free(&s->feed.data);
}
