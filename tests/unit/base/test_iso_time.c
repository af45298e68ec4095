/* SPDX-License-Identifier: Apache-2.0 */
#include "harness/cmocka_all.h"

#include "base/iso_time.h"

static void times(void **state)
{
    static const struct {
        const char *text;
        double seconds;
    } rows[] = {
        {"1970-01-01T00:00:00Z", 0},
        {"2026-11-21T07:00:00Z", 1795244400},
        {"2026-11-21T07:00:00.5Z", 1795244400.5},
        {"2026-11-21T07:00:00UTC", 1795244400},
        {"2026-11-21T08:00:00+01:00", 1795244400},
        {"2026-11-21T01:30:00-05:30", 1795244400},
        {"2026-11-21", 1795219200},
        {"1969-12-31T23:59:59Z", -1},
        {"2026-11-21T23:59:60Z", 1795305600},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double seconds = 0.25;
        if (!iso_time_read(rows[i].text, &seconds) || seconds < rows[i].seconds ||
            seconds > rows[i].seconds)
            fail_msg("%s: %f", rows[i].text, seconds);
    }
}

static void no_times(void **state)
{
    static const char *const texts[] = {"",
                                        "now",
                                        "1795244400",
                                        "2026-11",
                                        "2026-13-01",
                                        "2026-00-01",
                                        "2026-11-00",
                                        "2026-11-32",
                                        "0000-01-01",
                                        "2026-11-21 07:00:00Z",
                                        "2026-11-21T07:00:00",
                                        "2026-11-21T07:00Z",
                                        "2026-11-21T07:00:00Zulu",
                                        "2026-11-21T25:00:00Z",
                                        "2026-11-21T07:60:00Z",
                                        "2026-11-21T07:00:61Z",
                                        "2026-11-21T07:00:nanZ",
                                        "2026-11-21T07:00:00*01:00",
                                        "2026-11-21T07:00:00+24:00",
                                        "2026-11-21T07:00:00+01:60",
                                        "2026-11-21T07:00:00+01"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        double seconds;
        if (iso_time_read(texts[i], &seconds))
            fail_msg("%s: %f", texts[i], seconds);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(times),
        cmocka_unit_test(no_times),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
