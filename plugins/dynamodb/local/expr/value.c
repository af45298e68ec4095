/* SPDX-License-Identifier: Apache-2.0 */
/* What AttributeValues are: types, equality, order and size. */
#include "value.h"

#include <string.h>

#include <slrun/base64.h>

#include "value_internal.h"

static const char *const type_names[VALUE_TYPE_COUNT] = {
    [VALUE_S] = "S",       [VALUE_N] = "N",   [VALUE_B] = "B", [VALUE_BOOL] = "BOOL",
    [VALUE_NULL] = "NULL", [VALUE_L] = "L",   [VALUE_M] = "M", [VALUE_SS] = "SS",
    [VALUE_NS] = "NS",     [VALUE_BS] = "BS",
};

const char *value_type_name(enum value_type type)
{
    return type >= 0 && type < VALUE_TYPE_COUNT ? type_names[type] : "NONE";
}

enum value_type value_type_named(const char *name)
{
    for (int type = 0; type < VALUE_TYPE_COUNT; type++)
        if (strcmp(type_names[type], name) == 0)
            return (enum value_type)type;
    return VALUE_NONE;
}

bool value_is_set(enum value_type type)
{
    return type == VALUE_SS || type == VALUE_NS || type == VALUE_BS;
}

enum value_type value_type_of(const json_t *value)
{
    if (!json_is_object(value) || json_object_size(value) != 1)
        return VALUE_NONE;
    return value_type_named(json_object_iter_key(json_object_iter(value_loose(value))));
}

json_t *value_payload(const json_t *value)
{
    if (!json_is_object(value))
        return NULL;
    return json_object_iter_value(json_object_iter(value_loose(value)));
}

bool value_number(const json_t *text, struct number *out)
{
    struct expr_error ignored = {.words = EXPR_WORDS_OLDER};
    if (!json_is_string(text) ||
        !number_parse(json_string_value(text), json_string_length(text), out, &ignored)) {
        *out = (struct number){0};
        return false;
    }
    return true;
}

static int compare_bytes(const void *a, size_t a_size, const void *b, size_t b_size)
{
    size_t common = a_size < b_size ? a_size : b_size;
    int order = common > 0 ? memcmp(a, b, common) : 0;
    return order != 0 ? order : (a_size > b_size) - (a_size < b_size);
}

int value_compare_scalars(enum value_type type, const json_t *a, const json_t *b)
{
    if (type == VALUE_N) {
        struct number x;
        struct number y;
        value_number(a, &x);
        value_number(b, &y);
        return number_compare(&x, &y);
    }
    if (type != VALUE_B) {
        return compare_bytes(json_string_value(a), json_string_length(a), json_string_value(b),
                             json_string_length(b));
    }
    struct value_bytes x = {NULL, 0};
    struct value_bytes y = {NULL, 0};
    int order = 0;
    if (value_decode(a, &x) && value_decode(b, &y))
        order = compare_bytes(x.data, x.size, y.data, y.size);
    value_bytes_free(&x);
    value_bytes_free(&y);
    return order;
}

bool value_compare(const json_t *a, const json_t *b, int *order)
{
    enum value_type type = value_type_of(a);
    if (type != value_type_of(b) || (type != VALUE_S && type != VALUE_N && type != VALUE_B))
        return false;
    const json_t *x = value_payload(a);
    const json_t *y = value_payload(b);
    if (!json_is_string(x) || !json_is_string(y))
        return false;
    *order = value_compare_scalars(type, x, y);
    return true;
}

/* Canonical scalars of one type are equal exactly when their texts are. */
static bool same_text(const json_t *a, const json_t *b)
{
    return json_is_string(a) && json_is_string(b) && json_equal(a, b);
}

bool value_set_holds(const json_t *set, const json_t *text)
{
    size_t index;
    json_t *element;
    json_array_foreach (value_loose(set), index, element)
        if (same_text(element, text))
            return true;
    return false;
}

static bool same_sets(const json_t *a, const json_t *b)
{
    size_t index;
    json_t *element;
    if (json_array_size(a) != json_array_size(b))
        return false;
    json_array_foreach (value_loose(a), index, element)
        if (!value_set_holds(b, element))
            return false;
    return true;
}

static bool same_lists(const json_t *a, const json_t *b)
{
    size_t index;
    json_t *element;
    if (json_array_size(a) != json_array_size(b))
        return false;
    json_array_foreach (value_loose(a), index, element)
        if (!value_equal(element, json_array_get(b, index)))
            return false;
    return true;
}

static bool same_maps(const json_t *a, const json_t *b)
{
    const char *name;
    json_t *member;
    if (json_object_size(a) != json_object_size(b))
        return false;
    json_object_foreach (value_loose(a), name, member) {
        const json_t *other = json_object_get(b, name);
        if (other == NULL || !value_equal(member, other))
            return false;
    }
    return true;
}

bool value_equal(const json_t *a, const json_t *b)
{
    enum value_type type = value_type_of(a);
    if (type == VALUE_NONE || type != value_type_of(b))
        return false;
    const json_t *x = value_payload(a);
    const json_t *y = value_payload(b);
    switch (type) {
    case VALUE_L:
        return same_lists(x, y);
    case VALUE_M:
        return same_maps(x, y);
    case VALUE_SS:
    case VALUE_NS:
    case VALUE_BS:
        return same_sets(x, y);
    default:
        return json_equal(x, y) != 0;
    }
}

static size_t scalar_size(enum value_type type, const json_t *text)
{
    struct number number;
    switch (type) {
    case VALUE_N:
        value_number(text, &number);
        return number_size(&number);
    case VALUE_B:
        return json_is_string(text)
                   ? slrun_base64_size(json_string_value(text), json_string_length(text))
                   : 0;
    default:
        return json_string_length(text);
    }
}

/* The type of a set's elements. */
static enum value_type element_type(enum value_type set)
{
    if (set == VALUE_NS)
        return VALUE_N;
    return set == VALUE_BS ? VALUE_B : VALUE_S;
}

static size_t set_size(enum value_type type, const json_t *set)
{
    size_t size = 0;
    size_t index;
    json_t *element;
    json_array_foreach (value_loose(set), index, element)
        size += scalar_size(element_type(type), element);
    return size;
}

/* Lists and maps cost 3 bytes and 1 for each element. */
static size_t list_size(const json_t *list)
{
    size_t size = 3;
    size_t index;
    json_t *element;
    json_array_foreach (value_loose(list), index, element)
        size += 1 + value_size(element);
    return size;
}

size_t value_size(const json_t *value)
{
    enum value_type type = value_type_of(value);
    const json_t *payload = value_payload(value);
    switch (type) {
    case VALUE_NONE:
        return 0;
    case VALUE_BOOL:
    case VALUE_NULL:
        return 1;
    case VALUE_L:
        return list_size(payload);
    case VALUE_M:
        return 3 + json_object_size(payload) + value_item_size(payload);
    case VALUE_SS:
    case VALUE_NS:
    case VALUE_BS:
        return set_size(type, payload);
    default:
        return scalar_size(type, payload);
    }
}

size_t value_item_size(const json_t *item)
{
    size_t size = 0;
    const char *name;
    json_t *value;
    json_object_foreach (value_loose(item), name, value)
        size += strlen(name) + value_size(value);
    return size;
}
