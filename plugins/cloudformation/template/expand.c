/* SPDX-License-Identifier: Apache-2.0 */
#include "template/expand.h"

#include <string.h>

#include "template/scope.h"

#define KEY "Fn::Transform"

/* ---- what stands there ---- */

const char *expand_name(const json_t *transform)
{
    return json_string_value(json_is_object(transform) ? json_object_get(transform, "Name")
                                                       : transform);
}

/* AWS's own, but for AWS::Include, are done elsewhere (plan.h). */
static bool is_hosted(const json_t *transform)
{
    const char *name = expand_name(transform);
    return !name || (strncmp(name, "AWS::", 5) == 0 && strcmp(name, INCLUDE) != 0);
}

static bool has_key(const json_t *value)
{
    const char *key;
    json_t *inner;
    size_t i;
    if (json_object_get(value, KEY))
        return true;
    json_object_foreach ((json_t *)(uintptr_t)value, key, inner)
        if (has_key(inner))
            return true;
    json_array_foreach (value, i, inner)
        if (has_key(inner))
            return true;
    return false;
}

bool expand_is_used(const struct template *t)
{
    const json_t *named = json_object_get(t->root, "Transform"), *one;
    bool used = named && !json_is_array(named) && !is_hosted(named);
    size_t i;
    json_array_foreach (named, i, one)
        used = used || !is_hosted(one);
    return used || has_key(t->root);
}

/* ---- parameters of transforms ---- */

/* With values in the place of references to parameters; of a macro's parameters AWS does no other
 * function. */
static json_t *referred(const struct expansion *e, const json_t *value)
{
    const json_t *name = json_object_get(value, "Ref");
    json_t *known = name ? json_object_get(e->values, json_string_value(name)) : NULL;
    json_t *copy, *inner;
    const char *key;
    size_t i;
    if (known && json_object_size(value) == 1)
        return json_deep_copy(known);
    if (!json_is_object(value) && !json_is_array(value))
        return json_deep_copy(value);
    copy = json_is_array(value) ? json_array() : json_object();
    json_array_foreach (value, i, inner)
        (void)json_array_append_new(copy, referred(e, inner));
    json_object_foreach ((json_t *)(uintptr_t)value, key, inner)
        (void)json_object_set_new(copy, key, referred(e, inner));
    return copy;
}

/* The text of a Location, in which names of parameters may stand; a new reference, or NULL. */
static json_t *location_of(struct expansion *e, const json_t *transform, const struct at *at)
{
    const json_t *given = json_object_get(json_object_get(transform, "Parameters"), "Location");
    struct template none = {.root = NULL};
    struct scope scope = {.template = &none, .parameters = e->values, .problems = e->problems};
    return json_is_object(given) && e->values ? resolve(&scope, given, at)
                                              : json_incref((json_t *)(uintptr_t)given);
}

/* ---- one transform ---- */

/* The snippet's members beside those that are there; these count. */
static json_t *included(struct expansion *e, const json_t *transform, const json_t *fragment,
                        const struct at *at)
{
    size_t before = e->problems->total;
    json_t *location = location_of(e, transform, at), *all = NULL;
    const char *text = json_string_value(location);
    json_t *members = NULL;
    if (text && include_is_wanted(&e->from, text))
        e->wanted = json_pack("{s:O}", "snippet", location);
    else if (e->problems->total == before)
        members = include_read(&e->from, text, at, e->problems);
    if (members)
        all = json_copy((json_t *)(uintptr_t)fragment);
    if (all && json_object_update_missing(all, members) != 0) {
        json_decref(all);
        all = NULL;
    }
    json_decref(members);
    json_decref(location);
    return all;
}

static json_t *made_by_macro(struct expansion *e, const json_t *transform, const json_t *fragment,
                             const struct at *at)
{
    const json_t *answer = json_array_get(e->macros, e->n_macros);
    const json_t *parameters = json_object_get(transform, "Parameters");
    const char *problem = json_string_value(json_object_get(answer, "problem"));
    if (answer && !problem) {
        e->n_macros++;
        return json_incref(json_object_get(answer, "fragment"));
    }
    if (problem && json_object_get(answer, "unknown")) {
        at_problem(at, e->problems, "%s", problem);
    } else if (problem) { /* it is no place's */
        e->problems->by_macro = true;
        problems_add(e->problems, NULL, "%s", problem);
    } else
        e->wanted = json_pack(
            "{s:s, s:O, s:o, s:O*}", "macro", expand_name(transform), "fragment", fragment,
            "params", parameters ? referred(e, parameters) : json_object(), "values", e->values);
    return NULL;
}

/* Whether a transform can be done where it stands; false after a problem. */
static bool is_possible(struct expansion *e, const char *name, const struct at *at)
{
    if (!name)
        return at_problem(at, e->problems, "Key Name of transform definition must be a string.");
    if (strncmp(name, "AWS::", 5) == 0 && strcmp(name, INCLUDE) != 0)
        return at_problem(at, e->problems, "Transform %s: of AWS's, only " INCLUDE " stands here",
                          name);
    if (++e->n > EXPANSIONS_MAX)
        return at_problem(at, e->problems,
                          "Transform %s: a template has at most %d snippets and macros", name,
                          (int)EXPANSIONS_MAX);
    return true;
}

json_t *expand_one(struct expansion *e, const json_t *transform, const json_t *fragment,
                   const struct at *at)
{
    const char *name = expand_name(transform);
    if (!is_possible(e, name, at))
        return NULL;
    return strcmp(name, INCLUDE) == 0 ? included(e, transform, fragment, at)
                                      : made_by_macro(e, transform, fragment, at);
}

/* ---- all of them ---- */

static json_t *expanded(struct expansion *e, json_t *value, const struct at *at);

/* All of a map's transforms, one after the other. */
static json_t *transformed(struct expansion *e, const json_t *map, const struct at *up)
{
    const json_t *transforms = json_object_get(map, KEY);
    struct at at = at_key(up, KEY);
    size_t n = json_is_array(transforms) ? json_array_size(transforms) : 1;
    json_t *fragment = json_copy((json_t *)(uintptr_t)map);
    (void)json_object_del(fragment, KEY);
    for (size_t i = 0; fragment && i < n; i++) {
        const json_t *one = json_is_array(transforms) ? json_array_get(transforms, i) : transforms;
        json_t *made = expand_one(e, one, fragment, &at);
        json_decref(fragment);
        fragment = made;
    }
    return fragment;
}

/* The innermost first. */
static json_t *expanded_map(struct expansion *e, json_t *map, const struct at *at)
{
    bool ok = true;
    for (void *i = json_object_iter(map); i; i = json_object_iter_next(map, i)) {
        struct at here = at_key(at, json_object_iter_key(i));
        json_t *value = json_object_iter_value(i), *made = expanded(e, value, &here);
        ok = ok && made;
        if (made && made != value)
            (void)json_object_iter_set(map, i, made);
        json_decref(made);
        if (e->wanted)
            return NULL;
    }
    return !ok ? NULL : json_object_get(map, KEY) ? transformed(e, map, at) : json_incref(map);
}

static json_t *expanded_list(struct expansion *e, json_t *list, const struct at *at)
{
    bool ok = true;
    for (size_t i = 0; i < json_array_size(list) && !e->wanted; i++) {
        struct at here = at_index(at, i);
        json_t *made = expanded(e, json_array_get(list, i), &here);
        ok = ok && made && json_array_set(list, i, made) == 0;
        json_decref(made);
    }
    return ok && !e->wanted ? json_incref(list) : NULL;
}

/* The value with its transforms done, a new reference: of a map or list that has none at its top
 * the same, changed. Templates are at most TEMPLATE_DEPTH_MAX deep (template_read()); what a
 * transform made is not looked into, as with AWS. */
static json_t *expanded(struct expansion *e, json_t *value, const struct at *at)
{
    return json_is_object(value)  ? expanded_map(e, value, at)
           : json_is_array(value) ? expanded_list(e, value, at)
                                  : json_incref(value);
}

bool expand_section(struct expansion *e, struct template *t, const char *section)
{
    struct at root = at_root(t), at = at_key(&root, section);
    json_t *value = json_object_get(t->root, section);
    json_t *made = value ? expanded(e, value, &at) : NULL;
    bool ok = !value || (made && json_object_set(t->root, section, made) == 0);
    json_decref(made);
    return ok;
}

bool expand_template(struct expansion *e, struct template *t)
{
    struct at root = at_root(t);
    json_t *made = expanded(e, t->root, &root);
    if (made) {
        json_decref(t->root);
        t->root = made;
    }
    return made != NULL;
}
