/* SPDX-License-Identifier: Apache-2.0 */
/* Answers: a tree becomes a result. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "client/time.h"
#include "client/xml.h"

const struct slrun_xml *s3_xml_find(const struct slrun_xml *node, const char *name)
{
    const struct slrun_xml *child = node->first;
    while (child != NULL && strcmp(child->name, name) != 0)
        child = child->next;
    return child;
}

static json_t *wrong(struct slrun_ctx *ctx, const char *what, const char *text)
{
    ctx->host->fail(ctx, SLRUN_E_PROTOCOL, "the answer has \"%.60s\" where %s should be", text,
                    what);
    return NULL;
}

static json_t *integer(struct slrun_ctx *ctx, const char *text)
{
    char *end;
    errno = 0;
    long long number = strtoll(text, &end, 10);
    bool ok = end != text && *end == '\0' && errno == 0;
    return ok ? json_integer(number) : wrong(ctx, "a number", text);
}

json_t *s3_scalar(struct slrun_ctx *ctx, enum slrun_type type, const char *text)
{
    json_t *value;
    switch (type) {
    case SLRUN_INTEGER:
        return integer(ctx, text);
    case SLRUN_BOOLEAN:
        return json_boolean(strcasecmp(text, "true") == 0);
    case SLRUN_TIMESTAMP:
        value = s3_time_read(text);
        return value != NULL ? value : wrong(ctx, "a date", text);
    default:
        value = json_string(text);
        return value != NULL ? value : wrong(ctx, "UTF-8", text);
    }
}

static json_t *value(struct slrun_ctx *ctx, const struct slrun_xml *node,
                     const struct slrun_shape *shape, const struct s3_wire *members)
{
    return shape->type == SLRUN_STRUCTURE ? s3_xml_members(ctx, node, shape->members, members)
                                          : s3_scalar(ctx, shape->type, node->text);
}

/* A list: flat, the elements of its name from `node` on; else what stands in `node`. NULL: the
 * error is filled. */
static json_t *list(struct slrun_ctx *ctx, const struct slrun_xml *node,
                    const struct slrun_param *param, const struct s3_wire *wire)
{
    const char *name = wire->form == S3_FLAT ? wire->name : wire->item;
    json_t *items = json_array();
    node = wire->form == S3_FLAT ? node : node->first;
    for (; items != NULL && node != NULL; node = node->next) {
        if (strcmp(node->name, name) != 0)
            continue;
        json_t *item = value(ctx, node, param->shape.of, wire->members);
        if (item == NULL || json_array_append_new(items, item) != 0) {
            json_decref(items);
            return NULL;
        }
    }
    return items;
}

static json_t *member(struct slrun_ctx *ctx, const struct slrun_xml *node,
                      const struct slrun_param *param, const struct s3_wire *wire)
{
    return param->shape.type == SLRUN_LIST ? list(ctx, node, param, wire)
                                           : value(ctx, node, &param->shape, wire->members);
}

json_t *s3_xml_members(struct slrun_ctx *ctx, const struct slrun_xml *node,
                       const struct slrun_param *params, const struct s3_wire *wires)
{
    json_t *object = json_object();
    for (size_t i = 0; object != NULL && params[i].name != NULL; i++) {
        json_t *found = NULL;
        const struct slrun_xml *child = NULL;
        if (wires[i].place == S3_ATTRIBUTE && node->type != NULL) {
            found = json_string(node->type);
        } else if (wires[i].place == S3_ELEMENT) {
            child = s3_xml_find(node, wires[i].name);
            found = child != NULL ? member(ctx, child, &params[i], &wires[i]) : NULL;
        } else {
            continue;
        }
        bool failed = found == NULL && child != NULL;
        if (failed || (found != NULL && json_object_set_new(object, params[i].name, found) != 0)) {
            json_decref(object);
            object = NULL;
        }
    }
    if (object == NULL && ctx->error->kind == SLRUN_E_NONE)
        s3_no_memory(ctx);
    return object;
}
