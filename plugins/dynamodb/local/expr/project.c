/* SPDX-License-Identifier: Apache-2.0 */
/* The tree of an expression's paths, and copies of items along it. */
#include <stdint.h>
#include <string.h>

#include "ast.h"
#include "value.h"

/* Is `branch` the one for `step`? */
static bool is_for(const struct branch *branch, const struct step *step)
{
    if (branch->name == NULL || step->name == NULL)
        return branch->name == step->name && branch->index == step->index;
    return strcmp(branch->name, step->name) == 0;
}

/* Indexes come in order: lists lose their holes when they are copied. */
static bool comes_after(const struct branch *branch, const struct step *step)
{
    return step->name == NULL && branch->name == NULL && branch->index > step->index;
}

/* Finds or makes the branch for `step` in the list at `at`; NULL without memory. */
static struct branch *grow(struct expr *expr, struct branch **at, const struct step *step)
{
    while (*at != NULL && !is_for(*at, step) && !comes_after(*at, step))
        at = &(*at)->next;
    if (*at != NULL && is_for(*at, step))
        return *at;
    struct branch *branch = expr_alloc(expr, sizeof *branch);
    if (branch != NULL) {
        branch->name = step->name;
        branch->index = step->index;
        branch->next = *at;
        *at = branch;
    }
    return branch;
}

static bool add_path(struct expr *expr, const struct node *path)
{
    struct branch **at = &expr->tree;
    for (const struct step *step = path->steps; step != NULL; step = step->next) {
        struct branch *branch = grow(expr, at, step);
        if (branch == NULL)
            return false;
        at = &branch->children;
    }
    return true;
}

static bool build_tree(struct expr *expr)
{
    for (const struct node *path = expr->paths; path != NULL; path = path->next)
        if (!add_path(expr, path))
            return false;
    for (const struct action *action = expr->actions; action != NULL; action = action->next)
        if (!add_path(expr, action->path))
            return false;
    return true;
}

static bool count_path(const struct node *path, void *context)
{
    size_t *count = context;
    (void)path;
    ++*count;
    return true;
}

static bool add_head(const struct node *path, void *context)
{
    const char **head = context;
    while (*head != NULL && strcmp(*head, path->steps->name) != 0)
        head++;
    *head = path->steps->name;
    return true;
}

bool expr_finish(struct expr *expr, struct expr_error *error)
{
    size_t count = 0;
    expr_each_path(expr, count_path, &count);
    expr->heads = expr_alloc(expr, (count + 1) * sizeof *expr->heads);
    if (expr->heads == NULL || !build_tree(expr))
        return expr_fail_memory(error);
    return expr_each_path(expr, add_head, expr->heads);
}

static json_t *copy_branch(const struct branch *branch, json_t *value, bool *failed);

static json_t *copy_members(const struct branch *branch, const json_t *members, bool *failed)
{
    json_t *out = json_object();
    *failed = *failed || out == NULL;
    for (; branch != NULL && !*failed; branch = branch->next) {
        json_t *member = branch->name != NULL ? json_object_get(members, branch->name) : NULL;
        json_t *copy = copy_branch(branch, member, failed);
        if (copy != NULL && json_object_set_new_nocheck(out, branch->name, copy) != 0)
            *failed = true;
    }
    return out;
}

static json_t *copy_elements(const struct branch *branch, const json_t *elements, bool *failed)
{
    json_t *out = json_array();
    *failed = *failed || out == NULL;
    for (; branch != NULL && !*failed; branch = branch->next) {
        json_t *element =
            branch->name == NULL ? json_array_get(elements, (size_t)branch->index) : NULL;
        json_t *copy = copy_branch(branch, element, failed);
        if (copy != NULL && json_array_append_new(out, copy) != 0)
            *failed = true;
    }
    return out;
}

/* What a branch takes of a value; NULL if nothing of it is there. */
static json_t *copy_branch(const struct branch *branch, json_t *value, bool *failed)
{
    enum value_type type = value_type_of(value);
    json_t *inner = NULL;
    if (value == NULL || branch->children == NULL)
        return json_incref(value);
    if (type == VALUE_M)
        inner = copy_members(branch->children, value_payload(value), failed);
    else if (type == VALUE_L)
        inner = copy_elements(branch->children, value_payload(value), failed);
    if (json_object_size(inner) + json_array_size(inner) == 0) {
        json_decref(inner);
        return NULL;
    }
    json_t *copy = json_pack("{s:o}", value_type_name(type), inner);
    *failed = *failed || copy == NULL;
    return copy;
}

json_t *expr_project(const struct expr *expr, const json_t *item)
{
    bool failed = false;
    json_t *out = copy_members(expr->tree, item, &failed);
    if (failed) {
        json_decref(out);
        return NULL;
    }
    return out;
}

const char *expr_attribute(const struct expr *expr, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (expr->heads[i] == NULL)
            return NULL;
    return expr->heads[index];
}

static bool writes(const struct expr *expr, const char *name)
{
    for (const struct branch *branch = expr->tree; branch != NULL; branch = branch->next)
        if (strcmp(branch->name, name) == 0)
            return true;
    return false;
}

bool expr_touches(const struct expr *expr, const char *name)
{
    if (expr->kind == EXPR_UPDATE)
        return writes(expr, name);
    for (const char **head = expr->heads; *head != NULL; head++)
        if (strcmp(*head, name) == 0)
            return true;
    return false;
}

static bool is_flat(const struct node *path, void *context)
{
    return path->arg_count == 1 || strcmp(path->steps->name, (const char *)context) != 0;
}

bool expr_looks_into(const struct expr *expr, const char *name)
{
    return !expr_each_path(expr, is_flat, (void *)(uintptr_t)name);
}

/* An empty AttributeUpdates creates an item, too. */
bool expr_creates(const struct expr *expr)
{
    for (const struct action *action = expr->actions; action != NULL; action = action->next)
        if (action->kind == ACTION_SET || action->kind == ACTION_ADD)
            return true;
    return expr->actions == NULL;
}
