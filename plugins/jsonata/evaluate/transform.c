/* SPDX-License-Identifier: Apache-2.0 */
/* |pattern|update, delete|: a clone in which what the pattern finds is changed. */
#include "jsonata/evaluate/eval.h"

static struct jn clone(struct jn_run *run, struct jn value);

static struct jn clone_members(struct jn_run *run, struct jn value)
{
    struct jn made = value.type == JN_ARRAY ? jn_array(run, 0) : jn_object(run);
    for (size_t i = 0; i < jn_count(value) && !jn_failed(run); i++)
        jn_push(run, made, clone(run, jn_at(value, i)));
    for (size_t i = 0; value.type == JN_OBJECT && i < value.object->count && !jn_failed(run); i++)
        jn_set(run, made, value.object->at[i].name, clone(run, value.object->at[i].value));
    return made;
}

static struct jn clone(struct jn_run *run, struct jn value)
{
    if (value.type == JN_FUNCTION)
        return jn_literal("");
    if (value.type != JN_ARRAY && value.type != JN_OBJECT)
        return value;
    if (!jn_enter(run))
        return JN_NOTHING;
    struct jn made = clone_members(run, value);
    jn_leave(run);
    return made;
}

static struct jn fail(struct jn_run *run, const char *code, const struct jn_node *clause,
                      struct jn value)
{
    return jn_fail_with(
        run, &(struct jn_failure){.code = code, .position = clause->position, .value = value});
}

static void update(struct jn_run *run, const struct jn_function *f, struct jn match)
{
    struct jn changes = jn_evaluate(run, f->node->right, match, f->frame);
    if (changes.type == JN_UNDEFINED)
        return;
    if (changes.type != JN_OBJECT)
        (void)fail(run, "T2011", f->node->right, changes);
    for (size_t i = 0; changes.type == JN_OBJECT && i < changes.object->count; i++)
        jn_set(run, match, changes.object->at[i].name, changes.object->at[i].value);
}

static void delete (struct jn_run *run, const struct jn_function *f, struct jn match)
{
    struct jn names = jn_evaluate(run, f->node->other, match, f->frame);
    if (names.type == JN_UNDEFINED)
        return;
    if (!jn_all_strings(jn_as_array(run, names))) {
        (void)fail(run, "T2012", f->node->other, names);
        return;
    }
    names = jn_as_array(run, names);
    for (size_t i = 0; i < jn_count(names) && jn_step(run, 1); i++)
        jn_remove(run, match, jn_at(names, i));
}

struct jn jn_clone(struct jn_run *run, struct jn value)
{
    return clone(run, jn_marked(value, JN_WRAPPER) ? jn_at(value, 0) : value);
}

struct jn jn_apply_transform(struct jn_run *run, const struct jn_function *f,
                             const struct jn_call *call)
{
    struct jn given = jn_at(call->arguments, 0);
    if (given.type == JN_UNDEFINED)
        return given;
    if (jn_count(call->arguments) > 1 || (given.type != JN_OBJECT && given.type != JN_ARRAY))
        return jn_fail_with(run, &(struct jn_failure){.code = "T0410", .position = -1, .index = 1});
    struct jn changed = jn_clone(run, given);
    struct jn matches = jn_evaluate(run, f->node->left, changed, f->frame);
    if (matches.type == JN_UNDEFINED)
        return changed;
    matches = jn_as_array(run, matches);
    for (size_t i = 0; i < jn_count(matches) && !jn_failed(run); i++) {
        update(run, f, jn_at(matches, i));
        if (f->node->other && !jn_failed(run))
            delete (run, f, jn_at(matches, i));
    }
    return changed;
}

struct jn jn_eval_transform(struct jn_run *run, const struct jn_node *node, struct jn input,
                            struct jn_frame *frame)
{
    (void)input;
    return jn_function(
        run, &(struct jn_function){.kind = JN_FN_TRANSFORM, .node = node, .frame = frame});
}
