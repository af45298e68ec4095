/* SPDX-License-Identifier: Apache-2.0 */
/* Arguments against the shapes of an operation, in the words of AWS's JSON reader. */
#include "check.h"

#include <string.h>

static bool check_value(const struct slrun_shape *shape, json_t *value, struct fault *fault);

static bool wrong(struct fault *fault, const char *message)
{
    return fault_set(fault, FAULT_SERIALIZATION, "%s", message);
}

static bool check_scalar(const struct slrun_shape *shape, const json_t *value, struct fault *fault)
{
    static const char *const wanted[] = {[SLRUN_STRING] = "a String",
                                         [SLRUN_INTEGER] = "an Integer",
                                         [SLRUN_BOOLEAN] = "a Boolean",
                                         [SLRUN_BLOB] = "a Blob"};
    if (json_is_object(value))
        return wrong(fault, "Start of structure or map found where not expected.");
    if (json_is_array(value))
        return wrong(fault, "Start of list found where not expected.");
    bool ok = shape->type == SLRUN_INTEGER   ? json_is_integer(value)
              : shape->type == SLRUN_BOOLEAN ? json_is_boolean(value)
                                             : json_is_string(value);
    const char *got = json_is_string(value)    ? "STRING_VALUE"
                      : json_is_boolean(value) ? "TRUE_VALUE"
                                               : "NUMBER_VALUE";
    return ok || fault_set(fault, FAULT_SERIALIZATION, "%s cannot be converted to %s", got,
                           wanted[shape->type]);
}

static bool check_list(const struct slrun_shape *shape, json_t *value, struct fault *fault)
{
    size_t i;
    json_t *element;
    if (!json_is_array(value))
        return wrong(fault, "Unexpected field type");
    json_array_foreach (value, i, element)
        if (!check_value(shape->of, element, fault))
            return false;
    return true;
}

static bool check_map(const struct slrun_shape *shape, json_t *value, struct fault *fault)
{
    const char *key;
    json_t *element;
    if (!json_is_object(value))
        return wrong(fault, "Unexpected field type");
    json_object_foreach (value, key, element)
        if (!check_value(shape->of, element, fault))
            return false;
    return true;
}

static bool check_value(const struct slrun_shape *shape, json_t *value, struct fault *fault)
{
    switch (shape->type) {
    case SLRUN_LIST:
        return check_list(shape, value, fault);
    case SLRUN_MAP:
        return check_map(shape, value, fault);
    case SLRUN_STRUCTURE:
        return json_is_object(value) ? request_check(shape->members, value, fault)
                                     : wrong(fault, "Unexpected field type");
    default:
        return check_scalar(shape, value, fault);
    }
}

/* Where the value of a parameter goes, or NULL: there is no such. */
static json_t **member(json_t *values[REQUEST_MEMBERS_MAX], const struct slrun_param *params,
                       const char *name)
{
    for (size_t i = 0; i < REQUEST_MEMBERS_MAX && params[i].name != NULL; i++)
        if (strcmp(params[i].name, name) == 0)
            return &values[i];
    return NULL;
}

/* Takes away what is null or unknown; the others' values in the order of `params`. */
static void tidy(const struct slrun_param *params, json_t *args,
                 json_t *values[REQUEST_MEMBERS_MAX])
{
    const char *name;
    void *next;
    json_t *value;
    json_object_foreach_safe (args, next, name, value) {
        json_t **to = json_is_null(value) ? NULL : member(values, params, name);
        if (to == NULL)
            json_object_del(args, name);
        else
            *to = value;
    }
}

/* Lists, maps and structures that are missing have errors of their own; operations tell them. */
bool request_check(const struct slrun_param *params, json_t *args, struct fault *fault)
{
    json_t *values[REQUEST_MEMBERS_MAX] = {NULL};
    tidy(params, args, values);
    for (const struct slrun_param *param = params; param->name != NULL; param++) {
        json_t *value = values[param - params];
        bool scalar = param->shape.type <= SLRUN_BLOB;
        if (value == NULL && (param->flags & SLRUN_REQUIRED) != 0 && scalar &&
            strcmp(param->name, "Id") != 0 && strcmp(param->name, "DataType") != 0)
            return fault_missing(fault, param->name);
        if (value != NULL && !check_value(&param->shape, value, fault))
            return false;
    }
    return true;
}
