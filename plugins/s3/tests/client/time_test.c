/* SPDX-License-Identifier: Apache-2.0 */
/* Timestamps, written and read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "client/time.h"

static const struct {
    double seconds;
    const char *iso, *http;
} times[] = {
    {0, "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT"},
    {951782399, "2000-02-28T23:59:59Z", "Mon, 28 Feb 2000 23:59:59 GMT"},
    {951782400, "2000-02-29T00:00:00Z", "Tue, 29 Feb 2000 00:00:00 GMT"},
    {1420070400, "2015-01-01T00:00:00Z", "Thu, 01 Jan 2015 00:00:00 GMT"},
    {4107542399, "2100-02-28T23:59:59Z", "Sun, 28 Feb 2100 23:59:59 GMT"},
    {-1, "1969-12-31T23:59:59Z", "Wed, 31 Dec 1969 23:59:59 GMT"},
    {-62135596800, "0001-01-01T00:00:00Z", "Mon, 01 Jan 0001 00:00:00 GMT"},
    {253402300798, "9999-12-31T23:59:58Z", "Fri, 31 Dec 9999 23:59:58 GMT"},
};

static void times_go_both_ways(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
        char text[S3_TIME_SIZE];
        json_t *seconds = json_integer((json_int_t)times[i].seconds);
        assert_true(s3_time_write(seconds, false, text));
        assert_string_equal(text, times[i].iso);
        assert_true(s3_time_write(seconds, true, text));
        assert_string_equal(text, times[i].http);
        json_t *iso = s3_time_read(times[i].iso), *http = s3_time_read(times[i].http);
        assert_true(json_equal(iso, seconds));
        assert_true(json_equal(http, seconds));
        json_decref(iso);
        json_decref(http);
        json_decref(seconds);
    }
}

static void fractions_are_kept(void **state)
{
    (void)state;
    char text[S3_TIME_SIZE];
    json_t *seconds = json_real(1420070400.25);
    assert_true(s3_time_write(seconds, false, text));
    assert_string_equal(text, "2015-01-01T00:00:00.250Z");
    json_t *read = s3_time_read("2015-01-01T00:00:00.250Z");
    assert_true(json_real_value(read) == 1420070400.25);
    json_decref(read);
    json_decref(seconds);
    read = s3_time_read("2015-01-01T00:00:00.000Z"); /* as S3 has it nearly always */
    assert_true(json_is_integer(read));
    json_decref(read);
}

static void what_is_no_time_is_refused(void **state)
{
    static const char *const texts[] = {"",
                                        "0",
                                        "2015-01-01",
                                        "2015-13-01T00:00:00Z",
                                        "2015-01-01T24:00:00Z",
                                        "2015-01-01T00:00:00",
                                        "2015-01-01T00:00:00Zx",
                                        "Thu, 01 Foo 2015 00:00:00 GMT",
                                        "Thu, 01 Jan 2015 00:00:00 CET",
                                        "Thu, 01 Jan 2015 00:00:00 GMTx",
                                        "never"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_null(s3_time_read(texts[i]));
    char text[S3_TIME_SIZE];
    json_t *far = json_real(1e15), *early = json_real(-1e15);
    assert_false(s3_time_write(far, false, text));
    assert_false(s3_time_write(early, true, text));
    json_decref(far);
    json_decref(early);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(times_go_both_ways),
        cmocka_unit_test(fractions_are_kept),
        cmocka_unit_test(what_is_no_time_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
