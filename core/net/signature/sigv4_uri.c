/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The canonical URI and the canonical query string ("Create a canonical request", IAM User Guide).
 *
 * S3 signs the key encoded once and never normalised. Every other service signs the normalised path
 * as it was sent, encoded once more ("%3A" becomes "%253A").
 */
#include "net/signature/sigv4_parts.h"

#include <stdlib.h>

#include "base/percent.h"

static bool is_unreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

void sigv4_add_encoded(struct sigv4_text *t, struct sigv4_slice bytes, bool keep_slash)
{
    static const char digits[] = "0123456789ABCDEF";
    for (size_t i = 0; i < bytes.size; i++) {
        char c = bytes.at[i];
        if (is_unreserved(c) || (keep_slash && c == '/')) {
            sigv4_addc(t, c);
        } else {
            unsigned char byte = (unsigned char)c;
            sigv4_add(t, (char[]){'%', digits[byte >> 4], digits[byte & 15]}, 3);
        }
    }
}

/* The byte at *at, decoded when an escape begins there; *at is left at its last character. A '%'
 * that begins no escape stands for itself; '+' is a plus sign: AWS signs a space as "%20" only. */
static char decode_at(struct sigv4_slice bytes, size_t *at)
{
    int byte = percent_byte(bytes.at + *at, bytes.size - *at);
    if (byte < 0)
        return bytes.at[*at];
    *at += 2;
    return (char)byte;
}

size_t sigv4_decode(char *to, struct sigv4_slice bytes)
{
    size_t size = 0;
    for (size_t i = 0; i < bytes.size; i++)
        to[size++] = decode_at(bytes, &i);
    return size;
}

/* Decodes and encodes again, so that "%c3", a raw byte and "%C3" become the same. */
static void add_recoded(struct sigv4_text *t, struct sigv4_slice bytes, bool keep_slash)
{
    for (size_t i = 0; i < bytes.size; i++) {
        char c = decode_at(bytes, &i);
        /* A slash that was sent escaped belongs to the key; S3 signs it as a slash all the same. */
        sigv4_add_encoded(t, (struct sigv4_slice){&c, 1}, keep_slash);
    }
}

/* Resolves "." and "..", joins slashes, keeps a slash at the end (RFC 3986, section 5.2.4, but for
 * the end of "/a/b/..": "/a", as the SDKs do). */
static void normalise(struct sigv4_text *out, struct sigv4_slice path)
{
    const char *end = path.at + path.size;
    for (const char *at = path.at; at < end;) {
        const char *slash = memchr(at, '/', (size_t)(end - at));
        size_t size = slash ? (size_t)(slash - at) : (size_t)(end - at);
        if (size == 2 && at[0] == '.' && at[1] == '.') {
            while (out->size > 0 && out->at[--out->size] != '/') {
            }
        } else if (size > 0 && !(size == 1 && at[0] == '.')) {
            sigv4_addc(out, '/');
            sigv4_add(out, at, size);
        }
        at += size + 1;
    }
    if (out->size == 0 || path.at[path.size - 1] == '/')
        sigv4_addc(out, '/');
}

enum sigv4_status sigv4_add_path(struct sigv4 *s, struct sigv4_slice path, unsigned flags)
{
    if (path.size == 0)
        path = sigv4_slice_of("/");
    if (path.at[0] != '/')
        return SIGV4_MALFORMED;
    if (!(flags & SIGV4_KEEP_PATH) && path.size > 1) {
        if (!sigv4_reserve(&s->scratch, path.size + 1))
            return SIGV4_NO_MEMORY;
        normalise(&s->scratch, path);
        path = (struct sigv4_slice){s->scratch.at, s->scratch.size};
    }
    if (flags & SIGV4_ENCODE_ONCE)
        add_recoded(&s->canonical, path, true);
    else
        sigv4_add_encoded(&s->canonical, path, true);
    return SIGV4_OK;
}

static int compare_slices(struct sigv4_slice a, struct sigv4_slice b)
{
    int order = memcmp(a.at, b.at, a.size < b.size ? a.size : b.size);
    return order != 0 ? order : (a.size > b.size) - (a.size < b.size);
}

static int compare_parameters(const void *a, const void *b)
{
    const struct sigv4_field *left = a;
    const struct sigv4_field *right = b;
    int order = compare_slices(left->name, right->name);
    return order != 0 ? order : compare_slices(left->value, right->value);
}

/* Names are compared as lower case; equal ones keep their order (insertion is stable, and the
 * headers of a request are few). */
static void sort_headers(struct sigv4_field *fields, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        struct sigv4_field moved = fields[i];
        size_t at = i;
        for (; at > 0 && compare_slices(fields[at - 1].name, moved.name) > 0; at--)
            fields[at] = fields[at - 1];
        fields[at] = moved;
    }
}

void sigv4_sort(struct sigv4_field *fields, size_t n, bool by_value)
{
    if (by_value)
        qsort(fields, n, sizeof *fields, compare_parameters);
    else
        sort_headers(fields, n);
}

/* Encodes one "name=value" into scratch; "name" alone has an empty value. */
static struct sigv4_field encode_parameter(struct sigv4_text *scratch, struct sigv4_slice pair)
{
    const char *equals = memchr(pair.at, '=', pair.size);
    size_t name_size = equals ? (size_t)(equals - pair.at) : pair.size;
    size_t value_size = equals ? pair.size - name_size - 1 : 0;
    size_t start = scratch->size;
    add_recoded(scratch, (struct sigv4_slice){pair.at, name_size}, false);
    size_t middle = scratch->size;
    add_recoded(scratch, (struct sigv4_slice){pair.at + pair.size - value_size, value_size}, false);
    return (struct sigv4_field){{scratch->at + start, middle - start},
                                {scratch->at + middle, scratch->size - middle}};
}

enum sigv4_status sigv4_add_query(struct sigv4 *s, struct sigv4_slice query, const char *left_out)
{
    size_t n = 0;
    if (!sigv4_reserve(&s->scratch, 3 * query.size))
        return SIGV4_NO_MEMORY;
    for (size_t at = 0; at < query.size;) {
        const char *start = query.at + at;
        const char *amp = memchr(start, '&', query.size - at);
        size_t size = amp ? (size_t)(amp - start) : query.size - at;
        at += size + 1;
        if (size == 0)
            continue;
        if (n == SIGV4_FIELDS_MAX)
            return SIGV4_TOO_LARGE;
        s->fields[n] = encode_parameter(&s->scratch, (struct sigv4_slice){start, size});
        n += left_out == NULL || !sigv4_equals(s->fields[n].name, left_out);
    }
    sigv4_sort(s->fields, n, true);
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            sigv4_addc(&s->canonical, '&');
        sigv4_add(&s->canonical, s->fields[i].name.at, s->fields[i].name.size);
        sigv4_addc(&s->canonical, '=');
        sigv4_add(&s->canonical, s->fields[i].value.at, s->fields[i].value.size);
    }
    return SIGV4_OK;
}
