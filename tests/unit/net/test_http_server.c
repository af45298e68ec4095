/* SPDX-License-Identifier: Apache-2.0 */
/* The HTTP server against raw sockets, on one thread: the test turns the loop while it waits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "harness/http_client.h"

#include "base/buf.h"
#include "http_server_env.h"
#include "net/loop.h"

static void test_whole(void **state)
{
    struct env env;
    (void)state;
    env_open(&env);
    int fd = client_dial(env.server);
    client_say(env.loop, fd,
               "PUT /a/../b%2Fc//d?x=%20&y=+ HTTP/1.1\r\nHost: h\r\nX-One: a b\r\n"
               "Content-Length: 5\r\n\r\nhello");
    const char *text = client_hear(env.loop, fd, "PUT /a/../b%2Fc//d?x=%20&y=+ a b 5 hello");
    assert_non_null(strstr(text, "HTTP/1.1 200 OK\r\n"));
    assert_non_null(strstr(text, "\r\nX-Two: 2\r\n"));
    assert_non_null(strstr(text, "\r\nX-Empty: "));
    assert_non_null(strstr(text, "\r\nContent-Type: text/plain\r\n"));
    assert_non_null(strstr(text, "\r\nContent-Length: 40\r\n"));
    assert_non_null(strstr(text, "\r\nDate: "));
    assert_null(strstr(text, "\r\nConnection: close"));
    client_say(env.loop, fd, "GET / HTTP/1.1\r\nHost: h\r\n\r\n"); /* kept alive */
    client_hear(env.loop, fd, "GET /  0 ");
    client_say(env.loop, fd,
               "POST /chunks HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
               "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
    client_hear(env.loop, fd, "POST /chunks  5 abcde");
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
        client_put(env.loop, fd, text + i, 1);
        client_nap(env.loop);
    }
    client_hear(env.loop, fd, "POST /split 1 4 body");
    close(fd);
    env_close(&env);
}

static void test_head(void **state)
{
    struct env env;
    (void)state;
    env_open(&env);
    int fd = client_dial(env.server);
    client_say(env.loop, fd, "HEAD /h HTTP/1.1\r\nHost: h\r\n\r\n");
    const char *text = client_hear(env.loop, fd, "\r\n\r\n");
    assert_non_null(strstr(text, "\r\nContent-Length: 11\r\n"));
    client_say(env.loop, fd, "GET /g HTTP/1.1\r\nHost: h\r\n\r\n");
    text = client_hear(env.loop, fd, "GET /g  0 ");
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
    client_say(env->loop, fd, text);
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
    client_put(env.loop, fd, body, HTTP_SERVER_BODY_MAX);
    snprintf(want, sizeof want, "POST /big  %d xxxxxxxxxxxxxxxxxxxx", HTTP_SERVER_BODY_MAX);
    client_hear(env.loop, fd, want);
    close(fd);

    fd = post(&env, HTTP_SERVER_BODY_MAX + 1, "");
    client_put(env.loop, fd, body, HTTP_SERVER_BODY_MAX + 1);
    assert_non_null(strstr(client_hear(env.loop, fd, "\r\n\r\n"), "HTTP/1.1 413 "));
    close(fd);

    /* Chunked: nobody has said beforehand how long it will be. */
    fd = client_dial(env.server);
    client_say(env.loop, fd,
               "POST /big HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n1000001\r\n");
    client_put(env.loop, fd, body, HTTP_SERVER_BODY_MAX + 1);
    client_say(env.loop, fd, "\r\n0\r\n\r\n");
    assert_non_null(strstr(client_hear(env.loop, fd, "\r\n\r\n"), "HTTP/1.1 413 "));
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
    assert_string_equal(client_hear(env.loop, fd, "\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    client_say(env.loop, fd, "hello");
    client_hear(env.loop, fd, "POST /big  5 hello");
    close(fd);
    fd = post(&env, HTTP_SERVER_BODY_MAX + 1, "Expect: 100-continue\r\n");
    assert_non_null(strstr(client_hear(env.loop, fd, "\r\n\r\n"), "HTTP/1.1 413 "));
    close(fd);
    env_close(&env);
}

/* A request with so many headers, Host among them, and a target of so many bytes gets this status.
 */
static void gets(struct env *env, size_t headers, size_t target, const char *status)
{
    struct buf text = BUF_INIT(1 << 20);
    int fd = client_dial(env->server);
    buf_puts(&text, "GET /");
    for (size_t i = 1; i < target; i++)
        buf_putc(&text, 'x');
    buf_puts(&text, " HTTP/1.1\r\nHost: h\r\n");
    for (size_t i = 1; i < headers; i++)
        buf_puts(&text, "A: b\r\n");
    buf_puts(&text, "\r\n");
    client_say(env->loop, fd, text.data);
    assert_non_null(strstr(client_hear(env->loop, fd, "\r\n\r\n"), status));
    close(fd);
    buf_free(&text);
}

static void test_bounds(void **state)
{
    struct env env;
    (void)state;
    env_open(&env);
    gets(&env, HTTP_SERVER_HEADERS_MAX + 1, 1, "HTTP/1.1 431 ");
    gets(&env, 1, HTTP_SERVER_TARGET_MAX + 1, "HTTP/1.1 414 ");
    assert_int_equal(env.n_served, 0);
    gets(&env, HTTP_SERVER_HEADERS_MAX, 1, "HTTP/1.1 200 ");
    gets(&env, 1, HTTP_SERVER_TARGET_MAX, "HTTP/1.1 200 ");
    assert_int_equal(env.n_served, 2);
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
    client_say(env.loop, fd, text.data);
    client_hear(env.loop, fd, "GET /  0 ");
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
    client_say(env.loop, fd, "\x16\x03\x01\r\n\r\n\r\n");
    client_hear(env.loop, fd, "never");
    close(fd);
    fd = client_dial(env.server);
    client_say(env.loop, fd, "GET / HTTP/1.1\r\nHost: h\r\n\r\n"); /* it lives on */
    client_hear(env.loop, fd, "GET /  0 ");
    close(fd);
    assert_int_equal(env.n_served, 1);
    env_close(&env);
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
        client_say(env.loop, fd, text);
        client_hear(env.loop, fd, want);
    }
    close(fd);
    for (int i = 0; i < CONNECTIONS; i++) {
        fds[i] = client_dial(env.server);
        client_say(env.loop, fds[i], "GET /hold HTTP/1.1\r\nHost: h\r\n\r\n");
    }
    WAIT_FOR(&env, env.n_held == CONNECTIONS);
    for (int i = CONNECTIONS; i--;)
        echo(env.held[i]);
    for (int i = 0; i < CONNECTIONS; i++) {
        client_hear(env.loop, fds[i], "GET /hold  0 ");
        close(fds[i]);
    }
    env_close(&env);
}

static void test_port_in_use(void **state)
{
    struct env env;
    struct slrun_error error = {0};
    (void)state;
    env_open(&env);
    struct http_server_options options = {
        .port = http_server_port(env.server),
    };
    assert_null(http_server_new(env.loop, &options, &error));
    assert_int_equal(error.kind, SLRUN_E_IO);
    assert_non_null(strstr(error.message, "Address already in use"));
    assert_string_not_equal(error.hint, "");
    env_close(&env);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole),      cmocka_unit_test(test_split),
        cmocka_unit_test(test_head),       cmocka_unit_test(test_big_bodies),
        cmocka_unit_test(test_expect),     cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_large_head), cmocka_unit_test(test_garbage),
        cmocka_unit_test(test_many),       cmocka_unit_test(test_port_in_use),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
