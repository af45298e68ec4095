/* SPDX-License-Identifier: Apache-2.0 */
/* Elements to values, by the shapes of an operation's result (smithy.io, "XML bindings"). */
#include <errno.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/time.h>
#include <slrun/value.h>

#include "base/error.h"
#include "plugin/host.h"
#include "plugin/xml.h"

static json_t *read_value(struct slrun_ctx *ctx, const struct slrun_xml *e,
                          const struct slrun_shape *shape);

static json_t *wrong(struct slrun_ctx *ctx, const struct slrun_xml *e, const char *what)
{
    error_set(ctx->error, SLRUN_E_PROTOCOL, "the answer's <%s> is no %s: %.100s", e->name, what,
              e->text);
    return NULL;
}

static json_t *read_integer(struct slrun_ctx *ctx, const struct slrun_xml *e)
{
    char *end;
    errno = 0;
    long long value = strtoll(e->text, &end, 10);
    return errno || end == e->text || *end ? wrong(ctx, e, "integer") : json_integer(value);
}

static json_t *read_number(struct slrun_ctx *ctx, const struct slrun_xml *e)
{
    char *end;
    double value = strtod(e->text, &end);
    return end == e->text || *end || !isfinite(value) ? wrong(ctx, e, "number") : json_real(value);
}

static json_t *read_boolean(struct slrun_ctx *ctx, const struct slrun_xml *e)
{
    bool yes = strcmp(e->text, "true") == 0;
    return yes || strcmp(e->text, "false") == 0 ? json_boolean(yes) : wrong(ctx, e, "boolean");
}

/* As seconds since 1970. */
static json_t *read_timestamp(struct slrun_ctx *ctx, const struct slrun_xml *e)
{
    int64_t ms;
    return slrun_time_read(e->text, SLRUN_TIME_DAY | SLRUN_TIME_LOOSE, &ms)
               ? slrun_time_json(ms)
               : wrong(ctx, e, "timestamp");
}

static json_t *read_blob(struct slrun_ctx *ctx, const struct slrun_xml *e)
{
    const void *bytes;
    size_t size;
    json_t *tagged = host_table()->tagged_new(SLRUN_TAG_BINARY, json_string(e->text));
    bool ok = tagged && host_table()->blob_get(ctx, tagged, &bytes, &size) == 0;
    if (ok)
        return tagged;
    json_decref(tagged);
    return wrong(ctx, e, "base64");
}

static json_t *read_text(struct slrun_ctx *ctx, const struct slrun_xml *e)
{
    json_t *text = json_string(e->text);
    if (!text)
        error_set(ctx->error, SLRUN_E_MEMORY, "no memory for an answer");
    return text;
}

/* Adds to a list the elements that stand from `e` on: all, or those of one name. */
static json_t *read_list(struct slrun_ctx *ctx, const struct slrun_xml *e, const char *name,
                         const struct slrun_shape *of)
{
    json_t *list = json_array();
    for (; list && e; e = e->next) {
        if (name && strcmp(e->name, name) != 0)
            continue;
        if (json_array_append_new(list, read_value(ctx, e, of)) != 0) {
            json_decref(list);
            return NULL;
        }
    }
    return list;
}

static json_t *read_map(struct slrun_ctx *ctx, const struct slrun_xml *e, const char *name,
                        const struct slrun_shape *of)
{
    json_t *map = json_object();
    for (; map && e; e = e->next) {
        const struct slrun_xml *value = xml_child(e, "value");
        if (strcmp(e->name, name) != 0 || !value)
            continue;
        if (json_object_set_new(map, xml_text(e, "key"), read_value(ctx, value, of)) != 0) {
            json_decref(map);
            return NULL;
        }
    }
    return map;
}

static json_t *read_value(struct slrun_ctx *ctx, const struct slrun_xml *e,
                          const struct slrun_shape *shape)
{
    static json_t *(*const scalars[])(struct slrun_ctx *, const struct slrun_xml *) = {
        [SLRUN_STRING] = read_text,   [SLRUN_INTEGER] = read_integer,
        [SLRUN_FLOAT] = read_number,  [SLRUN_BOOLEAN] = read_boolean,
        [SLRUN_BLOB] = read_blob,     [SLRUN_TIMESTAMP] = read_timestamp,
        [SLRUN_DOCUMENT] = read_text,
    };
    if (!shape)
        return read_text(ctx, e);
    switch (shape->type) {
    case SLRUN_LIST:
        return read_list(ctx, e->first, NULL, shape->of);
    case SLRUN_MAP:
        return read_map(ctx, e->first, "entry", shape->of);
    case SLRUN_STRUCTURE:
        return xml_members(ctx, e, shape->members);
    default:
        return scalars[shape->type](ctx, e);
    }
}

static json_t *read_member(struct slrun_ctx *ctx, const struct slrun_xml *e,
                           const struct slrun_param *member)
{
    bool flat = member->flags & SLRUN_FLAT;
    if (flat && member->shape.type == SLRUN_LIST)
        return read_list(ctx, e, member->name, member->shape.of);
    if (flat && member->shape.type == SLRUN_MAP)
        return read_map(ctx, e, member->name, member->shape.of);
    return read_value(ctx, e, &member->shape);
}

json_t *xml_members(struct slrun_ctx *ctx, const struct slrun_xml *element,
                    const struct slrun_param *members)
{
    json_t *object = json_object();
    for (; object && members && members->name; members++) {
        const struct slrun_xml *e = xml_child(element, members->name);
        if (e && json_object_set_new(object, members->name, read_member(ctx, e, members)) != 0) {
            json_decref(object);
            object = NULL;
        }
    }
    if (!object && ctx->error->kind == SLRUN_E_NONE)
        error_set(ctx->error, SLRUN_E_MEMORY, "no memory for an answer");
    return object;
}
