/* SPDX-License-Identifier: Apache-2.0 */
/* Signature Version 4 of requests. The key of the day is kept as the two states of its HMAC, and of
 * requests that differ in their body alone the hashes up to where they differ. */
#define _POSIX_C_SOURCE             200809L
#define OPENSSL_SUPPRESS_DEPRECATED /* EVP cannot copy a state without allocating one */

#include "common/sign.h"

#include "common/util.h"

#include <stdio.h>
#include <string.h>

#define HASH_LEN      32u
#define BLOCK_LEN     64u
#define CANONICAL_MAX 1024
#define REGION        "us-east-1"

struct bytes {
    const void *at;
    size_t len;
};

/* A text in the making. */
struct text {
    char at[CANONICAL_MAX];
    size_t len;
};

void sign_open(struct signer *s, const char *host, const char *access_key, const char *secret_key)
{
    *s = (struct signer){0};
    snprintf(s->host, sizeof s->host, "%s", host);
    snprintf(s->access_key, sizeof s->access_key, "%s", access_key);
    snprintf(s->secret_key, sizeof s->secret_key, "AWS4%s", secret_key);
}

/* ---- hashes ---- */

static void begin(SHA256_CTX *hash)
{
    if (SHA256_Init(hash) != 1)
        die("no SHA-256");
}

static void add(SHA256_CTX *hash, const void *at, size_t len)
{
    if (SHA256_Update(hash, at, len) != 1)
        die("SHA-256 failed");
}

static void end(SHA256_CTX *hash, unsigned char out[HASH_LEN])
{
    if (SHA256_Final(out, hash) != 1)
        die("SHA-256 failed");
}

static void hex(const unsigned char hash[HASH_LEN], char out[SIGN_HEX_LEN])
{
    for (size_t i = 0; i < HASH_LEN; i++) {
        out[2 * i] = "0123456789abcdef"[hash[i] >> 4];
        out[2 * i + 1] = "0123456789abcdef"[hash[i] & 15];
    }
    out[2 * HASH_LEN] = '\0';
}

void sign_hash(const void *data, size_t size, char digits[SIGN_HEX_LEN])
{
    unsigned char out[HASH_LEN];
    SHA256_CTX hash;
    begin(&hash);
    add(&hash, data, size);
    end(&hash, out);
    hex(out, digits);
}

/* HMAC-SHA256 (RFC 2104) with a key of at most one block: its inner and outer hash have begun. */
static void key_set(struct sign_key *k, struct bytes key)
{
    unsigned char pad[BLOCK_LEN] = {0};
    memcpy(pad, key.at, key.len);
    for (size_t i = 0; i < BLOCK_LEN; i++)
        pad[i] ^= 0x36;
    begin(&k->inner);
    add(&k->inner, pad, BLOCK_LEN);
    for (size_t i = 0; i < BLOCK_LEN; i++)
        pad[i] ^= 0x36 ^ 0x5c;
    begin(&k->outer);
    add(&k->outer, pad, BLOCK_LEN);
}

/* `inner` has gone on from that of the key. */
static void key_end(const struct sign_key *k, SHA256_CTX *inner, unsigned char out[HASH_LEN])
{
    SHA256_CTX outer = k->outer;
    end(inner, out);
    add(&outer, out, HASH_LEN);
    end(&outer, out);
}

/* ---- date and key ---- */

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
    unsigned char out[HASH_LEN];
    if (strncmp(s->scope, s->date, 8) == 0 && strcmp(s->service, service) == 0)
        return;
    snprintf(s->service, sizeof s->service, "%s", service);
    snprintf(s->scope, sizeof s->scope, "%.8s/" REGION "/%s/aws4_request", s->date, s->service);
    const struct bytes parts[] = {{s->date, 8},
                                  {REGION, strlen(REGION)},
                                  {s->service, strlen(s->service)},
                                  {"aws4_request", 12}};
    key_set(&s->key, (struct bytes){s->secret_key, strlen(s->secret_key)});
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        SHA256_CTX inner = s->key.inner;
        add(&inner, parts[i].at, parts[i].len);
        key_end(&s->key, &inner, out);
        key_set(&s->key, (struct bytes){out, HASH_LEN});
    }
}

bool sign_now(struct signer *s, const char *service)
{
    time_t before = s->second;
    set_date(s);
    set_key(s, service);
    return s->second != before;
}

/* ---- a request ---- */

static void put_n(struct text *t, const char *text, size_t n)
{
    if (n > sizeof t->at - t->len)
        die("a request is too long to be signed");
    memcpy(t->at + t->len, text, n);
    t->len += n;
}

static void put(struct text *t, const char *text)
{
    put_n(t, text, strlen(text));
}

/* "NAME:VALUE\n" of a header that may be missing. */
static void put_header(struct text *t, const char *name, const char *value)
{
    if (value == NULL)
        return;
    put(t, name);
    put(t, ":");
    put(t, value);
    put(t, "\n");
}

/* The names of the signed headers, in the order of the canonical request. */
static void name_signed(const struct sign_request *r, char names[SIGN_NAMES_LEN])
{
    snprintf(names, SIGN_NAMES_LEN, "%shost;%sx-amz-date%s", r->type != NULL ? "content-type;" : "",
             r->hash != NULL ? "x-amz-content-sha256;" : "",
             r->target != NULL ? ";x-amz-target" : "");
}

/* The canonical request up to the body's hash. */
static void begin_canonical(const struct signer *s, const struct sign_request *r,
                            struct sign_form *form)
{
    struct text t = {.len = 0};
    size_t path = strcspn(r->path, "?");
    put(&t, r->method);
    put(&t, "\n");
    put_n(&t, r->path, path);
    put(&t, "\n");
    put(&t, r->path[path] != '\0' ? r->path + path + 1 : "");
    put(&t, "\n");
    put_header(&t, "content-type", r->type);
    put_header(&t, "host", s->host);
    put_header(&t, "x-amz-content-sha256", r->hash);
    put_header(&t, "x-amz-date", s->date);
    put_header(&t, "x-amz-target", r->target);
    put(&t, "\n");
    put(&t, form->names);
    put(&t, "\n");
    begin(&form->canonical);
    add(&form->canonical, t.at, t.len);
}

void sign_begin(const struct signer *s, const struct sign_request *r, struct sign_form *form)
{
    struct text t = {.len = 0};
    name_signed(r, form->names);
    begin_canonical(s, r, form);
    put(&t, "AWS4-HMAC-SHA256\n");
    put(&t, s->date);
    put(&t, "\n");
    put(&t, s->scope);
    put(&t, "\n");
    form->inner = s->key.inner;
    add(&form->inner, t.at, t.len);
}

void sign_end(const struct signer *s, const struct sign_form *form, const char *body_hash,
              char signature[SIGN_HEX_LEN])
{
    unsigned char hash[HASH_LEN];
    SHA256_CTX canonical = form->canonical, inner = form->inner;
    add(&canonical, body_hash, 2 * HASH_LEN);
    end(&canonical, hash);
    hex(hash, signature);
    add(&inner, signature, 2 * HASH_LEN);
    key_end(&s->key, &inner, hash);
    hex(hash, signature);
}

void sign_request(struct signer *s, const struct sign_request *r, char value[SIGN_VALUE_LEN])
{
    struct sign_form form;
    char hash[SIGN_HEX_LEN], signature[SIGN_HEX_LEN];
    (void)sign_now(s, r->service);
    sign_begin(s, r, &form);
    if (r->hash == NULL)
        sign_hash(r->body, r->body_len, hash);
    sign_end(s, &form, r->hash != NULL ? r->hash : hash, signature);
    snprintf(value, SIGN_VALUE_LEN, SIGN_CREDENTIAL "%s/%s" SIGN_NAMES "%s" SIGN_SIGNATURE "%s",
             s->access_key, s->scope, form.names, signature);
}
