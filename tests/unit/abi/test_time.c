/* SPDX-License-Identifier: Apache-2.0 */
/* Times as texts: RFC 3339, and what some services take besides. */
#include "harness/cmocka_all.h"

#include <slrun/time.h>

#define NOON INT64_C(1795262400000) /* 2026-11-21T12:00:00Z */

static void rfc_3339(void **state)
{
    static const struct {
        const char *text;
        int64_t ms;
    } rows[] = {
        {"1970-01-01T00:00:00Z", 0},
        {"2026-11-21T12:00:00Z", NOON},
        {"2026-11-21T12:00:00.5Z", NOON + 500},
        {"2026-11-21T12:00:00.123999Z", NOON + 123},
        {"2026-11-21T12:00:00.007Z", NOON + 7},
        {"2026-11-21T13:00:00+01:00", NOON},
        {"2026-11-21T06:30:00-05:30", NOON},
        {"1969-12-31T23:59:59.999Z", -1},
        {"2026-11-20T23:59:60Z", NOON - 43200000},
        {"2024-02-29T00:00:00Z", INT64_C(1709164800000)},
        {"2000-02-29T23:59:59Z", INT64_C(951868799000)},
        {"2000-03-01T00:00:00Z", INT64_C(951868800000)},
        {"0001-01-01T00:00:00Z", INT64_C(-62135596800000)},
        {"9999-12-31T23:59:59.999Z", INT64_C(253402300799999)},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t ms = 1;
        if (!slrun_time_read(rows[i].text, 0, &ms) || ms != rows[i].ms)
            fail_msg("%s: %lld", rows[i].text, (long long)ms);
    }
}

static void more_where_it_is_asked_for(void **state)
{
    static const struct {
        const char *text;
        unsigned takes;
        int64_t ms;
    } rows[] = {
        {"2026-11-21", SLRUN_TIME_DAY, NOON - 43200000},
        {"2026-11-21T12:00:00", SLRUN_TIME_BARE, NOON},
        {"2026-11-21T12:00:00.25", SLRUN_TIME_BARE, NOON + 250},
        {"2026-11-21 12:00:00Z", SLRUN_TIME_LOOSE, NOON},
        {"2026-11-21T12:00:00UTC", SLRUN_TIME_LOOSE, NOON},
        {"2026-11-21T13:30:00+0130", SLRUN_TIME_LOOSE, NOON},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t ms = 1;
        if (!slrun_time_read(rows[i].text, rows[i].takes, &ms) || ms != rows[i].ms)
            fail_msg("%s: %lld", rows[i].text, (long long)ms);
        if (slrun_time_read(rows[i].text, SLRUN_TIME_ANY & ~rows[i].takes, &ms))
            fail_msg("%s", rows[i].text);
    }
}

static void no_times(void **state)
{
    static const char *const texts[] = {"",
                                        "now",
                                        "1795244400",
                                        "2026-11",
                                        "2026-1-021",
                                        "2026-13-01",
                                        "2026-00-01",
                                        "2026-11-00",
                                        "2026-11-31",
                                        "2026-02-29",
                                        "1900-02-29",
                                        "0000-01-01",
                                        "-026-11-21",
                                        "2026-11-21x",
                                        "2026-11-21T",
                                        "2026-11-21T12",
                                        "2026-11-21T12:00Z",
                                        "2026-11-21t12:00:00Z",
                                        "2026-11-21T12:00:00z",
                                        "2026-11-21T12:00:00.Z",
                                        "2026-11-21T12:00:00Zulu",
                                        "2026-11-21T24:00:00Z",
                                        "2026-11-21T12:60:00Z",
                                        "2026-11-21T12:00:61Z",
                                        "2026-11-21T12:00:nanZ",
                                        "2026-11-21T12-00-00Z",
                                        "2026-11-21T12:00:00*01:00",
                                        "2026-11-21T12:00:00+24:00",
                                        "2026-11-21T12:00:00+01:60",
                                        "2026-11-21T12:00:00+01",
                                        "2026-11-21T12:00:00+1:000",
                                        "2026-11-21T12:00:00+01:00Z"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        int64_t ms = 1;
        if (slrun_time_read(texts[i], SLRUN_TIME_ANY, &ms))
            fail_msg("%s: %lld", texts[i], (long long)ms);
        assert_int_equal(ms, 1);
    }
}

static void texts(void **state)
{
    static const struct {
        int64_t ms;
        const char *seconds, *milliseconds;
    } rows[] = {
        {0, "1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z"},
        {NOON + 42, "2026-11-21T12:00:00Z", "2026-11-21T12:00:00.042Z"},
        {-1, "1969-12-31T23:59:59Z", "1969-12-31T23:59:59.999Z"},
        {INT64_C(951868799000), "2000-02-29T23:59:59Z", "2000-02-29T23:59:59.000Z"},
        {INT64_MIN, "0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"},
        {INT64_MAX, "9999-12-31T23:59:59Z", "9999-12-31T23:59:59.999Z"},
    };
    char text[SLRUN_TIME_SIZE];
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_string_equal(slrun_time_text(rows[i].ms, 0, text), rows[i].seconds);
        assert_string_equal(slrun_time_text(rows[i].ms, 1, text), rows[i].milliseconds);
    }
}

static void http(void **state)
{
    static const struct {
        const char *text;
        int64_t ms; /* -1: it is none */
    } rows[] = {
        {"Sun, 06 Nov 1994 08:49:37 GMT", INT64_C(784111777000)},
        {"Thu, 01 Jan 1970 00:00:00 GMT", 0},
        {"Mon, 28 Feb 2000 23:59:59 GMT", INT64_C(951782399000)},
        {"Fri, 31 Dec 9999 23:59:58 GMT", INT64_C(253402300798000)},
        {"Sun, 06 Nov 1994 08:49:37 +0100", -1},
        {"Sun, 6 Nov 1994 08:49:37 GMT", -1},
        {"Sunday, 06-Nov-94 08:49:37 GMT", -1},
        {"Sun Nov  6 08:49:37 1994", -1},
        {"Sun, 06 anN 1994 08:49:37 GMT", -1},
        {"Sun, 31 Nov 1994 08:49:37 GMT", -1},
        {"Sun, 06 Nov 1994 24:49:37 GMT", -1},
        {"Sun, 06 Nov 1994 08:49:37 CET", -1},
        {"Sun, 06 Nov 1994 08:49:37 GMT+1", -1},
        {"Sun; 06 Nov 1994 08:49:37 GMT", -1},
        {"", -1},
    };
    char text[SLRUN_TIME_HTTP_SIZE];
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t ms = 1;
        int good = slrun_time_read_http(rows[i].text, &ms);
        if (good != (rows[i].ms >= 0) || (good && ms != rows[i].ms))
            fail_msg("%s: %lld", rows[i].text, (long long)ms);
        if (good)
            assert_string_equal(slrun_time_http(ms + 999, text), rows[i].text);
    }
    int64_t ms = 0;
    assert_true(slrun_time_read_http("Sun, 06 Nov 1994 08:49:37 +0000", &ms));
    assert_int_equal(ms, rows[0].ms);
    assert_true(slrun_time_read_http("Sun, 06 Nov 1994 08:49:38 -0000", &ms)); /* botocore's */
    assert_int_equal(ms, rows[0].ms + 1000);
    assert_string_equal(slrun_time_http(-1, text), "Wed, 31 Dec 1969 23:59:59 GMT");
}

/* Days of eight centuries, there and back. */
static void many_days(void **state)
{
    char text[SLRUN_TIME_SIZE];
    (void)state;
    for (int64_t day = -150000; day < 200000; day += 13) {
        int64_t ms = day * 86400000 + 3723004, again = 0;
        assert_true(slrun_time_read(slrun_time_text(ms, 1, text), 0, &again));
        assert_int_equal(again, ms);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rfc_3339), cmocka_unit_test(more_where_it_is_asked_for),
        cmocka_unit_test(no_times), cmocka_unit_test(texts),
        cmocka_unit_test(http),     cmocka_unit_test(many_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
