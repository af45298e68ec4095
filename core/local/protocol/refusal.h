/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the local cloud refuses in place of a service, in that service's words: AWS's codes and
 * texts differ between S3, the JSON protocols and the query protocol.
 */
#ifndef SLRUN_LOCAL_REFUSAL_H
#define SLRUN_LOCAL_REFUSAL_H

#include <slrun/local.h>

#include "base/buf.h"
#include "net/server/http_server.h"
#include "net/signature/sigv4.h"
#include "net/signature/sigv4_s3.h"

/* HTTP status, the codes of S3, JSON and query, the text. */
#define REFUSALS(X)                                                                                \
    X(TOO_LARGE, 413, "MaxMessageLengthExceeded", "RequestEntityTooLargeException",                \
      "RequestEntityTooLarge", "Your request was too big.")                                        \
    X(NO_MEMORY, 503, "ServiceUnavailable", "ServiceUnavailableException", "ServiceUnavailable",   \
      "The local cloud is out of memory.")                                                         \
    X(CUT_BODY, 400, "IncompleteBody", "SerializationException", "InvalidRequest",                 \
      "The request body terminated unexpectedly")                                                  \
    X(BODY_LENGTH, 400, "IncompleteBody", "SerializationException", "InvalidRequest",              \
      "You did not provide the number of bytes specified by the Content-Length HTTP header")       \
    X(NO_LENGTH, 411, "MissingContentLength", "SerializationException", "InvalidRequest",          \
      "You must provide the Content-Length HTTP header.")                                          \
    X(SMALL_CHUNK, 403, "InvalidChunkSizeError", "SerializationException", "InvalidRequest",       \
      "Only the last chunk is allowed to have a size less than 8192 bytes")                        \
    X(TRAILER, 400, "MalformedTrailerError", "SerializationException", "InvalidRequest",           \
      "The request contained trailing data that was not well-formed or did not conform to our "    \
      "published schema.")                                                                         \
    X(PAYLOAD_KIND, 400, "InvalidArgument", "SerializationException", "InvalidRequest",            \
      SIGV4_S3_PAYLOADS)

enum refusal_kind {
    REFUSAL_NONE,
    REFUSAL_SIGNATURE, /* `status` says which */
#define REFUSAL_ENUM(name, ...) REFUSAL_##name,
    REFUSALS(REFUSAL_ENUM)
#undef REFUSAL_ENUM
};

struct refusal {
    enum refusal_kind kind;
    enum sigv4_status status;
    char message[SIGV4_MESSAGE_MAX]; /* of a signature; "": the code's own text */
    char body_hash[SIGV4_HEX_MAX];   /* SIGV4_PAYLOAD_MISMATCH: that of the body; or "" */
    /* BODY_LENGTH: bytes expected, and come; SMALL_CHUNK: which, and its size */
    uint64_t counts[2];
    struct sigv4 *texts; /* SIGV4_MISMATCH: it holds what was signed here; NULL: nothing does */
};

/* A refusal in words. */
struct refusal_words {
    int http; /* status */
    const char *code, *text;
};

struct refusal_words refusal_words(const struct refusal *refusal, enum slrun_errors errors);

/* The same for S3, which says what it looked at: `details` (BUF_INIT) receives the elements that
 * follow the message, `message` the words' text. */
struct refusal_words refusal_words_s3(const struct refusal *refusal,
                                      const struct http_exchange *http,
                                      char message[SIGV4_MESSAGE_MAX], struct buf *details);

#endif
