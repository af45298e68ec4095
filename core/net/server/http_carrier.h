/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What carries an exchange of the server: HTTP/1.1 (http_serving.c) or HTTP/2 (http2_stream.c).
 * Handlers do not see which; http_exchange.c leads their answers to it. For the contracts see
 * http_server.h.
 */
#ifndef SLRUN_NET_HTTP_CARRIER_H
#define SLRUN_NET_HTTP_CARRIER_H

#include "net/server/http_server.h"

struct http_carrier {
    /* `file` is NULL, or its descriptor is taken over. */
    void (*reply)(struct http_exchange *x, const struct slrun_reply *reply,
                  const struct http_file *file);
    void (*reply_open)(struct http_exchange *x, const struct slrun_reply *reply);
    int (*feed)(struct http_exchange *x, const void *data, size_t size);
    void (*feed_end)(struct http_exchange *x, bool whole);
    void (*drop)(struct http_exchange *x);
};

#endif
