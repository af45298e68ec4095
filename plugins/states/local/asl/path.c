/* SPDX-License-Identifier: Apache-2.0 */
/* Paths: read step by step, each applied to all that the steps before have found. */
#include "asl/path.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- the beginning ---- */

static bool is_of_variable(char c)
{
    return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

/* Goes over $, $$ or $name; the size of the name. */
static size_t skip_root(const char **at)
{
    const char *from = ++*at;
    if (**at == '$') {
        ++*at;
        return 0;
    }
    while (is_of_variable(**at))
        ++*at;
    return (size_t)(*at - from);
}

static json_t *root_of(const struct asl_scope *scope, const char **at)
{
    const char *from = *at;
    size_t n = skip_root(at);
    if (n > 0)
        return json_object_getn(scope->variables, from + 1, n);
    return from[1] == '$' ? scope->context : scope->input;
}

const char *asl_path_end(const char *text)
{
    struct path_step step;
    const char *at = text;
    if (*at != '$' && *at != '@')
        return text;
    (void)skip_root(&at);
    while (*at == '.' || *at == '[') {
        bool good = path_read_step(&at, &step);
        path_step_clear(&step);
        if (!good)
            break;
    }
    return at;
}

bool asl_path_check(const char *path, bool reference)
{
    struct path_step step;
    const char *at = path;
    bool good = *at == '$';
    if (good)
        (void)skip_root(&at);
    while (good && *at) {
        good = path_read_step(&at, &step) && !(reference && path_finds_many(&step)) &&
               (step.kind != PATH_FILTER || path_filter_check(step.filter, step.filter_end));
        path_step_clear(&step);
    }
    return good;
}

/* ---- applying ---- */

struct walk {
    const struct asl_scope *scope;
    json_t *found; /* what the steps so far have found */
    json_t *next;
    bool many;
    bool overflow;
    char *why;
    char normal[ASL_WHY_SIZE / 2]; /* the path so far, with names in brackets */
};

static void take(struct walk *w, json_t *value)
{
    if (json_array_size(w->next) >= ASL_FOUND_MAX)
        w->overflow = true;
    else if (value)
        (void)json_array_append(w->next, value);
}

static json_t *element(json_t *value, const json_t *key)
{
    json_int_t at = json_integer_value(key), n = (json_int_t)json_array_size(value);
    if (json_is_string(key))
        return json_object_getn(value, json_string_value(key), json_string_length(key));
    at += at < 0 ? n : 0;
    return at >= 0 && at < n ? json_array_get(value, (size_t)at) : NULL;
}

static void take_slice(struct walk *w, json_t *value, const struct path_step *step)
{
    long n = (long)json_array_size(value);
    long from = step->has_from ? step->from : 0, to = step->has_to ? step->to : n;
    from += from < 0 ? n : 0;
    to += to < 0 ? n : 0;
    for (long i = from < 0 ? 0 : from; i < to && i < n; i++)
        take(w, json_array_get(value, (size_t)i));
}

/* All members or elements, or those that pass a filter. */
static void take_all(struct walk *w, json_t *value, const struct path_step *step)
{
    const char *name;
    json_t *one;
    size_t i;
    bool all = step->kind == PATH_ALL;
    json_object_foreach (value, name, one)
        if (all || path_filter(w->scope, one, step->filter, step->filter_end))
            take(w, one);
    json_array_foreach (value, i, one)
        if (all || path_filter(w->scope, one, step->filter, step->filter_end))
            take(w, one);
}

static void apply(struct walk *w, json_t *value, const struct path_step *step)
{
    size_t i;
    json_t *key;
    if (step->kind == PATH_SLICE)
        take_slice(w, value, step);
    else if (step->kind != PATH_NAMES && step->kind != PATH_INDEXES)
        take_all(w, value, step);
    else
        json_array_foreach (step->keys, i, key)
            take(w, element(value, key));
}

static void apply_deep(struct walk *w, json_t *value, const struct path_step *step)
{
    const char *name;
    json_t *one;
    size_t i;
    if (w->overflow)
        return;
    apply(w, value, step);
    json_object_foreach (value, name, one)
        apply_deep(w, one, step);
    json_array_foreach (value, i, one)
        apply_deep(w, one, step);
}

static void extend_normal(struct walk *w, const struct path_step *step)
{
    const json_t *key = json_array_get(step->keys, 0);
    size_t n = strlen(w->normal);
    if (json_is_string(key))
        (void)snprintf(w->normal + n, sizeof w->normal - n, "['%s']", json_string_value(key));
    else if (key)
        (void)snprintf(w->normal + n, sizeof w->normal - n, "[%lld]",
                       (long long)json_integer_value(key));
}

/* Nothing more to be found by a path that finds one value: false. */
static bool go(struct walk *w, const struct path_step *step, bool last)
{
    size_t i;
    json_t *value;
    w->next = json_array();
    json_array_foreach (w->found, i, value)
        (step->deep ? apply_deep : apply)(w, value, step);
    json_decref(w->found);
    w->found = w->next;
    w->many = w->many || path_finds_many(step);
    if (!w->many)
        extend_normal(w, step);
    if (w->many || json_array_size(w->found) > 0)
        return true;
    (void)snprintf(w->why, ASL_WHY_SIZE, "%s %s",
                   last && step->kind == PATH_INDEXES ? ASL_NO_ELEMENT
                   : last                             ? "No results for path:"
                                                      : "Missing property in path",
                   w->normal);
    return false;
}

static json_t *found_of(struct walk *w, bool good)
{
    json_t *value = NULL;
    if (w->overflow)
        (void)snprintf(w->why, ASL_WHY_SIZE, "it finds more than %d values", ASL_FOUND_MAX);
    else if (good)
        value = json_incref(w->many ? w->found : json_array_get(w->found, 0));
    json_decref(w->found);
    return value;
}

/* Whether a path may find many from here on: it then finds none rather than failing. */
static bool may_find_many(const char *at)
{
    struct path_step step;
    bool good = true, many = false;
    while (good && !many && *at) {
        good = path_read_step(&at, &step);
        many = good && path_finds_many(&step);
        path_step_clear(&step);
    }
    return many;
}

json_t *asl_path(const struct asl_scope *scope, const char *path, char why[ASL_WHY_SIZE])
{
    struct walk w = {.scope = scope, .why = why, .normal = "$"};
    const char *at = path;
    bool good = true;
    (void)snprintf(why, ASL_WHY_SIZE, "it is no JSONPath");
    if (*at != '$')
        return NULL;
    json_t *root = root_of(scope, &at);
    if (!root) {
        (void)snprintf(why, ASL_WHY_SIZE, "No results for path: %.*s", (int)(at - path), path);
        return NULL;
    }
    w.found = json_pack("[O]", root);
    while (good && *at) {
        struct path_step step;
        (void)snprintf(why, ASL_WHY_SIZE, "it is no JSONPath");
        good = path_read_step(&at, &step);
        if (good && !go(&w, &step, !*at)) {
            good = w.many = may_find_many(at);
            at = "";
        }
        path_step_clear(&step);
    }
    return found_of(&w, good);
}

/* ---- putting ---- */

/* A copy of `to` in which what is left of the path has the value. */
static json_t *put(json_t *to, const char *at, json_t *value, int depth)
{
    struct path_step step;
    json_t *made = NULL, *inner;
    if (!*at)
        return json_incref(value);
    bool good = path_read_step(&at, &step) && !path_finds_many(&step) && depth < ASL_DEPTH_MAX;
    const json_t *key = good ? json_array_get(step.keys, 0) : NULL;
    json_t *old = key && to ? element(to, key) : NULL;
    if (json_is_string(key) && (!to || json_is_object(to)))
        made = to ? json_copy(to) : json_object();
    else if (json_is_integer(key) && old)
        made = json_copy(to);
    inner = made ? put(old, at, value, depth + 1) : NULL;
    if (inner && json_is_string(key)) {
        (void)json_object_set_new(made, json_string_value(key), inner);
    } else if (inner) {
        json_int_t i = json_integer_value(key);
        (void)json_array_set_new(made, (size_t)(i < 0 ? i + (json_int_t)json_array_size(to) : i),
                                 inner);
    } else {
        json_decref(made);
        made = NULL;
    }
    path_step_clear(&step);
    return made;
}

json_t *asl_path_put(json_t *to, const char *path, json_t *value)
{
    return *path == '$' ? put(to, path + 1, value, 0) : NULL;
}
