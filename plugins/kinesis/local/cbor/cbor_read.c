/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reading CBOR. By hand: a value is a head of at most 9 bytes and what it announces, and a library
 * that builds a tree reserves what a hostile head announces.
 */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>

#include "cbor/cbor_form.h"
#include "cbor/cbor_parts.h"
#include "text.h"

enum { DEPTH_MAX = 32 };

struct reader {
    const unsigned char *at, *end;
    int depth;
};

struct head {
    enum cbor_major major;
    unsigned kind;  /* the low five bits */
    uint64_t value; /* number, length, tag, or the bits of a float */
};

static bool read_head(struct reader *r, struct head *head)
{
    if (r->at == r->end)
        return false;
    unsigned byte = *r->at++;
    head->major = (enum cbor_major)(byte >> 5);
    head->kind = byte & 31;
    head->value = head->kind;
    if (head->kind < 24 || head->kind == CBOR_ENDLESS)
        return true;
    size_t n = head->kind > 27 ? 0 : (size_t)1 << (head->kind - 24);
    if (n == 0 || (size_t)(r->end - r->at) < n)
        return false;
    for (head->value = 0; n > 0; n--)
        head->value = head->value << 8 | *r->at++;
    return true;
}

static bool at_break(struct reader *r)
{
    if (r->at < r->end && *r->at == CBOR_BREAK_BYTE) {
        r->at++;
        return true;
    }
    return false;
}

/* The bytes of a string, of all its pieces. */
static bool read_bytes(struct reader *r, const struct head *head, struct text *out)
{
    if (head->kind != CBOR_ENDLESS) {
        if (head->value > (uint64_t)(r->end - r->at))
            return false;
        text_append(out, (const char *)r->at, (size_t)head->value);
        r->at += head->value;
        return !out->failed;
    }
    while (!at_break(r)) {
        struct head piece;
        if (!read_head(r, &piece) || piece.major != head->major || piece.kind == CBOR_ENDLESS ||
            !read_bytes(r, &piece, out))
            return false;
    }
    return true;
}

static json_t *read_string(struct reader *r, const struct head *head)
{
    struct text bytes = {NULL};
    json_t *json = NULL;
    text_append(&bytes, "", 0);
    if (read_bytes(r, head, &bytes)) {
        json = head->major == CBOR_BYTES ? slrun_base64_json(bytes.data, bytes.size)
               : memchr(bytes.data, '\0', bytes.size) == NULL ? json_stringn(bytes.data, bytes.size)
                                                              : NULL;
    }
    text_free(&bytes);
    return json;
}

static json_t *read_value(struct reader *r);

static bool more(struct reader *r, const struct head *head, uint64_t i)
{
    return head->kind == CBOR_ENDLESS ? !at_break(r) : i < head->value;
}

static json_t *read_array(struct reader *r, const struct head *head)
{
    json_t *array = json_array();
    for (uint64_t i = 0; more(r, head, i); i++) {
        if (json_array_append_new(array, read_value(r)) != 0) {
            json_decref(array);
            return NULL;
        }
    }
    return array;
}

static bool read_member(struct reader *r, json_t *map)
{
    json_t *key = read_value(r);
    bool ok =
        json_is_string(key) && json_object_set_new(map, json_string_value(key), read_value(r)) == 0;
    json_decref(key);
    return ok;
}

static json_t *read_map(struct reader *r, const struct head *head)
{
    json_t *map = json_object();
    for (uint64_t i = 0; more(r, head, i); i++) {
        if (!read_member(r, map)) {
            json_decref(map);
            return NULL;
        }
    }
    return map;
}

/* A moment: whole numbers are milliseconds, as the SDKs write them; others seconds, as in the RFC.
 * Other tags say nothing that matters here. */
static json_t *read_tagged(struct reader *r, uint64_t tag)
{
    json_t *value = read_value(r);
    if (tag == CBOR_TAG_EPOCH && json_is_integer(value)) {
        json_t *seconds = json_real((double)json_integer_value(value) / CBOR_MILLIS);
        json_decref(value);
        return seconds;
    }
    return value;
}

static double half(uint64_t bits)
{
    int exponent = (int)(bits >> 10 & 31);
    double fraction = (double)(bits & 1023);
    double value = exponent == 0    ? ldexp(fraction, -24)
                   : exponent == 31 ? INFINITY
                                    : ldexp(fraction + 1024, exponent - 25);
    return (bits & 0x8000) != 0 ? -value : value;
}

static json_t *read_float(const struct head *head)
{
    float single;
    double number;
    uint32_t low = (uint32_t)head->value;
    if (head->kind == CBOR_HALF) {
        number = half(head->value);
    } else if (head->kind == CBOR_SINGLE) {
        memcpy(&single, &low, sizeof single);
        number = (double)single;
    } else {
        memcpy(&number, &head->value, sizeof number);
    }
    return json_real(number); /* NULL for what is not finite */
}

static json_t *read_simple(const struct head *head)
{
    switch (head->kind) {
    case CBOR_FALSE:
        return json_false();
    case CBOR_TRUE:
        return json_true();
    case CBOR_NULL:
    case CBOR_UNDEFINED:
        return json_null();
    case CBOR_HALF:
    case CBOR_SINGLE:
    case CBOR_DOUBLE:
        return read_float(head);
    default:
        return NULL;
    }
}

static json_t *read_kind(struct reader *r, const struct head *head)
{
    switch (head->major) {
    case CBOR_UNSIGNED:
    case CBOR_NEGATIVE:
        if (head->kind == CBOR_ENDLESS || head->value > INT64_MAX)
            return NULL;
        return json_integer(head->major == CBOR_UNSIGNED ? (json_int_t)head->value
                                                         : -1 - (json_int_t)head->value);
    case CBOR_BYTES:
    case CBOR_TEXT:
        return read_string(r, head);
    case CBOR_ARRAY:
        return read_array(r, head);
    case CBOR_MAP:
        return read_map(r, head);
    case CBOR_TAG:
        return head->kind == CBOR_ENDLESS ? NULL : read_tagged(r, head->value);
    case CBOR_SIMPLE:
        return read_simple(head);
    }
    return NULL;
}

static json_t *read_value(struct reader *r)
{
    struct head head;
    if (r->depth == DEPTH_MAX || !read_head(r, &head))
        return NULL;
    r->depth++;
    json_t *json = read_kind(r, &head);
    r->depth--;
    return json;
}

json_t *cbor_form_read(const void *data, size_t size)
{
    struct reader r = {.at = data, .end = (const unsigned char *)data + size};
    json_t *json = read_value(&r);
    if (json != NULL && r.at != r.end) {
        json_decref(json);
        return NULL;
    }
    return json;
}
