/* SPDX-License-Identifier: Apache-2.0 */
/* The operators of event patterns: one table. */
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include <slrun/wild.h>

#include "base/error.h"
#include "base/pattern/pattern.h"
#include "base/pattern/pattern_operand.h"

struct operation {
    const char *name;
    /* Whether its operand is right. 0 or -1. */
    int (*check)(const json_t *operand, struct slrun_error *error);
    /* `value` is a scalar, or NULL for "exists" alone. */
    bool (*match)(const json_t *operand, const json_t *value);
};

int pattern_refuse(struct slrun_error *error, const char *text)
{
    return error_set(error, SLRUN_E_SERVICE, "%s", text);
}

/* ---- texts ---- */

static const char ignoring_case[] = "equals-ignore-case";

/* { "prefix": { "equals-ignore-case": "a" } }: the text inside. */
static const char *text_of(const json_t *operand, bool *any_case)
{
    const json_t *inner = json_object_get(operand, ignoring_case);
    *any_case = inner != NULL;
    return json_string_value(inner ? inner : operand);
}

static int check_affix(const json_t *operand, const char *name, struct slrun_error *error)
{
    bool any_case;
    if (json_is_object(operand) && json_object_size(operand) != 1)
        return pattern_refuse(error, "Only one key allowed in match expression");
    return text_of(operand, &any_case)
               ? 0
               : error_set(error, SLRUN_E_SERVICE, "%s match pattern must be a string", name);
}

static int check_prefix(const json_t *operand, struct slrun_error *error)
{
    return check_affix(operand, "prefix", error);
}

static int check_suffix(const json_t *operand, struct slrun_error *error)
{
    return check_affix(operand, "suffix", error);
}

static bool match_prefix(const json_t *operand, const json_t *value)
{
    bool any_case;
    const char *wanted = text_of(operand, &any_case), *text = json_string_value(value);
    size_t n = strlen(wanted);
    return text && (any_case ? !strncasecmp(text, wanted, n) : !strncmp(text, wanted, n));
}

static bool match_suffix(const json_t *operand, const json_t *value)
{
    bool any_case;
    const char *wanted = text_of(operand, &any_case), *text = json_string_value(value);
    size_t n = strlen(wanted), size = text ? strlen(text) : 0;
    if (!text || size < n)
        return false;
    text += size - n;
    return any_case ? !strcasecmp(text, wanted) : !strcmp(text, wanted);
}

static int check_text(const json_t *operand, struct slrun_error *error)
{
    return json_is_string(operand)
               ? 0
               : pattern_refuse(error, "equals-ignore-case match pattern must be a string");
}

static bool match_any_case(const json_t *operand, const json_t *value)
{
    return json_is_string(value) &&
           !strcasecmp(json_string_value(operand), json_string_value(value));
}

/* ---- wildcards: * is any text, \* a star, \\ a backslash ---- */

static int check_wildcard(const json_t *operand, struct slrun_error *error)
{
    const char *text = json_string_value(operand);
    size_t stars = 0;
    if (!text)
        return pattern_refuse(error, "wildcard match pattern must be a string");
    for (const char *c = text; *c; c++) {
        if (*c == '\\' && c[1] != '*' && c[1] != '\\')
            return error_set(error, SLRUN_E_SERVICE, "Invalid escape character at pos %zu",
                             (size_t)(c - text));
        if (*c == '*' && c[1] == '*')
            return error_set(error, SLRUN_E_SERVICE, "Consecutive wildcard characters at pos %zu",
                             (size_t)(c + 1 - text));
        stars += *c == '*';
        c += *c == '\\';
    }
    return stars <= PATTERN_WILDCARDS_MAX
               ? 0
               : pattern_refuse(
                     error, "Rule is too complex - try using fewer wildcard characters or fewer "
                            "repeating character sequences after a wildcard character");
}

static bool match_wildcard(const json_t *operand, const json_t *value)
{
    return json_is_string(value) &&
           slrun_wild(json_string_value(operand), json_string_value(value), SLRUN_WILD_ESCAPED);
}

/* ---- there or not, and anything but ---- */

static int check_exists(const json_t *operand, struct slrun_error *error)
{
    return json_is_boolean(operand)
               ? 0
               : pattern_refuse(error, "exists match pattern must be either true or false.");
}

static bool match_exists(const json_t *operand, const json_t *value)
{
    return json_is_true(operand) == (value != NULL);
}

static const struct operation *find(const json_t *matcher, const json_t **operand);
static int check_anything_but(const json_t *operand, struct slrun_error *error);

static const char but_value[] =
    "Value of anything-but must be an array or single string/number value.";

/* What an operator within anything-but has, or one of its list; AWS words it otherwise there. */
static int check_inner(const struct operation *op, const json_t *item, struct slrun_error *error)
{
    bool affix = op->check == check_prefix || op->check == check_suffix;
    if (op->check == check_text && !json_is_string(item))
        return pattern_refuse(error, "Inside anything-but/equals-ignore-case list, "
                                     "number|start|null|boolean is not supported.");
    if (!affix)
        return op->check(item, error);
    if (json_is_object(item))
        return pattern_refuse(error, but_value);
    if (!json_is_string(item))
        return pattern_refuse(error, "prefix/suffix match pattern must be a string");
    return json_string_length(item) ? 0 : pattern_refuse(error, "Null prefix/suffix not allowed");
}

/* One operator on texts, whose operand may be a list. */
static int check_but_operator(const json_t *operand, struct slrun_error *error)
{
    const json_t *inner, *item;
    size_t i;
    const struct operation *op = find(operand, &inner);
    if (!op || op->check == check_anything_but || op->check == check_exists ||
        op->check == numeric_check || op->check == cidr_check)
        return error_set(error, SLRUN_E_SERVICE, "Unsupported anything-but pattern: %s",
                         json_object_size(operand)
                             ? json_object_iter_key(json_object_iter((json_t *)operand))
                             : "}");
    if (!json_is_array(inner))
        return check_inner(op, inner, error);
    json_array_foreach (inner, i, item)
        if (check_inner(op, item, error))
            return -1;
    return json_array_size(inner) ? 0 : pattern_refuse(error, "Empty arrays are not allowed");
}

/* Texts and numbers, or an operator. */
static int check_anything_but(const json_t *operand, struct slrun_error *error)
{
    const json_t *item;
    size_t i;
    if (json_is_string(operand) || json_is_number(operand))
        return 0;
    if (json_is_object(operand))
        return check_but_operator(operand, error);
    if (!json_array_size(operand))
        return pattern_refuse(error, but_value);
    json_array_foreach (operand, i, item) {
        if (!json_is_string(item) && !json_is_number(item))
            return pattern_refuse(error,
                                  "Inside anything but list, start|null|boolean is not supported.");
    }
    return 0;
}

static bool same(const json_t *a, const json_t *b)
{
    return json_is_number(a) && json_is_number(b) ? json_number_value(a) == json_number_value(b)
                                                  : json_equal(a, b);
}

static bool match_anything_but(const json_t *operand, const json_t *value)
{
    const json_t *inner = operand;
    const struct operation *op = json_is_object(operand) ? find(operand, &inner) : NULL;
    if (!json_is_array(inner))
        return op ? !op->match(inner, value) : !same(inner, value);
    for (size_t i = 0; i < json_array_size(inner); i++) {
        const json_t *item = json_array_get(inner, i);
        if (op ? op->match(item, value) : same(item, value))
            return false;
    }
    return true;
}

/* ---- the table ---- */

static const struct operation operations[] = {
    {"prefix", check_prefix, match_prefix},
    {"suffix", check_suffix, match_suffix},
    {ignoring_case, check_text, match_any_case},
    {"wildcard", check_wildcard, match_wildcard},
    {"numeric", numeric_check, numeric_match},
    {"cidr", cidr_check, cidr_match},
    {"exists", check_exists, match_exists},
    {"anything-but", check_anything_but, match_anything_but},
};

static const struct operation *find(const json_t *matcher, const json_t **operand)
{
    const char *name = json_object_iter_key(json_object_iter((json_t *)matcher));
    for (size_t i = 0; name && i < sizeof operations / sizeof *operations; i++)
        if (!strcmp(operations[i].name, name)) {
            *operand = json_object_get(matcher, name);
            return &operations[i];
        }
    return NULL;
}

int operator_check(const json_t *matcher, struct slrun_error *error)
{
    const json_t *operand = NULL;
    if (json_object_size(matcher) != 1)
        return pattern_refuse(error, "Only one key allowed in match expression");
    const struct operation *op = find(matcher, &operand);
    return op ? op->check(operand, error)
              : error_set(error, SLRUN_E_SERVICE, "Unrecognized match type %s",
                          json_object_iter_key(json_object_iter((json_t *)matcher)));
}

int operator_match(const json_t *matcher, const json_t *value)
{
    const json_t *operand = NULL;
    const struct operation *op = find(matcher, &operand);
    return op && (value || op->match == match_exists) && op->match(operand, value);
}
