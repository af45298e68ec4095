/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who may call the local cloud: signatures of known keys are checked as AWS does; unknown keys are
 * accepted with one warning, or refused where signatures are strict.
 */
#ifndef SLRUN_LOCAL_AUTH_H
#define SLRUN_LOCAL_AUTH_H

#include <stdbool.h>
#include <stdint.h>

#include "net/http_server.h"
#include "net/sigv4.h"

enum { AUTH_KEYS_MAX = 64, AUTH_SKEW_MAX = 300 /* seconds; DynamoDB's */ };

struct auth;

/* What becomes of a request. */
struct auth_verdict {
    int status;       /* 0: accepted; else HTTP status, error code and text of the refusal */
    const char *code; /* a constant */
    char message[SIGV4_MESSAGE_MAX];
};

/* Knows test/test. NULL: out of memory, or no SHA-256. */
struct auth *auth_new(bool strict);
void auth_free(struct auth *auth);

/* Makes a pair known; copied. 0, or -1: too many, or out of memory. */
int auth_add_key(struct auth *auth, const char *access_key, const char *secret_key);

/* The Authorization header taken apart, for routing and checking. false: there is none that can be
 * read, and `verdict` says so. */
bool auth_read(const struct http_exchange *http, struct sigv4_authorization *authorization,
               struct auth_verdict *verdict);

/* A request to be judged. */
struct auth_request {
    const struct http_exchange *http;
    const struct sigv4_authorization *authorization;
    const char *service; /* whose request it is: the signing name */
    int64_t now;         /* seconds since 1970, real time */
};

void auth_check(struct auth *auth, const struct auth_request *request,
                struct auth_verdict *verdict);

#endif
