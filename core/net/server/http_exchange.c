/* SPDX-License-Identifier: Apache-2.0 */
/* Leads what handlers answer to what carries their exchange. */
#include <unistd.h>

#include "net/server/http_carrier.h"

static const struct slrun_reply failed = {.status = 500};

static bool is_too_much(const struct slrun_reply *reply)
{
    return reply->n_headers > HTTP_SERVER_REPLY_HEADERS_MAX;
}

void http_server_reply(struct http_exchange *x, const struct slrun_reply *reply)
{
    x->carrier->reply(x, is_too_much(reply) ? &failed : reply, NULL);
}

void http_server_reply_file(struct http_exchange *x, const struct slrun_reply *reply,
                            const struct http_file *file)
{
    if (!is_too_much(reply)) {
        x->carrier->reply(x, reply, file);
        return;
    }
    if (file->fd >= 0)
        close(file->fd);
    x->carrier->reply(x, &failed, NULL);
}

void http_server_reply_open(struct http_exchange *x, const struct slrun_reply *reply)
{
    x->carrier->reply_open(x, reply);
}

int http_server_feed(struct http_exchange *x, const void *data, size_t size)
{
    return x->carrier->feed(x, data, size);
}

void http_server_feed_end(struct http_exchange *x, bool whole)
{
    x->carrier->feed_end(x, whole);
}

void http_server_drop(struct http_exchange *x)
{
    x->carrier->drop(x);
}
