/* SPDX-License-Identifier: Apache-2.0 */
/* Requests and answers of CloudWatch Logs as bytes, and what is undone. */
#include "harness/cmocka_all.h"

#include "expect.h"

#define JSON_1_1 "application/x-amz-json-1.1"

static void requests(void **state)
{
    (void)state;
    expect_request("create_log_group", "{\"tags\":{\"b\":\"1\"},\"logGroupName\":\"/a\"}",
                   .target = "Logs_20140328.CreateLogGroup", .type = JSON_1_1,
                   .body = "{\"logGroupName\":\"/a\",\"tags\":{\"b\":\"1\"}}");
    expect_request("put_log_events",
                   "{\"logGroupName\":\"g\",\"logStreamName\":\"s\",\"logEvents\":[{\"timestamp\":"
                   "1700000000000,\"message\":\"grüße\"}]}",
                   .target = "Logs_20140328.PutLogEvents", .type = JSON_1_1,
                   .body = "{\"logEvents\":[{\"message\":\"grüße\",\"timestamp\":1700000000000}],"
                           "\"logGroupName\":\"g\",\"logStreamName\":\"s\"}");
    expect_request("filter_log_events", "{\"logGroupName\":\"g\",\"startFromHead\":false}",
                   .target = "Logs_20140328.FilterLogEvents", .type = JSON_1_1,
                   .body = "{\"logGroupName\":\"g\",\"startFromHead\":false}");
}

static void answers(void **state)
{
    (void)state;
    expect_result("put_log_events", "{\"rejectedLogEventsInfo\":{\"tooOldLogEventEndIndex\":1}}",
                  "{\"rejectedLogEventsInfo\":{\"tooOldLogEventEndIndex\":1}}");
    expect_result("describe_log_groups", "{\"logGroups\":[],\"nextToken\":null}",
                  "{\"logGroups\":[]}");
    expect_result("delete_log_group", "", "{}");
    expect_error("delete_log_group",
                 "{\"__type\":\"ResourceNotFoundException\",\"message\":\"The specified log group "
                 "does not exist.\"}",
                 "ResourceNotFoundException: The specified log group does not exist.");
}

static void undo(void **state)
{
    (void)state;
    expect_undo("create_log_group", .args = "{\"logGroupName\":\"/x\"}",
                .undo = "{\"args\":{\"logGroupName\":\"/x\"},\"name\":\"/x\",\"op\":"
                        "\"delete_log_group\"}");
    expect_tag("create_log_group", "{\"logGroupName\":\"/x\",\"tags\":{\"mine\":\"1\"}}",
               "{\"logGroupName\":\"/x\",\"tags\":{\"mine\":\"1\",\"run\":\"r\"}}");
    expect_tag("create_log_group", "{\"tags\":{\"run\":\"mine\"}}",
               "{\"tags\":{\"run\":\"mine\"}}");
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
