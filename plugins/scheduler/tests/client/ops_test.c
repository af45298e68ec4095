/* SPDX-License-Identifier: Apache-2.0 */
/* What EventBridge Scheduler's operations undo, and their tags. */
#include "harness/cmocka_all.h"

#include "expect.h"

static void undo(void **state)
{
    (void)state;
    expect_undo("create_schedule", .args = "{\"Name\":\"s\",\"GroupName\":\"g\"}",
                .undo = "{\"args\":{\"GroupName\":\"g\",\"Name\":\"s\"},\"name\":\"s\",\"op\":"
                        "\"delete_schedule\"}");
    expect_undo("create_schedule_group", .args = "{\"Name\":\"g\"}",
                .undo =
                    "{\"args\":{\"Name\":\"g\"},\"name\":\"g\",\"op\":\"delete_schedule_group\"}");
}

static void tags(void **state)
{
    (void)state;
    expect_tag("create_schedule_group", "{}", "{\"Tags\":[{\"Key\":\"run\",\"Value\":\"r\"}]}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(undo), cmocka_unit_test(tags)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
