/* SPDX-License-Identifier: Apache-2.0 */
#include "jsonata/evaluate/eval.h"

#include "jsonata/values/text.h"

static struct jn eval_literal(struct jn_run *run, const struct jn_node *node, struct jn input,
                              struct jn_frame *frame)
{
    (void)run, (void)input, (void)frame;
    return node->value;
}

/* ---- names ---- */

static void push_members(struct jn_run *run, struct jn into, struct jn array, struct jn name)
{
    for (size_t i = 0; i < jn_count(array) && jn_step(run, 1); i++) {
        struct jn found = jn_member(run, jn_at(array, i), name);
        if (found.type != JN_UNDEFINED)
            jn_push_all(run, into, found);
    }
}

struct jn jn_member(struct jn_run *run, struct jn input, struct jn name)
{
    if (input.type != JN_ARRAY)
        return jn_get(input, name);
    if (!jn_enter(run))
        return JN_NOTHING;
    struct jn found = jn_sequence(run);
    push_members(run, found, input, name);
    jn_leave(run);
    return found;
}

static struct jn eval_name(struct jn_run *run, const struct jn_node *node, struct jn input,
                           struct jn_frame *frame)
{
    (void)frame;
    return jn_member(run, input, node->value);
}

static struct jn eval_variable(struct jn_run *run, const struct jn_node *node, struct jn input,
                               struct jn_frame *frame)
{
    if (node->value.size)
        return jn_variable(run, frame, node->value);
    return jn_marked(input, JN_WRAPPER) ? jn_at(input, 0) : input;
}

static struct jn eval_parent(struct jn_run *run, const struct jn_node *node, struct jn input,
                             struct jn_frame *frame)
{
    (void)input;
    return jn_variable(run, frame, node->slot->label);
}

/* ---- wildcards ---- */

/* All that is no array, also within arrays. */
static void push_flat(struct jn_run *run, struct jn into, struct jn value)
{
    if (value.type != JN_ARRAY) {
        jn_push(run, into, value);
        return;
    }
    if (!jn_enter(run))
        return;
    for (size_t i = 0; i < jn_count(value) && !jn_failed(run); i++)
        push_flat(run, into, jn_at(value, i));
    jn_leave(run);
}

static struct jn eval_wildcard(struct jn_run *run, const struct jn_node *node, struct jn input,
                               struct jn_frame *frame)
{
    (void)node, (void)frame;
    struct jn found = jn_sequence(run);
    if (jn_marked(input, JN_WRAPPER) && jn_count(input))
        input = jn_at(input, 0);
    if (input.type == JN_ARRAY)
        for (size_t i = 0; i < jn_count(input) && jn_step(run, 1); i++)
            push_flat(run, found, jn_at(input, i));
    if (input.type == JN_OBJECT)
        for (size_t i = 0; i < input.object->count && jn_step(run, 1); i++)
            push_flat(run, found, input.object->at[i].value);
    return found;
}

/* All members at any depth. */
static void jn_descendants(struct jn_run *run, struct jn value, struct jn into)
{
    if (!jn_enter(run))
        return;
    if (value.type != JN_ARRAY)
        jn_push(run, into, value);
    for (size_t i = 0; i < jn_count(value) && !jn_failed(run); i++)
        jn_descendants(run, jn_at(value, i), into);
    for (size_t i = 0; value.type == JN_OBJECT && i < value.object->count && !jn_failed(run); i++)
        jn_descendants(run, value.object->at[i].value, into);
    jn_leave(run);
}

static struct jn eval_descendants(struct jn_run *run, const struct jn_node *node, struct jn input,
                                  struct jn_frame *frame)
{
    (void)node, (void)frame;
    if (input.type == JN_UNDEFINED)
        return input;
    struct jn found = jn_sequence(run);
    jn_descendants(run, input, found);
    return jn_count(found) == 1 ? jn_at(found, 0) : found;
}

/* ---- what is made ---- */

static struct jn eval_minus(struct jn_run *run, const struct jn_node *node, struct jn input,
                            struct jn_frame *frame)
{
    struct jn value = jn_evaluate(run, node->left, input, frame);
    if (value.type == JN_UNDEFINED)
        return value;
    if (jn_is_numeric(run, value))
        return jn_number(-value.number);
    return jn_fail_with(run, &(struct jn_failure){.code = "D1002",
                                                  .position = node->position,
                                                  .token = node->value,
                                                  .value = value});
}

static struct jn eval_array(struct jn_run *run, const struct jn_node *node, struct jn input,
                            struct jn_frame *frame)
{
    struct jn array = jn_array(run, node->cons ? JN_CONS : 0);
    for (size_t i = 0; i < node->list.count && !jn_failed(run); i++) {
        const struct jn_node *item = node->list.at[i];
        struct jn value = jn_evaluate(run, item, input, frame);
        if (item->kind == JN_NODE_ARRAY)
            jn_push(run, array, value);
        else if (value.type != JN_UNDEFINED)
            jn_push_all(run, array, value);
    }
    return array;
}

static struct jn eval_block(struct jn_run *run, const struct jn_node *node, struct jn input,
                            struct jn_frame *frame)
{
    struct jn value = JN_NOTHING;
    struct jn_frame *own = jn_frame(run, frame);
    for (size_t i = 0; own && i < node->list.count && !jn_failed(run); i++)
        value = jn_evaluate(run, node->list.at[i], input, own);
    return value;
}

static struct jn eval_bind(struct jn_run *run, const struct jn_node *node, struct jn input,
                           struct jn_frame *frame)
{
    struct jn value = jn_evaluate(run, node->right, input, frame);
    jn_bind(run, frame, node->left->value, value);
    return value;
}

static struct jn eval_condition(struct jn_run *run, const struct jn_node *node, struct jn input,
                                struct jn_frame *frame)
{
    bool holds = jn_truth(run, jn_evaluate(run, node->left, input, frame));
    const struct jn_node *branch = holds ? node->right : node->other;
    return branch && !jn_failed(run) ? jn_evaluate(run, branch, input, frame) : JN_NOTHING;
}

/* ---- each node ---- */

static jn_evaluator *const evaluators[] = {
    [JN_NODE_NAME] = eval_name,
    [JN_NODE_TEXT] = eval_literal,
    [JN_NODE_NUMBER] = eval_literal,
    [JN_NODE_CONSTANT] = eval_literal,
    [JN_NODE_WILDCARD] = eval_wildcard,
    [JN_NODE_DESCENDANTS] = eval_descendants,
    [JN_NODE_PARENT] = eval_parent,
    [JN_NODE_VARIABLE] = eval_variable,
    [JN_NODE_REGEX] = jn_eval_regex,
    [JN_NODE_BINARY] = jn_eval_binary,
    [JN_NODE_MINUS] = eval_minus,
    [JN_NODE_ARRAY] = eval_array,
    [JN_NODE_OBJECT] = jn_eval_object,
    [JN_NODE_BLOCK] = eval_block,
    [JN_NODE_CONDITION] = eval_condition,
    [JN_NODE_CALL] = jn_eval_call,
    [JN_NODE_PARTIAL] = jn_eval_partial,
    [JN_NODE_LAMBDA] = jn_eval_lambda,
    [JN_NODE_TRANSFORM] = jn_eval_transform,
    [JN_NODE_PATH] = jn_eval_path,
    [JN_NODE_BIND] = eval_bind,
    [JN_NODE_APPLY] = jn_eval_apply,
    [JN_NODE_INDEX] = NULL,
};

/* A sequence of one value is that value, and an empty one nothing. */
static struct jn unwrapped(struct jn value, bool keep)
{
    if (!jn_marked(value, JN_SEQUENCE) || jn_marked(value, JN_TUPLES))
        return value;
    if (keep)
        value.array->marks |= JN_KEEP;
    if (jn_count(value) == 0)
        return JN_NOTHING;
    return jn_count(value) == 1 && !jn_marked(value, JN_KEEP) ? jn_at(value, 0) : value;
}

struct jn jn_evaluate(struct jn_run *run, const struct jn_node *node, struct jn input,
                      struct jn_frame *frame)
{
    if (!jn_enter(run))
        return JN_NOTHING;
    struct jn value =
        evaluators[node->kind] ? evaluators[node->kind](run, node, input, frame) : JN_NOTHING;
    for (size_t i = 0; i < node->predicates.count && !jn_failed(run); i++)
        value = jn_filter(run, node->predicates.at[i]->left, value, frame);
    if (node->group && node->kind != JN_NODE_PATH)
        value = jn_group(run, node->group, value, frame);
    jn_leave(run);
    return jn_failed(run) ? JN_NOTHING : unwrapped(value, node->keep);
}
