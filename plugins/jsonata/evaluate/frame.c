/* SPDX-License-Identifier: Apache-2.0 */
#include "jsonata/evaluate/eval.h"
#include "jsonata/functions/native.h"
#include "jsonata/values/text.h"

struct jn_binding {
    struct jn_binding *next;
    struct jn name, value;
};

struct jn_frame *jn_frame(struct jn_run *run, struct jn_frame *parent)
{
    struct jn_frame *frame = jn_take(run, sizeof *frame);
    if (frame)
        frame->parent = parent;
    return frame;
}

struct jn_frame *jn_tuple_frame(struct jn_run *run, struct jn_frame *parent, struct jn tuple)
{
    struct jn_frame *frame = jn_frame(run, parent);
    if (frame && tuple.type == JN_OBJECT)
        frame->tuple = tuple.object;
    return frame;
}

static struct jn_binding *find(const struct jn_frame *frame, struct jn name)
{
    struct jn_binding *b = frame->bindings;
    while (b && !jn_same_text(b->name, name))
        b = b->next;
    return b;
}

void jn_bind(struct jn_run *run, struct jn_frame *frame, struct jn name, struct jn value)
{
    struct jn_binding *bound = find(frame, name);
    if (bound) {
        bound->value = value;
        return;
    }
    bound = jn_take(run, sizeof *bound);
    if (!bound)
        return;
    *bound = (struct jn_binding){frame->bindings, name, value};
    frame->bindings = bound;
}

/* A variable of the world. It is read, and functions are made, once they are asked for. */
static const json_t *in_world(const struct jn_run *run, struct jn name)
{
    const char *key;
    json_t *value;
    json_object_foreach ((json_t *)(uintptr_t)run->world->variables, key, value)
        if (jn_is(name, key))
            return value;
    return NULL;
}

static struct jn from_world(struct jn_run *run, struct jn name)
{
    const json_t *there = in_world(run, name);
    struct jn value = there ? jn_from_json(run, there) : jn_native_named(run, name);
    if (value.type != JN_UNDEFINED)
        jn_bind(run, run->root, name, value);
    return value;
}

struct jn jn_variable(struct jn_run *run, const struct jn_frame *frame, struct jn name)
{
    for (; frame && jn_step(run, 1); frame = frame->parent) {
        const struct jn_binding *bound = find(frame, name);
        const struct jn_member *member =
            frame->tuple ? jn_find((struct jn){.type = JN_OBJECT, .object = frame->tuple}, name)
                         : NULL;
        if (bound || member)
            return bound ? bound->value : member->value;
    }
    return from_world(run, name);
}
