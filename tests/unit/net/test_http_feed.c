/* SPDX-License-Identifier: Apache-2.0 */
/* Answers that are fed while they are sent, against raw sockets on the same thread. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "harness/http_client.h"

#include "net/loop.h"
#include "net/server/http_server.h"

enum { MANY = 100, PIECE = 16 << 10, LARGE = 24 << 20, NAPS = 50 };

struct env {
    struct uv_loop_s *loop;
    struct http_server *server;
    struct http_exchange *open[MANY]; /* NULL: over */
    unsigned n_open, n_gone, n_room;
    size_t left; /* bytes that room() still has to feed */
};

static void serve(void *arg, struct http_exchange *x)
{
    struct env *env = arg;
    if (!strcmp(x->target, "/later")) { /* held, and opened by the test */
        x->data = &env->open[env->n_open];
        env->open[env->n_open++] = x;
        return;
    }
    if (strcmp(x->target, "/open") != 0) {
        http_server_reply(x, &(struct slrun_reply){.status = 200, .body = "done", .size = 4});
        return;
    }
    const struct slrun_header header = {"X-One", "1"};
    x->data = &env->open[env->n_open];
    env->open[env->n_open++] = x;
    http_server_reply_open(
        x, &(struct slrun_reply){
               .status = 200, .content_type = "text/plain", .headers = &header, .n_headers = 1});
}

static bool gone(void *arg, struct http_exchange *x, bool closing)
{
    struct env *env = arg;
    (void)closing;
    env->n_gone++;
    *(struct http_exchange **)x->data = NULL;
    return true;
}

static void fill(struct env *env, struct http_exchange *x)
{
    static const char piece[PIECE];
    int more = 1;
    for (; env->left && more == 1; env->left -= PIECE)
        more = http_server_feed(x, piece, PIECE);
    assert_true(more >= 0);
    if (!env->left)
        http_server_feed_end(x, true);
}

static void room(void *arg, struct http_exchange *x)
{
    struct env *env = arg;
    env->n_room++;
    fill(env, x);
}

static void env_open(struct env *env)
{
    struct slrun_error error = {0};
    const struct http_server_options options = {
        .serve = serve, .gone = gone, .room = room, .arg = env};
    memset(env, 0, sizeof *env);
    env->loop = loop_new(&error);
    env->server = http_server_new(env->loop, &options, &error);
    assert_non_null(env->server);
}

static void env_close(struct env *env)
{
    http_server_free(env->server);
    loop_free(env->loop);
}

/* ---- the client's side ---- */

static void ask(int fd, const char *target, const char *version)
{
    char text[128];
    int n = snprintf(text, sizeof text, "GET %s HTTP/%s\r\nHost: h\r\n\r\n", target, version);
    assert_int_equal(send(fd, text, (size_t)n, MSG_NOSIGNAL), n);
}

static int ask_open(struct env *env)
{
    unsigned before = env->n_open;
    int fd = client_dial(env->server);
    ask(fd, "/open", "1.1");
    WAIT_FOR(env, env->n_open == before + 1);
    return fd;
}

static void hears(struct env *env, int fd, const char *text)
{
    assert_string_equal(client_hear(env->loop, fd, text), text);
}

static void feed(struct http_exchange *x, const char *text)
{
    assert_int_equal(http_server_feed(x, text, strlen(text)), 1);
}

/* ---- tests ---- */

static void test_pieces(void **state)
{
    struct env env;
    (void)state;
    env_open(&env);
    int fd = ask_open(&env);
    const char *text = client_hear(env.loop, fd, "\r\n\r\n"); /* before anything was fed */
    assert_non_null(strstr(text, "HTTP/1.1 200 OK\r\n"));
    assert_non_null(strstr(text, "X-One: 1\r\n"));
    assert_non_null(strstr(text, "Transfer-Encoding: chunked\r\n"));
    assert_null(strstr(text, "Content-Length"));
    for (int i = 0; i < NAPS; i++)
        client_nap(env.loop);
    feed(env.open[0], "abc");
    hears(&env, fd, "3\r\nabc\r\n");
    feed(env.open[0], "d");
    feed(env.open[0], "e"); /* they go together */
    hears(&env, fd, "2\r\nde\r\n");
    http_server_feed_end(env.open[0], true);
    hears(&env, fd, "0\r\n\r\n");
    ask(fd, "/x", "1.1"); /* the connection is used again */
    assert_non_null(strstr(client_hear(env.loop, fd, "done"), "200 OK"));
    close(fd);
    env_close(&env);
    assert_int_equal(env.n_gone, 0);
}

static void test_opened_later(void **state)
{
    struct env env;
    (void)state;
    env_open(&env);
    int fd = client_dial(env.server);
    ask(fd, "/later", "1.1");
    WAIT_FOR(&env, env.n_open == 1);
    for (int i = 0; i < NAPS; i++)
        client_nap(env.loop);
    http_server_reply_open(env.open[0], &(struct slrun_reply){.status = 201});
    feed(env.open[0], "abc");
    http_server_feed_end(env.open[0], true);
    assert_non_null(strstr(client_hear(env.loop, fd, "\r\n\r\n"), "HTTP/1.1 201 "));
    hears(&env, fd, "3\r\nabc\r\n0\r\n\r\n");
    close(fd);
    env_close(&env);
}

static void test_cut(void **state)
{
    struct env env;
    (void)state;
    env_open(&env);
    int fd = ask_open(&env);
    feed(env.open[0], "abc");
    http_server_feed_end(env.open[0], false);
    client_hear(env.loop, fd, "\r\n\r\n");
    hears(&env, fd, "3\r\nabc\r\n");
    assert_string_equal(client_hear(env.loop, fd, "0\r\n"), ""); /* closed, without a last chunk */
    close(fd);
    env_close(&env);
    assert_int_equal(env.n_gone, 0);
}

static void test_old_client(void **state)
{
    struct env env;
    (void)state;
    env_open(&env);
    int fd = client_dial(env.server);
    ask(fd, "/open", "1.0");
    WAIT_FOR(&env, env.n_open == 1);
    const char *text = client_hear(env.loop, fd, "\r\n\r\n");
    assert_null(strstr(text, "chunked"));
    feed(env.open[0], "abc");
    hears(&env, fd, "abc");
    http_server_feed_end(env.open[0], true);
    assert_string_equal(client_hear(env.loop, fd, "x"), "");
    close(fd);
    env_close(&env);
}

/* While it waits, while it is fed, and at the end of the server. */
static void test_gone(void **state)
{
    struct env env;
    (void)state;
    env_open(&env);
    int fd = ask_open(&env);
    client_hear(env.loop, fd, "\r\n\r\n");
    for (int i = 0; i < NAPS; i++)
        client_nap(env.loop);
    close(fd);
    WAIT_FOR(&env, env.n_gone == 1);
    fd = ask_open(&env);
    env.left = LARGE;
    fill(&env, env.open[1]);
    client_hear(env.loop, fd, "\r\n\r\n");
    for (int i = 0; i < NAPS; i++)
        client_nap(env.loop);
    close(fd); /* with much that it did not read: the connection is reset */
    WAIT_FOR(&env, env.n_gone == 2);
    assert_true(env.left > 0);
    int fds[2] = {ask_open(&env), ask_open(&env)};
    env.left = LARGE;
    fill(&env, env.open[2]);
    for (int i = 0; i < NAPS; i++)
        client_nap(env.loop);
    env_close(&env);
    assert_int_equal(env.n_gone, 4);
    close(fds[0]);
    close(fds[1]);
}

static size_t hear_some(struct env *env, int fd, char *to)
{
    ssize_t n = 0;
    for (uint64_t end = client_guard(); n <= 0; client_nap(env->loop)) {
        n = recv(fd, to, PIECE, MSG_DONTWAIT);
        assert_true((n > 0 || (n < 0 && errno == EAGAIN)) && clock_mono_ns() < end);
    }
    return (size_t)n;
}

/* Who does not read is not fed; what it gets is all that there is. */
static void test_back_pressure(void **state)
{
    struct env env;
    char *got = malloc(PIECE), tail[5] = "";
    size_t n = 0;
    (void)state;
    env_open(&env);
    int fd = ask_open(&env);
    env.left = LARGE;
    fill(&env, env.open[0]);
    assert_int_equal(LARGE - env.left, HTTP_SERVER_FEED_ENOUGH);
    for (int i = 0; i < NAPS; i++)
        client_nap(env.loop);
    assert_true(env.left > LARGE / 2); /* what fits into the sockets' buffers has left */
    assert_true(env.n_room < LARGE / HTTP_SERVER_FEED_ENOUGH);
    client_hear(env.loop, fd, "\r\n\r\n");
    for (size_t more; memcmp(tail, "0\r\n\r\n", sizeof tail) != 0; n += more) {
        more = hear_some(&env, fd, got);
        size_t last = more < sizeof tail ? more : sizeof tail;
        memmove(tail, tail + last, sizeof tail - last);
        memcpy(tail + sizeof tail - last, got + more - last, last);
    }
    assert_int_equal(env.left, 0);
    assert_true(n < LARGE + LARGE / 100);
    ask(fd, "/x", "1.1");
    assert_non_null(strstr(client_hear(env.loop, fd, "done"), "200 OK"));
    close(fd);
    env_close(&env);
    assert_int_equal(env.n_gone, 0);
    free(got);
}

static void test_too_much(void **state)
{
    struct env env;
    char *piece = calloc(1, HTTP_SERVER_FEED_MAX);
    (void)state;
    env_open(&env);
    int fd = ask_open(&env);
    assert_int_equal(http_server_feed(env.open[0], piece, HTTP_SERVER_FEED_MAX), 0);
    assert_int_equal(http_server_feed(env.open[0], piece, 1), -1);
    http_server_feed_end(env.open[0], false);
    close(fd);
    env_close(&env);
    free(piece);
}

static void test_many(void **state)
{
    struct env env;
    int fds[MANY];
    (void)state;
    env_open(&env);
    for (int i = 0; i < MANY; i++)
        fds[i] = ask_open(&env);
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < MANY; i++)
            feed(env.open[i], "abc");
        for (int i = 0; i < MANY; i++) {
            if (!round)
                client_hear(env.loop, fds[i], "\r\n\r\n");
            hears(&env, fds[i], "3\r\nabc\r\n");
        }
    }
    for (int i = 0; i < MANY; i += 2)
        close(fds[i]);
    WAIT_FOR(&env, env.n_gone == MANY / 2);
    for (int i = 1; i < MANY; i += 2) {
        http_server_feed_end(env.open[i], true);
        hears(&env, fds[i], "0\r\n\r\n");
        close(fds[i]);
    }
    env_close(&env);
    assert_int_equal(env.n_gone, MANY / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pieces),   cmocka_unit_test(test_opened_later),
        cmocka_unit_test(test_cut),      cmocka_unit_test(test_old_client),
        cmocka_unit_test(test_gone),     cmocka_unit_test(test_back_pressure),
        cmocka_unit_test(test_too_much), cmocka_unit_test(test_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
