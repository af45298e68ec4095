/* SPDX-License-Identifier: Apache-2.0 */
#include "template/extensions.h"

#include <string.h>

#include "template/turn.h"
#include "template/value.h"

#define LOOP      "Fn::ForEach::"
#define EXTENSION "Transform AWS::LanguageExtensions failed with: "

struct expansion {
    const struct scope *scope;
    json_t *names; /* of the loops so far: those of a template differ */
    int depth;     /* of the loops around */
    struct turn_made made;
};

static const char *const sections[] = {"Conditions", "Resources", "Outputs"};

bool extensions_is_loop(const char *key)
{
    return strncmp(key, LOOP, strlen(LOOP)) == 0;
}

/* ---- a loop ---- */

static json_t *expanded(struct expansion *e, const json_t *value, const struct at *at);

static bool too_much(const struct expansion *e, const struct at *at)
{
    return at_problem(at, e->scope->problems,
                      EXTENSION "the template is too large once its loops are expanded");
}

/* A loop that is expanded. */
struct loop {
    const struct at *at;
    const json_t *fragment;
    json_t *all; /* the map that its members go to */
};

/* Each key of the fragment names the identifier, unless it is that of a loop inside. */
static bool check_keys(const struct expansion *e, const struct turn *turn, const struct loop *loop)
{
    const char *key;
    json_t *value;
    json_object_foreach ((json_t *)loop->fragment, key, value)
        if (!extensions_is_loop(key) && !turn_has_placeholder(turn, key))
            return at_problem(loop->at, e->scope->problems,
                              EXTENSION "%s: the key %s must have ${%s} or &{%s} in it",
                              loop->at->key, key, turn->identifier, turn->identifier);
    return true;
}

/* Adds members to the map, which has none of them. */
static bool add_members(const struct expansion *e, const struct loop *loop, const json_t *members)
{
    const char *key;
    json_t *value;
    json_object_foreach ((json_t *)members, key, value) {
        if (json_object_get(loop->all, key))
            return at_problem(loop->at, e->scope->problems, EXTENSION "%s makes %s twice",
                              loop->at->key, key);
        if (json_object_set(loop->all, key, value) != 0)
            return false;
    }
    return true;
}

static bool turn_once(struct expansion *e, const struct turn *turn, const struct loop *loop)
{
    json_t *own = turn_fill(turn, loop->fragment);
    if (!own)
        return too_much(e, loop->at);
    json_t *members = expanded(e, own, loop->at);
    bool ok = members && add_members(e, loop, members);
    json_decref(members);
    json_decref(own);
    return ok;
}

/* The values of a loop: a new list of strings, or NULL after a problem. */
static json_t *collection_of(const struct expansion *e, const json_t *value, const struct at *at)
{
    json_t *list = resolve(e->scope, value, at), *texts = json_array(), *element;
    size_t i;
    bool ok = json_is_array(list);
    json_array_foreach (list, i, element) {
        json_t *text = value_text(element);
        ok = ok && text && json_array_append(texts, text) == 0;
        json_decref(text);
    }
    if (list && !ok)
        at_problem(at, e->scope->problems,
                   EXTENSION "%s: the collection must be a list of strings, or a Ref to a "
                             "CommaDelimitedList",
                   at->key);
    json_decref(list);
    if (ok)
        return texts;
    json_decref(texts);
    return NULL;
}

static bool run_loop(struct expansion *e, const json_t *written, json_t *all, const struct at *at)
{
    const struct loop loop = {at, json_array_get(written, 2), all};
    json_t *values = collection_of(e, json_array_get(written, 1), at), *value;
    bool ok = values != NULL;
    size_t i;
    json_array_foreach (values, i, value) {
        struct turn turn = {.made = &e->made,
                            .identifier = json_string_value(json_array_get(written, 0)),
                            .value = json_string_value(value)};
        ok = ok && turn_begin(&turn) && check_keys(e, &turn, &loop) && turn_once(e, &turn, &loop);
        turn_end(&turn);
    }
    json_decref(values);
    return ok;
}

static bool loop_into(struct expansion *e, const json_t *loop, json_t *all, const struct at *at)
{
    if (json_array_size(loop) != 3 || json_string_length(json_array_get(loop, 0)) == 0 ||
        !json_is_object(json_array_get(loop, 2)))
        return at_problem(at, e->scope->problems,
                          EXTENSION "%s must be a list of an identifier, a collection and a map",
                          at->key);
    if (e->depth == LOOP_DEPTH_MAX)
        return at_problem(at, e->scope->problems, EXTENSION "loops are nested at most %d deep",
                          (int)LOOP_DEPTH_MAX);
    e->depth++;
    bool ok = run_loop(e, loop, all, at);
    e->depth--;
    return ok;
}

/* ---- names that are functions ---- */

/* The logical id that a function says, as a new string; what is none stays. */
static json_t *name_of(const struct expansion *e, const json_t *value, const struct at *at)
{
    return json_is_object(value) ? resolve(e->scope, value, at) : json_incref((json_t *)value);
}

static json_t *get_att_of(const struct expansion *e, const json_t *value, const struct at *at)
{
    json_t *name = name_of(e, json_array_get(value, 0), at);
    return name ? json_pack("[o, O]", name, json_array_get(value, 1)) : NULL;
}

/* ---- all values ---- */

static json_t *member_of(struct expansion *e, const char *key, const json_t *value,
                         const struct at *at)
{
    if (strcmp(key, "Ref") == 0)
        return name_of(e, value, at);
    if (strcmp(key, "Fn::GetAtt") == 0 && json_array_size(value) == 2)
        return get_att_of(e, value, at);
    return expanded(e, value, at);
}

/* `at` has the member's key. */
static bool add_member(struct expansion *e, json_t *all, const json_t *value, const struct at *at)
{
    if (extensions_is_loop(at->key))
        return loop_into(e, value, all, at);
    if (json_object_get(all, at->key))
        return at_problem(at, e->scope->problems, EXTENSION "%s is there twice", at->key);
    json_t *member = member_of(e, at->key, value, at);
    return member && json_object_set_new(all, at->key, member) == 0;
}

static json_t *expanded_map(struct expansion *e, const json_t *value, const struct at *at)
{
    json_t *all = json_object(), *inner;
    const char *key;
    bool ok = all != NULL;
    json_object_foreach ((json_t *)value, key, inner) {
        struct at below = at_key(at, key);
        ok = ok && add_member(e, all, inner, &below);
    }
    if (ok)
        return all;
    json_decref(all);
    return NULL;
}

/* A new reference, or NULL after a problem. */
static json_t *expanded(struct expansion *e, const json_t *value, const struct at *at)
{
    if (json_is_object(value))
        return expanded_map(e, value, at);
    if (!json_is_array(value))
        return json_incref((json_t *)value);
    json_t *all = json_array(), *inner;
    size_t i;
    bool ok = all != NULL;
    json_array_foreach (value, i, inner) {
        struct at below = at_index(at, i);
        json_t *done = ok ? expanded(e, inner, &below) : NULL;
        ok = done && json_array_append_new(all, done) == 0;
    }
    if (ok)
        return all;
    json_decref(all);
    return NULL;
}

/* Loops are called differently from each other and from resources, wherever they stand. */
static bool check_names(struct expansion *e, const json_t *value, const struct at *at)
{
    const json_t *resources = json_object_get(e->scope->template->root, "Resources");
    const char *key;
    size_t i;
    json_t *inner;
    bool ok = true;
    json_object_foreach ((json_t *)value, key, inner) {
        struct at below = at_key(at, key);
        const char *name = extensions_is_loop(key) ? key + strlen(LOOP) : NULL;
        if (name && (json_object_get(e->names, name) || json_object_get(resources, name)))
            ok = at_problem(&below, e->scope->problems,
                            EXTENSION "the name of the loop %s is not unique", key);
        if (name)
            json_object_set_new(e->names, name, json_true());
        ok = check_names(e, inner, &below) && ok;
    }
    json_array_foreach (value, i, inner) {
        struct at below = at_index(at, i);
        ok = check_names(e, inner, &below) && ok;
    }
    return ok;
}

static bool expand_section(struct expansion *e, struct template *t, const char *name)
{
    const json_t *section = json_object_get(t->root, name);
    struct at root = at_root(t), at = at_key(&root, name);
    if (!section)
        return true;
    json_t *all = check_names(e, section, &at) ? expanded(e, section, &at) : NULL;
    return all && json_object_set_new(t->root, name, all) == 0;
}

bool extensions_expand(struct template *t, const struct scope *scope)
{
    struct expansion e = {.scope = scope, .names = json_object()};
    bool ok = e.names != NULL;
    for (size_t i = 0; ok && i < sizeof sections / sizeof *sections; i++)
        ok = expand_section(&e, t, sections[i]);
    json_decref(e.names);
    return ok;
}

bool extensions_done(const struct template *t, struct problems *problems)
{
    struct at root = at_root(t);
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        struct at block = at_key(&root, sections[i]);
        const char *key;
        json_t *value;
        json_object_foreach (json_object_get(t->root, sections[i]), key, value) {
            struct at here = at_key(&block, key);
            if (extensions_is_loop(key))
                return at_problem(&here, problems,
                                  "Template error: %s requires the transform "
                                  "AWS::LanguageExtensions, before all others",
                                  key);
        }
    }
    return true;
}
