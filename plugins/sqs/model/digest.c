/* SPDX-License-Identifier: Apache-2.0 */
/* Digests, over OpenSSL: its low-level functions, since EVP first initialises the whole library and
 * costs more than a short message. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include "model/digest.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/md5.h>
#include <openssl/sha.h>
#include <slrun/base64.h>

/* The kinds of values as bytes of the digest. List values are not supported by the service. */
enum { TRANSPORT_STRING = 1, TRANSPORT_BINARY = 2 };

/* What is digested, put together. */
struct bytes {
    unsigned char *data;
    size_t size;
    size_t capacity;
    bool failed;
};

static void write_hex(const unsigned char *raw, size_t size, char *hex)
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < size; i++) {
        *hex++ = digits[raw[i] >> 4];
        *hex++ = digits[raw[i] & 15];
    }
    *hex = '\0';
}

bool digest_md5(const void *data, size_t size, char hex[DIGEST_MD5_HEX])
{
    unsigned char raw[MD5_DIGEST_LENGTH];
    bool done = MD5(data, size, raw) != NULL;
    write_hex(raw, done ? sizeof raw : 0, hex);
    return done;
}

bool digest_sha256(const void *data, size_t size, char hex[DIGEST_SHA256_HEX])
{
    unsigned char raw[SHA256_DIGEST_LENGTH];
    bool done = SHA256(data, size, raw) != NULL;
    write_hex(raw, done ? sizeof raw : 0, hex);
    return done;
}

static void put(struct bytes *b, const void *data, size_t size)
{
    if (b->size + size > b->capacity) {
        size_t capacity = (b->size + size) * 2;
        unsigned char *more = b->failed ? NULL : realloc(b->data, capacity);
        if (more == NULL) {
            b->failed = true;
            return;
        }
        b->data = more;
        b->capacity = capacity;
    }
    if (size > 0) {
        memcpy(b->data + b->size, data, size);
        b->size += size;
    }
}

/* Its length as four bytes, the highest first, and the bytes. */
static void put_sized(struct bytes *b, const void *data, size_t size)
{
    uint32_t n = (uint32_t)size;
    unsigned char length[4] = {(unsigned char)(n >> 24), (unsigned char)(n >> 16),
                               (unsigned char)(n >> 8), (unsigned char)n};
    put(b, length, sizeof length);
    put(b, data, size);
}

static bool put_value(struct bytes *b, const json_t *attribute)
{
    const json_t *string = json_object_get(attribute, "StringValue");
    const json_t *binary = json_object_get(attribute, "BinaryValue");
    unsigned char kind = json_is_string(string) ? TRANSPORT_STRING : TRANSPORT_BINARY;
    put(b, &kind, 1);
    if (kind == TRANSPORT_STRING) {
        put_sized(b, json_string_value(string), json_string_length(string));
        return true;
    }
    size_t size = 0;
    char *raw = json_is_string(binary) ? slrun_base64_bytes(json_string_value(binary),
                                                            json_string_length(binary), &size)
                                       : NULL;
    if (raw == NULL)
        return false;
    put_sized(b, raw, size);
    free(raw);
    return true;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool put_all(struct bytes *b, const json_t *attributes, const char **names, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const json_t *attribute = json_object_get(attributes, names[i]);
        const json_t *type = json_object_get(attribute, "DataType");
        if (!json_is_string(type))
            return false;
        put_sized(b, names[i], strlen(names[i]));
        put_sized(b, json_string_value(type), json_string_length(type));
        if (!put_value(b, attribute))
            return false;
    }
    return !b->failed;
}

bool digest_attributes(const json_t *attributes, char hex[DIGEST_MD5_HEX])
{
    struct bytes b = {.data = NULL};
    size_t n = 0, size = json_object_size(attributes);
    const char **names = calloc(size + 1, sizeof *names), *name;
    json_t *value;
    if (names == NULL)
        return false;
    json_object_foreach ((json_t *)(uintptr_t)attributes, name, value)
        names[n++] = name;
    qsort(names, n, sizeof *names, by_name);
    bool ok = put_all(&b, attributes, names, n) && digest_md5(b.data, b.size, hex);
    free(b.data);
    free(names);
    return ok;
}
