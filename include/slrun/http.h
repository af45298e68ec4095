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

/* The size of a body that goes to the end of its file, which the core finds out before sending. */
#define SLRUN_SIZE_REST UINT64_MAX

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
 * the core's thread; a result other than 0 ends the call. Both (since 1.1): into the file, and the
 * function sees it pass; it is then called with NULL and 0 before each try, too. An answer that is
 * not 2xx always goes into memory, so that parse() can read the error.
 */
struct slrun_sink {
    const char *path;
    int (*write)(void *arg, const void *data, size_t size);
    void *arg;
};

struct slrun_ctx;
struct slrun_request;

/*
 * Since 1.1. What a plugin computes of a body that is a file (a checksum): the core reads the file
 * once before it sends it, for the signature, and shows it to the plugin. All zero: nothing.
 * `update` gets piece after piece, on a thread of its own: it touches nothing but `arg` and the
 * piece; a result other than 0 ends the call. `finish` is called once after that, on the core's
 * thread, and may add headers: 0, or -1 after host->fail(). Where the call ended before, it is
 * called with `req` NULL and only frees what `arg` holds.
 */
struct slrun_digest {
    int (*update)(void *arg, const void *data, size_t size);
    int (*finish)(struct slrun_ctx *ctx, void *arg, struct slrun_request *req);
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
    const char *payload_hash;   /* a literal for x-amz-content-sha256 (UNSIGNED-PAYLOAD), or NULL */
    struct slrun_digest digest; /* since 1.1; only with a body that is a file */
    /* Since 1.2. Where it goes, "https://HOST[:PORT]", instead of the service's endpoint; or NULL.
     */
    const char *base;
    int anonymous; /* since 1.2: it is not signed */
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
