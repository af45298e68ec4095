/* SPDX-License-Identifier: Apache-2.0 */
/* Open answers. */
#include "local/feed.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "local/protocol/event_stream.h"

enum { HEADERS_ARENA_MAX = 1 << 20 };

/* For a service that asked: what the answer is to be, and its body so far. */
struct fed {
    struct slrun_arena *arena;
    struct slrun_reply reply;
    struct buf body;
};

/* ---- collecting ---- */

void fed_free(struct fed *fed)
{
    if (!fed)
        return;
    arena_free(fed->arena);
    buf_free(&fed->body);
    free(fed);
}

static bool copy_headers(struct fed *fed, const struct slrun_reply *reply)
{
    struct slrun_header *headers =
        arena_alloc(fed->arena, (reply->n_headers + 1) * sizeof *headers);
    for (size_t i = 0; headers && i < reply->n_headers; i++) {
        headers[i].name = arena_str(fed->arena, reply->headers[i].name);
        headers[i].value = arena_str(fed->arena, reply->headers[i].value);
        if (!headers[i].name || !headers[i].value)
            return false;
    }
    fed->reply = (struct slrun_reply){
        .status = reply->status, .headers = headers, .n_headers = reply->n_headers};
    if (reply->content_type)
        fed->reply.content_type = arena_str(fed->arena, reply->content_type);
    return headers && (!reply->content_type || fed->reply.content_type);
}

/* NULL: out of memory. */
static struct fed *fed_new(const struct slrun_reply *reply)
{
    struct fed *fed = calloc(1, sizeof *fed);
    if (!fed)
        return NULL;
    fed->body = BUF_INIT(HTTP_SERVER_FEED_MAX);
    fed->arena = arena_new(HEADERS_ARENA_MAX);
    if (fed->arena && copy_headers(fed, reply))
        return fed;
    fed_free(fed);
    return NULL;
}

static void end_collecting(struct exchange *e, bool whole)
{
    struct fed *fed = e->fed;
    e->fed = NULL;
    if (fed) {
        fed->reply.body = buf_str(&fed->body);
        fed->reply.size = fed->body.len;
    }
    e->answer(e, fed && whole && !fed->body.failed ? &fed->reply : NULL, NULL);
    fed_free(fed);
}

/* ---- what services ask for ---- */

void feed_open(struct slrun_exchange *x, const struct slrun_reply *reply,
               void (*room)(struct slrun_exchange *x))
{
    struct slrun_header headers[HTTP_SERVER_REPLY_HEADERS_MAX];
    struct exchange *e = (struct exchange *)x;
    struct slrun_reply with_id = exchange_with_id(e, reply, headers);
    e->room = room;
    if (e->answer) {
        e->fed = fed_new(reply);
        return;
    }
    http_server_reply_open(e->http, &with_id);
}

int feed_add(struct slrun_exchange *x, const void *data, size_t size)
{
    struct exchange *e = (struct exchange *)x;
    if (!e->answer)
        return http_server_feed(e->http, data, size);
    return e->fed && buf_add(&e->fed->body, data, size) ? 1 : -1;
}

int feed_event(struct slrun_exchange *x, const struct slrun_event *event)
{
    struct buf message = BUF_INIT(EVENT_STREAM_MESSAGE_MAX);
    int rc = event_stream_write(&message, event) ? feed_add(x, message.data, message.len) : -1;
    buf_free(&message);
    return rc;
}

void feed_end(struct slrun_exchange *x, int whole)
{
    struct exchange *e = (struct exchange *)x;
    if (e->answer) {
        end_collecting(e, whole != 0);
        return;
    }
    http_server_feed_end(e->http, whole != 0);
    exchange_free(e);
}
