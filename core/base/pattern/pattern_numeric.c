/* SPDX-License-Identifier: Apache-2.0 */
/* The operator "numeric" of event patterns. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/pattern/pattern_operand.h"

static bool below(double a, double b)
{
    return a < b;
}
static bool at_most(double a, double b)
{
    return a <= b;
}
static bool equals(double a, double b)
{
    return a == b;
}
static bool at_least(double a, double b)
{
    return a >= b;
}
static bool above(double a, double b)
{
    return a > b;
}

static const struct comparison {
    const char *name;
    bool (*holds)(double a, double b);
    int side; /* of a range: 1 the lower end, 2 the upper one, 0 none */
} comparisons[] = {
    {"<", below, 2}, {"<=", at_most, 2}, {"=", equals, 0}, {">", above, 1}, {">=", at_least, 1},
};

static const struct comparison *comparison(const json_t *name)
{
    const char *text = json_string_value(name);
    for (size_t i = 0; text && i < sizeof comparisons / sizeof *comparisons; i++)
        if (!strcmp(comparisons[i].name, text))
            return &comparisons[i];
    return NULL;
}

/* What stands at a place, as the messages quote it: "]" behind the last. */
static int refuse_at(struct slrun_error *error, const char *what, const json_t *item)
{
    char *text = json_is_string(item) ? NULL : json_dumps(item, JSON_ENCODE_ANY);
    error_set(error, SLRUN_E_SERVICE, "%s: %s", what,
              text   ? text
              : item ? json_string_value(item)
                     : "]");
    free(text);
    return -1;
}

/* The number behind an operator. */
static int check_operand(const json_t *operand, size_t at, struct slrun_error *error)
{
    const char *name = json_string_value(json_array_get(operand, at - 1));
    if (json_is_number(json_array_get(operand, at)))
        return 0;
    return error_set(error, SLRUN_E_SERVICE, "Value of %s must be numeric",
                     strcmp(name, "=") == 0 ? "equals" : name);
}

/* What stands behind a lower end. */
static int check_range(const json_t *operand, struct slrun_error *error)
{
    const json_t *name = json_array_get(operand, 2);
    const struct comparison *high = comparison(name);
    if (!json_is_string(name))
        return refuse_at(error, "Bad value in numeric range", name);
    if (!high || high->side != 2)
        return refuse_at(error, "Bad numeric range operator", name);
    if (check_operand(operand, 3, error))
        return -1;
    if (json_number_value(json_array_get(operand, 1)) >=
        json_number_value(json_array_get(operand, 3)))
        return pattern_refuse(error, "Bottom must be less than top");
    return json_array_size(operand) == 4
               ? 0
               : pattern_refuse(error, "Too many terms in numeric range expression");
}

/* Words and their order are those of AWS, which reads it item by item. */
int numeric_check(const json_t *operand, struct slrun_error *error)
{
    const json_t *name = json_array_get(operand, 0);
    const struct comparison *first = comparison(name);
    if (!json_is_array(operand))
        return pattern_refuse(error, "Value of numeric must be an array.");
    if (!json_is_string(name))
        return refuse_at(error, "Invalid member in numeric match", name);
    if (!first)
        return refuse_at(error, "Unrecognized numeric range operator", name);
    if (check_operand(operand, 1, error))
        return -1;
    if (json_array_size(operand) == 2)
        return 0;
    return first->side == 1 ? check_range(operand, error)
                            : pattern_refuse(error, "Too many elements in numeric expression");
}

bool numeric_match(const json_t *operand, const json_t *value)
{
    if (!json_is_number(value))
        return false;
    for (size_t i = 0; i < json_array_size(operand); i += 2)
        if (!comparison(json_array_get(operand, i))
                 ->holds(json_number_value(value),
                         json_number_value(json_array_get(operand, i + 1))))
            return false;
    return true;
}
