/* SPDX-License-Identifier: Apache-2.0 */
/* Texts against patterns with wildcards, whatever those mean besides '*'. */
#include "harness/cmocka_all.h"

#include <slrun/wild.h>

struct row {
    const char *pattern, *text;
    int fits;
};

static void check(const struct row *rows, size_t n, unsigned how)
{
    for (size_t i = 0; i < n; i++)
        if (slrun_wild(rows[i].pattern, rows[i].text, how) != rows[i].fits)
            fail_msg("%s and %s", rows[i].pattern, rows[i].text);
}

#define CHECK(rows, how) check(rows, sizeof(rows) / sizeof *(rows), how)

static void a_star_is_any_text(void **state)
{
    static const struct row rows[] = {{"*", "", 1},           {"a*", "a", 1},    {"a*c", "abbc", 1},
                                      {"*a*b", "xxaxxab", 1}, {"a*b", "abc", 0}, {"", "", 1},
                                      {"", "a", 0},           {"a**", "abc", 1}, {"*b*", "abab", 1},
                                      {"a?c", "abc", 0},      {"a?c", "a?c", 1}, {"\\*", "*", 0},
                                      {"\\*", "\\ab", 1},     {"aB", "ab", 0},   {"*ab", "aab", 1}};
    (void)state;
    CHECK(rows, 0);
}

static void a_question_mark_is_one_byte(void **state)
{
    static const struct row rows[] = {
        {"a?c", "abc", 1}, {"a?c", "ac", 0}, {"?", "", 0}, {"*?", "ab", 1}, {"a?", "a*", 1}};
    (void)state;
    CHECK(rows, SLRUN_WILD_ONE);
}

static void a_backslash_keeps_what_follows(void **state)
{
    static const struct row rows[] = {
        {"\\*", "*", 1},     {"\\*", "a", 0},   {"a\\\\*", "a\\bc", 1}, {"*\\*", "ab*", 1},
        {"*\\*", "ab*c", 0}, {"a\\", "a\\", 1}, {"a\\*b", "a*b", 1},    {"a\\*b", "axb", 0}};
    (void)state;
    CHECK(rows, SLRUN_WILD_ESCAPED);
}

static void letters_fold(void **state)
{
    static const struct row rows[] = {{"AB*", "abC", 1},
                                      {"s3:get*", "S3:GetObject", 1},
                                      {"[", "{", 0},
                                      {"\xc3\x84", "\xc3\xa4", 0}};
    (void)state;
    CHECK(rows, SLRUN_WILD_FOLDED);
}

static void a_pattern_covers_another(void **state)
{
    static const struct row rows[] = {
        {"a*", "a*", 1}, {"a*", "a?", 1}, {"a?", "a*", 0}, {"a?", "a?", 1}, {"a?", "ab", 1}};
    (void)state;
    CHECK(rows, SLRUN_WILD_ONE | SLRUN_WILD_COVERS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_star_is_any_text),
        cmocka_unit_test(a_question_mark_is_one_byte),
        cmocka_unit_test(a_backslash_keeps_what_follows),
        cmocka_unit_test(letters_fold),
        cmocka_unit_test(a_pattern_covers_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
