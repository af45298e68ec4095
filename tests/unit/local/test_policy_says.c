/* SPDX-License-Identifier: Apache-2.0 */
/* Policy documents as a service asks them that knows all of a request (slrun_cloud.policy_says). */
#include <string.h>
#include <strings.h>

#include "harness/json_quoted.h"
#include "local/iam/policy.h"

#define OBJECT "arn:aws:s3:::b/a*c"

static enum slrun_policy_holds is_ann(void *arg, const char *kind, const char *name, int denies)
{
    (void)arg;
    (void)denies;
    return strcmp(kind, "CanonicalUser") == 0 && strcmp(name, "ann") == 0 ? SLRUN_POLICY_YES
                                                                          : SLRUN_POLICY_NO;
}

static int values_of(void *arg, const char *name, const char **values)
{
    static const struct {
        const char *name, *values[2];
    } keys[] = {{"aws:SourceIp", {"203.0.113.7"}},
                {"v6", {"2001:db8::1"}},
                {"aws:CurrentTime", {"2026-11-21T07:00:00Z"}},
                {"aws:EpochTime", {"1795244400"}},
                {"s3:prefix", {"home/ann"}},
                {"aws:username", {"ann"}},
                {"tags", {"red", "blue"}},
                {"aws:long", {NULL}}};
    int n = 0;
    (void)arg;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        for (size_t j = 0; !strcasecmp(name, keys[i].name) && j < 2 && keys[i].values[j]; j++)
            values[n++] = keys[i].values[j];
    return n;
}

static enum slrun_policy_effect say(const char *statement)
{
    json_t *document = json_pack("{s:o}", "Statement", json_quoted(statement));
    const struct slrun_policy_ask ask = {.action = "s3:GetObject",
                                         .resource = OBJECT,
                                         .exact = 1,
                                         .principal = is_ann,
                                         .key = values_of};
    enum slrun_policy_effect effect = policy_says(document, &ask);
    json_decref(document);
    return effect;
}

static void conditions(void **state)
{
    static const struct {
        const char *text;
        bool holds;
    } rows[] = {
        {"'IpAddress':{'aws:SourceIp':'203.0.113.0/24'}", true},
        {"'IpAddress':{'aws:SourceIp':['10.0.0.0/8','203.0.113.7']}", true},
        {"'IpAddress':{'aws:SourceIp':'203.0.113.8'}", false},
        {"'IpAddress':{'aws:SourceIp':'203.0.114.0/24'}", false},
        {"'IpAddress':{'aws:SourceIp':'0.0.0.0/0'}", true},
        {"'IpAddress':{'aws:SourceIp':'somewhere'}", false},
        {"'IpAddress':{'v6':'2001:db8::/32'}", true},
        {"'IpAddress':{'v6':'203.0.113.0/24'}", false},
        {"'NotIpAddress':{'aws:SourceIp':'203.0.113.0/24'}", false},
        {"'NotIpAddress':{'aws:SourceIp':'10.0.0.0/8'}", true},
        {"'DateEquals':{'aws:CurrentTime':'2026-11-21T08:00:00+01:00'}", true},
        {"'DateEquals':{'aws:CurrentTime':'1795244400'}", true},
        {"'DateEquals':{'aws:CurrentTime':'2026-11-21'}", false},
        {"'DateNotEquals':{'aws:CurrentTime':'2026-11-21'}", true},
        {"'DateGreaterThan':{'aws:CurrentTime':'2026-11-21'}", true},
        {"'DateGreaterThan':{'aws:CurrentTime':'2026-11-21T07:00:00Z'}", false},
        {"'DateGreaterThanEquals':{'aws:CurrentTime':'2026-11-21T07:00:00Z'}", true},
        {"'DateLessThan':{'aws:EpochTime':'2026-11-22'}", true},
        {"'DateLessThan':{'aws:EpochTime':'2026-11-21T07:00:00Z'}", false},
        {"'DateLessThanEquals':{'aws:EpochTime':'2026-11-21T07:00:00Z'}", true},
        {"'BinaryEquals':{'s3:prefix':'home/ann'}", true},
        /* keys that the request does not have */
        {"'StringEquals':{'none':'x'}", false},
        {"'StringNotEquals':{'none':'x'}", true},
        {"'StringEqualsIfExists':{'none':'x'}", true},
        {"'StringEqualsIfExists':{'s3:prefix':'x'}", false},
        {"'Null':{'none':'true'}", true},
        {"'Null':{'s3:prefix':'true'}", false},
        /* keys with several values */
        {"'ForAnyValue:StringEquals':{'tags':'blue'}", true},
        {"'ForAnyValue:StringEquals':{'tags':'green'}", false},
        {"'ForAllValues:StringEquals':{'tags':['red','blue','green']}", true},
        {"'ForAllValues:StringEquals':{'tags':['red','green']}", false},
        {"'ForAllValues:StringEquals':{'none':'red'}", true},
        {"'ForAnyValue:StringNotEquals':{'tags':'red'}", true},
        {"'ForAllValues:StringNotEquals':{'tags':'red'}", false},
        {"'StringNotEquals':{'tags':'blue'}", false},
        {"'StringNotEquals':{'tags':'green'}", true},
        /* variables */
        {"'StringEquals':{'s3:prefix':'home/${aws:username}'}", true},
        {"'StringEquals':{'s3:prefix':'home/${AWS:UserName}s'}", false},
        {"'StringLike':{'s3:prefix':'*/${aws:username}'}", true},
        {"'StringEquals':{'s3:prefix':'home/${none}'}", false},
        {"'StringLike':{'s3:prefix':'home/${none}*'}", false},
        {"'StringLike':{'s3:prefix':'home/${tags}*'}", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[300];
        snprintf(text, sizeof text,
                 "{'Effect':'Allow','Principal':{'CanonicalUser':'ann'},'Action':'s3:*',"
                 "'Resource':'*','Condition':{%s}}",
                 rows[i].text);
        if (say(text) != (rows[i].holds ? SLRUN_POLICY_ALLOWS : SLRUN_POLICY_SILENT))
            fail_msg("%s", rows[i].text);
    }
}

static void statements(void **state)
{
#define TO(who, rest) "{'Effect':'Allow'," who ",'Action':'s3:GetObject'," rest "}"
#define ANN           "'Principal':{'CanonicalUser':'ann'}"
    static const struct {
        const char *text;
        enum slrun_policy_effect effect;
    } rows[] = {
        {TO(ANN, "'Resource':'" OBJECT "'"), SLRUN_POLICY_ALLOWS},
        {TO("'Principal':{'AWS':'x','CanonicalUser':['bob','ann']}", "'Resource':'*'"),
         SLRUN_POLICY_ALLOWS},
        {TO("'Principal':{'CanonicalUser':'bob'}", "'Resource':'*'"), SLRUN_POLICY_SILENT},
        {TO("'NotPrincipal':{'CanonicalUser':'bob'}", "'Resource':'*'"), SLRUN_POLICY_ALLOWS},
        {TO("'NotPrincipal':{'CanonicalUser':'ann'}", "'Resource':'*'"), SLRUN_POLICY_SILENT},
        /* a character of the key that is no wildcard */
        {TO(ANN, "'Resource':'arn:aws:s3:::b/a?c'"), SLRUN_POLICY_ALLOWS},
        {TO(ANN, "'Resource':'arn:aws:s3:::b/abc'"), SLRUN_POLICY_SILENT},
        {TO(ANN, "'Resource':'arn:aws:s3:::b/a*'"), SLRUN_POLICY_ALLOWS},
        {TO(ANN, "'NotResource':'arn:aws:s3:::b/abc'"), SLRUN_POLICY_ALLOWS},
        {TO(ANN, "'Resource':'arn:aws:s3:::b/${aws:username}'"), SLRUN_POLICY_SILENT},
        {TO(ANN, "'Resource':'arn:aws:s3:::b/a${none}*'"), SLRUN_POLICY_SILENT},
        {"{'Effect':'Deny','Principal':{'CanonicalUser':'ann'},'Action':'*','Resource':'*'}",
         SLRUN_POLICY_DENIES},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (say(rows[i].text) != rows[i].effect)
            fail_msg("%s: %d", rows[i].text, say(rows[i].text));
}

static void operators(void **state)
{
    static const char *const wrong[] = {"",         "StringMatches", "ForSomeValue:StringLike",
                                        "IfExists", "StringLike:",   "ForAllValues:"};
    (void)state;
    assert_true(policy_operator("StringLike"));
    assert_true(policy_operator("ForAllValues:stringequalsIfExists"));
    assert_true(policy_operator("Null"));
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (policy_operator(wrong[i]))
            fail_msg("%s", wrong[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(conditions),
        cmocka_unit_test(statements),
        cmocka_unit_test(operators),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
