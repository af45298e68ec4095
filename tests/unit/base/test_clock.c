/* SPDX-License-Identifier: Apache-2.0 */
#include "harness/cmocka_all.h"

#include "base/clock.h"

static const struct {
    const char *text;
    int64_t ms; /* -1: no duration */
} durations[] = {
    {"250ms", 250}, {"1.5s", 1500}, {"2m", 120000},        {"1h", 3600000}, {"1d", 86400000},
    {"0ms", 0},     {"0.4ms", 0},   {"366d", 31622400000}, {"367d", -1},    {"15", -1},
    {"", -1},       {"s", -1},      {"-1s", -1},           {" 1s", -1},     {"1 s", -1},
    {"1sec", -1},   {"0x10s", -1},  {"1e99s", -1},         {"nan s", -1},
};

static void durations_have_a_unit(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof durations / sizeof *durations; i++) {
        int64_t ms = -1;
        bool ok = duration_parse(durations[i].text, &ms);
        if (ok != (durations[i].ms >= 0) || ms != durations[i].ms)
            fail_msg("\"%s\" gave %lld", durations[i].text, (long long)ms);
    }
}

static void monotonic_time_goes_on(void **state)
{
    (void)state;
    uint64_t before = clock_mono_ns();
    assert_true(clock_mono_ns() >= before);
    assert_true(clock_wall_ms() > 1700000000000); /* after 2023 */
}

static void offsets_agree(void **state)
{
    (void)state;
    double wall = (double)clock_wall_ms();
    double told = (double)clock_mono_ns() / 1e6 + clock_wall_offset_ms();
    assert_true(told >= wall - 1 && told <= (double)clock_wall_ms() + 1);
    double first = clock_wall_offset_ms(), other = clock_wall_offset_ms() - first;
    assert_true(other < 100 && other > -100);
    assert_true((double)(int64_t)(first * 1024) / 1024 >= first); /* nothing is cut off */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(durations_have_a_unit),
        cmocka_unit_test(monotonic_time_goes_on),
        cmocka_unit_test(offsets_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
