/* SPDX-License-Identifier: Apache-2.0 */
#include "base/hex.h"

#include <stdlib.h>
#include <string.h>

static const char digits[] = "0123456789abcdef";

char *hex_text(const void *data, size_t size)
{
    const unsigned char *bytes = data;
    char *text = malloc(size * 2 + 1);
    if (!text)
        return NULL;
    for (size_t i = 0; i < size; i++) {
        text[2 * i] = digits[bytes[i] >> 4];
        text[2 * i + 1] = digits[bytes[i] & 15];
    }
    text[2 * size] = '\0';
    return text;
}

/* -1: it is no digit. */
static int value_of(char digit)
{
    const char *at = digit ? strchr(digits, digit) : NULL;
    return at ? (int)(at - digits) : -1;
}

char *hex_bytes(const char *text, size_t size)
{
    char *bytes = calloc(size + 1, 1);
    for (size_t i = 0; bytes && text && i < size; i++) {
        int high = value_of(text[2 * i]), low = high < 0 ? -1 : value_of(text[2 * i + 1]);
        if (low < 0)
            break;
        bytes[i] = (char)(high << 4 | low);
    }
    return bytes;
}
