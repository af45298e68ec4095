/* SPDX-License-Identifier: Apache-2.0 */
/* What only the local cloud has: local paths, where problems are, what is given by parameters; and
 * the small parts that everything stands on. The rest is compared with aws-sam-translator. */
#include <stdlib.h>
#include <string.h>

#include "harness/cmocka_all.h"
#include "sam/id.h"
#include "sam/policy.h"
#include "sam/translate.h"
#include "sam/value.h"

static json_t *value(const char *text)
{
    json_error_t error;
    json_t *read = json_loads(text, JSON_DECODE_ANY, &error);
    if (read == NULL)
        fail_msg("%s: %s", text, error.text);
    return read;
}

static void add(void *arg, const struct sam_problem *problem)
{
    json_array_append_new(arg, json_pack("{s:s?, s:s?, s:s}", "resource", problem->resource,
                                         "property", problem->property, "text", problem->text));
}

/* Transforms `resources`, the section as text, in a directory. The template, or NULL with
 * *problems. */
static json_t *run(const char *resources, const char *directory, json_t **problems)
{
    json_t *template = json_pack("{s:o}", "Resources", value(resources));
    *problems = json_array();
    struct sam_input in = {
        .template = template, .directory = directory, .problem = add, .arg = *problems};
    if (sam_translate(&in) != 0) {
        assert_int_not_equal(json_array_size(*problems), 0);
        json_decref(template);
        return NULL;
    }
    assert_int_equal(json_array_size(*problems), 0);
    return template;
}

#define FUNCTION(uri)                                                                              \
    "{\"F\": {\"Type\": \"AWS::Serverless::Function\", \"Properties\": {\"Handler\": \"a.b\", "    \
    "\"Runtime\": \"python3.12\"" uri "}}}"

static void local_code(void **state)
{
    static const char *const table[][2] = {
        {FUNCTION(", \"CodeUri\": \"src/\""), "/home/me/app/src"},
        {FUNCTION(", \"CodeUri\": \"./src\""), "/home/me/app/src"},
        {FUNCTION(", \"CodeUri\": \".\""), "/home/me/app"},
        {FUNCTION(", \"CodeUri\": \"./\""), "/home/me/app"},
        {FUNCTION(", \"CodeUri\": \"../lib//\""), "/home/me/app/../lib"},
        {FUNCTION(", \"CodeUri\": \"/opt/code\""), "/opt/code"},
        {FUNCTION(", \"CodeUri\": \"/\""), "/"},
        {FUNCTION(""), "/home/me/app"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        json_t *problems, *made = run(table[i][0], "/home/me/app", &problems);
        const json_t *function = json_object_get(json_object_get(made, "Resources"), "F");
        const json_t *code = json_object_get(json_object_get(function, "Properties"), "Code");
        assert_string_equal(json_string_value(json_object_get(code, "Directory")), table[i][1]);
        json_decref(made);
        json_decref(problems);
    }
}

static void no_directory(void **state)
{
    json_t *problems;
    (void)state;
    assert_null(run(FUNCTION(", \"CodeUri\": \"src/\""), NULL, &problems));
    const char *text = sam_text(json_array_get(problems, 0), "text");
    assert_non_null(strstr(text, "[F] is invalid. 'CodeUri' is not a valid S3 Uri"));
    json_decref(problems);
    assert_null(run(FUNCTION(", \"CodeUri\": \"http://x/y\""), "/d", &problems));
    json_decref(problems);
}

static void local_layer_and_definition(void **state)
{
    json_t *problems;
    (void)state;
    json_t *made = run("{\"L\": {\"Type\": \"AWS::Serverless::LayerVersion\", \"Properties\": "
                       "{\"ContentUri\": \"layer\"}}, \"A\": {\"Type\": \"AWS::Serverless::Api\", "
                       "\"Properties\": {\"StageName\": \"p\", \"DefinitionUri\": \"api.yaml\"}}}",
                       "/d", &problems);
    const char *id;
    json_t *body;
    const char *layer = NULL, *definition = NULL;
    json_object_foreach (json_object_get(made, "Resources"), id, body) {
        const json_t *p = json_object_get(body, "Properties");
        layer = layer ? layer : sam_text(json_object_get(p, "Content"), "Directory");
        definition =
            definition ? definition : sam_text(json_object_get(p, "BodyS3Location"), "Directory");
    }
    assert_string_equal(layer, "/d/layer");
    assert_string_equal(definition, "/d/api.yaml");
    json_decref(made);
    json_decref(problems);
}

static void problems_have_places(void **state)
{
    json_t *problems;
    (void)state;
    assert_null(run(FUNCTION(", \"CodeUri\": \"s3://b/k\", \"Events\": {\"Q\": {\"Type\": \"SQS\", "
                             "\"Properties\": {}}}"),
                    NULL, &problems));
    assert_string_equal(sam_text(json_array_get(problems, 0), "resource"), "F");
    assert_string_equal(sam_text(json_array_get(problems, 0), "property"), "Events/Q");
    assert_string_equal(sam_text(json_array_get(problems, 0), "text"),
                        "Resource with id [FQ] is invalid. Missing required property 'Queue'.");
    json_decref(problems);
    assert_null(run("{\"X\": {\"Type\": \"AWS::Serverless::Whatever\"}}", NULL, &problems));
    assert_non_null(strstr(sam_text(json_array_get(problems, 0), "text"), "is not supported"));
    json_decref(problems);
    assert_null(run("{\"G\": {\"Type\": \"AWS::Serverless::Function\", \"Properties\": 1}}", NULL,
                    &problems));
    json_decref(problems);
}

static void parameters_over_defaults(void **state)
{
    json_t *problems = json_array();
    json_t *template =
        value("{\"Parameters\": {\"Name\": {\"Type\": \"String\", \"Default\": \"no\"}, "
              "\"Other\": {\"Type\": \"String\", \"Default\": \"x\"}}, \"Resources\": " FUNCTION(
                  ", \"CodeUri\": \"s3://b/k\", \"AutoPublishAlias\": {\"Ref\": \"Name\"}") "}");
    json_t *parameters = json_pack("{s:s, s:s}", "Name", "live", "AWS::Partition", "aws-cn");
    struct sam_input in = {
        .template = template, .parameters = parameters, .problem = add, .arg = problems};
    (void)state;
    assert_int_equal(sam_translate(&in), 0);
    const json_t *resources = json_object_get(template, "Resources");
    assert_non_null(json_object_get(resources, "FAliaslive"));
    const json_t *role = json_object_get(json_object_get(resources, "FRole"), "Properties");
    assert_string_equal(
        json_string_value(json_array_get(json_object_get(role, "ManagedPolicyArns"), 0)),
        "arn:aws-cn:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole");
    json_decref(parameters);
    json_decref(template);
    json_decref(problems);
}

static void digests(void **state)
{
    char hex[SAM_DIGEST_HEX];
    json_t *object = value("{\"b\": \"\\u00e9\", \"a\": [1, true]}");
    (void)state;
    assert_true(sam_digest(object, hex)); /* of {"a":[1,true],"b":"\u00e9"} */
    assert_string_equal(hex, "ab2740641b2aa12eba76b3cb0a546813dcea8f2a");
    json_decref(object);
}

static void policy_templates(void **state)
{
    (void)state;
    assert_string_equal(sam_policy_template("DynamoDBCrudPolicy")->parameters[0], "TableName");
    assert_null(sam_policy_template("AMIDescribePolicy")->parameters[0]);
    assert_null(sam_policy_template("dynamodbcrudpolicy"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(local_code),
        cmocka_unit_test(no_directory),
        cmocka_unit_test(local_layer_and_definition),
        cmocka_unit_test(problems_have_places),
        cmocka_unit_test(parameters_over_defaults),
        cmocka_unit_test(digests),
        cmocka_unit_test(policy_templates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
