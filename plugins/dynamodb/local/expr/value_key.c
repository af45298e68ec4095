/* SPDX-License-Identifier: Apache-2.0 */
/* Copies and bytes of values: binaries, and sort keys that SQLite orders as DynamoDB does. */
#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>

#include "value_internal.h"

json_t *value_copy(const json_t *json)
{
    json_t *copy = json_copy(value_loose(json));
    if (copy != NULL && (json_object_size(copy) != json_object_size(json) ||
                         json_array_size(copy) != json_array_size(json))) {
        json_decref(copy);
        return NULL;
    }
    return copy;
}

json_t *value_deep_copy(const json_t *json)
{
    json_t *copy = json_deep_copy(json);
    if (copy != NULL && !json_equal(copy, json)) {
        json_decref(copy);
        return NULL;
    }
    return copy;
}

void value_bytes_free(struct value_bytes *bytes)
{
    free(bytes->data);
    *bytes = (struct value_bytes){NULL, 0};
}

static bool copy_bytes(const void *data, size_t size, struct value_bytes *out)
{
    *out = (struct value_bytes){NULL, 0};
    if (size == 0)
        return true;
    out->data = malloc(size);
    if (out->data == NULL)
        return false;
    memcpy(out->data, data, size);
    out->size = size;
    return true;
}

bool value_decode(const json_t *text, struct value_bytes *out)
{
    *out = (struct value_bytes){NULL, 0};
    if (!json_is_string(text))
        return false;
    size_t length = json_string_length(text);
    if (length == 0)
        return true;
    out->data = malloc(length);
    if (out->data == NULL)
        return false;
    long size = slrun_base64_read(json_string_value(text), length, out->data, length);
    if (size < 0) {
        value_bytes_free(out);
        return false;
    }
    out->size = (size_t)size;
    return true;
}

bool value_bytes_of(const json_t *value, struct value_bytes *out)
{
    const json_t *payload = value_payload(value);
    *out = (struct value_bytes){NULL, 0};
    switch (value_type_of(value)) {
    case VALUE_S:
        return json_is_string(payload) &&
               copy_bytes(json_string_value(payload), json_string_length(payload), out);
    case VALUE_B:
        return value_decode(payload, out);
    default:
        return false;
    }
}

bool value_key_encode(const json_t *value, struct value_bytes *out)
{
    unsigned char bytes[NUMBER_KEY_MAX];
    struct number number;
    if (value_type_of(value) != VALUE_N)
        return value_bytes_of(value, out);
    *out = (struct value_bytes){NULL, 0};
    return value_number(value_payload(value), &number) &&
           copy_bytes(bytes, number_encode(&number, bytes), out);
}

bool value_key_successor(const struct value_bytes *prefix, struct value_bytes *out, bool *unbounded)
{
    size_t size = prefix->size;
    *out = (struct value_bytes){NULL, 0};
    while (size > 0 && prefix->data[size - 1] == 0xFF)
        size--;
    *unbounded = size == 0;
    if (size == 0)
        return true;
    if (!copy_bytes(prefix->data, size, out))
        return false;
    out->data[size - 1]++;
    return true;
}

bool value_check_key(const char *name, const json_t *value, struct expr_error *error)
{
    enum value_type type = value_type_of(value);
    if ((type != VALUE_S && type != VALUE_B) || json_string_length(value_payload(value)) > 0)
        return true;
    return expr_fail(error,
                     "One or more parameter values are not valid. The AttributeValue for a key "
                     "attribute cannot contain an empty %s value. Key: %s",
                     type == VALUE_S ? "string" : "binary", name);
}

json_t *value_of_number(const struct number *number)
{
    char text[NUMBER_TEXT_MAX];
    size_t length = number_format(number, text);
    return json_pack("{s:s%}", "N", text, length);
}
