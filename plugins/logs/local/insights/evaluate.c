/* SPDX-License-Identifier: Apache-2.0 */
/* Expressions of queries: what they are for a record. */
#include <math.h>
#include <string.h>

#include "local/insights/tree.h"

static json_t *truth(bool holds)
{
    return json_real(holds ? 1 : 0);
}

static json_t *arithmetic(char sign, const json_t *a, const json_t *b)
{
    double x, y, result;
    if (!value_number(a, &x) || !value_number(b, &y))
        return NULL;
    switch (sign) {
    case '+':
        result = x + y;
        break;
    case '-':
        result = x - y;
        break;
    case '*':
        result = x * y;
        break;
    case '/':
        result = y == 0 ? NAN : x / y;
        break;
    case '%':
        result = y == 0 ? NAN : fmod(x, y);
        break;
    default:
        result = pow(x, y);
    }
    return isfinite(result) ? json_real(result) : NULL;
}

/* Of what is not there, only that it is not equal. */
static bool compares(const char *sign, const json_t *a, const json_t *b)
{
    bool unequal = strcmp(sign, "!=") == 0 || strcmp(sign, "<>") == 0;
    if (!a || !b)
        return unequal && a != b;
    int order = value_compare(a, b);
    if (*sign == '=' || unequal)
        return (order == 0) != unequal;
    return (order < 0 && *sign == '<') || (order > 0 && *sign == '>') ||
           (order == 0 && sign[1] == '=');
}

static json_t *binary(const struct node *node, const json_t *record)
{
    if (strcmp(node->text, "and") == 0)
        return truth(expression_holds(node->arguments[0], record) &&
                     expression_holds(node->arguments[1], record));
    if (strcmp(node->text, "or") == 0)
        return truth(expression_holds(node->arguments[0], record) ||
                     expression_holds(node->arguments[1], record));
    json_t *a = expression_value(node->arguments[0], record);
    json_t *b = expression_value(node->arguments[1], record);
    json_t *result = strchr("=!<>", *node->text) ? truth(compares(node->text, a, b))
                                                 : arithmetic(*node->text, a, b);
    json_decref(a);
    json_decref(b);
    return result;
}

static json_t *unary(const struct node *node, const json_t *record)
{
    double number;
    if (strcmp(node->text, "not") == 0)
        return truth(!expression_holds(node->arguments[0], record));
    json_t *value = expression_value(node->arguments[0], record);
    bool is_number = value_number(value, &number);
    json_decref(value);
    return is_number ? json_real(-number) : NULL;
}

static json_t *in_list(const struct node *node, const json_t *record)
{
    json_t *value = expression_value(node->arguments[0], record);
    bool found = false;
    for (size_t i = 1; value && i < node->n && !found; i++) {
        json_t *one = expression_value(node->arguments[i], record);
        found = one && value_compare(value, one) == 0;
        json_decref(one);
    }
    json_decref(value);
    return truth(found != node->negated);
}

static json_t *like(const struct node *node, const json_t *record)
{
    json_t *value = expression_value(node->arguments[0], record);
    json_t *other = node->has_regex ? NULL : expression_value(node->arguments[1], record);
    json_t *text = value ? value_text(value) : NULL, *part = other ? value_text(other) : NULL;
    const char *in = json_string_value(text);
    bool found = in && (node->has_regex ? regexec(&node->regex, in, 0, NULL, 0) == 0
                                        : part && strstr(in, json_string_value(part)));
    json_decref(value);
    json_decref(other);
    json_decref(text);
    json_decref(part);
    return truth(found != node->negated);
}

static json_t *call(const struct node *node, const json_t *record)
{
    json_t *arguments[ARGUMENTS_MAX] = {NULL};
    for (size_t i = 0; i < node->n; i++)
        arguments[i] = expression_value(node->arguments[i], record);
    json_t *result = function_call(node->text, arguments, node->n);
    for (size_t i = 0; i < node->n; i++)
        json_decref(arguments[i]);
    return result;
}

/* A field; a name that is none of the record's and a period ("5m") is that. */
static json_t *field(const struct node *node, const json_t *record)
{
    json_t *value = json_object_get(record, node->text);
    return value ? json_incref(value) : period_ms(node->text) ? json_string(node->text) : NULL;
}

json_t *expression_value(const struct node *node, const json_t *record)
{
    switch (node->kind) {
    case NODE_FIELD:
        return field(node, record);
    case NODE_VALUE:
        return json_incref(node->value);
    case NODE_CALL:
        return call(node, record);
    case NODE_UNARY:
        return unary(node, record);
    case NODE_BINARY:
        return binary(node, record);
    case NODE_IN:
        return in_list(node, record);
    default:
        return like(node, record);
    }
}

bool expression_holds(const struct node *node, const json_t *record)
{
    json_t *value = expression_value(node, record);
    bool holds = value_true(value);
    json_decref(value);
    return holds;
}
