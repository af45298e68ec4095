/* SPDX-License-Identifier: Apache-2.0 */
/* Answers: a document becomes a tree, and a tree a result. */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <expat.h>

#include "client/time.h"
#include "client/xml.h"

enum { DEPTH_MAX = 32 }; /* S3's deepest answer has 7 levels */

#define XSI_TYPE "http://www.w3.org/2001/XMLSchema-instance type"

struct reader {
    struct slrun_ctx *ctx;
    XML_Parser parser;
    struct s3_node *root, *at;
    struct s3_text text; /* of the element at hand */
    int depth;
    bool no_memory, too_deep;
};

static void stop(struct reader *r)
{
    XML_StopParser(r->parser, XML_FALSE);
}

static char *keep(struct reader *r, const char *bytes, size_t size)
{
    char *copy = r->ctx->host->alloc(r->ctx, size + 1);
    if (copy == NULL) {
        r->no_memory = true;
        stop(r);
        return NULL;
    }
    if (size > 0) {
        memcpy(copy, bytes, size);
    }
    return copy;
}

static struct s3_node *add_node(struct reader *r, const char *name)
{
    struct s3_node *node = r->ctx->host->alloc(r->ctx, sizeof *node);
    const char *space = strrchr(name, ' '); /* behind the namespace */
    name = space != NULL ? space + 1 : name;
    if (node == NULL || (node->name = keep(r, name, strlen(name))) == NULL) {
        r->no_memory = true;
        stop(r);
        return NULL;
    }
    node->text = "";
    node->above = r->at;
    if (r->at == NULL) {
        r->root = node;
    } else if (r->at->last == NULL) {
        r->at->first = r->at->last = node;
    } else {
        r->at->last = r->at->last->next = node;
    }
    return node;
}

static void on_start(void *arg, const char *name, const char **attributes)
{
    struct reader *r = arg;
    struct s3_node *node = add_node(r, name);
    if (node == NULL) {
        return;
    }
    if (++r->depth > DEPTH_MAX) {
        r->too_deep = true;
        stop(r);
        return;
    }
    for (; *attributes != NULL; attributes += 2) {
        if (strcmp(attributes[0], XSI_TYPE) == 0) {
            node->type = keep(r, attributes[1], strlen(attributes[1]));
        }
    }
    r->at = node;
    r->text.size = 0;
}

static void on_text(void *arg, const char *text, int size)
{
    struct reader *r = arg;
    s3_add(&r->text, text, (size_t)size);
}

static void on_end(void *arg, const char *name)
{
    struct reader *r = arg;
    (void)name;
    if (r->at->first == NULL && r->text.size > 0) {
        const char *text = keep(r, r->text.at, r->text.size);
        r->at->text = text != NULL ? text : "";
    }
    r->text.size = 0;
    r->at = r->at->above;
    r->depth--;
}

static void on_doctype(void *arg, const char *name, const char *system, const char *public, int own)
{
    (void)name, (void)system, (void)public, (void)own;
    stop(arg);
}

const struct s3_node *s3_xml_read(struct slrun_ctx *ctx, const void *data, size_t size)
{
    struct reader r = {.ctx = ctx, .text = {.ctx = ctx}};
    if (size > INT_MAX) {
        ctx->host->fail(ctx, SLRUN_E_TOO_LARGE, "an XML document of %zu bytes", size);
        return NULL;
    }
    r.parser = XML_ParserCreateNS(NULL, ' ');
    if (r.parser == NULL) {
        s3_no_memory(ctx);
        return NULL;
    }
    XML_SetUserData(r.parser, &r);
    XML_SetElementHandler(r.parser, on_start, on_end);
    XML_SetCharacterDataHandler(r.parser, on_text);
    XML_SetStartDoctypeDeclHandler(r.parser, on_doctype);
    bool ok = XML_Parse(r.parser, data, (int)size, 1) == XML_STATUS_OK && !r.text.failed;
    if (r.no_memory || r.text.failed) {
        s3_no_memory(ctx);
    } else if (!ok) {
        ctx->host->fail(ctx, SLRUN_E_PROTOCOL, "the answer is not XML: %s in line %lu",
                        r.too_deep ? "nested too deep"
                                   : XML_ErrorString(XML_GetErrorCode(r.parser)),
                        (unsigned long)XML_GetCurrentLineNumber(r.parser));
    }
    XML_ParserFree(r.parser);
    return ok ? r.root : NULL;
}

const struct s3_node *s3_xml_find(const struct s3_node *node, const char *name)
{
    const struct s3_node *child = node->first;
    while (child != NULL && strcmp(child->name, name) != 0) {
        child = child->next;
    }
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

static json_t *value(struct slrun_ctx *ctx, const struct s3_node *node,
                     const struct slrun_shape *shape, const struct s3_wire *members)
{
    return shape->type == SLRUN_STRUCTURE ? s3_xml_members(ctx, node, shape->members, members)
                                          : s3_scalar(ctx, shape->type, node->text);
}

/* All elements of that name from `node` on: a list; NULL: the error is filled. */
static json_t *list(struct slrun_ctx *ctx, const struct s3_node *node, const char *name,
                    const struct slrun_param *param, const struct s3_wire *wire)
{
    json_t *items = json_array();
    for (; items != NULL && node != NULL; node = node->next) {
        if (strcmp(node->name, name) != 0) {
            continue;
        }
        json_t *item = value(ctx, node, param->shape.of, wire->members);
        if (item == NULL || json_array_append_new(items, item) != 0) {
            json_decref(items);
            return NULL;
        }
    }
    return items;
}

static json_t *member(struct slrun_ctx *ctx, const struct s3_node *node,
                      const struct slrun_param *param, const struct s3_wire *wire)
{
    if (param->shape.type != SLRUN_LIST) {
        return value(ctx, node, &param->shape, wire->members);
    }
    return wire->form == S3_FLAT ? list(ctx, node, wire->name, param, wire)
                                 : list(ctx, node->first, wire->item, param, wire);
}

json_t *s3_xml_members(struct slrun_ctx *ctx, const struct s3_node *node,
                       const struct slrun_param *params, const struct s3_wire *wires)
{
    json_t *object = json_object();
    for (size_t i = 0; object != NULL && params[i].name != NULL; i++) {
        json_t *found = NULL;
        const struct s3_node *child = NULL;
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
    if (object == NULL && ctx->error->kind == SLRUN_E_NONE) {
        s3_no_memory(ctx);
    }
    return object;
}
