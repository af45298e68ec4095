/* SPDX-License-Identifier: Apache-2.0 */
/* IAM policies: what their conditions and principals say. */
#include "policy_examples.h"

#define WHEN(effect, condition)                                                                    \
    "{'Effect':'" effect "','Action':'sqs:*','Resource':'*','Condition':{" condition "}}"

static void conditions(void **state)
{
    static const struct policy_example all[] = {
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
        policy_check(&all[i], false);
}

static void principals(void **state)
{
#define BY(effect, principal)                                                                      \
    "{'Effect':'" effect "','Principal':" principal ",'Action':'sqs:*','Resource':'" QUEUE "'}"
    static const struct policy_example all[] = {
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
        policy_check(&all[i], true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(conditions),
        cmocka_unit_test(principals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
