/* SPDX-License-Identifier: Apache-2.0 */
/* The HTTP client against a scripted peer: requests that are cancelled, take too long, or meet a
 * connection that has just been closed. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <uv.h>

#include "base/error.h"
#include "http_env.h"
#include "net/loop.h"

/* ---- cancelling and time ---- */

static void test_cancel(void **state)
{
    struct env env;
    struct one flying, waiting, last, failing;
    struct http_client_options options = {.cap = 1};
    (void)state;
    env_open(&env, &options);
    env.play = silent;
    one_init(&env, &flying);
    one_init(&env, &waiting);
    one_init(&env, &last);
    one_init(&env, &failing);
    failing.call.base = "nowhere";
    submit(&flying);
    submit(&waiting);
    submit(&last);
    run_ms(&env, 30);
    assert_int_equal(http_script_open(env.peer), 1);
    env.play = hello;
    http_client_cancel(env.client, &waiting.call);
    http_client_cancel(env.client, &flying.call);
    http_client_cancel(env.client, &flying.call); /* harmless */
    run_until(&env, &places, 1);
    assert_true(last.done);
    assert_false(flying.done || waiting.done);
    assert_int_equal(http_script_connections(env.peer), 2); /* the first was dropped */
    assert_int_equal(http_script_open(env.peer), 1);
    submit(&failing);
    http_client_cancel(env.client, &failing.call);
    submit(&flying); /* a cancelled call may be used again */
    run_until(&env, &places, 2);
    assert_true(flying.done);
    assert_false(failing.done);
    env_close(&env);
}

/* A peer whose queue of connections is full: more connect, and nobody answers them. */
struct full_peer {
    int listening, waiting[2];
    char base[64];
};

static void full_peer_open(struct full_peer *peer)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    peer->listening = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(bind(peer->listening, (struct sockaddr *)&address, size), 0);
    assert_int_equal(listen(peer->listening, 0), 0);
    assert_int_equal(getsockname(peer->listening, (struct sockaddr *)&address, &size), 0);
    for (int i = 0; i < 2; i++) {
        peer->waiting[i] = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        connect(peer->waiting[i], (struct sockaddr *)&address, size);
    }
    snprintf(peer->base, sizeof peer->base, "http://127.0.0.1:%d", ntohs(address.sin_port));
}

/* What is cancelled while it connects leaves nothing behind, and its descriptor is free again. */
static void test_cancel_connecting(void **state)
{
    struct env env;
    struct full_peer peer;
    struct one connecting[3], last;
    struct http_client_options options = {.cap = 3};
    (void)state;
    env_open(&env, &options);
    full_peer_open(&peer);
    for (int i = 0; i < 3; i++) {
        one_init(&env, &connecting[i]);
        connecting[i].call.base = peer.base;
        submit(&connecting[i]);
    }
    run_ms(&env, 30);
    http_client_cancel(env.client, &connecting[0].call);
    http_client_cancel(env.client, &connecting[1].call);
    one_init(&env, &last);
    submit(&last);
    run_until(&env, &places, 1);
    assert_int_equal(last.status, 200);
    http_client_cancel(env.client, &connecting[2].call);
    env_close(&env);
    close(peer.listening);
    close(peer.waiting[0]);
    close(peer.waiting[1]);
}

static void test_free_in_flight(void **state)
{
    enum { N = 20 };
    struct env env;
    struct one ones[N];
    struct http_client_options options = {.cap = 3};
    (void)state;
    env_open(&env, &options);
    env.play = silent;
    for (int i = 0; i < N; i++) {
        one_init(&env, &ones[i]);
        ones[i].call.hold = i % 3 == 0;
        ones[i].call.base = i % 5 ? ones[i].call.base : "nowhere";
        submit(&ones[i]);
    }
    run_ms(&env, 10);
    for (int i = 0; i < N; i++)
        assert_int_equal(ones[i].done, i % 5 == 0 && (i < 5 || i % 3 == 0));
    env_close(&env);
}

static void test_timeout(void **state)
{
    struct env env;
    struct one one, two;
    (void)state;
    env_open(&env, NULL);
    env.play = silent;
    one_init(&env, &one);
    one.call.timeout_ms = 30;
    submit(&one);
    run_until(&env, &places, 1);
    assert_int_equal(one.kind, SLRUN_E_TIMEOUT);
    assert_non_null(strstr(one.message, "30 ms"));
    assert_non_null(strstr(one.message, http_script_base(env.peer)));
    env.play = slow;
    one_init(&env, &two); /* the transfer is used again, without the limit */
    submit(&two);
    run_until(&env, &places, 2);
    assert_int_equal(two.status, 200);
    env_close(&env);
}

static void half_of_it(struct http_script_conn *conn, const struct http_script_request *request,
                       struct env *env)
{
    static const char text[] = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf";
    (void)request, (void)env;
    http_script_send(conn, text, sizeof text - 1);
}

/* What may take as long as it takes ends when nothing comes any more. */
static void test_silence(void **state)
{
    struct env env;
    struct one one;
    (void)state;
    env_open(&env, NULL);
    env.play = half_of_it;
    one_init(&env, &one);
    one.call.timeout_ms = 0;
    one.call.silence_ms = 1000;
    submit(&one);
    run_until(&env, &places, 1);
    assert_int_equal(one.kind, SLRUN_E_TIMEOUT);
    assert_non_null(strstr(one.message, "nothing came"));
    assert_non_null(strstr(one.message, "for 1 s"));
    env_close(&env);
}

/* ---- kept-alive connections that are closed ---- */

/* Answers the first request; closes the connection under the second; answers the third. */
static void close_second(struct http_script_conn *conn, const struct http_script_request *request,
                         struct env *env)
{
    (void)env;
    if (request->number == 2)
        http_script_close(conn);
    else
        http_script_reply(conn, 200, "again");
}

static void reset_second(struct http_script_conn *conn, const struct http_script_request *request,
                         struct env *env)
{
    (void)env;
    if (request->number == 2)
        http_script_reset(conn);
    else
        http_script_reply(conn, 200, "again");
}

static void sent_again(script *play, bool once, struct one *second)
{
    struct env env;
    struct one first;
    struct http_client_options options = {.cap = 1};
    env_open(&env, &options);
    env.play = play;
    one_init(&env, &first);
    submit(&first);
    run_until(&env, &places, 1);
    one_init(&env, second);
    second->call.once = once;
    submit(second);
    run_until(&env, &places, 2);
    env_close(&env);
}

static void test_sent_again(void **state)
{
    static script *const ends[] = {close_second, reset_second};
    struct one one;
    (void)state;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        sent_again(ends[i], false, &one);
        assert_int_equal(one.status, 200);
        assert_string_equal(one.body, "again");
        sent_again(ends[i], true, &one);
        assert_int_equal(one.kind, SLRUN_E_CLOSED);
    }
}

static void reset_even(struct http_script_conn *conn, const struct http_script_request *request,
                       struct env *env)
{
    (void)env;
    if (request->number % 2 == 0)
        http_script_reset(conn);
    else
        http_script_reply(conn, 200, "again");
}

/* However many connections have died under one transfer. */
static void test_sent_again_each_time(void **state)
{
    struct env env;
    struct one ones[20];
    struct http_client_options options = {.cap = 1};
    (void)state;
    env_open(&env, &options);
    env.play = reset_even;
    for (int i = 0; i < 20; i++) {
        one_init(&env, &ones[i]);
        submit(&ones[i]);
        run_until(&env, &places, i + 1);
        if (ones[i].status != 200)
            fail_msg("call %d: %s", i, ones[i].message);
    }
    env_close(&env);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cancel),
        cmocka_unit_test(test_cancel_connecting),
        cmocka_unit_test(test_free_in_flight),
        cmocka_unit_test(test_timeout),
        cmocka_unit_test(test_silence),
        cmocka_unit_test(test_sent_again),
        cmocka_unit_test(test_sent_again_each_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
