/* SPDX-License-Identifier: Apache-2.0 */
#include "harness/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

static void memory_is_zeroed_and_aligned(void **state)
{
    (void)state;
    struct slrun_arena *arena = arena_new(1 << 20);
    for (size_t size = 1; size < 5000; size += 37) {
        unsigned char *p = arena_alloc(arena, size);
        assert_non_null(p);
        assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(p[i], 0);
        memset(p, 0xff, size);
    }
    arena_free(arena);
}

static void limit_is_kept(void **state)
{
    (void)state;
    struct slrun_arena *arena = arena_new(1000);
    assert_non_null(arena_alloc(arena, 900));
    assert_null(arena_alloc(arena, 200));
    assert_non_null(arena_alloc(arena, 50));
    assert_null(arena_alloc(arena, SIZE_MAX));
    assert_null(arena_copy(arena, "", SIZE_MAX));
    arena_free(arena);
}

static void strings_are_copied(void **state)
{
    (void)state;
    struct slrun_arena *arena = arena_new(4096);
    assert_string_equal(arena_str(arena, "table"), "table");
    assert_memory_equal(arena_copy(arena, "a\0b", 3), "a\0b", 4);
    assert_string_equal(arena_format(arena, "%s-%d", "orders", 7), "orders-7");
    arena_free(arena);
}

static void adopted_memory_is_freed(void **state)
{
    (void)state;
    struct slrun_arena *arena = arena_new(4096);
    char *text = strdup("freed by the arena, or the leak checker tells");
    assert_ptr_equal(arena_adopt(arena, text), text);
    assert_null(arena_adopt(arena, NULL));
    arena_free(arena);
    arena = arena_new(0);
    assert_null(arena_adopt(arena, strdup("no room even to remember it")));
    arena_free(arena);
    arena_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_and_aligned),
        cmocka_unit_test(limit_is_kept),
        cmocka_unit_test(strings_are_copied),
        cmocka_unit_test(adopted_memory_is_freed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
