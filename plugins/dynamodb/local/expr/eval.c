/* SPDX-License-Identifier: Apache-2.0 */
/* Evaluates conditions on items. */
#include <string.h>

#include "path.h"
#include "value_internal.h"

/* AWS counts a string as Java does, in UTF-16 units: a character beyond U+FFFF counts twice. */
static size_t string_length(const json_t *text)
{
    const unsigned char *bytes = (const unsigned char *)json_string_value(text);
    size_t size = json_string_length(text);
    size_t length = 0;
    for (size_t i = 0; i < size; i++) {
        length += (bytes[i] & 0xC0) != 0x80;
        length += bytes[i] >= 0xF0;
    }
    return length;
}

/* What size() says of a value; false where the type has no size. */
static bool measure(const json_t *value, size_t *size)
{
    const json_t *payload = value_payload(value);
    switch (value_type_of(value)) {
    case VALUE_S:
        *size = string_length(payload);
        return true;
    case VALUE_B:
        *size = value_size(value);
        return true;
    case VALUE_L:
    case VALUE_SS:
    case VALUE_NS:
    case VALUE_BS:
        *size = json_array_size(payload);
        return true;
    case VALUE_M:
        *size = json_object_size(payload);
        return true;
    default:
        return false;
    }
}

static json_t *operand(const struct node *node, const json_t *item);

static json_t *size_of(const struct node *node, const json_t *item)
{
    json_t *value = operand(node->args, item);
    json_t *number = NULL;
    size_t size = 0;
    if (measure(value, &size))
        number = json_pack("{s:o}", "N", json_sprintf("%zu", size));
    json_decref(value);
    return number;
}

/* The value of an operand, a new reference; NULL where it is absent. */
static json_t *operand(const struct node *node, const json_t *item)
{
    switch (node->kind) {
    case NODE_PATH:
        return json_incref(path_resolve(node, item));
    case NODE_VALUE:
        return json_incref(value_loose(node->value));
    default:
        return size_of(node, item);
    }
}

static bool compare(enum comparison comparison, const json_t *a, const json_t *b)
{
    int order = 0;
    bool both = a != NULL && b != NULL;
    switch (comparison) {
    case COMPARE_EQ:
        return both && value_equal(a, b);
    case COMPARE_NE:
        return !both || !value_equal(a, b);
    default:
        break;
    }
    if (!both || !value_compare(a, b, &order))
        return false;
    switch (comparison) {
    case COMPARE_LT:
        return order < 0;
    case COMPARE_LE:
        return order <= 0;
    case COMPARE_GT:
        return order > 0;
    default:
        return order >= 0;
    }
}

static bool find_bytes(const struct value_bytes *hay, const struct value_bytes *needle,
                       bool anywhere)
{
    if (needle->size == 0)
        return true;
    if (needle->size > hay->size)
        return false;
    size_t last = anywhere ? hay->size - needle->size : 0;
    for (size_t at = 0; at <= last; at++)
        if (memcmp(hay->data + at, needle->data, needle->size) == 0)
            return true;
    return false;
}

/* Do the bytes of a string or binary hold those of another, at the start or anywhere? */
static bool holds_bytes(const json_t *hay, const json_t *needle, bool anywhere)
{
    struct value_bytes all = {NULL, 0};
    struct value_bytes part = {NULL, 0};
    bool found = value_type_of(hay) == value_type_of(needle) && value_bytes_of(hay, &all) &&
                 value_bytes_of(needle, &part) && find_bytes(&all, &part, anywhere);
    value_bytes_free(&all);
    value_bytes_free(&part);
    return found;
}

static bool list_holds(const json_t *list, const json_t *value)
{
    size_t index;
    json_t *element;
    json_array_foreach (value_loose(list), index, element)
        if (value_equal(element, value))
            return true;
    return false;
}

static bool contains(const json_t *container, const json_t *value)
{
    enum value_type type = value_type_of(value);
    const json_t *payload = value_payload(container);
    switch (value_type_of(container)) {
    case VALUE_S:
    case VALUE_B:
        return holds_bytes(container, value, true);
    case VALUE_L:
        return list_holds(payload, value);
    case VALUE_SS:
        return type == VALUE_S && value_set_holds(payload, value_payload(value));
    case VALUE_NS:
        return type == VALUE_N && value_set_holds(payload, value_payload(value));
    case VALUE_BS:
        return type == VALUE_B && value_set_holds(payload, value_payload(value));
    default:
        return false;
    }
}

static bool has_type(const json_t *value, const json_t *name)
{
    const char *wanted = json_string_value(value_payload(name));
    return wanted != NULL && strcmp(value_type_name(value_type_of(value)), wanted) == 0;
}

static bool call(const struct node *node, const json_t *item)
{
    json_t *a = operand(node->args, item);
    json_t *b = node->args->next != NULL ? operand(node->args->next, item) : NULL;
    bool both = a != NULL && b != NULL;
    bool result = false;
    switch (node->function) {
    case FUNCTION_ATTRIBUTE_EXISTS:
        result = a != NULL;
        break;
    case FUNCTION_ATTRIBUTE_NOT_EXISTS:
        result = a == NULL;
        break;
    case FUNCTION_ATTRIBUTE_TYPE:
        result = both && has_type(a, b);
        break;
    case FUNCTION_BEGINS_WITH:
        result = both && holds_bytes(a, b, false);
        break;
    case FUNCTION_CONTAINS:
        result = both && contains(a, b);
        break;
    default:
        break;
    }
    json_decref(a);
    json_decref(b);
    return result;
}

static bool compare_nodes(enum comparison comparison, const struct node *a, const struct node *b,
                          const json_t *item)
{
    json_t *x = operand(a, item);
    json_t *y = operand(b, item);
    bool result = compare(comparison, x, y);
    json_decref(x);
    json_decref(y);
    return result;
}

static bool is_in(const struct node *node, const json_t *item)
{
    for (const struct node *arg = node->args->next; arg != NULL; arg = arg->next)
        if (compare_nodes(COMPARE_EQ, node->args, arg, item))
            return true;
    return false;
}

static bool evaluate(const struct node *node, const json_t *item)
{
    const struct node *first = node->args;
    switch (node->kind) {
    case NODE_AND:
        return evaluate(first, item) && evaluate(first->next, item);
    case NODE_OR:
        return evaluate(first, item) || evaluate(first->next, item);
    case NODE_NOT:
        return !evaluate(first, item);
    case NODE_COMPARE:
        return compare_nodes(node->comparison, first, first->next, item);
    case NODE_BETWEEN:
        return compare_nodes(COMPARE_GE, first, first->next, item) &&
               compare_nodes(COMPARE_LE, first, first->next->next, item);
    case NODE_IN:
        return is_in(node, item);
    case NODE_CALL:
        return call(node, item);
    default:
        return false;
    }
}

bool expr_matches(const struct expr *expr, const json_t *item)
{
    return expr == NULL || expr->condition == NULL || evaluate(expr->condition, item);
}
