/* SPDX-License-Identifier: Apache-2.0 */
/* java.util.Arrays.hashCode, String.hashCode and ByteBuffer.hashCode (Java SE API). */
#include "stream/java_hash.h"

#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>

#define PACKAGE "com.amazonaws.kinesis.v20131202."

enum { FACTOR = 31, SURROGATES = 0x10000 };

static uint32_t add(uint32_t hash, uint32_t next)
{
    return hash * FACTOR + next;
}

/* One character of UTF-8, which jansson has checked. */
static uint32_t next_character(const unsigned char **at)
{
    uint32_t c = *(*at)++;
    int more = c < 0x80 ? 0 : c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3;
    c = more == 0 ? c : c & (0x3fU >> more);
    for (; more > 0 && **at != '\0'; more--)
        c = c << 6 | (*(*at)++ & 0x3fU);
    return c;
}

/* In units of UTF-16. */
static uint32_t string_hash(const char *text)
{
    const unsigned char *at = (const unsigned char *)text;
    uint32_t hash = 0;
    while (*at != '\0') {
        uint32_t c = next_character(&at);
        if (c >= SURROGATES) {
            hash = add(hash, 0xd7c0 + (c >> 10));
            c = 0xdc00 + (c & 0x3ff);
        }
        hash = add(hash, c);
    }
    return hash;
}

/* Bytes are signed, and the last comes first. */
static uint32_t blob_hash(const json_t *base64)
{
    size_t size = 0;
    char *bytes = slrun_base64_bytes(json_string_value(base64), json_string_length(base64), &size);
    uint32_t hash = 1;
    while (size > 0)
        hash = add(hash, (uint32_t)(int32_t)(int8_t)bytes[--size]);
    free(bytes);
    return hash;
}

/* The table has the members in the reverse of the alphabet. */
uint32_t java_hash_struct(const struct param *param, const json_t *value)
{
    size_t n = 0;
    uint32_t name = string_hash(PACKAGE);
    for (const char *at = param->java; *at != '\0'; at++)
        name = add(name, (unsigned char)*at);
    uint32_t hash = add(1, add(1, name));
    while (param->of[n].name != NULL)
        n++;
    while (n > 0) {
        const struct param *member = &param->of[--n];
        const json_t *part = json_object_get(value, member->name);
        hash = add(hash, part == NULL                 ? 0
                         : member->type == PARAM_BLOB ? blob_hash(part)
                                                      : string_hash(json_string_value(part)));
    }
    return hash;
}
