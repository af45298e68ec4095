/* SPDX-License-Identifier: Apache-2.0 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jsonata/values/text.h"

void jn_add(struct jn_run *run, struct jn_text *text, const char *bytes, size_t size)
{
    if (text->size + size + 1 > text->room) {
        size_t room = (text->size + size + 1) * 2;
        char *at = jn_take(run, room);
        if (!at)
            return;
        if (text->size)
            memcpy(at, text->at, text->size);
        text->at = at;
        text->room = room;
    }
    if (size)
        memcpy(text->at + text->size, bytes, size);
    text->size += size;
    text->at[text->size] = '\0';
}

void jn_add_text(struct jn_run *run, struct jn_text *text, const char *added)
{
    jn_add(run, text, added, strlen(added));
}

void jn_add_point(struct jn_run *run, struct jn_text *text, uint32_t point)
{
    char bytes[4];
    jn_add(run, text, bytes, jn_point_bytes(point, bytes));
}

struct jn jn_text_value(struct jn_run *run, const struct jn_text *text)
{
    return jn_failed(run) ? JN_NOTHING : jn_string(text->at ? text->at : "", text->size);
}

/* ---- characters ---- */

uint32_t jn_point(const char *at, const char *end, size_t *bytes)
{
    const unsigned char *b = (const unsigned char *)at;
    size_t more = *b >= 0xF0 ? 3 : *b >= 0xE0 ? 2 : *b >= 0xC0 ? 1 : 0;
    uint32_t point = more ? *b & (0x3Fu >> more) : *b;
    *bytes = 1;
    if (more > (size_t)(end - at) - 1)
        return *b;
    for (size_t i = 1; i <= more; i++) {
        if ((b[i] & 0xC0) != 0x80)
            return *b;
        point = point << 6 | (b[i] & 0x3F);
    }
    *bytes = more + 1;
    return point;
}

size_t jn_point_bytes(uint32_t point, char bytes[4])
{
    size_t more = point < 0x80 ? 0 : point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    static const unsigned char lead[] = {0, 0xC0, 0xE0, 0xF0};
    for (size_t i = more; i > 0; i--, point >>= 6)
        bytes[i] = (char)(0x80 | (point & 0x3F));
    bytes[0] = (char)(lead[more] | point);
    return more + 1;
}

size_t jn_length(struct jn string)
{
    size_t n = 0, bytes;
    for (size_t i = 0; i < string.size; i += bytes, n++)
        (void)jn_point(string.text + i, string.text + string.size, &bytes);
    return n;
}

size_t jn_offset(struct jn string, size_t n)
{
    size_t i = 0, bytes;
    for (; n > 0 && i < string.size; n--, i += bytes)
        (void)jn_point(string.text + i, string.text + string.size, &bytes);
    return i;
}

size_t jn_units(struct jn string, size_t size)
{
    size_t n = 0, bytes;
    for (size_t i = 0; i < size && i < string.size; i += bytes)
        n += jn_point(string.text + i, string.text + string.size, &bytes) > 0xFFFF ? 2 : 1;
    return n;
}

size_t jn_units_offset(struct jn string, size_t units)
{
    size_t i = 0, n = 0, bytes;
    for (; n < units && i < string.size; i += bytes)
        n += jn_point(string.text + i, string.text + string.size, &bytes) > 0xFFFF ? 2 : 1;
    return i;
}

struct jn jn_part(struct jn string, size_t from, size_t size)
{
    if (from > string.size)
        from = string.size;
    return jn_string(string.text + from, size < string.size - from ? size : string.size - from);
}

size_t jn_search(struct jn string, struct jn part, size_t from)
{
    const char *found = from > string.size
                            ? NULL
                            : memmem(string.text + from, string.size - from, part.text, part.size);
    return found ? (size_t)(found - string.text) : SIZE_MAX;
}

/* ---- numbers ---- */

enum { DIGITS_SIZE = 32 };

/* The shortest digits that mean the number: "d.dddde+xx" in `text`. */
static void shortest(double number, int most, char text[DIGITS_SIZE])
{
    int digits = most < 15 ? most : 15;
    do
        (void)snprintf(text, DIGITS_SIZE, "%.*e", digits - 1, number);
    while (++digits <= most && strtod(text, NULL) != number);
}

/* Its digits without the zeros at the end; how many. */
static size_t significant(const char *scientific, char digits[DIGITS_SIZE])
{
    size_t n = 0;
    for (const char *c = scientific; *c && *c != 'e'; c++)
        if (*c >= '0' && *c <= '9')
            digits[n++] = *c;
    while (n > 1 && digits[n - 1] == '0')
        n--;
    digits[n] = '\0';
    return n;
}

/* ECMA-262, Number::toString: `point` digits stand before the point. */
static void put_number(const char *digits, int n, int point, char text[JN_NUMBER_SIZE])
{
    if (point > 21 || point < -5)
        (void)snprintf(text, JN_NUMBER_SIZE, "%c%s%se%+d", *digits, n > 1 ? "." : "", digits + 1,
                       point - 1);
    else if (point <= 0)
        (void)snprintf(text, JN_NUMBER_SIZE, "0.%.*s%s", -point, "00000", digits);
    else if (point >= n)
        (void)snprintf(text, JN_NUMBER_SIZE, "%s%.*s", digits, point - n, "000000000000000000000");
    else
        (void)snprintf(text, JN_NUMBER_SIZE, "%.*s.%s", point, digits, digits + point);
}

size_t jn_number_text(double number, int most, char text[JN_NUMBER_SIZE])
{
    char scientific[DIGITS_SIZE], digits[DIGITS_SIZE];
    bool minus = number < 0;
    if (!isfinite(number) || number == 0)
        return (size_t)snprintf(text, JN_NUMBER_SIZE, "%s",
                                isnan(number) ? "NaN"
                                : number == 0 ? "0"
                                : minus       ? "-Infinity"
                                              : "Infinity");
    shortest(fabs(number), most, scientific);
    int n = (int)significant(scientific, digits);
    text[0] = '-';
    put_number(digits, n, atoi(strchr(scientific, 'e') + 1) + 1, text + minus);
    return strlen(text);
}
