/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Patch operations of REST APIs (API Gateway API Reference, "Patch operations"): add, replace,
 * remove at a path like "/variables/name" or "/binaryMediaTypes/image~1png". Values are strings;
 * the member's type decides what they become.
 */
#include <stdio.h>
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

/* An element gives way to another one; of types of endpoints there is one. */
static void replace_in(json_t *list, const char *op, const char *element, const char *value)
{
    bool replace = strcmp(op, "replace") == 0 && value;
    if (replace && strlen(element) == 1 && *element == '0')
        json_array_clear(list);
    if (replace)
        list_remove(list, element);
    change_list(list, strcmp(op, "remove") != 0, replace ? value : element);
}

/* Nothing takes a member away, and no text a number. */
static bool value_counts(const struct slrun_shape *shape, const char *value)
{
    bool number = shape && (shape->type == SLRUN_INTEGER || shape->type == SLRUN_FLOAT);
    return value && (*value || !number);
}

/* Maps of methods are told where something is in them. */
static void drop_empty(const struct call *call, json_t *it, const struct path *path)
{
    if (path->n == 2 && strncmp(call->op->api, "UpdateMethod", 12) == 0 &&
        json_object_size(json_object_get(it, path->at[0])) == 0)
        json_object_del(it, path->at[0]);
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

/* "/RESOURCE/METHOD/logging/loglevel" of a stage, which GetStage shows in methodSettings. */
static const struct {
    const char *group, *name, *member;
} settings[] = {
    {"metrics", "enabled", "metricsEnabled"},
    {"logging", "loglevel", "loggingLevel"},
    {"logging", "dataTrace", "dataTraceEnabled"},
    {"throttling", "burstLimit", "throttlingBurstLimit"},
    {"throttling", "rateLimit", "throttlingRateLimit"},
    {"caching", "enabled", "cachingEnabled"},
    {"caching", "ttlInSeconds", "cacheTtlInSeconds"},
    {"caching", "dataEncrypted", "cacheDataEncrypted"},
    {"caching", "requireAuthorizationForCacheControl", "requireAuthorizationForCacheControl"},
    {"caching", "unauthorizedCacheControlHeaderStrategy", "unauthorizedCacheControlHeaderStrategy"},
};

static void translate(struct path *path)
{
    struct path as = {.n = 3, .at = {"methodSettings"}};
    const char *member = NULL;
    for (size_t i = 0; path->n == 4 && i < sizeof settings / sizeof *settings; i++)
        if (strcmp(settings[i].group, path->at[2]) == 0 &&
            strcmp(settings[i].name, path->at[3]) == 0)
            member = settings[i].member;
    if (!member ||
        snprintf(as.at[1], SEGMENT_MAX, "%s/%s", path->at[0], path->at[1]) >= SEGMENT_MAX)
        return;
    (void)snprintf(as.at[2], SEGMENT_MAX, "%s", member);
    *path = as;
}

/* What the service made stays as it is; what it does not have cannot be set. */
static bool can_change(const struct slrun_op *op, const struct path *path)
{
    static const char *const made[] = {"id",        "createdDate",    "lastUpdatedDate",
                                       "restApiId", "rootResourceId", NULL};
    return shape_at(op, path) && !word_among(made, path->at[0]);
}

struct change {
    const char *op, *where, *value;
    bool remove;
    struct path path;
    json_t *owner;                   /* of what changes, */
    const struct slrun_shape *shape; /* and its shape */
};

/* Whether there is such a place, and it may change. */
static bool find_place(const struct slrun_op *op, struct change *c)
{
    static const char *const ops[] = {"add", "remove", "replace", NULL};
    if (!c->op || !c->where || !word_among(ops, c->op) || !split(c->where, &c->path))
        return false;
    translate(&c->path);
    return can_change(op, &c->path);
}

/* Whether it can change so: only members that are not lists or maps are unset by no value. */
static bool find_owner(const struct slrun_op *op, json_t *it, struct change *c)
{
    c->owner = owner_of(it, op, &c->path);
    c->shape = shape_at(op, &c->path);
    bool one = c->shape && c->shape->type != SLRUN_LIST && c->shape->type != SLRUN_MAP;
    return c->value || c->remove || json_is_array(c->owner) || one;
}

static void make_change(const struct call *call, json_t *it, const struct change *c)
{
    const char *last = c->path.at[c->path.n - 1];
    if (json_is_array(c->owner)) {
        replace_in(c->owner, c->op, last, c->value);
    } else if (c->shape && c->shape->type == SLRUN_LIST && c->value) {
        if (!json_object_get(c->owner, last))
            json_object_set_new(c->owner, last, json_array());
        change_list(json_object_get(c->owner, last), !c->remove, c->value);
    } else if (c->remove || !value_counts(c->shape, c->value)) {
        json_object_del(c->owner, last);
        drop_empty(call, it, &c->path);
        if (c->shape && c->shape->type == SLRUN_BOOLEAN && !c->remove)
            json_object_set_new(c->owner, last, json_false());
    } else {
        json_object_set_new(c->owner, last, value_of(c->shape, c->value));
    }
}

static bool apply(struct call *call, json_t *it, const json_t *patch)
{
    struct change c = {.op = text_get(patch, "op"),
                       .where = text_get(patch, "path"),
                       .value = text_get(patch, "value")};
    c.remove = c.op && strcmp(c.op, "remove") == 0;
    if (!patch_ok(call, it, patch))
        return false;
    const struct patch_kind *kind = patch_kind(call->op);
    if (kind->carry_out && kind->carry_out(it, patch))
        return true;
    bool there = find_place(call->op, &c);
    if (there && c.path.n == 2 &&
        !patch_entry_ok(call, it, &(struct patch_entry){c.op, c.path.at[0], c.path.at[1], c.value}))
        return false;
    if (!there || !find_owner(call->op, it, &c)) {
        call_fail(call, "BadRequestException", "Invalid patch path %s", c.where ? c.where : "");
        return false;
    }
    make_change(call, it, &c);
    return true;
}

/* All of them or none. */
bool patch_apply(struct call *call, json_t *it)
{
    const struct patch_kind *kind = patch_kind(call->op);
    size_t i;
    bool good = true;
    json_t *patch, *made = json_deep_copy(it);
    json_array_foreach (json_object_get(call->args, "patchOperations"), i, patch) {
        good = good && apply(call, made, patch);
        if (good && kind->settle)
            kind->settle(made);
    }
    if (good) {
        json_object_clear(it);
        json_object_update(it, made);
    }
    json_decref(made);
    return good;
}
