/* SPDX-License-Identifier: Apache-2.0 */
/* Alarms on one timer, and their clock that may jump. Nothing here asserts how long real time took.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <uv.h>

#include <cmocka.h>

#include "base/error.h"
#include "net/alarm.h"
#include "net/loop.h"

enum { N = 200 };

struct one {
    struct alarm alarm; /* first */
    int name;
};

static struct {
    uv_loop_t *loop;
    struct alarms *alarms;
    struct one ones[N];
    int rung[2 * N], n_rung;
} env;

static void on_ring(struct alarm *alarm)
{
    assert_false(alarm_is_set(alarm));
    assert_true(alarms_now(env.alarms) >= alarm->due);
    env.rung[env.n_rung++] = ((struct one *)alarm)->name;
}

static int open_env(void **state)
{
    struct slrun_error error = {0};
    (void)state;
    env.loop = loop_new(&error);
    env.alarms = alarms_new(env.loop);
    env.n_rung = 0;
    for (int i = 0; i < N; i++) {
        env.ones[i] = (struct one){.alarm.ring = on_ring, .name = i};
        assert_int_equal(alarms_promise(env.alarms), 0);
    }
    return 0;
}

static int close_env(void **state)
{
    (void)state;
    alarms_free(env.alarms);
    loop_free(env.loop);
    return 0;
}

static void turns(int n)
{
    while (n--)
        uv_run(env.loop, UV_RUN_NOWAIT);
}

static void set(int i, double due)
{
    alarm_set(env.alarms, &env.ones[i].alarm, due);
}

static void test_order(void **state)
{
    (void)state;
    double now = alarms_now(env.alarms);
    for (int i = 0; i < N; i++) /* every time once or twice, in an order of its own */
        set(i, now + 1000.0 * ((i * 37) % (N / 2) + 1));
    for (int i = 0; i < N; i += 5)
        alarm_stop(env.alarms, &env.ones[i].alarm);
    alarms_jump(env.alarms, 1000.0 * N);
    turns(2);
    assert_int_equal(env.n_rung, N - N / 5);
    for (int i = 1; i < env.n_rung; i++) {
        const struct one *a = &env.ones[env.rung[i - 1]], *b = &env.ones[env.rung[i]];
        assert_true(a->alarm.due < b->alarm.due || a->name < b->name);
    }
}

static void test_jump(void **state)
{
    (void)state;
    double now = alarms_now(env.alarms);
    set(0, now + 3600e3);
    set(1, now + 3600e3 + 5);
    set(2, now + 7200e3);
    turns(2);
    assert_int_equal(env.n_rung, 0);
    assert_true(fabs(alarms_next(env.alarms, 0) - (now + 3600e3)) < 1e-3);
    assert_true(fabs(alarms_next(env.alarms, 10) - (now + 3600e3 + 5)) < 1e-3);
    alarms_jump(env.alarms, alarms_next(env.alarms, 10) - alarms_now(env.alarms));
    turns(2);
    assert_int_equal(env.n_rung, 2);
    assert_true(alarms_jumped(env.alarms) > 3000e3);
    alarm_stop(env.alarms, &env.ones[2].alarm);
    assert_true(isinf(alarms_next(env.alarms, 0)));
}

/* It waits in real time where nothing jumps. */
static void test_real(void **state)
{
    (void)state;
    set(0, alarms_now(env.alarms) + 5);
    while (env.n_rung == 0)
        uv_run(env.loop, UV_RUN_ONCE);
}

static void ring_again(struct alarm *alarm)
{
    on_ring(alarm);
    alarm->ring = on_ring;
    set(0, 0); /* long ago */
}

/* What is set while others ring comes on a later turn, and behind them. */
static void test_set_while_ringing(void **state)
{
    (void)state;
    env.ones[0].alarm.ring = ring_again;
    set(0, 0);
    set(1, 1);
    turns(1);
    assert_int_equal(env.n_rung, 2);
    turns(1);
    assert_int_equal(env.n_rung, 3);
    assert_int_equal(env.rung[1], 1);
    assert_int_equal(env.rung[2], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_order, open_env, close_env),
        cmocka_unit_test_setup_teardown(test_jump, open_env, close_env),
        cmocka_unit_test_setup_teardown(test_real, open_env, close_env),
        cmocka_unit_test_setup_teardown(test_set_while_ringing, open_env, close_env),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
