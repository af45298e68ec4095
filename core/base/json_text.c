/* SPDX-License-Identifier: Apache-2.0 */
/*
 * jansson writes character by character, and keeps a hash table for each object and array to see
 * loops. Here strings of ASCII are copied in runs; whatever is rare is left to jansson, so that
 * both write the same.
 */
#include "base/json_text.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/json_plain.h"

enum {
    DEPTH_MAX = 64, /* deeper may be a loop, which jansson sees */
    INTEGER_SIZE = 24,
    REAL_SIZE = 64,
    TEXT_FIRST = 240, /* bytes, so that most texts grow no more */
    SORTED_MAX = 32   /* members; more are sorted by jansson, which is quicker then */
};

static bool write_any(struct buf *out, const json_t *json, size_t flags, int depth);

static bool leave_to_jansson(struct buf *out, const json_t *json, size_t flags)
{
    char *text = json_dumps(json, JSON_COMPACT | JSON_ENCODE_ANY | flags);
    bool written = text && buf_puts(out, text);
    free(text);
    return written;
}

/* In quotes, whose backslashes and quotes are escaped; *usual: all others stood for themselves. */
static bool write_usual(struct buf *out, const char *text, size_t size, bool *usual)
{
    const char *end = text + size;
    bool ok = buf_putc(out, '"');
    for (const char *from = text; ok && *usual && from < end;) {
        const char *at = json_plain_end(from, end);
        ok = at == from || buf_add(out, from, (size_t)(at - from));
        *usual = at == end || *at == '"' || *at == '\\';
        if (ok && *usual && at < end) {
            const char escape[] = {'\\', *at++};
            ok = buf_add(out, escape, sizeof escape);
        }
        from = at;
    }
    return ok && buf_putc(out, '"');
}

/* Control characters have escapes of their own, and others than ASCII are to be checked. */
static bool write_chars(struct buf *out, const char *text, size_t size, const json_t *json)
{
    size_t before = out->len;
    bool usual = true;
    bool written = write_usual(out, text, size, &usual);
    if (!written || usual)
        return written;
    out->len = before;
    return leave_to_jansson(out, json, 0);
}

static bool write_string(struct buf *out, const json_t *json)
{
    return write_chars(out, json_string_value(json), json_string_length(json), json);
}

static bool write_key(struct buf *out, const char *key, size_t size)
{
    json_t *string = NULL;
    bool plain = json_plain_end(key, key + size) == key + size;
    if (!plain)
        string = json_stringn_nocheck(key, size);
    bool ok = (plain || string) && write_chars(out, key, size, string) && buf_putc(out, ':');
    json_decref(string);
    return ok;
}

static bool write_member(struct buf *out, void *at, size_t flags, int depth)
{
    return write_key(out, json_object_iter_key(at), json_object_iter_key_len(at)) &&
           write_any(out, json_object_iter_value(at), flags, depth);
}

/* By their bytes; of two that begin alike the shorter one comes first. */
static bool is_behind(void *a, void *b)
{
    size_t n = json_object_iter_key_len(a), m = json_object_iter_key_len(b);
    int order = memcmp(json_object_iter_key(a), json_object_iter_key(b), n < m ? n : m);
    return order > 0 || (order == 0 && n > m);
}

static bool write_sorted(struct buf *out, json_t *object, size_t flags, int depth)
{
    void *members[SORTED_MAX];
    size_t n = 0;
    for (void *at = json_object_iter(object); at; at = json_object_iter_next(object, at), n++) {
        size_t place = n;
        for (; place > 0 && is_behind(members[place - 1], at); place--)
            members[place] = members[place - 1];
        members[place] = at;
    }
    bool ok = true;
    for (size_t i = 0; ok && i < n; i++)
        ok = (i == 0 || buf_putc(out, ',')) && write_member(out, members[i], flags, depth);
    return ok;
}

static bool write_unsorted(struct buf *out, json_t *object, size_t flags, int depth)
{
    bool ok = true;
    void *first = json_object_iter(object);
    for (void *at = first; ok && at; at = json_object_iter_next(object, at))
        ok = (at == first || buf_putc(out, ',')) && write_member(out, at, flags, depth);
    return ok;
}

static bool write_object(struct buf *out, const json_t *json, size_t flags, int depth)
{
    json_t *object = (json_t *)json; /* jansson's iterators change nothing */
    bool sorted = flags & JSON_SORT_KEYS;
    if (sorted && json_object_size(json) > SORTED_MAX)
        return leave_to_jansson(out, json, flags);
    return buf_putc(out, '{') &&
           (sorted ? write_sorted : write_unsorted)(out, object, flags, depth) &&
           buf_putc(out, '}');
}

static bool write_array(struct buf *out, const json_t *json, size_t flags, int depth)
{
    bool ok = buf_putc(out, '[');
    for (size_t i = 0; ok && i < json_array_size(json); i++)
        ok =
            (i == 0 || buf_putc(out, ',')) && write_any(out, json_array_get(json, i), flags, depth);
    return ok && buf_putc(out, ']');
}

static bool write_integer(struct buf *out, const json_t *json)
{
    char text[INTEGER_SIZE];
    int n = snprintf(text, sizeof text, "%" JSON_INTEGER_FORMAT, json_integer_value(json));
    return buf_add(out, text, (size_t)n);
}

/* An exponent without its plus and without leading zeros. */
static void shorten_exponent(char *text)
{
    char *to = strchr(text, 'e'), *from;
    if (!to)
        return;
    to += to[1] == '-' ? 2 : 1;
    for (from = to; *from == '+' || *from == '0'; from++)
        ;
    memmove(to, from, strlen(from) + 1);
}

/* What another locale writes is jansson's to repair. */
static bool write_real(struct buf *out, const json_t *json, size_t flags)
{
    char text[REAL_SIZE];
    int digits = (int)(flags >> 11 & 0x1f);
    snprintf(text, sizeof text, "%.*g", digits ? digits : 17, json_real_value(json));
    if (text[strspn(text, "0123456789+-.e")] != '\0')
        return leave_to_jansson(out, json, flags);
    shorten_exponent(text);
    return buf_puts(out, text) && (strpbrk(text, ".e") || buf_puts(out, ".0"));
}

static bool write_any(struct buf *out, const json_t *json, size_t flags, int depth)
{
    if (!json || depth == DEPTH_MAX)
        return leave_to_jansson(out, json, flags);
    switch (json_typeof(json)) {
    case JSON_OBJECT:
        return write_object(out, json, flags, depth + 1);
    case JSON_ARRAY:
        return write_array(out, json, flags, depth + 1);
    case JSON_STRING:
        return write_string(out, json);
    case JSON_INTEGER:
        return write_integer(out, json);
    case JSON_REAL:
        return write_real(out, json, flags);
    case JSON_TRUE:
        return buf_puts(out, "true");
    case JSON_FALSE:
        return buf_puts(out, "false");
    default:
        return buf_puts(out, "null");
    }
}

char *json_text(const json_t *json, size_t flags, size_t *size)
{
    struct buf out = BUF_INIT(JSON_TEXT_MAX);
    if (!buf_room(&out, TEXT_FIRST) || !write_any(&out, json, flags, 0)) {
        buf_free(&out);
        return NULL;
    }
    if (size)
        *size = out.len;
    return out.data;
}
