/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSON Schema, draft 4 (json-schema.org/draft-04), as models of API Gateway have it: all keywords
 * but format and dependencies. No library of Debian's validates it for C. References go to the
 * schema itself ("#/definitions/x") and to other models (".../models/NAME").
 */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "exec/exec.h"
#include "vtl/run.h"

enum { DEPTH_MAX = 64 };

struct check {
    const json_t *root; /* what "#" means */
    const json_t *models;
    int depth;
};

static bool matches(const struct check *c, const json_t *schema, const json_t *value);

/* ---- type, enum ---- */

static bool is_type(const char *type, const json_t *value)
{
    if (strcmp(type, "number") == 0)
        return json_is_number(value);
    if (strcmp(type, "integer") == 0)
        return json_is_integer(value) ||
               (json_is_real(value) && floor(json_real_value(value)) >= json_real_value(value));
    return (strcmp(type, "object") == 0 && json_is_object(value)) ||
           (strcmp(type, "array") == 0 && json_is_array(value)) ||
           (strcmp(type, "string") == 0 && json_is_string(value)) ||
           (strcmp(type, "boolean") == 0 && json_is_boolean(value)) ||
           (strcmp(type, "null") == 0 && json_is_null(value));
}

static bool k_type(const struct check *c, const json_t *schema, const json_t *rule,
                   const json_t *value)
{
    size_t i;
    json_t *one;
    (void)c, (void)schema;
    if (json_is_string(rule))
        return is_type(json_string_value(rule), value);
    json_array_foreach (rule, i, one)
        if (json_is_string(one) && is_type(json_string_value(one), value))
            return true;
    return false;
}

static bool k_enum(const struct check *c, const json_t *schema, const json_t *rule,
                   const json_t *value)
{
    size_t i;
    json_t *one;
    (void)c, (void)schema;
    json_array_foreach (rule, i, one)
        if (json_equal(one, value) ||
            (json_is_number(one) && json_is_number(value) && vtl_equal(one, value)))
            return true;
    return false;
}

/* ---- numbers ---- */

static bool k_minimum(const struct check *c, const json_t *schema, const json_t *rule,
                      const json_t *value)
{
    bool without = json_is_true(json_object_get(schema, "exclusiveMinimum"));
    double x = json_number_value(value), bound = json_number_value(rule);
    (void)c;
    return !json_is_number(value) || (without ? x > bound : x >= bound);
}

static bool k_maximum(const struct check *c, const json_t *schema, const json_t *rule,
                      const json_t *value)
{
    bool without = json_is_true(json_object_get(schema, "exclusiveMaximum"));
    double x = json_number_value(value), bound = json_number_value(rule);
    (void)c;
    return !json_is_number(value) || (without ? x < bound : x <= bound);
}

static bool k_multiple(const struct check *c, const json_t *schema, const json_t *rule,
                       const json_t *value)
{
    double parts = json_number_value(value) / json_number_value(rule);
    (void)c, (void)schema;
    return !json_is_number(value) || !isfinite(parts) || fabs(parts - round(parts)) < 1e-9;
}

/* ---- sizes ---- */

/* Characters of a string, elements, members; -1: it has no size of that kind. */
static long size_of(const char *keyword, const json_t *value)
{
    long n = 0;
    if (strstr(keyword, "Items"))
        return json_is_array(value) ? (long)json_array_size(value) : -1;
    if (strstr(keyword, "Properties"))
        return json_is_object(value) ? (long)json_object_size(value) : -1;
    if (!json_is_string(value))
        return -1;
    for (const char *at = json_string_value(value); *at; at++)
        n += (*at & 0xc0) != 0x80;
    return n;
}

static bool k_pattern(const struct check *c, const json_t *schema, const json_t *rule,
                      const json_t *value)
{
    (void)c, (void)schema;
    return !json_is_string(value) || !json_is_string(rule) ||
           vtl_regex_find(json_string_value(value), json_string_value(rule), false) != 0;
}

/* ---- arrays ---- */

static bool k_items(const struct check *c, const json_t *schema, const json_t *rule,
                    const json_t *value)
{
    size_t i;
    json_t *item;
    const json_t *more = json_object_get(schema, "additionalItems");
    json_array_foreach (value, i, item) {
        const json_t *one = json_is_array(rule) ? json_array_get(rule, i) : rule;
        if (!one && json_is_false(more))
            return false;
        one = one ? one : more;
        if (json_is_object(one) && !matches(c, one, item))
            return false;
    }
    return true;
}

static bool k_unique(const struct check *c, const json_t *schema, const json_t *rule,
                     const json_t *value)
{
    size_t i;
    json_t *item;
    (void)c, (void)schema;
    json_array_foreach (value, i, item) {
        for (size_t j = 0; json_is_true(rule) && j < i; j++)
            if (json_equal(item, json_array_get(value, j)))
                return false;
    }
    return true;
}

/* ---- objects ---- */

static bool k_required(const struct check *c, const json_t *schema, const json_t *rule,
                       const json_t *value)
{
    size_t i;
    json_t *name;
    (void)c, (void)schema;
    json_array_foreach (rule, i, name)
        if (json_is_object(value) && json_is_string(name) &&
            !json_object_get(value, json_string_value(name)))
            return false;
    return true;
}

static bool k_properties(const struct check *c, const json_t *schema, const json_t *rule,
                         const json_t *value)
{
    const char *name;
    json_t *one;
    (void)schema;
    json_object_foreach ((json_t *)(uintptr_t)rule, name, one) {
        const json_t *member = json_object_get(value, name);
        if (member && !matches(c, one, member))
            return false;
    }
    return true;
}

/* What the patterns of patternProperties that take a name say of the member. */
enum by_pattern { NOT_TAKEN, GOOD, WRONG };

static enum by_pattern by_pattern(const struct check *c, const json_t *schema, const char *name,
                                  const json_t *member)
{
    const char *pattern;
    json_t *one;
    enum by_pattern said = NOT_TAKEN;
    json_object_foreach (json_object_get(schema, "patternProperties"), pattern, one)
        if (said != WRONG && vtl_regex_find(name, pattern, false) == 1)
            said = matches(c, one, member) ? GOOD : WRONG;
    return said;
}

static bool k_additional(const struct check *c, const json_t *schema, const json_t *rule,
                         const json_t *value)
{
    const json_t *known = json_object_get(schema, "properties");
    const char *name;
    json_t *member;
    json_object_foreach ((json_t *)(uintptr_t)value, name, member) {
        enum by_pattern said = by_pattern(c, schema, name, member);
        bool judged = said != NOT_TAKEN || json_object_get(known, name);
        if (said == WRONG || (!judged && json_is_false(rule)) ||
            (!judged && json_is_object(rule) && !matches(c, rule, member)))
            return false;
    }
    return true;
}

static bool k_patterns(const struct check *c, const json_t *schema, const json_t *rule,
                       const json_t *value)
{
    const char *name;
    json_t *member;
    (void)rule;
    json_object_foreach ((json_t *)(uintptr_t)value, name, member)
        if (by_pattern(c, schema, name, member) == WRONG)
            return false;
    return true;
}

/* ---- combinations ---- */

static size_t count(const struct check *c, const json_t *rules, const json_t *value)
{
    size_t i, n = 0;
    json_t *one;
    json_array_foreach (rules, i, one)
        n += matches(c, one, value);
    return n;
}

static bool k_all(const struct check *c, const json_t *schema, const json_t *rule,
                  const json_t *value)
{
    (void)schema;
    return count(c, rule, value) == json_array_size(rule);
}

static bool k_any(const struct check *c, const json_t *schema, const json_t *rule,
                  const json_t *value)
{
    (void)schema;
    return count(c, rule, value) > 0;
}

static bool k_one(const struct check *c, const json_t *schema, const json_t *rule,
                  const json_t *value)
{
    (void)schema;
    return count(c, rule, value) == 1;
}

static bool k_not(const struct check *c, const json_t *schema, const json_t *rule,
                  const json_t *value)
{
    (void)schema;
    return !matches(c, rule, value);
}

static const struct {
    const char *keyword;
    bool (*check)(const struct check *c, const json_t *schema, const json_t *rule,
                  const json_t *value);
} keywords[] = {
    {"type", k_type},
    {"enum", k_enum},
    {"minimum", k_minimum},
    {"maximum", k_maximum},
    {"multipleOf", k_multiple},
    {"pattern", k_pattern},
    {"items", k_items},
    {"uniqueItems", k_unique},
    {"required", k_required},
    {"properties", k_properties},
    {"additionalProperties", k_additional},
    {"patternProperties", k_patterns},
    {"allOf", k_all},
    {"anyOf", k_any},
    {"oneOf", k_one},
    {"not", k_not},
};

static bool sizes_match(const json_t *schema, const json_t *value)
{
    static const char *const sizes[] = {"minLength", "maxLength",     "minItems",
                                        "maxItems",  "minProperties", "maxProperties"};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        const json_t *rule = json_object_get(schema, sizes[i]);
        long n = rule ? size_of(sizes[i], value) : -1;
        if (n >= 0 &&
            (sizes[i][1] == 'i' ? n < json_integer_value(rule) : n > json_integer_value(rule)))
            return false;
    }
    return true;
}

/* ---- references ---- */

static const json_t *in_document(const json_t *root, const char *pointer)
{
    while (*pointer == '/' && root) {
        size_t n = strcspn(++pointer, "/");
        root = json_object_getn(root, pointer, n);
        pointer += n;
    }
    return root;
}

static bool match_reference(const struct check *c, const char *to, const json_t *value)
{
    const char *model = strstr(to, "/models/");
    struct check inner = *c;
    const json_t *schema = *to == '#' ? in_document(c->root, to + 1) : NULL;
    json_t *other = NULL;
    inner.depth++;
    if (model) {
        const char *text = text_get(json_object_get(c->models, model + 8), "schema");
        schema = other = text ? json_loads(text, 0, NULL) : NULL;
        inner.root = other;
    }
    bool good = schema && matches(&inner, schema, value);
    json_decref(other);
    return good;
}

static bool matches(const struct check *c, const json_t *schema, const json_t *value)
{
    struct check inner = *c;
    const char *reference = text_get(schema, "$ref");
    if (++inner.depth > DEPTH_MAX)
        return false;
    if (reference)
        return match_reference(&inner, reference, value);
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        const json_t *rule = json_object_get(schema, keywords[i].keyword);
        if (rule && !keywords[i].check(&inner, schema, rule, value))
            return false;
    }
    return sizes_match(schema, value);
}

bool schema_matches(const json_t *schema, const json_t *value, const json_t *models)
{
    const struct check c = {schema, models, 0};
    return matches(&c, schema, value);
}
