/* SPDX-License-Identifier: Apache-2.0 */
/* Who may call the local cloud. */
#include "local/auth.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/log.h"

struct key {
    char *access, *secret;
};

struct auth {
    struct sigv4 *sigv4;
    struct key keys[AUTH_KEYS_MAX];
    size_t n_keys;
    bool strict, warned;
};

struct auth *auth_new(bool strict)
{
    struct auth *auth = calloc(1, sizeof *auth);
    if (!auth)
        return NULL;
    auth->strict = strict;
    auth->sigv4 = sigv4_new();
    if (auth->sigv4 && !auth_add_key(auth, "test", "test"))
        return auth;
    auth_free(auth);
    return NULL;
}

void auth_free(struct auth *auth)
{
    if (!auth)
        return;
    for (size_t i = 0; i < auth->n_keys; i++) {
        free(auth->keys[i].access);
        free(auth->keys[i].secret);
    }
    sigv4_free(auth->sigv4);
    free(auth);
}

int auth_add_key(struct auth *auth, const char *access_key, const char *secret_key)
{
    if (auth->n_keys == AUTH_KEYS_MAX)
        return -1;
    struct key key = {strdup(access_key), strdup(secret_key)};
    if (!key.access || !key.secret) {
        free(key.access);
        free(key.secret);
        return -1;
    }
    auth->keys[auth->n_keys++] = key;
    return 0;
}

static bool is(struct sigv4_slice slice, const char *text)
{
    return slice.size == strlen(text) && !memcmp(slice.at, text, slice.size);
}

static const char *secret_of(const struct auth *auth, struct sigv4_slice access_key)
{
    for (size_t i = 0; i < auth->n_keys; i++)
        if (is(access_key, auth->keys[i].access))
            return auth->keys[i].secret;
    return NULL;
}

static const char *header(const struct http_exchange *http, const char *name)
{
    for (size_t i = 0; i < http->n_headers; i++)
        if (!strcasecmp(http->headers[i].name, name))
            return http->headers[i].value;
    return NULL;
}

static void judge(struct auth_verdict *verdict, enum sigv4_status status)
{
    verdict->status = status == SIGV4_OK ? 0 : sigv4_http_status(status, SIGV4_PROTOCOL_JSON);
    verdict->code = sigv4_error_code(status, SIGV4_PROTOCOL_JSON);
}

bool auth_read(const struct http_exchange *http, struct sigv4_authorization *authorization,
               struct auth_verdict *verdict)
{
    enum sigv4_status status =
        sigv4_parse_authorization(header(http, "Authorization"), authorization, verdict->message);
    judge(verdict, status);
    return status == SIGV4_OK;
}

static void check_unknown(struct auth *auth, struct sigv4_slice access_key,
                          struct auth_verdict *verdict)
{
    judge(verdict, SIGV4_OK);
    if (auth->strict) {
        verdict->status = 400;
        verdict->code = "UnrecognizedClientException";
        snprintf(verdict->message, sizeof verdict->message,
                 "The security token included in the request is invalid.");
    } else if (!auth->warned) {
        auth->warned = true; /* the key's name is no secret; it may still be a real account's */
        log_line(SLRUN_LOG_WARNING,
                 "signatures of access key %.4s... are not checked: the local cloud does not know "
                 "it (it knows test/test; --strict-signatures refuses others)",
                 access_key.size >= 4 ? access_key.at : "");
    }
}

void auth_check(struct auth *auth, const struct auth_request *request, struct auth_verdict *verdict)
{
    const struct http_exchange *http = request->http;
    const char *secret = secret_of(auth, request->authorization->access_key);
    if (!secret) {
        check_unknown(auth, request->authorization->access_key, verdict);
        return;
    }
    const struct sigv4_request received = {.method = http->method,
                                           .target = http->target,
                                           .headers = http->headers,
                                           .n_headers = http->n_headers,
                                           .body = http->body,
                                           .body_size = http->size};
    const struct sigv4_check check = {.authorization = request->authorization,
                                      .secret_key = secret,
                                      .service = request->service,
                                      .now = request->now,
                                      .max_skew = AUTH_SKEW_MAX,
                                      .flags = strcmp(request->service, "s3") ? 0 : SIGV4_S3};
    judge(verdict, sigv4_verify(auth->sigv4, &received, &check, verdict->message));
}
