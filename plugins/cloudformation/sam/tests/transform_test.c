/* SPDX-License-Identifier: Apache-2.0 */
/* The transform over templates as text: lines of problems, and what the engine gives it. */
#include <string.h>

#include "harness/cmocka_all.h"
#include "sam/sam.h"

static const char bad[] = "Transform: AWS::Serverless-2016-10-31\n" /* 1 */
                          "Resources:\n"
                          "  Good: {Type: 'AWS::SQS::Queue'}\n"
                          "  Bad:\n" /* 4 */
                          "    Type: AWS::Serverless::Function\n"
                          "    Properties:\n"
                          "      Handlr: x\n"
                          "  Polls:\n"
                          "    Type: AWS::Serverless::Function\n"
                          "    Properties:\n"
                          "      Handler: x.y\n"
                          "      Runtime: python3.12\n"
                          "      CodeUri: src\n"
                          "      Events:\n"
                          "        Queue:\n" /* 15 */
                          "          Type: SQS\n";

static const char good[] = "Transform: AWS::Serverless-2016-10-31\n"
                           "Parameters: {Alias: {Type: String}}\n"
                           "Resources:\n"
                           "  Fn:\n"
                           "    Type: AWS::Serverless::Function\n"
                           "    Properties:\n"
                           "      Handler: x.y\n"
                           "      Runtime: python3.12\n"
                           "      CodeUri: src\n"
                           "      AutoPublishAlias: !Ref Alias\n";

static int run(struct template *t, const char *text, struct problems *problems)
{
    json_t *parameters = json_pack("{s:s, s:s}", "Alias", "live", "AWS::Partition", "aws");
    memset(problems, 0, sizeof *problems);
    struct template_source source = {text, strlen(text), false};
    assert_int_equal(template_read(t, &source, problems), 0);
    struct transform_input in = {
        .template = t, .parameters = parameters, .directory = "/d", .problems = problems};
    int failed = sam_transform(&in);
    json_decref(parameters);
    return failed;
}

static void problems_have_lines(void **state)
{
    struct template t;
    struct problems problems;
    (void)state;
    assert_int_equal(run(&t, bad, &problems), -1);
    assert_int_equal(problems.total, 2);
    assert_string_equal(problems.all[0].resource, "Bad");
    assert_int_equal(problems.all[0].line, 4);
    assert_string_equal(problems.all[0].text,
                        "Resource with id [Bad] is invalid. property Handlr not defined for "
                        "resource of type AWS::Serverless::Function; did you mean \"Handler\"?");
    assert_string_equal(problems.all[1].resource, "Polls");
    assert_string_equal(problems.all[1].property, "Events/Queue");
    assert_int_equal(problems.all[1].line, 15);
    template_free(&t);
}

static void what_is_given_counts(void **state)
{
    struct template t;
    struct problems problems;
    (void)state;
    assert_int_equal(run(&t, good, &problems), 0);
    const json_t *resources = json_object_get(t.root, "Resources");
    const json_t *fn = json_object_get(json_object_get(resources, "Fn"), "Properties");
    assert_non_null(json_object_get(resources, "FnAliaslive"));
    assert_string_equal(
        json_string_value(json_object_get(json_object_get(fn, "Code"), "Directory")), "/d/src");
    template_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(problems_have_lines),
                                       cmocka_unit_test(what_is_given_counts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
