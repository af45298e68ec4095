/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/check.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "plugin/host.h"

#include <slrun/nearest.h>
#include <slrun/value.h>

enum { PATH_MAX_LEN = 256 };

#define BYTES "string or binary"

struct check {
    const struct slrun_op *op;
    struct slrun_error *error;
    char path[PATH_MAX_LEN]; /* of the value at hand: "Tags[2].Key" */
};

#define TYPE_NAME(symbol, name) name,
static const char *const type_names[] = {SLRUN_TYPES(TYPE_NAME)};

const char *type_name(enum slrun_type type)
{
    return (size_t)type < sizeof type_names / sizeof *type_names ? type_names[type] : "unknown";
}

static const char *json_name(const json_t *json)
{
    json_t *inner;
    const char *tag = host_table()->tagged_get(json, &inner);
    if (tag)
        return tag;
    static const char *const names[] = {
        [JSON_OBJECT] = "map",      [JSON_ARRAY] = "list",  [JSON_STRING] = "string",
        [JSON_INTEGER] = "integer", [JSON_REAL] = "number", [JSON_TRUE] = "true",
        [JSON_FALSE] = "false",     [JSON_NULL] = "null",
    };
    return names[json_typeof(json)];
}

static int wrong(struct check *c, const char *expected, const json_t *got)
{
    return error_set(c->error, SLRUN_E_USAGE, "%s: %s: expected %s, got %s", c->op->name, c->path,
                     expected, json_name(got));
}

static bool is_tagged(const json_t *json, const char *wanted)
{
    json_t *inner;
    const char *tag = host_table()->tagged_get(json, &inner);
    return tag && strcmp(tag, wanted) == 0;
}

/* The members of a plain object, also of one that is tagged as a map; NULL for any other. */
static const json_t *object_of(const json_t *json)
{
    json_t *inner;
    const char *tag = host_table()->tagged_get(json, &inner);
    if (tag)
        json = strcmp(tag, SLRUN_TAG_MAP) == 0 ? inner : NULL;
    return json_is_object(json) ? json : NULL;
}

static bool scalar_ok(enum slrun_type type, const json_t *json)
{
    switch (type) {
    case SLRUN_STRING:
        return json_is_string(json);
    case SLRUN_INTEGER:
        return json_is_integer(json);
    case SLRUN_FLOAT:
    case SLRUN_TIMESTAMP:
        return json_is_number(json);
    case SLRUN_BOOLEAN:
        return json_is_boolean(json);
    case SLRUN_BLOB:
        return json_is_string(json) || is_tagged(json, SLRUN_TAG_BINARY);
    default:
        return true;
    }
}

static int value(struct check *c, const struct slrun_shape *shape, const json_t *json);
static int members(struct check *c, const struct slrun_param *params, const json_t *json);

/* Checks `json` with one more step on the path, and takes the step off again. */
static int below(struct check *c, const struct slrun_shape *shape, const json_t *json,
                 const char *step)
{
    size_t n = strlen(c->path);
    if (n && *step != '[')
        text_append(c->path, sizeof c->path, ".");
    text_append(c->path, sizeof c->path, step);
    int result = value(c, shape, json);
    c->path[n] = '\0';
    return result;
}

static int word(struct check *c, const struct slrun_shape *shape, const json_t *json)
{
    const char *text = json_string_value(json);
    struct slrun_nearest near = {.word = text};
    for (const char *const *v = shape->values; *v; v++) {
        if (strcmp(*v, text) == 0)
            return 0;
        slrun_nearest_offer(&near, *v);
    }
    error_set(c->error, SLRUN_E_USAGE, "%s: %s: '%.60s' is not one of its values", c->op->name,
              c->path, text);
    if (near.best)
        return error_hint(c->error, "did you mean '%s'?", near.best);
    size_t n = 0;
    for (const char *const *v = shape->values; *v && n < sizeof c->error->hint - 1; v++) {
        int k = snprintf(c->error->hint + n, sizeof c->error->hint - n, "%s%s",
                         v == shape->values ? "one of " : ", ", *v);
        n += k > 0 ? (size_t)k : 0;
    }
    return -1;
}

static int entries(struct check *c, const struct slrun_shape *of, const json_t *object)
{
    const char *key;
    json_t *item;
    json_object_foreach ((json_t *)object, key, item)
        if (below(c, of, item, key) != 0)
            return -1;
    return 0;
}

static int elements(struct check *c, const struct slrun_shape *of, const json_t *list)
{
    json_t *item;
    size_t i;
    json_array_foreach (list, i, item) {
        char step[32];
        snprintf(step, sizeof step, "[%zu]", i + 1);
        if (below(c, of, item, step) != 0)
            return -1;
    }
    return 0;
}

static int value(struct check *c, const struct slrun_shape *shape, const json_t *json)
{
    const json_t *object = object_of(json);
    switch (shape->type) {
    case SLRUN_DOCUMENT:
        return 0;
    case SLRUN_STRUCTURE:
        if (!object)
            return wrong(c, "structure", json);
        return shape->members ? members(c, shape->members, object) : 0;
    case SLRUN_MAP:
        if (!object)
            return wrong(c, "map", json);
        return shape->of ? entries(c, shape->of, object) : 0;
    case SLRUN_LIST:
        if (!json_is_array(json))
            return wrong(c, "list", json);
        return shape->of ? elements(c, shape->of, json) : 0;
    default:
        if (!scalar_ok(shape->type, json))
            return wrong(c, shape->type == SLRUN_BLOB ? BYTES : type_name(shape->type), json);
        return shape->values ? word(c, shape, json) : 0;
    }
}

static int unknown(struct check *c, const struct slrun_param *params, const char *name)
{
    struct slrun_nearest near = {.word = name};
    for (const struct slrun_param *p = params; p->name; p++)
        slrun_nearest_offer(&near, p->name);
    error_set(c->error, SLRUN_E_USAGE, "%s: %s%sunknown parameter '%.60s'", c->op->name, c->path,
              *c->path ? ": " : "", name);
    if (near.best)
        return error_hint(c->error, "did you mean '%s'?", near.best);
    return error_hint(c->error, "`slrun plugins` with the plugin's name lists the parameters");
}

static const struct slrun_param *param_of(const struct slrun_param *params, const char *name)
{
    for (; params->name; params++)
        if (strcmp(params->name, name) == 0)
            return params;
    return NULL;
}

/* A table that came where bytes are sent as they are: what takes one, beside it. */
static void advise(struct check *c, const struct slrun_param *params, const json_t *json)
{
    const struct slrun_param *p = params;
    if (!object_of(json) && !json_is_array(json))
        return;
    while (p->name && p->shape.type != SLRUN_DOCUMENT)
        p++;
    if (p->name)
        error_hint(c->error, "a table is given as %s = { ... }", p->name);
    else
        error_hint(c->error, "require(\"cjson\").encode(...) makes a text of a table");
}

static int members(struct check *c, const struct slrun_param *params, const json_t *json)
{
    const char *key;
    json_t *item;
    json_object_foreach ((json_t *)json, key, item) {
        const struct slrun_param *p = param_of(params, key);
        if (!p)
            return unknown(c, params, key);
        if ((p->flags & SLRUN_FILE) && is_tagged(item, SLRUN_TAG_FILE))
            continue; /* host->body() looks at it */
        if (below(c, &p->shape, item, key) != 0) {
            if (p->shape.type == SLRUN_BLOB)
                advise(c, params, item);
            return -1;
        }
    }
    for (const struct slrun_param *p = params; p->name; p++) {
        if ((p->flags & SLRUN_REQUIRED) && !json_object_get(json, p->name)) {
            error_set(c->error, SLRUN_E_USAGE, "%s: %s%smissing parameter '%s' (%s)", c->op->name,
                      c->path, *c->path ? ": " : "", p->name, type_name(p->shape.type));
            return p->doc ? error_hint(c->error, "%s: %s", p->name, p->doc) : -1;
        }
    }
    return 0;
}

int check_args(const struct slrun_op *op, const json_t *args, struct slrun_error *error)
{
    struct check c = {.op = op, .error = error};
    return members(&c, op->params, args);
}
