/* SPDX-License-Identifier: Apache-2.0 */
/* Signature Version 4, with the signing key of the day kept. */
#define _POSIX_C_SOURCE 200809L

#include "floor/sign.h"

#include "common/util.h"

#include <stdio.h>
#include <string.h>

#define HASH_LEN      32u
#define BLOCK_LEN     64u
#define HEX_LEN       (2 * HASH_LEN + 1)
#define CANONICAL_MAX 1024
#define SCOPE_MAX     64
#define SIGNED        "content-type;host;x-amz-date;x-amz-target"

struct bytes {
    const void *at;
    size_t len;
};

void sign_open(struct signer *s, const char *host)
{
    *s = (struct signer){0};
    snprintf(s->host, sizeof s->host, "%s", host);
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

static void hex(const unsigned char hash[HASH_LEN], char out[HEX_LEN])
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
    struct bytes key = {"AWS4test", 8};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        hmac(s, key, (struct bytes){parts[i], strlen(parts[i])}, s->key);
        key = (struct bytes){s->key, HASH_LEN};
    }
}

void sign_call(struct signer *s, const struct call *call, char value[SIGN_VALUE_LEN])
{
    const struct bytes none = {"", 0};
    unsigned char hash[HASH_LEN];
    char digits[HEX_LEN];
    char scope[SCOPE_MAX];
    char text[CANONICAL_MAX];
    set_date(s);
    set_key(s, call->service);
    snprintf(scope, sizeof scope, "%s/us-east-1/%s/aws4_request", s->key_day, s->service);
    sha256(s, (struct bytes){call->body, call->body_len}, none, hash);
    hex(hash, digits);
    int n = snprintf(text, sizeof text,
                     "POST\n/\n\ncontent-type:application/x-amz-json-1.0\nhost:%s\n"
                     "x-amz-date:%s\nx-amz-target:%s\n\n" SIGNED "\n%s",
                     s->host, s->date, call->target, digits);
    sha256(s, (struct bytes){text, (size_t)n}, none, hash);
    hex(hash, digits);
    n = snprintf(text, sizeof text, "AWS4-HMAC-SHA256\n%s\n%s\n%s", s->date, scope, digits);
    hmac(s, (struct bytes){s->key, HASH_LEN}, (struct bytes){text, (size_t)n}, hash);
    hex(hash, digits);
    snprintf(value, SIGN_VALUE_LEN,
             "AWS4-HMAC-SHA256 Credential=test/%s, SignedHeaders=" SIGNED ", Signature=%s", scope,
             digits);
}
