/* SPDX-License-Identifier: Apache-2.0 */
/* The HTTP client against a scripted peer: bodies, in pieces, from files, into sinks. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "http_env.h"

static void pieces(struct http_script_conn *conn, const struct http_script_request *request,
                   struct env *env)
{
    (void)request, (void)env;
    http_script_drip(conn,
                     "HTTP/1.1 200 OK\r\nX-Peer:  folded\r\n  on \r\n"
                     "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n",
                     7, 1);
}

static void test_pieces(void **state)
{
    struct env env;
    struct one one;
    (void)state;
    env_open(&env, NULL);
    env.play = pieces;
    one_init(&env, &one);
    submit(&one);
    run_until(&env, &places, 1);
    assert_string_equal(one.body, "abcdefg");
    assert_string_equal(one.header, "folded on");
    env_close(&env);
}

static void sum_body(struct http_script_conn *conn, const struct http_script_request *request,
                     struct env *env)
{
    char expect[32], text[64];
    unsigned long sum = 0;
    (void)env;
    for (size_t i = 0; i < request->size; i++)
        sum += (unsigned char)request->body[i];
    http_script_header(request, "Expect", expect, sizeof expect);
    snprintf(text, sizeof text, "%zu %lu %s", request->size, sum, expect);
    http_script_reply(conn, 200, text);
}

static void make_file(char *path, size_t size)
{
    strcpy(path, "/tmp/slrun-test-XXXXXX");
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)(i % 251);
        assert_int_equal(write(fd, &c, 1), 1);
    }
    close(fd);
}

static void test_body_from_file(void **state)
{
    struct env env;
    struct one one, two, three;
    char path[64], want[64];
    unsigned long sum = 0;
    (void)state;
    env_open(&env, NULL);
    env.play = sum_body;
    make_file(path, 100000);
    for (unsigned i = 1000; i < 91000; i++)
        sum += i % 251;
    one_init(&env, &one);
    one.request.body =
        (struct slrun_body){.kind = SLRUN_BODY_FILE, .path = path, .size = 90000, .offset = 1000};
    submit(&one);
    run_until(&env, &places, 1);
    snprintf(want, sizeof want, "90000 %lu ", sum);
    assert_string_equal(one.body, want);

    one_init(&env, &two); /* longer than the file */
    two.request.body = (struct slrun_body){.kind = SLRUN_BODY_FILE, .path = path, .size = 100001};
    submit(&two);
    one_init(&env, &three);
    three.request.body = (struct slrun_body){.kind = SLRUN_BODY_FILE, .path = "/nowhere/x"};
    submit(&three);
    run_until(&env, &places, 3);
    assert_int_equal(two.kind, SLRUN_E_IO);
    assert_non_null(strstr(two.message, path));
    assert_int_equal(three.kind, SLRUN_E_IO);
    unlink(path);
    env_close(&env);
}

static void test_expect_continue(void **state)
{
    enum { SIZE = (1 << 20) + 1 };
    struct env env;
    struct one small, large;
    char *body = calloc(1, SIZE), want[64];
    (void)state;
    env_open(&env, NULL);
    env.play = sum_body;
    one_init(&env, &small);
    one_init(&env, &large);
    small.request.body =
        (struct slrun_body){.kind = SLRUN_BODY_BYTES, .data = body, .size = SIZE - 1};
    large.request.body = (struct slrun_body){.kind = SLRUN_BODY_BYTES, .data = body, .size = SIZE};
    submit(&small);
    run_until(&env, &places, 1);
    submit(&large);
    run_until(&env, &places, 2);
    snprintf(want, sizeof want, "%d 0 ", SIZE - 1);
    assert_string_equal(small.body, want);
    snprintf(want, sizeof want, "%d 0 100-continue", SIZE);
    assert_string_equal(large.body, want);
    free(body);
    env_close(&env);
}

static int collect(void *arg, const void *data, size_t size)
{
    struct env *env = arg;
    size_t len = strlen(env->note);
    if (env->step)
        return 1;
    snprintf(env->note + len, sizeof env->note - len, "%.*s", (int)size, (const char *)data);
    return 0;
}

static void test_sink_function(void **state)
{
    struct env env;
    struct one one, two, three;
    (void)state;
    env_open(&env, NULL);
    env.play = pieces;
    one_init(&env, &one);
    one.request.sink = (struct slrun_sink){.write = collect, .arg = &env};
    submit(&one);
    run_until(&env, &places, 1);
    assert_string_equal(env.note, "abcdefg");
    assert_int_equal(one.size, 0);
    env.step = 1; /* asks to end */
    two = one;
    one_init(&env, &two);
    two.request.sink = one.request.sink;
    submit(&two);
    run_until(&env, &places, 2);
    assert_int_equal(two.kind, SLRUN_E_CANCELLED);
    one_init(&env, &three);
    submit(&three);
    run_until(&env, &places, 3);
    assert_string_equal(three.body, "abcdefg");
    env_close(&env);
}

static void not_found(struct http_script_conn *conn, const struct http_script_request *request,
                      struct env *env)
{
    (void)request, (void)env;
    http_script_reply(conn, 404, "no such key");
}

static void empty(struct http_script_conn *conn, const struct http_script_request *request,
                  struct env *env)
{
    (void)request, (void)env;
    http_script_reply(conn, 200, "");
}

static int watch(void *arg, const void *data, size_t size)
{
    struct env *env = arg;
    if (data == NULL) {
        snprintf(env->note, sizeof env->note, "new:");
        return 0;
    }
    return collect(arg, data, size);
}

/* The file gets what the function sees. */
static void test_sink_file_that_is_watched(void **state)
{
    struct env env;
    struct one one, two;
    struct stat st;
    char path[64];
    (void)state;
    env_open(&env, NULL);
    make_file(path, 50);
    env.play = pieces;
    for (int i = 1; i <= 2; i++) { /* each try begins anew */
        one_init(&env, &one);
        one.request.sink = (struct slrun_sink){.path = path, .write = watch, .arg = &env};
        submit(&one);
        run_until(&env, &places, i);
        assert_string_equal(env.note, "new:abcdefg");
        assert_int_equal(stat(path, &st), 0);
        assert_int_equal(st.st_size, 7);
    }
    env.play = not_found;
    one_init(&env, &two);
    two.request.sink = one.request.sink;
    submit(&two);
    run_until(&env, &places, 3);
    assert_string_equal(env.note, "new:"); /* an error is no body */
    assert_string_equal(two.body, "no such key");
    unlink(path);
    env_close(&env);
}

static void test_sink_file(void **state)
{
    struct env env;
    char path[64], text[64];
    (void)state;
    env_open(&env, NULL);
    make_file(path, 50);
    static const struct {
        script *play;
        const char *body; /* in memory */
        long long size;   /* of the file after it */
    } rows[] = {{not_found, "no such key", 50}, {hello, "", 5}, {pieces, "", 7}, {empty, "", 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct one one;
        struct stat st;
        env.play = rows[i].play;
        one_init(&env, &one);
        one.request.sink.path = path;
        submit(&one);
        run_until(&env, &places, (int)i + 1);
        assert_string_equal(one.body, rows[i].body);
        assert_int_equal(stat(path, &st), 0);
        assert_int_equal(st.st_size, rows[i].size);
    }
    struct one bad;
    one_init(&env, &bad);
    env.play = hello;
    bad.request.sink.path = "/nowhere/x";
    submit(&bad);
    run_until(&env, &places, 5);
    assert_int_equal(bad.kind, SLRUN_E_IO);
    snprintf(text, sizeof text, "%.10s", bad.message);
    assert_string_equal(text, "/nowhere/x");
    unlink(path);
    env_close(&env);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pieces),          cmocka_unit_test(test_body_from_file),
        cmocka_unit_test(test_expect_continue), cmocka_unit_test(test_sink_function),
        cmocka_unit_test(test_sink_file),       cmocka_unit_test(test_sink_file_that_is_watched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
