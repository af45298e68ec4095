/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The body of a request that is judged while it comes: its hash against what the head states, and
 * aws-chunked taken off. What is left goes to a service, or is collected.
 */
#ifndef SLRUN_LOCAL_BODY_H
#define SLRUN_LOCAL_BODY_H

#include "base/buf.h"
#include "local/iam/auth.h"

struct body;

struct body_options {
    const struct auth_request *request; /* for the length of the call */
    struct auth *auth;                  /* borrowed */
    const char *service;                /* the signing name */
    /* Where the data goes; NULL: it is collected, HTTP_SERVER_BODY_MAX at most. */
    void (*data)(void *arg, const void *data, size_t size);
    void *arg;
};

/* Is the body of this request aws-chunked? */
bool body_is_framed(const struct http_exchange *http);

/* After the head has been checked. NULL with `refusal` filled. */
struct body *body_new(const struct body_options *options, struct refusal *refusal);
void body_free(struct body *body);

/* From now on the data goes there; NULL: it is collected. */
void body_redirect(struct body *body, void (*data)(void *arg, const void *data, size_t size),
                   void *arg);

/* The next piece as it came; false: refused. */
bool body_take(struct body *body, const void *data, size_t size, struct refusal *refusal);

/* After the last piece; false: refused. `hash` is the SHA-256 of the body in hex where the head
 * does not state it, else empty. */
bool body_end(struct body *body, char hash[SIGV4_HEX_MAX], struct refusal *refusal);

/* What was collected; it belongs to `body`. */
const struct buf *body_collected(const struct body *body);

/* The trailers; they belong to `body`. */
const struct slrun_header *body_trailers(const struct body *body, size_t *n);

#endif
