/* SPDX-License-Identifier: Apache-2.0 */
/* The server's HTTP/2, against libnghttp2's client on the same thread: requests and answers. */
#include "http2_client.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "net/server/http2_stream.h"

static void test_whole(void **state)
{
    struct env env;
    struct client c;
    struct answer a;
    (void)state;
    env_open(&env);
    client_open(&c, &env);
    exchange(&c, &a, &(struct ask){"POST", "/a?b=%20", 5, "x-one", "1", 1});
    assert_int_equal(a.status, 200);
    assert_string_equal(a.body, "xxxxx");
    assert_true(a.whole && a.code == NGHTTP2_NO_ERROR);
    assert_true(has(&a, "x-method: POST\n") && has(&a, "x-target: /a?b=%20\n"));
    assert_true(has(&a, "x-host: h:1\n") && has(&a, "x-authority: h:1\n"));
    assert_true(has(&a, "content-type: text/plain\n") && has(&a, "content-length: 5\n"));
    assert_true(has(&a, "date: ") && has(&a, " GMT\n"));
    assert_false(has(&a, "connection"));
    forget(&a);
    exchange(&c, &a, &(struct ask){.method = "HEAD", .target = "/"});
    assert_true(a.status == 200 && a.size == 0 && has(&a, "content-length: 0\n"));
    forget(&a);
    exchange(&c, &a, &(struct ask){.method = "GET", .target = "/none"});
    assert_true(a.status == 204 && a.whole && !has(&a, "content-length"));
    forget(&a);
    client_close(&c);
    env_close(&env);
}

static void test_bodies(void **state)
{
    struct env env;
    struct client c;
    struct answer a;
    (void)state;
    env_open(&env);
    client_open(&c, &env);
    exchange(&c, &a, &(struct ask){.method = "PUT", .target = "/", .body = LARGE});
    assert_true(a.status == 200 && a.size == LARGE && a.whole);
    forget(&a);
    exchange(&c, &a, &(struct ask){.method = "PUT", .target = "/stream", .body = LARGE});
    assert_true(a.status == 200 && a.size == 0 && env.streamed == LARGE);
    forget(&a);
    exchange(&c, &a, &(struct ask){.method = "GET", .target = "/file"});
    assert_true(a.status == 200 && a.size == LARGE - 1 && a.whole);
    forget(&a);
    exchange(&c, &a, &(struct ask){.method = "GET", .target = "/short"});
    assert_true(a.status == 200 && !a.whole && a.code == NGHTTP2_INTERNAL_ERROR);
    forget(&a);
    client_close(&c);
    env_close(&env);
}

static void test_refused(void **state)
{
    static char path[HTTP_SERVER_TARGET_MAX + 3], value[HTTP2_HEAD_MAX];
    const struct {
        struct ask ask;
        int status;
    } cases[] = {{{.method = "PUT", .target = "/refused", .body = LARGE}, 403},
                 {{.method = "PUT", .target = "/", .body = HTTP_SERVER_BODY_MAX + 1}, 413},
                 {{.method = "GET", .target = path}, 414},
                 {{"GET", "/", 0, "x-many", "1", HTTP_SERVER_HEADERS_MAX - 3}, 431},
                 {{"GET", "/", 0, "x-large", value, 1}, 431},
                 {{"GET", "/", 0, "x-many", "1", HTTP_SERVER_HEADERS_MAX - 4}, 200}};
    struct env env;
    struct client c;
    (void)state;
    memset(path, 'a', sizeof path - 1);
    path[0] = '/';
    memset(value, 'a', sizeof value - 1);
    env_open(&env);
    client_open(&c, &env);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct answer a;
        exchange(&c, &a, &cases[i].ask);
        assert_int_equal(a.status, cases[i].status);
        forget(&a);
    }
    client_close(&c);
    env_close(&env);
}

static void test_expect(void **state)
{
    struct env env;
    struct client c;
    struct answer a;
    (void)state;
    env_open(&env);
    client_open(&c, &env);
    exchange(&c, &a, &(struct ask){"PUT", "/", 3, "expect", "100-continue", 1});
    assert_true(a.interim == 100 && a.status == 200 && a.size == 3);
    forget(&a);
    exchange(&c, &a, &(struct ask){"PUT", "/refused", 3, "expect", "100-continue", 1});
    assert_true(a.interim == 0 && a.status == 403);
    forget(&a);
    client_close(&c);
    env_close(&env);
}

static void test_reset(void **state)
{
    static const char *const targets[] = {"/drop", "/wrong", "/wrong-name"};
    struct env env;
    struct client c;
    struct answer a;
    (void)state;
    env_open(&env);
    client_open(&c, &env);
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        exchange(&c, &a, &(struct ask){.method = "GET", .target = targets[i]});
        assert_true(!a.status && a.code == NGHTTP2_INTERNAL_ERROR);
        forget(&a);
    }
    exchange(&c, &a, &(struct ask){.method = "GET", .target = "/"}); /* the others go on */
    assert_int_equal(a.status, 200);
    forget(&a);
    client_close(&c);
    env_close(&env);
}

/* More at once than a connection takes: the rest waits with the client. */
static void test_later(void **state)
{
    struct env env;
    struct client c;
    static struct answer a[HTTP2_STREAMS_MAX + 20];
    unsigned n = sizeof a / sizeof *a;
    (void)state;
    env_open(&env);
    client_open(&c, &env);
    UNTIL(&c, nghttp2_session_get_remote_settings(
                  c.session, NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS) == HTTP2_STREAMS_MAX);
    for (unsigned i = 0; i < n; i++)
        ask(&c, &a[i], &(struct ask){.method = "GET", .target = "/hold"});
    UNTIL(&c, env.n_held == HTTP2_STREAMS_MAX);
    for (unsigned i = HTTP2_STREAMS_MAX; i--;)
        env_echo(env.held[i]);
    UNTIL(&c, env.n_held == n);
    for (unsigned i = HTTP2_STREAMS_MAX; i < n; i++)
        env_echo(env.held[i]);
    for (unsigned i = 0; i < n; i++) {
        UNTIL(&c, a[i].over);
        assert_int_equal(a[i].status, 200);
        forget(&a[i]);
    }
    assert_int_equal(env.n_gone, 0);
    client_close(&c);
    env_close(&env);
}

static void test_open(void **state)
{
    struct env env;
    struct client c;
    struct answer a, b;
    (void)state;
    env_open(&env);
    client_open(&c, &env);
    ask(&c, &a, &(struct ask){.method = "GET", .target = "/open"});
    ask(&c, &b, &(struct ask){.method = "GET", .target = "/open"});
    UNTIL(&c, a.status == 200 && b.status == 200);
    assert_false(has(&a, "content-length"));
    for (unsigned i = 0; i < 3; i++) {
        assert_int_equal(http_server_feed(env.held[0], "one ", 4), 1);
        UNTIL(&c, a.size == 4 * (i + 1));
    }
    assert_string_equal(a.body, "one one one ");
    http_server_feed_end(env.held[0], true);
    http_server_feed(env.held[1], "two", 3);
    http_server_feed_end(env.held[1], false);
    UNTIL(&c, a.over && b.over);
    assert_true(a.whole && a.code == NGHTTP2_NO_ERROR);
    assert_true(!b.whole && b.size == 3 && b.code == NGHTTP2_INTERNAL_ERROR);
    forget(&a), forget(&b);
    client_close(&c);
    env_close(&env);
}

/* Who does not read is fed no more than there is room for. */
static void test_room(void **state)
{
    struct env env;
    struct client c;
    struct answer a;
    (void)state;
    env_open(&env);
    client_open(&c, &env);
    ask(&c, &a, &(struct ask){.method = "GET", .target = "/open"});
    UNTIL(&c, a.status == 200);
    c.deaf = true;
    env.left = LARGE * 4;
    env_fill(&env, env.held[0]);
    for (unsigned i = 0; i < 50; i++)
        client_turn(&c);
    assert_true(env.left > 0 && !a.size);
    c.deaf = false;
    UNTIL(&c, a.over);
    assert_true(a.whole && a.size == LARGE * 4 && env.n_room > 1);
    forget(&a);
    client_close(&c);
    env_close(&env);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole),   cmocka_unit_test(test_bodies),
        cmocka_unit_test(test_refused), cmocka_unit_test(test_expect),
        cmocka_unit_test(test_reset),   cmocka_unit_test(test_later),
        cmocka_unit_test(test_open),    cmocka_unit_test(test_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
