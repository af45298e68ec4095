/* SPDX-License-Identifier: Apache-2.0 */
/* Requests, answers, tags and undos of the client half, with bytes. */
#include "harness/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include "client/ops.h"
#include "support.h"

#define VERSION "&Version=2010-05-15"

static void check_build(const char *op, const char *args, const char *body)
{
    struct call call;
    struct slrun_request req;
    assert_int_equal(call_open(&call, op), 0);
    if (call_build(&call, args, &req) != 0)
        fail_msg("%s: %s", op, call.error.message);
    assert_string_equal(req.body.data, body);
    call_close(&call);
}

static void requests(void **state)
{
    (void)state;
    check_build("describe_stacks", "{\"StackName\":\"s\"}",
                "Action=DescribeStacks" VERSION "&StackName=s");
    check_build("create_stack",
                "{\"StackName\":\"s\",\"TemplateBody\":\"a: 1\\n\",\"Parameters\":[{"
                "\"ParameterKey\":\"k\",\"ParameterValue\":\"v w\"},{\"ParameterKey\":\"l\","
                "\"UsePreviousValue\":true}],\"Capabilities\":[\"CAPABILITY_IAM\"]}",
                "Action=CreateStack" VERSION "&StackName=s&TemplateBody=a%3A%201%0A"
                "&Parameters.member.1.ParameterKey=k&Parameters.member.1.ParameterValue=v%20w"
                "&Parameters.member.2.ParameterKey=l&Parameters.member.2.UsePreviousValue=true"
                "&Capabilities.member.1=CAPABILITY_IAM");
    check_build("delete_stack", "{\"StackName\":\"s\",\"RetainResources\":[\"a\",\"b\"]}",
                "Action=DeleteStack" VERSION
                "&StackName=s&RetainResources.member.1=a&RetainResources.member.2=b");
}

static void check_parse(const char *op, int status, const char *body, const char *expected)
{
    struct call call;
    assert_int_equal(call_open(&call, op), 0);
    json_t *result = call_parse(&call, status, body);
    char *text = sorted_text(result);
    assert_string_equal(text ? text : call.error.message, expected);
    free(text);
    json_decref(result);
    call_close(&call);
}

static void answers(void **state)
{
    (void)state;
    check_parse("create_stack", 200,
                "<CreateStackResponse><CreateStackResult><StackId>arn:x</StackId>"
                "</CreateStackResult></CreateStackResponse>",
                "{\"StackId\":\"arn:x\"}");
    check_parse(
        "describe_stacks", 200,
        "<DescribeStacksResponse><DescribeStacksResult><Stacks><member>"
        "<StackName>s</StackName><CreationTime>2026-01-02T03:04:05.600Z</CreationTime>"
        "<Outputs><member><OutputKey>k</OutputKey><OutputValue>v</OutputValue></member>"
        "</Outputs><DisableRollback>false</DisableRollback></member></Stacks>"
        "</DescribeStacksResult></DescribeStacksResponse>",
        "{\"Stacks\":[{\"CreationTime\":1767323045.6,\"DisableRollback\":false,\"Outputs\":[{"
        "\"OutputKey\":\"k\",\"OutputValue\":\"v\"}],\"StackName\":\"s\"}]}");
    check_parse("delete_stack", 200, "<DeleteStackResponse/>", "{}");
    check_parse("describe_stacks", 400,
                "<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code>"
                "<Message>Stack with id s does not exist</Message></Error></ErrorResponse>",
                "Stack with id s does not exist");
}

/* ---- undo and tags ---- */

static const struct slrun_op *op_named(const char *name)
{
    for (size_t i = 0; i < CLOUDFORMATION_OPS; i++)
        if (strcmp(cloudformation_ops[i].name, name) == 0)
            return &cloudformation_ops[i];
    return NULL;
}

static void check_undo(const char *op, const char *args_text, const char *result_text,
                       const char *expected)
{
    struct call call;
    struct slrun_undo undo = {.kind = NULL};
    json_t *args = json_loads(args_text, 0, NULL);
    json_t *result = result_text ? json_loads(result_text, 0, NULL) : NULL;
    assert_int_equal(call_open(&call, op), 0);
    int made = op_named(op)->undo(&call.ctx, args, result, &undo);
    assert_int_equal(made, expected ? 0 : 1);
    if (expected) {
        char *text = sorted_text(undo.args);
        assert_string_equal(text, expected);
        assert_string_equal(undo.name, "s");
        assert_string_equal(undo.op, "delete_stack");
        free(text);
    }
    json_decref(undo.args);
    json_decref(args);
    json_decref(result);
    call_close(&call);
}

static void undos(void **state)
{
    (void)state;
    check_undo("create_stack", "{\"StackName\":\"s\"}", NULL, "{\"StackName\":\"s\"}");
    check_undo("create_stack", "{\"StackName\":\"s\"}", "{\"StackId\":\"arn:s\"}",
               "{\"StackName\":\"arn:s\"}");
    check_undo("create_change_set", "{\"StackName\":\"s\",\"ChangeSetType\":\"CREATE\"}",
               "{\"Id\":\"i\",\"StackId\":\"arn:s\"}", "{\"StackName\":\"arn:s\"}");
    check_undo("create_change_set", "{\"StackName\":\"s\"}", NULL, NULL);
}

static void check_tag(const char *op, const char *args_text, const char *expected)
{
    struct call call;
    json_t *args = json_loads(args_text, 0, NULL), *tags = json_pack("{s:s}", "slrun:run", "r");
    assert_int_equal(call_open(&call, op), 0);
    assert_int_equal(op_named(op)->tag(&call.ctx, args, tags), 0);
    char *text = sorted_text(args);
    assert_string_equal(text, expected);
    free(text);
    json_decref(args);
    json_decref(tags);
    call_close(&call);
}

static void tags(void **state)
{
    (void)state;
    check_tag("create_stack", "{}", "{\"Tags\":[{\"Key\":\"slrun:run\",\"Value\":\"r\"}]}");
    check_tag("create_stack", "{\"Tags\":[{\"Key\":\"slrun:run\",\"Value\":\"own\"}]}",
              "{\"Tags\":[{\"Key\":\"slrun:run\",\"Value\":\"own\"}]}");
    check_tag("create_change_set", "{\"ChangeSetType\":\"CREATE\"}",
              "{\"ChangeSetType\":\"CREATE\",\"Tags\":[{\"Key\":\"slrun:run\",\"Value\":\"r\"}]}");
    check_tag("create_change_set", "{}", "{}"); /* somebody's stack */
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(requests), cmocka_unit_test(answers),
                                       cmocka_unit_test(undos), cmocka_unit_test(tags)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
