/* SPDX-License-Identifier: Apache-2.0 */
/* IAM policies: what statements say, and what several documents come to. The larger documents are
 * those of the IAM User Guide's examples. */
#include <string.h>

#include "harness/json_quoted.h"
#include "local/managed.h"
#include "local/policy.h"

#define TABLE  "arn:aws:dynamodb:us-east-1:123456789012:table/Orders"
#define BUCKET "arn:aws:s3:::doc-example"
#define QUEUE  "arn:aws:sqs:us-east-1:123456789012:jobs"
#define ROLE   "arn:aws:iam::123456789012:role/writer"

static struct policy_ask ask_for(const char *action, const char *resource)
{
    return (struct policy_ask){
        .action = action,
        .resource = resource,
        .role = ROLE,
        .session = "arn:aws:sts::123456789012:assumed-role/writer/Writer",
        .keys = {{"aws:PrincipalAccount", "123456789012"},
                 {"aws:PrincipalArn", ROLE},
                 {"aws:RequestedRegion", "us-east-1"},
                 {"aws:SecureTransport", "true"}},
        .n_keys = 4,
    };
}

struct example {
    const char *statement; /* one, or a list */
    const char *action, *resource;
    enum policy_effect says;
};

static void check(const struct example *e, bool of_resource)
{
    json_t *statement = json_quoted(e->statement);
    json_t *document = json_pack("{s:s, s:O}", "Version", "2012-10-17", "Statement", statement);
    struct policy_ask ask = ask_for(e->action, e->resource);
    enum policy_effect says =
        of_resource ? policy_of_resource(document, &ask) : policy_of_identity(document, &ask);
    if (says != e->says)
        fail_msg("%s on %s: %d, wanted %d: %s", e->action, e->resource, says, e->says,
                 e->statement);
    json_decref(document);
    json_decref(statement);
}

static void actions_and_resources(void **state)
{
    static const struct example all[] = {
        {"{'Effect':'Allow','Action':'dynamodb:PutItem','Resource':'*'}", "dynamodb:PutItem", TABLE,
         POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'DynamoDB:putitem','Resource':'*'}", "dynamodb:PutItem", TABLE,
         POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'dynamodb:GetItem','Resource':'*'}", "dynamodb:PutItem", TABLE,
         POLICY_SILENT},
        {"{'Effect':'Allow','Action':['dynamodb:GetItem','dynamodb:Put*'],'Resource':'" TABLE "'}",
         "dynamodb:PutItem", TABLE, POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'dynamodb:*','Resource':'" TABLE "/index/*'}",
         "dynamodb:Query", TABLE, POLICY_SILENT},
        {"{'Effect':'Allow','Action':'dynamodb:*','Resource':'" TABLE "/index/*'}",
         "dynamodb:Query", TABLE "/index/ByName", POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'dynamodb:*','Resource':'arn:aws:dynamodb:*:*:table/O?ders'}",
         "dynamodb:Query", TABLE, POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'dynamodb:*','Resource':'arn:aws:dynamodb:*:*:table/Orders?'}",
         "dynamodb:Query", TABLE, POLICY_SILENT},
        {"{'Effect':'Allow','Action':'dynamodb:*','Resource':'" TABLE "*'}", "dynamodb:Query",
         TABLE, POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'dynamodb:*','Resource':'*:table/*rs**'}", "dynamodb:Query",
         TABLE, POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'dynamodb:*','Resource':'*:table/*er'}", "dynamodb:Query",
         TABLE, POLICY_SILENT},
        /* names of resources are as they are written */
        {"{'Effect':'Allow','Action':'dynamodb:*','Resource':'arn:aws:dynamodb:*:*:table/orders'}",
         "dynamodb:Query", TABLE, POLICY_SILENT},
        {"{'Effect':'Deny','Action':'*','Resource':'arn:aws:dynamodb:*:*:table/orders'}",
         "dynamodb:Query", TABLE, POLICY_SILENT},
        {"{'Effect':'Allow','Action':'dynamodb:Q?ery','Resource':'*'}", "dynamodb:Query", TABLE,
         POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'dynamodb','Resource':'*'}", "dynamodb:Query", TABLE,
         POLICY_SILENT},
        {"{'Effect':'Deny','NotAction':'sqs:*','Resource':'*'}", "sqs:SendMessage", QUEUE,
         POLICY_SILENT},
        {"{'Effect':'Deny','NotAction':'s3:*','Resource':'*'}", "sqs:SendMessage", QUEUE,
         POLICY_DENIES},
        {"{'Effect':'Deny','Action':'sqs:*','NotResource':'" QUEUE "'}", "sqs:SendMessage", QUEUE,
         POLICY_SILENT},
        {"{'Effect':'Deny','Action':'sqs:*','NotResource':'" QUEUE "'}", "sqs:SendMessage",
         QUEUE "2", POLICY_DENIES},
        /* some other statement is no matter, wherever it stands */
        {"[{'Effect':'Allow','Action':'sqs:*','Resource':'*'},"
         "{'Effect':'Allow','Action':'s3:*','Resource':'*'}]",
         "sqs:SendMessage", QUEUE, POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'*','Resource':'arn:aws:dynamodb:eu-west-1:*:*'}",
         "dynamodb:Query", TABLE, POLICY_SILENT},
        {"{'Effect':'Allow','Action':'s3:GetObject','Resource':'" BUCKET "'}", "s3:GetObject",
         BUCKET "/a/b", POLICY_SILENT},
        {"{'Effect':'Allow','Action':'s3:GetObject','Resource':'" BUCKET "/a/*'}", "s3:GetObject",
         BUCKET "/a/b", POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'s3:GetObject','Resource':'" BUCKET "/a/*'}", "s3:GetObject",
         BUCKET "/b", POLICY_SILENT},
        {"{'Effect':'Allow','NotAction':['iam:*','organizations:*'],'Resource':'*'}",
         "sqs:SendMessage", QUEUE, POLICY_ALLOWS},
        {"{'Effect':'Allow','NotAction':['iam:*','sqs:*'],'Resource':'*'}", "sqs:SendMessage",
         QUEUE, POLICY_SILENT},
        {"{'Effect':'Allow','Action':'sqs:*','NotResource':'" QUEUE "'}", "sqs:SendMessage", QUEUE,
         POLICY_SILENT},
        {"{'Effect':'Allow','Action':'sqs:*','NotResource':'" QUEUE "'}", "sqs:SendMessage",
         QUEUE "2", POLICY_ALLOWS},
        {"[{'Effect':'Allow','Action':'sqs:*','Resource':'*'},"
         "{'Effect':'Deny','Action':'sqs:SendMessage','Resource':'" QUEUE "'}]",
         "sqs:SendMessage", QUEUE, POLICY_DENIES},
        {"[{'Effect':'Deny','Action':'sqs:SendMessage','Resource':'" QUEUE "'},"
         "{'Effect':'Allow','Action':'sqs:*','Resource':'*'}]",
         "sqs:ReceiveMessage", QUEUE, POLICY_ALLOWS},
    };
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        check(&all[i], false);
}

/* What is not known of the resource may be what is allowed; a denial must cover all of it. */
static void unknown_parts(void **state)
{
    static const struct example all[] = {
        {"{'Effect':'Allow','Action':'s3:DeleteObject','Resource':'" BUCKET "/tmp/*'}",
         "s3:DeleteObject", BUCKET "/*", POLICY_ALLOWS},
        {"{'Effect':'Deny','Action':'s3:DeleteObject','Resource':'" BUCKET "/tmp/*'}",
         "s3:DeleteObject", BUCKET "/*", POLICY_SILENT},
        {"{'Effect':'Deny','Action':'s3:*','Resource':'" BUCKET "/*'}", "s3:DeleteObject",
         BUCKET "/*", POLICY_DENIES},
        {"{'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::other/*'}", "s3:DeleteObject",
         BUCKET "/*", POLICY_SILENT},
        {"{'Effect':'Allow','Action':'secretsmanager:*','Resource':'arn:aws:s:r:1:secret:db-AbCdEf'"
         "}",
         "secretsmanager:GetSecretValue", "arn:aws:s:r:1:secret:db-??????", POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'secretsmanager:*','Resource':'arn:aws:s:r:1:secret:db-Ab'}",
         "secretsmanager:GetSecretValue", "arn:aws:s:r:1:secret:db-??????", POLICY_SILENT},
        {"{'Effect':'Deny','Action':'secretsmanager:*','Resource':'arn:aws:s:r:1:secret:db-AbCd?f'"
         "}",
         "secretsmanager:GetSecretValue", "arn:aws:s:r:1:secret:db-??????", POLICY_SILENT},
        {"{'Effect':'Allow','Action':'secretsmanager:*','Resource':'arn:aws:s:r:1:secret:db-A?C?E?'"
         "}",
         "secretsmanager:GetSecretValue", "arn:aws:s:r:1:secret:db-??????", POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'secretsmanager:*','Resource':'*:secret:?b-AbCdEf'}",
         "secretsmanager:GetSecretValue", "arn:aws:s:r:1:secret:db-??????", POLICY_ALLOWS},
        {"{'Effect':'Deny','Action':'s3:*','Resource':'" BUCKET "/?'}", "s3:DeleteObject",
         BUCKET "/*", POLICY_SILENT},
        {"{'Effect':'Allow','Action':'s3:*','Resource':'" BUCKET "/?'}", "s3:DeleteObject",
         BUCKET "/*", POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'s3:*','Resource':'*/b'}", "s3:DeleteObject", BUCKET "/*",
         POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'s3:*','Resource':'*/a/*/c'}", "s3:DeleteObject",
         BUCKET "/a/*/b/c", POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'s3:*','Resource':'*/a/*/c'}", "s3:DeleteObject",
         BUCKET "/a/*/b/d", POLICY_SILENT},
        /* perhaps another one, perhaps this one */
        {"{'Effect':'Allow','Action':'s3:*','NotResource':'" BUCKET "/tmp/*'}", "s3:DeleteObject",
         BUCKET "/*", POLICY_ALLOWS},
        {"{'Effect':'Deny','Action':'s3:*','NotResource':'" BUCKET "/tmp/*'}", "s3:DeleteObject",
         BUCKET "/*", POLICY_SILENT},
        {"{'Effect':'Deny','Action':'s3:*','NotResource':'" BUCKET "/tmp/*'}", "s3:DeleteObject",
         "arn:aws:s3:::other/*", POLICY_DENIES},
        {"{'Effect':'Allow','Action':'sqs:*','Resource':'arn:aws:sqs:*:${aws:PrincipalAccount}:*'}",
         "sqs:SendMessage", QUEUE, POLICY_ALLOWS},
        {"{'Effect':'Deny','Action':'sqs:*','Resource':'arn:aws:sqs:*:${aws:PrincipalAccount}:*'}",
         "sqs:SendMessage", QUEUE, POLICY_DENIES},
        {"{'Effect':'Allow','Action':'s3:*','Resource':'" BUCKET "/${aws:username}/*'}",
         "s3:GetObject", BUCKET "/ann/a", POLICY_ALLOWS},
        {"{'Effect':'Deny','Action':'s3:*','Resource':'" BUCKET "/${aws:username}/*'}",
         "s3:GetObject", BUCKET "/ann/a", POLICY_SILENT},
    };
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        check(&all[i], false);
}

/* Actions that IAM knows no resource for ("Resource": "*" in the reference). */
static void no_resource(void **state)
{
    static const struct example all[] = {
        {"{'Effect':'Allow','Action':'dynamodb:*','Resource':'*'}", "dynamodb:ListTables", "*",
         POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'dynamodb:*','Resource':'arn:aws:dynamodb:*:*:table/*'}",
         "dynamodb:ListTables", "*", POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'dynamodb:*','Resource':'" TABLE "'}", "dynamodb:ListTables",
         "*", POLICY_SILENT},
        {"{'Effect':'Allow','Action':'dynamodb:*','Resource':'" TABLE "/index/*'}",
         "dynamodb:ListTables", "*", POLICY_SILENT},
        {"{'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::*'}", "s3:ListAllMyBuckets",
         "*", POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'s3:*','Resource':'" BUCKET "/*'}", "s3:ListAllMyBuckets", "*",
         POLICY_SILENT},
        {"{'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::'}", "s3:ListAllMyBuckets",
         "*", POLICY_SILENT},
        {"{'Effect':'Allow','Action':'sqs:*','Resource':'arn:aws:sqs:*'}", "sqs:ListQueues", "*",
         POLICY_ALLOWS},
        {"{'Effect':'Allow','Action':'sqs:*','Resource':'arn:aws:sqs:r:1:${aws:username}'}",
         "sqs:ListQueues", "*", POLICY_ALLOWS},
        {"{'Effect':'Deny','Action':'sqs:*','Resource':'arn:aws:sqs:r:1:${aws:username}'}",
         "sqs:ListQueues", "*", POLICY_SILENT},
    };
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        check(&all[i], false);
}

#define WHEN(effect, condition)                                                                    \
    "{'Effect':'" effect "','Action':'sqs:*','Resource':'*','Condition':{" condition "}}"

static void conditions(void **state)
{
    static const struct example all[] = {
        {WHEN("Allow", "'StringEquals':{'aws:RequestedRegion':['eu-west-1','us-east-1']}"), "sqs:A",
         QUEUE, POLICY_ALLOWS},
        {WHEN("Allow", "'StringEquals':{'AWS:requestedregion':'eu-west-1'}"), "sqs:A", QUEUE,
         POLICY_SILENT},
        {WHEN("Deny", "'StringNotEquals':{'aws:RequestedRegion':['eu-west-1','us-east-1']}"),
         "sqs:A", QUEUE, POLICY_SILENT},
        {WHEN("Deny", "'StringNotEquals':{'aws:RequestedRegion':['eu-west-1']}"), "sqs:A", QUEUE,
         POLICY_DENIES},
        {WHEN("Deny", "'Bool':{'aws:SecureTransport':false}"), "sqs:A", QUEUE, POLICY_SILENT},
        {WHEN("Deny", "'Bool':{'aws:SecureTransport':'true'}"), "sqs:A", QUEUE, POLICY_DENIES},
        {WHEN("Allow", "'StringLike':{'aws:RequestedRegion':'us-*'}"), "sqs:A", QUEUE,
         POLICY_ALLOWS},
        {WHEN("Allow", "'ForAnyValue:StringLikeIfExists':{'aws:RequestedRegion':'eu-*'}"), "sqs:A",
         QUEUE, POLICY_SILENT},
        {WHEN("Deny", "'Null':{'aws:RequestedRegion':'true'}"), "sqs:A", QUEUE, POLICY_SILENT},
        {WHEN("Deny", "'Null':{'aws:RequestedRegion':'false'}"), "sqs:A", QUEUE, POLICY_DENIES},
        {WHEN("Allow", "'NumericLessThan':{'aws:PrincipalAccount':5}"), "sqs:A", QUEUE,
         POLICY_SILENT},
        {WHEN("Allow", "'NumericGreaterThan':{'aws:PrincipalAccount':'5'}"), "sqs:A", QUEUE,
         POLICY_ALLOWS},
        /* each operator, both ways (User Guide, "Condition operators") */
        {WHEN("Allow", "'StringEquals':{'aws:RequestedRegion':'US-EAST-1'}"), "sqs:A", QUEUE,
         POLICY_SILENT},
        {WHEN("Allow", "'StringEqualsIgnoreCase':{'aws:RequestedRegion':'US-EAST-1'}"), "sqs:A",
         QUEUE, POLICY_ALLOWS},
        {WHEN("Allow", "'StringEqualsIgnoreCase':{'aws:RequestedRegion':'eu-west-1'}"), "sqs:A",
         QUEUE, POLICY_SILENT},
        {WHEN("Allow", "'StringNotEqualsIgnoreCase':{'aws:RequestedRegion':'US-EAST-1'}"), "sqs:A",
         QUEUE, POLICY_SILENT},
        {WHEN("Allow", "'StringNotEqualsIgnoreCase':{'aws:RequestedRegion':'eu-west-1'}"), "sqs:A",
         QUEUE, POLICY_ALLOWS},
        {WHEN("Allow", "'stringlike':{'aws:RequestedRegion':'eu-*'}"), "sqs:A", QUEUE,
         POLICY_SILENT},
        {WHEN("Allow", "'StringNotLike':{'aws:RequestedRegion':'us-*'}"), "sqs:A", QUEUE,
         POLICY_SILENT},
        {WHEN("Allow", "'StringNotLike':{'aws:RequestedRegion':'eu-*'}"), "sqs:A", QUEUE,
         POLICY_ALLOWS},
        {WHEN("Allow", "'ArnEquals':{'aws:PrincipalArn':'" ROLE "'}"), "sqs:A", QUEUE,
         POLICY_ALLOWS},
        {WHEN("Allow", "'ArnEquals':{'aws:PrincipalArn':'arn:aws:iam::*:role/r*'}"), "sqs:A", QUEUE,
         POLICY_SILENT},
        {WHEN("Allow", "'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::*:role/w*'}"), "sqs:A", QUEUE,
         POLICY_ALLOWS},
        {WHEN("Allow", "'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::*:user/w*'}"), "sqs:A", QUEUE,
         POLICY_SILENT},
        {WHEN("Deny", "'ArnNotLike':{'aws:PrincipalArn':'arn:aws:iam::*:role/w*'}"), "sqs:A", QUEUE,
         POLICY_SILENT},
        {WHEN("Deny", "'ArnNotLike':{'aws:PrincipalArn':['x','arn:aws:iam::*:user/w*']}"), "sqs:A",
         QUEUE, POLICY_DENIES},
        {WHEN("Deny", "'ArnNotEquals':{'aws:PrincipalArn':'" ROLE "'}"), "sqs:A", QUEUE,
         POLICY_SILENT},
#define ACCOUNT(op, n) WHEN("Allow", "'" op "':{'aws:PrincipalAccount':" n "}"), "sqs:A", QUEUE
        {ACCOUNT("NumericEquals", "'123456789012'"), POLICY_ALLOWS},
        {ACCOUNT("NumericEquals", "123456789012"), POLICY_ALLOWS},
        {ACCOUNT("NumericEquals", "'123456789012.0'"), POLICY_ALLOWS},
        {ACCOUNT("NumericEquals", "123456789013"), POLICY_SILENT},
        {ACCOUNT("NumericEquals", "123456789011"), POLICY_SILENT},
        {ACCOUNT("NumericNotEquals", "123456789012"), POLICY_SILENT},
        {ACCOUNT("NumericNotEquals", "123456789013"), POLICY_ALLOWS},
        {ACCOUNT("NumericLessThan", "123456789012"), POLICY_SILENT},
        {ACCOUNT("NumericLessThan", "123456789013"), POLICY_ALLOWS},
        {ACCOUNT("NumericLessThanEquals", "123456789012"), POLICY_ALLOWS},
        {ACCOUNT("NumericLessThanEquals", "123456789011"), POLICY_SILENT},
        {ACCOUNT("NumericGreaterThan", "123456789012"), POLICY_SILENT},
        {ACCOUNT("NumericGreaterThanEquals", "123456789012"), POLICY_ALLOWS},
        {ACCOUNT("NumericGreaterThanEquals", "123456789013"), POLICY_SILENT},
        {WHEN("Deny", "'Bool':{'aws:SecureTransport':'TRUE'}"), "sqs:A", QUEUE, POLICY_DENIES},
        {WHEN("Deny", "'BoolIfExists':{'aws:SecureTransport':'false'}"), "sqs:A", QUEUE,
         POLICY_SILENT},
        /* all keys of all operators must hold */
        {WHEN("Allow", "'StringEquals':{'aws:RequestedRegion':'x','aws:PrincipalAccount':"
                       "'123456789012'}"),
         "sqs:A", QUEUE, POLICY_SILENT},
        {WHEN("Allow", "'StringEquals':{'aws:RequestedRegion':'x'},'Bool':{'aws:SecureTransport':"
                       "'true'}"),
         "sqs:A", QUEUE, POLICY_SILENT},
        /* what the value says is not known */
        {WHEN("Allow", "'StringEquals':{'aws:RequestedRegion':'${aws:PrincipalTag/region}'}"),
         "sqs:A", QUEUE, POLICY_ALLOWS},
        {WHEN("Deny", "'StringNotEquals':{'aws:RequestedRegion':'${aws:PrincipalTag/region}'}"),
         "sqs:A", QUEUE, POLICY_SILENT},
        /* not known: allowed, and not denied */
        {WHEN("Allow", "'StringEquals':{'aws:PrincipalTag/team':'blue'}"), "sqs:A", QUEUE,
         POLICY_ALLOWS},
        {WHEN("Deny", "'StringNotEquals':{'aws:PrincipalTag/team':'blue'}"), "sqs:A", QUEUE,
         POLICY_SILENT},
        {WHEN("Allow", "'StringEquals':{'aws:PrincipalTag/team':'blue','aws:RequestedRegion':'x'}"),
         "sqs:A", QUEUE, POLICY_SILENT},
        {WHEN("Allow", "'IpAddress':{'aws:SourceIp':'203.0.113.0/24'}"), "sqs:A", QUEUE,
         POLICY_ALLOWS},
        {WHEN("Deny", "'DateGreaterThan':{'aws:CurrentTime':'2000-01-01T00:00:00Z'}"), "sqs:A",
         QUEUE, POLICY_SILENT},
        {WHEN("Allow", ""), "sqs:A", QUEUE, POLICY_ALLOWS},
        /* what only calls by services have (the policy of a new topic) */
        {WHEN("Allow", "'StringEquals':{'AWS:SourceOwner':'123456789012'}"), "sqs:A", QUEUE,
         POLICY_SILENT},
        {WHEN("Allow", "'ArnLikeIfExists':{'aws:SourceArn':'arn:aws:s3:::b'}"), "sqs:A", QUEUE,
         POLICY_ALLOWS},
        {WHEN("Deny", "'ArnNotEquals':{'aws:SourceArn':'arn:aws:s3:::b'}"), "sqs:A", QUEUE,
         POLICY_DENIES},
        {WHEN("Deny", "'StringNotEquals':{'aws:SourceAccount':'1'}"), "sqs:A", QUEUE,
         POLICY_DENIES},
        {WHEN("Allow", "'StringEquals':{'aws:SourceAccount':'1'}"), "sqs:A", QUEUE, POLICY_SILENT},
        /* sets (User Guide, "Multivalued context keys"): of none all are, and none is any */
        {WHEN("Allow", "'ForAllValues:StringEquals':{'aws:SourceAccount':'1'}"), "sqs:A", QUEUE,
         POLICY_ALLOWS},
        {WHEN("Allow", "'ForAnyValue:StringEquals':{'aws:SourceAccount':'1'}"), "sqs:A", QUEUE,
         POLICY_SILENT},
        {WHEN("Deny", "'ForAnyValue:StringNotEquals':{'aws:SourceAccount':'1'}"), "sqs:A", QUEUE,
         POLICY_SILENT},
        {WHEN("Allow", "'ForAllValues:StringEquals':{'aws:RequestedRegion':'eu-west-1'}"), "sqs:A",
         QUEUE, POLICY_SILENT},
        {WHEN("Deny", "'Null':{'aws:SourceArn':'true'}"), "sqs:A", QUEUE, POLICY_DENIES},
        {WHEN("Deny", "'Null':{'aws:SourceArn':'false'}"), "sqs:A", QUEUE, POLICY_SILENT},
    };
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        check(&all[i], false);
}

static void principals(void **state)
{
#define BY(effect, principal)                                                                      \
    "{'Effect':'" effect "','Principal':" principal ",'Action':'sqs:*','Resource':'" QUEUE "'}"
    static const struct example all[] = {
        {BY("Allow", "'*'"), "sqs:SendMessage", QUEUE, POLICY_ALLOWS},
        {BY("Allow", "{'AWS':'*'}"), "sqs:SendMessage", QUEUE, POLICY_ALLOWS},
        {BY("Allow", "{'AWS':['arn:aws:iam::1:role/x','" ROLE "']}"), "sqs:SendMessage", QUEUE,
         POLICY_ALLOWS},
        {BY("Allow", "{'AWS':'arn:aws:sts::123456789012:assumed-role/writer/Writer'}"),
         "sqs:SendMessage", QUEUE, POLICY_ALLOWS},
        {BY("Allow", "{'AWS':'arn:aws:iam::123456789012:role/reader'}"), "sqs:SendMessage", QUEUE,
         POLICY_SILENT},
        {BY("Allow", "{'Service':'sns.amazonaws.com'}"), "sqs:SendMessage", QUEUE, POLICY_SILENT},
        /* the account leaves it to the policies of its identities */
        {BY("Allow", "{'AWS':'arn:aws:iam::123456789012:root'}"), "sqs:SendMessage", QUEUE,
         POLICY_SILENT},
        {BY("Deny", "{'AWS':'arn:aws:iam::123456789012:root'}"), "sqs:SendMessage", QUEUE,
         POLICY_DENIES},
        {BY("Deny", "{'AWS':'123456789012'}"), "sqs:SendMessage", QUEUE, POLICY_DENIES},
        {BY("Deny", "{'AWS':'arn:aws:iam::123456789012:rooted'}"), "sqs:SendMessage", QUEUE,
         POLICY_SILENT},
        {BY("Deny", "{'AWS':'arn:aws:iam::123456789012:role/:root/x'}"), "sqs:SendMessage", QUEUE,
         POLICY_SILENT},
        {BY("Deny", "{'Federated':'*'}"), "sqs:SendMessage", QUEUE, POLICY_SILENT},
        {BY("Deny", "{'AWS':'arn:aws:iam::999999999999:root'}"), "sqs:SendMessage", QUEUE,
         POLICY_SILENT},
        {"{'Effect':'Deny','NotPrincipal':{'AWS':'x'},'Action':'*','Resource':'*'}",
         "sqs:SendMessage", QUEUE, POLICY_SILENT},
        /* the trust policy of a role has no Resource */
        {"{'Effect':'Allow','Principal':'*','Action':'sts:AssumeRole'}", "sts:AssumeRole", ROLE,
         POLICY_ALLOWS},
    };
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        check(&all[i], true);
}

#define ALLOW(action, resource)                                                                    \
    "{'Statement':{'Effect':'Allow','Principal':'*','Action':'" action "','Resource':'" resource   \
    "'}}"
#define DENY(action, resource)                                                                     \
    "{'Statement':{'Effect':'Deny','Principal':'*','Action':'" action "','Resource':'" resource    \
    "'}}"

/* "Evaluating identity-based policies with resource-based policies", "... with permissions
 * boundaries", "The difference between explicit and implicit denies". */
static void together(void **state)
{
    static const struct {
        const char *identity, *boundary, *resource;
        enum policy_verdict verdict;
    } all[] = {
        {NULL, NULL, NULL, POLICY_NO_STATEMENT},
        {ALLOW("s3:Get*", "*"), NULL, NULL, POLICY_ALLOWED},
        {ALLOW("s3:Put*", "*"), NULL, NULL, POLICY_NO_STATEMENT},
        {NULL, NULL, ALLOW("s3:GetObject", BUCKET "/*"), POLICY_ALLOWED},
        {ALLOW("s3:Get*", "*"), NULL, DENY("s3:*", BUCKET "/*"), POLICY_RESOURCE_DENIES},
        {DENY("s3:*", "*"), NULL, ALLOW("s3:GetObject", BUCKET "/*"), POLICY_IDENTITY_DENIES},
        {ALLOW("s3:Get*", "*"), ALLOW("s3:*", "*"), NULL, POLICY_ALLOWED},
        {ALLOW("s3:Get*", "*"), ALLOW("sqs:*", "*"), NULL, POLICY_NOT_IN_BOUNDARY},
        {ALLOW("s3:Get*", "*"), DENY("s3:*", "*"), NULL, POLICY_BOUNDARY_DENIES},
        {NULL, ALLOW("s3:*", "*"), NULL, POLICY_NO_STATEMENT},
        {NULL, DENY("s3:*", "*"), ALLOW("s3:GetObject", BUCKET "/*"), POLICY_BOUNDARY_DENIES},
    };
    struct policy_ask ask = ask_for("s3:GetObject", BUCKET "/a");
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        json_t *identity = json_array();
        json_t *boundary = all[i].boundary ? json_quoted(all[i].boundary) : NULL;
        json_t *resource = all[i].resource ? json_quoted(all[i].resource) : NULL;
        if (all[i].identity)
            json_array_append_new(identity, json_quoted(all[i].identity));
        const struct policy_set set = {identity, boundary, resource};
        if (policy_judge(&set, &ask) != all[i].verdict)
            fail_msg("row %zu: %d", i, policy_judge(&set, &ask));
        json_decref(identity);
        json_decref(boundary);
        json_decref(resource);
    }
}

/* A service as itself, by the policy of what it calls (User Guide, "AWS service principals"). */
static void services(void **state)
{
#define FOR(principal, condition)                                                                  \
    "{'Effect':'Allow','Principal':" principal                                                     \
    ",'Action':'sqs:*','Resource':'*','Condition':{" condition "}}"
#define SNS(condition) FOR("{'Service':'sns.amazonaws.com'}", condition)
    static const struct {
        const char *statement;
        enum policy_verdict verdict;
    } all[] = {
        {SNS(""), POLICY_ALLOWED},
        {FOR("{'Service':['s3.amazonaws.com','sns.amazonaws.com']}", ""), POLICY_ALLOWED},
        {FOR("{'Service':'sns.us-east-1.amazonaws.com'}", ""), POLICY_ALLOWED},
        {FOR("'*'", ""), POLICY_ALLOWED},
        {FOR("{'AWS':'*'}", ""), POLICY_ALLOWED},
        {FOR("{'Service':'sns.amazonaws.com','AWS':'1'}", ""), POLICY_ALLOWED},
        {FOR("{'Service':'sqs.amazonaws.com'}", ""), POLICY_NOT_LET},
        {FOR("{'Service':'sn.amazonaws.com'}", ""), POLICY_NOT_LET},
        {FOR("{'Service':'sns.example.com'}", ""), POLICY_NOT_LET},
        {FOR("{'Service':'sns'}", ""), POLICY_NOT_LET},
        {FOR("{'AWS':'123456789012'}", ""), POLICY_NOT_LET},
        {FOR("{'AWS':'sns.amazonaws.com'}", ""), POLICY_NOT_LET},
        {SNS("'ArnEquals':{'aws:SourceArn':'arn:aws:sns:us-east-1:1:news'}"), POLICY_ALLOWED},
        {SNS("'ArnLike':{'AWS:SourceArn':'arn:aws:sns:*:*:n*'}"), POLICY_ALLOWED},
        {SNS("'ArnEquals':{'aws:SourceArn':'arn:aws:sns:us-east-1:1:olds'}"), POLICY_NOT_LET},
        {SNS("'StringEquals':{'aws:SourceOwner':'1'}"), POLICY_NOT_LET},
        {SNS("'StringEquals':{'aws:SourceAccount':'1'}"), POLICY_ALLOWED}, /* not known here */
        {SNS("'StringEquals':{'aws:SourceOrgID':'o-1'}"), POLICY_ALLOWED},
        {"[{'Effect':'Deny','Principal':'*','Action':'sqs:*','Resource':'*'}," SNS("") "]",
         POLICY_RESOURCE_DENIES},
    };
    struct policy_ask ask = {.action = "sqs:SendMessage",
                             .resource = QUEUE,
                             .service = "sns.amazonaws.com",
                             .keys = {{"aws:SourceArn", "arn:aws:sns:us-east-1:1:news"}},
                             .n_keys = 1};
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        json_t *document = json_pack("{s:o}", "Statement", json_quoted(all[i].statement));
        if (policy_judge_service(document, &ask) != all[i].verdict)
            fail_msg("%s", all[i].statement);
        json_decref(document);
    }
    assert_int_equal(policy_judge_service(NULL, &ask), POLICY_NOT_LET);
}

/* The role that is assumed must let in the role or its account, which then decides itself (User
 * Guide, "Cross account policy evaluation logic" and "How to use trust policies"). */
static void trust(void **state)
{
#define LET(principal)                                                                             \
    "{'Statement':{'Effect':'Allow','Principal':" principal ",'Action':'sts:AssumeRole'}}"
#define MAY    "[{'Statement':{'Effect':'Allow','Action':'sts:*','Resource':'*'}}]"
#define DENIED "[{'Statement':{'Effect':'Deny','Action':'sts:*','Resource':'*'}}]"
#define ROOT   "{'AWS':'arn:aws:iam::123456789012:root'}"
    static const struct {
        const char *identity, *trust;
        enum policy_verdict verdict;
    } all[] = {
        {"[]", LET("{'AWS':'" ROLE "'}"), POLICY_ALLOWED},
        {MAY, LET("{'AWS':'" ROLE "'}"), POLICY_ALLOWED},
        {MAY, LET(ROOT), POLICY_ALLOWED},
        {MAY, LET("{'AWS':'123456789012'}"), POLICY_ALLOWED},
        {"[]", LET(ROOT), POLICY_NO_STATEMENT},
        {MAY, LET("{'AWS':'arn:aws:iam::1:root'}"), POLICY_NOT_LET},
        {"[]", LET("{'AWS':'arn:aws:iam::1:root'}"), POLICY_NOT_LET},
        {MAY, LET("{'Service':'lambda.amazonaws.com'}"), POLICY_NOT_LET},
        {DENIED, LET("{'AWS':'" ROLE "'}"), POLICY_IDENTITY_DENIES},
        {DENIED, LET("{'Service':'lambda.amazonaws.com'}"), POLICY_IDENTITY_DENIES},
        {MAY, "{'Statement':{'Effect':'Deny','Principal':'*','Action':'*','Resource':'*'}}",
         POLICY_RESOURCE_DENIES},
    };
    const struct policy_ask ask = ask_for("sts:AssumeRole", "arn:aws:iam::123456789012:role/other");
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        json_t *identity = json_quoted(all[i].identity), *resource = json_quoted(all[i].trust);
        const struct policy_set set = {identity, NULL, resource};
        if (policy_judge_trust(&set, &ask) != all[i].verdict)
            fail_msg("row %zu: %d", i, policy_judge_trust(&set, &ask));
        json_decref(identity);
        json_decref(resource);
    }
}

/* What one document denies, or allows, no other one takes back. */
static void several(void **state)
{
    static const struct {
        const char *documents;
        enum policy_verdict verdict;
    } all[] = {
        {"[" ALLOW("s3:*", "*") "," DENY("s3:GetObject", "*") "]", POLICY_IDENTITY_DENIES},
        {"[" DENY("s3:GetObject", "*") "," ALLOW("s3:*", "*") "]", POLICY_IDENTITY_DENIES},
        {"[" ALLOW("s3:*", "*") "," ALLOW("sqs:*", "*") "]", POLICY_ALLOWED},
        {"[" ALLOW("sqs:*", "*") "," ALLOW("s3:*", "*") "]", POLICY_ALLOWED},
        {"[" ALLOW("sqs:*", "*") "," DENY("sqs:*", "*") "]", POLICY_NO_STATEMENT},
    };
    struct policy_ask ask = ask_for("s3:GetObject", BUCKET "/a");
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        json_t *identity = json_quoted(all[i].documents);
        const struct policy_set set = {identity, NULL, NULL};
        if (policy_judge(&set, &ask) != all[i].verdict)
            fail_msg("%s", all[i].documents);
        json_decref(identity);
    }
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
    struct policy_ask ask = ask_for("s3:GetObject", BUCKET "/a");
    char long_pattern[POLICY_PATTERN_MAX * 2];
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        json_t *document = json_quoted(all[i]);
        (void)policy_of_identity(document, &ask);
        (void)policy_of_resource(document, &ask);
        json_decref(document);
    }
    assert_int_equal(policy_of_identity(NULL, &ask), POLICY_SILENT);
    memset(long_pattern, 'x', sizeof long_pattern);
    long_pattern[sizeof long_pattern - 1] = '\0';
    json_t *document = json_pack("{s:{s:s, s:s, s:s}}", "Statement", "Effect", "Deny", "Action",
                                 "*", "Resource", long_pattern);
    assert_int_equal(policy_of_identity(document, &ask), POLICY_SILENT);
    json_decref(document);
}

static void managed(void **state)
{
    static const struct {
        const char *policy, *action, *resource;
        enum policy_effect says;
    } all[] = {
        {"service-role/AWSLambdaBasicExecutionRole", "logs:PutLogEvents", "*", POLICY_ALLOWS},
        {"AWSLambdaBasicExecutionRole", "logs:PutLogEvents", "*", POLICY_ALLOWS},
        {"service-role/AWSLambdaSQSQueueExecutionRole", "sqs:ReceiveMessage", QUEUE, POLICY_ALLOWS},
        {"service-role/AWSLambdaSQSQueueExecutionRole", "sqs:SendMessage", QUEUE, POLICY_SILENT},
        {"AmazonDynamoDBReadOnlyAccess", "dynamodb:Query", TABLE, POLICY_ALLOWS},
        {"AmazonDynamoDBReadOnlyAccess", "dynamodb:PutItem", TABLE, POLICY_SILENT},
        {"AdministratorAccess", "sqs:SendMessage", QUEUE, POLICY_ALLOWS},
        {"PowerUserAccess", "sqs:SendMessage", QUEUE, POLICY_ALLOWS},
        {"PowerUserAccess", "iam:CreateRole", ROLE, POLICY_SILENT},
        {"AWSLambdaExecute", "s3:GetObject", BUCKET "/a", POLICY_ALLOWS},
    };
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        char arn[128] = "arn:aws:iam::aws:policy/";
        strncat(arn, all[i].policy, sizeof arn - strlen(arn) - 1);
        json_t *document = managed_policy(arn);
        struct policy_ask ask = ask_for(all[i].action, all[i].resource);
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
        cmocka_unit_test(actions_and_resources),
        cmocka_unit_test(unknown_parts),
        cmocka_unit_test(no_resource),
        cmocka_unit_test(conditions),
        cmocka_unit_test(principals),
        cmocka_unit_test(together),
        cmocka_unit_test(services),
        cmocka_unit_test(trust),
        cmocka_unit_test(several),
        cmocka_unit_test(nonsense),
        cmocka_unit_test(managed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
