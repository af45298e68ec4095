/* SPDX-License-Identifier: Apache-2.0 */
/* The active wait of a server (http_awake.h): with few connections, and not with more. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "harness/http_client.h"

#include "net/loop.h"
#include "net/server/http_awake.h"
#include "net/server/http_server.h"

enum { TRIES = 5000, LEAST = 200 };

struct env {
    struct uv_loop_s *loop;
    struct http_server *server;
    unsigned waits; /* that something else at work could have ended */
};

static void serve(void *arg, struct http_exchange *x)
{
    (void)arg;
    http_server_reply(x, &(struct slrun_reply){.status = 200});
}

static bool gone(void *arg, struct http_exchange *x, bool closing)
{
    (void)arg, (void)x, (void)closing;
    return true;
}

static bool engaged(void *arg)
{
    ((struct env *)arg)->waits++;
    return false;
}

/* One request and its answer, as quickly as this thread can. */
static void ask(struct env *env, int fd)
{
    static const char request[] = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
    char answer[1024];
    uint64_t end = client_guard();
    assert_int_equal(send(fd, request, sizeof request - 1, MSG_NOSIGNAL), sizeof request - 1);
    while (recv(fd, answer, sizeof answer, MSG_DONTWAIT) <= 0) {
        assert_true(errno == EAGAIN && clock_mono_ns() < end);
        uv_run(env->loop, UV_RUN_NOWAIT);
    }
}

/* How many requests it took until the server waited actively; TRIES: none of so many. */
static int until_it_waits(struct env *env, int fd)
{
    int n = 0;
    while (!env->waits && n < TRIES) {
        ask(env, fd);
        n++;
    }
    return n;
}

static void few_connections(void **state)
{
    struct env env = {0};
    struct slrun_error error = {0};
    struct http_server_options options = {
        .serve = serve, .gone = gone, .engaged = engaged, .arg = &env};
    int fds[AWAKE_CONNECTIONS_MAX + 1], n = 0;
    (void)state;
    env.loop = loop_new(&error);
    env.server = http_server_new(env.loop, &options, &error);
    assert_non_null(env.server);
    ask(&env, fds[n++] = client_dial(env.server));
    int needed = until_it_waits(&env, fds[0]);
    if (env.waits > 0) { /* else there is one processor, or it is too slow for any such wait */
        while (n <= AWAKE_CONNECTIONS_MAX)
            ask(&env, fds[n++] = client_dial(env.server));
        env.waits = 0;
        for (int i = 0; i < 2 * needed + LEAST; i++)
            ask(&env, fds[0]);
        assert_int_equal(env.waits, 0);
    }
    while (n > 0)
        close(fds[--n]);
    http_server_free(env.server);
    loop_free(env.loop);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(few_connections)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
