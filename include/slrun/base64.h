/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Since 1.5. Bytes as text: base64 of RFC 4648, section 4, with its padding and without blanks.
 * Compiled into who includes it: no part of the binary interface.
 */
#ifndef SLRUN_BASE64_H
#define SLRUN_BASE64_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <jansson.h>

/* Room for the text of `n` bytes with the NUL behind it, and for the bytes of `n` characters. */
#define SLRUN_BASE64_TEXT(n)  (((n) + 2) / 3 * 4 + 1)
#define SLRUN_BASE64_BYTES(n) ((n) / 4 * 3)

/* Writes the text of `size` bytes, with a NUL behind it; its length. */
static inline size_t slrun_base64_write(const void *data, size_t size, char *text)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const unsigned char *at = (const unsigned char *)data;
    char *to = text;
    for (; size > 0; size -= size < 3 ? size : 3, at += 3) {
        uint32_t bits = (uint32_t)at[0] << 16 | (size > 1 ? (uint32_t)at[1] << 8 : 0) |
                        (size > 2 ? (uint32_t)at[2] : 0);
        *to++ = digits[bits >> 18];
        *to++ = digits[bits >> 12 & 63];
        *to++ = size > 1 ? digits[bits >> 6 & 63] : '=';
        *to++ = size > 2 ? digits[bits & 63] : '=';
    }
    *to = '\0';
    return (size_t)(to - text);
}

/* The six bits that a character stands for; 64: none. A table, since bytes that are many are read
 * by it: from '+' to 'z'. */
static inline uint32_t slrun_base64_digit(char c)
{
    static const unsigned char digits[] = {
        62, 64, 64, 64, 63, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 64, 64, 64, 64, 64,
        64, 64, 0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17,
        18, 19, 20, 21, 22, 23, 24, 25, 64, 64, 64, 64, 64, 64, 26, 27, 28, 29, 30, 31,
        32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51};
    unsigned at = (unsigned)(unsigned char)c - '+';
    return at < sizeof digits ? digits[at] : 64;
}

/* How many characters of padding such a text ends with. */
static inline size_t slrun_base64_padding(const char *text, size_t length)
{
    return length < 4 || text[length - 1] != '=' ? 0 : text[length - 2] == '=' ? 2 : 1;
}

/* How many bytes a text is that slrun_base64_read() takes. */
static inline size_t slrun_base64_size(const char *text, size_t length)
{
    return SLRUN_BASE64_BYTES(length) - slrun_base64_padding(text, length);
}

/* Reads `length` characters into `data`; how many bytes they are, or -1: they are no base64, or
 * more than `room`. Bits of the last character that are of no byte may be set, as with most
 * decoders. */
static inline long slrun_base64_read(const char *text, size_t length, void *data, size_t room)
{
    size_t padding = slrun_base64_padding(text, length), n = 0;
    unsigned char *to = (unsigned char *)data;
    if (length % 4 != 0 || slrun_base64_size(text, length) > room)
        return -1;
    for (size_t at = 0; at < length; at += 4) {
        size_t absent = at + 4 == length ? padding : 0;
        uint32_t first = slrun_base64_digit(text[at]), second = slrun_base64_digit(text[at + 1]);
        uint32_t third = absent > 1 ? 0 : slrun_base64_digit(text[at + 2]);
        uint32_t fourth = absent > 0 ? 0 : slrun_base64_digit(text[at + 3]);
        if ((first | second | third | fourth) > 63)
            return -1;
        to[n++] = (unsigned char)(first << 2 | second >> 4);
        if (absent < 2)
            to[n++] = (unsigned char)(second << 4 | third >> 2);
        if (absent < 1)
            to[n++] = (unsigned char)(third << 6 | fourth);
    }
    return (long)n;
}

/* The text of bytes; free() it. Its length, if asked for, in *length. NULL: no memory. */
static inline char *slrun_base64_text(const void *data, size_t size, size_t *length)
{
    char *text = size < SIZE_MAX / 2 ? (char *)malloc(SLRUN_BASE64_TEXT(size)) : NULL;
    size_t n = text ? slrun_base64_write(data, size, text) : 0;
    if (length)
        *length = n;
    return text;
}

/* The same as JSON: a new reference, or NULL. */
static inline json_t *slrun_base64_json(const void *data, size_t size)
{
    size_t length;
    char *text = slrun_base64_text(data, size, &length);
    json_t *json = text ? json_stringn_nocheck(text, length) : NULL;
    free(text);
    return json;
}

/* The bytes of a text, with a NUL behind them; free() them. NULL: it is no base64, or there is no
 * memory. */
static inline char *slrun_base64_bytes(const char *text, size_t length, size_t *size)
{
    char *data = (char *)malloc(SLRUN_BASE64_BYTES(length) + 1);
    long n = data ? slrun_base64_read(text, length, data, SLRUN_BASE64_BYTES(length)) : -1;
    if (n < 0) {
        free(data);
        return NULL;
    }
    data[n] = '\0';
    *size = (size_t)n;
    return data;
}

/* The bytes of a JSON text that is base64 as a JSON text of their own: a new reference, or NULL:
 * it is none, or they are no UTF-8. */
static inline json_t *slrun_base64_inner(const json_t *text)
{
    size_t size = 0;
    char *data = json_is_string(text)
                     ? slrun_base64_bytes(json_string_value(text), json_string_length(text), &size)
                     : NULL;
    json_t *inner = data ? json_stringn(data, size) : NULL;
    free(data);
    return inner;
}

#endif
