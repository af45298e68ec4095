/* SPDX-License-Identifier: Apache-2.0 */
/* Requests: a structure becomes a document. */
#include <stdio.h>
#include <string.h>

#include "client/time.h"
#include "client/xml.h"

#define NAMESPACE "http://s3.amazonaws.com/doc/2006-03-01/"
#define XSI       "http://www.w3.org/2001/XMLSchema-instance"

/* XML 1.0, section 2.4 and 2.11: what would be markup, or be changed by who reads it. Control
 * characters have no form at all there; S3 takes them as references. */
static void add_escaped(struct s3_text *t, const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)text[i];
        char code[8];
        if (c == '&') {
            s3_adds(t, "&amp;");
        } else if (c == '<') {
            s3_adds(t, "&lt;");
        } else if (c == '>') {
            s3_adds(t, "&gt;");
        } else if (c == '"') {
            s3_adds(t, "&quot;");
        } else if (c < 0x20) {
            snprintf(code, sizeof code, "&#x%X;", c);
            s3_adds(t, code);
        } else {
            s3_addc(t, (char)c);
        }
    }
}

int s3_add_scalar(struct s3_text *t, enum slrun_type type, enum s3_form form, const json_t *value)
{
    char text[S3_TIME_SIZE];
    switch (type) {
    case SLRUN_BOOLEAN:
        s3_adds(t, json_is_true(value) ? "true" : "false");
        return 0;
    case SLRUN_INTEGER:
        snprintf(text, sizeof text, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
        s3_adds(t, text);
        return 0;
    case SLRUN_TIMESTAMP:
        if (!s3_time_write(value, form == S3_HTTP_DATE, text))
            return t->ctx->host->fail(t->ctx, SLRUN_E_USAGE, "a time beyond the year 9999");
        s3_adds(t, text);
        return 0;
    default:
        if (!json_is_string(value))
            return t->ctx->host->fail(t->ctx, SLRUN_E_USAGE, "expected a string");
        s3_add(t, json_string_value(value), json_string_length(value));
        return 0;
    }
}

static int members(struct s3_text *t, const struct slrun_param *params, const struct s3_wire *wires,
                   const json_t *value);

/* Attributes are members of a structure, but stand in its tag. */
static void attributes(struct s3_text *t, const struct slrun_param *params,
                       const struct s3_wire *wires, const json_t *value)
{
    for (size_t i = 0; params[i].name != NULL; i++) {
        const json_t *text = json_object_get(value, params[i].name);
        if (wires[i].place == S3_ATTRIBUTE && json_is_string(text)) {
            s3_adds(t, " xmlns:xsi=\"" XSI "\" ");
            s3_adds(t, wires[i].name);
            s3_adds(t, "=\"");
            add_escaped(t, json_string_value(text), json_string_length(text));
            s3_addc(t, '"');
        }
    }
}

static int content(struct s3_text *t, const struct slrun_shape *shape, const struct s3_wire *wire,
                   const json_t *value)
{
    if (shape->type == SLRUN_STRUCTURE)
        return members(t, shape->members, wire->members, value);
    struct s3_text plain = {.ctx = t->ctx};
    if (s3_add_scalar(&plain, shape->type, wire->form, value) != 0)
        return -1;
    add_escaped(t, plain.at, plain.size);
    t->failed = t->failed || plain.failed;
    return 0;
}

static void close_tag(struct s3_text *t, const char *name)
{
    s3_adds(t, "</");
    s3_adds(t, name);
    s3_addc(t, '>');
}

/* Of a list, the element that is one of it. */
static const char *name_of(const struct s3_wire *wire, bool is_item)
{
    return is_item && wire->form != S3_FLAT ? wire->item : wire->name;
}

static int element(struct s3_text *t, const struct slrun_param *param, const struct s3_wire *wire,
                   const json_t *value)
{
    bool is_item = param->shape.type == SLRUN_LIST;
    const struct slrun_shape *shape = is_item ? param->shape.of : &param->shape;
    const char *name = name_of(wire, is_item);
    s3_addc(t, '<');
    s3_adds(t, name);
    if (shape->type == SLRUN_STRUCTURE)
        attributes(t, shape->members, wire->members, value);
    s3_addc(t, '>');
    if (content(t, shape, wire, value) != 0)
        return -1;
    close_tag(t, name);
    return 0;
}

static int list(struct s3_text *t, const struct slrun_param *param, const struct s3_wire *wire,
                const json_t *items)
{
    size_t i;
    json_t *item;
    bool flat = wire->form == S3_FLAT;
    if (!flat) {
        s3_addc(t, '<');
        s3_adds(t, wire->name);
        s3_addc(t, '>');
    }
    json_array_foreach (items, i, item)
        if (element(t, param, wire, item) != 0)
            return -1;
    if (!flat)
        close_tag(t, wire->name);
    return 0;
}

static int members(struct s3_text *t, const struct slrun_param *params, const struct s3_wire *wires,
                   const json_t *value)
{
    for (size_t i = 0; params[i].name != NULL; i++) {
        const json_t *given = json_object_get(value, params[i].name);
        if (given == NULL || wires[i].place != S3_ELEMENT)
            continue;
        int rc = params[i].shape.type == SLRUN_LIST ? list(t, &params[i], &wires[i], given)
                                                    : element(t, &params[i], &wires[i], given);
        if (rc != 0)
            return -1;
    }
    return 0;
}

int s3_xml_write(struct s3_text *t, const struct slrun_param *param, const struct s3_wire *wire,
                 const json_t *value)
{
    s3_addc(t, '<');
    s3_adds(t, wire->name);
    s3_adds(t, " xmlns=\"" NAMESPACE "\"");
    attributes(t, param->shape.members, wire->members, value);
    s3_addc(t, '>');
    if (members(t, param->shape.members, wire->members, value) != 0)
        return -1;
    close_tag(t, wire->name);
    return t->failed ? s3_no_memory(t->ctx) : 0;
}
