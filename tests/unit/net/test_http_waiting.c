/* SPDX-License-Identifier: Apache-2.0 */
/* Exchanges that are answered later, or whose client does not wait for it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "harness/http_client.h"

#include "http_server_env.h"
#include "net/loop.h"

static void test_later(void **state)
{
    struct env env;
    (void)state;
    env_open(&env);
    int fd = client_dial(env.server);
    /* The second request is there before the first is answered. */
    client_say(env.loop, fd,
               "POST /hold HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\nx"
               "GET /next HTTP/1.1\r\nHost: h\r\n\r\n");
    WAIT_FOR(&env, env.n_held == 1);
    for (int i = 0; i < 20; i++)
        client_nap(env.loop);
    assert_int_equal(env.n_served, 1);
    assert_int_equal(env.n_gone, 0);
    echo(env.held[0]);
    const char *text = client_hear(env.loop, fd, "GET /next  0 ");
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
    client_say(env.loop, fin, hold);
    WAIT_FOR(&env, env.n_held == 1);
    client_say(env.loop, rst, hold);
    WAIT_FOR(&env, env.n_held == 2);
    client_say(env.loop, stays, hold);
    WAIT_FOR(&env, env.n_held == 3);
    close(fin);
    WAIT_FOR(&env, env.n_gone == 1);
    assert_null(env.held[0]);
    setsockopt(rst, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    close(rst);
    WAIT_FOR(&env, env.n_gone == 2);
    assert_null(env.held[1]);
    client_say(env.loop, early, hold); /* gone before it has even been served */
    close(early);
    WAIT_FOR(&env, env.n_gone == 3);
    echo(env.held[2]);
    client_hear(env.loop, stays, "POST /hold  1 x");
    assert_int_equal(env.n_gone, 3);
    client_say(env.loop, stays, "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nhalf");
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
    client_say(env.loop, a, "GET /hold HTTP/1.1\r\nHost: h\r\n\r\n");
    WAIT_FOR(&env, env.n_held == 1);
    client_say(env.loop, b, "GET /hold HTTP/1.1\r\nHost: h\r\n\r\n");
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

static void test_free_while_waiting(void **state)
{
    struct env env;
    (void)state;
    env_open(&env);
    int a = client_dial(env.server), b = client_dial(env.server);
    client_say(env.loop, a, "GET /hold HTTP/1.1\r\nHost: h\r\n\r\n");
    client_say(env.loop, b, "GET /hold HTTP/1.1\r\nHost: h\r\n\r\n");
    WAIT_FOR(&env, env.n_held == 2);
    http_server_free(env.server);
    assert_int_equal(env.n_gone, 2);
    assert_string_equal(client_hear(env.loop, a, "never"), "");
    loop_free(env.loop);
    close(a);
    close(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_later),
        cmocka_unit_test(test_client_leaves),
        cmocka_unit_test(test_kept_when_client_leaves),
        cmocka_unit_test(test_free_while_waiting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
