/* SPDX-License-Identifier: Apache-2.0 */
/* The heap hands out what is due in order, whatever was removed or moved before. */
#include "common/heap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#define NODES 500
#define SEEDS 50u

struct fixture {
    struct heap heap;
    struct heap_node nodes[NODES];
    unsigned seed;
};

/* The same numbers on every machine (a linear congruential generator). */
static uint64_t next_random(struct fixture *f)
{
    f->seed = f->seed * 1103515245u + 12345u;
    return f->seed >> 16 & 0x7fff;
}

static void fill(struct fixture *f, unsigned seed)
{
    *f = (struct fixture){.seed = seed};
    for (size_t i = 0; i < NODES; i++) {
        f->nodes[i].at = next_random(f);
        heap_add(&f->heap, &f->nodes[i]);
    }
}

/* Takes everything out, in order, and returns how many there were. */
static size_t drain(struct fixture *f)
{
    uint64_t last = 0;
    size_t count = 0;
    struct heap_node *first;
    while ((first = heap_first(&f->heap)) != NULL) {
        assert_true(first->at >= last);
        last = first->at;
        heap_remove(&f->heap, first);
        assert_true(first->index == HEAP_OUT);
        count++;
    }
    free(f->heap.nodes);
    return count;
}

static void comes_out_in_order(void **state)
{
    (void)state;
    for (unsigned seed = 0; seed < SEEDS; seed++) {
        struct fixture f;
        fill(&f, seed);
        assert_int_equal(drain(&f), NODES);
    }
}

static void stays_in_order_when_nodes_leave(void **state)
{
    (void)state;
    for (unsigned seed = 0; seed < SEEDS; seed++) {
        struct fixture f;
        fill(&f, seed);
        for (size_t i = 0; i < NODES; i += 2) {
            heap_remove(&f.heap, &f.nodes[i]);
            heap_remove(&f.heap, &f.nodes[i]); /* the second does nothing */
        }
        assert_int_equal(drain(&f), NODES / 2);
    }
}

static void stays_in_order_when_nodes_move(void **state)
{
    (void)state;
    for (unsigned seed = 0; seed < SEEDS; seed++) {
        struct fixture f;
        fill(&f, seed);
        for (size_t i = 0; i < NODES; i += 3)
            heap_move(&f.heap, &f.nodes[i], next_random(&f));
        assert_int_equal(drain(&f), NODES);
    }
}

static void an_empty_heap_waits_for_ever(void **state)
{
    (void)state;
    struct heap heap = {0};
    struct heap_node node = {.at = 0, .index = HEAP_OUT};
    assert_int_equal(heap_timeout_ms(&heap), -1);
    heap_add(&heap, &node);
    assert_int_equal(heap_timeout_ms(&heap), 0);
    free(heap.nodes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comes_out_in_order),
        cmocka_unit_test(stays_in_order_when_nodes_leave),
        cmocka_unit_test(stays_in_order_when_nodes_move),
        cmocka_unit_test(an_empty_heap_waits_for_ever),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
