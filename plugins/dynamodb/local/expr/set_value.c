/* SPDX-License-Identifier: Apache-2.0 */
/* Computes what updates write: sums, lists put together, sets. */
#include "set_value.h"

#include "path.h"
#include "value_internal.h"

static json_t *fail_type(struct expr_error *error)
{
    expr_fail(error, "An operand in the update expression has an incorrect data type");
    return NULL;
}

static json_t *fail_absent(struct expr_error *error)
{
    expr_fail(error,
              "The provided expression refers to an attribute that does not exist in the item");
    return NULL;
}

static json_t *or_memory(json_t *value, struct expr_error *error)
{
    if (value == NULL)
        expr_fail_memory(error);
    return value;
}

typedef bool number_fn(const struct number *a, const struct number *b, struct number *out,
                       struct expr_error *error);

static json_t *combine_numbers(const json_t *a, const json_t *b, number_fn *operation,
                               struct expr_error *error)
{
    struct number x;
    struct number y;
    struct number result;
    if (value_type_of(a) != VALUE_N || value_type_of(b) != VALUE_N)
        return fail_type(error);
    value_number(value_payload(a), &x);
    value_number(value_payload(b), &y);
    if (!operation(&x, &y, &result, error))
        return NULL;
    return or_memory(value_of_number(&result), error);
}

static json_t *append_lists(const json_t *a, const json_t *b, struct expr_error *error)
{
    if (value_type_of(a) != VALUE_L || value_type_of(b) != VALUE_L)
        return fail_type(error);
    json_t *list = value_copy(value_payload(a));
    if (list == NULL || json_array_extend(list, value_payload(b)) != 0) {
        json_decref(list);
        return or_memory(NULL, error);
    }
    return or_memory(json_pack("{s:o}", "L", list), error);
}

/* A node with two operands. */
static json_t *combine(const struct node *node, const json_t *item, struct expr_error *error)
{
    json_t *a = set_value(node->args, item, error);
    json_t *b = a != NULL ? set_value(node->args->next, item, error) : NULL;
    json_t *result = NULL;
    if (b != NULL) {
        result = node->kind == NODE_CALL
                     ? append_lists(a, b, error)
                     : combine_numbers(a, b, node->kind == NODE_PLUS ? number_add : number_subtract,
                                       error);
    }
    json_decref(a);
    json_decref(b);
    return result;
}

static json_t *if_not_exists(const struct node *node, const json_t *item, struct expr_error *error)
{
    json_t *present = path_resolve(node->args, item);
    return present != NULL ? json_incref(present) : set_value(node->args->next, item, error);
}

json_t *set_value(const struct node *node, const json_t *item, struct expr_error *error)
{
    json_t *present;
    switch (node->kind) {
    case NODE_VALUE:
        return json_incref(value_loose(node->value));
    case NODE_PATH:
        present = path_resolve(node, item);
        return present != NULL ? json_incref(present) : fail_absent(error);
    case NODE_CALL:
        return node->function == FUNCTION_IF_NOT_EXISTS ? if_not_exists(node, item, error)
                                                        : combine(node, item, error);
    default:
        return combine(node, item, error);
    }
}

/* Appends to `out` the elements of `from` that are not in `other`. */
static bool add_elements(json_t *out, const json_t *from, const json_t *other)
{
    size_t index;
    json_t *element;
    json_array_foreach (value_loose(from), index, element)
        if (!value_set_holds(other, element) && json_array_append(out, element) != 0)
            return false;
    return true;
}

static json_t *pack_set(const json_t *like, json_t *elements, bool complete,
                        struct expr_error *error)
{
    if (!complete) {
        json_decref(elements);
        return or_memory(NULL, error);
    }
    return or_memory(json_pack("{s:o}", value_type_name(value_type_of(like)), elements), error);
}

json_t *set_value_add(const json_t *present, const json_t *operand, struct expr_error *error)
{
    if (present == NULL)
        return json_incref(value_loose(operand));
    if (value_type_of(operand) == VALUE_N)
        return combine_numbers(present, operand, number_add, error);
    if (value_type_of(operand) == VALUE_L) /* AttributeUpdates only: the checks refuse it in ADD */
        return append_lists(present, operand, error);
    if (value_type_of(present) != value_type_of(operand) || !value_is_set(value_type_of(operand)))
        return fail_type(error);
    json_t *elements = value_copy(value_payload(present));
    bool complete =
        elements != NULL && add_elements(elements, value_payload(operand), value_payload(present));
    return pack_set(present, elements, complete, error);
}

json_t *set_value_without(const json_t *present, const json_t *operand, struct expr_error *error)
{
    if (value_type_of(present) != value_type_of(operand) || !value_is_set(value_type_of(operand)))
        return fail_type(error);
    json_t *elements = json_array();
    bool complete =
        elements != NULL && add_elements(elements, value_payload(present), value_payload(operand));
    return pack_set(present, elements, complete, error);
}
