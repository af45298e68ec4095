/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <string.h>

#include "jsonata/syntax/node.h"

typedef struct jn_node *shaper(struct jn_run *run, struct jn_node *node);

static struct jn_node *fail(struct jn_run *run, const char *code, const struct jn_node *node)
{
    (void)jn_fail_with(run, &(struct jn_failure){.code = code,
                                                 .position = node->position,
                                                 .token = node->value,
                                                 .value = node->value});
    return NULL;
}

/* ---- paths ---- */

/* A path of one step, unless it is a path. */
static struct jn_node *as_path(struct jn_run *run, struct jn_node *step)
{
    if (step->kind == JN_NODE_PATH)
        return step;
    struct jn_node *path = jn_node(run, JN_NODE_PATH, step->position);
    if (path)
        jn_list_add(run, &path->list, step);
    return path;
}

static struct jn_node *last_step(const struct jn_node *path)
{
    return path->list.at[path->list.count - 1];
}

static void add_steps(struct jn_run *run, struct jn_node *path, struct jn_node *rest)
{
    if (rest->kind == JN_NODE_PATH) {
        for (size_t i = 0; i < rest->list.count; i++)
            jn_list_add(run, &path->list, rest->list.at[i]);
        return;
    }
    if (rest->predicates.count) {
        rest->stages = rest->predicates;
        rest->predicates = (struct jn_list){0};
    }
    jn_list_add(run, &path->list, rest);
}

/* Texts among the steps are names; numbers and constants cannot be steps. */
static bool name_steps(struct jn_run *run, struct jn_node *path)
{
    for (size_t i = 0; i < path->list.count; i++) {
        struct jn_node *step = path->list.at[i];
        if (step->kind == JN_NODE_NUMBER || step->kind == JN_NODE_CONSTANT)
            return fail(run, "S0213", step) != NULL;
        if (step->kind == JN_NODE_TEXT)
            step->kind = JN_NODE_NAME;
        path->keep_path |= step->keep;
    }
    return true;
}

static struct jn_node *shape_dot(struct jn_run *run, struct jn_node *node)
{
    struct jn_node *first = jn_shape(run, node->left);
    struct jn_node *path = first ? as_path(run, first) : NULL;
    if (path && first->kind == JN_NODE_PARENT)
        jn_seek_slot(run, path, first->slot);
    struct jn_node *rest = path ? jn_shape(run, node->right) : NULL;
    if (!rest)
        return NULL;
    add_steps(run, path, rest);
    if (jn_failed(run) || !name_steps(run, path))
        return NULL;
    if (path->list.at[0]->kind == JN_NODE_ARRAY)
        path->list.at[0]->cons = true;
    if (last_step(path)->kind == JN_NODE_ARRAY)
        last_step(path)->cons = true;
    jn_seek_in_path(run, path);
    return path;
}

/* Slots that a predicate seeks: those of one level are its step's. */
static void seek_from_predicate(struct jn_run *run, struct jn_node *step,
                                const struct jn_node *predicate)
{
    for (size_t i = 0; i < predicate->seeking_count && !jn_failed(run); i++)
        if (predicate->seeking[i]->level == 1)
            jn_seek_parent(run, step, predicate->seeking[i]);
        else
            predicate->seeking[i]->level--;
    jn_seek_more(run, step, predicate);
}

static struct jn_node *shape_predicate(struct jn_run *run, struct jn_node *node)
{
    struct jn_node *made = jn_shape(run, node->left);
    if (!made)
        return NULL;
    bool path = made->kind == JN_NODE_PATH;
    struct jn_node *step = path ? last_step(made) : made;
    if (step->group)
        return fail(run, "S0209", node);
    struct jn_node *filter = jn_node(run, JN_NODE_FILTER, node->position);
    struct jn_node *predicate = filter ? jn_shape(run, node->right) : NULL;
    if (!predicate)
        return NULL;
    filter->left = predicate;
    seek_from_predicate(run, step, predicate);
    jn_list_add(run, path ? &step->stages : &step->predicates, filter);
    return made;
}

static bool shape_list(struct jn_run *run, const struct jn_list *from, struct jn_list *into)
{
    for (size_t i = 0; i < from->count && !jn_failed(run); i++)
        jn_list_add(run, into, jn_shape(run, from->at[i]));
    return !jn_failed(run);
}

static struct jn_node *shape_group(struct jn_run *run, struct jn_node *node)
{
    struct jn_node *made = jn_shape(run, node->left);
    if (!made)
        return NULL;
    if (made->group)
        return fail(run, "S0210", node);
    made->group = jn_node(run, JN_NODE_OBJECT, node->position);
    return made->group && shape_list(run, &node->list, &made->group->list) ? made : NULL;
}

static struct jn_node *shape_order(struct jn_run *run, struct jn_node *node)
{
    struct jn_node *made = jn_shape(run, node->left);
    struct jn_node *path = made ? as_path(run, made) : NULL;
    struct jn_node *sort = path ? jn_node(run, JN_NODE_SORT, node->position) : NULL;
    for (size_t i = 0; sort && i < node->list.count && !jn_failed(run); i++) {
        struct jn_node *term = node->list.at[i];
        term->left = jn_shape(run, term->left);
        if (term->left)
            jn_seek_more(run, sort, term->left);
        jn_list_add(run, &sort->list, term);
    }
    if (!sort || jn_failed(run))
        return NULL;
    jn_list_add(run, &path->list, sort);
    jn_seek_in_path(run, path);
    return path;
}

/* ---- bindings ---- */

static struct jn_node *shape_bind(struct jn_run *run, struct jn_node *node)
{
    node->kind = JN_NODE_BIND;
    node->right = jn_shape(run, node->right);
    if (node->right)
        jn_seek_more(run, node, node->right);
    return node;
}

static struct jn_node *shape_focus(struct jn_run *run, struct jn_node *node)
{
    struct jn_node *made = jn_shape(run, node->left);
    if (!made)
        return NULL;
    struct jn_node *step = made->kind == JN_NODE_PATH ? last_step(made) : made;
    if (step->stages.count || step->predicates.count)
        return fail(run, "S0215", node);
    if (step->kind == JN_NODE_SORT)
        return fail(run, "S0216", node);
    step->keep |= node->keep;
    step->focus = node->right->value;
    step->tuple = true;
    return made;
}

static struct jn_node *shape_index(struct jn_run *run, struct jn_node *node)
{
    struct jn_node *made = jn_shape(run, node->left);
    if (!made)
        return NULL;
    struct jn_node *step = made->kind == JN_NODE_PATH ? last_step(made) : made;
    if (made->kind != JN_NODE_PATH && step->predicates.count) {
        step->stages = step->predicates;
        step->predicates = (struct jn_list){0};
    }
    made = as_path(run, made);
    if (step->stages.count) {
        struct jn_node *index = jn_node(run, JN_NODE_INDEX, node->position);
        if (index)
            index->value = node->right->value;
        jn_list_add(run, &step->stages, index);
    } else {
        step->index = node->right->value;
    }
    step->tuple = true;
    return made;
}

static struct jn_node *shape_apply(struct jn_run *run, struct jn_node *node)
{
    node->kind = JN_NODE_APPLY;
    node->left = jn_shape(run, node->left);
    node->right = node->left ? jn_shape(run, node->right) : NULL;
    if (!node->right)
        return NULL;
    node->keep |= node->left->keep || node->right->keep;
    return node;
}

/* ---- what has operands ---- */

/* Shapes what there is below a node, and has it seek what they seek. */
static struct jn_node *shape_operands(struct jn_run *run, struct jn_node *node)
{
    struct jn_node **const operands[] = {&node->left, &node->right, &node->other};
    for (size_t i = 0; i < 3 && !jn_failed(run); i++) {
        if (!*operands[i])
            continue;
        *operands[i] = jn_shape(run, *operands[i]);
        if (*operands[i])
            jn_seek_more(run, node, *operands[i]);
    }
    struct jn_list raw = node->list;
    node->list = (struct jn_list){0};
    if (!shape_list(run, &raw, &node->list))
        return NULL;
    for (size_t i = 0; i < node->list.count; i++)
        jn_seek_more(run, node, node->list.at[i]);
    return node;
}

/* What is called has no parent: it is no step. */
static struct jn_node *shape_call(struct jn_run *run, struct jn_node *node)
{
    struct jn_node *called = jn_shape(run, node->left);
    node->left = NULL;
    node = called ? shape_operands(run, node) : NULL;
    if (node)
        node->left = called;
    return node;
}

static struct jn_node *shape_binary(struct jn_run *run, struct jn_node *node)
{
    static shaper *const shapers[] = {
        [JN_OP_DOT] = shape_dot,          [JN_OP_OPEN_BRACKET] = shape_predicate,
        [JN_OP_OPEN_BRACE] = shape_group, [JN_OP_CARET] = shape_order,
        [JN_OP_ASSIGN] = shape_bind,      [JN_OP_AT] = shape_focus,
        [JN_OP_HASH] = shape_index,       [JN_OP_APPLY] = shape_apply,
    };
    bool own = node->op < sizeof shapers / sizeof *shapers && shapers[node->op];
    return own ? shapers[node->op](run, node) : shape_operands(run, node);
}

static struct jn_node *shape_minus(struct jn_run *run, struct jn_node *node)
{
    node = shape_operands(run, node);
    if (!node || node->left->kind != JN_NODE_NUMBER)
        return node;
    node->left->value.number = -node->left->value.number;
    return node->left;
}

static struct jn_node *shape_block(struct jn_run *run, struct jn_node *node)
{
    node = shape_operands(run, node);
    for (size_t i = 0; node && i < node->list.count; i++) {
        const struct jn_node *part = node->list.at[i];
        node->cons |= part->cons || (part->kind == JN_NODE_PATH && part->list.at[0]->cons);
    }
    return node;
}

/* A call at the end of a function becomes a function of its own, which is called once the function
 * has been left: so recursion at the end takes no depth. */
static struct jn_node *tail(struct jn_run *run, struct jn_node *node)
{
    if (!node || !jn_enter(run))
        return NULL;
    struct jn_node *made = node;
    if (node->kind == JN_NODE_CALL && !node->predicates.count) {
        made = jn_node(run, JN_NODE_LAMBDA, node->position);
        if (made) {
            made->thunk = true;
            made->left = node;
        }
    } else if (node->kind == JN_NODE_CONDITION) {
        node->right = tail(run, node->right);
        node->other = tail(run, node->other);
    } else if (node->kind == JN_NODE_BLOCK && node->list.count) {
        struct jn_node **last = &node->list.at[node->list.count - 1];
        *last = tail(run, *last);
    }
    jn_leave(run);
    return made;
}

static struct jn_node *shape_lambda(struct jn_run *run, struct jn_node *node)
{
    node->left = tail(run, jn_shape(run, node->left));
    return node;
}

static struct jn_node *shape_transform(struct jn_run *run, struct jn_node *node)
{
    node->left = jn_shape(run, node->left);
    node->right = jn_failed(run) ? NULL : jn_shape(run, node->right);
    node->other = node->other && !jn_failed(run) ? jn_shape(run, node->other) : NULL;
    return node;
}

/* ---- what stands for itself ---- */

static struct jn_node *shape_name(struct jn_run *run, struct jn_node *node)
{
    node->kind = JN_NODE_NAME;
    struct jn_node *path = as_path(run, node);
    if (path)
        path->keep_path = path->keep = node->keep;
    return path;
}

static struct jn_node *shape_parent(struct jn_run *run, struct jn_node *node)
{
    char label[16];
    struct jn_slot *slot = jn_take(run, sizeof *slot);
    if (!slot)
        return NULL;
    int size = snprintf(label, sizeof label, "!%d", run->labels++);
    *slot = (struct jn_slot){jn_copy(run, label, (size_t)size), 1};
    node->slot = slot;
    return node;
}

static struct jn_node *shape_end(struct jn_run *run, struct jn_node *node)
{
    return fail(run, "S0207", node);
}

static struct jn_node *shape_nothing(struct jn_run *run, struct jn_node *node)
{
    (void)run;
    return node;
}

struct jn_node *jn_shape(struct jn_run *run, struct jn_node *raw)
{
    static shaper *const shapers[] = {
        [JN_NODE_END] = shape_end,
        [JN_NODE_NAME] = shape_name,
        [JN_NODE_TEXT] = shape_nothing,
        [JN_NODE_NUMBER] = shape_nothing,
        [JN_NODE_CONSTANT] = shape_nothing,
        [JN_NODE_WILDCARD] = shape_nothing,
        [JN_NODE_DESCENDANTS] = shape_nothing,
        [JN_NODE_PARENT] = shape_parent,
        [JN_NODE_VARIABLE] = shape_nothing,
        [JN_NODE_REGEX] = shape_nothing,
        [JN_NODE_WORD] = shape_name,
        [JN_NODE_BLANK] = shape_nothing,
        [JN_NODE_BINARY] = shape_binary,
        [JN_NODE_MINUS] = shape_minus,
        [JN_NODE_ARRAY] = shape_operands,
        [JN_NODE_OBJECT] = shape_operands,
        [JN_NODE_BLOCK] = shape_block,
        [JN_NODE_CONDITION] = shape_operands,
        [JN_NODE_CALL] = shape_call,
        [JN_NODE_PARTIAL] = shape_call,
        [JN_NODE_LAMBDA] = shape_lambda,
        [JN_NODE_TRANSFORM] = shape_transform,
    };
    if (!raw || jn_failed(run) || !jn_enter(run))
        return NULL;
    bool keep = raw->keep;
    struct jn_node *made = shapers[raw->kind](run, raw);
    jn_leave(run);
    if (jn_failed(run))
        return NULL;
    if (made)
        made->keep |= keep;
    return made;
}
