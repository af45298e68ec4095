/* SPDX-License-Identifier: Apache-2.0 */
/* An AttributeValue of an answer to the plain JSON value that says the same. */
#include <stdbool.h>
#include <string.h>

#include "client/attribute.h"
#include "client/conversion.h"
#include "client/number.h"

static json_t *string(const struct conversion *c, json_t *json, const struct attr_path *path)
{
    return json_is_string(json) ? json_incref(json) : conversion_refuse(c, path, "not a string");
}

static json_t *number(const struct conversion *c, json_t *json, const struct attr_path *path)
{
    const char *text = json_string_value(json);
    if (text == NULL || strlen(text) != json_string_length(json) || !attr_number_valid(text))
        return conversion_refuse(c, path, "not a decimal number in a string");
    json_t *exact = attr_number_json(c->ctx->host, text);
    return exact != NULL ? exact : conversion_memory(c, path);
}

static json_t *binary(const struct conversion *c, json_t *json, const struct attr_path *path)
{
    if (!conversion_is_base64(json))
        return conversion_refuse(c, path, "not a base64 string");
    return conversion_tagged(c, SLRUN_TAG_BINARY, json_incref(json), path);
}

static json_t *boolean(const struct conversion *c, json_t *json, const struct attr_path *path)
{
    return json_is_boolean(json) ? json_incref(json) : conversion_refuse(c, path, "not a boolean");
}

static json_t *null(const struct conversion *c, json_t *json, const struct attr_path *path)
{
    return json_is_true(json) ? json_null() : conversion_refuse(c, path, "NULL is not true");
}

static json_t *map(const struct conversion *c, json_t *json, const struct attr_path *path)
{
    return conversion_guard(c, conversion_map(c, json, path), path);
}

/* The types of an AttributeValue. With a `set` tag, `read` reads a member of that set. */
static const struct {
    const char *type;
    json_t *(*read)(const struct conversion *c, json_t *json, const struct attr_path *path);
    const char *set;
} types[] = {
    {"S", string, NULL},
    {"N", number, NULL},
    {"B", binary, NULL},
    {"BOOL", boolean, NULL},
    {"NULL", null, NULL},
    {"L", conversion_list, NULL},
    {"M", map, NULL},
    {"SS", string, "string_set"},
    {"NS", number, "number_set"},
    {"BS", binary, "binary_set"},
};

static json_t *value(const struct conversion *c, json_t *json, const struct attr_path *path)
{
    if (json_object_size(json) != 1)
        return conversion_refuse(c, path, "not an AttributeValue: an object with one member");
    void *only = json_object_iter(json);
    const char *type = json_object_iter_key(only);
    json_t *inner = json_object_iter_value(only);
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        if (strcmp(type, types[i].type) != 0)
            continue;
        if (types[i].set == NULL)
            return types[i].read(c, inner, path);
        struct conversion member = *c;
        member.value = types[i].read;
        return conversion_tagged(c, types[i].set, conversion_set(&member, inner, path), path);
    }
    return conversion_refuse(c, path, "an AttributeValue of an unknown type");
}

json_t *attr_from_wire(struct slrun_ctx *ctx, json_t *json, const struct attr_path *path)
{
    struct conversion c = {.ctx = ctx, .kind = SLRUN_E_PROTOCOL, .value = value};
    return value(&c, json, path);
}
