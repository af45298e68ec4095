/* SPDX-License-Identifier: Apache-2.0 */
/* Base64 and hexadecimal. */
#include "base64.h"

#include <string.h>

#include <openssl/evp.h>

void base64_encode(const void *data, size_t size, char *out)
{
    (void)EVP_EncodeBlock((unsigned char *)out, data, (int)size);
}

static int value_of(char c)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *at = c == '\0' ? NULL : strchr(digits, c);
    return at == NULL ? -1 : (int)(at - digits);
}

long base64_decode(const char *text, uint8_t *out, size_t room)
{
    size_t size = strlen(text), n = 0;
    if (size % 4 != 0) {
        return -1;
    }
    size_t pad = size == 0 ? 0 : (size_t)(text[size - 1] == '=') + (text[size - 2] == '=');
    uint32_t bits = 0;
    for (size_t i = 0; i < size; i++) {
        int value = i >= size - pad ? 0 : value_of(text[i]);
        if (value < 0) {
            return -1;
        }
        bits = bits << 6 | (uint32_t)value;
        for (int shift = 16; i % 4 == 3 && shift >= 0; shift -= 8) {
            if (i == size - 1 && (size_t)(shift / 8) < pad) {
                continue; /* a byte of padding */
            }
            if (n == room) {
                return -1;
            }
            out[n++] = (uint8_t)(bits >> shift);
        }
    }
    return (long)n;
}

void hex_encode(const void *data, size_t size, char *out)
{
    static const char digits[] = "0123456789abcdef";
    const uint8_t *bytes = data;
    for (size_t i = 0; i < size; i++) {
        *out++ = digits[bytes[i] >> 4];
        *out++ = digits[bytes[i] & 15];
    }
    *out = '\0';
}

static int hex_value(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

long hex_decode(const char *text, uint8_t *out, size_t room)
{
    size_t size = strlen(text);
    if (size % 2 != 0 || size / 2 > room) {
        return -1;
    }
    for (size_t i = 0; i < size; i += 2) {
        int high = hex_value(text[i]), low = hex_value(text[i + 1]);
        if (high < 0 || low < 0) {
            return -1;
        }
        out[i / 2] = (uint8_t)(high << 4 | low);
    }
    return (long)(size / 2);
}
