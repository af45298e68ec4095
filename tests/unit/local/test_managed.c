/* SPDX-License-Identifier: Apache-2.0 */
/* What AWS's managed policies say to a role. */
#include <string.h>

#include "local/iam/managed.h"
#include "policy_examples.h"

static void managed(void **state)
{
    static const struct {
        const char *policy, *action, *resource;
        enum slrun_policy_effect says;
    } all[] = {
        {"service-role/AWSLambdaBasicExecutionRole", "logs:PutLogEvents", "*", SLRUN_POLICY_ALLOWS},
        {"AWSLambdaBasicExecutionRole", "logs:PutLogEvents", "*", SLRUN_POLICY_ALLOWS},
        {"service-role/AWSLambdaSQSQueueExecutionRole", "sqs:ReceiveMessage", QUEUE,
         SLRUN_POLICY_ALLOWS},
        {"service-role/AWSLambdaSQSQueueExecutionRole", "sqs:SendMessage", QUEUE,
         SLRUN_POLICY_SILENT},
        {"AmazonDynamoDBReadOnlyAccess", "dynamodb:Query", TABLE, SLRUN_POLICY_ALLOWS},
        {"AmazonDynamoDBReadOnlyAccess", "dynamodb:PutItem", TABLE, SLRUN_POLICY_SILENT},
        {"AdministratorAccess", "sqs:SendMessage", QUEUE, SLRUN_POLICY_ALLOWS},
        {"PowerUserAccess", "sqs:SendMessage", QUEUE, SLRUN_POLICY_ALLOWS},
        {"PowerUserAccess", "iam:CreateRole", ROLE, SLRUN_POLICY_SILENT},
        {"AWSLambdaExecute", "s3:GetObject", BUCKET "/a", SLRUN_POLICY_ALLOWS},
    };
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        char arn[128] = "arn:aws:iam::aws:policy/";
        strncat(arn, all[i].policy, sizeof arn - strlen(arn) - 1);
        json_t *document = managed_policy(arn);
        struct policy_ask ask = policy_ask_for(all[i].action, all[i].resource);
        assert_non_null(document);
        if (policy_of_identity(document, &ask) != all[i].says)
            fail_msg("%s: %s", all[i].policy, all[i].action);
        json_decref(document);
    }
    assert_null(managed_policy("arn:aws:iam::aws:policy/NoSuchPolicy"));
    assert_null(managed_policy("arn:aws:iam::123456789012:policy/AdministratorAccess"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(managed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
