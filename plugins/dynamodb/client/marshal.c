/* SPDX-License-Identifier: Apache-2.0 */
/* The walk over arguments and results by their form. Its depth is that of the forms, not of data.
 */
#include "client/marshal.h"

#include <stdbool.h>
#include <string.h>

#include "client/attribute.h"
#include "client/conversion.h"

/* A direction, and the form of what is converted now: conversion.arg. */
struct walk {
    const struct marshal_form *form;
    json_t *(*attribute)(struct slrun_ctx *ctx, json_t *json, const struct attr_path *path);
    bool back; /* from the wire: maps with a member "$slrun" are tagged; else untagged */
};

static json_t *convert(const struct conversion *c, json_t *json, const struct attr_path *path);

/* `json` in the form `form`, for members of what `c` converts. */
static json_t *inner(const struct conversion *c, const struct marshal_form *form, json_t *json,
                     const struct attr_path *path)
{
    const struct walk *w = c->arg;
    struct walk next = {.form = form, .attribute = w->attribute, .back = w->back};
    struct conversion n = *c;
    n.value = convert;
    n.arg = &next;
    return convert(&n, json, path);
}

static json_t *member(const struct conversion *c, json_t *json, const struct attr_path *path)
{
    const struct walk *w = c->arg;
    return inner(c, w->form->of, json, path);
}

/* Members and elements have the form `of`; conversion_members() calls us for each. */
static json_t *convert_map(const struct conversion *c, json_t *json, const struct attr_path *path)
{
    const struct walk *w = c->arg;
    struct conversion each = *c;
    json_t *untagged = json;
    each.value = member;
    if (w->back)
        return conversion_guard(c, conversion_members(&each, json, path), path);
    const char *tag = c->ctx->host->tagged_get(json, &untagged);
    if (tag != NULL && strcmp(tag, SLRUN_TAG_MAP) != 0)
        return conversion_refuse(c, path, "not a map");
    return conversion_members(&each, tag == NULL ? json : untagged, path);
}

static json_t *convert_list(const struct conversion *c, json_t *json, const struct attr_path *path)
{
    struct conversion each = *c;
    each.value = member;
    return conversion_elements(&each, json, path);
}

/* Replaces one member of `object` by its other form. 0 or -1. */
static int convert_field(const struct conversion *c, const struct marshal_field *field,
                         json_t *object, const struct attr_path *path)
{
    struct attr_path at = {.up = path, .key = field->name};
    json_t *given = json_object_get(object, field->name);
    if (given == NULL)
        return 0;
    if (json_is_null(given) && field->form->kind != MARSHAL_VALUE)
        return json_object_del(object, field->name);
    json_t *converted = inner(c, field->form, given, &at);
    if (converted == NULL)
        return -1;
    if (json_object_set_new_nocheck(object, field->name, converted) != 0) {
        (void)conversion_memory(c, &at);
        return -1;
    }
    return 0;
}

static json_t *convert_struct(const struct conversion *c, json_t *json,
                              const struct attr_path *path)
{
    const struct walk *w = c->arg;
    if (!json_is_object(json))
        return conversion_refuse(c, path, "not a structure");
    json_t *result = json_copy(json);
    if (result == NULL)
        return conversion_memory(c, path);
    for (const struct marshal_field *field = w->form->fields; field->name != NULL; field++) {
        if (convert_field(c, field, result, path) != 0) {
            json_decref(result);
            return NULL;
        }
    }
    return result;
}

static json_t *convert(const struct conversion *c, json_t *json, const struct attr_path *path)
{
    const struct walk *w = c->arg;
    switch (w->form->kind) {
    case MARSHAL_MAP:
        return convert_map(c, json, path);
    case MARSHAL_LIST:
        return convert_list(c, json, path);
    case MARSHAL_STRUCT:
        return convert_struct(c, json, path);
    case MARSHAL_VALUE:
        break;
    }
    return w->attribute(c->ctx, json, path);
}

json_t *marshal_to_wire(struct slrun_ctx *ctx, const struct marshal_form *form, json_t *json)
{
    struct walk w = {.form = form, .attribute = attr_to_wire};
    struct conversion c = {.ctx = ctx, .kind = SLRUN_E_USAGE, .value = convert, .arg = &w};
    return convert(&c, json, NULL);
}

json_t *marshal_from_wire(struct slrun_ctx *ctx, const struct marshal_form *form, json_t *json)
{
    struct walk w = {.form = form, .attribute = attr_from_wire, .back = true};
    struct conversion c = {.ctx = ctx, .kind = SLRUN_E_PROTOCOL, .value = convert, .arg = &w};
    return convert(&c, json, NULL);
}
