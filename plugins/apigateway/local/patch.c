/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Patch operations of REST APIs (API Gateway API Reference, "Patch operations"): add, replace,
 * remove at a path like "/variables/name" or "/binaryMediaTypes/image~1png". Values are strings;
 * the member's type decides what they become.
 */
#include <stdlib.h>
#include <string.h>

#include "local/service.h"

enum { SEGMENT_MAX = 512, SEGMENTS_MAX = 6 };

struct path {
    size_t n;
    char at[SEGMENTS_MAX][SEGMENT_MAX];
};

static bool split(const char *text, struct path *path)
{
    path->n = 0;
    while (*text == '/' && path->n < SEGMENTS_MAX) {
        size_t n = 0;
        char *to = path->at[path->n++];
        for (text++; *text && *text != '/' && n + 1 < SEGMENT_MAX; text++) {
            bool escape = *text == '~' && (text[1] == '1' || text[1] == '0');
            to[n++] = !escape ? *text : *++text == '1' ? '/' : '~';
        }
        to[n] = '\0';
    }
    return path->n > 0 && *text == '\0';
}

/* The shape of what the operation gives at that path; NULL: not known. */
static const struct slrun_shape *shape_at(const struct slrun_op *op, const struct path *path)
{
    const struct slrun_param *members = op->result;
    const struct slrun_shape *shape = NULL;
    for (size_t i = 0; i < path->n; i++) {
        const struct slrun_param *p = members;
        while (p && p->name && strcmp(p->name, path->at[i]) != 0)
            p++;
        if (p && p->name)
            shape = &p->shape;
        else if (shape && (shape->type == SLRUN_MAP || shape->type == SLRUN_LIST))
            shape = shape->of;
        else
            return NULL;
        members = shape->type == SLRUN_STRUCTURE ? shape->members : NULL;
    }
    return shape;
}

static json_t *value_of(const struct slrun_shape *shape, const char *text)
{
    if (shape && shape->type == SLRUN_BOOLEAN)
        return json_boolean(strcmp(text, "true") == 0);
    if (shape && shape->type == SLRUN_INTEGER)
        return json_integer(strtoll(text, NULL, 10));
    if (shape && shape->type == SLRUN_FLOAT)
        return json_real(strtod(text, NULL));
    return json_string(text);
}

static void list_remove(json_t *list, const char *text)
{
    size_t i;
    json_t *item;
    json_array_foreach (list, i, item) {
        if (json_is_string(item) && strcmp(json_string_value(item), text) == 0) {
            json_array_remove(list, i);
            return;
        }
    }
}

static void change_list(json_t *list, bool add, const char *text)
{
    list_remove(list, text);
    if (add)
        json_array_append_new(list, json_string(text));
}

/* What holds the last segment, made on the way where it is not there. */
static json_t *owner_of(json_t *it, const struct slrun_op *op, const struct path *path)
{
    for (size_t i = 0; i + 1 < path->n; i++) {
        struct path here = *path;
        here.n = i + 1;
        const struct slrun_shape *shape = shape_at(op, &here);
        if (!json_object_get(it, path->at[i]))
            json_object_set_new(it, path->at[i],
                                shape && shape->type == SLRUN_LIST ? json_array() : json_object());
        it = json_object_get(it, path->at[i]);
    }
    return it;
}

static bool apply(struct call *call, json_t *it, const json_t *patch)
{
    struct path path;
    const char *op = text_get(patch, "op"), *where = text_get(patch, "path");
    const char *value = text_get(patch, "value");
    bool remove = op && strcmp(op, "remove") == 0;
    bool good = op && where && split(where, &path);
    json_t *owner = good ? owner_of(it, call->op, &path) : NULL;
    if (!good || (!value && !remove && !json_is_array(owner))) {
        call_fail(call, "BadRequestException", "Invalid patch path %s", where ? where : "");
        return false;
    }
    const struct slrun_shape *shape = shape_at(call->op, &path);
    const char *last = path.at[path.n - 1];
    if (json_is_array(owner)) {
        change_list(owner, !remove, last);
    } else if (shape && shape->type == SLRUN_LIST && value) {
        if (!json_object_get(owner, last))
            json_object_set_new(owner, last, json_array());
        change_list(json_object_get(owner, last), !remove, value);
    } else if (remove) {
        json_object_del(owner, last);
    } else {
        json_object_set_new(owner, last, value_of(shape, value));
    }
    return true;
}

bool patch_apply(struct call *call, json_t *it)
{
    size_t i;
    json_t *patch;
    json_array_foreach (json_object_get(call->args, "patchOperations"), i, patch) {
        if (!apply(call, it, patch))
            return false;
    }
    return true;
}
