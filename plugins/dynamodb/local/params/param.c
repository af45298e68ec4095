/* SPDX-License-Identifier: Apache-2.0 */
/* The JSON types of a request (SerializationException), as AWS's JSON reader checks them. */
#include "params/param.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#include "expr/value.h"
#include "params/constraint.h"

#define PACKAGE "com.amazonaws.dynamodb.v20120810."

static bool check(const struct param *param, json_t **value, struct fault *fault);

static bool wrong(struct fault *fault, const char *message)
{
    return fault_set(fault, FAULT_SERIALIZATION, "%s", message);
}

static const char *const java_names[] = {
    [PARAM_STRING] = "String", [PARAM_BOOLEAN] = "Boolean", [PARAM_INTEGER] = "Integer",
    [PARAM_LONG] = "Long",     [PARAM_TIMESTAMP] = "Date",
};

/* AttributeValue (API Reference). */
static const struct param text = {.name = "", .type = PARAM_STRING};
static const struct param blob = {.name = "", .type = PARAM_BLOB};
static const struct param inner_value = {.name = "", .type = PARAM_VALUE, .java = "AttributeValue"};
static const struct param value_members[] = {{.name = "S", .type = PARAM_STRING},
                                             {.name = "N", .type = PARAM_STRING},
                                             {.name = "B", .type = PARAM_BLOB},
                                             {.name = "BOOL", .type = PARAM_BOOLEAN},
                                             {.name = "NULL", .type = PARAM_BOOLEAN},
                                             {.name = "SS", .type = PARAM_LIST, .of = &text},
                                             {.name = "NS", .type = PARAM_LIST, .of = &text},
                                             {.name = "BS", .type = PARAM_LIST, .of = &blob},
                                             {.name = "L", .type = PARAM_LIST, .of = &inner_value},
                                             {.name = "M", .type = PARAM_ITEM},
                                             {.name = NULL}};

/* What is wrong with `value` where a scalar of the kind of `param` should be. */
static bool wrong_scalar(const struct param *param, const json_t *value, struct fault *fault)
{
    const char *token = NULL;
    switch (json_typeof(value)) {
    case JSON_OBJECT:
        return wrong(fault, "Start of structure or map found where not expected");
    case JSON_ARRAY:
        return fault_set(fault, FAULT_SERIALIZATION,
                         "Unrecognized collection type class java.lang.%s",
                         java_names[param->type]);
    case JSON_STRING:
        token = "STRING_VALUE";
        break;
    case JSON_INTEGER:
        token = "NUMBER_VALUE";
        break;
    case JSON_REAL:
        token = "DECIMAL_VALUE";
        break;
    case JSON_TRUE:
        token = "TRUE_VALUE";
        break;
    case JSON_FALSE:
    case JSON_NULL:
        token = "FALSE_VALUE";
        break;
    }
    return fault_set(fault, FAULT_SERIALIZATION, "%s cannot be converted to %s", token,
                     java_names[param->type]);
}

/* AWS takes some words for booleans. */
static bool check_boolean(const struct param *param, json_t **value, struct fault *fault)
{
    bool meaning;
    if (json_is_boolean(*value))
        return true;
    if (!json_is_string(*value))
        return wrong_scalar(param, *value, fault);
    if (value_boolean_word(json_string_value(*value), &meaning)) {
        *value = json_boolean(meaning);
        return true;
    }
    return wrong(fault, "Unexpected token received from parser");
}

static bool check_number(const struct param *param, json_t **value, struct fault *fault)
{
    if (json_is_integer(*value))
        return true;
    if (!json_is_real(*value))
        return wrong_scalar(param, *value, fault);
    double whole = floor(json_real_value(*value));
    const double limit = 9e15; /* within what a double holds exactly */
    whole = whole > limit ? limit : whole < -limit ? -limit : whole;
    *value = json_integer((json_int_t)whole);
    return *value != NULL || fault_internal(fault);
}

static bool check_blob(const json_t *value, struct fault *fault)
{
    if (json_is_object(value))
        return wrong(fault, "Start of structure or map found where not expected");
    if (json_is_array(value))
        return wrong(fault, "Unrecognized collection type class java.nio.ByteBuffer");
    if (!json_is_string(value))
        return wrong(fault, "only base-64-encoded strings are convertible to bytes");
    const char *encoded = json_string_value(value);
    size_t length = json_string_length(value);
    if (length % 4 != 0) {
        return fault_set(fault, FAULT_SERIALIZATION,
                         "Base64 encoded length is expected a multiple of 4 bytes but found: %zu",
                         length);
    }
    return value_is_base64(encoded, length) ||
           wrong(fault, "Invalid last non-pad Base64 character dectected");
}

/* A scalar where a collection should be. */
static bool wrong_field(const struct param *param, struct fault *fault)
{
    return wrong(
        fault, (param->flags & PARAM_NESTED) != 0
                   ? "class sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl cannot be "
                     "cast to class java.lang.Class (sun.reflect.generics.reflectiveObjects."
                     "ParameterizedTypeImpl and java.lang.Class are in module java.base of loader "
                     "'bootstrap')"
                   : "Unexpected field type");
}

static bool check_list(const struct param *param, json_t *value, struct fault *fault)
{
    if (json_is_object(value))
        return wrong(fault, "Start of structure or map found where not expected");
    if (!json_is_array(value))
        return wrong_field(param, fault);
    for (size_t i = 0; i < json_array_size(value); i++) {
        json_t *element = json_array_get(value, i);
        json_t *was = element;
        if (json_is_null(element))
            continue;
        if (!check(param->of, &element, fault) ||
            (element != was && json_array_set_new(value, i, element) != 0))
            return fault->kind != FAULT_NONE ? false : fault_internal(fault);
    }
    return true;
}

static bool check_map_itself(const struct param *param, const char *java, const json_t *value,
                             struct fault *fault)
{
    if (json_is_array(value)) {
        return fault_set(fault, FAULT_SERIALIZATION,
                         "Unrecognized collection type java.util.Map<java.lang.String, %s%s>",
                         strchr(java, '.') != NULL ? "" : PACKAGE, java);
    }
    return json_is_object(value) || wrong_field(param, fault);
}

static bool check_map(const struct param *param, const struct param *of, json_t *value,
                      struct fault *fault)
{
    const char *key;
    json_t *element;
    void *next;
    if (!check_map_itself(param, of == &inner_value ? of->java : param->java, value, fault))
        return false;
    json_object_foreach_safe (value, next, key, element) {
        json_t *was = element;
        if (json_is_null(element))
            json_object_del(value, key);
        else if (!check(of, &element, fault))
            return false;
        else if (element != was && json_object_set_new_nocheck(value, key, element) != 0)
            return fault_internal(fault);
    }
    return true;
}

static const struct param *member(const struct param *members, const char *name)
{
    for (; members->name != NULL; members++)
        if (strcmp(members->name, name) == 0)
            return members;
    return NULL;
}

/* In the order of the declaration, so that the first error does not depend on the client's. */
static bool check_members(const struct param *members, json_t *value, struct fault *fault)
{
    const char *key;
    json_t *element, *there[PARAM_MEMBERS_MAX] = {NULL};
    void *next;
    json_object_foreach_safe (value, next, key, element) {
        const struct param *param = json_is_null(element) ? NULL : member(members, key);
        if (param == NULL || param - members >= PARAM_MEMBERS_MAX)
            json_object_del(value, key);
        else
            there[param - members] = element;
    }
    for (size_t i = 0, left = json_object_size(value); left > 0; i++, members++) {
        json_t *was = there[i];
        element = was;
        if (was == NULL)
            continue;
        left--;
        if (!check(members, &element, fault))
            return false;
        if (element != was && json_object_set_new(value, members->name, element) != 0)
            return fault_internal(fault);
    }
    return true;
}

/* An AttributeValue has one member as a rule: it is looked at from its own side. */
static bool check_value_members(json_t *value, struct fault *fault)
{
    const char *key;
    json_t *element;
    void *next;
    json_object_foreach_safe (value, next, key, element) {
        const struct param *param = member(value_members, key);
        json_t *was = element;
        if (json_is_null(element) || param == NULL)
            json_object_del(value, key);
        else if (!check(param, &element, fault))
            return false;
        else if (element != was && json_object_set_new_nocheck(value, key, element) != 0)
            return fault_internal(fault);
    }
    return true;
}

static bool check_struct(const struct param *param, json_t *value, struct fault *fault)
{
    if (json_is_array(value)) {
        return fault_set(fault, FAULT_SERIALIZATION,
                         "Unrecognized collection type class " PACKAGE "%s", param->java);
    }
    if (!json_is_object(value)) {
        return wrong(fault, (param->flags & PARAM_MEMBER) != 0
                                ? "Unexpected field type"
                                : "Unexpected value type in payload");
    }
    return param->type == PARAM_VALUE ? check_value_members(value, fault)
                                      : check_members(param->of, value, fault);
}

/* *value is replaced by a new reference where a value has another plain form. */
static bool check(const struct param *param, json_t **value, struct fault *fault)
{
    switch (param->type) {
    case PARAM_STRING:
        return json_is_string(*value) || wrong_scalar(param, *value, fault);
    case PARAM_BOOLEAN:
        return check_boolean(param, value, fault);
    case PARAM_INTEGER:
    case PARAM_LONG:
        return check_number(param, value, fault);
    case PARAM_TIMESTAMP:
        return json_is_number(*value) || wrong_scalar(param, *value, fault);
    case PARAM_BLOB:
        return check_blob(*value, fault);
    case PARAM_LIST:
        return check_list(param, *value, fault);
    case PARAM_MAP:
        return check_map(param, param->of, *value, fault);
    case PARAM_ITEM:
        return check_map(param, &inner_value, *value, fault);
    case PARAM_STRUCT:
    case PARAM_VALUE:
        return check_struct(param, *value, fault);
    }
    return fault_internal(fault);
}

bool param_check(const struct param *params, json_t *args, struct fault *fault)
{
    return check_members(params, args, fault) && constraint_check(params, args, fault);
}
