/* SPDX-License-Identifier: Apache-2.0 */
/* How connections of HTTP/2 begin and end: clients that leave, say nothing, or no HTTP/2. */
#include "http2_client.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static void test_client_leaves(void **state)
{
    struct env env;
    struct client c;
    struct answer a, b, d;
    (void)state;
    env_open(&env);
    client_open(&c, &env);
    ask(&c, &a, &(struct ask){.method = "GET", .target = "/hold"});
    ask(&c, &b, &(struct ask){.method = "GET", .target = "/open"});
    UNTIL(&c, env.n_held == 2 && b.status == 200);
    nghttp2_submit_rst_stream(c.session, 0, a.id, NGHTTP2_CANCEL);
    UNTIL(&c, env.n_gone == 1);
    assert_null(env.held[0]);
    ask(&c, &d, &(struct ask){.method = "PUT", .target = "/stream", .body = (size_t)1 << 40});
    UNTIL(&c, env.streamed > 0);
    close(c.fd);
    WAIT_FOR(&env, env.n_gone == 2 && env.n_dropped == 1);
    assert_null(env.held[1]);
    c.fd = -1;
    client_close(&c);
    forget(&a), forget(&b), forget(&d);
    env_close(&env);
}

/* The handler answers to nobody, in each way. */
static void test_kept_when_client_leaves(void **state)
{
    struct env env;
    struct client c;
    struct answer a[4];
    (void)state;
    env_open(&env);
    env.keep = true;
    client_open(&c, &env);
    for (unsigned i = 0; i < 4; i++)
        ask(&c, &a[i], &(struct ask){.method = "GET", .target = "/hold"});
    UNTIL(&c, env.n_held == 4);
    client_close(&c);
    WAIT_FOR(&env, env.n_gone == 4);
    env_echo(env.held[0]);
    env_send_file(env.held[1], LARGE - 1);
    http_server_drop(env.held[2]);
    http_server_reply_open(env.held[3], &(struct slrun_reply){.status = 200});
    assert_int_equal(http_server_feed(env.held[3], "x", 1), 1);
    http_server_feed_end(env.held[3], true);
    for (unsigned i = 0; i < 4; i++)
        forget(&a[i]);
    env_close(&env);
}

/* Waits until the server has closed. */
static void hears_the_end(struct env *env, int fd)
{
    char bytes[1024];
    uint64_t guard = client_guard();
    for (;; client_nap(env->loop)) {
        ssize_t n = recv(fd, bytes, sizeof bytes, MSG_DONTWAIT);
        if (!n || (n < 0 && errno != EAGAIN))
            break;
        assert_true(clock_mono_ns() < guard);
    }
    close(fd);
}

static void test_garbage(void **state)
{
    static const char *const texts[] = {
        "PRI / HTTP/1.1\r\nHost: h\r\n\r\n", "PRIX",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n_________________________"};
    struct env env;
    (void)state;
    env_open(&env);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        int fd = client_dial(env.server);
        size_t size = strlen(texts[i]);
        assert_int_equal(send(fd, texts[i], size, MSG_NOSIGNAL), (ssize_t)size);
        hears_the_end(&env, fd);
    }
    env_close(&env);
}

/* A client that says less than it takes to tell, and one that leaves without a word. */
static void test_slow_beginning(void **state)
{
    static const char *const parts[] = {"P", "O", "ST / HTTP/1.1\r\nHost: h\r\n",
                                        "Connection: close\r\n\r\n"};
    struct env env;
    (void)state;
    env_open(&env);
    int fd = client_dial(env.server), silent = client_dial(env.server);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        assert_true(send(fd, parts[i], strlen(parts[i]), MSG_NOSIGNAL) > 0);
        for (unsigned k = 0; k < 20; k++)
            client_nap(env.loop);
    }
    hears_the_end(&env, fd);
    close(silent);
    fd = client_dial(env.server);
    assert_int_equal(send(fd, "P", 1, MSG_NOSIGNAL), 1);
    shutdown(fd, SHUT_WR);
    hears_the_end(&env, fd);
    env_close(&env);
}

static void count_turn(uv_prepare_t *turn)
{
    ++*(unsigned *)turn->data;
}

static void on_over(uv_timer_t *over)
{
    *(bool *)over->data = true;
}

/* What has begun as HTTP/2 does, and says no more, is there to be read all the time: the loop must
 * sleep all the same. */
static void test_loop_sleeps_meanwhile(void **state)
{
    enum { FOR_MS = 300, TURNS_MAX = 100 }; /* it is looked at every 20 ms */
    static const char rest[] = "OST / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
    struct env env;
    unsigned turns = 0;
    bool done = false;
    uv_prepare_t turn = {.data = &turns};
    uv_timer_t over = {.data = &done};
    (void)state;
    env_open(&env);
    int fd = client_dial(env.server);
    assert_int_equal(send(fd, "P", 1, MSG_NOSIGNAL), 1);
    for (unsigned k = 0; k < 20; k++)
        client_nap(env.loop);
    uv_prepare_init(env.loop, &turn);
    uv_timer_init(env.loop, &over);
    uv_prepare_start(&turn, count_turn);
    uv_timer_start(&over, on_over, FOR_MS, 0);
    while (!done)
        uv_run(env.loop, UV_RUN_ONCE);
    assert_in_range(turns, 1, TURNS_MAX);
    uv_close((uv_handle_t *)&turn, NULL);
    uv_close((uv_handle_t *)&over, NULL);
    assert_true(send(fd, rest, sizeof rest - 1, MSG_NOSIGNAL) > 0);
    hears_the_end(&env, fd);
    env_close(&env);
}

/* Of several connections that say nothing, one that leaves and all that are there at the end. */
static void test_silent(void **state)
{
    static const char request[] = "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
    struct env env;
    int fds[4];
    char byte;
    (void)state;
    env_open(&env);
    for (size_t i = 0; i < 4; i++) {
        fds[i] = client_dial(env.server);
        client_nap(env.loop);
    }
    shutdown(fds[1], SHUT_WR);
    hears_the_end(&env, fds[1]);
    assert_true(send(fds[2], request, sizeof request - 1, 0) > 0);
    hears_the_end(&env, fds[2]);
    env_close(&env);
    assert_int_equal(recv(fds[0], &byte, 1, MSG_DONTWAIT), 0);
    assert_int_equal(recv(fds[3], &byte, 1, MSG_DONTWAIT), 0);
    close(fds[0]);
    close(fds[3]);
}

static void test_free_while_waiting(void **state)
{
    struct env env;
    struct client c;
    struct answer a, b;
    (void)state;
    env_open(&env);
    client_open(&c, &env);
    int silent = client_dial(env.server);
    ask(&c, &a, &(struct ask){.method = "GET", .target = "/hold"});
    ask(&c, &b, &(struct ask){.method = "GET", .target = "/open"});
    UNTIL(&c, env.n_held == 2);
    env.keep = true;
    env_close(&env);
    assert_int_equal(env.n_gone, 2);
    close(silent);
    client_close(&c);
    forget(&a), forget(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_client_leaves),
        cmocka_unit_test(test_kept_when_client_leaves),
        cmocka_unit_test(test_garbage),
        cmocka_unit_test(test_slow_beginning),
        cmocka_unit_test(test_loop_sleeps_meanwhile),
        cmocka_unit_test(test_silent),
        cmocka_unit_test(test_free_while_waiting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
