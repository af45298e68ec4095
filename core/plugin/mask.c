/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/mask.h"

#include <ctype.h>
#include <jansson.h>
#include <slrun/base64.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "plugin/mask_words.h"

enum { FORM_MAX = 64 * 1024 * 1024 };

/* Headers whose value is a secret. */
static const char *const headers[] = {
    "authorization",
    "proxy-authorization",
    "x-amz-security-token",
    "cookie",
    "set-cookie",
    "x-api-key",
    "x-amz-mfa",
    "x-amz-cf-signed-cookies",
    "x-amz-s3session-token",
};

/* Headers of which a part of the name tells so. */
static const char *const parts[] = {"password", "secret", "customer-key", "signature",
                                    "credential"};

/* Parameters of a signed query, also where the query is itself encoded. */
static const char *const signed_names[] = {"X-Amz-Signature", "X-Amz-Credential",
                                           "X-Amz-Security-Token"};
static const char *const equals[] = {"=", "%3D", "%3d", "\\u003d", "\\u003D"};

static bool holds(const char *name, const char *part)
{
    size_t n = strlen(part);
    for (; *name; name++)
        if (strncasecmp(name, part, n) == 0)
            return true;
    return false;
}

bool mask_header_is_listed(const char *name)
{
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
        if (strcasecmp(headers[i], name) == 0)
            return true;
    return false;
}

bool mask_header(const char *name)
{
    if (!mask_has_word(name, strlen(name)))
        return false;
    if (mask_header_is_listed(name))
        return true;
    size_t n = strlen(name);
    if (n >= 5 && strcasecmp(name + n - 5, "token") == 0)
        return true;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (holds(name, parts[i]) && !holds(name, "md5"))
            return true;
    return false;
}

static void add_form(struct mask *mask, const struct buf *form)
{
    for (size_t i = 0; i < mask->n; i++)
        if (strcmp(mask->forms[i], buf_str(form)) == 0)
            return;
    if (mask->n == mask->cap) {
        size_t cap = mask->cap ? mask->cap * 2 : 16;
        char **more = realloc(mask->forms, cap * sizeof *more);
        mask->failed |= !more;
        if (!more)
            return;
        mask->forms = more;
        mask->cap = cap;
    }
    char *copy = form->failed ? NULL : strdup(buf_str(form));
    mask->failed |= !copy;
    if (copy) {
        mask->forms[mask->n++] = copy;
        mask->begins[(unsigned char)*copy] = true;
    }
    mask->sorted = false;
}

static void as_it_is(struct buf *to, const char *value)
{
    buf_puts(to, value);
}

static void in_json(struct buf *to, const char *value)
{
    json_t *text = json_string_nocheck(value);
    char *dump = json_dumps(text, JSON_ENCODE_ANY);
    if (dump)
        buf_add(to, dump + 1, strlen(dump) - 2);
    free(dump);
    json_decref(text);
}

/* Quotes may be escaped or not. */
static void in_xml(struct buf *to, const char *value)
{
    for (; *value; value++)
        if (*value == '&')
            buf_puts(to, "&amp;");
        else if (*value == '<')
            buf_puts(to, "&lt;");
        else if (*value == '>')
            buf_puts(to, "&gt;");
        else
            buf_putc(to, *value);
}

static void in_xml_quoted(struct buf *to, const char *value)
{
    struct buf text = BUF_INIT(FORM_MAX);
    in_xml(&text, value);
    for (const char *at = buf_str(&text); *at; at++)
        if (*at == '"')
            buf_puts(to, "&quot;");
        else if (*at == '\'')
            buf_puts(to, "&apos;");
        else
            buf_putc(to, *at);
    to->failed |= text.failed;
    buf_free(&text);
}

static void encode(struct buf *to, const char *value, const char *unreserved)
{
    for (; *value; value++)
        if (isalnum((unsigned char)*value) || strchr(unreserved, *value))
            buf_putc(to, *value);
        else
            buf_printf(to, "%%%02X", (unsigned char)*value);
}

/* As SigV4 has it, and as paths have it. */
static void in_query(struct buf *to, const char *value)
{
    encode(to, value, "-._~");
}

static void in_path(struct buf *to, const char *value)
{
    encode(to, value, "-._~/");
}

static void in_base64(struct buf *to, const char *value)
{
    size_t n = strlen(value), length;
    char *text = n < FORM_MAX / 2 ? slrun_base64_text(value, n, &length) : NULL;
    to->failed |= !text;
    if (!text)
        return;
    buf_add(to, text, length);
    free(text);
}

void mask_add(struct mask *mask, const char *value)
{
    static void (*const ways[])(struct buf * to, const char *value) = {
        as_it_is, in_json, in_xml, in_xml_quoted, in_query, in_path, in_base64};
    size_t n = value ? strlen(value) : 0;
    mask->has_short |= n > 0 && n < MASK_SHORTEST;
    if (n < MASK_SHORTEST)
        return;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        struct buf form = BUF_INIT(FORM_MAX);
        ways[i](&form, value);
        if (form.len > 0 || form.failed)
            add_form(mask, &form);
        buf_free(&form);
    }
}

void mask_free(struct mask *mask)
{
    for (size_t i = 0; i < mask->n; i++)
        free(mask->forms[i]);
    free(mask->forms);
    mask->forms = NULL;
    mask->n = mask->cap = 0;
    memset(mask->begins, 0, sizeof mask->begins);
}

static int by_length(const void *a, const void *b)
{
    size_t x = strlen(*(char *const *)a), y = strlen(*(char *const *)b);
    return (x < y) - (x > y);
}

/* The length of the longest secret of this mask that begins here, or 0. */
static size_t own_secret_at(const struct mask *mask, const char *at, size_t left)
{
    if (!mask->begins[(unsigned char)*at])
        return 0;
    for (size_t i = 0; i < mask->n; i++) {
        size_t n = strlen(mask->forms[i]);
        if (*at == *mask->forms[i] && n <= left && memcmp(at, mask->forms[i], n) == 0)
            return n;
    }
    return 0;
}

/* The same with what is known besides. */
static size_t secret_at(const struct mask *mask, const char *at, size_t left)
{
    size_t own = own_secret_at(mask, at, left);
    size_t known = mask->known ? own_secret_at(mask->known, at, left) : 0;
    return own > known ? own : known;
}

/* The length of "X-Amz-Signature=" where it stands here, or 0. */
static size_t signed_at(const char *at, size_t left)
{
    for (size_t i = 0; i < sizeof signed_names / sizeof *signed_names; i++) {
        size_t n = strlen(signed_names[i]);
        if (left <= n || strncasecmp(at, signed_names[i], n) != 0)
            continue;
        for (size_t e = 0; e < sizeof equals / sizeof *equals; e++) {
            size_t m = strlen(equals[e]);
            if (n + m <= left && memcmp(at + n, equals[e], m) == 0)
                return n + m;
        }
    }
    return 0;
}

/* Of the value behind it: until what separates parameters, encoded or not. */
static size_t value_length(const char *at, size_t left)
{
    size_t n = 0;
    for (; n < left && !strchr("& \t\r\n\"'<>,;)}\\", at[n]) && at[n]; n++)
        if (n + 2 < left && strncasecmp(at + n, "%26", 3) == 0)
            break;
    return n;
}

/* Of "user:password" behind "://", before an @; else 0. */
static size_t user_length(const char *text, size_t at, size_t whole)
{
    if (at < 3 || memcmp(text + at - 3, "://", 3) != 0)
        return 0;
    for (size_t n = 0; at + n < whole && !strchr("/?# \t\r\n\"'<>\\", text[at + n]); n++)
        if (text[at + n] == '@')
            return n;
    return 0;
}

static void scan(const struct mask *mask, struct buf *to, const struct mask_shown *shown)
{
    const char *text = shown->bytes;
    size_t whole = shown->whole;
    for (size_t i = 0; i < shown->size;) {
        size_t left = whole - i, n = secret_at(mask, text + i, left);
        n = n ? n : user_length(text, i, whole);
        if (n > 0) {
            buf_puts(to, MASK_HIDDEN);
            i += n;
            continue;
        }
        n = (text[i] | 0x20) == 'x' ? signed_at(text + i, left) : 0;
        buf_add(to, text + i, n ? n : 1);
        i += n ? n : 1;
        if (n > 0) {
            buf_puts(to, MASK_HIDDEN);
            i += value_length(text + i, whole - i);
        }
    }
}

static void sort(struct mask *mask)
{
    if (!mask->sorted && mask->n > 0)
        qsort(mask->forms, mask->n, sizeof *mask->forms, by_length);
    mask->sorted = true;
}

static bool has_failed(const struct mask *mask)
{
    return mask->failed || (mask->known && mask->known->failed);
}

static bool has_secret(const struct mask *mask, const char *bytes, size_t size)
{
    if (mask->n == 0)
        return false;
    for (size_t i = 0; i < size; i++)
        if (own_secret_at(mask, bytes + i, size - i))
            return true;
    return false;
}

bool mask_is_needless(const struct mask *mask, const char *bytes, size_t size)
{
    return !has_failed(mask) && !mask_has_word(bytes, size) && !memchr(bytes, '@', size) &&
           !has_secret(mask, bytes, size) && !(mask->known && has_secret(mask->known, bytes, size));
}

void mask_bytes(struct mask *mask, struct buf *to, const struct mask_shown *shown)
{
    sort(mask);
    if (mask->known)
        sort(mask->known);
    if (has_failed(mask))
        buf_puts(to, MASK_HIDDEN);
    else
        scan(mask, to, shown);
}

void mask_text(struct mask *mask, struct buf *text)
{
    if (mask->last && !has_failed(mask))
        mask->last(mask->arg, text);
}
