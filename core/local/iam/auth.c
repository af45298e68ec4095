/* SPDX-License-Identifier: Apache-2.0 */
/* Who may call the local cloud. */
#include "local/iam/auth.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/log.h"
#include "net/credential/config.h"
#include "net/http_header.h"
#include "net/signature/sigv4_s3.h"

enum { MOVED_MAX = 32 };

struct key {
    char *access, *secret;
};

struct auth {
    struct sigv4 *sigv4;
    struct key keys[AUTH_KEYS_MAX];
    size_t n_keys;
    const char *(*look_up)(void *arg, const char *access_key);
    void *look_up_arg;
    bool strict, warned;
    struct sigv4_seen seen; /* the last Authorization header */
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

static int add_profile(struct auth *auth, const json_t *profile, size_t *n)
{
    const char *access = json_string_value(json_object_get(profile, "aws_access_key_id"));
    const char *secret = json_string_value(json_object_get(profile, "aws_secret_access_key"));
    if (!access && !secret)
        return 0;
    ++*n;
    return access && secret ? auth_add_key(auth, access, secret) : -1;
}

int auth_add_file(struct auth *auth, const char *path, struct slrun_error *error)
{
    const char *name;
    json_t *profile, *file = config_parse_file(CONFIG_CREDENTIALS, path, error);
    size_t n = 0;
    int rc = 0;
    if (!file)
        return -1;
    json_object_foreach (json_object_get(file, "profile"), name, profile)
        if (rc == 0 && (rc = add_profile(auth, profile, &n)) != 0)
            error_set(error, SLRUN_E_USAGE,
                      "%s: [%s] has half of a pair of keys, or there are over %d pairs", path, name,
                      AUTH_KEYS_MAX);
    json_decref(file);
    if (rc == 0 && n == 0)
        rc = error_set(error, SLRUN_E_USAGE, "%s: there is no pair of keys in it", path);
    return rc;
}

static bool is(struct sigv4_slice slice, const char *text)
{
    return slice.size == strlen(text) && !memcmp(slice.at, text, slice.size);
}

void auth_look_up(struct auth *auth, const char *(*secret)(void *arg, const char *access_key),
                  void *arg)
{
    if (!auth)
        return;
    auth->look_up = secret;
    auth->look_up_arg = arg;
}

static const char *look_up(const struct auth *auth, struct sigv4_slice access_key)
{
    char key[AUTH_GIVEN_KEY_MAX + 1];
    if (!auth->look_up || access_key.size > AUTH_GIVEN_KEY_MAX)
        return NULL;
    memcpy(key, access_key.at, access_key.size);
    key[access_key.size] = '\0';
    return auth->look_up(auth->look_up_arg, key);
}

int auth_secret_key(const struct auth *auth, struct sigv4_slice access_key, const char **secret)
{
    *secret = NULL;
    for (size_t i = 0; i < auth->n_keys; i++)
        if (is(access_key, auth->keys[i].access))
            *secret = auth->keys[i].secret;
    if (!*secret)
        *secret = look_up(auth, access_key);
    return *secret ? 0 : auth->strict ? -1 : 1;
}

struct sigv4 *auth_sigv4(const struct auth *auth)
{
    return auth->sigv4;
}

static void judge(struct refusal *refusal, enum sigv4_status status)
{
    refusal->kind = status == SIGV4_OK ? REFUSAL_NONE : REFUSAL_SIGNATURE;
    refusal->status = status;
    refusal->body_hash[0] = '\0';
    refusal->texts = NULL;
}

void auth_read(struct auth *auth, const struct http_exchange *http, struct auth_request *request,
               struct refusal *refusal)
{
    const char *value = http_header(http->headers, http->n_headers, "Authorization");
    request->http = http;
    enum sigv4_status status =
        value && *value
            ? sigv4_parse_again(&auth->seen, value, &request->authorization, refusal->message)
            : sigv4_parse_query(http->target, request->memory, &request->authorization,
                                refusal->message);
    request->is_signed = status == SIGV4_OK;
    judge(refusal, status == SIGV4_MISSING_TOKEN ? SIGV4_OK : status);
}

static void warn_unknown(struct auth *auth, struct sigv4_slice access_key)
{
    if (auth->warned)
        return;
    auth->warned = true; /* the key's name is no secret; it may still be a real account's */
    log_line(SLRUN_LOG_WARNING,
             "signatures of access key %.4s... are not checked: the local cloud does not know "
             "it (it knows test/test; --strict-signatures refuses others)",
             access_key.size >= 4 ? access_key.at : "");
}

static bool is_s3(const char *service)
{
    return !strcmp(service, "s3");
}

/* What a signature may name beside the headers that came. */
struct named {
    struct slrun_header headers[HTTP_SERVER_HEADERS_MAX + 1 + MOVED_MAX];
    char memory[SIGV4_QUERY_MAX];
};

/* With HTTP/2 ":authority"; of S3's presigned requests what their query has of headers. */
static void add_named(struct sigv4_request *received, const struct auth_request *request,
                      bool moved, struct named *named)
{
    const struct http_exchange *http = request->http;
    struct slrun_header *at = named->headers + http->n_headers;
    if (!http->authority && !moved)
        return;
    memcpy(named->headers, http->headers, http->n_headers * sizeof *at);
    if (http->authority)
        *at++ = (struct slrun_header){":authority", http->authority};
    if (moved)
        at += sigv4_moved_headers(received, request->authorization.signed_headers,
                                  &(struct sigv4_moved){at, MOVED_MAX, named->memory});
    received->headers = named->headers;
    received->n_headers = (size_t)(at - named->headers);
}

void auth_check(struct auth *auth, const struct auth_request *request,
                const struct auth_context *context, struct refusal *refusal)
{
    const struct http_exchange *http = request->http;
    const char *secret = NULL;
    bool s3 = is_s3(context->service);
    int known = auth_secret_key(auth, request->authorization.access_key, &secret);
    if (known < 0) {
        judge(refusal, SIGV4_UNKNOWN_KEY);
        snprintf(refusal->message, sizeof refusal->message,
                 "The security token included in the request is invalid.");
        return;
    }
    if (known > 0)
        warn_unknown(auth, request->authorization.access_key);
    struct named named;
    struct sigv4_request received = {.method = http->method,
                                     .target = http->target,
                                     .headers = http->headers,
                                     .n_headers = http->n_headers,
                                     .body = http->body,
                                     .body_size = http->size,
                                     .payload_hash = context->body_hash};
    add_named(&received, request, request->authorization.presigned && s3, &named);
    const struct sigv4_check check = {.authorization = &request->authorization,
                                      .secret_key = secret,
                                      .service = context->service,
                                      .now = context->now,
                                      .max_skew = s3 ? AUTH_SKEW_S3_MAX : AUTH_SKEW_MAX,
                                      .flags = (s3 ? SIGV4_S3 : 0u) |
                                               (context->body_later ? SIGV4_BODY_LATER : 0u)};
    bool twice = s3 && sigv4_s3_says_twice(&received);
    judge(refusal, twice ? SIGV4_UNKNOWN_SCHEME
                         : sigv4_verify(auth->sigv4, &received, &check, refusal->message));
    refusal->texts = auth->sigv4;
}

/* S3 does not hold what comes with a GET or HEAD against its hash (OpenStack Swift's tests, run on
 * AWS); what an Authorization of version 4 says must be one all the same. */
static bool is_passed_over(const struct auth_request *request, const char *stated)
{
    const char *method = request->http->method;
    const struct sigv4_authorization *a = &request->authorization;
    bool in_header = request->is_signed && !a->presigned && !a->version_2;
    return (strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0) &&
           (!in_header || (stated && strlen(stated) == SIGV4_HEX_MAX - 1));
}

bool auth_payload(const struct auth_request *request, const char *service,
                  char payload[SIGV4_HEX_MAX])
{
    const struct sigv4_authorization *a = &request->authorization;
    bool presigned = request->is_signed && a->presigned;
    const char *stated =
        http_header(request->http->headers, request->http->n_headers, "x-amz-content-sha256");
    if (!stated && (presigned || (request->is_signed && a->version_2)) && is_s3(service))
        stated = SIGV4_UNSIGNED_PAYLOAD;
    bool passed_over = is_s3(service) && is_passed_over(request, stated);
    if (passed_over)
        stated = SIGV4_UNSIGNED_PAYLOAD;
    struct sigv4_slice slice = {stated, stated ? strlen(stated) : 0};
    if (presigned && a->payload.size && !passed_over)
        slice = a->payload;
    bool fits = slice.size < SIGV4_HEX_MAX;
    snprintf(payload, SIGV4_HEX_MAX, "%.*s", fits ? (int)slice.size : 1,
             fits && slice.at ? slice.at : "?");
    return slice.at != NULL;
}
