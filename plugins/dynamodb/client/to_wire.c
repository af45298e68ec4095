/* SPDX-License-Identifier: Apache-2.0 */
/* A plain JSON value to the AttributeValue that says the same: by its JSON type, or by its tag. */
#include <stdbool.h>
#include <string.h>

#include "client/attribute.h"
#include "client/conversion.h"
#include "client/number.h"

/* {"TYPE": value}; takes over `value`, which may be NULL with the error filled already. */
static json_t *typed(const struct conversion *c, const char *type, json_t *value,
                     const struct attr_path *path)
{
    if (value == NULL)
        return NULL;
    json_t *wire = json_object();
    if (wire == NULL) {
        json_decref(value);
        return conversion_memory(c, path);
    }
    if (json_object_set_new_nocheck(wire, type, value) != 0) {
        json_decref(wire);
        return conversion_memory(c, path);
    }
    return wire;
}

static json_t *string(const struct conversion *c, json_t *json, const struct attr_path *path)
{
    return json_is_string(json) ? json_incref(json)
                                : conversion_refuse(c, path, "expected a string");
}

static json_t *real(const struct conversion *c, json_t *json, const struct attr_path *path)
{
    char text[ATTR_NUMBER_TEXT_MAX];
    if (!attr_number_print(json_real_value(json), text))
        return conversion_refuse(c, path, "DynamoDB stores no NaN and no infinity");
    return json_string(text);
}

static json_t *decimal(const struct conversion *c, json_t *text, const struct attr_path *path)
{
    if (!json_is_string(text) || strlen(json_string_value(text)) != json_string_length(text) ||
        !attr_number_valid(json_string_value(text)))
        return conversion_refuse(c, path, "the text of this dynamodb.number is no decimal number");
    return json_incref(text);
}

static json_t *number(const struct conversion *c, json_t *json, const struct attr_path *path)
{
    json_t *inner = NULL;
    if (json_is_integer(json))
        return json_sprintf("%" JSON_INTEGER_FORMAT, json_integer_value(json));
    if (json_is_real(json))
        return real(c, json, path);
    const char *tag = c->ctx->host->tagged_get(json, &inner);
    if (tag == NULL || strcmp(tag, SLRUN_TAG_NUMBER) != 0)
        return conversion_refuse(c, path, "expected a number");
    return decimal(c, inner, path);
}

static json_t *binary(const struct conversion *c, json_t *json, const struct attr_path *path)
{
    json_t *inner = NULL;
    const char *tag = c->ctx->host->tagged_get(json, &inner);
    if (tag == NULL || strcmp(tag, SLRUN_TAG_BINARY) != 0)
        return conversion_refuse(c, path, "expected binary");
    return conversion_is_base64(inner) ? json_incref(inner)
                                       : conversion_refuse(c, path, "not valid base64");
}

static json_t *map(const struct conversion *c, json_t *json, const struct attr_path *path)
{
    json_t *inner = NULL;
    (void)c->ctx->host->tagged_get(json, &inner);
    return conversion_map(c, inner, path);
}

/* Tagged values: what stands on the wire, and what reads them. A set's `value` reads a member. */
static const struct {
    const char *tag;
    const char *type;
    json_t *(*value)(const struct conversion *c, json_t *json, const struct attr_path *path);
    bool set;
} tags[] = {
    {SLRUN_TAG_BINARY, "B", binary, false}, {SLRUN_TAG_NUMBER, "N", number, false},
    {SLRUN_TAG_MAP, "M", map, false},       {"string_set", "SS", string, true},
    {"number_set", "NS", number, true},     {"binary_set", "BS", binary, true},
};

static json_t *tagged(const struct conversion *c, json_t *json, const struct attr_path *path)
{
    json_t *inner = NULL;
    const char *tag = c->ctx->host->tagged_get(json, &inner);
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        if (strcmp(tag, tags[i].tag) != 0)
            continue;
        if (!tags[i].set)
            return typed(c, tags[i].type, tags[i].value(c, json, path), path);
        struct conversion member = *c;
        member.value = tags[i].value;
        return typed(c, tags[i].type, conversion_set(&member, inner, path), path);
    }
    return conversion_refuse(c, path, "DynamoDB has no type for this kind of value");
}

static json_t *value(const struct conversion *c, json_t *json, const struct attr_path *path)
{
    json_t *inner = NULL;
    switch (json_typeof(json)) {
    case JSON_STRING:
        return typed(c, "S", json_incref(json), path);
    case JSON_INTEGER:
    case JSON_REAL:
        return typed(c, "N", number(c, json, path), path);
    case JSON_TRUE:
    case JSON_FALSE:
        return typed(c, "BOOL", json_boolean(json_is_true(json)), path);
    case JSON_NULL:
        return typed(c, "NULL", json_true(), path);
    case JSON_ARRAY:
        return typed(c, "L", conversion_list(c, json, path), path);
    case JSON_OBJECT:
        break;
    }
    if (c->ctx->host->tagged_get(json, &inner) != NULL)
        return tagged(c, json, path);
    return typed(c, "M", conversion_map(c, json, path), path);
}

json_t *attr_to_wire(struct slrun_ctx *ctx, json_t *json, const struct attr_path *path)
{
    struct conversion c = {.ctx = ctx, .kind = SLRUN_E_USAGE, .value = value};
    return value(&c, json, path);
}
