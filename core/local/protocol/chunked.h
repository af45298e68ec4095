/* SPDX-License-Identifier: Apache-2.0 */
/*
 * aws-chunked: a body inside the body, in chunks that may be signed and trailers behind them
 * ("Signature Calculations for the Authorization Header: Transferring Payload in Multiple Chunks"
 * and "Including Trailing Headers", Amazon S3 API Reference):
 *
 *     10000;chunk-signature=HEX CRLF 65536 bytes CRLF ... 0;chunk-signature=HEX CRLF
 *     x-amz-checksum-crc32c:sOO8/Q== CRLF x-amz-trailer-signature:HEX CRLF CRLF
 *
 * The decoder takes pieces of any length and knows nothing of signatures. Its memory is bounded.
 */
#ifndef SLRUN_LOCAL_CHUNKED_H
#define SLRUN_LOCAL_CHUNKED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    CHUNKED_LINE_MAX = 1024,  /* bytes of a chunk's head or of a trailer */
    CHUNKED_TRAILERS_MAX = 16 /* trailers, with their signature */
};

/* What is found, in its order. A function that returns false ends the decoding. */
struct chunked_sink {
    /* A chunk of `size` bytes begins; 0: the last. `signature` as it stands there, or "": no
     * extension. */
    bool (*begin)(void *arg, uint64_t size, const char *signature);
    bool (*data)(void *arg, const void *data, size_t size);
    /* All of the chunk's data was there; of the last chunk it comes right after begin(). */
    bool (*end)(void *arg);
    /* Blanks around the value are gone. */
    bool (*trailer)(void *arg, const char *name, const char *value);
    void *arg;
};

enum chunked_state {
    CHUNKED_HEAD,     /* the line with the size */
    CHUNKED_DATA,     /* `left` bytes more */
    CHUNKED_DATA_END, /* CRLF behind them */
    CHUNKED_TRAILER,  /* a trailer, or the empty line */
    CHUNKED_DONE,     /* S3 does not look at what follows */
    CHUNKED_BAD,      /* not aws-chunked */
    CHUNKED_STOPPED   /* the sink did not want more */
};

struct chunked {
    const struct chunked_sink *sink;
    enum chunked_state state;
    uint64_t left;
    unsigned n_trailers;
    bool more; /* something came behind the end */
    bool bare; /* the last trailer ended with LF alone: CRLF is still to come */
    size_t line_size;
    char line[CHUNKED_LINE_MAX];
};

/* Takes the next piece; CHUNKED_BAD and CHUNKED_STOPPED are for good. */
enum chunked_state chunked_take(struct chunked *c, const void *data, size_t size);

/* Whether it may end here: without signatures S3 misses no empty line behind the trailers. */
bool chunked_is_whole(const struct chunked *c);

#endif
