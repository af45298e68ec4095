/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "jsonata/syntax/node.h"

struct jn_node *jn_node(struct jn_run *run, enum jn_kind kind, long position)
{
    struct jn_node *node = jn_take(run, sizeof *node);
    if (!node)
        return NULL;
    node->kind = kind;
    node->position = position;
    return node;
}

void jn_list_add(struct jn_run *run, struct jn_list *list, struct jn_node *node)
{
    if (list->count == list->room) {
        size_t room = list->room ? list->room * 2 : 4;
        struct jn_node **at = jn_take(run, room * sizeof(struct jn_node *));
        if (!at)
            return;
        if (list->count)
            memcpy(at, list->at, list->count * sizeof(struct jn_node *));
        list->at = at;
        list->room = room;
    }
    list->at[list->count++] = node;
}

static struct jn_list list_copy(struct jn_run *run, const struct jn_list *list)
{
    struct jn_list copy = {0};
    for (size_t i = 0; i < list->count && !jn_failed(run); i++)
        jn_list_add(run, &copy, jn_node_copy(run, list->at[i]));
    return copy;
}

struct jn_node *jn_node_copy(struct jn_run *run, const struct jn_node *node)
{
    struct jn_node *copy = NULL;
    if (!node || !jn_enter(run))
        return NULL;
    copy = jn_node(run, node->kind, node->position);
    if (copy) {
        *copy = *node;
        copy->left = jn_node_copy(run, node->left);
        copy->right = jn_node_copy(run, node->right);
        copy->other = jn_node_copy(run, node->other);
        copy->list = list_copy(run, &node->list);
    }
    jn_leave(run);
    return copy;
}
