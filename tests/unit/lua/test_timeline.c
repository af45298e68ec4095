/* SPDX-License-Identifier: Apache-2.0 */
/* Timelines: what is kept of many, and where the clock jumped. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>
#include <jansson.h>
#include <uv.h>

#include "lua/autopsy/timeline.h"
#include "lua/env.h"
#include "lua/waiting/clock.h"

struct fixture {
    uv_loop_t loop;
    struct lua_env env;
    struct timeline *timeline;
};

static int set_up(void **state)
{
    static struct fixture f;
    f = (struct fixture){.env.loop = &f.loop};
    *state = &f;
    if (uv_loop_init(&f.loop) != 0 || !clock_of(&f.env))
        return -1;
    f.timeline = timeline_new(&f.env);
    timeline_begin(f.timeline, "r1-1");
    return f.timeline ? 0 : -1;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    timeline_free(f->timeline);
    clock_free(&f->env);
    uv_run(&f->loop, UV_RUN_DEFAULT);
    return uv_loop_close(&f->loop);
}

static void look(struct fixture *f, double at, bool held)
{
    double now = clock_now(&f->env) + at;
    struct timeline_attempt attempt = {now, now + 1, now + 1000, 1000, held};
    timeline_attempt(f->timeline, &attempt);
}

static json_t *told_by(struct timeline *timeline)
{
    char *text = timeline_told(timeline);
    json_t *told = text ? json_loads(text, 0, NULL) : NULL;
    assert_non_null(told);
    free(text);
    return told;
}

static double number(const json_t *list, size_t i, size_t k)
{
    return json_number_value(json_array_get(json_array_get(list, i), k));
}

/* The first and the last stay, and what lies between them at equal steps. */
static void test_many_attempts(void **state)
{
    struct fixture *f = *state;
    enum { N = 1001 };
    for (int i = 0; i < N; i++)
        look(f, i * 10.0, i == N - 1);
    json_t *told = told_by(f->timeline), *attempts = json_object_get(told, "attempts");
    size_t n = json_array_size(attempts),
           every = (size_t)json_integer_value(json_object_get(told, "every"));
    assert_int_equal(json_integer_value(json_object_get(told, "n_attempts")), N);
    assert_int_equal(every, 4);
    assert_int_equal(n, (N - 1) / 4 + 1);
    for (size_t i = 1; i < n; i++)
        assert_true(number(attempts, i, 0) - number(attempts, i - 1, 0) > 39);
    assert_true(number(attempts, n - 1, 0) > 9999);
    assert_int_equal((int)number(attempts, n - 1, 2), 1);
    assert_int_equal((int)number(attempts, 0, 2), 0);
    json_decref(told);
}

static void test_the_last_attempt_is_told(void **state)
{
    struct fixture *f = *state;
    for (int i = 0; i < 300; i++)
        look(f, i, i == 299);
    json_t *told = told_by(f->timeline), *attempts = json_object_get(told, "attempts");
    assert_int_equal(json_array_size(attempts), 151);
    assert_int_equal((int)number(attempts, 150, 2), 1);
    json_decref(told);
}

/* All of a case's jumps, also where there were too many to list. */
static void test_jumps(void **state)
{
    struct fixture *f = *state;
    double sum = 0;
    for (int i = 0; i < TIMELINE_JUMPS_MAX + 10; i++) {
        alarms_jump(f->env.clock->virtual, 100);
        timeline_resumed(f->timeline);
        timeline_resumed(f->timeline); /* no jump */
    }
    json_t *told = told_by(f->timeline), *jumps = json_object_get(told, "jumps");
    assert_int_equal(json_array_size(jumps), TIMELINE_JUMPS_MAX);
    for (size_t i = 0; i < TIMELINE_JUMPS_MAX; i++)
        sum += number(jumps, i, 1);
    assert_true(sum > 100 * (TIMELINE_JUMPS_MAX + 10) - 1);
    assert_true(sum < 100 * (TIMELINE_JUMPS_MAX + 10) + 1);
    assert_true(number(jumps, 0, 0) >= 100);
    json_decref(told);
}

/* What one case did is not the next one's. */
static void test_begin(void **state)
{
    struct fixture *f = *state;
    look(f, 0, true);
    timeline_phase(f->timeline, "act");
    timeline_arrival(f->timeline, "queue");
    alarms_jump(f->env.clock->virtual, 100);
    timeline_begin(f->timeline, "r1-2");
    json_t *told = told_by(f->timeline);
    static const char *const lists[] = {"attempts", "phases", "arrivals", "jumps", "deadlines"};
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        assert_int_equal(json_array_size(json_object_get(told, lists[i])), 0);
    json_decref(told);
}

static void test_bounds(void **state)
{
    struct fixture *f = *state;
    for (int i = 0; i < 100; i++) {
        timeline_phase(f->timeline, "act");
        timeline_arrival(f->timeline, "queue");
        look(f, i * 50.0, false);
    }
    json_t *told = told_by(f->timeline);
    assert_int_equal(json_array_size(json_object_get(told, "phases")), TIMELINE_PHASES_MAX);
    assert_int_equal(json_array_size(json_object_get(told, "arrivals")), TIMELINE_ARRIVALS_MAX);
    assert_int_equal(json_array_size(json_object_get(told, "deadlines")), TIMELINE_DEADLINES_MAX);
    json_decref(told);
}

static void test_nobody_wants_it(void **state)
{
    (void)state;
    timeline_begin(NULL, "r1-1");
    timeline_resumed(NULL);
    timeline_phase(NULL, "act");
    timeline_arrival(NULL, "queue");
    assert_null(timeline_told(NULL));
    timeline_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_many_attempts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_last_attempt_is_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_jumps, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_begin, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_bounds, set_up, tear_down),
        cmocka_unit_test(test_nobody_wants_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
