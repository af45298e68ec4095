/* SPDX-License-Identifier: Apache-2.0 */
/* What is told of services that call as themselves, where stacks have policies of what they call
 * already; and when. tests/python/test_roles_services.py has it as services do it. */
#include "harness/json_quoted.h"

#include <string.h>

#include "echo_cloud.h"
#include "local/iam/judge.h"

#define QUEUE  "arn:aws:sqs:us-east-1:111122223333:stack-Jobs-1"
#define RULE   "arn:aws:events:us-east-1:111122223333:rule/stack-Nightly-1"
#define BUCKET "arn:aws:s3:::stack-uploads-1"
#define WORK   "arn:aws:lambda:us-east-1:111122223333:function:stack-Work-1"

#define STATEMENT(service)                                                                         \
    "{'Effect':'Allow','Action':'*','Resource':'*','Principal':{'Service':'" service "'}}"
#define POLICY(id, service)                                                                        \
    "{'Type':'AWS::SQS::QueuePolicy','LogicalId':'" id "','PhysicalId':'p','Properties':{"         \
    "'Queues':['http://h:1/111122223333/stack-Jobs-1'],'PolicyDocument':{'Statement':" STATEMENT(  \
        service) "}}}"
#define PERMISSION(id, rule)                                                                       \
    "{'Type':'AWS::Lambda::Permission','LogicalId':'" id "','PhysicalId':'p','Properties':{"       \
    "'FunctionName':'stack-Work-1','Action':'lambda:InvokeFunction',"                              \
    "'Principal':'events.amazonaws.com','SourceArn':'" rule "'}}"

static void put_stack(struct env *env, const char *more, bool changing)
{
    static const char own[] =
        "[{'Type':'AWS::SQS::Queue','LogicalId':'Jobs','PhysicalId':'http://h:1/1/stack-Jobs-1'},"
        "{'Type':'AWS::Lambda::Function','LogicalId':'Work','PhysicalId':'stack-Work-1'},"
        "{'Type':'AWS::S3::Bucket','LogicalId':'Uploads','PhysicalId':'stack-uploads-1'},"
        "{'Type':'AWS::Events::Rule','LogicalId':'Nightly','PhysicalId':'stack-Nightly-1'}]";
    json_t *resources = json_quoted(changing ? "[]" : own), *others = json_quoted(more);
    json_array_extend(resources, others);
    json_decref(others);
    json_t *stack = json_pack("{s:s, s:o, s:b}", "File", "t.yaml", "Resources", resources,
                              "Changing", changing);
    assert_int_equal(env->api->iam->stack(env->api, "stack", stack), 0);
    json_decref(stack);
}

static void tell(struct env *env, const char *service, const char *source, const char *resource)
{
    const struct judge_asker asker = {.service = service, .source = source};
    const struct judge_refusal refusal = {
        &asker, strstr(resource, ":sqs:") ? "sqs:SendMessage" : "lambda:InvokeFunction", resource,
        POLICY_NOT_LET};
    judge_tell(env->cloud->judge, &refusal);
}

static const char *told(const struct env *env, const char *member)
{
    const json_t *first = json_array_get(env->cloud->judge->told, 0);
    return json_string_value(json_object_get(first, member));
}

#define ALLOW "{Effect: Allow, Principal: {Service: "
#define SEND  "}, Action: sqs:SendMessage, Resource: !GetAtt Jobs.Arn, Condition: {"
#define ARN   "ArnLike: {aws:SourceArn: !GetAtt Nightly.Arn}}}"
#define OWN   "StringEquals: {aws:SourceAccount: !Ref AWS::AccountId}}}"
#define BOTH                                                                                       \
    "t.yaml: A and B are each the whole policy of the queue, and the one that was made last has "  \
    "replaced the other: put their statements into one"

static void the_hint_knows_what_is_there(void **state)
{
    static const struct {
        const char *service, *source, *resource, *others, *hint;
    } rows[] = {
        {"events.amazonaws.com", RULE, QUEUE, "[]",
         "t.yaml: add the resource JobsPolicy: {Type: AWS::SQS::QueuePolicy, Properties: {Queues: "
         "[!Ref Jobs], PolicyDocument: {Statement: " ALLOW "events.amazonaws.com" SEND ARN "}}}"},
        {"s3.amazonaws.com", BUCKET, QUEUE, "[]",
         "t.yaml: add the resource JobsPolicy: {Type: AWS::SQS::QueuePolicy, Properties: {Queues: "
         "[!Ref Jobs], PolicyDocument: {Statement: " ALLOW "s3.amazonaws.com" SEND OWN
         "}}}; and to Uploads: DependsOn: JobsPolicy"},
        {"events.amazonaws.com", RULE, QUEUE, "[" POLICY("A", "s3.amazonaws.com") "]",
         "t.yaml: add to the statements of A: " ALLOW "events.amazonaws.com" SEND ARN},
        {"s3.amazonaws.com", BUCKET, QUEUE, "[" POLICY("A", "s3.amazonaws.com") "]",
         "t.yaml: A allows it, and was made later: add to Uploads: DependsOn: A"},
        {"events.amazonaws.com", RULE, QUEUE,
         "[" POLICY("A", "events.amazonaws.com") "," POLICY("B", "s3.amazonaws.com") "]", BOTH},
        {"sns.amazonaws.com", RULE, QUEUE,
         "[" POLICY("A", "events.amazonaws.com") "," POLICY("B", "s3.amazonaws.com") "]",
         BOTH ", with " ALLOW "sns.amazonaws.com" SEND ARN},
        {"events.amazonaws.com", RULE, WORK, "[{'Type':'X','LogicalId':'WorkPermission'}]",
         "t.yaml: add the resource WorkPermission2: {Type: AWS::Lambda::Permission, Properties: "
         "{Action: lambda:InvokeFunction, FunctionName: !Ref Work, Principal: "
         "events.amazonaws.com, SourceArn: !GetAtt Nightly.Arn}}"},
        {"events.amazonaws.com", RULE, WORK,
         "[" PERMISSION("ByRule", "arn:aws:events:*:*:rule/x") "]",
         "t.yaml: see ByRule: it lets events.amazonaws.com in, but not with SourceArn: !GetAtt "
         "Nightly.Arn"},
        {"events.amazonaws.com", RULE, WORK, "[" PERMISSION("ByRule", RULE) "]",
         "t.yaml: ByRule allows it, and was made later"},
        {"s3.amazonaws.com", BUCKET, WORK, "[]",
         "t.yaml: add the resource WorkPermission: {Type: AWS::Lambda::Permission, Properties: "
         "{Action: lambda:InvokeFunction, FunctionName: !Ref Work, Principal: s3.amazonaws.com, "
         "SourceAccount: !Ref AWS::AccountId}}; and to Uploads: DependsOn: WorkPermission"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct env env;
        env_open(&env);
        put_stack(&env, rows[i].others, false);
        tell(&env, rows[i].service, rows[i].source, rows[i].resource);
        assert_string_equal(told(&env, "hint"), rows[i].hint);
        env_close(&env);
    }
}

/* Before that, nobody knows what things are called in the template, and which policies will come.
 */
static void what_a_stack_meets_is_told_when_it_is_complete(void **state)
{
    struct env env;
    (void)state;
    env_open(&env);
    put_stack(&env, "[]", true);
    tell(&env, "s3.amazonaws.com", BUCKET, QUEUE);
    put_stack(&env, "[]", true);
    assert_int_equal(json_array_size(env.cloud->judge->told), 0);
    put_stack(&env, "[]", false);
    assert_string_equal(
        told(&env, "text"),
        "AWS would refuse: bucket Uploads called sqs:SendMessage on queue Jobs; the "
        "queue has no policy that allows it to s3.amazonaws.com for bucket Uploads");
    put_stack(&env, "[]", true);
    tell(&env, "events.amazonaws.com", RULE, WORK);
    judge_reset(env.cloud->judge);
    put_stack(&env, "[]", false);
    assert_int_equal(json_array_size(env.cloud->judge->told), 0);
    tell(&env, "events.amazonaws.com", RULE, WORK); /* no stack is under way */
    assert_int_equal(json_array_size(env.cloud->judge->told), 1);
    env_close(&env);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_hint_knows_what_is_there),
        cmocka_unit_test(what_a_stack_meets_is_told_when_it_is_complete),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
