/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who may call the local cloud: signatures of known keys are checked as AWS does; unknown keys are
 * accepted with one warning, or refused where signatures are strict.
 */
#ifndef SLRUN_LOCAL_AUTH_H
#define SLRUN_LOCAL_AUTH_H

#include <stdbool.h>
#include <stdint.h>

#include <slrun/error.h>

#include "local/protocol/refusal.h"
#include "net/server/http_server.h"
#include "net/signature/sigv4.h"

enum {
    AUTH_KEYS_MAX = 64,
    AUTH_GIVEN_KEY_MAX = 31, /* characters of access keys that are looked up */
    AUTH_SKEW_MAX = 300,     /* seconds; DynamoDB's */
    AUTH_SKEW_S3_MAX = 900   /* S3's */
};

struct auth;

/* Knows test/test. NULL: out of memory, or no SHA-256. */
struct auth *auth_new(bool strict);
void auth_free(struct auth *auth);

/* Makes a pair known; copied. 0, or -1: too many, or out of memory. */
int auth_add_key(struct auth *auth, const char *access_key, const char *secret_key);

/* The pairs of all profiles of a file in the format of ~/.aws/credentials. 0, or -1 with `error`
 * filled: it cannot be read, has no pair, half of one, or too many. */
int auth_add_file(struct auth *auth, const char *path, struct slrun_error *error);

/* slrun_cloud.secret_key: 0 known, 1 accepted unchecked, -1 refused. */
int auth_secret_key(const struct auth *auth, struct sigv4_slice access_key, const char **secret);

/* Secret keys of further access keys, which may change: secret() returns one, borrowed, or NULL.
 * `auth` may be NULL. */
void auth_look_up(struct auth *auth, const char *(*secret)(void *arg, const char *access_key),
                  void *arg);

/* For chunk signatures and hashes; belongs to `auth`. */
struct sigv4 *auth_sigv4(const struct auth *auth);

/* A request to be judged. */
struct auth_request {
    const struct http_exchange *http;
    struct sigv4_authorization authorization; /* points into the headers, or into `memory` */
    bool is_signed;                           /* it has one */
    char memory[SIGV4_QUERY_MAX];
};

/* What the head says of its sender: nothing (not signed), a signature in the Authorization header
 * or in the query, or something else, which is refused. Fills `request`. */
void auth_read(struct auth *auth, const struct http_exchange *http, struct auth_request *request,
               struct refusal *refusal);

/* What is known when it is judged. */
struct auth_context {
    const char *service;   /* whose request it is: the signing name */
    int64_t now;           /* seconds since 1970, real time */
    bool body_later;       /* only the head is there */
    const char *body_hash; /* SHA-256 of the body; NULL: it is in request->http */
};

void auth_check(struct auth *auth, const struct auth_request *request,
                const struct auth_context *context, struct refusal *refusal);

/* The hash of the body, or what stands for it, that the head states: in x-amz-content-sha256, or in
 * a presigned query. false: nothing; the signature is of the body's hash. */
bool auth_payload(const struct auth_request *request, const char *service,
                  char payload[SIGV4_HEX_MAX]);

#endif
