/* SPDX-License-Identifier: Apache-2.0 */
/* What is told of what AWS would refuse: why, what would allow it, and each thing once. */
#include "harness/json_quoted.h"

#include <stdio.h>
#include <string.h>

#include <slrun/member.h>

#include "base/buf.h"
#include "echo_cloud.h"
#include "local/iam/judge.h"

#define ACCOUNT  "111122223333"
#define ROLE     "arn:aws:iam::" ACCOUNT ":role/writer"
#define TABLE    "arn:aws:dynamodb:eu-west-1:" ACCOUNT ":table/Orders"
#define FUNCTION "arn:aws:lambda:eu-west-1:" ACCOUNT ":function:hello"

/* A stack with the role; `statements` of its one policy. */
static void put_role(struct env *env, const char *statements)
{
    json_t *stack = json_quoted("{'File':'t.yaml','Resources':[{'Type':'AWS::IAM::Role',"
                                "'LogicalId':'Writer','Line':7,'Arn':'" ROLE "','Properties':{"
                                "'Policies':[{'PolicyDocument':{}}]}}]}");
    json_t *role = json_array_get(json_object_get(stack, "Resources"), 0);
    json_t *policies = json_object_get(json_object_get(role, "Properties"), "Policies");
    json_object_set_new(json_object_get(json_array_get(policies, 0), "PolicyDocument"), "Statement",
                        json_quoted(statements));
    assert_int_equal(env->api->iam->stack(env->api, "stack", stack), 0);
    json_decref(stack);
}

static struct judge_session *session_named(struct env *env, const char *name)
{
    const struct slrun_iam_session wanted = {ROLE, name, ACCOUNT};
    struct judge_session *s = judge_session_find(
        env->cloud->judge, env->api->iam->session(env->api, &wanted)->access_key);
    assert_non_null(s);
    (void)judge_knows(env->cloud->judge, s);
    return s;
}

/* What reads `action` on the table of a region. */
static bool tell(struct env *env, const char *name, const char *action, const char *resource)
{
    const struct judge_asker asker = {.session = session_named(env, name)};
    const struct judge_ask ask = {action, resource, "eu-west-1", NULL};
    struct judge_refusal refusal;
    bool refused = judge_is_refused(env->cloud->judge, &asker, &ask, &refusal);
    if (refused)
        judge_tell(env->cloud->judge, &refusal);
    return refused;
}

static void on_heard(void *arg, const json_t *refusal)
{
    (void)refusal;
    ++*(unsigned *)arg;
}

static void each_refusal_is_told_once(void **state)
{
    struct env env;
    unsigned heard = 0;
    (void)state;
    env_open(&env);
    env.cloud->judge->heard = on_heard;
    env.cloud->judge->heard_arg = &heard;
    put_role(&env, "[]");
    assert_true(tell(&env, "fn", "dynamodb:GetItem", TABLE));
    assert_true(tell(&env, "fn", "dynamodb:GetItem", TABLE));
    assert_int_equal(heard, 1);
    assert_true(tell(&env, "fn", "dynamodb:PutItem", TABLE));
    assert_true(tell(&env, "fn", "dynamodb:GetItem", TABLE "2"));
    assert_true(tell(&env, "fn2", "dynamodb:GetItem", TABLE));
    assert_int_equal(heard, 4);
    assert_int_equal(json_array_size(env.cloud->judge->told), 4);
    env_close(&env);
}

/* A need of a role that no stack has yet is judged when one has it, and then no more. */
static void a_need_waits_for_its_role(void **state)
{
    const struct slrun_iam_need need = {
        .caller = {.role = ROLE, .name = "fn"}, .action = "dynamodb:GetRecords", .resource = TABLE};
    struct env env;
    unsigned heard = 0;
    (void)state;
    env_open(&env);
    struct judge *judge = env.cloud->judge;
    judge->heard = on_heard;
    judge->heard_arg = &heard;
    judge->mode = JUDGE_ENFORCE;
    assert_int_equal(env.api->iam->need(env.api, &need), 0);
    assert_int_equal(heard, 0);
    put_role(&env, "[]");
    assert_int_equal(heard, 1);
    assert_int_equal(json_array_size(judge->needs), 0);
    assert_int_equal(env.api->iam->need(env.api, &need), 1);
    judge->mode = JUDGE_WARN;
    assert_int_equal(env.api->iam->need(env.api, &need), 0);
    put_role(&env, "{'Effect':'Allow','Action':'*','Resource':'*'}");
    judge->mode = JUDGE_ENFORCE;
    assert_int_equal(env.api->iam->need(env.api, &need), 0);
    env_close(&env);
}

/* Whether a request to the address of what has this policy is refused where that is enforced. */
static int visit(struct env *env, const char *access_key, const char *policy)
{
    json_t *own = json_quoted(policy), *keys = json_quoted("{'lambda:FunctionUrlAuthType':'NONE'}");
    const struct slrun_iam_visit visit = {.access_key = access_key,
                                          .action = "lambda:InvokeFunctionUrl",
                                          .resource = FUNCTION,
                                          .policy = own,
                                          .keys = keys,
                                          .what = "answer requests to the URL of"};
    int refused = env->api->iam->visit(env->api, &visit);
    json_decref(own);
    json_decref(keys);
    return refused;
}

#define LETS(who, auth)                                                                            \
    "{'Statement':[{'Effect':'Allow','Principal':" who ",'Action':'lambda:InvokeFunctionUrl',"     \
    "'Resource':'" FUNCTION "','Condition':{'StringEquals':{'lambda:FunctionUrlAuthType':'" auth   \
    "'}}}]}"

static void visits(void **state)
{
    struct env env;
    (void)state;
    env_open(&env);
    struct judge *judge = env.cloud->judge;
    judge->mode = JUDGE_ENFORCE;
    put_role(&env, "[]");
    const char *key = session_named(&env, "fn")->access_key;
    assert_int_equal(visit(&env, NULL, LETS("'*'", "NONE")), 0);
    assert_int_equal(visit(&env, key, LETS("'*'", "NONE")), 0);
    assert_int_equal(visit(&env, "test", "{}"), 0); /* nobody's whom policies bound */
    assert_int_equal(json_array_size(judge->told), 0);
    assert_int_equal(visit(&env, NULL, "{}"), 1);
    assert_int_equal(visit(&env, NULL, LETS("'*'", "AWS_IAM")), 1);
    assert_int_equal(visit(&env, NULL, LETS("{'Service':'lambda.amazonaws.com'}", "NONE")), 1);
    assert_int_equal(json_array_size(judge->told), 1);
    assert_int_equal(visit(&env, key, "{}"), 1);
    judge->mode = JUDGE_WARN;
    assert_int_equal(visit(&env, key, "{}"), 0);
    judge->mode = JUDGE_OFF;
    assert_int_equal(visit(&env, NULL, "{}"), 0);
    assert_int_equal(json_array_size(judge->told), 2);
    const json_t *told = json_array_get(judge->told, 0);
    assert_string_equal(
        slrun_text_or(told, "text", ""),
        "AWS would refuse to answer requests to the URL of function hello: it needs "
        "lambda:InvokeFunctionUrl on function hello; the function has no policy "
        "that allows it to everyone");
    assert_non_null(
        strstr(slrun_text_or(told, "hint", ""), "Principal: \"*\", FunctionUrlAuthType: NONE}}"));
    env_close(&env);
}

static void reasons(void **state)
{
    static const struct {
        const char *statements, *reason;
    } rows[] = {
        {"[]", "its role allows nothing of dynamodb"},
        {"{'Effect':'Allow','Action':'sqs:*','Resource':'*'}",
         "its role allows nothing of dynamodb"},
        {"{'Effect':'Allow','Action':['dynamodb:Query','DynamoDB:Scan'],'Resource':'*'}",
         "its role allows only dynamodb:Query, DynamoDB:Scan"},
        {"{'Effect':'Allow','Action':['dynamodb:A','dynamodb:B','dynamodb:C','dynamodb:D',"
         "'dynamodb:E','dynamodb:F','dynamodb:G'],'Resource':'*'}",
         "its role allows only dynamodb:A, dynamodb:B, dynamodb:C, dynamodb:D, dynamodb:E, ..."},
        {"[{'Effect':'Allow','Action':'dynamodb:*','Resource':['x','y']},"
         "{'Effect':'Allow','Action':'dynamodb:Get*','Resource':'x'}]",
         "its role allows that only on x, y"},
        {"{'Effect':'Allow','Action':'dynamodb:*','Resource':'*',"
         "'Condition':{'StringEquals':{'aws:PrincipalAccount':'1'}}}",
         "its role allows that only under a condition"},
        {"{'Effect':'Deny','Action':'dynamodb:*','Resource':'*'}",
         "a policy of its role denies it"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct env env;
        struct buf text = BUF_INIT(JUDGE_TEXT_MAX);
        struct judge_refusal refusal;
        env_open(&env);
        put_role(&env, rows[i].statements);
        const struct judge_asker asker = {.session = session_named(&env, "fn")};
        const struct judge_ask ask = {"dynamodb:GetItem", TABLE, "eu-west-1", NULL};
        assert_true(judge_is_refused(env.cloud->judge, &asker, &ask, &refusal));
        judge_add_reason(&text, env.cloud->judge, &refusal);
        assert_string_equal(buf_str(&text), rows[i].reason);
        buf_free(&text);
        env_close(&env);
    }
}

static void it_is_allowed_in_another_region(void **state)
{
    static const struct {
        const char *allowed;
        bool there;
    } rows[] = {
        {"arn:aws:dynamodb:us-east-1:" ACCOUNT ":table/Orders", true},
        {"arn:aws:dynamodb:us-east-1:" ACCOUNT ":table/*", true},
        {"arn:aws:dynamodb:us-east-1:" ACCOUNT ":table/Others", false},
        {"arn:aws:dynamodb:us-*:" ACCOUNT ":table/Orders", false},
        {"arn:aws:s3:::Orders", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct env env;
        char statements[256];
        struct buf text = BUF_INIT(JUDGE_TEXT_MAX);
        struct judge_refusal refusal;
        env_open(&env);
        snprintf(statements, sizeof statements, "{'Effect':'Allow','Action':'*','Resource':'%s'}",
                 rows[i].allowed);
        put_role(&env, statements);
        const struct judge_asker asker = {.session = session_named(&env, "fn")};
        const struct judge_ask ask = {"dynamodb:GetItem", TABLE, "eu-west-1", NULL};
        assert_true(judge_is_refused(env.cloud->judge, &asker, &ask, &refusal));
        assert_int_equal(judge_add_other_region(&text, &refusal), rows[i].there);
        assert_string_equal(buf_str(&text),
                            rows[i].there ? "the call went to eu-west-1, and what the role allows "
                                            "is in us-east-1: which region does the client name?"
                                          : "");
        buf_free(&text);
        env_close(&env);
    }
}

/* A stack with one resource, which has the name of the ARN; none without a type. */
static void put_resource(struct env *env, const char *type, const char *name)
{
    json_t *stack = json_pack("{s:s, s:[{s:s, s:s, s:s}]}", "File", "t.yaml", "Resources", "Type",
                              type ? type : "", "LogicalId", "Own", "PhysicalId", name);
    assert_int_equal(env->api->iam->stack(env->api, "other", stack), 0);
    json_decref(stack);
}

#define STATEMENT(action, arn) "{Effect: Allow, Action: " action ", Resource: " arn "}"

static void what_would_allow_it(void **state)
{
    static const struct {
        const char *action, *arn, *type, *name; /* NULL: no stack has it */
        const char *sam, *statement;            /* for a role that SAM makes, and for others */
    } rows[] = {
        {"dynamodb:GetItem", TABLE, "AWS::DynamoDB::Table", "Orders",
         "DynamoDBReadPolicy: {TableName: !Ref Own}",
         STATEMENT("dynamodb:GetItem", "!GetAtt Own.Arn")},
        {"dynamodb:Query", TABLE "/index/ByName", "AWS::DynamoDB::Table", "Orders",
         "DynamoDBReadPolicy: {TableName: !Ref Own}",
         STATEMENT("dynamodb:Query", "!Sub \"${Own.Arn}/index/*\"")},
        {"dynamodb:GetRecords", TABLE "/stream/2026", "AWS::DynamoDB::Table", "Orders",
         "Statement: " STATEMENT("dynamodb:GetRecords", "!GetAtt Own.StreamArn"),
         STATEMENT("dynamodb:GetRecords", "!GetAtt Own.StreamArn")},
        {"dynamodb:GetItem", TABLE "2", "AWS::DynamoDB::Table", "Orders",
         "DynamoDBReadPolicy: {TableName: Orders2}", STATEMENT("dynamodb:GetItem", TABLE "2")},
        {"sqs:SendMessage", "arn:aws:sqs:r:1:jobs", "AWS::SQS::Queue", "http://q/1/jobs",
         "SQSSendMessagePolicy: {QueueName: !GetAtt Own.QueueName}",
         STATEMENT("sqs:SendMessage", "!GetAtt Own.Arn")},
        {"sns:Publish", "arn:aws:sns:r:1:news", "AWS::SNS::Topic", "arn:aws:sns:r:1:news",
         "SNSPublishMessagePolicy: {TopicName: !GetAtt Own.TopicName}",
         STATEMENT("sns:Publish", "!Ref Own")},
        {"states:StartExecution", "arn:aws:states:r:1:stateMachine:m",
         "AWS::StepFunctions::StateMachine", "arn:aws:states:r:1:stateMachine:m",
         "StepFunctionsExecutionPolicy: {StateMachineName: !GetAtt Own.Name}",
         STATEMENT("states:StartExecution", "!GetAtt Own.Arn")},
        {"states:SendTaskFailure", "arn:aws:states:r:1:*", NULL, "",
         "StepFunctionsCallbackPolicy: {StateMachineName: \"*\"}",
         STATEMENT("states:SendTaskFailure", "\"arn:aws:states:r:1:*\"")},
        {"events:DescribeRule", "arn:aws:events:r:1:rule/bus/placed", "AWS::Events::Rule",
         "bus|placed", "Statement: " STATEMENT("events:DescribeRule", "!GetAtt Own.Arn"),
         STATEMENT("events:DescribeRule", "!GetAtt Own.Arn")},
        {"s3:GetObject", "arn:aws:s3:::b/k", NULL, "", "S3ReadPolicy: {BucketName: b}",
         STATEMENT("s3:GetObject", "arn:aws:s3:::b/k")},
        {"s3:GetObject", "arn:aws:s3:::b/k", "AWS::S3::Bucket", "b",
         "S3ReadPolicy: {BucketName: !Ref Own}",
         STATEMENT("s3:GetObject", "!Sub \"${Own.Arn}/*\"")},
        {"ssm:GetParameter", "arn:aws:ssm:r:1:parameter/p", NULL, "",
         "SSMParameterReadPolicy: {ParameterName: p}",
         STATEMENT("ssm:GetParameter", "arn:aws:ssm:r:1:parameter/p")},
        {"ssm:GetParameter", "arn:aws:ssm:r:1:parameter/a/b", "AWS::SSM::Parameter", "/a/b",
         "SSMParameterWithSlashPrefixReadPolicy: {ParameterName: /a/b}",
         STATEMENT("ssm:GetParameter", "arn:aws:ssm:r:1:parameter/a/b")},
        {"secretsmanager:GetSecretValue", "arn:aws:secretsmanager:r:1:secret:s-1", NULL, "",
         "AWSSecretsManagerGetSecretValuePolicy: {SecretArn: "
         "arn:aws:secretsmanager:r:1:secret:s-1}",
         STATEMENT("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:r:1:secret:s-1")},
        {"dynamodb:ListTables", "*", NULL, "",
         "Statement: " STATEMENT("dynamodb:ListTables", "\"*\""),
         STATEMENT("dynamodb:ListTables", "\"*\"")},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct env env;
        const struct judge_refusal refusal = {.action = rows[i].action, .resource = rows[i].arn};
        env_open(&env);
        put_resource(&env, rows[i].type, rows[i].name);
        for (int sam = 0; sam < 2; sam++) {
            struct buf text = BUF_INIT(JUDGE_TEXT_MAX);
            judge_add_grant(&text, env.cloud->judge, &refusal, sam);
            assert_string_equal(buf_str(&text), sam ? rows[i].sam : rows[i].statement);
            buf_free(&text);
        }
        env_close(&env);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_refusal_is_told_once),
        cmocka_unit_test(a_need_waits_for_its_role),
        cmocka_unit_test(visits),
        cmocka_unit_test(reasons),
        cmocka_unit_test(it_is_allowed_in_another_region),
        cmocka_unit_test(what_would_allow_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
