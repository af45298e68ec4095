/* SPDX-License-Identifier: Apache-2.0 */
#include "net/server/http_outbox.h"

#include <string.h>

size_t outbox_left(const struct outbox *f)
{
    return f->data.len - f->sent;
}

bool outbox_wants_more(const struct outbox *f)
{
    return !outbox_left(f) && f->open && f->enough;
}

size_t outbox_take(struct outbox *f, char *to, size_t size)
{
    size_t n = outbox_left(f) < size ? outbox_left(f) : size;
    if (n)
        memcpy(to, f->data.data + f->sent, n);
    f->sent += n;
    return n;
}

void outbox_empty(struct outbox *f)
{
    f->sent = 0;
    buf_free(&f->data);
}

/* What was sent makes room. */
static void compact(struct outbox *f)
{
    if (f->sent && outbox_left(f))
        memmove(f->data.data, f->data.data + f->sent, outbox_left(f));
    f->data.len = outbox_left(f);
    f->sent = 0;
}

int outbox_add(struct outbox *f, const void *data, size_t size)
{
    compact(f);
    if (!buf_add(&f->data, data, size))
        return -1;
    f->enough = outbox_left(f) >= HTTP_SERVER_FEED_ENOUGH;
    return !f->enough;
}
