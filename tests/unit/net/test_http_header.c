/* SPDX-License-Identifier: Apache-2.0 */
/* Names and values of headers are looked at eight bytes at a time: each byte counts at each place.
 */
#include "harness/cmocka_all.h"

#include <string.h>

#include "net/http_header.h"

enum { LENGTH_MAX = 25 };

/* RFC 9110, 5.6.2 */
static bool may_name(unsigned char c)
{
    static const char token[] = "!#$%&'*+-.^_`|~0123456789"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    return c && strchr(token, c);
}

/* RFC 9110, 5.5 */
static bool may_be_in_value(unsigned char c)
{
    return c == '\t' || (c >= ' ' && c != 0x7f);
}

static void try_byte(bool (*judge)(const char *, size_t), bool (*may)(unsigned char),
                     unsigned char c)
{
    char text[LENGTH_MAX];
    for (size_t size = 1; size <= LENGTH_MAX; size++)
        for (size_t at = 0; at < size; at++) {
            memset(text, 'a', size);
            text[at] = (char)c;
            if (judge(text, size) != may(c))
                fail_msg("byte %#x at %zu of %zu", c, at, size);
        }
}

static void each_byte_counts_at_each_place(void **state)
{
    (void)state;
    for (unsigned c = 0; c <= UINT8_MAX; c++) {
        try_byte(http_is_token, may_name, (unsigned char)c);
        try_byte(http_is_value, may_be_in_value, (unsigned char)c);
    }
}

static void a_value_may_be_empty_and_a_name_not(void **state)
{
    (void)state;
    assert_true(http_is_value("", 0));
    assert_false(http_is_token("", 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_byte_counts_at_each_place),
        cmocka_unit_test(a_value_may_be_empty_and_a_name_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
