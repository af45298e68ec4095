/* SPDX-License-Identifier: Apache-2.0 */
/* Requests and answers of CloudWatch Logs as bytes, and what is undone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

static void expect_request(const char *op, const char *args, const char *target, const char *body)
{
    struct call call;
    struct slrun_request req;
    assert_int_equal(call_open(&call, op), 0);
    assert_int_equal(call_build(&call, args, &req), 0);
    assert_string_equal(call.ctx.host->header_get(req.headers, req.n_headers, "X-Amz-Target"),
                        target);
    assert_string_equal(call.ctx.host->header_get(req.headers, req.n_headers, "Content-Type"),
                        "application/x-amz-json-1.1");
    assert_int_equal(req.body.size, strlen(body));
    assert_memory_equal(req.body.data, body, strlen(body));
    call_close(&call);
}

static void requests(void **state)
{
    (void)state;
    expect_request("create_log_group", "{\"tags\":{\"b\":\"1\"},\"logGroupName\":\"/a\"}",
                   "Logs_20140328.CreateLogGroup",
                   "{\"logGroupName\":\"/a\",\"tags\":{\"b\":\"1\"}}");
    expect_request("put_log_events",
                   "{\"logGroupName\":\"g\",\"logStreamName\":\"s\",\"logEvents\":[{\"timestamp\":"
                   "1700000000000,\"message\":\"grüße\"}]}",
                   "Logs_20140328.PutLogEvents",
                   "{\"logEvents\":[{\"message\":\"grüße\",\"timestamp\":1700000000000}],"
                   "\"logGroupName\":\"g\",\"logStreamName\":\"s\"}");
    expect_request("filter_log_events", "{\"logGroupName\":\"g\",\"startFromHead\":false}",
                   "Logs_20140328.FilterLogEvents",
                   "{\"logGroupName\":\"g\",\"startFromHead\":false}");
}

static void answers(void **state)
{
    struct call call;
    (void)state;
    assert_int_equal(call_open(&call, "put_log_events"), 0);
    json_t *result = call_parse(&call, 200,
                                "{\"rejectedLogEventsInfo\":"
                                "{\"tooOldLogEventEndIndex\":1}}");
    char *text = sorted_text(result);
    assert_string_equal(text, "{\"rejectedLogEventsInfo\":{\"tooOldLogEventEndIndex\":1}}");
    free(text);
    json_decref(result);
    call_close(&call);

    assert_int_equal(call_open(&call, "describe_log_groups"), 0);
    result = call_parse(&call, 200, "{\"logGroups\":[],\"nextToken\":null}");
    text = sorted_text(result);
    assert_string_equal(text, "{\"logGroups\":[]}");
    free(text);
    json_decref(result);
    call_close(&call);

    assert_int_equal(call_open(&call, "delete_log_group"), 0);
    result = call_parse(&call, 200, "");
    assert_non_null(result);
    json_decref(result);
    assert_null(call_parse(&call, 400,
                           "{\"__type\":\"ResourceNotFoundException\",\"message\":\"The specified "
                           "log group does not exist.\"}"));
    assert_string_equal(call.error.code, "ResourceNotFoundException");
    assert_string_equal(call.error.message, "The specified log group does not exist.");
    call_close(&call);
}

static void undo(void **state)
{
    struct call call;
    struct slrun_undo undo = {.kind = NULL};
    json_t *args = json_pack("{s:s, s:{s:s}}", "logGroupName", "/x", "tags", "mine", "1");
    json_t *tags = json_pack("{s:s, s:s}", "mine", "2", "run", "r");
    (void)state;
    assert_int_equal(call_open(&call, "create_log_group"), 0);
    assert_int_equal(call.ctx.op->undo(&call.ctx, args, NULL, &undo), 0);
    assert_string_equal(undo.op, "delete_log_group");
    assert_string_equal(undo.name, "/x");
    char *text = sorted_text(undo.args);
    assert_string_equal(text, "{\"logGroupName\":\"/x\"}");
    free(text);
    assert_int_equal(call.ctx.op->tag(&call.ctx, args, tags), 0);
    text = sorted_text(args);
    assert_string_equal(text, "{\"logGroupName\":\"/x\",\"tags\":{\"mine\":\"1\",\"run\":\"r\"}}");
    free(text);
    json_decref(undo.args);
    json_decref(args);
    json_decref(tags);
    call_close(&call);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(requests),
        cmocka_unit_test(answers),
        cmocka_unit_test(undo),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
