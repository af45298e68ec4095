/* SPDX-License-Identifier: Apache-2.0 */
/* The JSON types of a request, as AWS's JSON reader checks them. */
#include "params/param.h"

#include <ctype.h>
#include <math.h>
#include <string.h>
#include <strings.h>

static bool check(const struct param *param, json_t **value, struct fault *fault);

static bool wrong(struct fault *fault, const char *message)
{
    return fault_set(fault, FAULT_SERIALIZATION, "%s", message);
}

/* `what` is what AWS says it wanted: "an String". */
static bool wrong_scalar(const json_t *value, const char *what, struct fault *fault)
{
    const char *class = NULL;
    switch (json_typeof(value)) {
    case JSON_OBJECT:
        return wrong(fault, "Start of structure or map found where not expected.");
    case JSON_ARRAY:
        return wrong(fault, "Start of list found where not expected");
    case JSON_STRING:
        class = "java.lang.String";
        break;
    case JSON_INTEGER:
    case JSON_REAL:
        class = "com.amazon.coral.value.json.numbers.TruncatingBigNumber";
        break;
    case JSON_TRUE:
    case JSON_FALSE:
    case JSON_NULL:
        class = "java.lang.Boolean";
        break;
    }
    return fault_set(fault, FAULT_SERIALIZATION, "class %s can not be converted to %s", class,
                     what);
}

/* AWS takes some words for booleans. */
static bool check_boolean(json_t **value, struct fault *fault)
{
    static const struct {
        const char *word;
        bool meaning;
    } words[] = {{"TRUE", true},   {"1", true},  {"YES", true},
                 {"FALSE", false}, {"0", false}, {"NO", false}};
    if (json_is_boolean(*value))
        return true;
    if (!json_is_string(*value))
        return wrong_scalar(*value, "an Boolean", fault);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcasecmp(json_string_value(*value), words[i].word) == 0) {
            *value = json_boolean(words[i].meaning);
            return true;
        }
    }
    char shown[64] = "";
    const char *text = json_string_value(*value);
    for (size_t i = 0; text[i] != '\0' && i < sizeof shown - 1; i++)
        shown[i] = (char)toupper((unsigned char)text[i]);
    return fault_set(fault, FAULT_SERIALIZATION, "'%s' can not be converted to an Boolean", shown);
}

/* Down to a whole number of 32 bits. */
static bool check_integer(json_t **value, struct fault *fault)
{
    if (!json_is_number(*value))
        return wrong_scalar(*value, "an Integer", fault);
    double whole = floor(json_number_value(*value));
    whole = whole > INT32_MAX ? INT32_MAX : whole < INT32_MIN ? INT32_MIN : whole;
    if (!json_is_integer(*value) || json_integer_value(*value) != (json_int_t)whole)
        *value = json_integer((json_int_t)whole);
    return *value != NULL || fault_bare(fault, FAULT_INTERNAL);
}

static bool wrong_blob(const char *text, const char *why, struct fault *fault)
{
    return fault_set(fault, FAULT_SERIALIZATION, "'%s' can not be converted to a Blob: %s", text,
                     why);
}

/* Padded base64 (RFC 4648) without stray bits before the padding. */
static bool check_blob(const json_t *value, struct fault *fault)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *text = json_string_value(value);
    if (text == NULL)
        return wrong_scalar(value, "a Blob", fault);
    size_t length = json_string_length(value), count = strspn(text, digits);
    size_t padding = strspn(text + count, "=");
    if (length % 4 != 0) {
        return fault_set(fault, FAULT_SERIALIZATION,
                         "'%s' can not be converted to a Blob: Base64 encoded length is expected "
                         "a multiple of 4 bytes but found: %zu",
                         text, length);
    }
    if (count + padding != length || padding > 2) {
        const char *bad = text + count;
        return fault_set(fault, FAULT_SERIALIZATION,
                         "'%s' can not be converted to a Blob: Invalid Base64 character: '%c'",
                         text, *bad);
    }
    size_t last = padding == 0 ? 0 : (size_t)(strchr(digits, text[count - 1]) - digits);
    return last % (padding == 2 ? 16 : 4) == 0 ||
           wrong_blob(text, "Invalid last non-pad Base64 character dectected", fault);
}

static bool check_list(const struct param *param, json_t *list, struct fault *fault)
{
    if (json_is_object(list))
        return wrong(fault, "Start of structure or map found where not expected.");
    if (!json_is_array(list))
        return wrong(fault, "Expected list or null");
    for (size_t i = 0; i < json_array_size(list); i++) {
        json_t *was = json_array_get(list, i), *value = was;
        if (json_is_null(was))
            continue;
        if (!check(param->of, &value, fault))
            return false;
        if (value != was && json_array_set_new(list, i, value) != 0)
            return fault_bare(fault, FAULT_INTERNAL);
    }
    return true;
}

static bool check_map(const struct param *param, json_t *map, struct fault *fault)
{
    const char *key;
    json_t *value;
    void *next;
    if (json_is_array(map))
        return wrong(fault, "Start of list found where not expected");
    if (!json_is_object(map))
        return wrong(fault, "Expected map or null");
    json_object_foreach_safe (map, next, key, value) {
        json_t *was = value;
        if (json_is_null(value))
            json_object_del(map, key);
        else if (!check(param->of, &value, fault))
            return false;
        else if (value != was && json_object_set_new_nocheck(map, key, value) != 0)
            return fault_bare(fault, FAULT_INTERNAL);
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
bool param_check_types(const struct param *params, json_t *args, struct fault *fault)
{
    const char *key;
    json_t *value;
    void *next;
    json_object_foreach_safe (args, next, key, value)
        if (json_is_null(value) || member(params, key) == NULL)
            json_object_del(args, key);
    for (; params->name != NULL; params++) {
        json_t *was = json_object_get(args, params->name);
        value = was;
        if (was == NULL)
            continue;
        if (!check(params, &value, fault))
            return false;
        if (value != was && json_object_set_new(args, params->name, value) != 0)
            return fault_bare(fault, FAULT_INTERNAL);
    }
    return true;
}

static bool check_struct(const struct param *param, json_t *value, struct fault *fault)
{
    if (json_is_array(value))
        return wrong(fault, "Start of list found where not expected");
    if (!json_is_object(value))
        return wrong(fault, "Expected null");
    return param_check_types(param->of, value, fault);
}

/* *value is replaced by a new reference where a value has another plain form. */
static bool check(const struct param *param, json_t **value, struct fault *fault)
{
    switch (param->type) {
    case PARAM_STRING:
        return json_is_string(*value) || wrong_scalar(*value, "an String", fault);
    case PARAM_BOOLEAN:
        return check_boolean(value, fault);
    case PARAM_INTEGER:
        return check_integer(value, fault);
    case PARAM_TIMESTAMP:
        return json_is_number(*value) || wrong_scalar(*value, "milliseconds since epoch", fault);
    case PARAM_BLOB:
        return check_blob(*value, fault);
    case PARAM_LIST:
        return check_list(param, *value, fault);
    case PARAM_MAP:
        return check_map(param, *value, fault);
    case PARAM_STRUCT:
        return check_struct(param, *value, fault);
    }
    return fault_bare(fault, FAULT_INTERNAL);
}
