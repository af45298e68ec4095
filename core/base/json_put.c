/* SPDX-License-Identifier: Apache-2.0 */
#include "base/json_put.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_plain.h"
#include "base/json_text.h"
#include "base/number.h"
#include "base/text.h"

/* Nothing was put yet where a bracket was opened, a line begun, or another text goes before. */
static bool is_first(const struct buf *to)
{
    char last = to->len > 0 ? to->data[to->len - 1] : ' ';
    return last == '{' || last == '[' || last == ' ' || last == '\t' || last == '\n';
}

/* Room for `more` bytes; NULL: there is none. Mostly there is some: this is asked for each value.
 */
static inline char *room(struct buf *to, size_t more)
{
    bool there = !to->failed && to->cap > to->len && more < to->cap - to->len;
    return there ? to->data + to->len : buf_room(to, more);
}

/* It is used until `end`. */
static inline void used(struct buf *to, char *end)
{
    to->len = (size_t)(end - to->data);
    *end = '\0';
}

static char *copy(char *to, const char *from, size_t size)
{
    memcpy(to, from, size);
    return to + size;
}

/* Writes what stands before a value of at most `size` bytes; where it is to stand, or NULL. */
static char *begin(struct buf *to, const char *key, size_t size)
{
    size_t n = key ? strlen(key) : 0;
    bool first = is_first(to);
    char *at = room(to, n + size + sizeof ",\"\":");
    if (!at)
        return NULL;
    if (!first)
        *at++ = ',';
    if (!key)
        return at;
    *at++ = '"';
    at = copy(at, key, n);
    *at++ = '"';
    *at++ = ':';
    return at;
}

void json_put_key(struct buf *to, const char *key)
{
    char *at = begin(to, key, 0);
    if (at)
        used(to, at);
}

void json_put_open(struct buf *to, const char *key, char bracket)
{
    char *at = begin(to, key, 1);
    if (!at)
        return;
    *at++ = bracket;
    used(to, at);
}

void json_put_close(struct buf *to, char bracket)
{
    char *at = room(to, 1);
    if (!at)
        return;
    *at++ = bracket;
    used(to, at);
}

/* Strings ------------------------------------------------------------------------------------- */

static size_t plain_run(const char *text, size_t size)
{
    return (size_t)(json_plain_end(text, text + size) - text);
}

static void put_escape(struct buf *to, char c)
{
    static const char of[] = "\"\\\b\f\n\r\t", as[] = "\"\\bfnrt";
    const char *at = c ? strchr(of, c) : NULL;
    if (at)
        buf_add(to, (char[]){'\\', as[at - of]}, 2);
    else
        buf_printf(to, "\\u%04X", (unsigned)(unsigned char)c);
}

/* One character that is no plain one; how many bytes it has. */
static size_t put_other(struct buf *to, const char *text, size_t left)
{
    size_t n = text_char_in(text, left);
    if (n == 0)
        buf_puts(to, "\xef\xbf\xbd");
    else if (n == 1)
        put_escape(to, *text);
    else
        buf_add(to, text, n);
    return n ? n : 1;
}

/* Most others are quotes, of text that is JSON itself. */
void json_escape(struct buf *to, const char *text, size_t size)
{
    for (const char *from = text, *end = text + size; from < end;) {
        const char *stop = json_plain_end(from, end);
        char *at = room(to, (size_t)(stop - from) + 2);
        if (!at)
            return;
        at = copy(at, from, (size_t)(stop - from));
        bool simple = stop < end && (*stop == '"' || *stop == '\\');
        if (simple) {
            *at++ = '\\';
            *at++ = *stop;
        }
        used(to, at);
        from = stop + simple;
        if (stop < end && !simple)
            from += put_other(to, stop, (size_t)(end - stop));
    }
}

/* What needs no escape, mostly all of it, is written at once. */
void json_put_bytes(struct buf *to, const char *key, const char *text, size_t size)
{
    size_t plain = plain_run(text, size);
    char *at = begin(to, key, plain + 2);
    if (!at)
        return;
    *at++ = '"';
    at = copy(at, text, plain);
    if (plain == size)
        *at++ = '"';
    used(to, at);
    if (plain == size)
        return;
    json_escape(to, text + plain, size - plain);
    buf_putc(to, '"');
}

void json_put_text(struct buf *to, const char *key, const char *text)
{
    if (text)
        json_put_bytes(to, key, text, strlen(text));
    else
        json_put_raw(to, key, "null", 4);
}

/* Other values -------------------------------------------------------------------------------- */

void json_put_raw(struct buf *to, const char *key, const char *json, size_t size)
{
    char *at = begin(to, key, size);
    if (at)
        used(to, copy(at, json, size));
}

void json_put_integer(struct buf *to, const char *key, int64_t n)
{
    char *at = begin(to, key, NUMBER_SIZE);
    if (at)
        used(to, number_put(at, n));
}

void json_put_bool(struct buf *to, const char *key, bool value)
{
    json_put_raw(to, key, value ? "true" : "false", value ? 4 : 5);
}

void json_put_real(struct buf *to, const char *key, double value, unsigned digits)
{
    char *at = isfinite(value) ? begin(to, key, NUMBER_SIZE) : NULL;
    if (at)
        used(to, number_put_short(at, value, digits));
    else
        json_put_raw(to, key, "null", 4);
}

void json_put_json(struct buf *to, const char *key, const json_t *json)
{
    size_t size = 4;
    char *text = json ? json_text(json, JSON_REAL_PRECISION(15), &size) : NULL;
    to->failed |= json && !text;
    json_put_raw(to, key, text ? text : "null", size);
    free(text);
}
