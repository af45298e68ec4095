/* SPDX-License-Identifier: Apache-2.0 */
#include "net/server/http_inbound.h"

#include <stdlib.h>

#include "net/http_header.h"

bool inbound_head(struct inbound *in)
{
    in->x.body = "";
    in->handed = in->options->head && !in->refusal;
    in->streams = in->handed && in->options->head(in->options->arg, &in->x) == HTTP_BODY_STREAM;
    const char *length = http_header(in->x.headers, in->x.n_headers, "Content-Length");
    if (!in->streams && length && strtoull(length, NULL, 10) > HTTP_SERVER_BODY_MAX)
        in->x.refusal = 413;
    return in->refusal || in->replied || in->x.refusal;
}

void inbound_data(struct inbound *in, const void *data, size_t size)
{
    if (in->refusal || in->replied || in->x.refusal)
        return;
    if (in->streams)
        in->options->data(in->options->arg, &in->x, data, size);
    else if (!buf_add(&in->body, data, size))
        in->x.refusal = in->body.len + size > in->body.max ? 413 : 503;
    if (in->x.refusal)
        buf_free(&in->body);
}

void inbound_serve(struct inbound *in)
{
    if (in->refusal) {
        http_server_reply(&in->x, &(struct slrun_reply){.status = (int)in->refusal});
        return;
    }
    in->x.body = buf_str(&in->body);
    in->x.size = in->body.len;
    in->handed = false;
    in->options->serve(in->options->arg, &in->x);
}

void inbound_free(struct inbound *in)
{
    if (in->handed)
        in->options->dropped(in->options->arg, &in->x);
    buf_free(&in->body);
}
