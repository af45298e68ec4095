/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A body that is aws-chunked, checked while it comes: the signature of each chunk, its decoded
 * length, the trailers that were announced and their signature.
 */
#ifndef SLRUN_LOCAL_FRAMED_H
#define SLRUN_LOCAL_FRAMED_H

#include "local/protocol/refusal.h"
#include "net/signature/sigv4.h"

enum { FRAMED_CHUNK_MIN = 8192 /* bytes of any chunk but the last */ };

struct framed;

struct framed_options {
    const struct slrun_header *headers; /* of the request; borrowed until the end */
    size_t n_headers;
    struct sigv4 *sigv4;             /* borrowed */
    const struct sigv4_chain *chain; /* of a signed body; NULL: the chunks are not checked */
    bool is_signed, has_trailers;    /* what the payload's name promises */
    /* The data; false: enough, for a reason that the receiver knows. */
    bool (*data)(void *arg, const void *data, size_t size);
    void *arg;
};

/* NULL with `refusal` filled: out of memory, or no x-amz-decoded-content-length. */
struct framed *framed_new(const struct framed_options *options, struct refusal *refusal);
void framed_free(struct framed *framed);

/* The next piece as it came. false: refused, unless data() returned false. */
bool framed_take(struct framed *framed, const void *data, size_t size, struct refusal *refusal);

/* After the last piece. */
bool framed_end(struct framed *framed, struct refusal *refusal);

/* The trailers, without their signature; they belong to `framed`. */
const struct slrun_header *framed_trailers(const struct framed *framed, size_t *n);

/* Reads x-amz-decoded-content-length. false: it is absent (NULL) or no number. */
bool framed_read_length(const char *text, uint64_t *length);

#endif
