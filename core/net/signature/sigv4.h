/* SPDX-License-Identifier: Apache-2.0 */
/*
 * AWS Signature Version 4: sign a request, presign a URL, and check a received signature.
 *
 * Follows "AWS Signature Version 4 for API requests" (IAM User Guide) and "Authenticating Requests
 * (AWS Signature Version 4)" (Amazon S3 API Reference). Pure: no clock, no I/O, no global state.
 * Strings are NUL-terminated and borrowed for the length of the call unless said otherwise.
 */
#ifndef SLRUN_NET_SIGV4_H
#define SLRUN_NET_SIGV4_H

#include <slrun/http.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Limits. What exceeds them is SIGV4_TOO_LARGE, never cut. */
#define SIGV4_SECRET_MAX        256     /* bytes of a secret access key */
#define SIGV4_SCOPE_NAME_MAX    64      /* bytes of a region or a service name */
#define SIGV4_FIELDS_MAX        1024    /* signed headers, and parameters of a query */
#define SIGV4_CANONICAL_MAX     1048576 /* bytes of a canonical request */
#define SIGV4_AUTHORIZATION_MAX 16384   /* bytes of an Authorization header that is parsed */
#define SIGV4_SEEN_SIZE         512     /* bytes of one that is kept */
#define SIGV4_MESSAGE_MAX       1024    /* bytes of a verifier's message, with its NUL */
#define SIGV4_QUERY_MAX         4096    /* bytes of a presigned query's own parameters, decoded */
#define SIGV4_HEX_MAX           65      /* a SHA-256 or a signature in hex, with its NUL */
#define SIGV4_TIMESTAMP_MAX     17      /* YYYYMMDDTHHMMSSZ, with its NUL */
#define SIGV4_EXPIRES_MAX       604800  /* seconds that a presigned request may live: a week */
#define SIGV4_BUFFER_SIZE       2048    /* enough for the headers of any usual request */

#define SIGV4_UNSIGNED_PAYLOAD "UNSIGNED-PAYLOAD"

/* status, S3's error code, the JSON protocol's, the query protocol's; the first group is never
 * sent to a client. The codes are those of the services' "Common Errors" pages. */
#define SIGV4_STATUSES(X)                                                                          \
    X(OK, "", "", "")                                                                              \
    X(NO_MEMORY, "InternalError", "InternalServerError", "InternalFailure")                        \
    X(CRYPTO_FAILED, "InternalError", "InternalServerError", "InternalFailure")                    \
    X(TOO_LARGE, "RequestHeaderSectionTooLarge", "IncompleteSignatureException",                   \
      "IncompleteSignature")                                                                       \
    X(MALFORMED, "InvalidRequest", "IncompleteSignatureException", "IncompleteSignature")          \
    X(OLD_SIGNATURE, "InvalidRequest", "IncompleteSignatureException", "IncompleteSignature")      \
    X(UNKNOWN_SCHEME, "InvalidArgument", "MissingAuthenticationTokenException",                    \
      "MissingAuthenticationToken")                                                                \
    X(UNKNOWN_KEY, "InvalidAccessKeyId", "UnrecognizedClientException", "InvalidClientTokenId")    \
    X(MISSING_TOKEN, "AccessDenied", "MissingAuthenticationTokenException",                        \
      "MissingAuthenticationToken")                                                                \
    X(INCOMPLETE, "AuthorizationHeaderMalformed", "IncompleteSignatureException",                  \
      "IncompleteSignature")                                                                       \
    X(BAD_DATE, "AccessDenied", "IncompleteSignatureException", "IncompleteSignature")             \
    X(QUERY_INCOMPLETE, "AuthorizationQueryParametersError", "IncompleteSignatureException",       \
      "IncompleteSignature")                                                                       \
    X(WRONG_SCOPE, "AuthorizationHeaderMalformed", "InvalidSignatureException",                    \
      "SignatureDoesNotMatch")                                                                     \
    X(HOST_NOT_SIGNED, "AccessDenied", "InvalidSignatureException", "SignatureDoesNotMatch")       \
    X(HEADER_NOT_SIGNED, "AccessDenied", "InvalidSignatureException", "SignatureDoesNotMatch")     \
    X(NOT_YET_VALID, "AccessDenied", "InvalidSignatureException", "SignatureDoesNotMatch")         \
    X(EXPIRED, "AccessDenied", "InvalidSignatureException", "SignatureDoesNotMatch")               \
    X(TIME_SKEWED, "RequestTimeTooSkewed", "InvalidSignatureException", "SignatureDoesNotMatch")   \
    X(PAYLOAD_MISMATCH, "XAmzContentSHA256Mismatch", "InvalidSignatureException",                  \
      "SignatureDoesNotMatch")                                                                     \
    X(MISMATCH, "SignatureDoesNotMatch", "InvalidSignatureException", "SignatureDoesNotMatch")

enum sigv4_status {
#define SIGV4_ENUM(name, s3, json, query) SIGV4_##name,
    SIGV4_STATUSES(SIGV4_ENUM)
#undef SIGV4_ENUM
};

/* Which spelling of an error code a service uses. REST's JSON has the codes of JSON and the
 * statuses of the others. */
enum sigv4_protocol {
    SIGV4_PROTOCOL_S3,
    SIGV4_PROTOCOL_JSON,
    SIGV4_PROTOCOL_QUERY,
    SIGV4_PROTOCOL_REST_JSON
};

/* How a service departs from the common rules. */
enum sigv4_flags {
    SIGV4_KEEP_PATH = 1,   /* do not resolve "." and "..", nor join "//" */
    SIGV4_ENCODE_ONCE = 2, /* the path is encoded once, not the encoded path once more */
    SIGV4_HASH_HEADER = 4, /* x-amz-content-sha256 is sent and signed */
    SIGV4_AMZ_SIGNED = 8,  /* to verify: all x-amz-* headers must be signed */
    SIGV4_BODY_LATER = 16, /* to verify: the body is not there yet; only its head is checked */
    SIGV4_S3 = SIGV4_KEEP_PATH | SIGV4_ENCODE_ONCE | SIGV4_HASH_HEADER | SIGV4_AMZ_SIGNED
};

struct sigv4; /* one for each thread: scratch memory, the signing keys */

struct sigv4_credentials {
    const char *access_key;
    const char *secret_key;
    const char *session_token; /* or NULL */
};

/*
 * A request as it stands on the wire.
 * target: path and query exactly as sent; an empty path counts as "/".
 * headers: must hold Host, with the port when one is sent. Repeated names are allowed.
 * payload_hash: SHA-256 in lower-case hex, or a literal such as UNSIGNED-PAYLOAD; NULL: the value
 * of a given x-amz-content-sha256 header, else the hash of body.
 */
struct sigv4_request {
    const char *method;
    const char *target;
    const struct slrun_header *headers;
    size_t n_headers;
    const void *body;
    size_t body_size;
    const char *payload_hash;
};

struct sigv4_options {
    const struct sigv4_credentials *credentials;
    const char *region;
    const char *service; /* the signing name, "execute-api" */
    int64_t time;        /* seconds since the epoch */
    unsigned flags;      /* enum sigv4_flags */
    unsigned expires;    /* sigv4_presign: seconds, 1 to 604800 */
};

#define SIGV4_HEADERS_ADDED 4

/*
 * Where a signature is written: the caller gives buffer and size, the rest is the answer.
 * Names are constants; values lie in buffer, but the session token is the caller's own string.
 */
struct sigv4_output {
    char *buffer;
    size_t size;
    struct slrun_header headers[SIGV4_HEADERS_ADDED];
    size_t n_headers;
};

/* A part of a longer string, not NUL-terminated. */
struct sigv4_slice {
    const char *at;
    size_t size;
};

/* An Authorization header, or a presigned query, taken apart; the slices point into the header, or
 * into the memory that sigv4_parse_query() was given. */
struct sigv4_authorization {
    struct sigv4_slice access_key;
    struct sigv4_slice date; /* YYYYMMDD when the request is well made; not checked by the parser */
    struct sigv4_slice region;
    struct sigv4_slice service;
    struct sigv4_slice terminator;
    struct sigv4_slice signed_headers; /* "host;x-amz-date" */
    struct sigv4_slice signature;
    bool version_2; /* S3's old signature: of the above only access key and signature are there */
    bool presigned; /* in the query */
    struct sigv4_slice time;    /* presigned */
    struct sigv4_slice payload; /* presigned: X-Amz-Content-Sha256, or empty */
    unsigned expires;           /* presigned: seconds */
    bool no_expires; /* presigned for another service than S3, and without X-Amz-Expires: its date
                        may be as far away as one in a header */
    int64_t expires_at; /* presigned with version 2: seconds since the epoch */
};

/* What a server demands of a request. */
struct sigv4_check {
    const struct sigv4_authorization *authorization;
    const char *secret_key; /* of authorization->access_key; NULL: not known, only the expiry of a
                               presigned request is checked */
    const char *region;     /* what the scope must say; NULL: any */
    const char *service;
    int64_t now;       /* the server's clock, seconds since the epoch */
    unsigned max_skew; /* seconds that the clocks may differ; 0: no limit. AWS: 300 or 900 */
    unsigned flags;    /* enum sigv4_flags */
};

/* NULL when memory or SHA-256 cannot be had. The first one in a process costs about 1 ms, in which
 * OpenSSL reads its configuration: make it when the first request is to be signed. */
struct sigv4 *sigv4_new(void);

/* Wipes the keys. NULL is allowed. */
void sigv4_free(struct sigv4 *s);

/*
 * Signs a request in its headers: Authorization and X-Amz-Date always, X-Amz-Security-Token with a
 * session token, x-amz-content-sha256 with SIGV4_HASH_HEADER unless the request has it. These are
 * added to the request as they are; the request must not hold the first three yet
 * (SIGV4_MALFORMED). Headers that proxies and HTTP libraries change (User-Agent, Connection, ...)
 * are not signed. SIGV4_TOO_LARGE: the buffer or a limit does not suffice. SIGV4_MALFORMED: a name,
 * value or target holds bytes that cannot be sent.
 */
enum sigv4_status sigv4_sign(struct sigv4 *s, const struct sigv4_request *request,
                             const struct sigv4_options *options, struct sigv4_output *output);

/*
 * Signs a request in its query ("Authenticating Requests: Using Query Parameters"): buffer receives
 * the whole new target, NUL-terminated; n_headers is 0. All given headers are signed and must be
 * sent. Without a payload_hash it is UNSIGNED-PAYLOAD for S3 and the body's hash for the others.
 */
enum sigv4_status sigv4_presign(struct sigv4 *s, const struct sigv4_request *request,
                                const struct sigv4_options *options, struct sigv4_output *output);

/*
 * Takes the value of an Authorization header apart; needs no key and no context, reads at most
 * SIGV4_AUTHORIZATION_MAX bytes, accepts commas or blanks between the parameters as AWS does.
 * SIGV4_MISSING_TOKEN: header is NULL or empty. SIGV4_UNKNOWN_SCHEME: it is neither of version 4
 * nor of version 2. SIGV4_INCOMPLETE: parts are missing. message receives AWS's text of the error;
 * it never holds the signature.
 */
enum sigv4_status sigv4_parse_authorization(const char *header,
                                            struct sigv4_authorization *authorization,
                                            char message[SIGV4_MESSAGE_MAX]);

/* A header that was well made; all zero at first. */
struct sigv4_seen {
    char text[SIGV4_SEEN_SIZE];               /* up to its signature, which is its end */
    size_t size;                              /* 0: none */
    struct sigv4_authorization authorization; /* points into the text */
};

/* The same, in a few steps for a header that differs from the last one in its signature alone. */
enum sigv4_status sigv4_parse_again(struct sigv4_seen *seen, const char *header,
                                    struct sigv4_authorization *authorization,
                                    char message[SIGV4_MESSAGE_MAX]);

/*
 * Takes the query of a presigned target apart ("Authenticating Requests: Using Query Parameters");
 * `memory` of SIGV4_QUERY_MAX bytes holds the decoded parameters. SIGV4_MISSING_TOKEN: the query
 * has none of a presigned request's parameters, neither of version 4 nor of version 2.
 * SIGV4_QUERY_INCOMPLETE: parts are missing or are not what they should be.
 */
enum sigv4_status sigv4_parse_query(const char *target, char *memory,
                                    struct sigv4_authorization *authorization,
                                    char message[SIGV4_MESSAGE_MAX]);

/* Where headers are put that stand in the query. */
struct sigv4_moved {
    struct slrun_header *headers;
    size_t room;
    char *memory; /* SIGV4_QUERY_MAX bytes, for their names and values */
};

/*
 * The headers x-amz-* that `names` (SignedHeaders) has, and the query of a presigned request in
 * their place: SDKs move them there (that for JavaScript, version 2, signs them as headers all the
 * same), and S3 takes them for headers. Gives how many were written; those that the request has
 * as headers are none of them.
 */
size_t sigv4_moved_headers(const struct sigv4_request *request, struct sigv4_slice names,
                           const struct sigv4_moved *moved);

/*
 * Checks a received request, in AWS's order: date, skew or expiry, Host signed, scope, signature.
 * The request holds all received headers, Authorization included. A payload_hash is the hash of the
 * received body, when the server computed it elsewhere; it is compared with x-amz-content-sha256.
 * With SIGV4_BODY_LATER that comparison is the caller's; the header must be there, or the payload
 * be unsigned. A signature of version 2 is for S3 alone: others refuse it (SIGV4_OLD_SIGNATURE).
 * message receives AWS's text of the error. The comparison takes constant time. A head that was
 * found good before is not judged anew, and there are no texts of it.
 */
enum sigv4_status sigv4_verify(struct sigv4 *s, const struct sigv4_request *request,
                               const struct sigv4_check *check, char message[SIGV4_MESSAGE_MAX]);

/*
 * Bodies in chunks, each signed with the signature before it ("Signature Calculations for the
 * Authorization Header: Transferring Payload in Multiple Chunks", Amazon S3 API Reference). Filled
 * by sigv4_chain_begin(); the secret is borrowed.
 */
struct sigv4_chain {
    const char *secret;
    char region[SIGV4_SCOPE_NAME_MAX + 1];
    char service[SIGV4_SCOPE_NAME_MAX + 1];
    char time[SIGV4_TIMESTAMP_MAX];
    char previous[SIGV4_HEX_MAX];
};

/* Begins with the signature of the head, which has been verified. `time` is X-Amz-Date. */
enum sigv4_status sigv4_chain_begin(struct sigv4_chain *chain,
                                    const struct sigv4_authorization *authorization,
                                    const char *secret, const char *time);

enum sigv4_link { SIGV4_LINK_CHUNK, SIGV4_LINK_TRAILER };

/* The next signature, for the SHA-256 `hash` of a chunk's data, or of the trailer's canonical
 * lines ("name:value\n"); it becomes the one before the next. */
enum sigv4_status sigv4_chain_sign(struct sigv4 *s, struct sigv4_chain *chain, enum sigv4_link link,
                                   const char *hash);

/* Is that the signature that the chain ends in? Takes constant time. */
bool sigv4_chain_is(const struct sigv4_chain *chain, struct sigv4_slice signature);

/* SHA-256 of what comes in pieces. NULL: out of memory. */
struct sigv4_hash;
struct sigv4_hash *sigv4_hash_new(void);
void sigv4_hash_free(struct sigv4_hash *hash);
/* false: crypto failed. */
bool sigv4_hash_add(struct sigv4_hash *hash, const void *data, size_t size);
/* Writes it in hex and begins anew. */
bool sigv4_hash_end(struct sigv4_hash *hash, char hex[SIGV4_HEX_MAX]);

/* Of a chunk that was just signed: writes the canonical request of the head that its chain began
 * with, so that both texts can be told. The string to sign stays. */
enum sigv4_status sigv4_chain_head(struct sigv4 *s, const struct sigv4_request *request,
                                   const struct sigv4_authorization *authorization);

/*
 * The texts of the last sign, presign or verify, valid until the next call with this context; empty
 * when it failed earlier. The canonical request holds a session token: it is for tests and for the
 * verifier's answer to the client who sent it, not for logs.
 */
struct sigv4_slice sigv4_canonical_request(const struct sigv4 *s);
struct sigv4_slice sigv4_string_to_sign(const struct sigv4 *s);

/* AWS's error code for a status, as the services of a protocol spell it; "" for SIGV4_OK. */
const char *sigv4_error_code(enum sigv4_status status, enum sigv4_protocol protocol);

/* The HTTP status that goes with it. */
int sigv4_http_status(enum sigv4_status status, enum sigv4_protocol protocol);

#endif
