/* SPDX-License-Identifier: Apache-2.0 */
/* The HTTP client against a scripted peer: order, and how many requests go out at once. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <uv.h>

#include "base/error.h"
#include "http_env.h"
#include "net/loop.h"

enum { GUARD_S = 60 }; /* a test that takes longer has hung */

static void test_first_in_first_out(void **state)
{
    enum { N = 12 };
    struct env env;
    struct one ones[N], chained;
    struct http_client_options options = {.cap = 1};
    (void)state;
    env_open(&env, &options);
    env.play = slow;
    for (int i = 0; i < N; i++)
        one_init(&env, &ones[i]);
    one_init(&env, &chained);
    ones[0].chain = &chained; /* goes behind those that wait */
    for (int i = 0; i < N; i++)
        submit(&ones[i]);
    assert_int_equal(http_client_submit(env.client, &ones[3].call), -1);
    run_until(&env, &places, N + 1);
    for (int i = 0; i < N; i++)
        assert_int_equal(ones[i].place, i + 1);
    assert_int_equal(chained.place, N + 1);
    env_close(&env);
}

static void test_cap_and_holds(void **state)
{
    enum { N = 40, HOLDS = 30, CAP = 4 };
    struct env env;
    struct one *ones = calloc(N + HOLDS, sizeof *ones);
    struct http_client_options options = {.cap = CAP};
    struct http_client_stats stats;
    (void)state;
    env_open(&env, &options);
    env.play = silent;
    for (int i = 0; i < HOLDS; i++) {
        one_init(&env, &ones[N + i]);
        ones[N + i].call.hold = true;
        submit(&ones[N + i]);
    }
    run_ms(&env, 50);
    assert_int_equal(http_script_open(env.peer), HOLDS);
    env.play = slow;
    for (int i = 0; i < N; i++) {
        one_init(&env, &ones[i]);
        submit(&ones[i]);
    }
    http_client_stats(env.client, &stats);
    assert_int_equal(stats.flying, CAP);
    assert_int_equal(stats.waiting, N - CAP);
    assert_int_equal(stats.holds, HOLDS);
    run_until(&env, &places, N);
    for (int i = 0; i < N; i++)
        if (ones[i].status != 200)
            fail_msg("call %d: %s", i, ones[i].message);
    assert_int_equal(http_script_connections(env.peer), CAP + HOLDS);
    assert_int_equal(http_script_most(env.peer), CAP + HOLDS);
    env_close(&env);
    free(ones);
}

/* A client that may open few files: long polls queue, in order. */
static void test_few_files(void **state)
{
    enum { HOLDS = 60 };
    struct env env;
    struct one ones[HOLDS];
    struct http_client_options options = {.max_files = 40};
    struct http_client_stats stats;
    (void)state;
    env_open(&env, &options);
    env.play = slow;
    for (int i = 0; i < HOLDS; i++) {
        one_init(&env, &ones[i]);
        ones[i].call.hold = true;
        submit(&ones[i]);
    }
    http_client_stats(env.client, &stats);
    assert_int_equal(stats.cap, 10);
    assert_int_equal(stats.hold_cap, 10);
    assert_int_equal(stats.holds, 10);
    run_until(&env, &places, HOLDS);
    for (int i = 0; i < HOLDS; i++)
        if (ones[i].status != 200)
            fail_msg("call %d: %s", i, ones[i].message);
    assert_true(http_script_most(env.peer) <= 10);
    env_close(&env);
}

static void answer_slowly(struct http_script_conn *conn, const struct http_script_request *request,
                          void *arg)
{
    slow(conn, request, arg);
}

/* A peer in a process of its own, so that the descriptors are the client's alone. */
static pid_t fork_peer(char *base, size_t size)
{
    int fds[2];
    assert_int_equal(pipe(fds), 0);
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid) {
        close(fds[1]);
        ssize_t n = read(fds[0], base, size - 1);
        assert_true(n > 0);
        base[n] = '\0';
        close(fds[0]);
        return pid;
    }
    struct env env = {0};
    struct slrun_error error = {0};
    env.loop = loop_new(&error);
    env.peer = http_script_new(env.loop, answer_slowly, &env);
    const char *text = http_script_base(env.peer);
    if (write(fds[1], text, strlen(text)) < 0)
        _exit(1);
    close(fds[0]);
    close(fds[1]);
    loop_run(env.loop);
    _exit(0);
}

static void test_no_more_files(void **state)
{
    enum { N = 200 };
    char base[64];
    struct env env;
    struct rlimit old, low;
    struct one *ones = calloc(N, sizeof *ones);
    (void)state;
    pid_t pid = fork_peer(base, sizeof base);
    struct http_client_options options = {.max_files = 4096};
    env_open(&env, &options);
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &old), 0);
    low = old;
    low.rlim_cur = 32;
    struct one first; /* what the first request opens is there before the files run out */
    one_init(&env, &first);
    first.call.base = base;
    submit(&first);
    run_until(&env, &places, 1);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &low), 0);
    for (int i = 0; i < N; i++) {
        one_init(&env, &ones[i]);
        ones[i].call.base = base;
        ones[i].call.hold = i % 2;
        submit(&ones[i]);
    }
    run_until(&env, &places, N + 1);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &old), 0);
    for (int i = 0; i < N; i++)
        if (ones[i].status != 200)
            fail_msg("call %d: %s", i, ones[i].message);
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
    env_close(&env);
    free(ones);
}

static void test_many(void **state)
{
    enum { N = 5000 };
    struct env env;
    struct one *ones = calloc(N, sizeof *ones);
    struct http_client_stats stats;
    (void)state;
    env_open(&env, NULL);
    for (int i = 0; i < N; i++) {
        one_init(&env, &ones[i]);
        submit(&ones[i]);
    }
    run_until(&env, &places, N);
    for (int i = 0; i < N; i++)
        assert_string_equal(ones[i].body, "hello");
    http_client_stats(env.client, &stats);
    assert_int_equal(stats.connections, HTTP_CLIENT_CAP);
    assert_int_equal(stats.finished, N);
    env_close(&env);
    free(ones);
}

/* An idle connection does not keep the loop running. */
static void test_idle_loop_ends(void **state)
{
    struct env env;
    char base[64];
    struct one one;
    (void)state;
    pid_t pid = fork_peer(base, sizeof base);
    env_open(&env, NULL);
    http_script_free(env.peer);
    one_init(&env, &one);
    one.call.base = base;
    submit(&one);
    alarm(GUARD_S);
    assert_int_equal(loop_run(env.loop), 0);
    alarm(0);
    assert_int_equal(one.status, 200);
    http_client_free(env.client);
    loop_free(env.loop);
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_first_in_first_out),
        cmocka_unit_test(test_cap_and_holds),
        cmocka_unit_test(test_few_files),
        cmocka_unit_test(test_no_more_files),
        cmocka_unit_test(test_many),
        cmocka_unit_test(test_idle_loop_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
