/* SPDX-License-Identifier: Apache-2.0 */
/* The body of an open answer: fed by the handler, taken from as the client reads. */
#ifndef SLRUN_NET_HTTP_OUTBOX_H
#define SLRUN_NET_HTTP_OUTBOX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "net/server/http_server.h"

struct outbox {
    struct buf data;
    size_t sent; /* bytes of it */
    bool open;   /* the handler has not ended it */
    bool enough; /* it was told to wait */
    bool cut;    /* it ended before it was whole */
};

#define OUTBOX_INIT ((struct outbox){.data = BUF_INIT(HTTP_SERVER_FEED_MAX), .open = true})

/* What http_server_feed() returns. */
int outbox_add(struct outbox *f, const void *data, size_t size);
/* Whether the handler waits for room, and there is room for all: it is to be asked for more. */
bool outbox_wants_more(const struct outbox *f);
/* Bytes that were fed and not taken. */
size_t outbox_left(const struct outbox *f);
/* Takes at most `size` of them. */
size_t outbox_take(struct outbox *f, char *to, size_t size);
/* One that idles for minutes holds no memory. */
void outbox_empty(struct outbox *f);

#endif
