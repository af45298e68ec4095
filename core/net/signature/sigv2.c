/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Signature Version 2 as S3 has it ("Signing and authenticating REST requests (AWS signature
 * version 2)", Amazon S3 User Guide), checked only: boto3 still presigns URLs with it by default.
 */
#include "net/signature/sigv4_parts.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <slrun/base64.h>
#include <stdio.h>

#define SHA1_SIZE   20
#define BASE64_SIZE 28  /* of a SHA-1 */
#define BUCKET_MAX  255 /* bytes of a bucket's name, as they once were allowed */

/* Parameters of the query that are part of the resource, in their order. */
static const char *const subresources[] = {
    "accelerate",
    "acl",
    "analytics",
    "cors",
    "defaultObjectAcl",
    "delete",
    "encryption",
    "inventory",
    "lifecycle",
    "location",
    "logging",
    "metrics",
    "notification",
    "object-lock",
    "partNumber",
    "policy",
    "publicAccessBlock",
    "replication",
    "requestPayment",
    "response-cache-control",
    "response-content-disposition",
    "response-content-encoding",
    "response-content-language",
    "response-content-type",
    "response-expires",
    "restore",
    "select",
    "select-type",
    "storageClass",
    "tagging",
    "torrent",
    "uploadId",
    "uploads",
    "versionId",
    "versioning",
    "versions",
    "website",
};

/* The next "name=value" of a query, as it was sent; false at its end. */
static bool next_pair(struct sigv4_slice *query, struct sigv4_field *pair)
{
    if (query->size == 0)
        return false;
    const char *amp = memchr(query->at, '&', query->size);
    size_t size = amp != NULL ? (size_t)(amp - query->at) : query->size;
    const char *equals = memchr(query->at, '=', size);
    size_t name = equals != NULL ? (size_t)(equals - query->at) : size;
    *pair = (struct sigv4_field){{query->at, name}, {NULL, 0}};
    if (equals != NULL)
        pair->value = (struct sigv4_slice){equals + 1, size - name - 1};
    size_t step = size + (amp != NULL);
    query->at += step;
    query->size -= step;
    return true;
}

static struct sigv4_slice query_of(const char *target)
{
    const char *query = strchr(target, '?');
    return sigv4_slice_of(query != NULL ? query + 1 : "");
}

static bool is_amz(struct sigv4_slice name)
{
    return name.size > 6 &&
           sigv4_same_name((struct sigv4_slice){name.at, 6}, sigv4_slice_of("x-amz-"));
}

/* Adds a field, its name in lower case in scratch. */
static bool add_field(struct sigv4 *s, size_t *n, struct sigv4_slice name, struct sigv4_slice value)
{
    if (*n == SIGV4_FIELDS_MAX)
        return false;
    char *lower = s->scratch.at + s->scratch.size;
    for (size_t i = 0; i < name.size; i++)
        sigv4_addc(&s->scratch, sigv4_lower(name.at[i]));
    s->fields[(*n)++] = (struct sigv4_field){{lower, name.size}, value};
    return true;
}

/* The x-amz-* headers; a presigned URL may have them as parameters. */
static bool collect(struct sigv4 *s, const struct sigv4_request *request, bool presigned, size_t *n)
{
    struct sigv4_slice query = presigned ? query_of(request->target) : (struct sigv4_slice){"", 0};
    struct sigv4_field pair;
    bool fits = true;
    for (size_t i = 0; fits && i < request->n_headers; i++) {
        struct sigv4_slice name = sigv4_slice_of(request->headers[i].name);
        fits = !is_amz(name) || add_field(s, n, name, sigv4_slice_of(request->headers[i].value));
    }
    while (fits && next_pair(&query, &pair)) {
        if (is_amz(pair.name)) {
            char *value = s->scratch.at + s->scratch.size;
            size_t size = sigv4_decode(value, pair.value);
            s->scratch.size += size;
            fits = add_field(s, n, pair.name, (struct sigv4_slice){value, size});
        }
    }
    return fits;
}

static void add_amz_headers(struct sigv4 *s, size_t n)
{
    struct sigv4_text *t = &s->canonical;
    sigv4_sort(s->fields, n, false);
    for (size_t i = 0; i < n; i++) {
        bool again = i > 0 && sigv4_same_name(s->fields[i].name, s->fields[i - 1].name);
        if (!again)
            sigv4_add(t, s->fields[i].name.at, s->fields[i].name.size);
        sigv4_addc(t, again ? ',' : ':');
        sigv4_add(t, s->fields[i].value.at, s->fields[i].value.size);
        if (i + 1 == n || !sigv4_same_name(s->fields[i].name, s->fields[i + 1].name))
            sigv4_addc(t, '\n');
    }
}

/* How the signer may have named what the target names. */
struct resource {
    struct sigv4_slice bucket; /* of the host name, or empty */
    bool slash;                /* behind a bucket in the path */
};

static void add_resource(struct sigv4 *s, const char *target, const struct resource *resource)
{
    struct sigv4_text *t = &s->canonical;
    char separator = '?';
    if (resource->bucket.size > 0) {
        sigv4_addc(t, '/');
        sigv4_add(t, resource->bucket.at, resource->bucket.size);
    }
    sigv4_add(t, target, strcspn(target, "?"));
    if (resource->slash)
        sigv4_addc(t, '/');
    for (size_t i = 0; i < sizeof subresources / sizeof *subresources; i++) {
        struct sigv4_slice query = query_of(target);
        for (struct sigv4_field pair; next_pair(&query, &pair);) {
            if (!sigv4_equals(pair.name, subresources[i]))
                continue;
            sigv4_addc(t, separator);
            separator = '&';
            sigv4_adds(t, subresources[i]);
            if (pair.value.size > 0) { /* minio-go sends "policy=" and signs "policy" */
                sigv4_addc(t, '=');
                t->size += sigv4_decode(t->at + t->size, pair.value);
            }
        }
    }
}

static const char *or_empty(const char *text)
{
    return text != NULL ? text : "";
}

/* Writes the string to sign to s->canonical. */
static enum sigv4_status write(struct sigv4 *s, const struct sigv4_request *request,
                               const struct sigv4_authorization *a, const struct resource *resource)
{
    char expires[24];
    size_t room = 4 * strlen(request->target) + 1024;
    size_t n = 0;
    for (size_t i = 0; i < request->n_headers; i++)
        room += strlen(request->headers[i].name) + strlen(request->headers[i].value) + 4;
    if (room > SIGV4_CANONICAL_MAX)
        return SIGV4_TOO_LARGE;
    if (!sigv4_reserve(&s->canonical, room) || !sigv4_reserve(&s->scratch, room))
        return SIGV4_NO_MEMORY;
    bool amz_date = sigv4_header(request, "X-Amz-Date") != NULL;
    snprintf(expires, sizeof expires, "%lld", (long long)a->expires_at);
    const char *const lines[] = {request->method, or_empty(sigv4_header(request, "Content-MD5")),
                                 or_empty(sigv4_header(request, "Content-Type")),
                                 a->presigned ? expires
                                 : amz_date   ? ""
                                              : or_empty(sigv4_header(request, "Date"))};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        sigv4_adds(&s->canonical, lines[i]);
        sigv4_addc(&s->canonical, '\n');
    }
    if (!collect(s, request, a->presigned, &n))
        return SIGV4_TOO_LARGE;
    add_amz_headers(s, n);
    add_resource(s, request->target, resource);
    return s->canonical.full || s->scratch.full ? SIGV4_TOO_LARGE : SIGV4_OK;
}

static bool is_right(const struct sigv4 *s, const struct sigv4_authorization *a, const char *secret)
{
    unsigned char hash[SHA1_SIZE];
    char text[BASE64_SIZE + 1];
    if (HMAC(EVP_sha1(), secret, (int)strlen(secret), (const unsigned char *)s->canonical.at,
             s->canonical.size, hash, NULL) == NULL)
        return false;
    slrun_base64_write(hash, SHA1_SIZE, text);
    return a->signature.size == BASE64_SIZE &&
           CRYPTO_memcmp(a->signature.at, text, BASE64_SIZE) == 0;
}

/* "/bucket": botocore signs it as "/bucket/". */
static bool is_bucket(const char *target)
{
    size_t size = strcspn(target, "?");
    return size > 1 && memchr(target + 1, '/', size - 1) == NULL;
}

/* Which names the bucket, the path or the host? The signer knew the endpoint's name, we do not:
 * each beginning of the host that ends before a dot is tried. */
static enum sigv4_status compare(struct sigv4 *s, const struct sigv4_request *request,
                                 const struct sigv4_check *check)
{
    const char *host = or_empty(sigv4_header(request, "Host"));
    struct resource resource = {{host, 0}, is_bucket(request->target)};
    for (;;) {
        enum sigv4_status status = write(s, request, check->authorization, &resource);
        if (status != SIGV4_OK || is_right(s, check->authorization, check->secret_key))
            return status;
        if (resource.slash) {
            resource.slash = false;
            continue;
        }
        const char *last = host + resource.bucket.size;
        const char *dot = *last != '\0' ? strchr(last + 1, '.') : NULL;
        if (dot == NULL || dot - host > BUCKET_MAX)
            return SIGV4_MISMATCH;
        resource.bucket.size = (size_t)(dot - host);
    }
}

static enum sigv4_status check_time(const struct sigv4_request *request,
                                    const struct sigv4_check *check)
{
    const struct sigv4_authorization *a = check->authorization;
    const char *amz_date = sigv4_header(request, "X-Amz-Date");
    const char *date = amz_date != NULL ? amz_date : or_empty(sigv4_header(request, "Date"));
    int64_t time = 0;
    if (a->presigned)
        return check->now > a->expires_at ? SIGV4_EXPIRED : SIGV4_OK;
    if (!sigv4_parse_http_date(date, &time) && !sigv4_parse_time(date, &time))
        return SIGV4_BAD_DATE;
    bool skewed = time > check->now + check->max_skew || time + check->max_skew < check->now;
    return check->max_skew > 0 && skewed ? SIGV4_TIME_SKEWED : SIGV4_OK;
}

enum sigv4_status sigv2_verify(struct sigv4 *s, const struct sigv4_request *request,
                               const struct sigv4_check *check)
{
    if ((check->flags & SIGV4_S3) != SIGV4_S3)
        return SIGV4_OLD_SIGNATURE;
    bool known = check->secret_key != NULL;
    enum sigv4_status status =
        known || check->authorization->presigned ? check_time(request, check) : SIGV4_OK;
    return status == SIGV4_OK && known ? compare(s, request, check) : status;
}
