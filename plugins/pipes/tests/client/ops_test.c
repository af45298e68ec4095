/* SPDX-License-Identifier: Apache-2.0 */
/* Requests and answers of EventBridge Pipes as bytes, and what is undone. */
#include "harness/cmocka_all.h"

#include "expect.h"

static void undo(void **state)
{
    (void)state;
    expect_undo("create_pipe", .args = "{\"Name\":\"p\"}",
                .undo = "{\"args\":{\"Name\":\"p\"},\"name\":\"p\",\"op\":\"delete_pipe\"}");
}

static void tags(void **state)
{
    (void)state;
    expect_tag("create_pipe", "{}", "{\"Tags\":{\"run\":\"r\"}}");
    expect_tag("create_pipe", "{\"Tags\":{\"run\":\"mine\"}}", "{\"Tags\":{\"run\":\"mine\"}}");
}

static void answers(void **state)
{
    (void)state;
    expect_result("list_pipes", "{\"Pipes\":[]}", "{\"Pipes\":[]}");
    expect_error("describe_pipe", "{\"__type\":\"NotFoundException\",\"message\":\"none\"}",
                 "NotFoundException: none");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(undo),
        cmocka_unit_test(tags),
        cmocka_unit_test(answers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
