/* SPDX-License-Identifier: Apache-2.0 */
/* Requests and answers of Amazon EventBridge as bytes, and what is undone. */
#include "harness/cmocka_all.h"

#include "expect.h"

static void requests(void **state)
{
    (void)state;
    expect_request(
        "put_events",
        "{\"Entries\":[{\"Source\":\"s\",\"DetailType\":\"t\",\"Detail\":\"{}\",\"Time\":"
        "1700000000}]}",
        .target = "AWSEvents.PutEvents", .type = "application/x-amz-json-1.1",
        .body = "{\"Entries\":[{\"Detail\":\"{}\",\"DetailType\":\"t\",\"Source\":\"s\","
                "\"Time\":1700000000}]}");
}

static void answers(void **state)
{
    (void)state;
    expect_result("list_rules", "{\"Rules\":[],\"NextToken\":null}", "{\"Rules\":[]}");
    expect_error("list_rules",
                 "{\"__type\":\"ResourceNotFoundException\",\"message\":\"Event bus x does not "
                 "exist.\"}",
                 "ResourceNotFoundException: Event bus x does not exist.");
}

static void undo(void **state)
{
    (void)state;
    expect_undo("create_event_bus", .args = "{\"Name\":\"b\"}",
                .undo = "{\"args\":{\"Name\":\"b\"},\"name\":\"b\",\"op\":\"delete_event_bus\"}");
    expect_undo("put_rule", .args = "{\"Name\":\"r\",\"EventBusName\":\"b\"}",
                .undo = "{\"args\":{\"EventBusName\":\"b\",\"Name\":\"r\"},\"name\":\"r\",\"op\":"
                        "\"delete_rule\"}");
}

static void tags(void **state)
{
    (void)state;
    expect_tag("create_event_bus", "{\"Tags\":[{\"Key\":\"run\",\"Value\":\"m\"}]}",
               "{\"Tags\":[{\"Key\":\"run\",\"Value\":\"m\"}]}");
    expect_tag("put_rule", "{}", "{\"Tags\":[{\"Key\":\"run\",\"Value\":\"r\"}]}");
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
