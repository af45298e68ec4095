/* SPDX-License-Identifier: Apache-2.0 */
/* Names that nothing in the template has, wherever they are used. */
#include <string.h>

#include "template/nearest.h"
#include "template/scope.h"

struct walk {
    const struct scope *scope;
    bool ok;
};

static const json_t *section(const struct walk *w, const char *name)
{
    return json_object_get(w->scope->template->root, name);
}

static void offer_all(struct slrun_nearest *nearest, const json_t *map)
{
    const char *key;
    json_t *value;
    json_object_foreach ((json_t *)map, key, value)
        slrun_nearest_offer(nearest, key);
}

static void missing(struct walk *w, const char *name, const struct at *at)
{
    char hint[300];
    struct slrun_nearest nearest = {.word = name};
    offer_all(&nearest, section(w, "Resources"));
    offer_all(&nearest, section(w, "Parameters"));
    w->ok = false;
    at_problem(
        at, w->scope->problems,
        "Template format error: Unresolved resource dependencies [%s] in the %s block of the "
        "template%s",
        name, at_block(at), nearest_hint(&nearest, hint, sizeof hint));
}

static void check_ref(struct walk *w, const char *name, const struct at *at)
{
    if (strcmp(name, "AWS::NoValue") != 0 && !json_object_get(w->scope->parameters, name) &&
        !json_object_get(section(w, "Resources"), name))
        missing(w, name, at);
}

static void check_att(struct walk *w, const json_t *value, const struct at *at)
{
    json_t *attribute, *name = get_att_name(value, &attribute);
    if (name && !json_object_get(section(w, "Resources"), json_string_value(name))) {
        w->ok =
            at_problem(at, w->scope->problems,
                       "Template error: instance of Fn::GetAtt references undefined resource %s",
                       json_string_value(name));
    }
    json_decref(name);
}

/* ---- Fn::Sub ---- */

struct sub {
    struct walk *walk;
    const json_t *own;
    const struct at *at;
};

static bool check_piece(void *arg, const struct sub_piece *piece)
{
    struct sub *sub = arg;
    char name[SUB_VARIABLE_MAX];
    if (!piece->variable || piece->size == 0 || piece->size >= sizeof name)
        return true;
    memcpy(name, piece->text, piece->size);
    name[piece->size] = '\0';
    if (json_object_get(sub->own, name))
        return true;
    char *dot = strchr(name, '.');
    if (dot)
        *dot = '\0';
    if (!dot)
        check_ref(sub->walk, name, sub->at);
    else if (!json_object_get(section(sub->walk, "Resources"), name))
        missing(sub->walk, name, sub->at);
    return true;
}

static void check_sub(struct walk *w, const json_t *value, const struct at *at)
{
    bool list = json_is_array(value);
    struct sub sub = {w, list ? json_array_get(value, 1) : NULL, at};
    const char *text = json_string_value(list ? json_array_get(value, 0) : value);
    if (text)
        (void)sub_split(text, check_piece, &sub);
}

/* ---- the walk ---- */

static void check(struct walk *w, const json_t *value, const struct at *at)
{
    const char *key;
    size_t i;
    json_t *inner;
    bool holds;
    json_object_foreach ((json_t *)value, key, inner) {
        struct at below = at_key(at, key);
        if (strcmp(key, "Ref") == 0 && json_is_string(inner) && json_object_size(value) == 1)
            check_ref(w, json_string_value(inner), &below);
        else if (strcmp(key, "Fn::GetAtt") == 0)
            check_att(w, inner, &below);
        else if (strcmp(key, "Fn::Sub") == 0)
            check_sub(w, inner, &below);
        else if (strcmp(key, "Fn::If") == 0 && json_is_string(json_array_get(inner, 0)))
            w->ok = condition_holds(w->scope, json_string_value(json_array_get(inner, 0)), &below,
                                    &holds) &&
                    w->ok;
        check(w, inner, &below);
    }
    json_array_foreach (value, i, inner) {
        struct at below = at_index(at, i);
        check(w, inner, &below);
    }
}

static void check_condition_of(struct walk *w, const json_t *entry, const struct at *at)
{
    const json_t *name = json_object_get(entry, "Condition");
    struct at below = at_key(at, "Condition");
    bool holds;
    if (json_is_string(name))
        w->ok = condition_holds(w->scope, json_string_value(name), &below, &holds) && w->ok;
}

static void check_depends_on(struct walk *w, const json_t *entry, const struct at *at)
{
    const json_t *value = json_object_get(entry, "DependsOn");
    struct at below = at_key(at, "DependsOn");
    size_t n = json_is_string(value) ? 1 : json_array_size(value);
    for (size_t i = 0; i < n; i++) {
        const char *name =
            json_string_value(json_is_string(value) ? value : json_array_get(value, i));
        if (!name)
            w->ok = at_problem(&below, w->scope->problems,
                               "Template format error: DependsOn must be a string or a list of "
                               "strings");
        else if (!json_object_get(section(w, "Resources"), name))
            missing(w, name, &below);
    }
}

bool references_check(const struct scope *scope)
{
    static const char *const blocks[] = {"Resources", "Outputs"};
    struct walk w = {scope, true};
    struct at root = at_root(scope->template);
    const char *name;
    json_t *entry;
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        struct at block = at_key(&root, blocks[i]);
        json_object_foreach ((json_t *)section(&w, blocks[i]), name, entry) {
            static const char *const parts[] = {"Properties", "Value", "Export"};
            struct at here = at_key(&block, name);
            check_condition_of(&w, entry, &here);
            check_depends_on(&w, entry, &here);
            for (size_t p = 0; p < sizeof parts / sizeof *parts; p++) {
                struct at part = at_key(&here, parts[p]);
                check(&w, json_object_get(entry, parts[p]), &part);
            }
        }
    }
    return w.ok;
}
