/* SPDX-License-Identifier: Apache-2.0 */
/* IAM policies: what several documents come to. */
#include "harness/json_quoted.h"
#include "local/iam/policy.h"

#define BUCKET  "arn:aws:s3:::doc-example"
#define QUEUE   "arn:aws:sqs:us-east-1:123456789012:jobs"
#define ROLE    "arn:aws:iam::123456789012:role/writer"
#define SESSION "arn:aws:sts::123456789012:assumed-role/writer/Writer"

static struct policy_ask ask_for(const char *action, const char *resource)
{
    return (struct policy_ask){
        .action = action,
        .resource = resource,
        .role = ROLE,
        .session = SESSION,
        .keys = {{"aws:PrincipalAccount", "123456789012"},
                 {"aws:PrincipalArn", ROLE},
                 {"aws:RequestedRegion", "us-east-1"},
                 {"aws:SecureTransport", "true"}},
        .n_keys = 4,
    };
}

#define ALLOW(action, resource)                                                                    \
    "{'Statement':{'Effect':'Allow','Principal':'*','Action':'" action "','Resource':'" resource   \
    "'}}"
#define DENY(action, resource)                                                                     \
    "{'Statement':{'Effect':'Deny','Principal':'*','Action':'" action "','Resource':'" resource    \
    "'}}"

#define GIVE(to)                                                                                   \
    "{'Statement':{'Effect':'Allow','Principal':{'AWS':'" to "'},'Action':'s3:*','Resource':'*'}}"

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
        /* a boundary that is silent bounds what a resource gives to the role, not to its session
         * or to everybody */
        {NULL, ALLOW("sqs:*", "*"), GIVE(ROLE), POLICY_NOT_IN_BOUNDARY},
        {NULL, ALLOW("s3:*", "*"), GIVE(ROLE), POLICY_ALLOWED},
        {ALLOW("s3:*", "*"), ALLOW("sqs:*", "*"), GIVE(ROLE), POLICY_NOT_IN_BOUNDARY},
        {NULL, ALLOW("sqs:*", "*"), GIVE(SESSION), POLICY_ALLOWED},
        {NULL, ALLOW("sqs:*", "*"), GIVE("*"), POLICY_ALLOWED},
        {NULL, NULL, GIVE(ROLE), POLICY_ALLOWED},
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
        /* whose account a service acts for is not known */
        {"[{'Effect':'Deny','NotPrincipal':{'AWS':'1'},'Action':'*','Resource':'*'}," SNS("") "]",
         POLICY_ALLOWED},
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(together),
        cmocka_unit_test(services),
        cmocka_unit_test(trust),
        cmocka_unit_test(several),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
