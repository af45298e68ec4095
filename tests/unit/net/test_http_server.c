/* SPDX-License-Identifier: Apache-2.0 */
/* The HTTP server against raw sockets, on one thread: the test turns the loop while it waits. */
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

#include "base/buf.h"
#include "net/loop.h"
#include "net/server/http_server.h"

enum { HELD_MAX = 300 };

struct env {
    struct uv_loop_s *loop;
    struct http_server *server;
    struct http_exchange *held[HELD_MAX]; /* requests for /hold */
    unsigned n_held, n_gone, n_served;
    bool keep; /* answers those who have left all the same */
};

/* Answers what was asked, and a request for /hold later. */
static void echo(struct http_exchange *x)
{
    struct buf text = BUF_INIT(HTTP_SERVER_BODY_MAX);
    const char *one = "";
    for (size_t i = 0; i < x->n_headers; i++)
        if (!strcmp(x->headers[i].name, "X-One"))
            one = x->headers[i].value;
    buf_printf(&text, "%s %s %s %zu %.20s", x->method, x->target, one, x->size,
               (const char *)x->body);
    const struct slrun_header headers[] = {{"X-Two", "2"}, {"X-Empty", ""}};
    const struct slrun_reply reply = {.status = 200,
                                      .content_type = "text/plain",
                                      .headers = headers,
                                      .n_headers = 2,
                                      .body = text.data,
                                      .size = text.len};
    http_server_reply(x, &reply);
    buf_free(&text);
}

static void serve(void *arg, struct http_exchange *x)
{
    struct env *env = arg;
    env->n_served++;
    if (x->refusal) {
        assert_int_equal(x->size, 0);
        http_server_reply(x, &(struct slrun_reply){.status = x->refusal});
        return;
    }
    if (strcmp(x->target, "/hold") != 0) {
        echo(x);
        return;
    }
    assert_true(env->n_held < HELD_MAX);
    x->data = &env->held[env->n_held];
    env->held[env->n_held++] = x;
}

static bool gone(void *arg, struct http_exchange *x, bool closing)
{
    struct env *env = arg;
    env->n_gone++;
    if (env->keep && !closing)
        return false;
    *(struct http_exchange **)x->data = NULL;
    return true;
}

static void env_open(struct env *env)
{
    struct slrun_error error = {0};
    struct http_server_options options = {.serve = serve, .gone = gone, .arg = env};
    memset(env, 0, sizeof *env);
    env->loop = loop_new(&error);
    assert_non_null(env->loop);
    env->server = http_server_new(env->loop, &options, &error);
    assert_non_null(env->server);
    assert_int_not_equal(http_server_port(env->server), 0);
}

static void env_close(struct env *env)
{
    http_server_free(env->server);
    loop_free(env->loop);
}

/* ---- the client's side ---- */

static void put(struct env *env, int fd, const char *data, size_t size)
{
    while (size) {
        ssize_t n = send(fd, data, size, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (n < 0) {
            assert_true(errno == EAGAIN);
            client_nap(env->loop);
            continue;
        }
        data += n;
        size -= (size_t)n;
    }
}

static void say(struct env *env, int fd, const char *text)
{
    put(env, fd, text, strlen(text));
}

/* Reads until `text` ends with `end`; "" when the server has closed first. */
static const char *hear(struct env *env, int fd, const char *end)
{
    static char text[8192];
    size_t len = 0;
    uint64_t until = client_guard();
    for (;;) {
        ssize_t n = recv(fd, text + len, sizeof text - 1 - len, MSG_DONTWAIT);
        if (n == 0 || (n < 0 && errno == ECONNRESET))
            return "";
        if (n < 0) {
            assert_true(clock_mono_ns() < until);
            client_nap(env->loop);
            continue;
        }
        len += (size_t)n;
        text[len] = '\0';
        if (len >= strlen(end) && !strcmp(text + len - strlen(end), end))
            return text;
    }
}

/* ---- tests ---- */

static void test_whole(void **state)
{
    struct env env;
    (void)state;
    env_open(&env);
    int fd = client_dial(env.server);
    say(&env, fd,
        "PUT /a/../b%2Fc//d?x=%20&y=+ HTTP/1.1\r\nHost: h\r\nX-One: a b\r\n"
        "Content-Length: 5\r\n\r\nhello");
    const char *text = hear(&env, fd, "PUT /a/../b%2Fc//d?x=%20&y=+ a b 5 hello");
    assert_non_null(strstr(text, "HTTP/1.1 200 OK\r\n"));
    assert_non_null(strstr(text, "\r\nX-Two: 2\r\n"));
    assert_non_null(strstr(text, "\r\nX-Empty: "));
    assert_non_null(strstr(text, "\r\nContent-Type: text/plain\r\n"));
    assert_non_null(strstr(text, "\r\nContent-Length: 40\r\n"));
    assert_non_null(strstr(text, "\r\nDate: "));
    assert_null(strstr(text, "\r\nConnection: close"));
    say(&env, fd, "GET / HTTP/1.1\r\nHost: h\r\n\r\n"); /* kept alive */
    hear(&env, fd, "GET /  0 ");
    say(&env, fd,
        "POST /chunks HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
        "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
    hear(&env, fd, "POST /chunks  5 abcde");
    close(fd);
    env_close(&env);
}

static void test_split(void **state)
{
    static const char text[] =
        "POST /split HTTP/1.1\r\nHost: h\r\nX-One: 1\r\nContent-Length: 4\r\n\r\nbody";
    struct env env;
    (void)state;
    env_open(&env);
    int fd = client_dial(env.server);
    for (size_t i = 0; i < sizeof text - 1; i++) {
        put(&env, fd, text + i, 1);
        client_nap(env.loop);
    }
    hear(&env, fd, "POST /split 1 4 body");
    close(fd);
    env_close(&env);
}

static void test_head(void **state)
{
    struct env env;
    (void)state;
    env_open(&env);
    int fd = client_dial(env.server);
    say(&env, fd, "HEAD /h HTTP/1.1\r\nHost: h\r\n\r\n");
    const char *text = hear(&env, fd, "\r\n\r\n");
    assert_non_null(strstr(text, "\r\nContent-Length: 11\r\n"));
    say(&env, fd, "GET /g HTTP/1.1\r\nHost: h\r\n\r\n");
    text = hear(&env, fd, "GET /g  0 ");
    assert_int_equal(strncmp(text, "HTTP/1.1 200 OK\r\n", 17), 0); /* no body before it */
    close(fd);
    env_close(&env);
}

static int post(struct env *env, size_t size, const char *more)
{
    char text[256];
    int fd = client_dial(env->server);
    snprintf(text, sizeof text, "POST /big HTTP/1.1\r\nHost: h\r\n%sContent-Length: %zu\r\n\r\n",
             more, size);
    say(env, fd, text);
    return fd;
}

static void test_big_bodies(void **state)
{
    struct env env;
    char *body = calloc(1, HTTP_SERVER_BODY_MAX + 1), want[64];
    (void)state;
    memset(body, 'x', HTTP_SERVER_BODY_MAX + 1);
    env_open(&env);
    int fd = post(&env, HTTP_SERVER_BODY_MAX, "");
    put(&env, fd, body, HTTP_SERVER_BODY_MAX);
    snprintf(want, sizeof want, "POST /big  %d xxxxxxxxxxxxxxxxxxxx", HTTP_SERVER_BODY_MAX);
    hear(&env, fd, want);
    close(fd);

    fd = post(&env, HTTP_SERVER_BODY_MAX + 1, "");
    put(&env, fd, body, HTTP_SERVER_BODY_MAX + 1);
    assert_non_null(strstr(hear(&env, fd, "\r\n\r\n"), "HTTP/1.1 413 "));
    close(fd);

    /* Chunked: nobody has said beforehand how long it will be. */
    fd = client_dial(env.server);
    say(&env, fd, "POST /big HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n1000001\r\n");
    put(&env, fd, body, HTTP_SERVER_BODY_MAX + 1);
    say(&env, fd, "\r\n0\r\n\r\n");
    assert_non_null(strstr(hear(&env, fd, "\r\n\r\n"), "HTTP/1.1 413 "));
    close(fd);
    assert_int_equal(env.n_served, 3);
    env_close(&env);
    free(body);
}

static void test_expect(void **state)
{
    struct env env;
    (void)state;
    env_open(&env);
    int fd = post(&env, 5, "Expect: 100-continue\r\n");
    assert_string_equal(hear(&env, fd, "\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    say(&env, fd, "hello");
    hear(&env, fd, "POST /big  5 hello");
    close(fd);
    fd = post(&env, HTTP_SERVER_BODY_MAX + 1, "Expect: 100-continue\r\n");
    assert_non_null(strstr(hear(&env, fd, "\r\n\r\n"), "HTTP/1.1 413 "));
    close(fd);
    env_close(&env);
}

static void test_bounds(void **state)
{
    struct env env;
    struct buf text = BUF_INIT(1 << 20);
    (void)state;
    env_open(&env);
    int fd = client_dial(env.server);
    buf_puts(&text, "GET / HTTP/1.1\r\nHost: h\r\n");
    for (int i = 0; i < HTTP_SERVER_HEADERS_MAX; i++)
        buf_puts(&text, "A: b\r\n");
    buf_puts(&text, "\r\n");
    say(&env, fd, text.data);
    assert_non_null(strstr(hear(&env, fd, "\r\n\r\n"), "HTTP/1.1 431 "));
    close(fd);
    fd = client_dial(env.server);
    buf_clear(&text);
    buf_puts(&text, "GET /");
    for (int i = 0; i < HTTP_SERVER_TARGET_MAX; i++)
        buf_putc(&text, 'x');
    buf_puts(&text, " HTTP/1.1\r\nHost: h\r\n\r\n");
    say(&env, fd, text.data);
    assert_non_null(strstr(hear(&env, fd, "\r\n\r\n"), "HTTP/1.1 414 "));
    close(fd);
    assert_int_equal(env.n_served, 0);
    buf_free(&text);
    env_close(&env);
}

/* API Gateway takes 10,240 bytes of request line and values, S3 eight thousand of headers. */
static void test_large_head(void **state)
{
    enum { LINES = 40, VALUE = 256 };
    struct env env;
    struct buf text = BUF_INIT(1 << 20);
    (void)state;
    env_open(&env);
    int fd = client_dial(env.server);
    buf_puts(&text, "GET / HTTP/1.1\r\nHost: h\r\n");
    for (int i = 0; i < LINES; i++) {
        buf_puts(&text, "X-Amz-Meta-Name: ");
        for (int k = 0; k < VALUE; k++)
            buf_putc(&text, 'x');
        buf_puts(&text, "\r\n");
    }
    buf_puts(&text, "\r\n");
    say(&env, fd, text.data);
    hear(&env, fd, "GET /  0 ");
    close(fd);
    assert_int_equal(env.n_served, 1);
    buf_free(&text);
    env_close(&env);
}

static void test_garbage(void **state)
{
    struct env env;
    (void)state;
    env_open(&env);
    int fd = client_dial(env.server);
    say(&env, fd, "\x16\x03\x01\r\n\r\n\r\n");
    hear(&env, fd, "never");
    close(fd);
    fd = client_dial(env.server);
    say(&env, fd, "GET / HTTP/1.1\r\nHost: h\r\n\r\n"); /* it lives on */
    hear(&env, fd, "GET /  0 ");
    close(fd);
    assert_int_equal(env.n_served, 1);
    env_close(&env);
}

static void test_later(void **state)
{
    struct env env;
    (void)state;
    env_open(&env);
    int fd = client_dial(env.server);
    /* The second request is there before the first is answered. */
    say(&env, fd,
        "POST /hold HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\nx"
        "GET /next HTTP/1.1\r\nHost: h\r\n\r\n");
    WAIT_FOR(&env, env.n_held == 1);
    for (int i = 0; i < 20; i++)
        client_nap(env.loop);
    assert_int_equal(env.n_served, 1);
    assert_int_equal(env.n_gone, 0);
    echo(env.held[0]);
    const char *text = hear(&env, fd, "GET /next  0 ");
    assert_non_null(strstr(text, "POST /hold  1 x"));
    close(fd);
    env_close(&env);
}

static void test_client_leaves(void **state)
{
    static const char hold[] = "POST /hold HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\nx";
    struct env env;
    struct linger reset = {.l_onoff = 1, .l_linger = 0};
    (void)state;
    env_open(&env);
    int fin = client_dial(env.server), rst = client_dial(env.server),
        stays = client_dial(env.server), early = client_dial(env.server);
    say(&env, fin, hold);
    WAIT_FOR(&env, env.n_held == 1);
    say(&env, rst, hold);
    WAIT_FOR(&env, env.n_held == 2);
    say(&env, stays, hold);
    WAIT_FOR(&env, env.n_held == 3);
    close(fin);
    WAIT_FOR(&env, env.n_gone == 1);
    assert_null(env.held[0]);
    setsockopt(rst, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    close(rst);
    WAIT_FOR(&env, env.n_gone == 2);
    assert_null(env.held[1]);
    say(&env, early, hold); /* gone before it has even been served */
    close(early);
    WAIT_FOR(&env, env.n_gone == 3);
    echo(env.held[2]);
    hear(&env, stays, "POST /hold  1 x");
    assert_int_equal(env.n_gone, 3);
    say(&env, stays, "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nhalf");
    close(stays); /* in the middle of a body: nobody was asked, nobody is told */
    for (int i = 0; i < 20; i++)
        client_nap(env.loop);
    assert_int_equal(env.n_gone, 3);
    env_close(&env);
}

static void test_kept_when_client_leaves(void **state)
{
    struct env env;
    (void)state;
    env_open(&env);
    env.keep = true;
    int a = client_dial(env.server), b = client_dial(env.server);
    say(&env, a, "GET /hold HTTP/1.1\r\nHost: h\r\n\r\n");
    WAIT_FOR(&env, env.n_held == 1);
    say(&env, b, "GET /hold HTTP/1.1\r\nHost: h\r\n\r\n");
    WAIT_FOR(&env, env.n_held == 2);
    close(a);
    close(b);
    WAIT_FOR(&env, env.n_gone == 2);
    assert_string_equal(env.held[0]->target, "/hold"); /* still there */
    echo(env.held[0]);
    for (int i = 0; i < 20; i++)
        client_nap(env.loop);
    assert_int_equal(env.n_gone, 2);
    env_close(&env);
    assert_int_equal(env.n_gone, 3); /* the other, once more, as the server closes */
    assert_null(env.held[1]);
}

static void test_many(void **state)
{
    enum { N = 1000, CONNECTIONS = 200 };
    struct env env;
    int fds[CONNECTIONS];
    char want[64], text[128];
    (void)state;
    env_open(&env);
    int fd = client_dial(env.server);
    for (int i = 0; i < N; i++) {
        snprintf(text, sizeof text, "POST /%d HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nhi",
                 i);
        snprintf(want, sizeof want, "POST /%d  2 hi", i);
        say(&env, fd, text);
        hear(&env, fd, want);
    }
    close(fd);
    for (int i = 0; i < CONNECTIONS; i++) {
        fds[i] = client_dial(env.server);
        say(&env, fds[i], "GET /hold HTTP/1.1\r\nHost: h\r\n\r\n");
    }
    WAIT_FOR(&env, env.n_held == CONNECTIONS);
    for (int i = CONNECTIONS; i--;)
        echo(env.held[i]);
    for (int i = 0; i < CONNECTIONS; i++) {
        hear(&env, fds[i], "GET /hold  0 ");
        close(fds[i]);
    }
    env_close(&env);
}

static void test_free_while_waiting(void **state)
{
    struct env env;
    (void)state;
    env_open(&env);
    int a = client_dial(env.server), b = client_dial(env.server);
    say(&env, a, "GET /hold HTTP/1.1\r\nHost: h\r\n\r\n");
    say(&env, b, "GET /hold HTTP/1.1\r\nHost: h\r\n\r\n");
    WAIT_FOR(&env, env.n_held == 2);
    http_server_free(env.server);
    assert_int_equal(env.n_gone, 2);
    assert_string_equal(hear(&env, a, "never"), "");
    loop_free(env.loop);
    close(a);
    close(b);
}

static void test_port_in_use(void **state)
{
    struct env env;
    struct slrun_error error = {0};
    (void)state;
    env_open(&env);
    struct http_server_options options = {.port = http_server_port(env.server), .serve = serve};
    assert_null(http_server_new(env.loop, &options, &error));
    assert_int_equal(error.kind, SLRUN_E_IO);
    assert_non_null(strstr(error.message, "Address already in use"));
    assert_string_not_equal(error.hint, "");
    env_close(&env);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole),
        cmocka_unit_test(test_split),
        cmocka_unit_test(test_head),
        cmocka_unit_test(test_big_bodies),
        cmocka_unit_test(test_expect),
        cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_large_head),
        cmocka_unit_test(test_garbage),
        cmocka_unit_test(test_later),
        cmocka_unit_test(test_client_leaves),
        cmocka_unit_test(test_kept_when_client_leaves),
        cmocka_unit_test(test_many),
        cmocka_unit_test(test_free_while_waiting),
        cmocka_unit_test(test_port_in_use),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
