/* SPDX-License-Identifier: Apache-2.0 */
/* Values as Java and Velocity have them: truth, equality, arithmetic, text. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "vtl/run.h"

enum { NUMBER_SIZE = 64, VALUE_DEPTH_MAX = 100 };

bool vtl_is_true(const json_t *value)
{
    return value && !json_is_null(value) && !json_is_false(value);
}

static void add_real(struct text *t, double value)
{
    char number[NUMBER_SIZE];
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(number, sizeof number, "%.*g", digits, value);
        double back = 0;
        if (sscanf(number, "%lf", &back) == 1 && back >= value && back <= value)
            break;
    }
    text_adds(t, number);
    if (!strpbrk(number, ".eni"))
        text_adds(t, ".0");
}

static void add_map(struct text *t, const json_t *map, int depth);

/* Lists that come of JSON write themselves as JSON, maps as Java's do. */
static void add_inner(struct text *t, const json_t *value, int depth)
{
    if (json_is_string(value))
        text_add(t, json_string_value(value), json_string_length(value));
    else if (json_is_real(value))
        add_real(t, json_real_value(value));
    else if (json_is_object(value) && depth < VALUE_DEPTH_MAX)
        add_map(t, value, depth + 1);
    else if (!value)
        text_adds(t, "null");
    else
        text_add_json(t, value);
}

static void add_map(struct text *t, const json_t *map, int depth)
{
    const char *key, *between = "";
    json_t *value;
    text_addc(t, '{');
    json_object_foreach ((json_t *)(uintptr_t)map, key, value) {
        text_addf(t, "%s%s=", between, key);
        add_inner(t, value, depth);
        between = ", ";
    }
    text_addc(t, '}');
}

void vtl_add_value(struct text *t, const json_t *value)
{
    add_inner(t, value, 0);
}

json_t *vtl_to_string(const json_t *value)
{
    struct text t = TEXT_INIT;
    if (json_is_string(value))
        return json_incref((json_t *)(uintptr_t)value);
    vtl_add_value(&t, value);
    json_t *text = text_json(&t);
    return text ? text : json_string("");
}

/* To "==" null is an empty text. */
static bool is_none(const json_t *null, const json_t *text)
{
    return (!null || json_is_null(null)) && json_is_string(text) && json_string_length(text) == 0;
}

/* Values of two types are compared by their texts. */
bool vtl_equal(const json_t *a, const json_t *b)
{
    bool no_a = !a || json_is_null(a), no_b = !b || json_is_null(b);
    if (no_a || no_b)
        return no_a && no_b;
    if (json_is_number(a) && json_is_number(b))
        return json_number_value(a) >= json_number_value(b) &&
               json_number_value(a) <= json_number_value(b);
    if (json_typeof(a) == json_typeof(b))
        return json_equal(a, b);
    json_t *text_a = vtl_to_string(a), *text_b = vtl_to_string(b);
    bool is = json_equal(text_a, text_b);
    json_decref(text_a);
    json_decref(text_b);
    return is;
}

static json_t *calculate_integers(enum vtl_op op, json_int_t a, json_int_t b)
{
    /* Java's wrap around, which C's do unsigned */
    uint64_t x = (uint64_t)a, y = (uint64_t)b;
    if ((op == VTL_DIV || op == VTL_MOD) && (b == 0 || (b == -1 && op == VTL_MOD)))
        return b ? json_integer(0) : NULL;
    switch (op) {
    case VTL_ADD:
        return json_integer((json_int_t)(x + y));
    case VTL_SUB:
        return json_integer((json_int_t)(x - y));
    case VTL_MUL:
        return json_integer((json_int_t)(x * y));
    case VTL_DIV:
        return json_integer(b == -1 ? (json_int_t)(0 - x) : a / b);
    default:
        return json_integer(a % b);
    }
}

static json_t *calculate_reals(enum vtl_op op, double a, double b)
{
    double result = op == VTL_ADD   ? a + b
                    : op == VTL_SUB ? a - b
                    : op == VTL_MUL ? a * b
                    : b == 0.0      ? NAN
                    : op == VTL_DIV ? a / b
                                    : fmod(a, b);
    return isfinite(result) ? json_real(result) : NULL;
}

static json_t *concatenate(const json_t *a, const json_t *b)
{
    struct text t = TEXT_INIT;
    vtl_add_value(&t, a);
    vtl_add_value(&t, b);
    return text_json(&t);
}

/* Numbers by their value, strings by their bytes; others do not compare. */
static json_t *compare(enum vtl_op op, const json_t *a, const json_t *b)
{
    double order;
    if (json_is_number(a) && json_is_number(b))
        order = json_number_value(a) - json_number_value(b);
    else if (json_is_string(a) && json_is_string(b))
        order = strcmp(json_string_value(a), json_string_value(b));
    else
        return json_false();
    bool is = op == VTL_LT   ? order < 0
              : op == VTL_LE ? order <= 0
              : op == VTL_GT ? order > 0
                             : order >= 0;
    return json_boolean(is);
}

json_t *vtl_calculate(enum vtl_op op, const json_t *a, const json_t *b)
{
    if (op == VTL_NE && (!a || json_is_null(a)) && b && !json_is_null(b))
        return json_false(); /* what is not there is not compared; recorded at AWS */
    if (op == VTL_EQ || op == VTL_NE)
        return json_boolean((vtl_equal(a, b) || is_none(a, b) || is_none(b, a)) == (op == VTL_EQ));
    if (op >= VTL_LT && op <= VTL_GE)
        return compare(op, a, b);
    if (op == VTL_ADD && (json_is_string(a) || json_is_string(b)))
        return concatenate(a, b);
    if (json_is_integer(a) && json_is_integer(b))
        return calculate_integers(op, json_integer_value(a), json_integer_value(b));
    if (json_is_number(a) && json_is_number(b))
        return calculate_reals(op, json_number_value(a), json_number_value(b));
    return NULL;
}
