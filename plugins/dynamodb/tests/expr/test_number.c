/* SPDX-License-Identifier: Apache-2.0 */
/* DynamoDB numbers: normal form, range, exact sums, key order, size. */
#include <string.h>

#include "number.h"
#include "support.h"

#define D38 "12345678901234567890123456789012345678"

static struct number parse(const char *text)
{
    struct number number;
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    if (!number_parse(text, strlen(text), &number, &error))
        fail_msg("%s: %s", text, error.message);
    return number;
}

static void test_normal_form(void **state)
{
    static const char *const rows[][2] = {
        {"0", "0"},
        {"-0", "0"},
        {"0.000", "0"},
        {"0e1000", "0"},
        {"1", "1"},
        {"+3", "3"},
        {"1.0", "1"},
        {"1e2", "100"},
        {"1E+5", "100000"},
        {"1e-3", "0.001"},
        {".123", "0.123"},
        {"5.", "5"},
        {"0001.230", "1.23"},
        {"-17.4E37", "-174000000000000000000000000000000000000"},
        {"-7.1234", "-7.1234"},
        {"100.001", "100.001"},
        {"-0.5", "-0.5"},
        {D38, D38},
        {D38 "000", D38 "000"},
        {"0.000" D38 "00", "0.000" D38},
        {"12.50e1", "125"},
        {"3.1415926535897932384626433832795028841", "3.1415926535897932384626433832795028841"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char text[NUMBER_TEXT_MAX];
        struct number number = parse(rows[i][0]);
        assert_int_equal(number_format(&number, text), strlen(rows[i][1]));
        assert_string_equal(text, rows[i][1]);
    }
}

static void test_longest_text(void **state)
{
    char text[NUMBER_TEXT_MAX];
    struct number number = parse("-1.2345678901234567890123456789012345678e-130");
    (void)state;
    assert_int_equal(number_format(&number, text), 1 + 2 + 129 + 38);
    struct number again = parse(text);
    assert_int_equal(number_compare(&number, &again), 0);
}

#define NUMERIC "The parameter cannot be converted to a numeric value"
#define OVERFLOW_                                                                                  \
    "Number overflow. Attempting to store a number with magnitude larger than supported range"
#define UNDERFLOW_                                                                                 \
    "Number underflow. Attempting to store a number with magnitude smaller than supported range"
#define PRECISION "Attempting to store more than 38 significant digits in a Number"

static void test_refused(void **state)
{
    static const char *const rows[][2] = {
        {"", NUMERIC},
        {"dog", NUMERIC ": dog"},
        {"NaN", NUMERIC ": NaN"},
        {" 1", NUMERIC ":  1"},
        {"1 ", NUMERIC ": 1 "},
        {"-", NUMERIC ": -"},
        {".", NUMERIC ": ."},
        {"1e", NUMERIC ": 1e"},
        {"1e+", NUMERIC ": 1e+"},
        {"1.2.3", NUMERIC ": 1.2.3"},
        {"--1", NUMERIC ": --1"},
        {"0x10", NUMERIC ": 0x10"},
        {"1e126", OVERFLOW_},
        {"-11e125", OVERFLOW_},
        {"1.0e100000000", OVERFLOW_},
        {"1e9223372036854775807", OVERFLOW_},
        {"1e9223372036854775808", NUMERIC ": 1e9223372036854775808"},
        {"1e-131", UNDERFLOW_},
        {"0.9e-130", UNDERFLOW_},
        {"1e-9223372036854775807", UNDERFLOW_},
        {"1e-99999999999999999999", NUMERIC ": 1e-99999999999999999999"},
        {D38 "9", PRECISION},
        {"3.14159265358979323846264338327950288419", PRECISION},
        {"314159265358979323846264338327950288419e30", PRECISION},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct number number;
        struct expr_error error = {.kind = EXPR_ERROR_NONE};
        assert_false(number_parse(rows[i][0], strlen(rows[i][0]), &number, &error));
        assert_message(&error, rows[i][1], rows[i][0]);
    }
}

static void test_sums(void **state)
{
    static const struct {
        const char *a, *b, *sum, *difference;
    } rows[] = {
        {"1", "2", "3", "-1"},
        {"-1", "-2", "-3", "1"},
        {"0.1", "0.2", "0.3", "-0.1"},
        {"5", "5", "10", "0"},
        {"5", "-5", "0", "10"},
        {"0", "-7", "-7", "7"},
        {"999", "1", "1000", "998"},
        {"1", "10000000000000000000000", "10000000000000000000001", "-9999999999999999999999"},
        {"9e125", "9e124", NULL, NULL},
        {"99999999999999999999999999999999999999", "1", "100000000000000000000000000000000000000",
         "99999999999999999999999999999999999998"},
        {"1e-130", "1e-130", NULL, "0"},
        {"-0.001", "1000", "999.999", "-1000.001"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char text[NUMBER_TEXT_MAX];
        struct expr_error error = {.kind = EXPR_ERROR_NONE};
        struct number a = parse(rows[i].a), b = parse(rows[i].b), result;
        assert_true(number_add(&a, &b, &result, &error));
        number_format(&result, text);
        if (rows[i].sum != NULL)
            assert_string_equal(text, rows[i].sum);
        assert_true(number_subtract(&a, &b, &result, &error));
        number_format(&result, text);
        if (rows[i].difference != NULL)
            assert_string_equal(text, rows[i].difference);
    }
}

static void test_sum_out_of_range(void **state)
{
    static const char *const rows[][3] = {
        {"9e125", "9e125", OVERFLOW_},
        {"-9e125", "-9e125", OVERFLOW_},
        {"1e50", "1", OVERFLOW_}, /* needs 51 digits: AWS calls that overflow, too */
        {"1e125", "1e-130", OVERFLOW_},
        {D38, "0.1", OVERFLOW_},
        /* one digit too many */ {"1.1e-130", "-1e-130", UNDERFLOW_},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct expr_error error = {.kind = EXPR_ERROR_NONE};
        struct number a = parse(rows[i][0]), b = parse(rows[i][1]), result;
        assert_false(number_add(&a, &b, &result, &error));
        assert_message(&error, rows[i][2], rows[i][0]);
    }
}

static void test_order(void **state)
{
    /* Rising; neighbours differ in one way each: sign, exponent, digits, length. */
    static const char *const rising[] = {
        "-9.99e125", "-1e125", "-1000.1", "-1000",    "-999.99", "-12.34", "-12.3",
        "-12",       "-2",     "-1.01",   "-1",       "-0.99",   "-0.1",   "-1e-10",
        "-1e-130",   "0",      "1e-130",  "1.5e-130", "0.01",    "0.1",    "0.11",
        "0.9",       "1",      "1.0001",  "1.1",      "9",       "10",     "10.5",
        "11",        "99",     "100",     "1e38",     D38 "0",   "1e125",  "9.99e125",
    };
    size_t count = sizeof rising / sizeof rising[0];
    (void)state;
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < count; j++) {
            struct number a = parse(rising[i]), b = parse(rising[j]);
            unsigned char x[NUMBER_KEY_MAX], y[NUMBER_KEY_MAX];
            size_t x_size = number_encode(&a, x), y_size = number_encode(&b, y);
            int bytes = memcmp(x, y, x_size < y_size ? x_size : y_size);
            int keys = bytes != 0 ? bytes : (int)x_size - (int)y_size;
            int wanted = (i > j) - (i < j);
            assert_int_equal((number_compare(&a, &b) > 0) - (number_compare(&a, &b) < 0), wanted);
            assert_int_equal((keys > 0) - (keys < 0), wanted);
        }
    }
}

static void test_sizes(void **state)
{
    static const struct {
        const char *text;
        size_t size;
    } rows[] = {{"0", 1},    {"1", 2},   {"-1", 3},  {"12", 2}, {"123", 3},   {"1234", 3},
                {"0.12", 2}, {"1.2", 3}, {"100", 2}, {D38, 20}, {"-" D38, 21}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct number number = parse(rows[i].text);
        assert_int_equal(number_size(&number), rows[i].size);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_normal_form),
        cmocka_unit_test(test_longest_text),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_sums),
        cmocka_unit_test(test_sum_out_of_range),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_sizes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
