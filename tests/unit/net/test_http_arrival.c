/* SPDX-License-Identifier: Apache-2.0 */
/* Connections until they say what they speak: where there is room for them, and where there is
 * none. */
#include "harness/cmocka_all.h"

#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <uv.h>

#include "base/clock.h"
#include "net/loop.h"
#include "net/server/http_arrival.h"

enum { MANY = 5, FOR_MS = 200, TURNS_MAX = 50, GUARD_S = 60 };

struct env {
    uv_loop_t *loop;
    struct arrivals *arrivals;
    struct sockaddr_in address;
    unsigned room, n_came, n_http2;
};

static bool has_room(void *arg)
{
    const struct env *env = arg;
    return env->n_came + arrivals_silent(env->arrivals) < env->room;
}

static void come(void *arg, int fd, bool http2)
{
    struct env *env = arg;
    env->n_came++;
    env->n_http2 += http2;
    close(fd);
}

static void env_open(struct env *env, unsigned room, unsigned quiet_s)
{
    struct slrun_error error = {0};
    socklen_t size = sizeof env->address;
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    *env = (struct env){.loop = loop_new(&error), .room = room};
    env->address.sin_family = AF_INET;
    env->address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    assert_int_equal(bind(fd, (struct sockaddr *)&env->address, size), 0);
    assert_int_equal(listen(fd, MANY), 0);
    assert_int_equal(getsockname(fd, (struct sockaddr *)&env->address, &size), 0);
    const struct arrivals_options options = {
        .fd = fd, .quiet_s = quiet_s, .has_room = has_room, .come = come, .arg = env};
    env->arrivals = arrivals_new(env->loop, &options, &error);
    assert_non_null(env->arrivals);
}

static void env_close(struct env *env)
{
    arrivals_free(env->arrivals);
    loop_free(env->loop);
}

static int dial(struct env *env, const char *words)
{
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    assert_int_equal(connect(fd, (struct sockaddr *)&env->address, sizeof env->address), 0);
    assert_int_equal(send(fd, words, strlen(words), MSG_NOSIGNAL), (ssize_t)strlen(words));
    return fd;
}

static void on_over(uv_timer_t *over)
{
    *(bool *)over->data = true;
}

/* Turns the loop for a while; how often it turned. */
static unsigned turns_of_a_while(struct env *env)
{
    bool over = false;
    unsigned turns = 0;
    uv_timer_t timer = {.data = &over};
    uv_timer_init(env->loop, &timer);
    uv_timer_start(&timer, on_over, FOR_MS, 0);
    for (; !over; turns++)
        uv_run(env->loop, UV_RUN_ONCE);
    uv_close((uv_handle_t *)&timer, NULL);
    uv_run(env->loop, UV_RUN_NOWAIT);
    return turns;
}

#define UNTIL(env, condition)                                                                      \
    for (uint64_t end_ = clock_mono_ns() + GUARD_S * UINT64_C(1000000000); !(condition);           \
         uv_run((env)->loop, UV_RUN_ONCE))                                                         \
    assert_true(clock_mono_ns() < end_)

static void they_are_told_by_their_first_bytes(void **state)
{
    struct env env;
    (void)state;
    env_open(&env, MANY, GUARD_S);
    int fds[] = {dial(&env, "GET / HTTP/1.1\r\n\r\n"), dial(&env, "PRI * HTTP/2.0\r\n"),
                 dial(&env, "PUT"), dial(&env, "")};
    UNTIL(&env, env.n_came == 3 && arrivals_silent(env.arrivals) == 1);
    assert_int_equal(env.n_http2, 1);
    assert_int_equal(send(fds[3], "G", 1, MSG_NOSIGNAL), 1);
    UNTIL(&env, env.n_came == 4);
    assert_int_equal(arrivals_silent(env.arrivals), 0);
    assert_int_equal(env.n_http2, 1);
    env_close(&env);
    for (size_t i = 0; i < sizeof fds / sizeof *fds; i++)
        close(fds[i]);
}

/* Those that wait with the system are there to be accepted all the time: the loop must sleep all
 * the same. */
static void without_room_they_wait_with_the_system(void **state)
{
    struct env env;
    int fds[MANY];
    (void)state;
    env_open(&env, 2, GUARD_S);
    for (size_t i = 0; i < MANY; i++)
        fds[i] = dial(&env, "GET / HTTP/1.1\r\n\r\n");
    assert_in_range(turns_of_a_while(&env), 1, TURNS_MAX);
    assert_int_equal(env.n_came, 2);
    arrivals_go_on(env.arrivals); /* there is none yet */
    assert_in_range(turns_of_a_while(&env), 1, TURNS_MAX);
    assert_int_equal(env.n_came, 2);
    env.room = MANY;
    arrivals_go_on(env.arrivals);
    UNTIL(&env, env.n_came == MANY);
    env_close(&env);
    for (size_t i = 0; i < MANY; i++)
        close(fds[i]);
}

/* One that says nothing takes room until it leaves, or has been silent for too long. */
static void silent_ones_make_room(void **state)
{
    struct env env;
    (void)state;
    env_open(&env, 1, 1);
    int leaves = dial(&env, ""), silent, next;
    UNTIL(&env, arrivals_silent(env.arrivals) == 1);
    silent = dial(&env, "");
    next = dial(&env, "GET / HTTP/1.1\r\n\r\n");
    close(leaves);
    UNTIL(&env, env.n_came == 1); /* the next one: also the silent one is gone */
    assert_int_equal(arrivals_silent(env.arrivals), 0);
    char byte;
    assert_int_equal(recv(silent, &byte, 1, 0), 0);
    env_close(&env);
    close(silent);
    close(next);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_are_told_by_their_first_bytes),
        cmocka_unit_test(without_room_they_wait_with_the_system),
        cmocka_unit_test(silent_ones_make_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
