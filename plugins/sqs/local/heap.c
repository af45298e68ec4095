/* SPDX-License-Identifier: Apache-2.0 */
/* The heap of heap.h. */
#include "heap.h"

#include <stdlib.h>

enum { FIRST_CAPACITY = 16 };

static bool before(const struct heap_node *a, const struct heap_node *b)
{
    return a->key != b->key ? a->key < b->key : a->rank < b->rank;
}

static void place(struct heap *heap, struct heap_node *node, size_t at)
{
    heap->nodes[at - 1] = node;
    node->at = at;
}

static void up(struct heap *heap, struct heap_node *node, size_t at)
{
    for (; at > 1 && before(node, heap->nodes[at / 2 - 1]); at /= 2)
        place(heap, heap->nodes[at / 2 - 1], at);
    place(heap, node, at);
}

static void down(struct heap *heap, struct heap_node *node, size_t at)
{
    for (size_t child; (child = at * 2) <= heap->n; at = child) {
        if (child < heap->n && before(heap->nodes[child], heap->nodes[child - 1]))
            child++;
        if (!before(heap->nodes[child - 1], node))
            break;
        place(heap, heap->nodes[child - 1], at);
    }
    place(heap, node, at);
}

bool heap_reserve(struct heap *heap, size_t n)
{
    if (heap->n + n <= heap->capacity)
        return true;
    size_t capacity = heap->capacity < FIRST_CAPACITY ? FIRST_CAPACITY : heap->capacity * 2;
    if (capacity < heap->n + n)
        capacity = heap->n + n;
    struct heap_node **nodes = realloc(heap->nodes, capacity * sizeof(struct heap_node *));
    if (nodes == NULL)
        return false;
    heap->nodes = nodes;
    heap->capacity = capacity;
    return true;
}

bool heap_add(struct heap *heap, struct heap_node *node)
{
    if (!heap_reserve(heap, 1))
        return false;
    heap->n++;
    up(heap, node, heap->n);
    return true;
}

void heap_remove(struct heap *heap, struct heap_node *node)
{
    size_t at = node->at;
    if (at == 0)
        return;
    struct heap_node *last = heap->nodes[--heap->n];
    node->at = 0;
    if (last == node)
        return;
    if (at > 1 && before(last, heap->nodes[at / 2 - 1]))
        up(heap, last, at);
    else
        down(heap, last, at);
}

struct heap_node *heap_first(const struct heap *heap)
{
    return heap->n == 0 ? NULL : heap->nodes[0];
}

void heap_free(struct heap *heap)
{
    free(heap->nodes);
    *heap = (struct heap){.nodes = NULL};
}
