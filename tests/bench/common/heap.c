/* SPDX-License-Identifier: Apache-2.0 */
/* A binary min-heap by due time. */
#include "common/heap.h"

#include "common/util.h"

#include <limits.h>

#define HEAP_START 256u
#define NS_PER_MS  1000000u

static void place(struct heap *h, size_t index, struct heap_node *node)
{
    h->nodes[index] = node;
    node->index = index;
}

static void sift_up(struct heap *h, struct heap_node *node)
{
    size_t i = node->index;
    while (i > 0 && node->at < h->nodes[(i - 1) / 2]->at) {
        place(h, i, h->nodes[(i - 1) / 2]);
        i = (i - 1) / 2;
    }
    place(h, i, node);
}

static void sift_down(struct heap *h, struct heap_node *node)
{
    size_t i = node->index;
    for (;;) {
        size_t child = 2 * i + 1;
        if (child >= h->len)
            break;
        if (child + 1 < h->len && h->nodes[child + 1]->at < h->nodes[child]->at)
            child++;
        if (h->nodes[child]->at >= node->at)
            break;
        place(h, i, h->nodes[child]);
        i = child;
    }
    place(h, i, node);
}

void heap_add(struct heap *h, struct heap_node *node)
{
    if (h->len == h->cap) {
        h->cap = h->cap > 0 ? h->cap * 2 : HEAP_START;
        h->nodes = grow(h->nodes, h->cap, sizeof *h->nodes);
    }
    place(h, h->len++, node);
    sift_up(h, node);
}

void heap_remove(struct heap *h, struct heap_node *node)
{
    if (node->index == HEAP_OUT)
        return;
    struct heap_node *last = h->nodes[--h->len];
    if (last != node) {
        place(h, node->index, last);
        sift_up(h, last);
        sift_down(h, last);
    }
    node->index = HEAP_OUT;
}

void heap_move(struct heap *h, struct heap_node *node, uint64_t at)
{
    node->at = at;
    sift_up(h, node);
    sift_down(h, node);
}

struct heap_node *heap_first(const struct heap *h)
{
    return h->len > 0 ? h->nodes[0] : NULL;
}

int heap_timeout_ms(const struct heap *h)
{
    const struct heap_node *first = heap_first(h);
    if (first == NULL)
        return -1;
    uint64_t now = clock_ns();
    if (first->at <= now)
        return 0;
    uint64_t ms = (first->at - now + NS_PER_MS - 1) / NS_PER_MS;
    return ms > INT_MAX ? INT_MAX : (int)ms;
}
