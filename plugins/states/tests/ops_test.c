/* SPDX-License-Identifier: Apache-2.0 */
/* Requests and answers of AWS Step Functions as bytes, and what is undone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

#define MACHINE "arn:aws:states:us-east-1:123456789012:stateMachine:m"
#define STARTED "arn:aws:states:us-east-1:123456789012:execution:m:n"
#define EXPRESS "arn:aws:states:us-east-1:123456789012:express:m:n:u"

static void requests(void **state)
{
    static const char body[] = "{\"stateMachineArn\":\"" MACHINE "\"}";
    struct call call;
    struct slrun_request req;
    (void)state;
    assert_int_equal(call_open(&call, "start_sync_execution"), 0);
    assert_int_equal(call_build(&call, body, &req), 0);
    assert_string_equal(call.ctx.host->header_get(req.headers, req.n_headers, "X-Amz-Target"),
                        "AWSStepFunctions.StartSyncExecution");
    assert_string_equal(call.ctx.host->header_get(req.headers, req.n_headers, "Content-Type"),
                        "application/x-amz-json-1.0");
    assert_int_equal(req.body.size, strlen(body));
    assert_memory_equal(req.body.data, body, strlen(body));
    assert_string_equal(call.ctx.op->service->endpoint_prefix, "sync-states");
    assert_string_equal(call.ctx.op->service->signing_name, "states");
    call_close(&call);
}

static void answers(void **state)
{
    struct call call;
    (void)state;
    assert_int_equal(call_open(&call, "stop_execution"), 0);
    json_t *result = call_parse(&call, 200, "{\"stopDate\":1.5}");
    assert_true(json_real_value(json_object_get(result, "stopDate")) == 1.5);
    json_decref(result);
    assert_null(call_parse(&call, 400,
                           "{\"__type\":\"com.amazonaws.swf.service.v2.model#ExecutionDoesNotExist"
                           "\",\"message\":\"Execution Does Not Exist: 'x'\"}"));
    assert_string_equal(call.error.code, "ExecutionDoesNotExist");
    call_close(&call);
}

/* wanted NULL: nothing to undo. */
static void expect_undo(const char *op, const char *args_text, const char *result_text,
                        const char *wanted)
{
    struct call call;
    struct slrun_undo undo = {.kind = NULL};
    json_t *args = json_loads(args_text, 0, NULL);
    json_t *result = result_text ? json_loads(result_text, 0, NULL) : NULL;
    assert_int_equal(call_open(&call, op), 0);
    assert_int_equal(call.ctx.op->undo(&call.ctx, args, result, &undo), wanted ? 0 : 1);
    if (wanted) {
        json_t *all =
            json_pack("{s:s, s:s, s:O}", "name", undo.name, "op", undo.op, "args", undo.args);
        char *text = sorted_text(all);
        assert_string_equal(text, wanted);
        free(text);
        json_decref(all);
    }
    json_decref(undo.args);
    json_decref(args);
    json_decref(result);
    call_close(&call);
}

static void undo(void **state)
{
    static const char stop[] =
        "{\"args\":{\"executionArn\":\"" STARTED "\"},\"name\":\"n\",\"op\":\"stop_execution\"}";
    (void)state;
    expect_undo("create_state_machine", "{\"name\":\"m\"}", NULL, NULL);
    expect_undo("create_state_machine", "{\"name\":\"m\"}", "{\"stateMachineArn\":\"" MACHINE "\"}",
                "{\"args\":{\"stateMachineArn\":\"" MACHINE
                "\"},\"name\":\"m\",\"op\":\"delete_state_machine\"}");
    expect_undo("start_execution", "{\"name\":\"n\",\"stateMachineArn\":\"" MACHINE "\"}", NULL,
                stop);
    expect_undo("start_execution", "{\"name\":\"n\",\"stateMachineArn\":\"" MACHINE ":live\"}",
                NULL, stop);
    expect_undo("start_execution", "{\"name\":\"n\",\"stateMachineArn\":\"" MACHINE "\"}",
                "{\"executionArn\":\"" STARTED "\"}", stop);
    expect_undo("start_execution", "{\"name\":\"n\",\"stateMachineArn\":\"" MACHINE "\"}",
                "{\"executionArn\":\"" EXPRESS "\"}", NULL);
    expect_undo("start_execution", "{\"name\":\"n\",\"stateMachineArn\":\"x\"}", NULL, NULL);
    expect_undo("start_execution", "{\"stateMachineArn\":\"" MACHINE "\"}",
                "{\"executionArn\":\"" STARTED "\"}", NULL);
}

static void tags(void **state)
{
    struct call call;
    json_t *args = json_loads("{\"tags\":[{\"key\":\"run\",\"value\":\"mine\"}]}", 0, NULL);
    json_t *more = json_pack("{s:s, s:s}", "run", "r", "more", "m");
    (void)state;
    assert_int_equal(call_open(&call, "create_state_machine"), 0);
    assert_int_equal(call.ctx.op->tag(&call.ctx, args, more), 0);
    char *text = sorted_text(args);
    assert_string_equal(text, "{\"tags\":[{\"key\":\"run\",\"value\":\"mine\"},{\"key\":\"more\","
                              "\"value\":\"m\"}]}");
    free(text);
    json_decref(args);
    json_decref(more);
    call_close(&call);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(requests),
        cmocka_unit_test(answers),
        cmocka_unit_test(undo),
        cmocka_unit_test(tags),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
