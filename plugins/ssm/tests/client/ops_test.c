/* SPDX-License-Identifier: Apache-2.0 */
/* Requests and answers of Parameter Store as bytes, and what is undone. */
#include "harness/cmocka_all.h"

#include "expect.h"

static void requests(void **state)
{
    static const char body[] = "{\"Name\":\"/a\",\"WithDecryption\":true}";
    (void)state;
    expect_request("get_parameter", body, .target = "AmazonSSM.GetParameter",
                   .type = "application/x-amz-json-1.1", .body = body);
    expect_error("get_parameter", "{\"__type\":\"ParameterNotFound\",\"message\":\"no\"}",
                 "ParameterNotFound: no");
}

static void undo(void **state)
{
    (void)state;
    expect_undo("put_parameter", .args = "{\"Name\":\"/a\"}",
                .undo =
                    "{\"args\":{\"Name\":\"/a\"},\"by\":{\"ResourceId\":\"/a\",\"ResourceType\":"
                    "\"Parameter\"},\"name\":\"/a\",\"op\":\"delete_parameter\"}");
    expect_undo("put_parameter", .args = "{\"Name\":\"/a\",\"Overwrite\":true}",
                .undo = "{\"args\":{\"Name\":\"/a\"},\"name\":\"/a\",\"op\":\"delete_parameter\"}");
}

static void tags(void **state)
{
    (void)state;
    expect_tag("put_parameter", "{}", "{\"Tags\":[{\"Key\":\"run\",\"Value\":\"r\"}]}");
    expect_tag("put_parameter", "{\"Overwrite\":true}", "{\"Overwrite\":true}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(requests),
        cmocka_unit_test(undo),
        cmocka_unit_test(tags),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
