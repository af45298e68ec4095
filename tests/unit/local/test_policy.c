/* SPDX-License-Identifier: Apache-2.0 */
/* IAM policies: what a document says to a role. The larger documents are those of the IAM User
 * Guide's examples. */
#include <string.h>

#include "policy_examples.h"

static void actions_and_resources(void **state)
{
    static const struct policy_example all[] = {
        {"{'Effect':'Allow','Action':'dynamodb:PutItem','Resource':'*'}", "dynamodb:PutItem", TABLE,
         SLRUN_POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'DynamoDB:putitem','Resource':'*'}", "dynamodb:PutItem", TABLE,
         SLRUN_POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'dynamodb:GetItem','Resource':'*'}", "dynamodb:PutItem", TABLE,
         SLRUN_POLICY_SILENT},
        {"{'Effect':'Allow','Action':['dynamodb:GetItem','dynamodb:Put*'],'Resource':'" TABLE "'}",
         "dynamodb:PutItem", TABLE, SLRUN_POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'dynamodb:*','Resource':'" TABLE "/index/*'}",
         "dynamodb:Query", TABLE, SLRUN_POLICY_SILENT},
        {"{'Effect':'Allow','Action':'dynamodb:*','Resource':'" TABLE "/index/*'}",
         "dynamodb:Query", TABLE "/index/ByName", SLRUN_POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'dynamodb:*','Resource':'arn:aws:dynamodb:*:*:table/O?ders'}",
         "dynamodb:Query", TABLE, SLRUN_POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'dynamodb:*','Resource':'arn:aws:dynamodb:*:*:table/Orders?'}",
         "dynamodb:Query", TABLE, SLRUN_POLICY_SILENT},
        {"{'Effect':'Allow','Action':'dynamodb:*','Resource':'" TABLE "*'}", "dynamodb:Query",
         TABLE, SLRUN_POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'dynamodb:*','Resource':'*:table/*rs**'}", "dynamodb:Query",
         TABLE, SLRUN_POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'dynamodb:*','Resource':'*:table/*er'}", "dynamodb:Query",
         TABLE, SLRUN_POLICY_SILENT},
        /* names of resources are as they are written */
        {"{'Effect':'Allow','Action':'dynamodb:*','Resource':'arn:aws:dynamodb:*:*:table/orders'}",
         "dynamodb:Query", TABLE, SLRUN_POLICY_SILENT},
        {"{'Effect':'Deny','Action':'*','Resource':'arn:aws:dynamodb:*:*:table/orders'}",
         "dynamodb:Query", TABLE, SLRUN_POLICY_SILENT},
        {"{'Effect':'Allow','Action':'dynamodb:Q?ery','Resource':'*'}", "dynamodb:Query", TABLE,
         SLRUN_POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'dynamodb','Resource':'*'}", "dynamodb:Query", TABLE,
         SLRUN_POLICY_SILENT},
        {"{'Effect':'Deny','NotAction':'sqs:*','Resource':'*'}", "sqs:SendMessage", QUEUE,
         SLRUN_POLICY_SILENT},
        {"{'Effect':'Deny','NotAction':'s3:*','Resource':'*'}", "sqs:SendMessage", QUEUE,
         SLRUN_POLICY_DENIES},
        {"{'Effect':'Deny','Action':'sqs:*','NotResource':'" QUEUE "'}", "sqs:SendMessage", QUEUE,
         SLRUN_POLICY_SILENT},
        {"{'Effect':'Deny','Action':'sqs:*','NotResource':'" QUEUE "'}", "sqs:SendMessage",
         QUEUE "2", SLRUN_POLICY_DENIES},
        /* some other statement is no matter, wherever it stands */
        {"[{'Effect':'Allow','Action':'sqs:*','Resource':'*'},"
         "{'Effect':'Allow','Action':'s3:*','Resource':'*'}]",
         "sqs:SendMessage", QUEUE, SLRUN_POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'*','Resource':'arn:aws:dynamodb:eu-west-1:*:*'}",
         "dynamodb:Query", TABLE, SLRUN_POLICY_SILENT},
        {"{'Effect':'Allow','Action':'s3:GetObject','Resource':'" BUCKET "'}", "s3:GetObject",
         BUCKET "/a/b", SLRUN_POLICY_SILENT},
        {"{'Effect':'Allow','Action':'s3:GetObject','Resource':'" BUCKET "/a/*'}", "s3:GetObject",
         BUCKET "/a/b", SLRUN_POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'s3:GetObject','Resource':'" BUCKET "/a/*'}", "s3:GetObject",
         BUCKET "/b", SLRUN_POLICY_SILENT},
        {"{'Effect':'Allow','NotAction':['iam:*','organizations:*'],'Resource':'*'}",
         "sqs:SendMessage", QUEUE, SLRUN_POLICY_ALLOWS},
        {"{'Effect':'Allow','NotAction':['iam:*','sqs:*'],'Resource':'*'}", "sqs:SendMessage",
         QUEUE, SLRUN_POLICY_SILENT},
        {"{'Effect':'Allow','Action':'sqs:*','NotResource':'" QUEUE "'}", "sqs:SendMessage", QUEUE,
         SLRUN_POLICY_SILENT},
        {"{'Effect':'Allow','Action':'sqs:*','NotResource':'" QUEUE "'}", "sqs:SendMessage",
         QUEUE "2", SLRUN_POLICY_ALLOWS},
        {"[{'Effect':'Allow','Action':'sqs:*','Resource':'*'},"
         "{'Effect':'Deny','Action':'sqs:SendMessage','Resource':'" QUEUE "'}]",
         "sqs:SendMessage", QUEUE, SLRUN_POLICY_DENIES},
        {"[{'Effect':'Deny','Action':'sqs:SendMessage','Resource':'" QUEUE "'},"
         "{'Effect':'Allow','Action':'sqs:*','Resource':'*'}]",
         "sqs:ReceiveMessage", QUEUE, SLRUN_POLICY_ALLOWS},
    };
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        policy_check(&all[i], false);
}

/* What is not known of the resource may be what is allowed; a denial must cover all of it. */
static void unknown_parts(void **state)
{
    static const struct policy_example all[] = {
        {"{'Effect':'Allow','Action':'s3:DeleteObject','Resource':'" BUCKET "/tmp/*'}",
         "s3:DeleteObject", BUCKET "/*", SLRUN_POLICY_ALLOWS},
        {"{'Effect':'Deny','Action':'s3:DeleteObject','Resource':'" BUCKET "/tmp/*'}",
         "s3:DeleteObject", BUCKET "/*", SLRUN_POLICY_SILENT},
        {"{'Effect':'Deny','Action':'s3:*','Resource':'" BUCKET "/*'}", "s3:DeleteObject",
         BUCKET "/*", SLRUN_POLICY_DENIES},
        {"{'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::other/*'}", "s3:DeleteObject",
         BUCKET "/*", SLRUN_POLICY_SILENT},
        {"{'Effect':'Allow','Action':'secretsmanager:*','Resource':'arn:aws:s:r:1:secret:db-AbCdEf'"
         "}",
         "secretsmanager:GetSecretValue", "arn:aws:s:r:1:secret:db-??????", SLRUN_POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'secretsmanager:*','Resource':'arn:aws:s:r:1:secret:db-Ab'}",
         "secretsmanager:GetSecretValue", "arn:aws:s:r:1:secret:db-??????", SLRUN_POLICY_SILENT},
        {"{'Effect':'Deny','Action':'secretsmanager:*','Resource':'arn:aws:s:r:1:secret:db-AbCd?f'"
         "}",
         "secretsmanager:GetSecretValue", "arn:aws:s:r:1:secret:db-??????", SLRUN_POLICY_SILENT},
        {"{'Effect':'Allow','Action':'secretsmanager:*','Resource':'arn:aws:s:r:1:secret:db-A?C?E?'"
         "}",
         "secretsmanager:GetSecretValue", "arn:aws:s:r:1:secret:db-??????", SLRUN_POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'secretsmanager:*','Resource':'*:secret:?b-AbCdEf'}",
         "secretsmanager:GetSecretValue", "arn:aws:s:r:1:secret:db-??????", SLRUN_POLICY_ALLOWS},
        {"{'Effect':'Deny','Action':'s3:*','Resource':'" BUCKET "/?'}", "s3:DeleteObject",
         BUCKET "/*", SLRUN_POLICY_SILENT},
        {"{'Effect':'Allow','Action':'s3:*','Resource':'" BUCKET "/?'}", "s3:DeleteObject",
         BUCKET "/*", SLRUN_POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'s3:*','Resource':'*/b'}", "s3:DeleteObject", BUCKET "/*",
         SLRUN_POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'s3:*','Resource':'*/a/*/c'}", "s3:DeleteObject",
         BUCKET "/a/*/b/c", SLRUN_POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'s3:*','Resource':'*/a/*/c'}", "s3:DeleteObject",
         BUCKET "/a/*/b/d", SLRUN_POLICY_SILENT},
        /* perhaps another one, perhaps this one */
        {"{'Effect':'Allow','Action':'s3:*','NotResource':'" BUCKET "/tmp/*'}", "s3:DeleteObject",
         BUCKET "/*", SLRUN_POLICY_ALLOWS},
        {"{'Effect':'Deny','Action':'s3:*','NotResource':'" BUCKET "/tmp/*'}", "s3:DeleteObject",
         BUCKET "/*", SLRUN_POLICY_SILENT},
        {"{'Effect':'Deny','Action':'s3:*','NotResource':'" BUCKET "/tmp/*'}", "s3:DeleteObject",
         "arn:aws:s3:::other/*", SLRUN_POLICY_DENIES},
        {"{'Effect':'Allow','Action':'sqs:*','Resource':'arn:aws:sqs:*:${aws:PrincipalAccount}:*'}",
         "sqs:SendMessage", QUEUE, SLRUN_POLICY_ALLOWS},
        {"{'Effect':'Deny','Action':'sqs:*','Resource':'arn:aws:sqs:*:${aws:PrincipalAccount}:*'}",
         "sqs:SendMessage", QUEUE, SLRUN_POLICY_DENIES},
        {"{'Effect':'Allow','Action':'s3:*','Resource':'" BUCKET "/${aws:username}/*'}",
         "s3:GetObject", BUCKET "/ann/a", SLRUN_POLICY_ALLOWS},
        {"{'Effect':'Deny','Action':'s3:*','Resource':'" BUCKET "/${aws:username}/*'}",
         "s3:GetObject", BUCKET "/ann/a", SLRUN_POLICY_SILENT},
    };
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        policy_check(&all[i], false);
}

/* Actions that IAM knows no resource for ("Resource": "*" in the reference). */
static void no_resource(void **state)
{
    static const struct policy_example all[] = {
        {"{'Effect':'Allow','Action':'dynamodb:*','Resource':'*'}", "dynamodb:ListTables", "*",
         SLRUN_POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'dynamodb:*','Resource':'arn:aws:dynamodb:*:*:table/*'}",
         "dynamodb:ListTables", "*", SLRUN_POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'dynamodb:*','Resource':'" TABLE "'}", "dynamodb:ListTables",
         "*", SLRUN_POLICY_SILENT},
        {"{'Effect':'Allow','Action':'dynamodb:*','Resource':'" TABLE "/index/*'}",
         "dynamodb:ListTables", "*", SLRUN_POLICY_SILENT},
        {"{'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::*'}", "s3:ListAllMyBuckets",
         "*", SLRUN_POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'s3:*','Resource':'" BUCKET "/*'}", "s3:ListAllMyBuckets", "*",
         SLRUN_POLICY_SILENT},
        {"{'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::'}", "s3:ListAllMyBuckets",
         "*", SLRUN_POLICY_SILENT},
        {"{'Effect':'Allow','Action':'sqs:*','Resource':'arn:aws:sqs:*'}", "sqs:ListQueues", "*",
         SLRUN_POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'sqs:*','Resource':'arn:aws:sqs:r:1:${aws:username}'}",
         "sqs:ListQueues", "*", SLRUN_POLICY_ALLOWS},
        {"{'Effect':'Deny','Action':'sqs:*','Resource':'arn:aws:sqs:r:1:${aws:username}'}",
         "sqs:ListQueues", "*", SLRUN_POLICY_SILENT},
    };
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        policy_check(&all[i], false);
}

/* Nothing that a template can hold brings it down. */
static void nonsense(void **state)
{
    static const char *const all[] = {
        "{}",
        "{'Statement':5}",
        "{'Statement':[5,'x',null]}",
        "{'Statement':[{'Effect':5}]}",
        "{'Statement':{'Effect':'Allow'}}",
        "{'Statement':{'Effect':'Allow','Action':5,'Resource':5}}",
        "{'Statement':{'Effect':'Deny','Action':'*','Resource':'*','Condition':'x'}}",
        "{'Statement':{'Effect':'Deny','Action':'*','Resource':'${','Condition':{'a':5}}}",
        "{'Statement':{'Effect':'Deny','Action':'*','Resource':''}}",
    };
    struct policy_ask ask = policy_ask_for("s3:GetObject", BUCKET "/a");
    char long_pattern[POLICY_PATTERN_MAX * 2];
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        json_t *document = json_quoted(all[i]);
        (void)policy_of_identity(document, &ask);
        (void)policy_of_resource(document, &ask);
        json_decref(document);
    }
    assert_int_equal(policy_of_identity(NULL, &ask), SLRUN_POLICY_SILENT);
    memset(long_pattern, 'x', sizeof long_pattern);
    long_pattern[sizeof long_pattern - 1] = '\0';
    json_t *document = json_pack("{s:{s:s, s:s, s:s}}", "Statement", "Effect", "Deny", "Action",
                                 "*", "Resource", long_pattern);
    assert_int_equal(policy_of_identity(document, &ask), SLRUN_POLICY_SILENT);
    json_decref(document);
    /* too long with the variable filled in: what it says then is not known */
    memcpy(long_pattern, "*${aws:PrincipalAccount}*", 25);
    for (size_t size = POLICY_PATTERN_MAX - 20; size < POLICY_PATTERN_MAX + 20; size++) {
        memset(long_pattern + 25, '*', size - 25);
        long_pattern[size] = '\0';
        document = json_pack("{s:{s:s, s:s, s:s}}", "Statement", "Effect", "Allow", "Action", "*",
                             "Resource", long_pattern);
        bool filled = size + 12 - 23 <= POLICY_PATTERN_MAX; /* an account in place of its name */
        assert_int_equal(policy_of_identity(document, &ask),
                         filled ? SLRUN_POLICY_SILENT : SLRUN_POLICY_ALLOWS);
        json_decref(document);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(actions_and_resources),
        cmocka_unit_test(unknown_parts),
        cmocka_unit_test(no_resource),
        cmocka_unit_test(nonsense),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
