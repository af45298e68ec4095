/* SPDX-License-Identifier: Apache-2.0 */
/* UTF-8 by RFC 3629's table, and what XML cannot hold. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/text.h"

static void test_copy(void **state)
{
    char to[6] = "";
    (void)state;
    text_copy(to, sizeof to, "abcdef", 3);
    assert_string_equal(to, "abc");
    text_append(to, sizeof to, "d");
    assert_string_equal(to, "abcd");
    text_append(to, sizeof to, "efg");
    assert_string_equal(to, "abcde");
    text_append(to, sizeof to, "h");
    assert_string_equal(to, "abcde");
    text_copy(to, sizeof to, "123456", 6);
    assert_string_equal(to, "12345");
    text_copy(to, 1, "1", 1);
    assert_string_equal(to, "");
}

static void test_char(void **state)
{
    static const struct {
        const char *text;
        size_t n;
    } rows[] = {
        {"a", 1},
        {"\x7f", 1},
        {"\xc2\x80", 2},
        {"\xdf\xbf", 2},
        {"\xe0\xa0\x80", 3},
        {"\xed\x9f\xbf", 3},
        {"\xef\xbf\xbf", 3},
        {"\xf0\x90\x80\x80", 4},
        {"\xf4\x8f\xbf\xbf", 4},
        {"\x80", 0},             /* goes on, and nothing began */
        {"\xc0\x80", 0},         /* overlong */
        {"\xc1\xbf", 0},         /* overlong */
        {"\xe0\x9f\xbf", 0},     /* overlong */
        {"\xf0\x8f\xbf\xbf", 0}, /* overlong */
        {"\xed\xa0\x80", 0},     /* a surrogate */
        {"\xf4\x90\x80\x80", 0}, /* over U+10FFFF */
        {"\xf5\x80\x80\x80", 0},
        {"\xff", 0},
        {"\xc2", 0},     /* cut */
        {"\xe1\x80", 0}, /* cut */
        {"\xf1\x80\x80", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_int_equal(text_char(rows[i].text), rows[i].n);
}

static void test_add(void **state)
{
    struct buf to = BUF_INIT(100);
    (void)state;
    text_add(&to, "a\xff"
                  "b\xc3\xa9\xe1\x80");
    assert_string_equal(buf_str(&to), "a\xef\xbf\xbd"
                                      "b\xc3\xa9\xef\xbf\xbd\xef\xbf\xbd");
    buf_free(&to);
}

static void test_add_xml(void **state)
{
    struct buf to = BUF_INIT(200);
    (void)state;
    text_add_xml(&to, "<a b=\"c\">&\t\r\n\x01\x1f\x7f\xff\xef\xbf\xbe\xef\xbf\xbf\xef\xbf\xbd");
    assert_string_equal(buf_str(&to),
                        "&lt;a b=&quot;c&quot;&gt;&amp;\t&#xD;\n#x01#x1F\x7f\xef\xbf\xbd"
                        "#xFFFE#xFFFF\xef\xbf\xbd");
    buf_free(&to);
}

static void test_control(void **state)
{
    static const struct {
        const char *text;
        size_t left, n;
        const char *shown;
    } rows[] = {
        {"\x1b[m", 3, 1, "\\x1b"},
        {"\x7f", 1, 1, "\\x7f"},
        {"", 1, 1, "\\x00"},
        {"\n", 1, 1, "\\x0a"},
        {"\xc2\x9b"
         "31m",
         5, 2, "\\x9b"},
        {"\xc2\x80", 2, 2, "\\x80"},
        {"\xc2\x9f", 2, 2, "\\x9f"},
        {"\xc2\x9b", 1, 0, NULL}, /* the rest may not be read */
        {"\xc2\xa0", 2, 0, NULL},
        {"\xc3\x9b", 2, 0, NULL},
        {" ", 1, 0, NULL},
        {"~", 1, 0, NULL},
        {"", 0, 0, NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char shown[TEXT_ESCAPED];
        assert_int_equal(text_control(rows[i].text, rows[i].left), rows[i].n);
        if (!rows[i].n)
            continue;
        text_escape(shown, rows[i].text, rows[i].n);
        assert_string_equal(shown, rows[i].shown);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_copy),    cmocka_unit_test(test_char),    cmocka_unit_test(test_add),
        cmocka_unit_test(test_add_xml), cmocka_unit_test(test_control),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
