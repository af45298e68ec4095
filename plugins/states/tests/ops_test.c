/* SPDX-License-Identifier: Apache-2.0 */
/* Requests and answers of AWS Step Functions as bytes, and what is undone. */
#include "harness/cmocka_all.h"

#include "expect.h"

#define MACHINE "arn:aws:states:us-east-1:123456789012:stateMachine:m"
#define STARTED "arn:aws:states:us-east-1:123456789012:execution:m:n"
#define EXPRESS "arn:aws:states:us-east-1:123456789012:express:m:n:u"

static void requests(void **state)
{
    static const char body[] = "{\"stateMachineArn\":\"" MACHINE "\"}";
    (void)state;
    expect_request("start_sync_execution", body, .target = "AWSStepFunctions.StartSyncExecution",
                   .type = "application/x-amz-json-1.0", .body = body);
}

static void one_operation_has_an_address_of_its_own(void **state)
{
    struct call call;
    (void)state;
    assert_int_equal(call_open(&call, "start_sync_execution"), 0);
    assert_string_equal(call.ctx.op->service->endpoint_prefix, "sync-states");
    assert_string_equal(call.ctx.op->service->signing_name, "states");
    call_close(&call);
}

static void answers(void **state)
{
    (void)state;
    expect_result("stop_execution", "{\"stopDate\":1.5}", "{\"stopDate\":1.5}");
    expect_error("stop_execution",
                 "{\"__type\":\"com.amazonaws.swf.service.v2.model#ExecutionDoesNotExist\","
                 "\"message\":\"Execution Does Not Exist: 'x'\"}",
                 "ExecutionDoesNotExist: Execution Does Not Exist: 'x'");
}

static void undo(void **state)
{
    static const char named[] = "{\"name\":\"n\",\"stateMachineArn\":\"" MACHINE "\"}";
    static const char stop[] =
        "{\"args\":{\"executionArn\":\"" STARTED "\"},\"name\":\"n\",\"op\":\"stop_execution\"}";
    (void)state;
    expect_undo("create_state_machine", .args = "{\"name\":\"m\"}");
    expect_undo("create_state_machine", .args = "{\"name\":\"m\"}",
                .result = "{\"stateMachineArn\":\"" MACHINE "\"}",
                .undo = "{\"args\":{\"stateMachineArn\":\"" MACHINE
                        "\"},\"name\":\"m\",\"op\":\"delete_state_machine\"}");
    expect_undo("start_execution", .args = named, .undo = stop);
    expect_undo("start_execution",
                .args = "{\"name\":\"n\",\"stateMachineArn\":\"" MACHINE ":live\"}", .undo = stop);
    expect_undo("start_execution", .args = named, .result = "{\"executionArn\":\"" STARTED "\"}",
                .undo = stop);
    expect_undo("start_execution", .args = named, .result = "{\"executionArn\":\"" EXPRESS "\"}");
    expect_undo("start_execution", .args = "{\"name\":\"n\",\"stateMachineArn\":\"x\"}");
    expect_undo("start_execution", .args = "{\"stateMachineArn\":\"" MACHINE "\"}",
                .result = "{\"executionArn\":\"" STARTED "\"}");
}

static void tags(void **state)
{
    (void)state;
    expect_tag("create_state_machine", "{\"tags\":[{\"key\":\"mine\",\"value\":\"m\"}]}",
               "{\"tags\":[{\"key\":\"mine\",\"value\":\"m\"},{\"key\":\"run\",\"value\":\"r\"}]}");
    expect_tag("create_state_machine", "{\"tags\":[{\"key\":\"run\",\"value\":\"mine\"}]}",
               "{\"tags\":[{\"key\":\"run\",\"value\":\"mine\"}]}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(requests), cmocka_unit_test(one_operation_has_an_address_of_its_own),
        cmocka_unit_test(answers),  cmocka_unit_test(undo),
        cmocka_unit_test(tags),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
