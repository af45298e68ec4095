/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the core does for a plugin. The table is handed to init() and stands in every context; it
 * lives as long as the process. All functions may be called from build(), parse(), undo() and from
 * the local half, on the thread that called the plugin.
 */
#ifndef SLRUN_HOST_H
#define SLRUN_HOST_H

#include <slrun/abi.h>
#include <slrun/error.h>
#include <slrun/http.h>
#include <slrun/xml.h>

struct slrun_arena; /* memory of one call; freed by the core when the call is over */
struct slrun_op;
struct slrun_service;
struct slrun_host;

enum slrun_log_level { SLRUN_LOG_ERROR, SLRUN_LOG_WARNING, SLRUN_LOG_INFO, SLRUN_LOG_DEBUG };

/* The context of one call of an operation. It belongs to the core; plugins only read it. */
struct slrun_ctx {
    const struct slrun_host *host;
    void *plugin;                        /* what init() stored */
    const struct slrun_service *service; /* of the plugin */
    const struct slrun_op *op;           /* the operation being called */
    const char *region;                  /* that the call goes to */
    struct slrun_arena *arena;
    struct slrun_error *error; /* filled by fail() */
    /* Since 1.1. The arguments as build() left them, borrowed: in parse() of an operation with
     * SLRUN_OP_READS_ARGS; else NULL. */
    const json_t *args;
    const struct slrun_request *request; /* in parse(): as build() left it; else NULL */
    int presigning; /* in build(): nothing is sent; a URL is made of it that someone else will send,
                     * with a body that is not known yet */
};

struct slrun_host {
    size_t struct_size;
    const char *version; /* of slrun, "0.1.0" */

    /* Zeroed memory that lives as long as the call, or NULL when a bound is passed. */
    void *(*alloc)(struct slrun_ctx *ctx, size_t size);
    /* printf into the call's arena; NULL when a bound is passed. */
    char *(*format)(struct slrun_ctx *ctx, const char *fmt, ...)SLRUN_PRINTF(2, 3);
    /* Fills ctx->error and returns -1, so that `return ctx->host->fail(...)` ends a build. */
    int (*fail)(struct slrun_ctx *ctx, enum slrun_errno kind, const char *fmt, ...)
        SLRUN_PRINTF(3, 4);
    void (*log)(enum slrun_log_level level, const char *fmt, ...) SLRUN_PRINTF(2, 3);

    /* Adds a header to a request; the strings are copied. 0, or -1 with the error filled: the name
     * is a token (RFC 9110), the value has no control characters; at most 100 headers. */
    int (*header)(struct slrun_ctx *ctx, struct slrun_request *req, const char *name,
                  const char *value);
    /* The value of the first header of that name (case ignored), or NULL. */
    const char *(*header_get)(const struct slrun_header *headers, size_t n, const char *name);
    /* Makes `json` the body: compact, keys sorted, numbers shortest. 0 or -1. */
    int (*json_body)(struct slrun_ctx *ctx, struct slrun_request *req, const json_t *json);
    /* Decodes JSON bytes; a new reference, or NULL with the error filled (PROTOCOL). */
    json_t *(*json_parse)(struct slrun_ctx *ctx, const void *data, size_t size);

    /* Tagged values (value.h). The new ones return a new reference, or NULL when out of memory;
     * tagged_new takes over the reference `value`. */
    json_t *(*tagged_new)(const char *tag, json_t *value);
    /* The tag of a tagged value with its inner value (borrowed) in *value; NULL for any other. */
    const char *(*tagged_get)(const json_t *json, json_t **value);
    json_t *(*blob_new)(const void *data, size_t size);
    /* The bytes of a "binary" value, or of a plain string, in the call's arena. 0 or -1. */
    int (*blob_get)(struct slrun_ctx *ctx, const json_t *json, const void **data, size_t *size);

    /* The AWS JSON protocols 1.0 and 1.1 (smithy.io, "AWS JSON 1.0 protocol"): POST /, the
     * operation in X-Amz-Target, `args` as the body. The service's target and json_version are
     * used. Binary values in `args` become base64 strings and tagged maps objects; any other tag
     * is an error (USAGE). 0 or -1. */
    int (*aws_json_build)(struct slrun_ctx *ctx, const json_t *args, struct slrun_request *req);
    /* The decoded body of a 2xx answer (a new reference), or NULL with the error filled from
     * x-amzn-ErrorType, __type and message. */
    json_t *(*aws_json_parse)(struct slrun_ctx *ctx, const struct slrun_response *resp);

    /* Since 1.1. The AWS query protocol (smithy.io, "AWS query protocol"): POST /, a form with the
     * operation as Action, the service's query_version and `args` by the operation's parameters.
     * 0 or -1. */
    int (*aws_query_build)(struct slrun_ctx *ctx, const json_t *args, struct slrun_request *req);
    /* The result in the XML of a 2xx answer, by the operation's `result` (a new reference), or NULL
     * with the error filled from <Error>. */
    json_t *(*aws_query_parse)(struct slrun_ctx *ctx, const struct slrun_response *resp);

    /* Makes a string, a binary value or a file (value.h) the body; a file is not looked
     * at yet. 0 or -1. */
    int (*body)(struct slrun_ctx *ctx, struct slrun_request *req, const json_t *value);

    /* Since 1.2. Reads an XML document into the call's arena: its outermost element, or NULL with
     * the error filled (PROTOCOL). A document type, and with it any entity of its own, is refused.
     */
    const struct slrun_xml *(*xml_read)(struct slrun_ctx *ctx, const void *data, size_t size);

    /* Since 1.2. What json_dumps(json, JSON_COMPACT | JSON_ENCODE_ANY | precision) makes, several
     * times faster; `precision` is JSON_REAL_PRECISION() or 0. The caller's to free(); its size, if
     * asked for, in *size. NULL where json_dumps() has none. */
    char *(*json_text)(const json_t *json, size_t precision, size_t *size);

    /* Since 1.2. What tag() of most operations does: adds the members of `tags` to the list of tags
     * in `args`, which is made if it is not there; `names` are those of the list and of the two
     * members of a tag: "Tags", "Key", "Value". Since 1.5, where tags are a map from keys to
     * values: its name, and NULL for the members. Tags that are there stay as they are. 0 or -1.
     */
    int (*tags_add)(struct slrun_ctx *ctx, json_t *args, const char *const names[3],
                    const json_t *tags);

    /* Since 1.4. What json_loadb(data, size, flags, error) makes, several times faster; `error` may
     * be NULL. */
    json_t *(*json_read)(const void *data, size_t size, size_t flags, json_error_t *error);

    /* Since 1.5. The value of a YAML document by YAML's core schema (yaml.org/spec/1.2.2): a new
     * reference, or NULL with `error` filled (USAGE), also where it has more than 200,000 values or
     * is more than 100 deep. Of equal keys the last counts; tags are not looked at. */
    json_t *(*yaml_read)(const void *data, size_t size, struct slrun_error *error);

    /*
     * Since 1.5. A request of a REST service that speaks JSON (smithy.io, "AWS restJson1
     * protocol"): `how` is "METHOD /path" or "METHOD /path?queries". {Name} in the path is that
     * argument, percent-encoded, {Name+} with its slashes; an empty one is an error (USAGE).
     * Queries are names of arguments joined by "&", or "Name=wire-name" where they are called
     * otherwise there: "PUT /things/{Name}/parts?Size&NextToken=next"; a list is a parameter for
     * each element, a map one for each member. What is left of `args` is the body, binary in
     * base64. It takes members out of `args`. aws_json_parse() reads answers and errors. 0 or -1.
     */
    int (*rest_json_build)(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req,
                           const char *how);

    /*
     * Since 1.5. All of a regular file, with a NUL behind it; the caller's to free(), its size in
     * *size. NULL with `error` filled: TOO_LARGE where it is more than `most` bytes, else IO, with
     * the path; also for what is no regular file (a FIFO, a device, a directory), which could keep
     * whoever reads it waiting. What a template or a request names must be read by this.
     */
    char *(*file_read)(const char *path, size_t most, size_t *size, struct slrun_error *error);
};

#endif
