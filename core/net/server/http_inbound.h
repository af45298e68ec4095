/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A request on its way in, whatever carries it: what of it the handler is asked, and what becomes
 * of its body.
 */
#ifndef SLRUN_NET_HTTP_INBOUND_H
#define SLRUN_NET_HTTP_INBOUND_H

#include "base/buf.h"
#include "net/server/http_server.h"

struct inbound {
    struct http_exchange x; /* first: what the handler has */
    const struct http_server_options *options;
    struct buf body;  /* of one that is collected */
    unsigned refusal; /* a status decided before the handler is asked, or 0 */
    bool handed;      /* head() was called, and it is neither served nor answered yet */
    bool streams;     /* the body goes to data() */
    bool replied;
};

/* Its method, target and headers are there: asks head(). Whether its body need not be sent. */
bool inbound_head(struct inbound *in);

/* A piece of its body. What nobody wants is heard out: many clients do not read an answer while
 * they send. */
void inbound_data(struct inbound *in, const void *data, size_t size);

/* It is complete, or as good as that, and not answered: refuses it, or asks serve(). */
void inbound_serve(struct inbound *in);

/* Ends it; dropped() is told where head() was asked and nothing followed. */
void inbound_free(struct inbound *in);

#endif
