/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What S3 answers to a request whose authorization it refuses: which of its faults comes first, its
 * words, and what the answer names besides. The other services word the same faults differently
 * (sigv4_error_code()).
 *
 * The order and the texts are those that S3 was seen to give in us-east-1 in September 2026; "Error
 * responses" and "Authenticating Requests" (Amazon S3 API Reference) list the codes.
 */
#ifndef SLRUN_NET_SIGV4_S3_H
#define SLRUN_NET_SIGV4_S3_H

#include "net/signature/sigv4.h"

#define SIGV4_S3_NAMED_MAX 4   /* members that an answer has besides, but for the texts signed */
#define SIGV4_S3_ROOM      768 /* bytes of values that do not stand in the request */

/* What x-amz-content-sha256 may hold. */
#define SIGV4_S3_PAYLOADS                                                                          \
    "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, "          \
    "STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER, "             \
    "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD, "                                                   \
    "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER or a valid sha256 value."

/* A request that is refused, for `status`. */
struct sigv4_s3_refused {
    const struct sigv4_request *request;
    const char *body_hash; /* SHA-256 of the body, where that was not the one stated; or NULL */
    enum sigv4_status status;
    int64_t now; /* the server's clock, seconds since the epoch */
    unsigned max_skew;
};

/* A member of the answer. The value points into the request, or into the answer. */
struct sigv4_s3_named {
    const char *name; /* "ArgumentName" */
    struct sigv4_slice value;
};

struct sigv4_s3_answer {
    int http;
    const char *code; /* NULL: it is not the authorization that is wrong */
    char message[SIGV4_MESSAGE_MAX];
    struct sigv4_s3_named named[SIGV4_S3_NAMED_MAX];
    size_t n_named;
    char room[SIGV4_S3_ROOM];
    size_t used;
    char memory[SIGV4_QUERY_MAX];
};

/* Fills the answer. Nothing in it is a secret: it repeats what the client has sent. */
void sigv4_s3_answer(const struct sigv4_s3_refused *refused, struct sigv4_s3_answer *answer);

/* Whether a request says twice who sends it: in the header and in the query, or there in the way
 * of version 2 and of version 4. S3 refuses that (SIGV4_UNKNOWN_SCHEME). */
bool sigv4_s3_says_twice(const struct sigv4_request *request);

/* Whether the query of a request says who sends it: it is presigned, in either way. */
bool sigv4_s3_is_presigned(const struct sigv4_request *request);

#endif
