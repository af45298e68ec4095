/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The parent operator. % stands for the input of a step before it, which is found while the tree is
 * shaped: that step then binds its input under a name, and % is that variable. Until the step is
 * found, the slot is handed up through `seeking`.
 */
#include <string.h>

#include "jsonata/syntax/node.h"

void jn_seek_slot(struct jn_run *run, struct jn_node *into, struct jn_slot *slot)
{
    struct jn_slot **more = jn_take(run, (into->seeking_count + 1) * sizeof(struct jn_slot *));
    if (!more)
        return;
    if (into->seeking_count)
        memcpy(more, into->seeking, into->seeking_count * sizeof(struct jn_slot *));
    more[into->seeking_count++] = slot;
    into->seeking = more;
}

void jn_seek_more(struct jn_run *run, struct jn_node *into, const struct jn_node *from)
{
    for (size_t i = 0; i < from->seeking_count && jn_step(run, 1); i++)
        jn_seek_slot(run, into, from->seeking[i]);
    if (from->kind == JN_NODE_PARENT)
        jn_seek_slot(run, into, from->slot);
}

/* A step of the tree that has its input bound. */
static void bind_ancestor(struct jn_node *step, struct jn_slot *slot)
{
    if (step->ancestor)
        slot->label = step->ancestor->label;
    step->ancestor = slot;
    step->tuple = true;
}

static void seek_in_steps(struct jn_run *run, struct jn_node *path, struct jn_slot *slot)
{
    path->tuple = true;
    for (size_t i = path->list.count; i > 0 && !jn_failed(run); i--) {
        if (i < path->list.count && slot->level <= 0)
            break;
        jn_seek_parent(run, path->list.at[i - 1], slot);
    }
}

void jn_seek_parent(struct jn_run *run, struct jn_node *step, struct jn_slot *slot)
{
    if (!jn_enter(run))
        return;
    if (step->kind == JN_NODE_NAME || step->kind == JN_NODE_WILDCARD) {
        if (--slot->level == 0)
            bind_ancestor(step, slot);
    } else if (step->kind == JN_NODE_PARENT) {
        slot->level++;
    } else if (step->kind == JN_NODE_PATH) {
        seek_in_steps(run, step, slot);
    } else if (step->kind == JN_NODE_BLOCK) {
        step->tuple = step->list.count > 0;
        if (step->list.count)
            jn_seek_parent(run, step->list.at[step->list.count - 1], slot);
    } else {
        (void)jn_fail_at(run, "S0217", step->position);
    }
    jn_leave(run);
}

/* Goes back over the steps before the last one; the slot stays sought if none is left. */
static void seek_back(struct jn_run *run, struct jn_node *path, struct jn_slot *slot)
{
    size_t i = path->list.count - 1;
    while (slot->level > 0 && !jn_failed(run)) {
        if (i == 0) {
            jn_seek_slot(run, path, slot);
            return;
        }
        struct jn_node *step = path->list.at[--i];
        /* steps one after another that bind their value go on from the same input */
        while (i > 0 && step->focus.type && path->list.at[i - 1]->focus.type)
            step = path->list.at[--i];
        jn_seek_parent(run, step, slot);
    }
}

void jn_seek_in_path(struct jn_run *run, struct jn_node *path)
{
    struct jn_node *last = path->list.at[path->list.count - 1];
    for (size_t i = 0; i < last->seeking_count && !jn_failed(run); i++)
        seek_back(run, path, last->seeking[i]);
    if (last->kind == JN_NODE_PARENT)
        seek_back(run, path, last->slot);
}
