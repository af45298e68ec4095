/* SPDX-License-Identifier: Apache-2.0 */
/* The runner's half of the agreement on jumps: when it asks, and which offers it takes up. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <uv.h>

#include <cmocka.h>

#include "base/error.h"
#include "lua/env.h"
#include "lua/waiting/clock.h"
#include "lua/waiting/quiet.h"
#include "net/loop.h"

enum { HOUR_MS = 3600 * 1000, GUARD_MS = 30000 };

static struct {
    struct lua_env env;
    struct call_env calls;
    uv_timer_t guard;
    struct alarm sleep;
    struct quiet_question asked; /* the latest */
    uint64_t taken;              /* number of the latest offer taken up */
    double ms;
    bool deaf; /* nobody hears what is said */
    int n_rung;
} run;

static void ask(void *arg, const struct quiet_question *question)
{
    assert_null(arg);
    assert_int_equal(question->number, run.asked.number + 1);
    run.asked = *question;
}

static bool jump(void *arg, uint64_t number, double *ms)
{
    assert_null(arg);
    run.taken = number;
    run.ms = *ms;
    return !run.deaf;
}

static void on_ring(struct alarm *alarm)
{
    (void)alarm;
    run.n_rung++;
    quiet_disturb(&run.env);
}

static void turns(int n)
{
    while (n--)
        uv_run(run.env.loop, UV_RUN_NOWAIT);
}

/* Keeps the loop alive, and ends what hangs. */
static void on_guard(uv_timer_t *guard)
{
    (void)guard;
    fail();
}

static void open_run(bool real)
{
    struct slrun_error error = {0};
    memset(&run, 0, sizeof run);
    run.env.loop = loop_new(&error);
    uv_timer_init(run.env.loop, &run.guard);
    uv_timer_start(&run.guard, on_guard, GUARD_MS, 0);
    run.env.calls = &run.calls;
    run.sleep.ring = on_ring;
    struct run_clock *clock = clock_of(&run.env);
    assert_int_equal(alarms_promise(clock->virtual), 0);
    const struct quiet_options options = {.ask = ask, .jump = jump, .real = real};
    assert_int_equal(quiet_start(&run.env, &options), 0);
}

static int open_virtual(void **state)
{
    (void)state;
    open_run(false);
    return 0;
}

static int open_real(void **state)
{
    (void)state;
    open_run(true);
    return 0;
}

static int close_run(void **state)
{
    (void)state;
    clock_free(&run.env);
    uv_close((uv_handle_t *)&run.guard, NULL);
    loop_free(run.env.loop);
    return 0;
}

static void sleep_for(double ms)
{
    alarm_set(run.env.clock->virtual, &run.sleep, clock_now(&run.env) + ms);
    quiet_disturb(&run.env);
}

static void test_jumps(void **state)
{
    (void)state;
    turns(3);
    assert_int_equal(run.asked.number, 0); /* nothing is due */
    sleep_for(HOUR_MS);
    turns(3);
    assert_int_equal(run.asked.number, 1);
    assert_true(fabs(run.asked.within - HOUR_MS) < 60e3);
    assert_int_equal(run.asked.flights.n, 0);
    turns(3);
    assert_int_equal(run.asked.number, 1); /* once */
    double before = clock_now(&run.env);
    quiet_offer(&run.env, 1, HOUR_MS); /* some time has passed: less is taken */
    assert_int_equal(run.taken, 1);
    assert_true(run.ms <= HOUR_MS);
    assert_true(clock_now(&run.env) - before >= run.ms);
    assert_true(clock_jumped(&run.env) > 0);
    turns(3);
    assert_int_equal(run.n_rung, 1);
}

/* Less than it asked for: the local cloud has something to do before. It asks for the rest. */
static void test_part(void **state)
{
    (void)state;
    sleep_for(HOUR_MS);
    turns(3);
    quiet_offer(&run.env, 1, 1000);
    assert_true(fabs(run.ms - 1000) < 1e-6);
    turns(3);
    assert_int_equal(run.n_rung, 0);
    assert_int_equal(run.asked.number, 2);
    assert_true(run.asked.within <= HOUR_MS - 1000);
}

static void declines(uint64_t number)
{
    double jumped = clock_jumped(&run.env);
    run.taken = 0;
    quiet_offer(&run.env, number, 1000);
    assert_int_equal(run.taken, 0);
    assert_true(clock_jumped(&run.env) <= jumped);
}

/* An offer is worth something only if nothing has happened since the question. */
static void test_declines(void **state)
{
    (void)state;
    sleep_for(HOUR_MS);
    turns(3);
    declines(7); /* it has not asked that */
    quiet_disturb(&run.env);
    declines(1); /* Lua code has run */
    turns(3);
    assert_int_equal(run.asked.number, 2);
    declines(1); /* an old question */
    run.calls.counts.alive = 1;
    declines(2); /* a call queues */
    turns(3);
    assert_int_equal(run.asked.number, 2);
    flights_add(&run.calls.counts.flights, 1); /* it is sent, a long poll */
    turns(3);
    assert_int_equal(run.asked.number, 3);
    assert_int_equal(run.asked.flights.n, 1);
    flights_remove(&run.calls.counts.flights, 1);
    flights_add(&run.calls.counts.flights, 2); /* it is answered, and another one sent */
    declines(3);
    turns(3);
    assert_int_equal(run.asked.number, 4);
    run.deaf = true;
    quiet_offer(&run.env, 4, 1000);
    assert_int_equal(run.taken, 4);
    assert_true(clock_jumped(&run.env) <= 0);
}

/* A case that waits for nothing but an answer. */
static void test_only_calls(void **state)
{
    (void)state;
    run.calls.counts.alive = 1;
    flights_add(&run.calls.counts.flights, 1);
    turns(3);
    assert_int_equal(run.asked.number, 1);
    assert_true(isinf(run.asked.within));
    quiet_offer(&run.env, 1, 20000);
    assert_true(clock_jumped(&run.env) >= 20000);
}

/* A call that has failed pauses before it is sent again: the clock may jump to then. */
static void test_pauses(void **state)
{
    (void)state;
    sleep_for(HOUR_MS);
    run.calls.counts.alive = 2;
    run.calls.counts.pausing = 1;
    turns(3);
    assert_int_equal(run.asked.number, 0); /* the other one queues */
    flights_add(&run.calls.counts.flights, 1);
    turns(3);
    assert_int_equal(run.asked.number, 1);
    assert_int_equal(run.asked.flights.n, 1);
}

/* Requests that are no long polls are nearly always answered at once: it does not ask each time. */
static void test_plain_calls(void **state)
{
    (void)state;
    sleep_for(HOUR_MS);
    turns(3);
    assert_int_equal(run.asked.number, 1);
    run.calls.counts.alive = run.calls.counts.plain = 1;
    flights_add(&run.calls.counts.flights, 1);
    turns(1);
    assert_int_equal(run.asked.number, 1);
    while (run.asked.number == 1)
        turns(1);
    assert_int_equal(run.asked.flights.n, 1);
}

static void test_real(void **state)
{
    (void)state;
    sleep_for(HOUR_MS);
    turns(3);
    assert_int_equal(run.asked.number, 0);
    quiet_force(&run.env, true);
    turns(3);
    assert_int_equal(run.asked.number, 1);
    quiet_force(&run.env, false);
    declines(1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_jumps, open_virtual, close_run),
        cmocka_unit_test_setup_teardown(test_part, open_virtual, close_run),
        cmocka_unit_test_setup_teardown(test_declines, open_virtual, close_run),
        cmocka_unit_test_setup_teardown(test_only_calls, open_virtual, close_run),
        cmocka_unit_test_setup_teardown(test_pauses, open_virtual, close_run),
        cmocka_unit_test_setup_teardown(test_plain_calls, open_virtual, close_run),
        cmocka_unit_test_setup_teardown(test_real, open_real, close_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
