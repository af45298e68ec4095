/* SPDX-License-Identifier: Apache-2.0 */
/* Choice rules. */
#include <stdlib.h>
#include <string.h>

#include <slrun/time.h>
#include <slrun/wild.h>

#include "asl/asl.h"

/* ---- comparing ---- */

enum type { STRING, NUMERIC, BOOLEAN, TIMESTAMP };
enum order { NOT = 0, LESS = 1, EQUAL = 2, GREATER = 4 };

static bool is_of(enum type type, const json_t *value)
{
    int64_t ms;
    switch (type) {
    case STRING:
        return json_is_string(value);
    case NUMERIC:
        return json_is_number(value);
    case BOOLEAN:
        return json_is_boolean(value);
    case TIMESTAMP:
        return json_is_string(value) && slrun_time_read(json_string_value(value), 0, &ms);
    }
    return false;
}

static enum order sign(double difference)
{
    return difference < 0 ? LESS : difference > 0 ? GREATER : EQUAL;
}

/* Of values of one type. */
static enum order order_of(enum type type, const json_t *a, const json_t *b)
{
    int64_t x = 0, y = 0;
    switch (type) {
    case STRING:
        return sign(strcmp(json_string_value(a), json_string_value(b)));
    case NUMERIC:
        return sign(json_number_value(a) - json_number_value(b));
    case BOOLEAN:
        return sign(json_is_true(a) - json_is_true(b));
    case TIMESTAMP:
        (void)slrun_time_read(json_string_value(a), 0, &x);
        (void)slrun_time_read(json_string_value(b), 0, &y);
        return sign((double)(x - y));
    }
    return NOT;
}

/* ---- the table ---- */

static bool is_null(const json_t *value)
{
    return json_is_null(value);
}

static bool is_string(const json_t *value)
{
    return json_is_string(value);
}

static bool is_number(const json_t *value)
{
    return json_is_number(value);
}

static bool is_boolean(const json_t *value)
{
    return json_is_boolean(value);
}

static bool is_time(const json_t *value)
{
    return is_of(TIMESTAMP, value);
}

static bool is_there(const json_t *value)
{
    return value != NULL;
}

#define COMPARISONS(name, type)                                                                    \
    {name "Equals", type, EQUAL, NULL}, {name "LessThan", type, LESS, NULL},                       \
        {name "LessThanEquals", type, LESS | EQUAL, NULL},                                         \
        {name "GreaterThan", type, GREATER, NULL},                                                 \
    {                                                                                              \
        name "GreaterThanEquals", type, GREATER | EQUAL, NULL                                      \
    }

/* All but the tests and StringMatches also have a form with "Path" behind it. */
static const struct operator
{
    const char *name;
    enum type type;                  /* of both operands; of tests BOOLEAN */
    int orders;                      /* that hold; NOT: StringMatches, or a test */
    bool (*test)(const json_t *one); /* IsNull and the like */
}
operators[] = {
    COMPARISONS("String", STRING),          COMPARISONS("Numeric", NUMERIC),
    COMPARISONS("Timestamp", TIMESTAMP),    {"BooleanEquals", BOOLEAN, EQUAL, NULL},
    {"StringMatches", STRING, NOT, NULL},   {"IsNull", BOOLEAN, NOT, is_null},
    {"IsPresent", BOOLEAN, NOT, is_there},  {"IsNumeric", BOOLEAN, NOT, is_number},
    {"IsString", BOOLEAN, NOT, is_string},  {"IsBoolean", BOOLEAN, NOT, is_boolean},
    {"IsTimestamp", BOOLEAN, NOT, is_time},
};

/* `path`: it is the form whose operand is a path. */
static const struct operator* operator_of(const char *name, bool *path)
{
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
        const struct operator* o = & operators[i];
        size_t n = strlen(o->name);
        *path = strcmp(name + (strlen(name) < n ? strlen(name) : n), "Path") == 0;
        if (strncmp(name, o->name, n) == 0 && (!name[n] || (*path && o->orders != NOT)))
            return o;
    }
    return NULL;
}

enum asl_operator asl_operator_check(const char *name, const json_t *operand)
{
    bool path;
    const struct operator* o = operator_of(name, &path);
    if (!o)
        return ASL_NO_OPERATOR;
    if (path)
        return json_is_string(operand) && asl_path_check(json_string_value(operand), false)
                   ? ASL_OPERATOR
                   : ASL_BAD_OPERAND;
    return is_of(o->type, operand) ? ASL_OPERATOR : ASL_BAD_OPERAND;
}

/* ---- rules ---- */

struct choosing {
    const struct asl_scope *scope;
    int depth;
};

static json_t *value_at(const struct choosing *c, const char *path)
{
    char why[ASL_WHY_SIZE];
    json_t *value = asl_path(c->scope, path, why);
    if (!value)
        (void)asl_fail(c->scope->error, "States.Runtime",
                       "Invalid path '%s': The choice state's condition path references an invalid "
                       "value.",
                       path);
    return value;
}

static bool compare(const struct operator* o, const json_t *value, const json_t *operand)
{
    if (!is_of(o->type, value) || !is_of(o->type, operand))
        return false;
    if (o->orders == NOT)
        return slrun_wild(json_string_value(operand), json_string_value(value), SLRUN_WILD_ESCAPED);
    return (order_of(o->type, value, operand) & o->orders) != 0;
}

static bool test(const struct choosing *c, const struct operator* o, const char *variable,
                 const json_t *wanted)
{
    char why[ASL_WHY_SIZE];
    json_t *value = o->test == is_there ? asl_path(c->scope, variable, why) : value_at(c, variable);
    bool holds = o->test(value) == json_is_true(wanted);
    json_decref(value);
    return holds;
}

static bool compares(const struct choosing *c, json_t *rule)
{
    const char *variable = slrun_text(rule, "Variable"), *name;
    json_t *operand;
    json_object_foreach (rule, name, operand) {
        bool path;
        const struct operator* o = operator_of(name, &path);
        if (!o || !variable)
            continue;
        if (o->test)
            return test(c, o, variable, operand);
        json_t *value = value_at(c, variable);
        json_t *other =
            path && value ? value_at(c, json_string_value(operand)) : json_incref(operand);
        bool holds = value && other && compare(o, value, other);
        json_decref(value);
        json_decref(other);
        return holds;
    }
    return false;
}

static bool holds(struct choosing *c, json_t *rule);

/* And: no rule that does not hold; Or: one that does. */
static bool all(struct choosing *c, json_t *rules, bool wanted)
{
    size_t i;
    json_t *rule;
    json_array_foreach (rules, i, rule)
        if (holds(c, rule) != wanted)
            return !wanted;
    return wanted;
}

static bool holds(struct choosing *c, json_t *rule)
{
    bool result;
    json_t *inner;
    if (*c->scope->error->name || c->depth >= ASL_DEPTH_MAX)
        return false;
    c->depth++;
    if ((inner = json_object_get(rule, "And")))
        result = all(c, inner, true);
    else if ((inner = json_object_get(rule, "Or")))
        result = all(c, inner, false);
    else if ((inner = json_object_get(rule, "Not")))
        result = !holds(c, inner);
    else
        result = compares(c, rule);
    c->depth--;
    return result && !*c->scope->error->name;
}

json_t *asl_choose(const struct asl_scope *scope, json_t *state)
{
    struct choosing c = {.scope = scope};
    size_t i;
    json_t *rule;
    if (scope->jsonata)
        return asl_query_choose(scope, state);
    json_array_foreach (json_object_get(state, "Choices"), i, rule)
        if (holds(&c, rule))
            return rule;
    return NULL;
}
