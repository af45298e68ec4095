/* SPDX-License-Identifier: Apache-2.0 */
/* A binary heap of nodes that live inside other structs: the least key first. */
#ifndef SLRUN_SQS_HEAP_H
#define SLRUN_SQS_HEAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* `at` is the place in the heap, from 1; 0: in none. */
struct heap_node {
    int64_t key;
    uint64_t rank; /* decides between equal keys */
    size_t at;
};

/* Zeroed at first. */
struct heap {
    struct heap_node **nodes;
    size_t n;
    size_t capacity;
};

/* Puts the node in by its key and rank. False: out of memory. */
bool heap_add(struct heap *heap, struct heap_node *node);

/* Makes room for `n` more nodes, so that so many calls of heap_add() cannot fail. */
bool heap_reserve(struct heap *heap, size_t n);

/* Takes the node out, if it is in. */
void heap_remove(struct heap *heap, struct heap_node *node);

/* The node with the least key, or NULL. */
struct heap_node *heap_first(const struct heap *heap);

void heap_free(struct heap *heap);

#define HEAP_ITEM(node, type, member) ((type *)(void *)((char *)(node)-offsetof(type, member)))

#endif
