/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers as text: printf is the judge. */
#include "harness/cmocka_all.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

enum { RANDOM_SEED = 7, RANDOM_NUMBERS = 20000 };

static void integers(void **state)
{
    (void)state;
    static const int64_t all[] = {0, 1, -1, 9, 10, 99, 100, 1763754000123, INT64_MAX, INT64_MIN};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct buf text = BUF_INIT(100);
        char expected[32];
        snprintf(expected, sizeof expected, "%lld", (long long)all[i]);
        number_add(&text, all[i]);
        assert_string_equal(buf_str(&text), expected);
        buf_free(&text);
    }
}

static void is(double value, unsigned digits, const char *expected)
{
    char text[NUMBER_SIZE];
    *number_put_short(text, value, digits) = '\0';
    assert_string_equal(text, expected);
}

static void short_ones(void **state)
{
    (void)state;
    is(0, 3, "0.0");
    is(-0.0, 3, "0.0");
    is(-0.0001, 3, "0.0");
    is(1, 9, "1.0");
    is(0.000012042, 9, "0.000012042");
    is(-2.5, 3, "-2.5");
    is(1763754000123.25, 2, "1763754000123.25");
    is(0.9999, 3, "1.0");
    is(100, 0, "100");
    is(1e300, 3, "1e+300");
    is(1.5e20, 9, "1.5e+20");
    is(INFINITY, 3, "inf");
}

static void as_printf_has_them(void **state)
{
    (void)state;
    srand(RANDOM_SEED);
    for (int i = 0; i < RANDOM_NUMBERS; i++) {
        struct buf text = BUF_INIT(100);
        char expected[64];
        unsigned digits = (unsigned)(i % (NUMBER_DIGITS_MAX + 1));
        double value = (rand() - RAND_MAX / 2) / 3.0 / (i % 12 ? i * (double)i : 1);
        snprintf(expected, sizeof expected, "%.*f", (int)digits, value);
        number_add_fixed(&text, value, digits);
        if (strtod(expected, NULL) != 0 && strlen(expected) < 15) /* no minus before a zero */
            assert_string_equal(buf_str(&text), expected);
        buf_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(integers),
        cmocka_unit_test(short_ones),
        cmocka_unit_test(as_printf_has_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
