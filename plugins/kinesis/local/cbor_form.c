/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reading and writing CBOR. By hand: a value is a head of at most 9 bytes and what it announces,
 * and a library that builds a tree reserves what a hostile head announces.
 */
#include "cbor_form.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/evp.h>

#include "text.h"

enum { DEPTH_MAX = 32, MILLIS = 1000, TAG_EPOCH = 1 };

enum major { UNSIGNED, NEGATIVE, BYTES, TEXT, ARRAY, MAP, TAG, SIMPLE };

enum simple {
    FALSE_ = 20,
    TRUE_ = 21,
    NULL_ = 22,
    UNDEFINED = 23,
    HALF = 25,
    SINGLE = 26,
    DOUBLE = 27
};

enum { ENDLESS = 31, BREAK_BYTE = 0xff };

/* ---- reading ---- */

struct reader {
    const unsigned char *at, *end;
    int depth;
};

struct head {
    enum major major;
    unsigned kind;  /* the low five bits */
    uint64_t value; /* number, length, tag, or the bits of a float */
};

static bool read_head(struct reader *r, struct head *head)
{
    if (r->at == r->end) {
        return false;
    }
    unsigned byte = *r->at++;
    head->major = (enum major)(byte >> 5);
    head->kind = byte & 31;
    head->value = head->kind;
    if (head->kind < 24 || head->kind == ENDLESS) {
        return true;
    }
    size_t n = head->kind > 27 ? 0 : (size_t)1 << (head->kind - 24);
    if (n == 0 || (size_t)(r->end - r->at) < n) {
        return false;
    }
    for (head->value = 0; n > 0; n--) {
        head->value = head->value << 8 | *r->at++;
    }
    return true;
}

static bool at_break(struct reader *r)
{
    if (r->at < r->end && *r->at == BREAK_BYTE) {
        r->at++;
        return true;
    }
    return false;
}

/* The bytes of a string, of all its pieces. */
static bool read_bytes(struct reader *r, const struct head *head, struct text *out)
{
    if (head->kind != ENDLESS) {
        if (head->value > (uint64_t)(r->end - r->at)) {
            return false;
        }
        text_append(out, (const char *)r->at, (size_t)head->value);
        r->at += head->value;
        return !out->failed;
    }
    while (!at_break(r)) {
        struct head piece;
        if (!read_head(r, &piece) || piece.major != head->major || piece.kind == ENDLESS ||
            !read_bytes(r, &piece, out)) {
            return false;
        }
    }
    return true;
}

static json_t *base64(const struct text *bytes)
{
    char *encoded = malloc((bytes->size + 2) / 3 * 4 + 1);
    json_t *json = NULL;
    if (encoded != NULL) {
        int n = EVP_EncodeBlock((unsigned char *)encoded, (const unsigned char *)bytes->data,
                                (int)bytes->size);
        json = json_stringn(encoded, (size_t)n);
    }
    free(encoded);
    return json;
}

static json_t *read_string(struct reader *r, const struct head *head)
{
    struct text bytes = {NULL};
    json_t *json = NULL;
    text_append(&bytes, "", 0);
    if (read_bytes(r, head, &bytes)) {
        json = head->major == BYTES                           ? base64(&bytes)
               : memchr(bytes.data, '\0', bytes.size) == NULL ? json_stringn(bytes.data, bytes.size)
                                                              : NULL;
    }
    text_free(&bytes);
    return json;
}

static json_t *read_value(struct reader *r);

static bool more(struct reader *r, const struct head *head, uint64_t i)
{
    return head->kind == ENDLESS ? !at_break(r) : i < head->value;
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
    if (tag == TAG_EPOCH && json_is_integer(value)) {
        json_t *seconds = json_real((double)json_integer_value(value) / MILLIS);
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
    if (head->kind == HALF) {
        number = half(head->value);
    } else if (head->kind == SINGLE) {
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
    case FALSE_:
        return json_false();
    case TRUE_:
        return json_true();
    case NULL_:
    case UNDEFINED:
        return json_null();
    case HALF:
    case SINGLE:
    case DOUBLE:
        return read_float(head);
    default:
        return NULL;
    }
}

static json_t *read_kind(struct reader *r, const struct head *head)
{
    switch (head->major) {
    case UNSIGNED:
    case NEGATIVE:
        if (head->kind == ENDLESS || head->value > INT64_MAX) {
            return NULL;
        }
        return json_integer(head->major == UNSIGNED ? (json_int_t)head->value
                                                    : -1 - (json_int_t)head->value);
    case BYTES:
    case TEXT:
        return read_string(r, head);
    case ARRAY:
        return read_array(r, head);
    case MAP:
        return read_map(r, head);
    case TAG:
        return head->kind == ENDLESS ? NULL : read_tagged(r, head->value);
    case SIMPLE:
        return read_simple(head);
    }
    return NULL;
}

static json_t *read_value(struct reader *r)
{
    struct head head;
    if (r->depth == DEPTH_MAX || !read_head(r, &head)) {
        return NULL;
    }
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

/* ---- writing ---- */

static void write_head(struct text *out, enum major major, uint64_t value)
{
    unsigned char bytes[9];
    size_t n = value < 24            ? 0
               : value <= 0xff       ? 1
               : value <= 0xffff     ? 2
               : value <= 0xffffffff ? 4
                                     : 8;
    unsigned kind = n == 0 ? (unsigned)value : n == 1 ? 24 : n == 2 ? 25 : n == 4 ? 26 : 27;
    bytes[0] = (unsigned char)(major << 5 | kind);
    for (size_t i = 0; i < n; i++) {
        bytes[1 + i] = (unsigned char)(value >> 8 * (n - 1 - i));
    }
    text_append(out, (const char *)bytes, 1 + n);
}

static void write_simple(struct text *out, enum simple which)
{
    const char byte = (char)(SIMPLE << 5 | which);
    text_append(out, &byte, 1);
}

static void write_integer(struct text *out, int64_t value)
{
    if (value >= 0) {
        write_head(out, UNSIGNED, (uint64_t)value);
    } else {
        write_head(out, NEGATIVE, (uint64_t)(-1 - value));
    }
}

static void write_double(struct text *out, double value)
{
    char bytes[8];
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    write_simple(out, DOUBLE);
    for (size_t i = 0; i < sizeof bytes; i++) {
        bytes[i] = (char)(bits >> 8 * (7 - i));
    }
    text_append(out, bytes, sizeof bytes);
}

/* The base64 is ours or has been checked. */
static void write_blob(struct text *out, const json_t *json)
{
    const char *encoded = json_string_value(json);
    size_t n = json_string_length(json);
    unsigned char *bytes = malloc(n / 4 * 3 + 1);
    if (bytes == NULL) {
        out->failed = true;
        return;
    }
    int size = n == 0 ? 0 : EVP_DecodeBlock(bytes, (const unsigned char *)encoded, (int)n);
    size -= size <= 0 ? 0 : (encoded[n - 1] == '=') + (encoded[n - 2] == '=');
    write_head(out, BYTES, size < 0 ? 0 : (uint64_t)size);
    text_append(out, (const char *)bytes, size < 0 ? 0 : (size_t)size);
    free(bytes);
}

static void write_value(struct text *out, const json_t *json);

static void write_member(struct text *out, const char *key, const json_t *value)
{
    static const char suffix[] = "Timestamp";
    size_t n = strlen(key), s = sizeof suffix - 1;
    write_head(out, TEXT, n);
    text_append(out, key, n);
    if (json_is_string(value) && strcmp(key, "Data") == 0) {
        write_blob(out, value);
    } else if (json_is_number(value) && n >= s && strcmp(key + n - s, suffix) == 0) {
        write_head(out, TAG, TAG_EPOCH);
        write_integer(out, llround(json_number_value(value) * MILLIS));
    } else {
        write_value(out, value);
    }
}

static void write_value(struct text *out, const json_t *json)
{
    const char *key;
    json_t *value;
    size_t i;
    switch (json_typeof(json)) {
    case JSON_OBJECT:
        write_head(out, MAP, json_object_size(json));
        json_object_foreach ((json_t *)(uintptr_t)json, key, value) {
            write_member(out, key, value);
        }
        break;
    case JSON_ARRAY:
        write_head(out, ARRAY, json_array_size(json));
        json_array_foreach ((json_t *)(uintptr_t)json, i, value) {
            write_value(out, value);
        }
        break;
    case JSON_STRING:
        write_head(out, TEXT, json_string_length(json));
        text_append(out, json_string_value(json), json_string_length(json));
        break;
    case JSON_INTEGER:
        write_integer(out, json_integer_value(json));
        break;
    case JSON_REAL:
        write_double(out, json_real_value(json));
        break;
    case JSON_TRUE:
    case JSON_FALSE:
        write_simple(out, json_is_true(json) ? TRUE_ : FALSE_);
        break;
    case JSON_NULL:
        write_simple(out, NULL_);
        break;
    }
}

char *cbor_form_write(const json_t *json, size_t *size)
{
    struct text out = {NULL};
    write_value(&out, json);
    if (out.failed) {
        text_free(&out);
        return NULL;
    }
    *size = out.size;
    return out.data;
}
