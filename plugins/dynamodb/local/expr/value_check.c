/* SPDX-License-Identifier: Apache-2.0 */
/* Validation and canonical copies of AttributeValues, with AWS's messages. */
#include <string.h>

#include "value_internal.h"

typedef json_t *copy_fn(const json_t *json, struct expr_error *error);

static const struct {
    copy_fn *copy_element;
    const char *empty;
} set_rules[VALUE_TYPE_COUNT] = {
    [VALUE_SS] = {value_copy_string, "An string set  may not be empty"},
    [VALUE_NS] = {value_copy_number, "An number set  may not be empty"},
    [VALUE_BS] = {value_copy_binary, "Binary sets should not be empty"},
};

/* An array with a copy of each element. */
static json_t *copy_elements(const json_t *json, copy_fn *copy, struct expr_error *error)
{
    json_t *out = json_array();
    size_t index;
    json_t *element;
    if (out == NULL) {
        expr_fail_memory(error);
        return NULL;
    }
    json_array_foreach (value_loose(json), index, element) {
        if (json_array_append_new(out, copy(element, error)) != 0) {
            json_decref(out);
            return NULL;
        }
    }
    return out;
}

static bool check_array(const json_t *json, struct expr_error *error)
{
    if (json_is_array(json))
        return true;
    return value_fail_shape(error, json_is_object(json)
                                       ? "Start of structure or map found where not expected"
                                       : "Unexpected field type");
}

static json_t *copy_set(enum value_type type, const json_t *json, struct expr_error *error)
{
    if (!check_array(json, error))
        return NULL;
    if (json_array_size(json) == 0) {
        expr_fail(error, "One or more parameter values were invalid: %s", set_rules[type].empty);
        return NULL;
    }
    json_t *out = copy_elements(json, set_rules[type].copy_element, error);
    if (out != NULL && !value_check_distinct(type, out, error)) {
        json_decref(out);
        return NULL;
    }
    return out;
}

static json_t *copy_value(const json_t *value, size_t depth, struct expr_error *error);

bool value_fail_depth(struct expr_error *error)
{
    return expr_fail(error, "Nesting Levels have exceeded supported limits: Attributes in the item "
                            "have nested levels beyond supported limit");
}

static json_t *copy_list(const json_t *json, size_t depth, struct expr_error *error)
{
    json_t *out = check_array(json, error) ? json_array() : NULL;
    size_t index;
    json_t *element;
    json_array_foreach (value_loose(json), index, element) {
        if (out != NULL && json_array_append_new(out, copy_value(element, depth, error)) != 0) {
            json_decref(out);
            return NULL;
        }
    }
    return out;
}

static bool fail_nameless(struct expr_error *error)
{
    return expr_fail(error, "Empty attribute name");
}

static bool check_name_size(const char *name, struct expr_error *error)
{
    return strlen(name) <= VALUE_NAME_SIZE_MAX ||
           expr_fail(error, "One or more parameter values were invalid: Attribute name is too "
                            "large, must be less than 65536 bytes");
}

bool value_check_name(const char *name, struct expr_error *error)
{
    return *name == '\0' ? fail_nameless(error) : check_name_size(name, error);
}

/* Has a map inside the value a member without a name? Unlike those of the item itself, AWS looks
 * for these when all else is right. */
static bool has_nameless(const json_t *value)
{
    const json_t *payload = value_payload(value);
    enum value_type type = value_type_of(value);
    const char *name;
    json_t *child;
    size_t index;
    if (type == VALUE_L) {
        json_array_foreach (payload, index, child)
            if (has_nameless(child))
                return true;
    }
    if (type == VALUE_M) {
        json_object_foreach (value_loose(payload), name, child)
            if (*name == '\0' || has_nameless(child))
                return true;
    }
    return false;
}

/* Takes over the copy; NULL with the error where it is NULL or has such a member. */
static json_t *with_names(json_t *copy, bool nameless, struct expr_error *error)
{
    if (copy != NULL && nameless) {
        json_decref(copy);
        fail_nameless(error);
        return NULL;
    }
    return copy;
}

static bool add_member(json_t *out, const char *name, json_t *copy, struct expr_error *error)
{
    if (!check_name_size(name, error)) {
        json_decref(copy);
        return false;
    }
    return json_object_set_new_nocheck(out, name, copy) == 0;
}

static json_t *copy_members(const json_t *json, size_t depth, struct expr_error *error)
{
    json_t *out = json_object();
    const char *name;
    json_t *member;
    json_object_foreach (value_loose(json), name, member) {
        if (out != NULL && !add_member(out, name, copy_value(member, depth, error), error)) {
            json_decref(out);
            return NULL;
        }
    }
    return out;
}

static json_t *copy_map(const json_t *json, size_t depth, struct expr_error *error)
{
    if (json_is_object(json))
        return copy_members(json, depth, error);
    if (json_is_array(json)) {
        value_fail_shape(error, "Unrecognized collection type java.util.Map<java.lang.String, "
                                "com.amazonaws.dynamodb.v20120810.AttributeValue>");
    } else {
        value_fail_shape(error, "Unexpected field type");
    }
    return NULL;
}

static copy_fn *const scalar_copies[VALUE_TYPE_COUNT] = {
    [VALUE_S] = value_copy_string,  [VALUE_N] = value_copy_number,
    [VALUE_B] = value_copy_binary,  [VALUE_BOOL] = value_copy_boolean,
    [VALUE_NULL] = value_copy_null,
};

static json_t *copy_payload(enum value_type type, const json_t *payload, size_t depth,
                            struct expr_error *error)
{
    if (scalar_copies[type] != NULL)
        return scalar_copies[type](payload, error);
    if (set_rules[type].copy_element != NULL)
        return copy_set(type, payload, error);
    return type == VALUE_L ? copy_list(payload, depth + 1, error)
                           : copy_map(payload, depth + 1, error);
}

/* The known type keys that are set; *type is the last. A null member counts as absent. */
static size_t count_types(const json_t *value, enum value_type *type)
{
    size_t found = 0;
    const char *name;
    json_t *payload;
    json_object_foreach (value_loose(value), name, payload) {
        enum value_type named = value_type_named(name);
        if (named != VALUE_NONE && !json_is_null(payload)) {
            *type = named;
            found++;
        }
    }
    return found;
}

/* With several type keys AWS names a wrong number or set before it names their count. */
static bool fail_several(const json_t *value, size_t depth, struct expr_error *error)
{
    const char *name;
    json_t *payload;
    json_object_foreach (value_loose(value), name, payload) {
        enum value_type type = value_type_named(name);
        if (type == VALUE_NONE || json_is_null(payload))
            continue;
        json_t *copy = copy_payload(type, payload, depth, error);
        if (copy == NULL)
            return false;
        json_decref(copy);
    }
    return expr_fail(error, "Supplied AttributeValue has more than one datatypes set, must contain "
                            "exactly one of the supported datatypes");
}

static bool find_type(const json_t *value, size_t depth, enum value_type *type,
                      struct expr_error *error)
{
    size_t found = count_types(value, type);
    if (found > 1)
        return fail_several(value, depth, error);
    if (found == 0) {
        return expr_fail(error, "Supplied AttributeValue is empty, must contain exactly one of the "
                                "supported datatypes");
    }
    return true;
}

static bool check_struct(const json_t *value, struct expr_error *error)
{
    if (json_is_object(value))
        return true;
    if (json_is_array(value)) {
        return value_fail_shape(error, "Unrecognized collection type class "
                                       "com.amazonaws.dynamodb.v20120810.AttributeValue");
    }
    return value_fail_shape(error, "Unexpected value type in payload");
}

/* Takes over the payload. */
static json_t *with_type(enum value_type type, json_t *payload)
{
    json_t *value = json_object();
    if (json_object_set_new_nocheck(value, value_type_name(type), payload) != 0) {
        json_decref(value);
        return NULL;
    }
    return value;
}

static json_t *copy_value(const json_t *value, size_t depth, struct expr_error *error)
{
    enum value_type type = VALUE_NONE;
    if (depth >= VALUE_DEPTH_MAX) {
        value_fail_depth(error);
        return NULL;
    }
    if (!check_struct(value, error) || !find_type(value, depth, &type, error))
        return NULL;
    json_t *payload =
        copy_payload(type, json_object_get(value, value_type_name(type)), depth, error);
    return payload != NULL ? with_type(type, payload) : NULL;
}

/* Without memory the copies fail silently; this names it. */
static json_t *with_error(json_t *copy, struct expr_error *error, struct expr_error *found)
{
    if (copy == NULL && found->message[0] == '\0')
        expr_fail_memory(error);
    else if (copy == NULL)
        *error = *found;
    return copy;
}

json_t *value_canonical(const json_t *value, struct expr_error *error)
{
    struct expr_error found;
    found.words = error->words;
    found.message[0] = '\0';
    json_t *copy = copy_value(value, 0, &found);
    return with_error(with_names(copy, has_nameless(copy), &found), error, &found);
}

json_t *value_item_canonical(const json_t *item, struct expr_error *error)
{
    struct expr_error found;
    found.words = error->words;
    found.message[0] = '\0';
    json_t *copy = json_object_get(item, "") != NULL ? NULL : copy_map(item, 0, &found);
    bool nameless = false;
    const char *name;
    json_t *value;
    json_object_foreach (copy, name, value)
        nameless = nameless || has_nameless(value);
    if (copy == NULL && found.message[0] == '\0' && json_object_get(item, "") != NULL)
        fail_nameless(&found);
    return with_error(with_names(copy, nameless, &found), error, &found);
}

size_t value_depth(const json_t *value)
{
    size_t deepest = 0;
    size_t index;
    const char *name;
    json_t *child;
    json_t *payload = value_payload(value);
    enum value_type type = value_type_of(value);
    if (type == VALUE_L) {
        json_array_foreach (payload, index, child) {
            size_t depth = value_depth(child);
            deepest = depth > deepest ? depth : deepest;
        }
        return deepest + 1;
    }
    if (type != VALUE_M)
        return 1;
    json_object_foreach (payload, name, child) {
        size_t depth = value_depth(child);
        deepest = depth > deepest ? depth : deepest;
    }
    return deepest + 1;
}
