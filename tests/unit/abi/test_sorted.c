/* SPDX-License-Identifier: Apache-2.0 */
/* Pointers in an order: each is found where it was put, whatever came and went. */
#include "harness/cmocka_all.h"

#include <stdio.h>

#include <slrun/sorted.h>

enum { N = 100 };

static int compare(const void *entry, const void *key)
{
    return strcmp(entry, key);
}

static bool put(struct slrun_sorted *s, const char *word)
{
    return slrun_sorted_add(s, slrun_sorted_place(s, word, compare), (void *)(uintptr_t)word);
}

static void check_order(const struct slrun_sorted *s)
{
    for (size_t i = 1; i < s->n; i++)
        assert_true(strcmp(s->all[i - 1], s->all[i]) < 0);
}

static void what_is_put_is_found_in_order(void **state)
{
    static char words[N][8];
    struct slrun_sorted s = {.n = 0};
    (void)state;
    for (size_t i = 0; i < N; i++) { /* 37 and N have no divisor in common: each number once */
        snprintf(words[i], sizeof words[i], "%03zu", i * 37 % N);
        assert_null(slrun_sorted_find(&s, words[i], compare));
        assert_true(put(&s, words[i]));
        assert_ptr_equal(slrun_sorted_find(&s, words[i], compare), words[i]);
    }
    assert_int_equal(s.n, N);
    check_order(&s);
    for (size_t i = 0; i < N; i += 2) {
        slrun_sorted_remove(&s, slrun_sorted_place(&s, words[i], compare));
        assert_null(slrun_sorted_find(&s, words[i], compare));
    }
    assert_int_equal(s.n, N / 2);
    check_order(&s);
    for (size_t i = 1; i < N; i += 2)
        assert_ptr_equal(slrun_sorted_find(&s, words[i], compare), words[i]);
    free(s.all);
}

static void nothing_is_found_in_none(void **state)
{
    const struct slrun_sorted s = {.n = 0};
    (void)state;
    assert_int_equal(slrun_sorted_place(&s, "a", compare), 0);
    assert_null(slrun_sorted_find(&s, "a", compare));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_put_is_found_in_order),
        cmocka_unit_test(nothing_is_found_in_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
