/* SPDX-License-Identifier: Apache-2.0 */
/* The HTTP client against a scripted peer: what goes over the wire, and what goes wrong. */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "http_env.h"

/* ---- what goes over the wire ---- */

static void note_head(struct http_script_conn *conn, const struct http_script_request *request,
                      struct env *env)
{
    snprintf(env->note, sizeof env->note, "%s\n%.*s", request->head, (int)request->size,
             request->body);
    http_script_reply(conn, 200, "noted");
}

static void test_request_bytes(void **state)
{
    struct env env;
    struct one one;
    struct slrun_header headers[] = {{"X-One", "a b"}, {"X-Empty", ""}};
    (void)state;
    env_open(&env, NULL);
    env.play = note_head;
    one_init(&env, &one);
    one.request = (struct slrun_request){
        .method = "PUT", .target = "/a/../b//c%2F?x=%20&y", .headers = headers, .n_headers = 2};
    one.request.body = (struct slrun_body){.kind = SLRUN_BODY_BYTES, .data = "12345", .size = 3};
    submit(&one);
    run_until(&env, &places, 1);
    assert_int_equal(one.status, 200);
    assert_string_equal(one.body, "noted");
    assert_string_equal(one.header, "script");
    char want[512];
    snprintf(want, sizeof want,
             "PUT /a/../b//c%%2F?x=%%20&y HTTP/1.1\r\nHost: %s\r\nAccept: */*\r\nX-One: a b\r\n"
             "X-Empty:\r\nContent-Length: 3\n123",
             http_script_base(env.peer) + 7);
    assert_string_equal(env.note, want);
    env_close(&env);
}

static void test_methods(void **state)
{
    static const struct {
        const char *method, *target, *body, *line;
        const char *length;
    } rows[] = {
        {NULL, NULL, "{}", "POST / HTTP/1.1", "2"},
        {"POST", "/q", NULL, "POST /q HTTP/1.1", "0"},
        {"GET", "/k?a", NULL, "GET /k?a HTTP/1.1", ""},
        {"DELETE", "/k", NULL, "DELETE /k HTTP/1.1", ""},
        {"DELETE", "/k", "why", "DELETE /k HTTP/1.1", "3"},
        {"HEAD", "/k", NULL, "HEAD /k HTTP/1.1", ""},
        {"PUT", "/k", NULL, "PUT /k HTTP/1.1", "0"},
        {"PATCH", "/k", "x", "PATCH /k HTTP/1.1", "1"},
        {"GET", "/", NULL, "GET / HTTP/1.1", ""},
    };
    struct env env;
    struct http_client_options options = {.cap = 1}; /* one transfer makes them all */
    (void)state;
    env_open(&env, &options);
    env.play = note_head;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct one one;
        one_init(&env, &one);
        one.request.method = rows[i].method;
        one.request.target = rows[i].target;
        if (rows[i].body)
            one.request.body = (struct slrun_body){
                .kind = SLRUN_BODY_BYTES, .data = rows[i].body, .size = strlen(rows[i].body)};
        submit(&one);
        run_until(&env, &places, (int)i + 1);
        assert_int_equal(one.status, 200);
        char length[16], type[32];
        struct http_script_request seen = {.head = env.note};
        http_script_header(&seen, "Content-Length", length, sizeof length);
        http_script_header(&seen, "Content-Type", type, sizeof type);
        length[strcspn(length, "\n")] = '\0';
        assert_int_equal(strncmp(env.note, rows[i].line, strlen(rows[i].line)), 0);
        assert_string_equal(length, rows[i].length);
        assert_string_equal(type, "");
        assert_null(strstr(env.note, "Expect"));
    }
    assert_int_equal(http_script_connections(env.peer), 1);
    env_close(&env);
}

static void test_refused_requests(void **state)
{
    static const struct {
        const char *base, *method, *target, *name, *value;
    } rows[] = {
        {"ftp://127.0.0.1", NULL, NULL, NULL, NULL},
        {"http://127.0.0.1:1/path", NULL, NULL, NULL, NULL},
        {"http://", NULL, NULL, NULL, NULL},
        {NULL, "GE T", NULL, NULL, NULL},
        {NULL, NULL, "nope", NULL, NULL},
        {NULL, NULL, "/a b", NULL, NULL},
        {NULL, NULL, "/a\r\nX: y", NULL, NULL},
        {NULL, NULL, NULL, "X", "a\r\nEvil: 1"},
        {NULL, NULL, NULL, "X: y", "a"},
        {NULL, NULL, NULL, "", "a"},
    };
    struct env env;
    (void)state;
    env_open(&env, NULL);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct one one;
        struct slrun_header header = {rows[i].name, rows[i].value};
        one_init(&env, &one);
        if (rows[i].base)
            one.call.base = rows[i].base;
        one.request.method = rows[i].method;
        one.request.target = rows[i].target;
        one.request.headers = &header;
        one.request.n_headers = rows[i].name != NULL;
        submit(&one);
        run_until(&env, &places, (int)i + 1);
        assert_int_equal(one.kind, SLRUN_E_USAGE);
    }
    assert_int_equal(http_script_connections(env.peer), 0);
    env_close(&env);
}

/* ---- errors ---- */

static void close_at_once(struct http_script_conn *conn, const struct http_script_request *request,
                          struct env *env)
{
    (void)request;
    env->step++;
    http_script_close(conn);
}

static void reset_at_once(struct http_script_conn *conn, const struct http_script_request *request,
                          struct env *env)
{
    (void)request, (void)env;
    http_script_reset(conn);
}

static void half(struct http_script_conn *conn, const struct http_script_request *request,
                 struct env *env)
{
    static const char text[] = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf";
    (void)request, (void)env;
    http_script_send(conn, text, sizeof text - 1);
    http_script_close(conn);
}

static void half_chunk(struct http_script_conn *conn, const struct http_script_request *request,
                       struct env *env)
{
    static const char text[] = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhal";
    (void)request, (void)env;
    http_script_send(conn, text, sizeof text - 1);
    http_script_close(conn);
}

static void half_head(struct http_script_conn *conn, const struct http_script_request *request,
                      struct env *env)
{
    static const char text[] = "HTTP/1.1 200 OK\r\nContent-Le";
    (void)request, (void)env;
    http_script_send(conn, text, sizeof text - 1);
    http_script_close(conn);
}

/* All lines are there but the empty one: nothing says that the length was to come. */
static void no_end_of_head(struct http_script_conn *conn, const struct http_script_request *request,
                           struct env *env)
{
    static const char text[] = "HTTP/1.1 200 OK\r\nServer: x\r\n";
    (void)request, (void)env;
    http_script_send(conn, text, sizeof text - 1);
    http_script_close(conn);
}

static void garbage(struct http_script_conn *conn, const struct http_script_request *request,
                    struct env *env)
{
    static const char text[] = "\x16\x03\x01 this is not HTTP\r\n\r\n";
    (void)request, (void)env;
    http_script_send(conn, text, sizeof text - 1);
}

static void bad_length(struct http_script_conn *conn, const struct http_script_request *request,
                       struct env *env)
{
    static const char text[] = "HTTP/1.1 200 OK\r\nContent-Length: -7\r\n\r\n";
    (void)request, (void)env;
    http_script_send(conn, text, sizeof text - 1);
}

static void big_body(struct http_script_conn *conn, const struct http_script_request *request,
                     struct env *env)
{
    (void)request, (void)env;
    http_script_reply(conn, 200, "0123456789012345678901234567890123456789");
}

static void endless_head(struct http_script_conn *conn, const struct http_script_request *request,
                         struct env *env)
{
    char line[1024];
    (void)request, (void)env;
    memset(line, 'x', sizeof line);
    memcpy(line, "X-Long: ", 8);
    memcpy(line + sizeof line - 2, "\r\n", 2);
    http_script_send(conn, "HTTP/1.1 200 OK\r\n", 17);
    for (int i = 0; i < 80; i++)
        http_script_send(conn, line, sizeof line);
}

static void endless_line(struct http_script_conn *conn, const struct http_script_request *request,
                         struct env *env)
{
    char piece[4096];
    (void)request, (void)env;
    memset(piece, 'x', sizeof piece);
    http_script_send(conn, "HTTP/1.1 200 OK\r\nX-Long: ", 25);
    for (int i = 0; i < 50; i++)
        http_script_send(conn, piece, sizeof piece);
}

static void many_headers(struct http_script_conn *conn, const struct http_script_request *request,
                         struct env *env)
{
    (void)request, (void)env;
    http_script_send(conn, "HTTP/1.1 200 OK\r\n", 17);
    for (int i = 0; i < HTTP_CLIENT_HEADERS_MAX + 1; i++)
        http_script_send(conn, "A: b\r\n", 6);
    http_script_send(conn, "\r\n", 2);
}

static void test_errors(void **state)
{
    static const struct {
        script *play;
        enum slrun_errno kind;
        const char *text;
    } rows[] = {
        {close_at_once, SLRUN_E_CLOSED, "before it answered"},
        {reset_at_once, SLRUN_E_CLOSED, "before it answered"},
        {half, SLRUN_E_CLOSED, "in the middle of its answer"},
        {half_chunk, SLRUN_E_CLOSED, "in the middle of its answer"},
        {half_head, SLRUN_E_CLOSED, "in the middle of its answer: its header lines"},
        {no_end_of_head, SLRUN_E_CLOSED, "in the middle of its answer: its header lines"},
        {garbage, SLRUN_E_PROTOCOL, "does not answer in HTTP"},
        {bad_length, SLRUN_E_PROTOCOL, "does not answer in HTTP"},
        {big_body, SLRUN_E_TOO_LARGE, "over 30 bytes"},
        {endless_head, SLRUN_E_TOO_LARGE, "header lines"},
        {endless_line, SLRUN_E_TOO_LARGE, "a header line without an end"},
        {many_headers, SLRUN_E_TOO_LARGE, "header lines"},
        {hello, SLRUN_E_NONE, ""}, /* nothing of all this is left behind */
    };
    struct env env;
    struct http_client_options options = {.cap = 1};
    (void)state;
    env_open(&env, &options);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct one one;
        env.play = rows[i].play;
        one_init(&env, &one);
        one.call.max_body = 30;
        submit(&one);
        run_until(&env, &places, (int)i + 1);
        assert_int_equal(one.kind, rows[i].kind);
        assert_non_null(strstr(one.message, rows[i].text));
    }
    env_close(&env);
}

static void test_connection_refused(void **state)
{
    struct env env;
    struct one one;
    (void)state;
    env_open(&env, NULL);
    one_init(&env, &one);
    one.call.base = "http://127.0.0.1:1";
    submit(&one);
    run_until(&env, &places, 1);
    assert_int_equal(one.kind, SLRUN_E_CONNECT);
    assert_string_equal(one.message, "cannot connect to http://127.0.0.1:1: Connection refused");
    assert_string_not_equal(one.hint, "");
    env_close(&env);
}

static void test_unknown_host(void **state)
{
    struct env env;
    struct one one;
    (void)state;
    env_open(&env, NULL);
    one_init(&env, &one);
    one.call.base = "http://no-such-host.invalid";
    submit(&one);
    run_until(&env, &places, 1);
    assert_int_equal(one.kind, SLRUN_E_CONNECT);
    assert_non_null(strstr(one.message, "no-such-host.invalid"));
    env_close(&env);
}

static int refuse(struct http_call *call, struct slrun_error *error)
{
    (void)call;
    return error_set(error, SLRUN_E_CREDENTIALS, "no keys");
}

static int sign(struct http_call *call, struct slrun_error *error)
{
    static struct slrun_header header = {"X-Signed", "yes"};
    (void)error;
    call->request->headers = &header;
    call->request->n_headers = 1;
    return 0;
}

static void test_prepare(void **state)
{
    struct env env;
    struct one one, two;
    (void)state;
    env_open(&env, NULL);
    env.play = note_head;
    one_init(&env, &one);
    one_init(&env, &two);
    one.call.prepare = refuse;
    two.call.prepare = sign;
    submit(&one);
    submit(&two);
    run_until(&env, &places, 2);
    assert_int_equal(one.kind, SLRUN_E_CREDENTIALS);
    assert_string_equal(one.message, "no keys");
    assert_non_null(strstr(env.note, "X-Signed: yes"));
    env_close(&env);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_request_bytes),
        cmocka_unit_test(test_methods),
        cmocka_unit_test(test_refused_requests),
        cmocka_unit_test(test_errors),
        cmocka_unit_test(test_connection_refused),
        cmocka_unit_test(test_unknown_host),
        cmocka_unit_test(test_prepare),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
