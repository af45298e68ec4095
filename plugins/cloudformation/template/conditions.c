/* SPDX-License-Identifier: Apache-2.0 */
/* Conditions of a template: Fn::And, Fn::Or, Fn::Not, Fn::Equals, and each other. */
#include <string.h>

#include "template/nearest.h"
#include "template/scope.h"
#include "template/value.h"

enum { TERMS_LEAST = 2, TERMS_MOST = 10 };

struct judge {
    const struct scope *scope;
    int depth;
};

static bool judge_value(struct judge *j, const json_t *value, const struct at *at, bool *holds);

static bool unknown_condition(const struct scope *scope, const char *name, const struct at *at)
{
    char hint[300];
    struct slrun_nearest nearest = {.word = name};
    const char *key;
    json_t *value;
    json_object_foreach (json_object_get(scope->template->root, "Conditions"), key, value)
        slrun_nearest_offer(&nearest, key);
    return at_problem(
        at, scope->problems,
        "Template format error: Unresolved condition dependency %s in the %s block of "
        "the template%s",
        name, at_block(at), nearest_hint(&nearest, hint, sizeof hint));
}

static bool judge_name(struct judge *j, const char *name, const struct at *at, bool *holds)
{
    const struct scope *s = j->scope;
    const json_t *known = json_object_get(s->conditions, name);
    const json_t *rule = json_object_get(json_object_get(s->template->root, "Conditions"), name);
    if (known) {
        *holds = json_is_true(known);
        return true;
    }
    if (!rule)
        return unknown_condition(s, name, at);
    struct at root = at_root(s->template), block = at_key(&root, "Conditions");
    struct at here = at_key(&block, name);
    if (++j->depth > CONDITION_DEPTH_MAX)
        return at_problem(&here, s->problems,
                          "Template error: Circular dependency in conditions: %s", name);
    if (!judge_value(j, rule, &here, holds))
        return false;
    j->depth--;
    json_object_set_new(s->conditions, name, json_boolean(*holds));
    return true;
}

static bool judge_terms(struct judge *j, const json_t *terms, const struct at *at, bool *holds)
{
    bool all = strcmp(at->key, "Fn::And") == 0, value, result = all;
    size_t i, n = json_array_size(terms);
    json_t *term;
    if (n < TERMS_LEAST || n > TERMS_MOST)
        return at_problem(
            at, j->scope->problems,
            "Template error: every %s object requires a list of at least 2 and at most "
            "10 boolean parameters.",
            at->key);
    json_array_foreach (terms, i, term) {
        struct at below = at_index(at, i);
        if (!judge_value(j, term, &below, &value))
            return false;
        result = all ? result && value : result || value;
    }
    *holds = result;
    return true;
}

static bool judge_not(struct judge *j, const json_t *args, const struct at *at, bool *holds)
{
    bool value;
    struct at below = at_index(at, 0);
    if (json_array_size(args) != 1)
        return at_problem(at, j->scope->problems,
                          "Template error: every Fn::Not object requires one boolean parameter.");
    if (!judge_value(j, json_array_get(args, 0), &below, &value))
        return false;
    *holds = !value;
    return true;
}

/* Scalars are compared as text, all else as it is. */
static bool same(const json_t *a, const json_t *b)
{
    json_t *x = value_text(a), *y = value_text(b);
    bool equal = x && y ? json_equal(x, y) : json_equal(a, b);
    json_decref(x);
    json_decref(y);
    return equal;
}

static bool judge_equals(struct judge *j, const json_t *args, const struct at *at, bool *holds)
{
    struct at first = at_index(at, 0), second = at_index(at, 1);
    if (json_array_size(args) != 2)
        return at_problem(at, j->scope->problems,
                          "Template error: every Fn::Equals object requires a list of 2 string "
                          "parameters.");
    json_t *a = resolve(j->scope, json_array_get(args, 0), &first);
    json_t *b = resolve(j->scope, json_array_get(args, 1), &second);
    if (a && b)
        *holds = same(a, b);
    bool ok = a && b;
    json_decref(a);
    json_decref(b);
    return ok;
}

static bool judge_value(struct judge *j, const json_t *value, const struct at *at, bool *holds)
{
    static const struct {
        const char *name;
        bool (*judge)(struct judge *j, const json_t *args, const struct at *at, bool *holds);
    } functions[] = {{"Fn::And", judge_terms},
                     {"Fn::Or", judge_terms},
                     {"Fn::Not", judge_not},
                     {"Fn::Equals", judge_equals}};
    const char *name =
        json_object_size(value) == 1 ? json_object_iter_key(json_object_iter((json_t *)value)) : "";
    const json_t *args = json_object_get(value, name);
    struct at inside = at_key(at, name);
    if (strcmp(name, "Condition") == 0 && json_is_string(args))
        return judge_name(j, json_string_value(args), at, holds);
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (strcmp(functions[i].name, name) == 0)
            return functions[i].judge(j, args, &inside, holds);
    return at_problem(at, j->scope->problems,
                      "Template format error: Conditions can only be boolean operations on "
                      "parameters and other conditions");
}

bool conditions_judge(struct scope *scope)
{
    bool ok = true, holds;
    const char *name;
    json_t *rule;
    struct at root = at_root(scope->template), block = at_key(&root, "Conditions");
    json_object_foreach (json_object_get(scope->template->root, "Conditions"), name, rule) {
        struct judge j = {.scope = scope};
        struct at here = at_key(&block, name);
        ok = judge_name(&j, name, &here, &holds) && ok;
    }
    return ok;
}

bool condition_holds(const struct scope *scope, const char *name, const struct at *at, bool *holds)
{
    const json_t *known = json_object_get(scope->conditions, name);
    *holds = json_is_true(known);
    return known ? true : unknown_condition(scope, name, at);
}
