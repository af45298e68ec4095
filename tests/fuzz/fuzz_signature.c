/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Signed requests to the local cloud, as bytes from anywhere: "METHOD TARGET", header lines, an
 * empty line, the body. Signatures in the header and in the query, of version 4 and 2; bodies that
 * are aws-chunked, in pieces of any length. What slrun itself signs or presigns of such a request
 * the local cloud must accept. Needs slrun_local.
 */
#include <stdint.h>
#include <strings.h>

#include "heads.h"
#include "local/iam/auth.h"
#include "local/protocol/body.h"

enum { NOW = 1440938160 /* 2015-08-30 12:36, as in AWS's examples */ };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const services[] = {"s3", "dynamodb", "service"};

/* The body in pieces of memory of their own. */
static bool take(struct body *body, const struct http_exchange *http, struct refusal *refusal)
{
    size_t step = http->size / 3 + 1;
    for (size_t at = 0; at < http->size; at += step) {
        size_t n = http->size - at < step ? http->size - at : step;
        char *copy = malloc(n);
        if (copy == NULL)
            return false;
        memcpy(copy, (const char *)http->body + at, n);
        bool ok = body_take(body, copy, n, refusal);
        free(copy);
        if (!ok)
            return false;
    }
    return true;
}

static void receive(struct auth *auth, const struct http_exchange *http, const char *service)
{
    struct auth_request request;
    struct refusal refusal = {REFUSAL_NONE, SIGV4_OK, ""};
    struct auth_context context = {.service = service, .now = NOW, .body_later = true};
    char payload[SIGV4_HEX_MAX], hash[SIGV4_HEX_MAX];
    auth_read(auth, http, &request, &refusal);
    if (refusal.kind != REFUSAL_NONE || !request.is_signed)
        return;
    if (auth_payload(&request, service, payload))
        auth_check(auth, &request, &context, &refusal);
    struct body *body = body_new(
        &(struct body_options){.request = &request, .auth = auth, .service = service}, &refusal);
    if (body != NULL && take(body, http, &refusal) && body_end(body, hash, &refusal)) {
        context = (struct auth_context){.service = service, .now = NOW, .body_hash = hash};
        auth_check(auth, &request, &context, &refusal);
    }
    body_free(body);
}

/* ---- what slrun signs ---- */

static const struct sigv4_credentials credentials = {"test", "test", NULL};

static struct sigv4_options options_for(const char *service)
{
    return (struct sigv4_options){.credentials = &credentials,
                                  .region = "us-east-1",
                                  .service = service,
                                  .time = NOW,
                                  .flags = strcmp(service, "s3") == 0 ? SIGV4_S3 : 0u,
                                  .expires = 60};
}

static void accept(struct auth *auth, const struct http_exchange *http, const char *service)
{
    struct auth_request request;
    struct refusal refusal = {REFUSAL_NONE, SIGV4_OK, ""};
    const struct auth_context context = {.service = service, .now = NOW};
    auth_read(auth, http, &request, &refusal);
    if (refusal.kind == REFUSAL_NONE)
        auth_check(auth, &request, &context, &refusal);
    if (!request.is_signed || refusal.kind != REFUSAL_NONE)
        abort();
}

static void sign(struct auth *auth, const struct http_exchange *http, const char *service)
{
    struct slrun_header headers[HEADS_MAX + SIGV4_HEADERS_ADDED];
    struct http_exchange sent = *http;
    char buffer[SIGV4_BUFFER_SIZE + HEADS_MAX * 64];
    struct sigv4_output output = {.buffer = buffer, .size = sizeof buffer};
    const struct sigv4_options options = options_for(service);
    const struct sigv4_request request = {.method = http->method,
                                          .target = http->target,
                                          .headers = http->headers,
                                          .n_headers = http->n_headers,
                                          .body = http->body,
                                          .body_size = http->size};
    if (sigv4_sign(auth_sigv4(auth), &request, &options, &output) != SIGV4_OK)
        return;
    memcpy(headers, http->headers, http->n_headers * sizeof *headers);
    memcpy(headers + http->n_headers, output.headers, output.n_headers * sizeof *headers);
    sent.headers = headers;
    sent.n_headers = http->n_headers + output.n_headers;
    accept(auth, &sent, service);
}

static void presign(struct auth *auth, const struct http_exchange *http, const char *service)
{
    static char target[65536];
    struct http_exchange sent = *http;
    struct sigv4_output output = {.buffer = target, .size = sizeof target};
    const struct sigv4_options options = options_for(service);
    const struct sigv4_request request = {.method = http->method,
                                          .target = http->target,
                                          .headers = http->headers,
                                          .n_headers = http->n_headers,
                                          .body = http->body,
                                          .body_size = http->size};
    if (sigv4_presign(auth_sigv4(auth), &request, &options, &output) == SIGV4_OK) {
        sent.target = target;
        accept(auth, &sent, service);
    }
}

/* A request of which nothing says yet who signed it. */
static bool is_bare(const struct http_exchange *http)
{
    for (size_t i = 0; i < http->n_headers; i++) {
        static const char *const names[] = {"authorization", "x-amz-date", "x-amz-security-token",
                                            "x-amz-content-sha256", "date"};
        for (size_t k = 0; k < sizeof names / sizeof *names; k++)
            if (strcasecmp(http->headers[i].name, names[k]) == 0)
                return false;
    }
    const char *query = strchr(http->target, '?');
    return query == NULL || (strstr(query, "Amz") == NULL && strstr(query, "Signature") == NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct auth *auth;
    struct slrun_header headers[HEADS_MAX];
    char *text = heads_text(data, size), *at = text;
    auth = auth != NULL ? auth : auth_new(false);
    if (text == NULL || auth == NULL)
        abort();
    struct http_exchange http = {.method = heads_line(&at), .headers = headers};
    char *target = strchr(http.method, ' ');
    if (target != NULL) {
        *target++ = '\0';
        http.target = target;
        http.n_headers = heads_read(&at, headers);
        http.body = at;
        http.size = (size_t)(text + size - at);
        for (size_t i = 0; i < sizeof services / sizeof *services; i++) {
            receive(auth, &http, services[i]);
            if (is_bare(&http)) {
                sign(auth, &http, services[i]);
                presign(auth, &http, services[i]);
            }
        }
    }
    free(text);
    return 0;
}
