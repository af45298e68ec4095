/* SPDX-License-Identifier: Apache-2.0 */
/* The active wait: when it begins, and what ends it. */
#include "net/server/http_awake.h"

/* cmocka.h needs these before it */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#include <uv.h>

#include "net/loop.h"
#include "net/processors.h"

enum {
    TRIES = 1000, /* this thread may be interrupted between two answers */
    TURNS = 100000
};

struct env {
    struct uv_loop_s *loop;
    struct awake *awake;
    uv_timer_t later; /* keeps the loop going */
    int pipe[2];
    unsigned came;
    bool engaged;
};

static bool look(void *arg)
{
    struct env *env = arg;
    char byte;
    bool any = read(env->pipe[0], &byte, 1) == 1;
    env->came += any;
    return any;
}

static bool is_engaged(void *arg)
{
    return ((const struct env *)arg)->engaged;
}

static void on_later(uv_timer_t *timer)
{
    (void)timer;
    fail_msg("the loop slept");
}

static int set_up(void **state)
{
    struct slrun_error error = {0};
    struct env *env = calloc(1, sizeof *env);
    *state = env;
    if (processors_available() < 2 || !env || pipe(env->pipe) ||
        fcntl(env->pipe[0], F_SETFL, O_NONBLOCK))
        return env ? 0 : -1;
    env->loop = loop_new(&error);
    uv_timer_init(env->loop, &env->later);
    uv_timer_start(&env->later, on_later, 60000, 0);
    env->awake = awake_new(env->loop, &(struct awake_options){look, is_engaged, env});
    return env->awake ? 0 : -1;
}

static int tear_down(void **state)
{
    struct env *env = *state;
    if (env->loop) {
        awake_free(env->awake);
        uv_close((uv_handle_t *)&env->later, NULL);
        loop_free(env->loop);
        close(env->pipe[0]);
        close(env->pipe[1]);
    }
    free(env);
    return 0;
}

static struct env *env_of(void **state)
{
    struct env *env = *state;
    if (!env->loop)
        skip(); /* one processor: there is no active wait */
    return env;
}

static void pause_over(void)
{
    const struct timespec longer = {0, 2 * AWAKE_US * 1000};
    (void)nanosleep(&longer, NULL);
}

/* Two answers, one after the other; whether the wait has begun. */
static bool answer_twice(struct env *env, unsigned connections)
{
    pause_over();
    awake_answered(env->awake, connections);
    assert_false(awake_is(env->awake));
    awake_answered(env->awake, connections);
    return awake_is(env->awake);
}

static bool begins(struct env *env, unsigned connections)
{
    bool begun = false;
    for (int i = 0; !begun && i < TRIES; i++)
        begun = answer_twice(env, connections);
    return begun;
}

static void begins_with_the_second(void **state)
{
    struct env *env = env_of(state);
    assert_true(begins(env, 1));
    assert_int_equal(uv_backend_timeout(env->loop), 0);
}

static void ends_by_itself(void **state)
{
    struct env *env = env_of(state);
    assert_true(begins(env, AWAKE_CONNECTIONS_MAX));
    for (int i = 0; awake_is(env->awake) && i < TURNS; i++)
        uv_run(env->loop, UV_RUN_NOWAIT);
    assert_false(awake_is(env->awake));
    assert_true(uv_backend_timeout(env->loop) > 0);
    assert_int_equal(env->came, 0);
}

static void ends_with_a_gap(void **state)
{
    struct env *env = env_of(state);
    assert_true(begins(env, 1));
    pause_over();
    awake_answered(env->awake, 1);
    assert_false(awake_is(env->awake));
}

static void ends_where_others_are_at_work(void **state)
{
    struct env *env = env_of(state);
    assert_true(begins(env, 1));
    env->engaged = true;
    uv_run(env->loop, UV_RUN_NOWAIT);
    assert_false(awake_is(env->awake));
    assert_int_equal(env->came, 0);
}

static void is_for_few_connections(void **state)
{
    struct env *env = env_of(state);
    assert_false(begins(env, AWAKE_CONNECTIONS_MAX + 1));
    assert_true(begins(env, 1));
    awake_answered(env->awake, AWAKE_CONNECTIONS_MAX + 1);
    assert_false(awake_is(env->awake));
}

static void looks_after_what_comes(void **state)
{
    struct env *env = env_of(state);
    for (int i = 0; !env->came && i < TRIES; i++) {
        assert_true(begins(env, 1));
        assert_int_equal(write(env->pipe[1], "x", 1), 1);
        for (int k = 0; !env->came && awake_is(env->awake) && k < TURNS; k++)
            uv_run(env->loop, UV_RUN_NOWAIT);
    }
    assert_true(env->came > 0);
}

static void can_be_switched_off(void **state)
{
    struct env *env = env_of(state);
    assert_int_equal(setenv("SLRUN_ACTIVE_WAIT", "off", 1), 0);
    const struct awake_options options = {look, NULL, env};
    assert_null(awake_new(env->loop, &options));
    assert_int_equal(unsetenv("SLRUN_ACTIVE_WAIT"), 0);
    awake_answered(NULL, 1);
    assert_false(awake_is(NULL));
    awake_free(NULL);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(begins_with_the_second), TEST(ends_by_itself),
        TEST(ends_with_a_gap),        TEST(ends_where_others_are_at_work),
        TEST(is_for_few_connections), TEST(looks_after_what_comes),
        TEST(can_be_switched_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
