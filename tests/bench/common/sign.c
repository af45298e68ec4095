/* SPDX-License-Identifier: Apache-2.0 */
/* Signature Version 4, with the signing key of the day kept. */
#define _POSIX_C_SOURCE 200809L

#include "common/sign.h"

#include "common/util.h"

#include <stdio.h>
#include <string.h>

#define HASH_LEN      32u
#define BLOCK_LEN     64u
#define CANONICAL_MAX 1024
#define SCOPE_MAX     64
#define SIGNED_MAX    96

struct bytes {
    const void *at;
    size_t len;
};

void sign_open(struct signer *s, const char *host, const char *access_key, const char *secret_key)
{
    *s = (struct signer){0};
    snprintf(s->host, sizeof s->host, "%s", host);
    snprintf(s->access_key, sizeof s->access_key, "%s", access_key);
    snprintf(s->secret_key, sizeof s->secret_key, "AWS4%s", secret_key);
    s->sha256 = EVP_MD_fetch(NULL, "SHA256", NULL);
    s->digest = EVP_MD_CTX_new();
    if (s->sha256 == NULL || s->digest == NULL)
        die("no SHA-256");
}

void sign_close(struct signer *s)
{
    EVP_MD_CTX_free(s->digest);
    EVP_MD_free(s->sha256);
}

static void sha256(struct signer *s, struct bytes a, struct bytes b, unsigned char out[HASH_LEN])
{
    if (EVP_DigestInit_ex2(s->digest, s->sha256, NULL) != 1 ||
        EVP_DigestUpdate(s->digest, a.at, a.len) != 1 ||
        EVP_DigestUpdate(s->digest, b.at, b.len) != 1 ||
        EVP_DigestFinal_ex(s->digest, out, NULL) != 1)
        die("SHA-256 failed");
}

/* HMAC-SHA256 (RFC 2104) with a key of at most one block. */
static void hmac(struct signer *s, struct bytes key, struct bytes text, unsigned char out[HASH_LEN])
{
    unsigned char pad[BLOCK_LEN] = {0};
    unsigned char inner[HASH_LEN];
    memcpy(pad, key.at, key.len);
    for (size_t i = 0; i < BLOCK_LEN; i++)
        pad[i] ^= 0x36;
    sha256(s, (struct bytes){pad, BLOCK_LEN}, text, inner);
    for (size_t i = 0; i < BLOCK_LEN; i++)
        pad[i] ^= 0x36 ^ 0x5c;
    sha256(s, (struct bytes){pad, BLOCK_LEN}, (struct bytes){inner, HASH_LEN}, out);
}

static void hex(const unsigned char hash[HASH_LEN], char out[SIGN_HEX_LEN])
{
    for (size_t i = 0; i < HASH_LEN; i++) {
        out[2 * i] = "0123456789abcdef"[hash[i] >> 4];
        out[2 * i + 1] = "0123456789abcdef"[hash[i] & 15];
    }
    out[2 * HASH_LEN] = '\0';
}

static void set_date(struct signer *s)
{
    time_t now = time(NULL);
    struct tm utc;
    if (now == s->second)
        return;
    s->second = now;
    gmtime_r(&now, &utc);
    strftime(s->date, sizeof s->date, "%Y%m%dT%H%M%SZ", &utc);
}

static void set_key(struct signer *s, const char *service)
{
    if (strncmp(s->key_day, s->date, 8) == 0 && strcmp(s->service, service) == 0)
        return;
    memcpy(s->key_day, s->date, 8);
    snprintf(s->service, sizeof s->service, "%s", service);
    const char *const parts[] = {s->key_day, "us-east-1", s->service, "aws4_request"};
    struct bytes key = {s->secret_key, strlen(s->secret_key)};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        hmac(s, key, (struct bytes){parts[i], strlen(parts[i])}, s->key);
        key = (struct bytes){s->key, HASH_LEN};
    }
}

/* "NAME:VALUE\n" of a header that may be missing. */
static size_t add(char *to, size_t at, const char *name, const char *value)
{
    if (value == NULL)
        return at;
    int n = snprintf(to + at, CANONICAL_MAX - at, "%s:%s\n", name, value);
    if (n < 0 || (size_t)n >= CANONICAL_MAX - at)
        die("a request is too long to be signed");
    return at + (size_t)n;
}

void sign_hash(struct signer *s, const void *data, size_t size, char digits[SIGN_HEX_LEN])
{
    unsigned char hash[HASH_LEN];
    sha256(s, (struct bytes){data, size}, (struct bytes){"", 0}, hash);
    hex(hash, digits);
}

/* The names of the signed headers, in the order of the canonical request. */
static void name_signed(const struct sign_request *r, char names[SIGNED_MAX])
{
    snprintf(names, SIGNED_MAX, "%shost;%sx-amz-date%s", r->type != NULL ? "content-type;" : "",
             r->hash != NULL ? "x-amz-content-sha256;" : "",
             r->target != NULL ? ";x-amz-target" : "");
}

/* The hash of the canonical request. */
static void hash_canonical(struct signer *s, const struct sign_request *r, const char *names,
                           char digits[SIGN_HEX_LEN])
{
    char text[CANONICAL_MAX];
    char hash[SIGN_HEX_LEN];
    size_t path = strcspn(r->path, "?");
    const char *query = r->path[path] != '\0' ? r->path + path + 1 : "";
    int n = snprintf(text, sizeof text, "%s\n%.*s\n%s\n", r->method, (int)path, r->path, query);
    if (n < 0 || (size_t)n >= sizeof text)
        die("a request is too long to be signed");
    size_t at = add(text, (size_t)n, "content-type", r->type);
    at = add(text, at, "host", s->host);
    at = add(text, at, "x-amz-content-sha256", r->hash);
    at = add(text, at, "x-amz-date", s->date);
    at = add(text, at, "x-amz-target", r->target);
    if (r->hash == NULL)
        sign_hash(s, r->body, r->body_len, hash);
    n = snprintf(text + at, sizeof text - at, "\n%s\n%s", names, r->hash != NULL ? r->hash : hash);
    if (n < 0 || (size_t)n >= sizeof text - at)
        die("a request is too long to be signed");
    sign_hash(s, text, at + (size_t)n, digits);
}

void sign_request(struct signer *s, const struct sign_request *r, char value[SIGN_VALUE_LEN])
{
    unsigned char hash[HASH_LEN];
    char digits[SIGN_HEX_LEN];
    char scope[SCOPE_MAX];
    char names[SIGNED_MAX];
    char text[CANONICAL_MAX];
    set_date(s);
    set_key(s, r->service);
    snprintf(scope, sizeof scope, "%s/us-east-1/%s/aws4_request", s->key_day, s->service);
    name_signed(r, names);
    hash_canonical(s, r, names, digits);
    int n = snprintf(text, sizeof text, "AWS4-HMAC-SHA256\n%s\n%s\n%s", s->date, scope, digits);
    hmac(s, (struct bytes){s->key, HASH_LEN}, (struct bytes){text, (size_t)n}, hash);
    hex(hash, digits);
    snprintf(value, SIGN_VALUE_LEN,
             "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s", s->access_key,
             scope, names, digits);
}
