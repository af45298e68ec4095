/* SPDX-License-Identifier: Apache-2.0 */
/* Requests and answers of slrun.http as bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

static void addresses(void **state)
{
    static const struct {
        const char *args, *base, *target;
    } good[] = {
        {"{\"url\":\"http://h\"}", "http://h", "/"},
        {"{\"url\":\"https://h:8443/a/b?x=1#part\"}", "https://h:8443", "/a/b?x=1"},
        {"{\"url\":\"http://h?x\"}", "http://h", "/?x"},
        {"{\"url\":\"http://h/a b/\\u00e9%2F\"}", "http://h", "/a%20b/%C3%A9%2F"},
        {"{\"url\":\"http://h/p\",\"query\":{\"a\":\"1&2\"}}", "http://h", "/p?a=1%262"},
        {"{\"url\":\"http://h/p?x=y\",\"query\":{\"a\":[1,true,\"z/\"]}}", "http://h",
         "/p?x=y&a=1&a=true&a=z%2F"},
        {"{\"url\":\"http://h/p\",\"query\":{}}", "http://h", "/p"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        struct call call;
        struct slrun_request req;
        assert_int_equal(call_open(&call, "get"), 0);
        assert_int_equal(call_build(&call, good[i].args, &req), 0);
        assert_string_equal(req.base, good[i].base);
        assert_string_equal(req.target, good[i].target);
        assert_string_equal(req.method, "GET");
        assert_true(req.anonymous);
        call_close(&call);
    }
}

static void mistakes(void **state)
{
    static const struct {
        const char *args, *message;
    } bad[] = {
        {"{\"url\":\"/path\"}", "url: '/path' is no address; it begins with http://HOST or "
                                "https://HOST"},
        {"{\"url\":\"http://\"}", "url: 'http://' is no address; it begins with http://HOST or "
                                  "https://HOST"},
        {"{\"url\":\"http://me:word@h/\"}",
         "url: name and password stand in a header (Authorization), not in the address"},
        {"{\"url\":\"http://h\",\"json\":1,\"body\":\"x\"}",
         "json, form, body: a request has one body"},
        {"{\"url\":\"http://h\",\"query\":{\"a\":{}}}",
         "query.a: a string, a number, a boolean or a list of them is wanted"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct call call;
        struct slrun_request req;
        assert_int_equal(call_open(&call, "post"), 0);
        assert_int_equal(call_build(&call, bad[i].args, &req), -1);
        assert_string_equal(call.error.message, bad[i].message);
        call_close(&call);
    }
}

static void too_long(void **state)
{
    char args[10000] = "{\"url\":\"http://h/";
    struct call call;
    struct slrun_request req;
    (void)state;
    size_t n = strlen(args);
    memset(args + n, ' ', 3000); /* each becomes three */
    strcpy(args + n + 3000, "\"}");
    assert_int_equal(call_open(&call, "get"), 0);
    assert_int_equal(call_build(&call, args, &req), -1);
    assert_string_equal(call.error.message, "url: longer than 8192 bytes");
    call_close(&call);
}

static void bodies(void **state)
{
    static const struct {
        const char *op, *args, *method, *type, *body;
    } good[] = {
        {"post", "{\"url\":\"http://h\",\"json\":{\"b\":[],\"a\":1}}", "POST", "application/json",
         "{\"a\":1,\"b\":[]}"},
        {"put", "{\"url\":\"http://h\",\"json\":true,\"headers\":{\"content-type\":\"text/x\"}}",
         "PUT", "text/x", "true"},
        {"patch", "{\"url\":\"http://h\",\"form\":{\"a b\":\"c&d\"}}", "PATCH",
         "application/x-www-form-urlencoded", "a%20b=c%26d"},
        {"delete", "{\"url\":\"http://h\",\"body\":\"text\"}", "DELETE", NULL, "text"},
        {"request", "{\"url\":\"http://h\",\"method\":\"PROPFIND\",\"body\":\"x\"}", "PROPFIND",
         NULL, "x"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        struct call call;
        struct slrun_request req;
        assert_int_equal(call_open(&call, good[i].op), 0);
        assert_int_equal(call_build(&call, good[i].args, &req), 0);
        const char *type = call.ctx.host->header_get(req.headers, req.n_headers, "Content-Type");
        assert_string_equal(req.method, good[i].method);
        assert_int_equal(req.body.size, strlen(good[i].body));
        assert_memory_equal(req.body.data, good[i].body, req.body.size);
        assert_string_equal(type ? type : "none", good[i].type ? good[i].type : "none");
        call_close(&call);
    }
}

static void expect_answer(struct slrun_response resp, const char *headers, const char *json)
{
    struct call call;
    json_t *names = json_loads(headers, 0, NULL);
    assert_int_equal(call_open(&call, "get"), 0);
    json_t *args = json_pack("{s:s}", "url", "http://h/p");
    call.ctx.args = args;
    json_t *result = call_parse_answer(&call, &resp, names);
    char *text = sorted_text(result);
    assert_string_equal(text, json);
    free(text);
    json_decref(result);
    json_decref(names);
    json_decref(args);
    call_close(&call);
}

static void answers(void **state)
{
    (void)state;
    expect_answer((struct slrun_response){.status = 404, .body = "{\"a\":1}", .size = 7},
                  "{\"Content-Type\":\"application/problem+json; charset=utf-8\"}",
                  "{\"body\":\"{\\\"a\\\":1}\",\"headers\":{\"content-type\":"
                  "\"application/problem+json; charset=utf-8\"},\"json\":{\"a\":1},"
                  "\"status\":404,\"url\":\"http://h/p\"}");
    expect_answer((struct slrun_response){.status = 200, .body = "{", .size = 1},
                  "{\"Content-Type\":\"application/json\"}",
                  "{\"body\":\"{\",\"headers\":{\"content-type\":\"application/json\"},"
                  "\"status\":200,\"url\":\"http://h/p\"}");
    expect_answer((struct slrun_response){.status = 200, .body = "\xff", .size = 1}, "{}",
                  "{\"body\":{\"$slrun\":\"binary\",\"value\":\"/w==\"},\"headers\":{},"
                  "\"status\":200,\"url\":\"http://h/p\"}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(addresses), cmocka_unit_test(mistakes), cmocka_unit_test(too_long),
        cmocka_unit_test(bodies),    cmocka_unit_test(answers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
