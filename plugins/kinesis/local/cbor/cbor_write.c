/* SPDX-License-Identifier: Apache-2.0 */
/* Writing CBOR. */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>

#include "cbor/cbor_form.h"
#include "cbor/cbor_parts.h"
#include "text.h"

static void write_head(struct text *out, enum cbor_major major, uint64_t value)
{
    unsigned char bytes[9];
    size_t n = value < 24            ? 0
               : value <= 0xff       ? 1
               : value <= 0xffff     ? 2
               : value <= 0xffffffff ? 4
                                     : 8;
    unsigned kind = n == 0 ? (unsigned)value : n == 1 ? 24 : n == 2 ? 25 : n == 4 ? 26 : 27;
    bytes[0] = (unsigned char)(major << 5 | kind);
    for (size_t i = 0; i < n; i++)
        bytes[1 + i] = (unsigned char)(value >> 8 * (n - 1 - i));
    text_append(out, (const char *)bytes, 1 + n);
}

static void write_simple(struct text *out, enum cbor_simple which)
{
    const char byte = (char)(CBOR_SIMPLE << 5 | which);
    text_append(out, &byte, 1);
}

static void write_integer(struct text *out, int64_t value)
{
    if (value >= 0)
        write_head(out, CBOR_UNSIGNED, (uint64_t)value);
    else
        write_head(out, CBOR_NEGATIVE, (uint64_t)(-1 - value));
}

static void write_double(struct text *out, double value)
{
    char bytes[8];
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    write_simple(out, CBOR_DOUBLE);
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)(bits >> 8 * (7 - i));
    text_append(out, bytes, sizeof bytes);
}

/* The base64 is ours or has been checked. */
static void write_blob(struct text *out, const json_t *json)
{
    size_t size = 0;
    char *bytes = slrun_base64_bytes(json_string_value(json), json_string_length(json), &size);
    if (bytes == NULL) {
        out->failed = true;
        return;
    }
    write_head(out, CBOR_BYTES, size);
    text_append(out, bytes, size);
    free(bytes);
}

static void write_value(struct text *out, const json_t *json);

/* Whether the member of that name is a time, where it is a number: ...Timestamp, StartedAt. */
static bool is_time(const char *key)
{
    static const char *const ends[] = {"Timestamp", "At"};
    size_t n = strlen(key);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t s = strlen(ends[i]);
        if (n >= s && strcmp(key + n - s, ends[i]) == 0)
            return true;
    }
    return false;
}

static void write_member(struct text *out, const char *key, const json_t *value)
{
    size_t n = strlen(key);
    write_head(out, CBOR_TEXT, n);
    text_append(out, key, n);
    if (json_is_string(value) && strcmp(key, "Data") == 0) {
        write_blob(out, value);
    } else if (json_is_number(value) && is_time(key)) {
        write_head(out, CBOR_TAG, CBOR_TAG_EPOCH);
        write_integer(out, llround(json_number_value(value) * CBOR_MILLIS));
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
        write_head(out, CBOR_MAP, json_object_size(json));
        json_object_foreach ((json_t *)(uintptr_t)json, key, value)
            write_member(out, key, value);
        break;
    case JSON_ARRAY:
        write_head(out, CBOR_ARRAY, json_array_size(json));
        json_array_foreach ((json_t *)(uintptr_t)json, i, value)
            write_value(out, value);
        break;
    case JSON_STRING:
        write_head(out, CBOR_TEXT, json_string_length(json));
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
        write_simple(out, json_is_true(json) ? CBOR_TRUE : CBOR_FALSE);
        break;
    case JSON_NULL:
        write_simple(out, CBOR_NULL);
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
