/* SPDX-License-Identifier: Apache-2.0 */
/* Objects: of one value, or of each of many, where values of the same name come together. */
#include "jsonata/evaluate/eval.h"

struct grouping {
    struct jn_run *run;
    const struct jn_node *object; /* names and values by turns */
    struct jn_frame *frame;
    bool tuples;
    struct jn names; /* {name: place of its entry} */
    struct entry {
        struct jn data; /* one value, or an array of them */
        size_t pair;
        bool many;
    } * entries;
    size_t count, room;
};

static struct entry *entry_new(struct grouping *g)
{
    if (g->count == g->room) {
        size_t room = g->room ? g->room * 2 : 4;
        struct entry *more = jn_take(g->run, room * sizeof *more);
        if (!more)
            return NULL;
        for (size_t i = 0; i < g->count; i++)
            more[i] = g->entries[i];
        g->entries = more;
        g->room = room;
    }
    return &g->entries[g->count++];
}

/* A further value of an entry; what it has becomes an array of its own. */
static void entry_append(struct jn_run *run, struct entry *entry, struct jn item)
{
    if (!entry->many) {
        struct jn all = jn_array(run, 0);
        jn_push_all(run, all, entry->data);
        entry->data = all;
        entry->many = true;
    }
    jn_push_all(run, entry->data, item);
}

static void fail_name(struct grouping *g, const char *code, struct jn name)
{
    (void)jn_fail_with(
        g->run, &(struct jn_failure){.code = code, .position = g->object->position, .value = name});
}

static void add_item(struct grouping *g, struct jn item, size_t pair, struct jn name)
{
    if (name.type == JN_UNDEFINED)
        return;
    if (name.type != JN_STRING) {
        fail_name(g, "T1003", name);
        return;
    }
    const struct jn_member *there = jn_find(g->names, name);
    struct entry *entry = there ? &g->entries[(size_t)there->value.number] : entry_new(g);
    if (!there && entry) {
        *entry = (struct entry){.data = item, .pair = pair};
        jn_set(g->run, g->names, name, jn_number((double)(g->count - 1)));
    } else if (entry && entry->pair != pair) {
        fail_name(g, "D1009", name);
    } else if (entry) {
        entry_append(g->run, entry, item);
    }
}

static void add_items(struct grouping *g, struct jn input)
{
    size_t count = jn_count(input);
    /* nothing at all still makes an object of what stands there literally */
    for (size_t i = 0; i < (count || g->tuples ? count : 1) && !jn_failed(g->run); i++) {
        struct jn item = jn_at(input, i);
        struct jn_frame *frame = g->tuples ? jn_tuple_frame(g->run, g->frame, item) : g->frame;
        struct jn context = g->tuples ? jn_get(item, jn_literal("@")) : item;
        for (size_t p = 0; frame && p < g->object->list.count && !jn_failed(g->run); p += 2)
            add_item(g, item, p, jn_evaluate(g->run, g->object->list.at[p], context, frame));
    }
}

/* A further value of a variable; what stands there first becomes an array of its own. */
static void reduce_value(struct jn_run *run, struct jn_member *there, struct jn value, bool first)
{
    if (first) {
        struct jn values = jn_array(run, 0);
        jn_push_all(run, values, there->value);
        there->value = values;
    }
    jn_push_all(run, there->value, value);
}

/* One tuple of many, which all have the same variables: each of them with all its values. */
static struct jn reduced(struct jn_run *run, struct jn tuples)
{
    if (tuples.type != JN_ARRAY)
        return tuples;
    struct jn all = jn_object_copy(run, jn_at(tuples, 0));
    for (size_t i = 1; i < jn_count(tuples) && jn_step(run, 1); i++)
        for (size_t m = 0; m < jn_at(tuples, i).object->count; m++) {
            const struct jn_member *one = &jn_at(tuples, i).object->at[m];
            struct jn_member *there = jn_find(all, one->name);
            if (there)
                reduce_value(run, there, one->value, i == 1);
        }
    return all;
}

static struct jn entry_value(struct grouping *g, const struct entry *entry)
{
    const struct jn_node *value = g->object->list.at[entry->pair + 1];
    if (!g->tuples)
        return jn_evaluate(g->run, value, entry->data, g->frame);
    struct jn tuple = reduced(g->run, entry->data);
    struct jn_frame *frame = jn_tuple_frame(g->run, g->frame, tuple);
    return frame ? jn_evaluate(g->run, value, jn_get(tuple, jn_literal("@")), frame) : JN_NOTHING;
}

struct jn jn_group(struct jn_run *run, const struct jn_node *object, struct jn input,
                   struct jn_frame *frame)
{
    struct grouping g = {.run = run, .object = object, .frame = frame};
    struct jn made = jn_object(run);
    g.names = jn_object(run);
    g.tuples = jn_marked(input, JN_TUPLES);
    add_items(&g, jn_as_array(run, input));
    for (size_t i = 0; i < g.count && !jn_failed(run); i++) {
        struct jn value = entry_value(&g, &g.entries[i]);
        if (value.type != JN_UNDEFINED)
            jn_set(run, made, g.names.object->at[i].name, value);
    }
    return made;
}

struct jn jn_eval_object(struct jn_run *run, const struct jn_node *node, struct jn input,
                         struct jn_frame *frame)
{
    return jn_group(run, node, input, frame);
}
