/* SPDX-License-Identifier: Apache-2.0 */
/* Columns of a terminal: wide, combining and broken characters; what fits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/width.h"

static void test_width(void **state)
{
    static const struct {
        const char *text;
        size_t columns;
    } rows[] = {
        {"", 0},
        {"plain", 5},
        {"\xc3\xa9", 1},                 /* é */
        {"e\xcc\x81", 1},                /* e and a combining acute */
        {"\xe6\x97\xa5\xe6\x9c\xac", 4}, /* two of Japanese */
        {"\xf0\x9f\x9a\x80", 2},         /* a rocket */
        {"a\xff\x62", 3},                /* no UTF-8 */
        {"a\tb\nc", 5},                  /* as blanks */
        {"\x1b[31m", 5},                 /* no escape sequence passes */
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(width_of(rows[i].text), rows[i].columns);
}

static void test_fit(void **state)
{
    static const struct {
        const char *text;
        size_t columns;
        const char *fitted;
    } rows[] = {
        {"abc", 3, "abc"},
        {"abcd", 3, "ab\xe2\x80\xa6"},
        {"abcd", 1, "\xe2\x80\xa6"},
        {"abcd", 0, ""},
        {"\xe6\x97\xa5\xe6\x9c\xac", 4, "\xe6\x97\xa5\xe6\x9c\xac"},
        {"\xe6\x97\xa5\xe6\x9c\xac", 3, "\xe6\x97\xa5\xe2\x80\xa6"},
        {"\xe6\x97\xa5\xe6\x9c\xac", 2, "\xe2\x80\xa6"}, /* half of one is none */
        {"a\nb\x1b[1m", 9, "a b [1m"},
        {"e\xcc\x81xy", 2, "e\xcc\x81\xe2\x80\xa6"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buf b = BUF_INIT(100);
        width_fit(&b, rows[i].text, rows[i].columns);
        assert_string_equal(buf_str(&b), rows[i].fitted);
        assert_true(width_of(buf_str(&b)) <= rows[i].columns);
        buf_free(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_width), cmocka_unit_test(test_fit)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
