/* SPDX-License-Identifier: Apache-2.0 */
#include "harness/cmocka_all.h"

#include "base/nearest.h"

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
        struct nearest n = NEAREST_INIT(rows[i].word);
        for (size_t k = 0; k < sizeof words / sizeof *words; k++)
            nearest_offer(&n, words[k]);
        if (rows[i].best)
            assert_string_equal(n.best, rows[i].best);
        else
            assert_null(n.best);
    }
}

static void long_words_are_not_compared(void **state)
{
    (void)state;
    char word[200];
    for (size_t i = 0; i < sizeof word; i++)
        word[i] = 'a';
    word[sizeof word - 1] = '\0';
    struct nearest n = NEAREST_INIT(word);
    nearest_offer(&n, word);
    assert_null(n.best);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nearest_word_is_found),
        cmocka_unit_test(long_words_are_not_compared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
