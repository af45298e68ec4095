/* SPDX-License-Identifier: Apache-2.0 */
/* Validation and canonical copies of the AttributeValues that hold no others. */
#include <string.h>

#include <slrun/base64.h>

#include "value_internal.h"

bool value_fail_shape(struct expr_error *error, const char *message)
{
    return expr_fail_as(error, EXPR_ERROR_SERIALIZATION, "%s", message);
}

/* The message for JSON of the wrong kind where `target` ("String", "Boolean") stands. */
static bool fail_conversion(const json_t *json, const char *target, struct expr_error *error)
{
    switch (json_typeof(json)) {
    case JSON_TRUE:
    case JSON_FALSE:
        return expr_fail_as(error, EXPR_ERROR_SERIALIZATION, "%s cannot be converted to %s",
                            json_is_true(json) ? "TRUE_VALUE" : "FALSE_VALUE", target);
    case JSON_INTEGER:
    case JSON_REAL:
        return expr_fail_as(error, EXPR_ERROR_SERIALIZATION, "%s cannot be converted to %s",
                            json_is_integer(json) ? "NUMBER_VALUE" : "DECIMAL_VALUE", target);
    case JSON_ARRAY:
        return expr_fail_as(error, EXPR_ERROR_SERIALIZATION,
                            "Unrecognized collection type class java.lang.%s", target);
    default:
        return value_fail_shape(error, "Start of structure or map found where not expected");
    }
}

json_t *value_copy_string(const json_t *json, struct expr_error *error)
{
    if (!json_is_string(json)) {
        fail_conversion(json, "String", error);
        return NULL;
    }
    return json_incref(value_loose(json)); /* strings are never changed in place */
}

json_t *value_copy_number(const json_t *json, struct expr_error *error)
{
    struct number number;
    char text[NUMBER_TEXT_MAX];
    if (!json_is_string(json)) {
        fail_conversion(json, "String", error);
        return NULL;
    }
    if (!number_parse(json_string_value(json), json_string_length(json), &number, error))
        return NULL;
    number_format(&number, text);
    if (strcmp(text, json_string_value(json)) == 0)
        return json_incref(value_loose(json));
    return json_string_nocheck(text);
}

bool value_is_base64(const char *text, size_t length)
{
    size_t padding = slrun_base64_padding(text, length);
    uint32_t stray = padding == 2 ? 0xf : padding == 1 ? 0x3 : 0;
    if (length % 4 != 0 || (padding > 0 && slrun_base64_digit(text[length - padding - 1]) & stray))
        return false;
    for (size_t i = 0; i < length - padding; i++)
        if (slrun_base64_digit(text[i]) > 63)
            return false;
    return true;
}

static bool check_base64(const json_t *json, struct expr_error *error)
{
    size_t length = json_string_length(json);
    if (length % 4 != 0) {
        return expr_fail_as(
            error, EXPR_ERROR_SERIALIZATION,
            "Base64 encoded length is expected a multiple of 4 bytes but found: %zu", length);
    }
    return value_is_base64(json_string_value(json), length) ||
           value_fail_shape(error, "Invalid last non-pad Base64 character dectected");
}

json_t *value_copy_binary(const json_t *json, struct expr_error *error)
{
    switch (json_typeof(json)) {
    case JSON_STRING:
        return check_base64(json, error) ? json_incref(value_loose(json)) : NULL;
    case JSON_ARRAY:
        value_fail_shape(error, "Unrecognized collection type class java.nio.ByteBuffer");
        return NULL;
    case JSON_OBJECT:
        value_fail_shape(error, "Start of structure or map found where not expected");
        return NULL;
    default:
        value_fail_shape(error, "only base-64-encoded strings are convertible to bytes");
        return NULL;
    }
}

static bool same_word(const char *text, const char *word)
{
    while (*text != '\0' && *word != '\0') {
        char c = *text >= 'a' && *text <= 'z' ? (char)(*text - 'a' + 'A') : *text;
        if (c != *word)
            return false;
        text++;
        word++;
    }
    return *text == *word;
}

bool value_boolean_word(const char *text, bool *meaning)
{
    static const struct {
        const char *word;
        bool meaning;
    } words[] = {{"TRUE", true},   {"1", true},  {"YES", true},
                 {"FALSE", false}, {"0", false}, {"NO", false}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (same_word(text, words[i].word)) {
            *meaning = words[i].meaning;
            return true;
        }
    }
    return false;
}

json_t *value_copy_boolean(const json_t *json, struct expr_error *error)
{
    if (json_is_boolean(json))
        return json_incref(value_loose(json));
    if (!json_is_string(json)) {
        fail_conversion(json, "Boolean", error);
        return NULL;
    }
    bool meaning;
    if (value_boolean_word(json_string_value(json), &meaning))
        return json_boolean(meaning);
    value_fail_shape(error, "Unexpected token received from parser");
    return NULL;
}

json_t *value_copy_null(const json_t *json, struct expr_error *error)
{
    json_t *copy = value_copy_boolean(json, error);
    if (copy != NULL && !json_is_true(copy)) {
        json_decref(copy);
        expr_fail(error, "One or more parameter values were invalid: Null attribute value types "
                         "must have the value of true");
        return NULL;
    }
    return copy;
}
