/* SPDX-License-Identifier: Apache-2.0 */
/* Requests and answers of Lambda as bytes, and what is undone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

/* A request; `body` NULL: it has none. */
struct expected {
    const char *op, *args, *method, *target, *body;
};

static void expect_request(const struct expected *e)
{
    struct call call;
    struct slrun_request req = {.method = NULL};
    assert_int_equal(call_open(&call, e->op), 0);
    if (call_build(&call, e->args, &req) != 0)
        fail_msg("%s: %s", e->op, call.error.message);
    assert_string_equal(req.method, e->method);
    assert_string_equal(req.target, e->target);
    assert_int_equal(req.body.size, e->body ? strlen(e->body) : 0);
    if (e->body)
        assert_memory_equal(req.body.data, e->body, strlen(e->body));
    call_close(&call);
}

static void requests(void **state)
{
    static const struct expected all[] = {
        {"get_function", "{\"FunctionName\":\"arn:aws:lambda:us-east-1:1:function:f\"}", "GET",
         "/2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-east-1%3A1%3Afunction%3Af", NULL},
        {"list_functions", "{\"MaxItems\":5,\"Marker\":\"a b\"}", "GET",
         "/2015-03-31/functions?Marker=a%20b&MaxItems=5", NULL},
        {"get_layer_version_by_arn", "{\"Arn\":\"x\"}", "GET",
         "/2018-10-31/layers?find=LayerVersion&Arn=x", NULL},
        {"get_layer_version", "{\"LayerName\":\"l\",\"VersionNumber\":3}", "GET",
         "/2018-10-31/layers/l/versions/3", NULL},
        {"untag_resource", "{\"Resource\":\"r\",\"TagKeys\":[\"a\",\"b/c\"]}", "DELETE",
         "/2017-03-31/tags/r?tagKeys=a&tagKeys=b%2Fc", NULL},
        {"create_function",
         "{\"FunctionName\":\"f\",\"Role\":\"r\",\"Code\":{\"ZipFile\":\"PK\"},\"Tags\":{}}",
         "POST", "/2015-03-31/functions",
         "{\"Code\":{\"ZipFile\":\"UEs=\"},\"FunctionName\":\"f\",\"Role\":\"r\",\"Tags\":{}}"},
        {"update_function_code",
         "{\"FunctionName\":\"f\",\"ZipFile\":{\"$slrun\":\"binary\",\"value\":\"AAH+\"}}", "PUT",
         "/2015-03-31/functions/f/code", "{\"ZipFile\":\"AAH+\"}"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        expect_request(&all[i]);
}

/* A table is JSON, a string is what it is. */
static void payloads(void **state)
{
    static const char target[] = "/2015-03-31/functions/f/invocations";
    static const struct expected all[] = {
        {"invoke", "{\"FunctionName\":\"f\"}", "POST", target, NULL},
        {"invoke", "{\"FunctionName\":\"f\",\"Payload\":{\"b\":[],\"a\":1.5}}", "POST", target,
         "{\"a\":1.5,\"b\":[]}"},
        {"invoke", "{\"FunctionName\":\"f\",\"Payload\":\"{no json\"}", "POST", target, "{no json"},
        {"invoke", "{\"FunctionName\":\"f\",\"Payload\":true}", "POST", target, "true"},
        {"invoke",
         "{\"FunctionName\":\"f\",\"Payload\":{\"$slrun\":\"binary\",\"value\":\"AAE=\"}}", "POST",
         target, NULL},
    };
    struct call call;
    struct slrun_request req = {.method = NULL};
    (void)state;
    for (size_t i = 0; i < 4; i++)
        expect_request(&all[i]);
    assert_int_equal(call_open(&call, "invoke"), 0);
    assert_int_equal(call_build(&call, all[4].args, &req), 0);
    assert_int_equal(req.body.size, 2);
    assert_memory_equal(req.body.data, "\0\1", 2);
    call_close(&call);
}

static void headers_of_invoke(void **state)
{
    struct call call;
    struct slrun_request req = {.method = NULL};
    const struct slrun_host *host;
    (void)state;
    assert_int_equal(call_open(&call, "invoke"), 0);
    assert_int_equal(call_build(&call,
                                "{\"FunctionName\":\"f\",\"InvocationType\":\"Event\","
                                "\"LogType\":\"Tail\",\"Qualifier\":\"$LATEST\"}",
                                &req),
                     0);
    host = call.ctx.host;
    assert_string_equal(req.target, "/2015-03-31/functions/f/invocations?Qualifier=%24LATEST");
    assert_string_equal(host->header_get(req.headers, req.n_headers, "X-Amz-Invocation-Type"),
                        "Event");
    assert_string_equal(host->header_get(req.headers, req.n_headers, "X-Amz-Log-Type"), "Tail");
    call_close(&call);
}

static void labels_are_not_empty(void **state)
{
    struct call call;
    struct slrun_request req = {.method = NULL};
    (void)state;
    assert_int_equal(call_open(&call, "get_function"), 0);
    assert_int_equal(call_build(&call, "{\"FunctionName\":\"\"}", &req), -1);
    assert_int_equal(call.error.kind, SLRUN_E_USAGE);
    assert_string_equal(call.error.message, "get_function: FunctionName is empty");
    call_close(&call);
}

/* ---- answers ---- */

static void expect_answer(const char *body, size_t size, const char *headers, const char *wanted)
{
    struct call call;
    json_t *given = json_loads(headers, 0, NULL);
    struct slrun_response resp = {.status = 200, .body = body, .size = size};
    assert_int_equal(call_open(&call, "invoke"), 0);
    json_t *result = call_parse_answer(&call, &resp, given);
    char *text = sorted_text(result);
    assert_non_null(text);
    assert_string_equal(text, wanted);
    free(text);
    json_decref(result);
    json_decref(given);
    call_close(&call);
}

static void answers_of_invoke(void **state)
{
    (void)state;
    expect_answer("{\"a\":[1]}", 9, "{\"X-Amz-Executed-Version\":\"3\"}",
                  "{\"ExecutedVersion\":\"3\",\"Payload\":{\"a\":[1]},\"StatusCode\":200}");
    expect_answer("null", 4, "{}", "{\"Payload\":null,\"StatusCode\":200}");
    expect_answer("", 0, "{}", "{\"StatusCode\":200}");
    expect_answer("{\"errorType\":\"E\"}", 17,
                  "{\"X-Amz-Function-Error\":\"Unhandled\",\"X-Amz-Log-Result\":\"qWjDqWk=\"}",
                  "{\"FunctionError\":\"Unhandled\",\"LogResult\":\"h\xc3\xa9i\",\"Payload\":"
                  "{\"errorType\":\"E\"},\"StatusCode\":200}");
    expect_answer("\xff", 1, "{}",
                  "{\"Payload\":{\"$slrun\":\"binary\",\"value\":\"/w==\"},\"StatusCode\":200}");
    expect_answer("{\"$slrun\":\"binary\",\"value\":\"AA==\"}", 34, "{}",
                  "{\"Payload\":{\"$slrun\":\"map\",\"value\":{\"$slrun\":\"binary\",\"value\":"
                  "\"AA==\"}},\"StatusCode\":200}");
}

static void errors(void **state)
{
    struct call call;
    json_t *headers = json_pack("{s:s}", "x-amzn-ErrorType", "ResourceNotFoundException:http://x");
    static const char body[] = "{\"Type\":\"User\",\"Message\":\"Function not found: f\"}";
    struct slrun_response resp = {.status = 404, .body = body, .size = sizeof body - 1};
    (void)state;
    assert_int_equal(call_open(&call, "invoke"), 0);
    assert_null(call_parse_answer(&call, &resp, headers));
    assert_int_equal(call.error.kind, SLRUN_E_SERVICE);
    assert_string_equal(call.error.code, "ResourceNotFoundException");
    assert_string_equal(call.error.message, "Function not found: f");
    json_decref(headers);
    call_close(&call);
}

/* ---- undo ---- */

static void expect_undo(const char *op, const char *args, const char *result, const char *wanted)
{
    struct call call;
    struct slrun_undo undo = {.kind = NULL};
    json_t *given = json_loads(args, 0, NULL), *made = result ? json_loads(result, 0, NULL) : NULL;
    assert_int_equal(call_open(&call, op), 0);
    int rc = call.ctx.op->undo(&call.ctx, given, made, &undo);
    if (!wanted) {
        assert_int_equal(rc, 1);
    } else {
        json_t *all = json_pack("{s:s, s:s, s:s, s:o, s:s*, s:o*}", "kind", undo.kind, "name",
                                undo.name, "op", undo.op, "args", undo.args, "tags_op",
                                undo.tags_op, "tags_args", undo.tags_args);
        char *text = sorted_text(all);
        assert_int_equal(rc, 0);
        assert_string_equal(text, wanted);
        free(text);
        json_decref(all);
    }
    json_decref(given);
    json_decref(made);
    call_close(&call);
}

static void undos(void **state)
{
    (void)state;
    expect_undo("create_function", "{\"FunctionName\":\"f\"}", NULL,
                "{\"args\":{\"FunctionName\":\"f\"},\"kind\":\"function\",\"name\":\"f\",\"op\":"
                "\"delete_function\",\"tags_args\":{\"FunctionName\":\"f\"},\"tags_op\":"
                "\"get_function\"}");
    expect_undo("create_alias", "{\"FunctionName\":\"f\",\"Name\":\"live\"}", NULL,
                "{\"args\":{\"FunctionName\":\"f\",\"Name\":\"live\"},\"kind\":\"alias\",\"name\":"
                "\"f:live\",\"op\":\"delete_alias\"}");
    expect_undo("publish_layer_version", "{\"LayerName\":\"l\"}", NULL, NULL);
    expect_undo("publish_layer_version", "{\"LayerName\":\"l\"}", "{\"Version\":4}",
                "{\"args\":{\"LayerName\":\"l\",\"VersionNumber\":4},\"kind\":\"layer\",\"name\":"
                "\"l\",\"op\":\"delete_layer_version\"}");
    expect_undo("create_event_source_mapping", "{\"FunctionName\":\"f\"}", "{\"UUID\":\"u\"}",
                "{\"args\":{\"UUID\":\"u\"},\"kind\":\"mapping\",\"name\":\"u of f\",\"op\":"
                "\"delete_event_source_mapping\"}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(requests),
        cmocka_unit_test(payloads),
        cmocka_unit_test(headers_of_invoke),
        cmocka_unit_test(labels_are_not_empty),
        cmocka_unit_test(answers_of_invoke),
        cmocka_unit_test(errors),
        cmocka_unit_test(undos),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
