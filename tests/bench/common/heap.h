/* SPDX-License-Identifier: Apache-2.0 */
/* A binary min-heap of things due at a time; a node lives inside the thing that is due. */
#ifndef SLRUN_BENCH_HEAP_H
#define SLRUN_BENCH_HEAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The place of a node that is in no heap. */
#define HEAP_OUT SIZE_MAX

struct heap_node {
    uint64_t at;  /* when it is due: nanoseconds of clock_ns() */
    size_t index; /* its place in the heap, or HEAP_OUT */
};

struct heap {
    struct heap_node **nodes;
    size_t len;
    size_t cap;
};

/* Adds a node that is in no heap, due at node->at. */
void heap_add(struct heap *h, struct heap_node *node);

/* Takes a node out; does nothing when it is in no heap. */
void heap_remove(struct heap *h, struct heap_node *node);

/* Puts a node that is in the heap at its new place after its time changed to `at`. */
void heap_move(struct heap *h, struct heap_node *node, uint64_t at);

/* The node that is due first, or NULL. */
struct heap_node *heap_first(const struct heap *h);

/* Milliseconds from now until the first node is due, rounded up; -1 when the heap is empty. */
int heap_timeout_ms(const struct heap *h);

#endif
