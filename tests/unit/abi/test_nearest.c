/* SPDX-License-Identifier: Apache-2.0 */
#include "harness/cmocka_all.h"

#include <string.h>

#include <slrun/nearest.h>

static const char *const words[] = {"seed",  "listen", "act",       "poll",
                                    "check", "each",   "TableName", "get_item"};

static const struct {
    const char *word, *best; /* NULL: nothing near */
} rows[] = {
    {"sead", "seed"},
    {"seed", "seed"},
    {"chekc", "check"},
    {"pol", "poll"},
    {"tablename", "TableName"},
    {"TabelName", "TableName"},
    {"getitem", "get_item"},
    {"xyz", NULL},
    {"", NULL},
    {"completely", NULL},
};

static void nearest_word_is_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct slrun_nearest n = {.word = rows[i].word};
        for (size_t k = 0; k < sizeof words / sizeof *words; k++)
            slrun_nearest_offer(&n, words[k]);
        if (rows[i].best)
            assert_string_equal(n.best, rows[i].best);
        else
            assert_null(n.best);
    }
}

static void long_words_are_not_compared(void **state)
{
    (void)state;
    char word[SLRUN_NEAREST_MAX + 2];
    struct slrun_nearest n = {.word = word};
    memset(word, 'a', sizeof word);
    word[SLRUN_NEAREST_MAX + 1] = '\0';
    slrun_nearest_offer(&n, word);
    assert_null(n.best);
    slrun_nearest_offer(&n, word + 2); /* neither the word nor the candidate may be so long */
    assert_null(n.best);
    n.word = word + 1;
    slrun_nearest_offer(&n, word);
    assert_null(n.best);
    slrun_nearest_offer(&n, word + 1);
    assert_ptr_equal(n.best, word + 1);
    assert_int_equal(n.distance, 0);
}

static void of_equally_near_words_the_first_is_kept(void **state)
{
    (void)state;
    struct slrun_nearest n = {.word = "table"};
    slrun_nearest_offer(&n, "cable");
    slrun_nearest_offer(&n, "fable");
    assert_string_equal(n.best, "cable");
    slrun_nearest_offer(&n, "Table");
    assert_string_equal(n.best, "Table");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nearest_word_is_found),
        cmocka_unit_test(long_words_are_not_compared),
        cmocka_unit_test(of_equally_near_words_the_first_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
