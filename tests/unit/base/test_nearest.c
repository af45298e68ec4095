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

static void the_same_word_is_spelled_in_two_ways(void **state)
{
    static const char *const same[][2] = {{"put_item", "PutItem"},
                                          {"PutItem", "put_item"},
                                          {"list_objects_v2", "ListObjectsV2"},
                                          {"a_", "A"},
                                          {"", "_"}};
    static const char *const others[][2] = {
        {"put_item", "PutItems"}, {"put_items", "PutItem"}, {"put", "get"}, {"", "a"}};
    (void)state;
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        assert_true(nearest_same(same[i][0], same[i][1]));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(nearest_same(others[i][0], others[i][1]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nearest_word_is_found),
        cmocka_unit_test(long_words_are_not_compared),
        cmocka_unit_test(the_same_word_is_spelled_in_two_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
