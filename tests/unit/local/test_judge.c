/* SPDX-License-Identifier: Apache-2.0 */
/* Roles of stacks, sessions of them, and what AWS would refuse to them; tests/python/test_roles.py
 * has it as functions meet it. */
#include "harness/json_quoted.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "echo_cloud.h"
#include "local/iam/judge.h"

#define ACCOUNT              "111122223333"
#define ROLE                 "arn:aws:iam::" ACCOUNT ":role/writer"
#define TABLE                "arn:aws:dynamodb:eu-west-1:" ACCOUNT ":table/Orders"
#define QUEUE                "arn:aws:sqs:eu-west-1:" ACCOUNT ":jobs"
#define RULE                 "arn:aws:events:eu-west-1:" ACCOUNT ":rule/nightly"
#define DOCUMENT(statements) "{'Statement':" statements "}"
#define LETS(action)         DOCUMENT("{'Effect':'Allow','Action':'" action "','Resource':'*'}")

/* A stack with the role, whose properties these are, and with other resources. */
static void put_stack(struct env *env, const char *properties, const char *others)
{
    json_t *stack = json_quoted("{'File':'t.yaml','Resources':[]}"),
           *resources = json_object_get(stack, "Resources");
    json_t *role = json_quoted("{'Type':'AWS::IAM::Role','LogicalId':'Writer','Line':7,'Arn':'" ROLE
                               "','PhysicalId':'writer'}");
    json_object_set_new(role, "Properties", json_quoted(properties));
    json_array_append_new(resources, role);
    json_t *more = json_quoted(others ? others : "[]");
    json_array_extend(resources, more);
    json_decref(more);
    assert_int_equal(env->api->iam->stack(env->api, "stack", stack), 0);
    json_decref(stack);
}

static struct judge_session *session_named(struct env *env, const char *name)
{
    const struct slrun_iam_session wanted = {ROLE, name, ACCOUNT};
    const struct slrun_iam_keys *keys = env->api->iam->session(env->api, &wanted);
    assert_non_null(keys);
    return judge_session_find(env->cloud->judge, keys->access_key);
}

/* What AWS says to the role's function about an action. */
static enum policy_verdict verdict_of(struct env *env, const struct judge_ask *ask)
{
    const struct judge_asker asker = {.session = session_named(env, "fn")};
    struct judge_refusal refusal = {.verdict = POLICY_ALLOWED};
    (void)judge_is_refused(env->cloud->judge, &asker, ask, &refusal);
    return refusal.verdict;
}

/* ---- roles ---- */

static void policies_of_a_role(void **state)
{
    static const struct {
        const char *properties, *others;
        int documents; /* -1: not all are known */
    } rows[] = {
        {"{}", NULL, 0},
        {"{'Policies':[{'PolicyDocument':{}},{'PolicyDocument':{}}]}", NULL, 2},
        {"{'Policies':[{'PolicyDocument':'text'}]}", NULL, 0},
        {"{'ManagedPolicyArns':['arn:aws:iam::aws:policy/AmazonSQSFullAccess']}", NULL, 1},
        {"{'ManagedPolicyArns':['arn:aws:iam::aws:policy/NobodyHasThis']}", NULL, -1},
        {"{'ManagedPolicyArns':[1]}", NULL, -1},
        {"{'ManagedPolicyArns':['arn:own']}",
         "[{'Type':'AWS::IAM::ManagedPolicy','Arn':'arn:own','Properties':{'PolicyDocument':{}}}]",
         1},
        {"{}",
         "[{'Type':'AWS::IAM::Policy','Properties':{'Roles':['writer'],'PolicyDocument':{}}},"
         "{'Type':'AWS::IAM::ManagedPolicy','Properties':{'Roles':['" ROLE
         "'],'PolicyDocument':{}}},"
         "{'Type':'AWS::IAM::RolePolicy','Properties':{'RoleName':'writer','PolicyDocument':{}}}]",
         3},
        {"{}",
         "[{'Type':'AWS::IAM::Policy','Properties':{'Roles':['other'],'PolicyDocument':{}}},"
         "{'Type':'AWS::IAM::Group','Properties':{'Roles':['writer'],'PolicyDocument':{}}},"
         "{'Type':'AWS::IAM::RolePolicy','Properties':{'Roles':['writer'],'PolicyDocument':{}}}]",
         0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct env env;
        json_t *boundary;
        env_open(&env);
        put_stack(&env, rows[i].properties, rows[i].others);
        json_t *documents = judge_role_documents(env.cloud->judge, ROLE, &boundary);
        if (rows[i].documents != (documents ? (int)json_array_size(documents) : -1))
            fail_msg("row %zu: %zu documents", i, json_array_size(documents));
        assert_null(boundary);
        json_decref(documents);
        env_close(&env);
    }
}

static void a_boundary_bounds(void **state)
{
    static const char bound[] =
        "[{'Type':'AWS::IAM::ManagedPolicy','Arn':'arn:bound','Properties':{"
        "'PolicyDocument':" LETS("sqs:*") "}}]";
    struct env env;
    (void)state;
    env_open(&env);
    put_stack(&env,
              "{'PermissionsBoundary':'arn:bound','Policies':[{'PolicyDocument':" LETS("*") "}]}",
              bound);
    assert_int_equal(verdict_of(&env, &(struct judge_ask){"sqs:SendMessage", QUEUE, "r", NULL}),
                     POLICY_ALLOWED);
    assert_int_equal(verdict_of(&env, &(struct judge_ask){"dynamodb:GetItem", TABLE, "r", NULL}),
                     POLICY_NOT_IN_BOUNDARY);
    env_close(&env);
}

static void an_arn_finds_its_resource(void **state)
{
    static const struct {
        const char *arn, *id; /* NULL: none */
    } rows[] = {
        {TABLE, "Table"},
        {"arn:aws:sqs:eu-west-1:" ACCOUNT ":Orders", "Queue"},
        {"arn:aws:s3:::orders", "Bucket"},
        {"arn:aws:s3:::orders/a/b", "Bucket"},
        {"arn:aws:s3:::orders-2/a", NULL},
        {"arn:aws:states:eu-west-1:" ACCOUNT ":stateMachine:Orders", "Machine"},
        {"arn:aws:execute-api:eu-west-1:" ACCOUNT ":a1b2/prod/GET/x", "Api"},
        {"arn:aws:execute-api:eu-west-1:" ACCOUNT ":a1b/prod/GET/x", NULL},
        {"arn:aws:sns:eu-west-1:" ACCOUNT ":Orders", NULL},
        {"Orders", NULL},
        {"*", NULL},
    };
    json_t *stack = json_quoted(
        "{'Resources':[{'Type':'AWS::DynamoDB::Table','LogicalId':'Table','PhysicalId':'Orders'},"
        "{'Type':'AWS::SQS::Queue','LogicalId':'Queue','PhysicalId':'http://h/1/Orders'},"
        "{'Type':'AWS::S3::Bucket','LogicalId':'Bucket','PhysicalId':'orders'},"
        "{'Type':'AWS::StepFunctions::StateMachine','LogicalId':'Machine',"
        "'PhysicalId':'arn:aws:states:eu-west-1:1:stateMachine:Orders'},"
        "{'Type':'AWS::ApiGateway::RestApi','LogicalId':'Api','PhysicalId':'a1b2'}]}");
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const json_t *found = judge_resource(stack, rows[i].arn);
        const char *id = json_string_value(json_object_get(found, "LogicalId"));
        if (rows[i].id ? !id || strcmp(id, rows[i].id) != 0 : id != NULL)
            fail_msg("%s: %s", rows[i].arn, id ? id : "none");
    }
    json_decref(stack);
}

/* ---- sessions ---- */

static void each_session_has_its_keys(void **state)
{
    static const struct slrun_iam_session others[] = {
        {ROLE, "fn2", ACCOUNT}, {ROLE "2", "fn", ACCOUNT}, {ROLE, "fn", "444455556666"}};
    struct env env;
    struct slrun_iam_session whose;
    (void)state;
    env_open(&env);
    const struct slrun_iam *iam = env.api->iam;
    const struct judge_session *own = session_named(&env, "fn");
    assert_ptr_equal(session_named(&env, "fn"), own);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_string_not_equal(iam->session(env.api, &others[i])->access_key, own->access_key);
    assert_int_equal(iam->whose(env.api, own->access_key, &whose), 0);
    assert_string_equal(whose.role, ROLE);
    assert_string_equal(whose.name, "fn");
    assert_int_equal(iam->whose(env.api, "ASIAX", &whose), -1);
    env_close(&env);
}

/* A guest may be called as a function is, and is another session. */
static void who_assumes_a_role_is_no_function(void **state)
{
    static const struct slrun_iam_keys given = {"ASIAGIVEN", "secret", "token"},
                                       unknown = {"ASIAUNKNOWN", "secret", "token"};
    struct env env;
    struct slrun_iam_session whose;
    (void)state;
    env_open(&env);
    const struct slrun_iam *iam = env.api->iam;
    put_stack(&env, "{}", NULL);
    iam->assumed(env.api, &(struct slrun_iam_session){ROLE, "fn", ACCOUNT}, &given);
    iam->assumed(env.api, &(struct slrun_iam_session){"arn:none", "fn", ACCOUNT}, &unknown);
    assert_int_equal(iam->whose(env.api, "ASIAGIVEN", &whose), 0);
    assert_int_equal(iam->whose(env.api, "ASIAUNKNOWN", &whose), -1);
    assert_string_not_equal(session_named(&env, "fn")->access_key, "ASIAGIVEN");
    env.cloud->judge->mode = JUDGE_OFF;
    iam->assumed(env.api, &(struct slrun_iam_session){ROLE, "fn", ACCOUNT}, &unknown);
    assert_int_equal(iam->whose(env.api, "ASIAUNKNOWN", &whose), -1);
    env_close(&env);
}

/* ---- verdicts ---- */

static void verdicts_are_remembered_for_their_region_and_roles(void **state)
{
    static const char there[] = "{'Policies':[{'PolicyDocument':" DOCUMENT(
        "{'Effect':'Allow','Action':'*','Resource':'*',"
        "'Condition':{'StringEquals':{'aws:RequestedRegion':'eu-west-1'}}}") "}]}";
    const struct judge_ask ask = {"dynamodb:GetItem", TABLE, "eu-west-1", NULL};
    struct env env;
    (void)state;
    env_open(&env);
    assert_int_equal(verdict_of(&env, &ask), POLICY_ALLOWED); /* nobody knows the role */
    put_stack(&env, "{}", NULL);
    assert_int_equal(verdict_of(&env, &ask), POLICY_NO_STATEMENT);
    put_stack(&env, there, NULL);
    for (int again = 0; again < 2; again++) {
        assert_int_equal(verdict_of(&env, &ask), POLICY_ALLOWED);
        assert_int_equal(verdict_of(&env, &(struct judge_ask){ask.action, TABLE, "x", NULL}),
                         POLICY_NO_STATEMENT);
    }
    env_close(&env);
}

/* Policies of a resource change without its stack. */
static void a_resources_policy_is_looked_at_each_time(void **state)
{
    json_t *lets = json_quoted(
        DOCUMENT("{'Effect':'Allow','Action':'*','Resource':'*','Principal':{'AWS':'" ROLE "'}}"));
    struct env env;
    (void)state;
    env_open(&env);
    put_stack(&env, "{}", NULL);
    const struct judge_ask without = {"sqs:SendMessage", QUEUE, "eu-west-1", NULL},
                           with = {"sqs:SendMessage", QUEUE, "eu-west-1", lets};
    assert_int_equal(verdict_of(&env, &without), POLICY_NO_STATEMENT);
    assert_int_equal(verdict_of(&env, &with), POLICY_ALLOWED);
    assert_int_equal(verdict_of(&env, &without), POLICY_NO_STATEMENT);
    env_close(&env);
    json_decref(lets);
}

static void a_role_trusts_a_service(void **state)
{
    static const struct {
        const char *properties;
        enum policy_verdict verdict;
    } rows[] = {
        {"{'Policies':[{'PolicyDocument':" LETS("*") "}]}", POLICY_ALLOWED}, /* it is not said */
        {"{'Policies':[{'PolicyDocument':" LETS("*") "}],'AssumeRolePolicyDocument':" DOCUMENT(
             "{'Effect':'Allow','Action':'sts:AssumeRole',"
             "'Principal':{'Service':'events.amazonaws.com'}}") "}",
         POLICY_ALLOWED},
        {"{'Policies':[{'PolicyDocument':" LETS("*") "}],'AssumeRolePolicyDocument':" DOCUMENT(
             "{'Effect':'Allow','Action':'sts:AssumeRole',"
             "'Principal':{'Service':'lambda.amazonaws.com'}}") "}",
         POLICY_NOT_TRUSTED},
    };
    const struct judge_ask ask = {"sqs:SendMessage", QUEUE, "eu-west-1", NULL};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct env env;
        struct judge_refusal refusal;
        env_open(&env);
        put_stack(&env, rows[i].properties, NULL);
        const struct judge_asker asker = {.session = session_named(&env, "nightly"),
                                          .service = "events.amazonaws.com",
                                          .source = RULE};
        assert_int_equal(judge_is_refused(env.cloud->judge, &asker, &ask, &refusal),
                         rows[i].verdict != POLICY_ALLOWED);
        assert_int_equal(refusal.verdict, rows[i].verdict);
        assert_string_equal(refusal.action, i < 2 ? "sqs:SendMessage" : "sts:AssumeRole");
        env_close(&env);
    }
}

static void a_service_comes_as_itself_for_a_source(void **state)
{
    static const struct {
        const char *source, *condition;
        bool refused;
    } rows[] = {
        {RULE, "{}", false},
        {RULE, "{'StringEquals':{'aws:SourceAccount':'" ACCOUNT "'}}", false},
        {RULE, "{'StringEquals':{'aws:SourceAccount':'444455556666'}}", true},
        /* whose bucket it is stands in no ARN */
        {"arn:aws:s3:::bucket", "{'StringEquals':{'aws:SourceAccount':'444455556666'}}", false},
        {RULE, "{'ArnLike':{'aws:SourceArn':'arn:aws:events:*:*:rule/nightly'}}", false},
        {RULE, "{'ArnLike':{'aws:SourceArn':'arn:aws:events:*:*:rule/daily'}}", true},
    };
    struct env env;
    (void)state;
    env_open(&env);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        json_t *own = json_quoted(DOCUMENT("[{'Effect':'Allow','Action':'*','Resource':'*',"
                                           "'Principal':{'Service':'events.amazonaws.com'}}]"));
        json_object_set_new(json_array_get(json_object_get(own, "Statement"), 0), "Condition",
                            json_quoted(rows[i].condition));
        const struct judge_asker asker = {.service = "events.amazonaws.com",
                                          .source = rows[i].source};
        const struct judge_ask ask = {"sqs:SendMessage", QUEUE, "eu-west-1", own};
        struct judge_refusal refusal;
        if (judge_is_refused(env.cloud->judge, &asker, &ask, &refusal) != rows[i].refused)
            fail_msg("row %zu", i);
        json_decref(own);
    }
    env_close(&env);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(policies_of_a_role),
        cmocka_unit_test(a_boundary_bounds),
        cmocka_unit_test(an_arn_finds_its_resource),
        cmocka_unit_test(each_session_has_its_keys),
        cmocka_unit_test(who_assumes_a_role_is_no_function),
        cmocka_unit_test(verdicts_are_remembered_for_their_region_and_roles),
        cmocka_unit_test(a_resources_policy_is_looked_at_each_time),
        cmocka_unit_test(a_role_trusts_a_service),
        cmocka_unit_test(a_service_comes_as_itself_for_a_source),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
