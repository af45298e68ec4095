/* SPDX-License-Identifier: Apache-2.0 */
/* Requests, answers, tags and undos of the client half, with bytes. */
#include "harness/cmocka_all.h"

#include "client/ops.h"
#include "expect.h"

#define VERSION "&Version=2010-05-15"

static void requests(void **state)
{
    (void)state;
    expect_request("describe_stacks", "{\"StackName\":\"s\"}",
                   .body = "Action=DescribeStacks" VERSION "&StackName=s");
    expect_request(
        "create_stack",
        "{\"StackName\":\"s\",\"TemplateBody\":\"a: 1\\n\",\"Parameters\":[{"
        "\"ParameterKey\":\"k\",\"ParameterValue\":\"v w\"},{\"ParameterKey\":\"l\","
        "\"UsePreviousValue\":true}],\"Capabilities\":[\"CAPABILITY_IAM\"]}",
        .body = "Action=CreateStack" VERSION "&StackName=s&TemplateBody=a%3A%201%0A"
                "&Parameters.member.1.ParameterKey=k&Parameters.member.1.ParameterValue=v%20w"
                "&Parameters.member.2.ParameterKey=l&Parameters.member.2.UsePreviousValue=true"
                "&Capabilities.member.1=CAPABILITY_IAM");
    expect_request("delete_stack", "{\"StackName\":\"s\",\"RetainResources\":[\"a\",\"b\"]}",
                   .body = "Action=DeleteStack" VERSION
                           "&StackName=s&RetainResources.member.1=a&RetainResources.member.2=b");
}

static void answers(void **state)
{
    (void)state;
    expect_result("create_stack",
                  "<CreateStackResponse><CreateStackResult><StackId>arn:x</StackId>"
                  "</CreateStackResult></CreateStackResponse>",
                  "{\"StackId\":\"arn:x\"}");
    expect_result(
        "describe_stacks",
        "<DescribeStacksResponse><DescribeStacksResult><Stacks><member>"
        "<StackName>s</StackName><CreationTime>2026-01-02T03:04:05.600Z</CreationTime>"
        "<Outputs><member><OutputKey>k</OutputKey><OutputValue>v</OutputValue></member>"
        "</Outputs><DisableRollback>false</DisableRollback></member></Stacks>"
        "</DescribeStacksResult></DescribeStacksResponse>",
        "{\"Stacks\":[{\"CreationTime\":1767323045.6,\"DisableRollback\":false,\"Outputs\":[{"
        "\"OutputKey\":\"k\",\"OutputValue\":\"v\"}],\"StackName\":\"s\"}]}");
    expect_result("delete_stack", "<DeleteStackResponse/>", "{}");
    expect_error("describe_stacks",
                 "<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code>"
                 "<Message>Stack with id s does not exist</Message></Error></ErrorResponse>",
                 "ValidationError: Stack with id s does not exist");
}

/* ---- undo and tags ---- */

#define REMOVES(id) "{\"args\":{\"StackName\":\"" id "\"},\"name\":\"s\",\"op\":\"delete_stack\"}"

static void undos(void **state)
{
    (void)state;
    expect_undo("create_stack", .args = "{\"StackName\":\"s\"}", .undo = REMOVES("s"),
                .waiter = "stack_gone");
    expect_undo("create_stack", .args = "{\"StackName\":\"s\"}",
                .result = "{\"StackId\":\"arn:s\"}", .undo = REMOVES("arn:s"));
    expect_undo("create_change_set", .args = "{\"StackName\":\"s\",\"ChangeSetType\":\"CREATE\"}",
                .result = "{\"Id\":\"i\",\"StackId\":\"arn:s\"}", .undo = REMOVES("arn:s"));
    expect_undo("create_change_set", .args = "{\"StackName\":\"s\"}");
}

static void tags(void **state)
{
    (void)state;
    expect_tag("create_stack", "{}", "{\"Tags\":[{\"Key\":\"run\",\"Value\":\"r\"}]}");
    expect_tag("create_stack", "{\"Tags\":[{\"Key\":\"run\",\"Value\":\"own\"}]}",
               "{\"Tags\":[{\"Key\":\"run\",\"Value\":\"own\"}]}");
    expect_tag("create_change_set", "{\"ChangeSetType\":\"CREATE\"}",
               "{\"ChangeSetType\":\"CREATE\",\"Tags\":[{\"Key\":\"run\",\"Value\":\"r\"}]}");
    expect_tag("create_change_set", "{}", "{}"); /* somebody's stack */
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(requests), cmocka_unit_test(answers),
                                       cmocka_unit_test(undos), cmocka_unit_test(tags)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
