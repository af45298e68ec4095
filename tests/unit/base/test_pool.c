/* SPDX-License-Identifier: Apache-2.0 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "harness/cmocka_all.h"

#include "base/pool.h"

enum { OBJECTS = 500, STEPS = 20000 };

struct object {
    unsigned char *bytes;
    size_t size;
    unsigned char mark;
};

static void check(const struct object *o)
{
    for (size_t i = 0; i < o->size; i++)
        assert_int_equal(o->bytes[i], o->mark);
}

/* Sizes around every bound: 8 bytes, the largest small one, a chunk. */
static size_t some_size(unsigned *seed)
{
    static const size_t most[] = {9, 64, POOL_SMALL + 2, 3000, 70000};
    size_t kind = (size_t)rand_r(seed) % 5;
    return (size_t)rand_r(seed) % most[kind];
}

static void change(struct pool *pool, struct object *o, size_t size)
{
    size_t kept = o->size < size ? o->size : size;
    check(o);
    void *bytes = pool_resize(pool, o->bytes, o->size, size);
    assert_true(size == 0 ? bytes == NULL : bytes != NULL);
    assert_int_equal((uintptr_t)bytes % POOL_ALIGN, 0);
    o->bytes = bytes;
    o->size = kept;
    check(o);
    o->size = size;
    if (size)
        memset(bytes, o->mark, size);
}

static void objects_keep_what_they_hold(void **state)
{
    (void)state;
    struct pool pool = {0};
    static struct object objects[OBJECTS];
    unsigned seed = 7;
    for (size_t i = 0; i < OBJECTS; i++)
        objects[i].mark = (unsigned char)(i * 31 + 1);
    for (int n = 0; n < STEPS; n++)
        change(&pool, &objects[(size_t)rand_r(&seed) % OBJECTS], some_size(&seed));
    for (size_t i = 0; i < OBJECTS; i++)
        change(&pool, &objects[i], 0);
    pool_free(&pool);
}

static void what_is_freed_is_given_out_again(void **state)
{
    (void)state;
    struct pool pool = {0};
    void *a = pool_resize(&pool, NULL, 0, 41), *b = pool_resize(&pool, NULL, 0, 41);
    assert_ptr_not_equal(a, b);
    assert_null(pool_resize(&pool, a, 41, 0));
    assert_ptr_equal(pool_resize(&pool, NULL, 0, 48), a);
    pool_free(&pool);
}

static void small_objects_lie_side_by_side(void **state)
{
    (void)state;
    struct pool pool = {0};
    char *a = pool_resize(&pool, NULL, 0, 20), *b = pool_resize(&pool, NULL, 0, 8);
    assert_ptr_equal(b, a + 24);
    pool_free(&pool);
}

static void the_end_of_a_chunk_is_used(void **state)
{
    (void)state;
    struct pool pool = {0};
    assert_non_null(pool_resize(&pool, NULL, 0, 8));
    while (pool.left >= 504)
        assert_non_null(pool_resize(&pool, NULL, 0, 504));
    size_t left = pool.left;
    assert_true(left > 0);
    unsigned char *end = pool.next;
    assert_non_null(pool_resize(&pool, NULL, 0, 504));
    assert_ptr_equal(pool_resize(&pool, NULL, 0, left), end);
    pool_free(&pool);
}

static void larger_ones_are_cut_before_more_is_asked_for(void **state)
{
    (void)state;
    struct pool pool = {0};
    unsigned char *large = pool_resize(&pool, NULL, 0, 128), *more = NULL;
    while (pool.left >= 8)
        assert_non_null(more = pool_resize(&pool, NULL, 0, 8));
    assert_non_null(more);
    assert_null(pool_resize(&pool, large, 128, 0));
    assert_ptr_equal(pool_resize(&pool, NULL, 0, 40), large);
    assert_ptr_equal(pool_resize(&pool, NULL, 0, 88), large + 40);
    assert_null(pool_resize(&pool, large, 40, 0));
    assert_int_equal(pool.left, 0); /* 40 leaves nothing useful behind 32: a new chunk */
    assert_ptr_not_equal(pool_resize(&pool, NULL, 0, 32), large);
    assert_int_not_equal(pool.left, 0);
    pool_free(&pool);
}

static void nothing_is_asked_for(void **state)
{
    (void)state;
    struct pool pool = {0};
    assert_null(pool_resize(&pool, NULL, 5, 0)); /* Lua tells a type as the size before */
    pool_free(&pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(objects_keep_what_they_hold),
        cmocka_unit_test(what_is_freed_is_given_out_again),
        cmocka_unit_test(small_objects_lie_side_by_side),
        cmocka_unit_test(the_end_of_a_chunk_is_used),
        cmocka_unit_test(larger_ones_are_cut_before_more_is_asked_for),
        cmocka_unit_test(nothing_is_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
