/* SPDX-License-Identifier: Apache-2.0 */
/* The body of a request, judged while it comes. */
#include "local/protocol/body.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "local/protocol/framed.h"
#include "net/http_header.h"

struct body {
    struct sigv4_hash *hash;    /* NULL: nothing is said of the whole */
    char stated[SIGV4_HEX_MAX]; /* what the hash must be; "": it is for the signature */
    struct framed *framed;      /* NULL: it is plain */
    bool counted;               /* a plain one whose length once decoded is stated, all the same: */
    uint64_t expected, got;     /* its bytes */
    struct buf collected;
    void (*data)(void *arg, const void *data, size_t size); /* NULL: collect */
    void *arg;
    struct refusal *refusal; /* of the call that is at work */
};

/* The names that x-amz-content-sha256 has for bodies without a hash. */
static const struct payload {
    const char *name;
    bool framed, is_signed, has_trailers;
} payloads[] = {
    {SIGV4_UNSIGNED_PAYLOAD, false, false, false},
    {"STREAMING-UNSIGNED-PAYLOAD-TRAILER", true, false, true},
    {"STREAMING-AWS4-HMAC-SHA256-PAYLOAD", true, true, false},
    {"STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER", true, true, true},
};

/* Of a request that is not signed, and so has no x-amz-content-sha256. */
static const struct payload by_encoding = {"", true, false, true};

static const struct payload *find_payload(const char *name)
{
    for (size_t i = 0; i < sizeof payloads / sizeof *payloads; i++)
        if (!strcmp(payloads[i].name, name))
            return &payloads[i];
    return NULL;
}

/* Of requests that are presigned or signed by version 2 S3 takes the body as it comes, whatever
 * they say (OpenStack Swift's tests, run on AWS). */
static bool is_taken_plain(const struct http_exchange *http)
{
    const struct sigv4_request request = {
        .target = http->target, .headers = http->headers, .n_headers = http->n_headers};
    const char *header = http_header(http->headers, http->n_headers, "Authorization");
    return (header && !strncasecmp(header, "AWS ", 4)) || sigv4_s3_is_presigned(&request);
}

/* Content-Encoding alone says nothing of a request that states what its body is: S3 takes it for
 * the object's. */
static const struct payload *framing(const struct http_exchange *http)
{
    if (is_taken_plain(http))
        return NULL;
    const char *stated = http_header(http->headers, http->n_headers, "x-amz-content-sha256");
    const char *encoding = http_header(http->headers, http->n_headers, "Content-Encoding");
    if (stated)
        return find_payload(stated);
    return encoding && strstr(encoding, "aws-chunked") &&
                   http_header(http->headers, http->n_headers, "x-amz-decoded-content-length")
               ? &by_encoding
               : NULL;
}

bool body_is_framed(const struct http_exchange *http)
{
    const struct payload *payload = framing(http);
    return payload && payload->framed;
}

static bool deliver(void *arg, const void *data, size_t size)
{
    struct body *b = arg;
    if (b->data) {
        b->data(b->arg, data, size);
        return true;
    }
    if (!b->collected.max)
        b->collected = BUF_INIT(HTTP_SERVER_BODY_MAX);
    if (buf_add(&b->collected, data, size))
        return true;
    b->refusal->kind =
        b->collected.len + size > b->collected.max ? REFUSAL_TOO_LARGE : REFUSAL_NO_MEMORY;
    return false;
}

static struct framed *new_framed(struct body *b, const struct body_options *o,
                                 const struct payload *payload, struct refusal *refusal)
{
    const struct http_exchange *http = o->request->http;
    const char *time = http_header(http->headers, http->n_headers, "X-Amz-Date");
    struct sigv4_chain chain;
    struct framed_options options = {.headers = http->headers,
                                     .n_headers = http->n_headers,
                                     .sigv4 = auth_sigv4(o->auth),
                                     .is_signed = payload->is_signed,
                                     .has_trailers = payload->has_trailers,
                                     .data = deliver,
                                     .arg = b};
    const char *secret = NULL;
    if (payload->is_signed && o->request->is_signed &&
        !auth_secret_key(o->auth, o->request->authorization.access_key, &secret)) {
        refusal->status =
            sigv4_chain_begin(&chain, &o->request->authorization, secret, time ? time : "");
        refusal->kind = refusal->status == SIGV4_OK ? REFUSAL_NONE : REFUSAL_SIGNATURE;
        options.chain = &chain;
    }
    return refusal->kind ? NULL : framed_new(&options, refusal);
}

/* Of a body that should have come in chunks and is taken as it is, S3 wants the length, and
 * compares it first. */
static void expect_length(struct body *b, const struct http_exchange *http, struct refusal *refusal)
{
    if (!is_taken_plain(http))
        return;
    const char *stated = http_header(http->headers, http->n_headers, "x-amz-content-sha256");
    const char *length =
        http_header(http->headers, http->n_headers, "x-amz-decoded-content-length");
    const struct payload *payload = stated ? find_payload(stated) : NULL;
    b->counted = framed_read_length(length, &b->expected);
    if (payload && payload->framed && !b->counted)
        refusal->kind = REFUSAL_NO_LENGTH;
}

/* Only S3 makes rules for what stands in x-amz-content-sha256. */
static bool is_hash(const char *text)
{
    return strlen(text) == SIGV4_HEX_MAX - 1 &&
           strspn(text, "0123456789abcdefABCDEF") == SIGV4_HEX_MAX - 1;
}

static bool prepare(struct body *b, const struct body_options *o, struct refusal *refusal)
{
    char stated[SIGV4_HEX_MAX];
    const struct payload *payload = framing(o->request->http);
    if (payload && payload->framed) {
        b->framed = new_framed(b, o, payload, refusal);
        return b->framed != NULL;
    }
    bool has = auth_payload(o->request, o->service, stated);
    expect_length(b, o->request->http, refusal);
    if (refusal->kind)
        return false;
    if (has && !strcmp(stated, SIGV4_UNSIGNED_PAYLOAD))
        return true;
    const struct sigv4_authorization *a = &o->request->authorization;
    if (has && !is_hash(stated) && !a->presigned && !a->version_2) {
        refusal->kind = REFUSAL_PAYLOAD_KIND;
        return false;
    }
    if (!has && !o->request->is_signed)
        return true;
    memcpy(b->stated, has ? stated : "", has ? sizeof stated : 1);
    b->hash = sigv4_hash_new();
    refusal->kind = b->hash ? REFUSAL_NONE : REFUSAL_NO_MEMORY;
    return b->hash != NULL;
}

struct body *body_new(const struct body_options *options, struct refusal *refusal)
{
    struct body *b = calloc(1, sizeof *b);
    if (!b) {
        refusal->kind = REFUSAL_NO_MEMORY;
        return NULL;
    }
    body_redirect(b, options->data, options->arg);
    if (prepare(b, options, refusal))
        return b;
    body_free(b);
    return NULL;
}

void body_free(struct body *body)
{
    if (!body)
        return;
    framed_free(body->framed);
    sigv4_hash_free(body->hash);
    buf_free(&body->collected);
    free(body);
}

void body_redirect(struct body *body, void (*data)(void *arg, const void *data, size_t size),
                   void *arg)
{
    body->data = data;
    body->arg = arg;
}

bool body_take(struct body *body, const void *data, size_t size, struct refusal *refusal)
{
    body->refusal = refusal;
    if (body->framed)
        return framed_take(body->framed, data, size, refusal);
    body->got += size;
    if (body->hash && !sigv4_hash_add(body->hash, data, size)) {
        refusal->kind = REFUSAL_SIGNATURE;
        refusal->status = SIGV4_CRYPTO_FAILED;
        return false;
    }
    return deliver(body, data, size);
}

bool body_end(struct body *body, char hash[SIGV4_HEX_MAX], struct refusal *refusal)
{
    hash[0] = '\0';
    if (body->framed)
        return framed_end(body->framed, refusal);
    if (body->counted && body->got != body->expected) {
        *refusal =
            (struct refusal){.kind = REFUSAL_BODY_LENGTH, .counts = {body->expected, body->got}};
        return false;
    }
    if (!body->hash)
        return true;
    refusal->status = SIGV4_CRYPTO_FAILED;
    if (sigv4_hash_end(body->hash, hash)) {
        if (!body->stated[0])
            return true;
        refusal->status = strcasecmp(hash, body->stated) ? SIGV4_PAYLOAD_MISMATCH : SIGV4_OK;
        memcpy(refusal->body_hash, hash, sizeof refusal->body_hash);
        hash[0] = '\0';
    }
    refusal->kind = refusal->status == SIGV4_OK ? REFUSAL_NONE : REFUSAL_SIGNATURE;
    return refusal->status == SIGV4_OK;
}

const struct buf *body_collected(const struct body *body)
{
    return &body->collected;
}

const struct slrun_header *body_trailers(const struct body *body, size_t *n)
{
    *n = 0;
    return body->framed ? framed_trailers(body->framed, n) : NULL;
}
