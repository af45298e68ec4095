/* SPDX-License-Identifier: Apache-2.0 */
/* Text that grows up to a bound; percent-encoding and base64. */
#include "util/text.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>

enum { FIRST_ROOM = 256 };

static bool reserve(struct text *t, size_t n)
{
    if (t->failed || n > t->max - t->n) {
        t->failed = true;
        return false;
    }
    if (t->n + n + 1 <= t->room)
        return true;
    size_t room = t->room ? t->room : FIRST_ROOM;
    while (room < t->n + n + 1)
        room *= 2;
    char *at = realloc(t->at, room);
    t->failed = !at;
    if (at) {
        t->at = at;
        t->room = room;
    }
    return at != NULL;
}

void text_add(struct text *t, const void *bytes, size_t n)
{
    if (!reserve(t, n))
        return;
    if (n)
        memcpy(t->at + t->n, bytes, n);
    t->n += n;
    t->at[t->n] = '\0';
}

void text_adds(struct text *t, const char *s)
{
    text_add(t, s, strlen(s));
}

void text_addc(struct text *t, char c)
{
    text_add(t, &c, 1);
}

void text_addf(struct text *t, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n >= 0 && reserve(t, (size_t)n)) {
        (void)vsnprintf(t->at + t->n, (size_t)n + 1, format, again);
        t->n += (size_t)n;
    }
    va_end(again);
}

static int add_dumped(const char *bytes, size_t n, void *arg)
{
    text_add(arg, bytes, n);
    return 0;
}

void text_add_json(struct text *t, const json_t *json)
{
    if (json_dump_callback(json, add_dumped, t,
                           JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(16)) != 0)
        t->failed = true;
}

void text_add_encoded(struct text *t, const char *s, const char *keep, bool form)
{
    for (; *s; s++) {
        unsigned char c = (unsigned char)*s;
        if (isalnum(c) || strchr(keep, c))
            text_addc(t, *s);
        else if (form && c == ' ')
            text_addc(t, '+');
        else
            text_addf(t, "%%%02X", c);
    }
}

static int hex(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

void text_add_decoded(struct text *t, const char *s, size_t n, bool form)
{
    for (size_t i = 0; i < n;) {
        size_t plain = i;
        while (plain < n && s[plain] != '%' && !(form && s[plain] == '+'))
            plain++;
        text_add(t, s + i, plain - i);
        i = plain;
        if (i == n)
            break;
        bool coded = s[i] == '%' && i + 2 < n && hex(s[i + 1]) >= 0 && hex(s[i + 2]) >= 0;
        text_addc(t, coded ? (char)(hex(s[i + 1]) << 4 | hex(s[i + 2])) : s[i] == '+' ? ' ' : s[i]);
        i += coded ? 3 : 1;
    }
}

void text_add_base64(struct text *t, const void *bytes, size_t n)
{
    if (reserve(t, SLRUN_BASE64_TEXT(n)))
        t->n += slrun_base64_write(bytes, n, t->at + t->n);
}

bool text_add_unbase64(struct text *t, const char *s)
{
    uint32_t v = 0;
    int bits = 0;
    for (; *s && *s != '='; s++) {
        char c = *s == '-' ? '+' : *s == '_' ? '/' : *s;
        uint32_t digit = slrun_base64_digit(c);
        if (digit > 63 && isspace((unsigned char)c))
            continue;
        if (digit > 63)
            return false;
        v = v << 6 | digit;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            text_addc(t, (char)(v >> bits & 255));
        }
    }
    return s[strspn(s, "= \r\n")] == '\0';
}

const char *text_str(const struct text *t)
{
    return t->at ? t->at : "";
}

/* The length of the UTF-8 sequence at `s`, or 0. */
static size_t sequence(const unsigned char *s, size_t n)
{
    size_t want = *s < 0x80                 ? 1
                  : *s >= 0xc2 && *s < 0xe0 ? 2
                  : *s >= 0xe0 && *s < 0xf0 ? 3
                  : *s >= 0xf0 && *s < 0xf5 ? 4
                                            : 0;
    if (want == 0 || want > n)
        return 0;
    for (size_t i = 1; i < want; i++)
        if ((s[i] & 0xc0) != 0x80)
            return 0;
    return want;
}

json_t *text_json_bytes(const void *bytes, size_t n)
{
    const unsigned char *s = bytes;
    json_t *json = json_stringn(bytes, n);
    if (json)
        return json;
    struct text t = TEXT_INIT;
    for (size_t i = 0; i < n;) {
        size_t good = sequence(s + i, n - i);
        /* surrogates and overlong forms pass sequence(): jansson judges them one by one */
        json_t *one = good ? json_stringn((const char *)s + i, good) : NULL;
        text_add(&t, one ? (const char *)s + i : "\xef\xbf\xbd", one ? good : 3);
        i += one ? good : 1;
        json_decref(one);
    }
    json = t.failed ? NULL : json_stringn(text_str(&t), t.n);
    text_free(&t);
    return json;
}

json_t *text_json(struct text *t)
{
    json_t *json = t->failed ? NULL : text_json_bytes(text_str(t), t->n);
    text_free(t);
    return json;
}

void text_free(struct text *t)
{
    free(t->at);
    *t = (struct text){.max = t->max};
}

const char *text_get(const json_t *object, const char *name)
{
    return json_string_value(json_object_get(object, name));
}

bool word_is(const char *word, const char *other)
{
    return word && strcmp(word, other) == 0;
}

bool text_is(const json_t *object, const char *name, const char *value)
{
    return word_is(text_get(object, name), value);
}

bool word_begins(const char *word, const char *start)
{
    return word && strncmp(word, start, strlen(start)) == 0;
}

bool word_among(const char *const *words, const char *word)
{
    while (*words && !word_is(word, *words))
        words++;
    return *words != NULL;
}
