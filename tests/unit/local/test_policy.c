/* SPDX-License-Identifier: Apache-2.0 */
/* IAM policies: what a document says to a role. The larger documents are those of the IAM User
 * Guide's examples. */
#include <string.h>

#include "harness/json_quoted.h"
#include "local/iam/managed.h"
#include "local/iam/policy.h"

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
    enum slrun_policy_effect says;
};

static void check(const struct example *e, bool of_resource)
{
    json_t *statement = json_quoted(e->statement);
    json_t *document = json_pack("{s:s, s:O}", "Version", "2012-10-17", "Statement", statement);
    struct policy_ask ask = ask_for(e->action, e->resource);
    enum slrun_policy_effect says =
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
        check(&all[i], false);
}

/* What is not known of the resource may be what is allowed; a denial must cover all of it. */
static void unknown_parts(void **state)
{
    static const struct example all[] = {
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
        check(&all[i], false);
}

/* Actions that IAM knows no resource for ("Resource": "*" in the reference). */
static void no_resource(void **state)
{
    static const struct example all[] = {
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
        check(&all[i], false);
}

#define WHEN(effect, condition)                                                                    \
    "{'Effect':'" effect "','Action':'sqs:*','Resource':'*','Condition':{" condition "}}"

static void conditions(void **state)
{
    static const struct example all[] = {
        {WHEN("Allow", "'StringEquals':{'aws:RequestedRegion':['eu-west-1','us-east-1']}"), "sqs:A",
         QUEUE, SLRUN_POLICY_ALLOWS},
        {WHEN("Allow", "'StringEquals':{'AWS:requestedregion':'eu-west-1'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_SILENT},
        {WHEN("Deny", "'StringNotEquals':{'aws:RequestedRegion':['eu-west-1','us-east-1']}"),
         "sqs:A", QUEUE, SLRUN_POLICY_SILENT},
        {WHEN("Deny", "'StringNotEquals':{'aws:RequestedRegion':['eu-west-1']}"), "sqs:A", QUEUE,
         SLRUN_POLICY_DENIES},
        {WHEN("Deny", "'Bool':{'aws:SecureTransport':false}"), "sqs:A", QUEUE, SLRUN_POLICY_SILENT},
        {WHEN("Deny", "'Bool':{'aws:SecureTransport':'true'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_DENIES},
        {WHEN("Allow", "'StringLike':{'aws:RequestedRegion':'us-*'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_ALLOWS},
        {WHEN("Allow", "'ForAnyValue:StringLikeIfExists':{'aws:RequestedRegion':'eu-*'}"), "sqs:A",
         QUEUE, SLRUN_POLICY_SILENT},
        {WHEN("Deny", "'Null':{'aws:RequestedRegion':'true'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_SILENT},
        {WHEN("Deny", "'Null':{'aws:RequestedRegion':'false'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_DENIES},
        {WHEN("Allow", "'NumericLessThan':{'aws:PrincipalAccount':5}"), "sqs:A", QUEUE,
         SLRUN_POLICY_SILENT},
        {WHEN("Allow", "'NumericGreaterThan':{'aws:PrincipalAccount':'5'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_ALLOWS},
        /* each operator, both ways (User Guide, "Condition operators") */
        {WHEN("Allow", "'StringEquals':{'aws:RequestedRegion':'US-EAST-1'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_SILENT},
        {WHEN("Allow", "'StringEqualsIgnoreCase':{'aws:RequestedRegion':'US-EAST-1'}"), "sqs:A",
         QUEUE, SLRUN_POLICY_ALLOWS},
        {WHEN("Allow", "'StringEqualsIgnoreCase':{'aws:RequestedRegion':'eu-west-1'}"), "sqs:A",
         QUEUE, SLRUN_POLICY_SILENT},
        {WHEN("Allow", "'StringNotEqualsIgnoreCase':{'aws:RequestedRegion':'US-EAST-1'}"), "sqs:A",
         QUEUE, SLRUN_POLICY_SILENT},
        {WHEN("Allow", "'StringNotEqualsIgnoreCase':{'aws:RequestedRegion':'eu-west-1'}"), "sqs:A",
         QUEUE, SLRUN_POLICY_ALLOWS},
        {WHEN("Allow", "'stringlike':{'aws:RequestedRegion':'eu-*'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_SILENT},
        {WHEN("Allow", "'StringNotLike':{'aws:RequestedRegion':'us-*'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_SILENT},
        {WHEN("Allow", "'StringNotLike':{'aws:RequestedRegion':'eu-*'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_ALLOWS},
        {WHEN("Allow", "'ArnEquals':{'aws:PrincipalArn':'" ROLE "'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_ALLOWS},
        {WHEN("Allow", "'ArnEquals':{'aws:PrincipalArn':'arn:aws:iam::*:role/r*'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_SILENT},
        {WHEN("Allow", "'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::*:role/w*'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_ALLOWS},
        {WHEN("Allow", "'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::*:user/w*'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_SILENT},
        {WHEN("Deny", "'ArnNotLike':{'aws:PrincipalArn':'arn:aws:iam::*:role/w*'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_SILENT},
        {WHEN("Deny", "'ArnNotLike':{'aws:PrincipalArn':['x','arn:aws:iam::*:user/w*']}"), "sqs:A",
         QUEUE, SLRUN_POLICY_DENIES},
        {WHEN("Deny", "'ArnNotEquals':{'aws:PrincipalArn':'" ROLE "'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_SILENT},
#define ACCOUNT(op, n) WHEN("Allow", "'" op "':{'aws:PrincipalAccount':" n "}"), "sqs:A", QUEUE
        {ACCOUNT("NumericEquals", "'123456789012'"), SLRUN_POLICY_ALLOWS},
        {ACCOUNT("NumericEquals", "123456789012"), SLRUN_POLICY_ALLOWS},
        {ACCOUNT("NumericEquals", "'123456789012.0'"), SLRUN_POLICY_ALLOWS},
        {ACCOUNT("NumericEquals", "123456789013"), SLRUN_POLICY_SILENT},
        {ACCOUNT("NumericEquals", "123456789011"), SLRUN_POLICY_SILENT},
        {ACCOUNT("NumericNotEquals", "123456789012"), SLRUN_POLICY_SILENT},
        {ACCOUNT("NumericNotEquals", "123456789013"), SLRUN_POLICY_ALLOWS},
        {ACCOUNT("NumericLessThan", "123456789012"), SLRUN_POLICY_SILENT},
        {ACCOUNT("NumericLessThan", "123456789013"), SLRUN_POLICY_ALLOWS},
        {ACCOUNT("NumericLessThanEquals", "123456789012"), SLRUN_POLICY_ALLOWS},
        {ACCOUNT("NumericLessThanEquals", "123456789011"), SLRUN_POLICY_SILENT},
        {ACCOUNT("NumericGreaterThan", "123456789012"), SLRUN_POLICY_SILENT},
        {ACCOUNT("NumericGreaterThanEquals", "123456789012"), SLRUN_POLICY_ALLOWS},
        {ACCOUNT("NumericGreaterThanEquals", "123456789013"), SLRUN_POLICY_SILENT},
        {WHEN("Deny", "'Bool':{'aws:SecureTransport':'TRUE'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_DENIES},
        {WHEN("Deny", "'BoolIfExists':{'aws:SecureTransport':'false'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_SILENT},
        /* all keys of all operators must hold */
        {WHEN("Allow", "'StringEquals':{'aws:RequestedRegion':'x','aws:PrincipalAccount':"
                       "'123456789012'}"),
         "sqs:A", QUEUE, SLRUN_POLICY_SILENT},
        {WHEN("Allow", "'StringEquals':{'aws:RequestedRegion':'x'},'Bool':{'aws:SecureTransport':"
                       "'true'}"),
         "sqs:A", QUEUE, SLRUN_POLICY_SILENT},
        /* what the value says is not known */
        {WHEN("Allow", "'StringEquals':{'aws:RequestedRegion':'${aws:PrincipalTag/region}'}"),
         "sqs:A", QUEUE, SLRUN_POLICY_ALLOWS},
        {WHEN("Deny", "'StringNotEquals':{'aws:RequestedRegion':'${aws:PrincipalTag/region}'}"),
         "sqs:A", QUEUE, SLRUN_POLICY_SILENT},
        /* not known: allowed, and not denied */
        {WHEN("Allow", "'StringEquals':{'aws:PrincipalTag/team':'blue'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_ALLOWS},
        {WHEN("Deny", "'StringNotEquals':{'aws:PrincipalTag/team':'blue'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_SILENT},
        {WHEN("Allow", "'StringEquals':{'aws:PrincipalTag/team':'blue','aws:RequestedRegion':'x'}"),
         "sqs:A", QUEUE, SLRUN_POLICY_SILENT},
        {WHEN("Allow", "'IpAddress':{'aws:SourceIp':'203.0.113.0/24'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_ALLOWS},
        {WHEN("Deny", "'DateGreaterThan':{'aws:CurrentTime':'2000-01-01T00:00:00Z'}"), "sqs:A",
         QUEUE, SLRUN_POLICY_SILENT},
        {WHEN("Allow", ""), "sqs:A", QUEUE, SLRUN_POLICY_ALLOWS},
        /* what only calls by services have (the policy of a new topic) */
        {WHEN("Allow", "'StringEquals':{'AWS:SourceOwner':'123456789012'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_SILENT},
        {WHEN("Allow", "'ArnLikeIfExists':{'aws:SourceArn':'arn:aws:s3:::b'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_ALLOWS},
        {WHEN("Deny", "'ArnNotEquals':{'aws:SourceArn':'arn:aws:s3:::b'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_DENIES},
        {WHEN("Deny", "'StringNotEquals':{'aws:SourceAccount':'1'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_DENIES},
        {WHEN("Allow", "'StringEquals':{'aws:SourceAccount':'1'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_SILENT},
        /* sets (User Guide, "Multivalued context keys"): of none all are, and none is any */
        {WHEN("Allow", "'ForAllValues:StringEquals':{'aws:SourceAccount':'1'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_ALLOWS},
        {WHEN("Allow", "'ForAnyValue:StringEquals':{'aws:SourceAccount':'1'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_SILENT},
        {WHEN("Deny", "'ForAnyValue:StringNotEquals':{'aws:SourceAccount':'1'}"), "sqs:A", QUEUE,
         SLRUN_POLICY_SILENT},
        {WHEN("Allow", "'ForAllValues:StringEquals':{'aws:RequestedRegion':'eu-west-1'}"), "sqs:A",
         QUEUE, SLRUN_POLICY_SILENT},
        {WHEN("Deny", "'Null':{'aws:SourceArn':'true'}"), "sqs:A", QUEUE, SLRUN_POLICY_DENIES},
        {WHEN("Deny", "'Null':{'aws:SourceArn':'false'}"), "sqs:A", QUEUE, SLRUN_POLICY_SILENT},
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
        {BY("Allow", "'*'"), "sqs:SendMessage", QUEUE, SLRUN_POLICY_ALLOWS},
        {BY("Allow", "{'AWS':'*'}"), "sqs:SendMessage", QUEUE, SLRUN_POLICY_ALLOWS},
        {BY("Allow", "{'AWS':['arn:aws:iam::1:role/x','" ROLE "']}"), "sqs:SendMessage", QUEUE,
         SLRUN_POLICY_ALLOWS},
        {BY("Allow", "{'AWS':'arn:aws:sts::123456789012:assumed-role/writer/Writer'}"),
         "sqs:SendMessage", QUEUE, SLRUN_POLICY_ALLOWS},
        {BY("Allow", "{'AWS':'arn:aws:iam::123456789012:role/reader'}"), "sqs:SendMessage", QUEUE,
         SLRUN_POLICY_SILENT},
        {BY("Allow", "{'Service':'sns.amazonaws.com'}"), "sqs:SendMessage", QUEUE,
         SLRUN_POLICY_SILENT},
        /* the account leaves it to the policies of its identities */
        {BY("Allow", "{'AWS':'arn:aws:iam::123456789012:root'}"), "sqs:SendMessage", QUEUE,
         SLRUN_POLICY_SILENT},
        {BY("Deny", "{'AWS':'arn:aws:iam::123456789012:root'}"), "sqs:SendMessage", QUEUE,
         SLRUN_POLICY_DENIES},
        {BY("Deny", "{'AWS':'123456789012'}"), "sqs:SendMessage", QUEUE, SLRUN_POLICY_DENIES},
        {BY("Deny", "{'AWS':'arn:aws:iam::123456789012:rooted'}"), "sqs:SendMessage", QUEUE,
         SLRUN_POLICY_SILENT},
        {BY("Deny", "{'AWS':'arn:aws:iam::123456789012:role/:root/x'}"), "sqs:SendMessage", QUEUE,
         SLRUN_POLICY_SILENT},
        {BY("Deny", "{'Federated':'*'}"), "sqs:SendMessage", QUEUE, SLRUN_POLICY_SILENT},
        {BY("Deny", "{'AWS':'arn:aws:iam::999999999999:root'}"), "sqs:SendMessage", QUEUE,
         SLRUN_POLICY_SILENT},
#define BUT(effect, principal)                                                                     \
    "{'Effect':'" effect "','NotPrincipal':{'AWS':" principal "},'Action':'*','Resource':'*'}",    \
        "sqs:SendMessage", QUEUE
        {BUT("Deny", "'x'"), SLRUN_POLICY_DENIES},
        {BUT("Deny", "['x','" ROLE "']"), SLRUN_POLICY_SILENT},
        {BUT("Deny", "'arn:aws:iam::123456789012:root'"), SLRUN_POLICY_SILENT},
        {BUT("Deny", "{'Ref':'X'}"), SLRUN_POLICY_SILENT},
        {BUT("Allow", "'x'"), SLRUN_POLICY_ALLOWS},
        {BUT("Allow", "'" ROLE "'"), SLRUN_POLICY_SILENT},
        /* the trust policy of a role has no Resource */
        {"{'Effect':'Allow','Principal':'*','Action':'sts:AssumeRole'}", "sts:AssumeRole", ROLE,
         SLRUN_POLICY_ALLOWS},
    };
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        check(&all[i], true);
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
        cmocka_unit_test(nonsense),
        cmocka_unit_test(managed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
