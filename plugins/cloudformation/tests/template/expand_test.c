/* SPDX-License-Identifier: Apache-2.0 */
/* Macros of a template: AWS::Include with snippets of files, macros of functions, and what is wrong
 * with them. */
#include "harness/cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "template/expand.h"

static char directory[] = "/tmp/slrun-include-XXXXXX";
static struct problems problems;
static json_t *snippets, *answers, *missing;

static void file_of(char path[256], const char *name)
{
    (void)snprintf(path, 256, "%s/%s", directory, name);
}

static void put(const char *name, const char *text)
{
    char path[256];
    file_of(path, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static int make_directory(void **state)
{
    (void)state;
    if (!mkdtemp(directory))
        return -1;
    put("api.yaml", "openapi: 3.0.1\ninfo: { title: !Ref Name, version: '1' }\n");
    put("broken.yaml", "a: 1\nb: [\n");
    put("list.yaml", "[1, 2]\n");
    return 0;
}

static int remove_directory(void **state)
{
    static const char *const names[] = {"api.yaml", "broken.yaml", "list.yaml"};
    char path[256];
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        file_of(path, names[i]);
        (void)unlink(path);
    }
    json_decref(missing);
    return rmdir(directory);
}

/* As the host does. */
static char *read_file(const char *path, size_t most, size_t *size, struct slrun_error *error)
{
    FILE *file = fopen(path, "r");
    char *data = file ? calloc(1, most + 1) : NULL;
    *size = data ? fread(data, 1, most, file) : 0;
    error->kind = data ? SLRUN_E_NONE : SLRUN_E_IO;
    if (file)
        assert_int_equal(fclose(file), 0);
    return data;
}

/* Expands a template with this Body; whether that went well. */
static bool expand(struct template *t, const char *body, const char *in)
{
    char text[2048];
    json_t *values = json_pack("{s:s}", "Where", "api.yaml");
    struct expansion e = {.from = {in, snippets, read_file},
                          .macros = answers,
                          .values = values,
                          .problems = &problems};
    struct template_source source = {text, 0, true};
    problems = (struct problems){.n = 0};
    source.size = (size_t)snprintf(text, sizeof text,
                                   "Resources:\n  Api:\n    Properties:\n      Body:\n%s", body);
    assert_int_equal(template_read(t, &source, &problems), 0);
    bool ok = expand_template(&e, t);
    json_decref(values);
    json_decref(missing);
    missing = e.wanted;
    return ok;
}

static const json_t *body_of(const struct template *t)
{
    const json_t *api = json_object_get(json_object_get(t->root, "Resources"), "Api");
    return json_object_get(json_object_get(api, "Properties"), "Body");
}

#define INCLUDED(location)                                                                         \
    "        Fn::Transform: { Name: 'AWS::Include', Parameters: { Location: " location " } }\n"

static void a_snippet_takes_its_place(void **state)
{
    struct template t;
    (void)state;
    assert_true(expand(&t, INCLUDED("api.yaml") "        openapi: 3.0.3\n", directory));
    json_t *wanted = json_loads("{\"openapi\":\"3.0.3\",\"info\":{\"title\":{\"Ref\":\"Name\"},"
                                "\"version\":\"1\"}}",
                                0, NULL);
    assert_true(json_equal(body_of(&t), wanted));
    json_decref(wanted);
    template_free(&t);
}

static void a_list_may_hold_some(void **state)
{
    struct template t;
    (void)state;
    assert_true(expand(&t,
                       "        - Fn::Transform: { Name: 'AWS::Include', Parameters: { Location: "
                       "./api.yaml } }\n",
                       directory));
    assert_string_equal(
        json_string_value(json_object_get(json_array_get(body_of(&t), 0), "openapi")), "3.0.1");
    template_free(&t);
}

static void check_refused(const char *body, const char *in, const char *wanted)
{
    struct template t;
    assert_false(expand(&t, body, in));
    assert_int_equal(problems.n, 1);
    assert_non_null(strstr(problems.all[0].text, wanted));
    assert_string_equal(problems.all[0].resource, "Api");
    assert_int_equal(problems.all[0].line, 5);
    template_free(&t);
}

static void what_is_wrong_is_told(void **state)
{
    (void)state;
    check_refused(INCLUDED("none.yaml"), directory, "none.yaml cannot be read");
    check_refused(INCLUDED("broken.yaml"), directory, "(line ");
    check_refused(INCLUDED("list.yaml"), directory, "unsupported structure");
    snippets = json_pack("{s:n}", "s3://bucket/key");
    check_refused(INCLUDED("'s3://bucket/key'"), directory, "there is no such object");
    json_decref(snippets);
    snippets = NULL;
    check_refused(INCLUDED("'https://bucket/key'"), directory, "Location must be s3://");
    check_refused(INCLUDED("api.yaml"), NULL, "where the template is a file, a path");
    check_refused(INCLUDED("[]"), directory, "Location must be s3://");
    check_refused("        Fn::Transform: { Name: !Ref Where }\n", directory,
                  "Key Name of transform definition must be a string.");
    check_refused("        Fn::Transform: 'AWS::Serverless-2016-10-31'\n", directory,
                  "only AWS::Include");
}

static void a_location_may_refer_to_parameters(void **state)
{
    struct template t;
    (void)state;
    assert_true(expand(&t, INCLUDED("!Sub './${Where}'"), directory));
    assert_non_null(json_object_get(body_of(&t), "openapi"));
    template_free(&t);
}

static void check_wanted(const char *body, const char *expected)
{
    struct template t;
    json_t *want = json_loads(expected, 0, NULL);
    assert_false(expand(&t, body, directory));
    assert_int_equal(problems.total, 0);
    assert_non_null(want);
    assert_true(json_equal(missing, want));
    json_decref(want);
    template_free(&t);
}

static void what_is_elsewhere_is_wanted(void **state)
{
    (void)state;
    check_wanted(INCLUDED("'s3://bucket/key'"), "{\"snippet\":\"s3://bucket/key\"}");
    check_wanted("        a: 1\n        Fn::Transform: Mine\n",
                 "{\"macro\":\"Mine\",\"fragment\":{\"a\":1},\"params\":{},\"values\":{\"Where\":"
                 "\"api.yaml\"}}");
    check_wanted(
        "        Fn::Transform: { Name: Mine, Parameters: { A: !Ref Where, B: [!Ref No] } }\n",
        "{\"macro\":\"Mine\",\"fragment\":{},\"params\":{\"A\":\"api.yaml\",\"B\":[{"
        "\"Ref\":\"No\"}]},\"values\":{\"Where\":\"api.yaml\"}}");
}

#define NESTED                                                                                     \
    "        Fn::Transform: [Outer, Last]\n        inner: { Fn::Transform: Inner, b: 1 }\n"

/* The innermost first, then one after the other; what one made is the next one's fragment. */
static void macros_are_asked_in_their_order(void **state)
{
    struct template t;
    (void)state;
    answers = json_array();
    check_wanted(NESTED, "{\"macro\":\"Inner\",\"fragment\":{\"b\":1},\"params\":{},\"values\":{"
                         "\"Where\":\"api.yaml\"}}");
    json_array_append_new(answers, json_pack("{s:s}", "fragment", "text"));
    check_wanted(NESTED, "{\"macro\":\"Outer\",\"fragment\":{\"inner\":\"text\"},\"params\":{},"
                         "\"values\":{\"Where\":\"api.yaml\"}}");
    json_array_append_new(answers, json_pack("{s:{s:i}}", "fragment", "c", 2));
    check_wanted(NESTED, "{\"macro\":\"Last\",\"fragment\":{\"c\":2},\"params\":{},\"values\":{"
                         "\"Where\":\"api.yaml\"}}");
    json_array_append_new(answers, json_pack("{s:[i]}", "fragment", 3));
    assert_true(expand(&t, NESTED, directory));
    assert_int_equal(json_integer_value(json_array_get(body_of(&t), 0)), 3);
    template_free(&t);
    json_decref(answers);
    answers = NULL;
}

static void a_macro_that_fails_is_told(void **state)
{
    struct template t;
    (void)state;
    answers = json_pack("[{s:s}]", "problem", "it is full");
    assert_false(expand(&t, "        Fn::Transform: Mine\n", directory));
    assert_string_equal(problems.all[0].text, "it is full");
    assert_true(problems.by_macro);
    assert_null(missing);
    template_free(&t);
    json_decref(answers);
    answers = NULL;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_snippet_takes_its_place),
        cmocka_unit_test(a_list_may_hold_some),
        cmocka_unit_test(what_is_wrong_is_told),
        cmocka_unit_test(a_location_may_refer_to_parameters),
        cmocka_unit_test(what_is_elsewhere_is_wanted),
        cmocka_unit_test(macros_are_asked_in_their_order),
        cmocka_unit_test(a_macro_that_fails_is_told),
    };
    return cmocka_run_group_tests(tests, make_directory, remove_directory);
}
