/* SPDX-License-Identifier: Apache-2.0 */
/* Applies update expressions to items. */
#include <stdlib.h>

#include "path.h"
#include "set_value.h"
#include "value_internal.h"

/* An element set beyond the end of a list: appended at last, in the order of the indexes. */
struct appended {
    json_t *list;
    unsigned long index;
    json_t *value;
};

/* One update in progress. The arrays have one element for each action. */
struct update {
    const struct expr *expr;
    const json_t *before;
    json_t *item;
    struct expr_error *error;
    json_t **values; /* of SET, computed before anything is written */
    struct appended *appended;
    size_t appended_count;
    json_t **holed; /* lists that have lost elements */
    size_t holed_count;
};

static size_t count_actions(const struct expr *expr)
{
    size_t count = 0;
    for (const struct action *action = expr->actions; action != NULL; action = action->next)
        count++;
    return count;
}

static bool fail_path(struct update *update)
{
    return expr_fail(update->error,
                     "The document path provided in the update expression is invalid for update");
}

static bool compute_values(struct update *update)
{
    size_t at = 0;
    for (const struct action *action = update->expr->actions; action != NULL;
         action = action->next, at++) {
        if (action->kind != ACTION_SET)
            continue;
        update->values[at] = set_value(action->value, update->before, update->error);
        if (update->values[at] == NULL)
            return false;
    }
    return true;
}

/* The new item shares with the old one all that the update does not write into. */
static bool copy_item(struct update *update)
{
    update->item = value_copy(update->before);
    if (update->item == NULL)
        return expr_fail_memory(update->error);
    for (const struct branch *branch = update->expr->tree; branch != NULL; branch = branch->next) {
        const json_t *value = json_object_get(update->item, branch->name);
        if (branch->children != NULL && value != NULL &&
            json_object_set_new_nocheck(update->item, branch->name, value_deep_copy(value)) != 0)
            return expr_fail_memory(update->error);
    }
    return true;
}

/* Takes the reference to `value`. */
static bool put(struct update *update, json_t *parent, const struct step *step, json_t *value)
{
    int status = 0;
    if (step->name != NULL)
        status = json_object_set_new_nocheck(parent, step->name, value);
    else if (step->index < json_array_size(parent))
        status = json_array_set_new(parent, (size_t)step->index, value);
    else
        update->appended[update->appended_count++] = (struct appended){parent, step->index, value};
    return status == 0 || expr_fail_memory(update->error);
}

/* A removed element leaves a hole (null) until the end: all indexes of one update mean the list as
 * it was. */
static bool drop(struct update *update, json_t *parent, const struct step *step)
{
    if (step->name != NULL) {
        json_object_del(parent, step->name);
        return true;
    }
    if (step->index >= json_array_size(parent))
        return true;
    update->holed[update->holed_count++] = parent;
    return json_array_set_new(parent, (size_t)step->index, json_null()) == 0 ||
           expr_fail_memory(update->error);
}

/* AttributeUpdates has a message of its own. */
static bool check_legacy(struct update *update, const json_t *present, const json_t *operand)
{
    if (!update->expr->legacy || present == NULL ||
        value_type_of(present) == value_type_of(operand))
        return true;
    return expr_fail(update->error, "Type mismatch for attribute to update");
}

static bool apply_add(struct update *update, json_t *parent, const struct step *step,
                      const json_t *operand)
{
    const json_t *present = path_child(parent, step);
    if (!check_legacy(update, present, operand))
        return false;
    json_t *sum = set_value_add(present, operand, update->error);
    return sum != NULL && put(update, parent, step, sum);
}

static bool apply_delete(struct update *update, json_t *parent, const struct step *step,
                         const json_t *operand)
{
    const json_t *present = path_child(parent, step);
    if (present == NULL)
        return true;
    if (!check_legacy(update, present, operand))
        return false;
    json_t *rest = set_value_without(present, operand, update->error);
    if (rest == NULL)
        return false;
    if (json_array_size(value_payload(rest)) > 0)
        return put(update, parent, step, rest);
    json_decref(rest);
    return drop(update, parent, step);
}

static bool apply(struct update *update, const struct action *action, json_t **value)
{
    const struct step *step;
    json_t *parent = path_parent(action->path, update->item, &step);
    json_t *given = *value;
    if (parent == NULL)
        return fail_path(update);
    switch (action->kind) {
    case ACTION_SET:
        *value = NULL;
        return put(update, parent, step, given);
    case ACTION_ADD:
        return apply_add(update, parent, step, action->value->value);
    case ACTION_DELETE:
        return apply_delete(update, parent, step, action->value->value);
    default:
        return drop(update, parent, step);
    }
}

static int by_index(const void *a, const void *b)
{
    const struct appended *x = a;
    const struct appended *y = b;
    return (x->index > y->index) - (x->index < y->index);
}

static bool finish_lists(struct update *update)
{
    if (update->appended_count > 1)
        qsort(update->appended, update->appended_count, sizeof *update->appended, by_index);
    for (size_t i = 0; i < update->appended_count; i++) {
        json_t *value = update->appended[i].value;
        update->appended[i].value = NULL;
        if (json_array_append_new(update->appended[i].list, value) != 0)
            return expr_fail_memory(update->error);
    }
    for (size_t i = 0; i < update->holed_count; i++) {
        for (size_t at = json_array_size(update->holed[i]); at > 0; at--)
            if (json_is_null(json_array_get(update->holed[i], at - 1)))
                json_array_remove(update->holed[i], at - 1);
    }
    return true;
}

/* A value set deep inside another may take it over the limit. */
static bool check_depth(struct update *update)
{
    for (const struct branch *branch = update->expr->tree; branch != NULL; branch = branch->next) {
        const json_t *value = json_object_get(update->item, branch->name);
        if (branch->children != NULL && value != NULL && value_depth(value) > VALUE_DEPTH_MAX)
            return value_fail_depth(update->error);
    }
    return true;
}

static bool run(struct update *update)
{
    size_t at = 0;
    if (!compute_values(update) || !copy_item(update))
        return false;
    for (const struct action *action = update->expr->actions; action != NULL;
         action = action->next, at++)
        if (!apply(update, action, &update->values[at]))
            return false;
    return finish_lists(update) && check_depth(update);
}

static bool open_update(struct update *update, size_t count)
{
    update->values = calloc(count + 1, sizeof(json_t *));
    update->appended = calloc(count + 1, sizeof *update->appended);
    update->holed = calloc(count + 1, sizeof(json_t *));
    return (update->values != NULL && update->appended != NULL && update->holed != NULL) ||
           expr_fail_memory(update->error);
}

static void close_update(struct update *update, size_t count)
{
    for (size_t i = 0; update->values != NULL && i < count; i++)
        json_decref(update->values[i]);
    for (size_t i = 0; i < update->appended_count; i++)
        json_decref(update->appended[i].value);
    free(update->values);
    free(update->appended);
    free(update->holed);
}

void expr_updated_clear(struct expr_updated *updated)
{
    json_decref(updated->item);
    json_decref(updated->old);
    json_decref(updated->now);
    *updated = (struct expr_updated){NULL, NULL, NULL};
}

bool expr_update(const struct expr *expr, const json_t *item, struct expr_updated *out,
                 struct expr_error *error)
{
    size_t count = count_actions(expr);
    struct update update = {.expr = expr, .before = item, .error = error};
    bool done = open_update(&update, count) && run(&update);
    close_update(&update, count);
    *out = (struct expr_updated){update.item, NULL, NULL};
    if (done) {
        out->old = expr_project(expr, item);
        out->now = expr_project(expr, update.item);
        done = (out->old != NULL && out->now != NULL) || expr_fail_memory(error);
    }
    if (!done)
        expr_updated_clear(out);
    return done;
}
