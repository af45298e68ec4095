/* SPDX-License-Identifier: Apache-2.0 */
/* Cron expressions: what they say next. 1700000000000 is Tuesday, 2023-11-14T22:13:20Z. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "deliveries/cron.h"

static void expect(const char *expression, const char *times)
{
    struct cron cron;
    char all[256] = "";
    int64_t at = INT64_C(1700000000000);
    if (!cron_read(expression, &cron))
        fail_msg("%s: is none", expression);
    for (size_t n = 0; n < strlen(times) && (at = cron_next(&cron, at)) >= 0; n = strlen(all)) {
        time_t seconds = (time_t)(at / 1000);
        struct tm tm;
        gmtime_r(&seconds, &tm);
        if (n)
            strcat(all, " ");
        strftime(all + strlen(all), 20, "%Y-%m-%dT%H:%M", &tm);
    }
    if (strcmp(all, times) != 0)
        fail_msg("%s: %s", expression, all);
}

static void times(void **state)
{
    (void)state;
    expect("0 12 * * ? *", "2023-11-15T12:00 2023-11-16T12:00");
    expect("15 22 * * ? *", "2023-11-14T22:15 2023-11-15T22:15");
    expect("13 22 * * ? *", "2023-11-15T22:13");
    expect("0/10 * * * ? *", "2023-11-14T22:20 2023-11-14T22:30");
    expect("*/20 0-1 * * ? *", "2023-11-15T00:00 2023-11-15T00:20");
    expect("0 18 ? * MON-FRI *",
           "2023-11-15T18:00 2023-11-16T18:00 2023-11-17T18:00 2023-11-20T18:00");
    expect("0 8 1 * ? *", "2023-12-01T08:00 2024-01-01T08:00");
    expect("0/5 8-17 ? * 2-6 *", "2023-11-15T08:00 2023-11-15T08:05");
    expect("0 0 1 jan ? 2024-2026/2", "2024-01-01T00:00 2026-01-01T00:00");
    expect("0 9 ? * 2#1 *", "2023-12-04T09:00 2024-01-01T09:00");
    expect("0 9 ? * FRI#5 *", "2023-12-29T09:00 2024-03-29T09:00");
    expect("0 0 L * ? *", "2023-11-30T00:00 2023-12-31T00:00");
    expect("0 0 L 2 ? *", "2024-02-29T00:00 2025-02-28T00:00");
    expect("0 0 LW * ? *", "2023-11-30T00:00 2023-12-29T00:00");
    expect("0 0 ? * 6L *", "2023-11-24T00:00 2023-12-29T00:00");
    expect("0 0 ? * L *", "2023-11-18T00:00 2023-11-25T00:00");
    expect("0 0 18W 11 ? *", "2023-11-17T00:00 2024-11-18T00:00");
    expect("0 0 1W * ? *", "2023-12-01T00:00 2024-01-01T00:00 2024-02-01T00:00 2024-03-01T00:00");
    expect("0 0 1W 6 ? 2024", "2024-06-03T00:00");
    expect("0 0 29 2 ? *", "2024-02-29T00:00 2028-02-29T00:00");
    expect("0 22 ? * SAT,TUE *", "2023-11-18T22:00 2023-11-21T22:00");
    expect("0 0 ? * FRI-MON *",
           "2023-11-17T00:00 2023-11-18T00:00 2023-11-19T00:00 2023-11-20T00:00 "
           "2023-11-24T00:00");
}

static void never(void **state)
{
    struct cron cron;
    (void)state;
    assert_true(cron_read("0 0 30 2 ? *", &cron));
    assert_int_equal(cron_next(&cron, INT64_C(1700000000000)), -1);
    assert_true(cron_read("0 0 1 1 ? 2020", &cron));
    assert_int_equal(cron_next(&cron, INT64_C(1700000000000)), -1);
}

static void wrong(void **state)
{
    static const char *const texts[] = {
        "",
        "* * * * *",
        "* * * * * *",
        "* * ? * ? *",
        "0 24 * * ? *",
        "60 0 * * ? *",
        "0 0 32 * ? *",
        "0 0 0 * ? *",
        "0 0 * 13 ? *",
        "0 0 ? * 8 *",
        "0 0 ? * 0 *",
        "0 0 ? * 2#6 *",
        "0 0 * * ? 1969",
        "0 0 * * ? 2200",
        "0 0 1,,2 * ? *",
        "0/0 0 * * ? *",
        "a 0 * * ? *",
        "0 0 * * ? * *",
        "-1 0 * * ? *",
        "0 0 ? * 2# *",
        "0 0 1- * ? *",
        "0 0 ? FOO 2 *",
        "0 0 40W * ? *",
        "1, 0 * * ? *",
    };
    struct cron cron;
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (cron_read(texts[i], &cron))
            fail_msg("'%s' is none", texts[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(times),
        cmocka_unit_test(never),
        cmocka_unit_test(wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
