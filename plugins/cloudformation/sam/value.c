/* SPDX-License-Identifier: Apache-2.0 */
/* Values of a template, and intrinsic functions. */
#include "sam/value.h"

#include <stdarg.h>
#include <string.h>

json_t *sam_get(const json_t *object, const char *key)
{
    json_t *value = json_object_get(object, key);
    return json_is_null(value) ? NULL : value;
}

const char *sam_text(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

bool sam_given(const json_t *value)
{
    if (value == NULL)
        return false;
    switch (json_typeof(value)) {
    case JSON_OBJECT:
        return json_object_size(value) > 0;
    case JSON_ARRAY:
        return json_array_size(value) > 0;
    case JSON_STRING:
        return json_string_length(value) > 0;
    case JSON_INTEGER:
        return json_integer_value(value) != 0;
    case JSON_REAL:
        return json_real_value(value) != 0;
    case JSON_TRUE:
        return true;
    case JSON_FALSE:
    case JSON_NULL:
        break;
    }
    return false;
}

bool sam_has(const json_t *object, const char *key)
{
    return sam_given(json_object_get(object, key));
}

/* The only key of an object that has one. */
static const char *only_key(const json_t *value)
{
    if (json_object_size(value) != 1)
        return NULL;
    return json_object_iter_key(json_object_iter((json_t *)value));
}

bool sam_intrinsic(const json_t *value)
{
    const char *key = only_key(value);
    return key != NULL && (strcmp(key, "Ref") == 0 || strcmp(key, "Condition") == 0 ||
                           strncmp(key, "Fn::", 4) == 0);
}

json_t *sam_function(const json_t *value, const char *name)
{
    const char *key = only_key(value);
    return key != NULL && strcmp(key, name) == 0 ? json_object_get(value, name) : NULL;
}

bool sam_no_value(const json_t *value)
{
    return sam_equals(sam_function(value, "Ref"), "AWS::NoValue");
}

static bool copy_text(char *out, size_t size, const char *text, size_t length)
{
    if (length == 0 || length >= size)
        return false;
    memcpy(out, text, length);
    out[length] = '\0';
    return true;
}

bool sam_named(const json_t *value, char *id, size_t size)
{
    const char *name = json_string_value(sam_function(value, "Ref"));
    if (name != NULL)
        return copy_text(id, size, name, strlen(name));
    const json_t *argument = sam_function(value, "Fn::GetAtt");
    if (json_array_size(argument) == 2) {
        name = json_string_value(json_array_get(argument, 0));
        return name != NULL && copy_text(id, size, name, strlen(name));
    }
    name = json_string_value(argument);
    const char *dot = name == NULL ? NULL : strchr(name, '.');
    return dot != NULL && strchr(dot + 1, '.') == NULL &&
           copy_text(id, size, name, (size_t)(dot - name));
}

json_t *sam_ref(const char *id)
{
    return json_pack("{s:s}", "Ref", id);
}

json_t *sam_getatt(const char *id, const char *attribute)
{
    return json_pack("{s:[s, s]}", "Fn::GetAtt", id, attribute);
}

json_t *sam_sub(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    json_t *text = json_vsprintf(format, args);
    va_end(args);
    return json_pack("{s:o}", "Fn::Sub", text);
}

json_t *sam_if(const char *condition, json_t *yes, json_t *no)
{
    return json_pack("{s:[s, o, o]}", "Fn::If", condition, yes,
                     no == NULL ? sam_ref("AWS::NoValue") : no);
}

json_t *sam_tags(json_t *list, const json_t *more)
{
    json_t *tags = list == NULL ? json_array() : list;
    const char *key;
    json_t *value;
    json_object_foreach ((json_t *)more, key, value) {
        json_t *text = json_is_null(value) ? json_string("") : json_deep_copy(value);
        if (json_array_append_new(tags, json_pack("{s:s, s:o}", "Key", key, "Value", text)) != 0) {
            json_decref(tags);
            return NULL;
        }
    }
    return tags;
}

bool sam_alphanumeric(const char *text)
{
    const char *end = text;
    while ((*end >= '0' && *end <= '9') || ((*end | 32) >= 'a' && (*end | 32) <= 'z'))
        end++;
    return end != text && *end == '\0';
}

bool sam_equals(const json_t *value, const char *text)
{
    const char *mine = json_string_value(value);
    return mine != NULL && strcmp(mine, text) == 0;
}
