/* SPDX-License-Identifier: Apache-2.0 */
/* Requests and answers of AWS Secrets Manager as bytes, and what is undone. */
#include "harness/cmocka_all.h"

#include "expect.h"

static void requests(void **state)
{
    static const char body[] = "{\"SecretId\":\"s\"}";
    (void)state;
    expect_request("get_secret_value", body, .target = "secretsmanager.GetSecretValue",
                   .type = "application/x-amz-json-1.1", .body = body);
    expect_error(
        "get_secret_value",
        "{\"__type\":\"ResourceNotFoundException\",\"Message\":\"Secrets Manager can't find "
        "the specified secret.\"}",
        "ResourceNotFoundException: Secrets Manager can't find the specified secret.");
}

static void undo(void **state)
{
    (void)state;
    expect_undo("create_secret", .args = "{\"Name\":\"s\"}",
                .undo =
                    "{\"args\":{\"ForceDeleteWithoutRecovery\":true,\"SecretId\":\"s\"},\"by\":{"
                    "\"SecretId\":\"s\"},\"name\":\"s\",\"op\":\"delete_secret\"}");
    expect_undo("create_secret", .args = "{\"Name\":\"s\"}", .result = "{\"ARN\":\"arn:s\"}",
                .undo = "{\"args\":{\"ForceDeleteWithoutRecovery\":true,\"SecretId\":\"arn:s\"},"
                        "\"by\":{\"SecretId\":\"arn:s\"},\"name\":\"s\",\"op\":\"delete_secret\"}");
    expect_tag("create_secret", "{}", "{\"Tags\":[{\"Key\":\"run\",\"Value\":\"r\"}]}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(requests),
        cmocka_unit_test(undo),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
