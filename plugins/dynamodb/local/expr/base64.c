/* SPDX-License-Identifier: Apache-2.0 */
/* Strict base64 decoding (RFC 4648 section 4). */
#include "base64.h"

#include <stdint.h>

/* The six bits that a character stands for, or -1. */
static int sextet(char c)
{
    if (c >= 'A' && c <= 'Z') {
        return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
        return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
        return c - '0' + 52;
    }
    if (c == '+') {
        return 62;
    }
    return c == '/' ? 63 : -1;
}

static size_t padding(const char *text, size_t length)
{
    if (length < 4 || text[length - 1] != '=') {
        return 0;
    }
    return text[length - 2] == '=' ? 2 : 1;
}

size_t base64_decoded_size(const char *text, size_t length)
{
    return BASE64_DECODED_MAX(length) - padding(text, length);
}

/* Decodes four characters of which the last `pad` are padding. */
static bool decode_group(const char *text, size_t pad, unsigned char *out)
{
    uint32_t bits = 0;
    for (size_t i = 0; i < 4; i++) {
        int value = i < 4 - pad ? sextet(text[i]) : 0;
        if (value < 0) {
            return false;
        }
        bits = bits << 6 | (uint32_t)value;
    }
    for (size_t i = 0; i < 3 - pad; i++) {
        out[i] = (unsigned char)(bits >> (16 - 8 * i));
    }
    return pad == 0 || (bits & (pad == 1 ? 0xFFU : 0xFFFFU)) == 0;
}

/* Decodes to `out`, or nowhere if that is NULL. */
static bool decode(const char *text, size_t length, unsigned char *out)
{
    unsigned char scratch[3];
    size_t pad = padding(text, length);
    for (size_t at = 0; at < length; at += 4) {
        size_t here = at + 4 == length ? pad : 0;
        if (!decode_group(text + at, here, out != NULL ? out + at / 4 * 3 : scratch)) {
            return false;
        }
    }
    return true;
}

bool base64_valid(const char *text, size_t length)
{
    return length % 4 == 0 && decode(text, length, NULL);
}

bool base64_decode(const char *text, size_t length, unsigned char *out, size_t *size)
{
    *size = base64_decoded_size(text, length);
    return length % 4 == 0 && decode(text, length, out);
}
