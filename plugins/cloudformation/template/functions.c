/* SPDX-License-Identifier: Apache-2.0 */
#include "template/functions.h"

#include <stdlib.h>
#include <string.h>

#include "template/value.h"

enum { TEXT_MAX = 1 << 20 }; /* of what a function makes */

static json_t *problem(const struct at *at, const struct scope *scope, const char *text)
{
    at_problem(at, scope->problems, "%s", text);
    return NULL;
}

/* ---- strings ---- */

#define JOIN_FORM                                                                                  \
    "Template error: every Fn::Join object requires two parameters, (1) a string delimiter and "   \
    "(2) a list of strings to be joined or a function that returns a list of strings (such as "    \
    "Fn::GetAZs) to be joined."

static bool append(json_t **all, const json_t *more)
{
    json_t *text = json_string_length(*all) + json_string_length(more) > TEXT_MAX
                       ? NULL
                       : json_sprintf("%s%s", json_string_value(*all), json_string_value(more));
    json_decref(*all);
    *all = text;
    return text != NULL;
}

static json_t *join(const struct scope *scope, const json_t *args, const struct at *at)
{
    const json_t *delimiter = json_array_get(args, 0), *list = json_array_get(args, 1);
    json_t *all = json_string(""), *element;
    size_t i;
    if (!json_is_string(delimiter) || !json_is_array(list)) {
        json_decref(all);
        return problem(at, scope, JOIN_FORM);
    }
    json_array_foreach (list, i, element) {
        json_t *text = value_text(element);
        bool ok = all && text && (i == 0 || append(&all, delimiter)) && append(&all, text);
        json_decref(text);
        if (!ok) {
            json_decref(all);
            return problem(at, scope, JOIN_FORM);
        }
    }
    return all;
}

#define SPLIT_FORM                                                                                 \
    "Template error: every Fn::Split object requires two parameters, (1) a string delimiter and "  \
    "(2) a string to be split or a function that returns a string to be split."

static json_t *split(const struct scope *scope, const json_t *args, const struct at *at)
{
    const char *delimiter = json_string_value(json_array_get(args, 0));
    json_t *text = value_text(json_array_get(args, 1));
    if (!delimiter || !*delimiter || !text) {
        json_decref(text);
        return problem(at, scope, SPLIT_FORM);
    }
    json_t *list = json_array();
    const char *c = json_string_value(text), *end;
    while ((end = strstr(c, delimiter))) {
        json_array_append_new(list, json_stringn(c, (size_t)(end - c)));
        c = end + strlen(delimiter);
    }
    json_array_append_new(list, json_string(c));
    json_decref(text);
    return list;
}

static json_t *base64(const struct scope *scope, const json_t *args, const struct at *at)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    json_t *text = value_text(args);
    size_t n = json_string_length(text), o = 0;
    const unsigned char *c = (const unsigned char *)json_string_value(text);
    char *out = text ? malloc(n / 3 * 4 + 5) : NULL;
    for (size_t i = 0; out && i < n; i += 3) {
        unsigned v = (unsigned)c[i] << 16 | (i + 1 < n ? (unsigned)c[i + 1] << 8 : 0) |
                     (i + 2 < n ? c[i + 2] : 0);
        out[o++] = digits[v >> 18];
        out[o++] = digits[v >> 12 & 63];
        out[o++] = i + 1 < n ? digits[v >> 6 & 63] : '=';
        out[o++] = i + 2 < n ? digits[v & 63] : '=';
    }
    json_t *result = out ? json_stringn(out, o) : NULL;
    free(out);
    json_decref(text);
    return result ? result
                  : problem(at, scope,
                            "Template error: every Fn::Base64 object must have a String-typed "
                            "value.");
}

static json_t *to_json_string(const struct scope *scope, const json_t *args, const struct at *at)
{
    char *text = json_dumps(args, JSON_COMPACT | JSON_REAL_PRECISION(15));
    json_t *result = text ? json_string(text) : NULL;
    free(text);
    return result ? result
                  : problem(at, scope, "Template error: Fn::ToJsonString requires a map or a list");
}

/* ---- lists ---- */

static json_t *number_of(const json_t *value, long *number)
{
    json_t *text = value_text(value);
    char *end = NULL;
    *number = text ? strtol(json_string_value(text), &end, 10) : -1;
    if (text && (*end || end == json_string_value(text))) {
        json_decref(text);
        text = NULL;
    }
    return text;
}

static json_t *element_of(const struct scope *scope, const json_t *args, const struct at *at)
{
    const json_t *list = json_array_get(args, 1);
    long index;
    json_t *number = number_of(json_array_get(args, 0), &index);
    json_decref(number);
    if (!number || !json_is_array(list))
        return problem(at, scope,
                       "Template error: Fn::Select requires a list argument with two elements: an "
                       "integer index and a list");
    json_t *element = index < 0 ? NULL : json_array_get(list, (size_t)index);
    if (!element)
        at_problem(at, scope->problems,
                   "Template error: Fn::Select cannot select nonexistent value at index %ld",
                   index);
    return json_incref(element);
}

static json_t *length(const struct scope *scope, const json_t *args, const struct at *at)
{
    return json_is_array(args) ? json_integer((json_int_t)json_array_size(args))
                               : problem(at, scope, "Template error: Fn::Length requires a list");
}

static json_t *zones(const struct scope *scope, const json_t *args, const struct at *at)
{
    const char *region = json_string_value(args);
    if (!region)
        return problem(
            at, scope,
            "Template error: Fn::GetAZs requires a string: the name of a region, or \"\"");
    if (!*region)
        region = json_string_value(json_object_get(scope->parameters, "AWS::Region"));
    return json_pack("[o, o, o]", json_sprintf("%sa", region), json_sprintf("%sb", region),
                     json_sprintf("%sc", region));
}

static json_t *cidr(const struct scope *scope, const json_t *args, const struct at *at)
{
    long count, bits = 0;
    const char *block = json_string_value(json_array_get(args, 0));
    const json_t *third = json_array_get(args, 2);
    json_t *a = number_of(json_array_get(args, 1), &count);
    json_t *b = third ? number_of(third, &bits) : NULL;
    bool ok = block && a && (b || !third);
    json_decref(a);
    json_decref(b);
    if (!third)
        bits = block && strchr(block, ':') ? 64 : 8;
    json_t *list = ok ? cidr_blocks(block, count, bits) : NULL;
    return list
               ? list
               : problem(at, scope,
                         "Template error: every Fn::Cidr object requires three parameters, (1) a "
                         "CIDR block, (2) the count of blocks, 1 to 256, and (3) the count of bits "
                         "of each, that fit into the block.");
}

/* ---- exports ---- */

static json_t *import_value(const struct scope *scope, const json_t *args, const struct at *at)
{
    const char *name = json_string_value(args);
    if (!name)
        return problem(at, scope,
                       "Template error: the attribute in Fn::ImportValue must not depend on any "
                       "resources, imported values, or Fn::GetAZs");
    json_t *value = json_object_get(scope->exports, name);
    if (!value)
        at_problem(at, scope->problems, "No export named %s found.", name);
    else if (scope->imports)
        json_object_set_new(scope->imports, name, json_true());
    return json_incref(value);
}

static json_t *refused(const struct scope *scope, const json_t *args, const struct at *at)
{
    const char *name = json_string_value(json_object_get(args, "Name"));
    at_problem(at, scope->problems,
               "Transform %s: what a macro or AWS::Include puts in has no transforms of its own",
               name ? name : "");
    return NULL;
}

static const struct function functions[] = {
    {"Fn::Join", 2, 2, JOIN_FORM, join, false},
    {"Fn::Split", 2, 2, SPLIT_FORM, split, false},
    {"Fn::Select", 2, 2,
     "Template error: Fn::Select requires a list argument with two elements: an integer index and "
     "a list",
     element_of, false},
    {"Fn::Base64", 0, 0, "", base64, false},
    {"Fn::GetAZs", 0, 0, "", zones, false},
    {"Fn::Cidr", 2, 3,
     "Template error: every Fn::Cidr object requires two or three parameters, the CIDR block, the "
     "count and the bits of each block.",
     cidr, false},
    {"Fn::ImportValue", 0, 0, "", import_value, false},
    {"Fn::Length", 0, 0, "", length, true},
    {"Fn::ToJsonString", 0, 0, "", to_json_string, true},
    {"Fn::Transform", 0, 0, "", refused, false},
};

const struct function *function_find(const char *name)
{
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (strcmp(functions[i].name, name) == 0)
            return &functions[i];
    return NULL;
}
