/* SPDX-License-Identifier: Apache-2.0 */
/* Parameters of statements. AWS reads their numbers by Java's BigDecimal, which takes no exponents
 * beyond 32 bits, and counts in 32 bits. */
#include <stdint.h>
#include <string.h>

#include "expr/number.h"
#include "partiql/partiql.h"

static bool check_number(const json_t *text, struct expr_error *error)
{
    const char *digits = json_string_value(text);
    size_t length = json_string_length(text);
    struct number_scale found;
    if (digits == NULL || strspn(digits, "0123456789.eE+-") < length)
        return true; /* no number at all: it is named with all that is wrong elsewhere */
    if (!number_scale(digits, length, &found)) {
        return expr_fail(error, "The parameter cannot be converted to a numeric value: %.255s",
                         digits);
    }
    return found.precision - found.scale <= INT32_MAX ||
           expr_fail(error, "Number underflow. Attempting to store a number with magnitude smaller "
                            "than supported range");
}

static bool check_value(const json_t *value, size_t depth, struct expr_error *error);

static bool check_elements(const json_t *list, bool numbers, size_t depth, struct expr_error *error)
{
    size_t index;
    json_t *element;
    json_array_foreach (list, index, element)
        if (!(numbers ? check_number(element, error) : check_value(element, depth, error)))
            return false;
    return true;
}

static bool check_members(const json_t *map, size_t depth, struct expr_error *error)
{
    const char *name;
    json_t *member;
    json_object_foreach ((json_t *)map, name, member)
        if (!check_value(member, depth, error))
            return false;
    return true;
}

/* What is too deep is named elsewhere. */
static bool check_value(const json_t *value, size_t depth, struct expr_error *error)
{
    const json_t *payload = value_payload(value);
    switch (depth < VALUE_DEPTH_MAX ? value_type_of(value) : VALUE_NONE) {
    case VALUE_N:
        return check_number(payload, error);
    case VALUE_NS:
    case VALUE_L:
        return check_elements(payload, value_type_of(value) == VALUE_NS, depth + 1, error);
    case VALUE_M:
        return check_members(payload, depth + 1, error);
    default:
        return true;
    }
}

bool partiql_check_parameters(const json_t *parameters, struct expr_error *error)
{
    size_t index;
    json_t *parameter;
    json_array_foreach (parameters, index, parameter) {
        json_t *canonical =
            check_value(parameter, 0, error) ? value_canonical(parameter, error) : NULL;
        if (canonical == NULL)
            return false;
        json_decref(canonical);
    }
    return true;
}
