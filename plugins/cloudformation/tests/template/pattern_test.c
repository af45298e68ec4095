/* SPDX-License-Identifier: Apache-2.0 */
/* AllowedPattern: what POSIX can say, and that nothing is tried which takes long. */
#include "harness/cmocka_all.h"

#include <string.h>

#include "template/pattern.h"

static void matches_whole_values(void **state)
{
    static const struct {
        const char *pattern, *value;
        int found;
    } rows[] = {
        {"[a-z]+\\d{2}", "ab12", 1},
        {"[a-z]+\\d{2}", "ab123", 0},
        {"(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})", "10.0.0.0/16", 1},
        {"(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})", "10.0.0.0", 0},
        {"[a-zA-Z][a-zA-Z0-9]*", "1a", 0},
        {"[]a-]{1,63}(?:[a-z]{1,63}|[\\w.-]{0,254})", "]-b_", 1},
        {"^((?:a+){2,5}|b?)*$", "aaab", 1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(pattern_matches(rows[i].pattern, rows[i].value), rows[i].found);
}

static void leaves_what_is_dear(void **state)
{
    static const char *const patterns[] = {"((((a{200}){200}){200}){200}){200}",
                                           "(a{1,255}b{1,255}){255}",
                                           "a{30000}",
                                           "(a)\\1",
                                           "a++++++++++++++++++++++++++++",
                                           "(?=a)a",
                                           "[a"};
    char deep[1000];
    (void)state;
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
        assert_int_equal(pattern_matches(patterns[i], "aa"), -1);
    memset(deep, '(', sizeof deep / 2);
    memset(deep + sizeof deep / 2, ')', sizeof deep / 2 - 1);
    deep[sizeof deep - 1] = '\0';
    assert_int_equal(pattern_matches(deep, "a"), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(matches_whole_values),
                                       cmocka_unit_test(leaves_what_is_dear)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
