/* SPDX-License-Identifier: Apache-2.0 */
/* Decimal text to JSON numbers and back: exact, or kept as text. */
#include <float.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "client/number.h"
#include "plugin/host.h"

static void reals_print_shortest(void **state)
{
    static const struct {
        double value;
        const char *text;
    } rows[] = {
        {1.1, "1.1"},
        {0.1, "0.1"},
        {-0.5, "-0.5"},
        {100.0, "100"},
        {-0.0, "0"},
        {0.1 + 0.2, "0.30000000000000004"},
        {1.0 / 3.0, "0.3333333333333333"},
        {123456.789, "123456.789"},
        {1e-7, "0.0000001"},
        {1.5e-30, "1.5E-30"},
        {1e21, "1000000000000000000000"},
        {1e37, "10000000000000000000000000000000000000"},
        {1e38, "1E38"},
        {-2.5e100, "-2.5E100"},
        {9007199254740993.0, "9007199254740992"},
        {DBL_MAX, "1.7976931348623157E308"},
        {DBL_MIN, "2.2250738585072014E-308"},
        {5e-324, "5E-324"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[ATTR_NUMBER_TEXT_MAX];
        assert_true(attr_number_print(rows[i].value, text));
        assert_string_equal(text, rows[i].text);
    }
}

static void infinities_have_no_text(void **state)
{
    char text[ATTR_NUMBER_TEXT_MAX];
    (void)state;
    assert_false(attr_number_print((double)INFINITY, text));
    assert_false(attr_number_print(-(double)INFINITY, text));
    assert_false(attr_number_print((double)NAN, text));
}

/* A double's text reads back as that double, whatever the double: 100,000 bit patterns. */
static void every_real_survives(void **state)
{
    uint64_t bits = 0x9E3779B97F4A7C15u;
    (void)state;
    for (int i = 0; i < 100000; i++) {
        char text[ATTR_NUMBER_TEXT_MAX];
        double value;
        bits = bits * 6364136223846793005u + 1442695040888963407u;
        memcpy(&value, &bits, sizeof value);
        if (!isfinite(value))
            continue;
        assert_true(attr_number_print(value, text));
        assert_true(strtod(text, NULL) == value);
        json_t *json = attr_number_json(host_table(), text);
        assert_true(json_number_value(json) == value);
        json_decref(json);
    }
}

static void text_becomes_what_holds_it_exactly(void **state)
{
    static const struct {
        const char *text;
        const char *json; /* as jansson writes it; a tagged value keeps the text */
    } rows[] = {
        {"0", "0"},
        {"-0", "0"},
        {"0.000", "0"},
        {"007", "7"},
        {"+7", "7"},
        {"1E+2", "100"},
        {"12300e-2", "123"},
        {"100.0", "100"},
        {"9223372036854775807", "9223372036854775807"},
        {"-9223372036854775808", "-9223372036854775808"},
        {"9223372036854775808", NULL},
        {"-9223372036854775809", NULL},
        {"1.1", "1.1"},
        {"1.10", "1.1"},
        {".5", "0.5"},
        {"5.", "5"},
        {"1e20", "1e20"},
        {"0.30000000000000004", "0.30000000000000004"},
        {"0.300000000000000040", "0.30000000000000004"},
        {"0.30000000000000001", NULL},
        {"3.14159265358979323846", NULL},
        {"1180591620717411303424", NULL}, /* 2^70: a double is it, but prints shorter */
        {"12345678901234567890123456789012345678", NULL},
        {"0.12345678901234567890123456789012345678", NULL},
        {"1e-130", "1e-130"},
        {"9.9999999999999999999999999999999999999E+125", NULL},
        {"1e400", NULL},
        {"1e-400", NULL},
        {"1e999999999999999999999", NULL},
        {"123456789012345678901234567890123456789012345678901234567890", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        json_t *inner = NULL, *json = attr_number_json(host_table(), rows[i].text);
        assert_non_null(json);
        const char *tag = host_table()->tagged_get(json, &inner);
        if (rows[i].json == NULL) {
            assert_non_null(tag);
            assert_string_equal(tag, "number");
            assert_string_equal(json_string_value(inner), rows[i].text);
        } else {
            json_t *expected = json_loads(rows[i].json, JSON_DECODE_ANY, NULL);
            if (!json_equal(json, expected))
                fail_msg("%s is not %s", rows[i].text, rows[i].json);
            json_decref(expected);
        }
        json_decref(json);
    }
}

static void what_is_no_number_is_refused(void **state)
{
    static const char *const rows[] = {"",    " 1",    "1 ",   "+",   "-",   ".",   "e5",  "1e",
                                       "1e+", "1.2.3", "0x10", "NaN", "inf", "1,5", "--1", "1e5.0"};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_false(attr_number_valid(rows[i]));
        assert_null(attr_number_json(host_table(), rows[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reals_print_shortest),
        cmocka_unit_test(infinities_have_no_text),
        cmocka_unit_test(every_real_survives),
        cmocka_unit_test(text_becomes_what_holds_it_exactly),
        cmocka_unit_test(what_is_no_number_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
