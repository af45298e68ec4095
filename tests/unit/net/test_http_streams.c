/* SPDX-License-Identifier: Apache-2.0 */
/* Bodies in pieces and answers from files, against raw sockets on the same thread. */
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

enum { MIB = 1 << 20, LARGE = 64 * MIB, PIECE = 64 << 10, GROWTH_MAX = 16 * MIB };

struct env {
    struct uv_loop_s *loop;
    struct http_server *server;
    unsigned n_heads, n_served, n_dropped;
    uint64_t received, sum;
    size_t longest;
    char last[32];
    int file; /* what /file answers with; the server gets a duplicate */
};

static void reply(struct http_exchange *x, int status)
{
    http_server_reply(x, &(struct slrun_reply){.status = status, .body = "done", .size = 4});
}

static enum http_body head(void *arg, struct http_exchange *x)
{
    struct env *env = arg;
    env->n_heads++;
    env->received = env->sum = 0;
    x->data = env;
    assert_int_equal(x->size, 0);
    assert_string_equal(x->body, "");
    if (!strcmp(x->target, "/refused")) {
        reply(x, 403);
        return HTTP_BODY_DROP;
    }
    return strcmp(x->target, "/whole") != 0 ? HTTP_BODY_STREAM : HTTP_BODY_COLLECT;
}

static void data(void *arg, struct http_exchange *x, const void *piece, size_t size)
{
    struct env *env = arg;
    env->received += size;
    env->longest = size > env->longest ? size : env->longest;
    for (size_t i = 0; i < size; i += 997)
        env->sum += ((const unsigned char *)piece)[i];
    snprintf(env->last, sizeof env->last, "%.*s", (int)size, (const char *)piece);
    if (!strcmp(x->target, "/enough"))
        reply(x, 400);
    if (!strcmp(x->target, "/drop"))
        http_server_drop(x);
}

static void dropped(void *arg, struct http_exchange *x)
{
    struct env *env = arg;
    assert_ptr_equal(x->data, env);
    env->n_dropped++;
}

/* "/file/OFFSET/SIZE", and "/STATUS/..." for answers without a body of their own. */
static void serve(void *arg, struct http_exchange *x)
{
    struct env *env = arg;
    unsigned long long offset = 0, size = 0;
    env->n_served++;
    struct slrun_reply answer = {.status = 200};
    if (sscanf(x->target, "/file/%llu/%llu", &offset, &size) == 2) {
        const struct http_file file = {dup(env->file), offset, size};
        http_server_reply_file(x, &answer, &file);
    } else if (sscanf(x->target, "/sized/%llu", &size) == 1) {
        answer.size = (size_t)size;
        http_server_reply(x, &answer);
    } else if (sscanf(x->target, "/status/%d", &answer.status) == 1) {
        answer.headers = &(struct slrun_header){"ETag", "\"e\""};
        answer.n_headers = 1;
        answer.size = answer.status == 304 ? 5 : 0;
        http_server_reply(x, &answer);
    } else {
        char text[64];
        answer.size = (size_t)snprintf(text, sizeof text, "%llu bytes",
                                       (unsigned long long)(env->received + x->size));
        answer.body = text;
        http_server_reply(x, &answer);
    }
}

static bool gone(void *arg, struct http_exchange *x, bool closing)
{
    (void)arg, (void)x;
    return closing;
}

static void env_open(struct env *env)
{
    struct slrun_error error = {0};
    const struct http_server_options options = {
        .head = head, .data = data, .dropped = dropped, .serve = serve, .gone = gone, .arg = env};
    memset(env, 0, sizeof *env);
    env->file = -1;
    env->loop = loop_new(&error);
    env->server = http_server_new(env->loop, &options, &error);
    assert_non_null(env->server);
}

static void env_close(struct env *env)
{
    http_server_free(env->server);
    loop_free(env->loop);
    if (env->file >= 0)
        close(env->file);
}

/* ---- the client's side ---- */

static void hear(struct env *env, int fd, char *to, size_t size)
{
    while (size) {
        ssize_t n = recv(fd, to, size, MSG_DONTWAIT);
        assert_true(n > 0 || (n < 0 && errno == EAGAIN));
        to += n > 0 ? n : 0;
        size -= n > 0 ? (size_t)n : 0;
        client_nap(env->loop);
    }
}

static void hears(struct env *env, int fd, const char *status, const char *body)
{
    char got[64] = "";
    assert_non_null(strstr(client_hear(env->loop, fd, "\r\n\r\n"), status));
    hear(env, fd, got, strlen(body));
    assert_string_equal(got, body);
}

static size_t resident(void)
{
    unsigned long pages = 0;
    FILE *f = fopen("/proc/self/statm", "r");
    assert_non_null(f);
    assert_int_equal(fscanf(f, "%*u %lu", &pages), 1);
    fclose(f);
    return pages * (size_t)sysconf(_SC_PAGESIZE);
}

/* ---- tests ---- */

static void test_pieces(void **state)
{
    struct env env;
    (void)state;
    env_open(&env);
    int fd = client_dial(env.server);
    client_say(env.loop, fd, "PUT /a HTTP/1.1\r\nHost: h\r\nContent-Length: 6\r\n\r\nabc");
    WAIT_FOR(&env, env.received == 3);
    assert_string_equal(env.last, "abc");
    assert_int_equal(env.n_served, 0);
    client_say(env.loop, fd, "def");
    hears(&env, fd, "HTTP/1.1 200 ", "6 bytes");
    assert_string_equal(env.last, "def");
    client_say(env.loop,
               fd, /* chunked by HTTP, and the next one without a body, and one that is collected */
               "PUT /b HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
               "4\r\nabcd\r\n1\r\ne\r\n0\r\n\r\n");
    hears(&env, fd, "HTTP/1.1 200 ", "5 bytes");
    client_say(env.loop, fd, "GET /c HTTP/1.1\r\nHost: h\r\n\r\n");
    hears(&env, fd, "HTTP/1.1 200 ", "0 bytes");
    client_say(env.loop, fd, "PUT /whole HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nxy");
    hears(&env, fd, "HTTP/1.1 200 ", "2 bytes");
    assert_int_equal(env.received, 0);
    assert_int_equal(env.n_heads, 4);
    assert_int_equal(env.n_dropped, 0);
    close(fd);
    env_close(&env);
}

static void test_refused_at_the_head(void **state)
{
    struct env env;
    (void)state;
    env_open(&env);
    int fd = client_dial(env.server);
    client_say(
        env.loop, fd, /* it asks first: no "100 Continue", and the body is never asked for */
        "PUT /refused HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n");
    hears(&env, fd, "HTTP/1.1 403 ", "done");
    close(fd);
    fd = client_dial(env.server);
    client_say(env.loop, fd, "PUT /refused HTTP/1.1\r\nHost: h\r\nContent-Length: 6\r\n\r\nabc");
    for (int i = 0; i < 20; i++)
        client_nap(env.loop);
    client_say(env.loop, fd, "def"); /* heard out: the connection can be used again */
    hears(&env, fd, "HTTP/1.1 403 ", "done");
    client_say(env.loop, fd,
               "PUT /a HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n");
    assert_string_equal(client_hear(env.loop, fd, "\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    client_say(env.loop, fd, "x");
    hears(&env, fd, "HTTP/1.1 200 ", "1 bytes");
    client_say(env.loop, fd, "PUT /enough HTTP/1.1\r\nHost: h\r\nContent-Length: 6\r\n\r\nabc");
    WAIT_FOR(&env, env.received == 3);
    client_say(env.loop, fd, "def"); /* answered before: data() is not called again */
    hears(&env, fd, "HTTP/1.1 400 ", "done");
    assert_int_equal(env.received, 3);
    assert_int_equal(env.n_served, 1);
    assert_int_equal(env.n_dropped, 0);
    close(fd);
    env_close(&env);
}

static void test_dropped(void **state)
{
    static const char half[] = "PUT /a HTTP/1.1\r\nHost: h\r\nContent-Length: 6\r\n\r\nabc";
    struct env env;
    (void)state;
    env_open(&env);
    int fd = client_dial(env.server);
    client_say(env.loop, fd, half);
    WAIT_FOR(&env, env.received == 3);
    close(fd);
    WAIT_FOR(&env, env.n_dropped == 1);
    fd = client_dial(env.server);
    client_say(env.loop, fd, "PUT /whole HTTP/1.1\r\nHost: h\r\nContent-Length: 6\r\n\r\nabc");
    WAIT_FOR(&env, env.n_heads == 2);
    close(fd);
    WAIT_FOR(&env, env.n_dropped == 2);
    fd = client_dial(env.server);
    client_say(env.loop, fd, "PUT /refused HTTP/1.1\r\nHost: h\r\nContent-Length: 6\r\n\r\nabc");
    WAIT_FOR(&env, env.n_heads == 3);
    close(fd); /* answered already: nobody is told */
    fd = client_dial(env.server);
    client_say(env.loop, fd,
               "PUT /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
    WAIT_FOR(&env, env.n_dropped == 3); /* what comes is not HTTP */
    close(fd);
    fd = client_dial(env.server);
    client_say(env.loop, fd, half);
    WAIT_FOR(&env, env.n_heads == 5 && env.received == 3);
    env_close(&env); /* and the end of the server */
    assert_int_equal(env.n_dropped, 4);
    assert_int_equal(env.n_served, 0);
    close(fd);
}

/* Who drops an exchange has no need to be told of its end. */
static void test_dropped_by_the_handler(void **state)
{
    struct env env;
    (void)state;
    env_open(&env);
    int fd = client_dial(env.server);
    client_say(env.loop, fd, "PUT /drop HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc");
    assert_string_equal(client_hear(env.loop, fd, "\r\n\r\n"), "");
    assert_int_equal(env.received, 3);
    close(fd);
    env_close(&env);
    assert_int_equal(env.n_dropped, 0);
    assert_int_equal(env.n_served, 0);
}

static void test_large_body(void **state)
{
    struct env env;
    char text[128], *piece = malloc(PIECE), want[64];
    uint64_t sum = 0;
    (void)state;
    env_open(&env);
    memset(piece, 'x', PIECE);
    int fd = client_dial(env.server);
    snprintf(text, sizeof text, "PUT /a HTTP/1.1\r\nHost: h\r\nContent-Length: %d\r\n\r\n", LARGE);
    client_say(env.loop, fd, text);
    client_put(env.loop, fd, piece, PIECE);
    size_t before = resident();
    for (int sent = PIECE; sent < LARGE; sent += PIECE)
        client_put(env.loop, fd, piece, PIECE);
    snprintf(want, sizeof want, "%d bytes", LARGE);
    hears(&env, fd, "HTTP/1.1 200 ", want);
    assert_true(resident() < before + GROWTH_MAX);
    sum = env.sum / 'x'; /* about one byte in 997 was looked at, in pieces of any length */
    assert_true(sum >= LARGE / 997);
    assert_true(env.longest <= PIECE);
    close(fd);
    env_close(&env);
    free(piece);
}

static int temporary(void)
{
    char path[] = "/tmp/slrun-streams-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    unlink(path);
    return fd;
}

static void test_file(void **state)
{
    struct env env;
    char *piece = malloc(PIECE), text[128];
    (void)state;
    env_open(&env);
    env.file = temporary();
    assert_int_equal(ftruncate(env.file, LARGE), 0);
    assert_int_equal(pwrite(env.file, "hello, world", 12, LARGE - 12), 12);
    int fd = client_dial(env.server);
    snprintf(text, sizeof text, "GET /file/%d/5 HTTP/1.1\r\nHost: h\r\n\r\n", LARGE - 12);
    client_say(env.loop, fd, text);
    hears(&env, fd, "Content-Length: 5\r\n", "hello");
    snprintf(text, sizeof text, "HEAD /file/0/%d HTTP/1.1\r\nHost: h\r\n\r\n", LARGE);
    client_say(env.loop, fd, text);
    hears(&env, fd, "Content-Length: 67108864\r\n", "");
    client_say(env.loop, fd, "GET /file/7/0 HTTP/1.1\r\nHost: h\r\n\r\n");
    hears(&env, fd, "Content-Length: 0\r\n", "");
    size_t before = resident();
    snprintf(text, sizeof text, "GET /file/0/%d HTTP/1.1\r\nHost: h\r\n\r\n", LARGE);
    client_say(env.loop, fd, text);
    assert_non_null(strstr(client_hear(env.loop, fd, "\r\n\r\n"), "Content-Length: 67108864\r\n"));
    for (int got = 0; got < LARGE; got += PIECE)
        hear(&env, fd, piece, PIECE);
    assert_memory_equal(piece + PIECE - 12, "hello, world", 12);
    assert_true(resident() < before + GROWTH_MAX);
    client_say(env.loop, fd,
               "GET /file/67108860/100 HTTP/1.1\r\nHost: h\r\n\r\n"); /* shorter than said */
    hears(&env, fd, "Content-Length: 100\r\n", "orld");
    assert_string_equal(client_hear(env.loop, fd, "\r\n\r\n"), "");
    close(fd);
    env_close(&env);
    free(piece);
}

static void test_without_bodies(void **state)
{
    struct env env;
    (void)state;
    env_open(&env);
    int fd = client_dial(env.server);
    client_say(env.loop, fd, "HEAD /sized/12345678901 HTTP/1.1\r\nHost: h\r\n\r\n");
    hears(&env, fd, "\r\nContent-Length: 12345678901\r\n", "");
    client_say(env.loop, fd, "DELETE /status/204 HTTP/1.1\r\nHost: h\r\n\r\n");
    const char *text = client_hear(env.loop, fd, "\r\n\r\n");
    assert_non_null(strstr(text, "HTTP/1.1 204 No Content\r\n"));
    assert_null(strstr(text, "Content-Length")); /* RFC 9110, section 8.6 */
    client_say(env.loop, fd, "GET /status/304 HTTP/1.1\r\nHost: h\r\n\r\n");
    text = client_hear(env.loop, fd, "\r\n\r\n");
    assert_non_null(strstr(text, "HTTP/1.1 304 Not Modified\r\n"));
    assert_non_null(strstr(text, "ETag: \"e\"\r\n"));
    assert_non_null(strstr(text, "Content-Length: 5\r\n")); /* that of a 200 */
    assert_null(strstr(text, "Connection: close"));
    client_say(env.loop, fd, "GET /status/400 HTTP/1.1\r\nHost: h\r\n\r\n");
    hears(&env, fd, "\r\nContent-Length: 0\r\n", "");
    close(fd);
    env_close(&env);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pieces),         cmocka_unit_test(test_refused_at_the_head),
        cmocka_unit_test(test_dropped),        cmocka_unit_test(test_dropped_by_the_handler),
        cmocka_unit_test(test_large_body),     cmocka_unit_test(test_file),
        cmocka_unit_test(test_without_bodies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
