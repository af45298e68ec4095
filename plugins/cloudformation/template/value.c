/* SPDX-License-Identifier: Apache-2.0 */
#include "template/value.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define UNKNOWN "$slrun.unknown"

enum { DIGITS_LEAST = 1, DIGITS_MOST = 17, NUMBER_SIZE = 40 };

/* A real number in the fewest digits that read as the same. */
static void value_real_text(double number, char *text, size_t size)
{
    for (int digits = DIGITS_LEAST; digits <= DIGITS_MOST; digits++) {
        (void)snprintf(text, size, "%.*g", digits, number);
        double back = strtod(text, NULL);
        if (!(back < number) && !(back > number))
            return;
    }
}

json_t *value_text(const json_t *value)
{
    char number[NUMBER_SIZE];
    switch (json_typeof(value)) {
    case JSON_STRING:
        return json_stringn(json_string_value(value), json_string_length(value));
    case JSON_INTEGER:
        return json_sprintf("%" JSON_INTEGER_FORMAT, json_integer_value(value));
    case JSON_REAL:
        value_real_text(json_real_value(value), number, sizeof number);
        return json_string(number);
    case JSON_TRUE:
        return json_string("true");
    case JSON_FALSE:
        return json_string("false");
    default:
        return NULL;
    }
}

json_t *value_unknown(void)
{
    return json_pack("{s: b}", UNKNOWN, 1);
}

bool value_is_unknown(const json_t *value)
{
    return json_object_size(value) == 1 && json_object_get(value, UNKNOWN);
}

bool value_has_unknown(const json_t *value)
{
    const char *key;
    size_t i;
    json_t *inner;
    if (value_is_unknown(value))
        return true;
    json_object_foreach ((json_t *)value, key, inner)
        if (value_has_unknown(inner))
            return true;
    json_array_foreach (value, i, inner)
        if (value_has_unknown(inner))
            return true;
    return false;
}
