/* SPDX-License-Identifier: Apache-2.0 */
/*
 * HTTP requests and responses as plain data: what an operation's build() fills and parse() reads,
 * and what a local half receives and answers. Nothing here does I/O.
 */
#ifndef SLRUN_HTTP_H
#define SLRUN_HTTP_H

#include <stddef.h>
#include <stdint.h>

struct slrun_header {
    const char *name;
    const char *value;
};

enum slrun_body_kind {
    SLRUN_BODY_NONE,
    SLRUN_BODY_BYTES, /* `data`, `size` */
    SLRUN_BODY_FILE /* `size` bytes of the file `path` from `offset` on, read while they are sent */
};

struct slrun_body {
    enum slrun_body_kind kind;
    const void *data;
    uint64_t size;
    const char *path;
    uint64_t offset;
};

/*
 * Where the body of a successful (2xx) answer goes. All zero: into memory, bounded, and parse()
 * gets it. `path`: into that file, made or truncated. `write`: to the function, chunk by chunk, on
 * the core's thread; a result other than 0 ends the call. An answer that is not 2xx always goes
 * into memory, so that parse() can read the error.
 */
struct slrun_sink {
    const char *path;
    int (*write)(void *arg, const void *data, size_t size);
    void *arg;
};

/*
 * A request without endpoint and signature; the core adds both. Strings and bytes live in the
 * call's arena or are static. `target` is path and query exactly as they go over the wire
 * (percent-encoded, RFC 3986); NULL means "/". `method` NULL means POST.
 * Headers are added with host->header().
 */
struct slrun_request {
    const char *method;
    const char *target;
    struct slrun_header *headers;
    size_t n_headers;
    struct slrun_body body;
    struct slrun_sink sink;
    const char *payload_hash; /* a literal for x-amz-content-sha256 (UNSIGNED-PAYLOAD), or NULL */
};

/* An answer. Everything in it belongs to the core and is gone when parse() has returned. */
struct slrun_response {
    int status;
    const struct slrun_header *headers;
    size_t n_headers;
    const void *body; /* never NULL; a NUL stands behind its last byte */
    size_t size;
};

#endif
