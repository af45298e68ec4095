/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Paths. Each step is evaluated for each value that the one before found. Where steps bind
 * variables (by @, # or for %) what is handed on is a stream of tuples instead: objects of the
 * value ("@") and the variables that belong to it.
 */
#include <math.h>

#include "jsonata/evaluate/eval.h"

/* ---- predicates ---- */

/* A place counted from the end where it is negative; the count where it is none. */
static size_t place(double number, size_t count)
{
    double i = floor(number);
    if (i < 0)
        i += (double)count;
    return i >= 0 && i < (double)count ? (size_t)i : count;
}

static struct jn filter_place(struct jn_run *run, double number, struct jn input)
{
    struct jn found = jn_at(input, place(number, jn_count(input)));
    if (found.type == JN_ARRAY)
        return found;
    struct jn results = jn_array(run, JN_SEQUENCE | (input.array->marks & JN_TUPLES));
    if (found.type != JN_UNDEFINED)
        jn_push(run, results, found);
    return results;
}

/* A value of a list. */
struct candidate {
    struct jn list;
    size_t i; /* its place there */
};

/* How often its place is among the numbers. */
static size_t times_among(struct jn_run *run, struct jn numbers, const struct candidate *c)
{
    size_t times = 0;
    for (size_t n = 0; n < jn_count(numbers) && jn_step(run, 1); n++)
        times += place(jn_at(numbers, n).number, jn_count(c->list)) == c->i;
    return times;
}

static void filter_one(struct jn_run *run, struct jn into, struct jn verdict,
                       const struct candidate *c)
{
    if (jn_is_numeric(run, verdict))
        verdict = jn_as_array(run, verdict);
    size_t times =
        jn_all_numbers(run, verdict) ? times_among(run, verdict, c) : jn_truth(run, verdict);
    while (times-- > 0)
        jn_push(run, into, jn_at(c->list, c->i));
}

struct jn jn_filter(struct jn_run *run, const struct jn_node *predicate, struct jn input,
                    struct jn_frame *frame)
{
    if (input.type != JN_ARRAY) {
        struct jn one = jn_sequence(run);
        jn_push(run, one, input);
        input = one;
    }
    if (input.type != JN_ARRAY)
        return JN_NOTHING;
    if (predicate->kind == JN_NODE_NUMBER)
        return filter_place(run, predicate->value.number, input);
    bool tuples = jn_marked(input, JN_TUPLES);
    struct jn results = jn_array(run, tuples ? JN_SEQUENCE | JN_TUPLES : JN_SEQUENCE);
    for (size_t i = 0; i < jn_count(input) && !jn_failed(run); i++) {
        struct jn item = jn_at(input, i);
        struct jn_frame *own = tuples ? jn_tuple_frame(run, frame, item) : frame;
        struct jn context = tuples ? jn_get(item, jn_literal("@")) : item;
        if (own)
            filter_one(run, results, jn_evaluate(run, predicate, context, own),
                       &(struct candidate){input, i});
    }
    return results;
}

static void set_places(struct jn_run *run, struct jn tuples, struct jn name)
{
    for (size_t i = 0; i < jn_count(tuples) && jn_step(run, 1); i++)
        jn_set(run, jn_at(tuples, i), name, jn_number((double)i));
}

static struct jn stages(struct jn_run *run, const struct jn_node *step, struct jn input,
                        struct jn_frame *frame)
{
    for (size_t i = 0; i < step->stages.count && !jn_failed(run); i++) {
        const struct jn_node *stage = step->stages.at[i];
        if (stage->kind == JN_NODE_FILTER)
            input = jn_filter(run, stage->left, input, frame);
        else
            set_places(run, input, stage->value);
    }
    return input;
}

/* ---- steps ---- */

struct walk {
    struct jn_run *run;
    struct jn_frame *frame;
    struct jn values, found, tuples;
    bool binds; /* a step binds variables */
};

/* Arrays that were found become their members, unless [...] made them. */
static struct jn flattened(struct jn_run *run, struct jn found)
{
    struct jn flat = jn_sequence(run);
    for (size_t i = 0; i < jn_count(found) && jn_step(run, 1); i++) {
        struct jn one = jn_at(found, i);
        if (jn_marked(one, JN_CONS))
            jn_push(run, flat, one);
        else
            jn_push_all(run, flat, one);
    }
    return flat;
}

static struct jn plain_step(struct walk *w, const struct jn_node *step, bool last)
{
    struct jn found = jn_sequence(w->run);
    if (step->kind == JN_NODE_SORT)
        return stages(w->run, step, jn_sort_by_terms(w->run, step, w->values, w->frame), w->frame);
    for (size_t i = 0; i < jn_count(w->values) && !jn_failed(w->run); i++) {
        struct jn one = jn_evaluate(w->run, step, jn_at(w->values, i), w->frame);
        one = stages(w->run, step, one, w->frame);
        if (one.type != JN_UNDEFINED)
            jn_push(w->run, found, one);
    }
    struct jn only = jn_at(found, 0);
    if (last && jn_count(found) == 1 && only.type == JN_ARRAY && !jn_marked(only, JN_SEQUENCE))
        return only;
    return flattened(w->run, found);
}

/* ---- steps that bind ---- */

static struct jn tuple_of(struct jn_run *run, struct jn value)
{
    struct jn tuple = jn_object(run);
    jn_set(run, tuple, jn_literal("@"), value);
    return tuple;
}

static void tuple_merge(struct jn_run *run, struct jn into, struct jn from)
{
    for (size_t i = 0; from.type == JN_OBJECT && i < from.object->count; i++)
        jn_set(run, into, from.object->at[i].name, from.object->at[i].value);
}

/* Binds, in a copy of the tuple before, what a step found at `i`. */
static void tuple_bind(struct jn_run *run, const struct jn_node *step, struct jn tuple,
                       const struct candidate *c)
{
    struct jn at = jn_literal("@"), before = jn_get(tuple, at);
    jn_set(run, tuple, step->focus.type ? step->focus : at, jn_at(c->list, c->i));
    if (step->index.type)
        jn_set(run, tuple, step->index, jn_number((double)c->i));
    if (step->ancestor)
        jn_set(run, tuple, step->ancestor->label, before);
}

/* Pushes a tuple for each value that a step finds for the one before. */
static void push_tuples(struct walk *w, const struct jn_node *step, struct jn before,
                        struct jn into)
{
    struct jn_frame *own = jn_tuple_frame(w->run, w->frame, before);
    struct jn found =
        own ? jn_evaluate(w->run, step, jn_get(before, jn_literal("@")), own) : JN_NOTHING;
    if (found.type == JN_UNDEFINED)
        return;
    found = jn_as_array(w->run, found);
    for (size_t i = 0; i < jn_count(found) && jn_step(w->run, 1); i++) {
        struct jn tuple = jn_object_copy(w->run, before);
        if (jn_marked(found, JN_TUPLES))
            tuple_merge(w->run, tuple, jn_at(found, i));
        else
            tuple_bind(w->run, step, tuple, &(struct candidate){found, i});
        jn_push(w->run, into, tuple);
    }
}

static struct jn sort_tuples(struct walk *w, const struct jn_node *step)
{
    if (w->tuples.type == JN_ARRAY)
        return jn_sort_by_terms(w->run, step, w->tuples, w->frame);
    struct jn sorted = jn_sort_by_terms(w->run, step, w->values, w->frame);
    struct jn tuples = jn_array(w->run, JN_SEQUENCE | JN_TUPLES);
    for (size_t i = 0; i < jn_count(sorted) && jn_step(w->run, 1); i++) {
        struct jn tuple = tuple_of(w->run, jn_at(sorted, i));
        jn_set(w->run, tuple, step->index, jn_number((double)i));
        jn_push(w->run, tuples, tuple);
    }
    return tuples;
}

static void begin_tuples(struct walk *w)
{
    if (w->tuples.type == JN_ARRAY)
        return;
    w->tuples = jn_array(w->run, 0);
    for (size_t i = 0; i < jn_count(w->values) && jn_step(w->run, 1); i++)
        jn_push(w->run, w->tuples, tuple_of(w->run, jn_at(w->values, i)));
}

static struct jn tuple_step(struct walk *w, const struct jn_node *step)
{
    if (step->kind == JN_NODE_SORT)
        return stages(w->run, step, sort_tuples(w, step), w->frame);
    struct jn tuples = jn_array(w->run, JN_SEQUENCE | JN_TUPLES);
    begin_tuples(w);
    for (size_t i = 0; i < jn_count(w->tuples) && !jn_failed(w->run); i++)
        push_tuples(w, step, jn_at(w->tuples, i), tuples);
    return stages(w->run, step, tuples, w->frame);
}

/* ---- the path ---- */

/* False: nothing was found, and further steps find nothing, too. */
static bool walk_step(struct walk *w, const struct jn_node *path, size_t i)
{
    const struct jn_node *step = path->list.at[i];
    w->binds |= step->tuple;
    if (i == 0 && step->cons)
        w->found = jn_evaluate(w->run, step, w->values, w->frame);
    else if (w->binds)
        w->tuples = tuple_step(w, step);
    else
        w->found = plain_step(w, step, i + 1 == path->list.count);
    if (!w->binds &&
        (w->found.type == JN_UNDEFINED || (w->found.type == JN_ARRAY && jn_count(w->found) == 0)))
        return false;
    if (!step->focus.type)
        w->values = w->found;
    return !jn_failed(w->run);
}

static struct jn values_of(struct jn_run *run, struct jn tuples)
{
    struct jn values = jn_sequence(run);
    for (size_t i = 0; i < jn_count(tuples) && jn_step(run, 1); i++)
        jn_push(run, values, jn_get(jn_at(tuples, i), jn_literal("@")));
    return values;
}

static struct jn kept(struct jn_run *run, struct jn found)
{
    if (jn_marked(found, JN_CONS) && !jn_marked(found, JN_SEQUENCE)) {
        struct jn around = jn_sequence(run);
        jn_push(run, around, found);
        found = around;
    }
    if (found.type == JN_ARRAY)
        found.array->marks |= JN_KEEP;
    return found;
}

struct jn jn_eval_path(struct jn_run *run, const struct jn_node *node, struct jn input,
                       struct jn_frame *frame)
{
    struct walk w = {.run = run, .frame = frame, .values = input};
    if (input.type != JN_ARRAY || node->list.at[0]->kind == JN_NODE_VARIABLE) {
        w.values = jn_sequence(run);
        jn_push(run, w.values, input);
    }
    for (size_t i = 0; i < node->list.count && walk_step(&w, node, i);)
        i++;
    struct jn found = !w.binds ? w.found : node->tuple ? w.tuples : values_of(run, w.tuples);
    if (node->keep_path)
        found = kept(run, found);
    return node->group ? jn_group(run, node->group, w.binds ? w.tuples : found, frame) : found;
}
