/* SPDX-License-Identifier: Apache-2.0 */
/* Small objects that are kept. */
#include "base/reuse.h"

/* cmocka.h needs these before it */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

enum { OBJECTS = 3 * REUSE_MOST, LARGEST = REUSE_STEP * (REUSE_SIZES + 2), ROUNDS = 50 };

/* Every byte of every object is its own, whoever gave the memory and whoever takes it back. */
static void objects_do_not_overlap(void **state)
{
    static unsigned char *objects[OBJECTS];
    (void)state;
    for (unsigned round = 0; round < ROUNDS; round++) {
        for (unsigned i = 0; i < OBJECTS; i++) {
            size_t size = (i * 7 + round) % LARGEST;
            objects[i] = i % 5 ? reuse_alloc(size) : malloc(size + 1);
            assert_non_null(objects[i]);
            assert_int_equal((uintptr_t)objects[i] % REUSE_STEP, 0);
            memset(objects[i], (int)(i % 251), size);
        }
        for (unsigned i = 0; i < OBJECTS; i++) {
            size_t size = (i * 7 + round) % LARGEST;
            for (size_t at = 0; at < size; at++)
                assert_int_equal(objects[i][at], i % 251);
            if (i % 3)
                reuse_free(objects[i]);
            else
                free(objects[i]);
        }
    }
}

static void nothing_is_freed(void **state)
{
    (void)state;
    reuse_free(NULL);
}

static void json_uses_it(void **state)
{
    (void)state;
    json_malloc_t allocate;
    json_free_t release;
    json_t *before = json_pack("{s:[i,s]}", "a", 1, "b"); /* malloc's */
    reuse_for_json();
    json_get_alloc_funcs(&allocate, &release);
    assert_true(allocate == reuse_alloc && release == reuse_free);
    json_t *after = json_pack("{s:[i,s]}", "a", 1, "b");
    char *text = json_dumps(after, JSON_COMPACT);
    assert_string_equal(text, "{\"a\":[1,\"b\"]}");
    assert_true(json_equal(before, after));
    json_decref(before);
    json_decref(after);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(objects_do_not_overlap),
        cmocka_unit_test(nothing_is_freed),
        cmocka_unit_test(json_uses_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
