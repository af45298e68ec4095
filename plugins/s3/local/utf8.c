/* SPDX-License-Identifier: Apache-2.0 */
/* UTF-8 and percent-encoding. */
#include "utf8.h"

#include <stdint.h>
#include <string.h>

static size_t length_of(unsigned char c, uint32_t *least, uint32_t *value)
{
    static const struct {
        unsigned char mask, mark;
        uint32_t least;
    } forms[] = {{0x80, 0x00, 0}, {0xe0, 0xc0, 0x80}, {0xf0, 0xe0, 0x800}, {0xf8, 0xf0, 0x10000}};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if ((c & forms[i].mask) == forms[i].mark) {
            *least = forms[i].least;
            *value = c & (unsigned char)~forms[i].mask;
            return i + 1;
        }
    }
    return 0;
}

size_t utf8_size(const char *data, size_t size)
{
    uint32_t least = 0, value = 0;
    size_t n = length_of((unsigned char)data[0], &least, &value);
    if (n == 0 || n > size)
        return 0;
    for (size_t i = 1; i < n; i++) {
        unsigned char c = (unsigned char)data[i];
        if ((c & 0xc0) != 0x80)
            return 0;
        value = value << 6 | (c & 0x3f);
    }
    bool surrogate = value >= 0xd800 && value <= 0xdfff;
    return value < least || value > 0x10ffff || surrogate ? 0 : n;
}

bool utf8_valid(struct slice slice)
{
    for (size_t i = 0, n; i < slice.size; i += n) {
        n = utf8_size(slice.data + i, slice.size - i);
        if (n == 0)
            return false;
    }
    return true;
}

const char *latin_to_utf8(struct pool *pool, const char *latin)
{
    char *out = pool_alloc(pool, 2 * strlen(latin) + 1);
    for (size_t n = 0; out != NULL && *latin != '\0'; latin++) {
        unsigned char c = (unsigned char)*latin;
        if (c >= 0x80) {
            out[n++] = (char)(0xc0 | c >> 6);
            c = 0x80 | (c & 0x3f);
        }
        out[n++] = (char)c;
    }
    return out;
}

const char *utf8_to_latin(struct pool *pool, const char *text)
{
    size_t size = strlen(text);
    char *out = pool_alloc(pool, size + 1);
    for (size_t i = 0, n = 0, step; out != NULL && i < size; i += step) {
        unsigned char c = (unsigned char)text[i];
        step = utf8_size(text + i, size - i);
        step = step == 0 ? 1 : step;
        bool two = step == 2 && c <= 0xc3;
        out[n++] = step == 1 ? text[i] : two ? (char)(c << 6 | (text[i + 1] & 0x3f)) : '?';
    }
    return out;
}

static int digit(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

struct slice percent_decode(struct pool *pool, struct slice slice, bool form)
{
    char *out = pool_alloc(pool, slice.size + 1);
    size_t n = 0;
    for (size_t i = 0; out != NULL && i < slice.size; i++) {
        char c = slice.data[i];
        bool escape = c == '%' && i + 2 < slice.size && digit(slice.data[i + 1]) >= 0 &&
                      digit(slice.data[i + 2]) >= 0;
        if (escape) {
            out[n++] = (char)(digit(slice.data[i + 1]) << 4 | digit(slice.data[i + 2]));
            i += 2;
        } else {
            out[n++] = form && c == '+' ? ' ' : c;
        }
    }
    return (struct slice){out, n};
}
