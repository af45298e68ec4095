/* SPDX-License-Identifier: Apache-2.0 */
/* Reading templates: what YAML and JSON become, lines, and what is refused. */
#include "harness/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include "template/template.h"

static int read_text(struct template *t, const char *text, bool aliases, struct problems *problems)
{
    *problems = (struct problems){.n = 0};
    return template_read(t, &(struct template_source){text, strlen(text), aliases}, problems);
}

/* Single quotes in `expected` are double quotes. */
static void check_becomes(const char *text, const char *expected)
{
    struct template t;
    struct problems problems;
    char why[4096], *want = strdup(expected);
    for (char *c = want; *c; c++)
        if (*c == '\'')
            *c = '"';
    int failed = read_text(&t, text, true, &problems);
    problems_text(&problems, why, sizeof why);
    assert_string_equal(why, "");
    assert_int_equal(failed, 0);
    char *got = json_dumps(t.root, JSON_COMPACT | JSON_SORT_KEYS);
    assert_string_equal(got, want);
    free(got);
    free(want);
    template_free(&t);
}

static void check_refused(const char *text, const char *expected)
{
    struct template t;
    struct problems problems;
    char why[4096];
    assert_int_equal(read_text(&t, text, false, &problems), -1);
    problems_text(&problems, why, sizeof why);
    if (!strstr(why, expected))
        assert_string_equal(why, expected);
    template_free(&t);
}

static void short_forms(void **state)
{
    (void)state;
    check_becomes("a: !Ref B", "{'a':{'Ref':'B'}}");
    check_becomes("a: !GetAtt B.C.D", "{'a':{'Fn::GetAtt':['B','C.D']}}");
    check_becomes("a: !GetAtt [B, C]", "{'a':{'Fn::GetAtt':['B','C']}}");
    check_becomes("a: {Fn::GetAtt: B.C}", "{'a':{'Fn::GetAtt':'B.C'}}");
    check_becomes("a: !Sub\n  - 'x${b}'\n  - b: !Ref C\n",
                  "{'a':{'Fn::Sub':['x${b}',{'b':{'Ref':'C'}}]}}");
    check_becomes("a: !If [C, !Ref X, !Ref AWS::NoValue]",
                  "{'a':{'Fn::If':['C',{'Ref':'X'},{'Ref':'AWS::NoValue'}]}}");
    check_becomes("a: !Not [!Condition B]", "{'a':{'Fn::Not':[{'Condition':'B'}]}}");
    check_becomes("a: !Base64 |\n  x\n  y\n", "{'a':{'Fn::Base64':'x\\ny\\n'}}");
    check_becomes("a: !GetAZs ''", "{'a':{'Fn::GetAZs':''}}");
}

static void plain_scalars(void **state)
{
    (void)state;
    check_becomes(
        "a: [1, -2, 1.5, 012, 12:30, 2012-10-17, 1234567890123456789, 1.2.3, 1e3]",
        "{'a':[1,-2,1.5,'012','12:30','2012-10-17','1234567890123456789','1.2.3','1e3']}");
    check_becomes("a: [yes, No, true, 'true', \"1\", !!str 1, on]",
                  "{'a':[true,false,true,'true','1','1',true]}");
    check_becomes("on: 1\n2: x", "{'2':'x','on':1}");
}

static void aliases(void **state)
{
    (void)state;
    check_becomes("a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}\ne: *x",
                  "{'a':{'b':1,'c':2},'d':{'b':1,'c':3},'e':{'b':1,'c':2}}");
    check_becomes("a: &x {b: 1}\nc: &y {b: 2, d: 3}\ne: {b: 4, <<: [*x, *y]}",
                  "{'a':{'b':1},'c':{'b':2,'d':3},'e':{'b':4,'d':3}}");
    check_becomes("a: &x !Ref B\nc: *x", "{'a':{'Ref':'B'},'c':{'Ref':'B'}}");
    check_refused("a: &x 1\nb: *x",
                  "YAML aliases are not allowed in CloudFormation templates (line 2)");
}

static void laughs(void **state)
{
    (void)state;
    struct template t;
    struct problems problems;
    char text[4096] = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n", why[2048];
    for (int i = 1; i < 9; i++)
        (void)snprintf(text + strlen(text), sizeof text - strlen(text),
                       "a%d: &a%d [*a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d]\n", i, i,
                       i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1);
    assert_int_equal(read_text(&t, text, true, &problems), -1);
    problems_text(&problems, why, sizeof why);
    assert_non_null(strstr(why, "too many values"));
    template_free(&t);
}

static void depth(void **state)
{
    (void)state;
    char text[TEMPLATE_DEPTH_MAX * 2 + 20] = "a: ";
    memset(text + 3, '[', TEMPLATE_DEPTH_MAX + 1);
    check_refused(text, "nested too deeply");
    char json[4 * TEMPLATE_DEPTH_MAX + 20] = "{\"a\":";
    memset(json + 5, '[', TEMPLATE_DEPTH_MAX + 2);
    json[5 + TEMPLATE_DEPTH_MAX + 2] = '1';
    memset(json + 5 + TEMPLATE_DEPTH_MAX + 3, ']', TEMPLATE_DEPTH_MAX + 2);
    strcat(json, "}");
    check_refused(json, "nested too deeply");
}

static void check_twice(const char *text)
{
    struct template_source source = {.text = text, .size = strlen(text)};
    struct problems problems = {.n = 0};
    struct template t;
    assert_int_equal(template_read(&t, &source, &problems), 0);
    assert_int_equal(json_integer_value(json_object_get(t.root, "a")), 2);
    assert_int_equal(t.twice_line, 2);
    assert_string_equal(t.twice, "a");
    template_free(&t);
}

/* As AWS CloudFormation takes it. */
static void the_later_key_counts(void **state)
{
    (void)state;
    check_twice("a: 1\na: 2");
    check_twice("{\"a\": 1,\n\"a\": 2}");
}

static void refused(void **state)
{
    (void)state;
    check_refused("a:\n  - b: ~", "[/a/0/b] 'null' values are not allowed in templates (line 2)");
    check_refused("a: !Foo b", "Template format error: unknown tag !Foo (line 1)");
    check_refused("a:\n  b: 1\n\tc: 1\n", "; it is a tab: YAML is indented by blanks");
    check_refused("a: [1", "Template format error: YAML not well-formed. (line 2, column 1)");
    check_refused("a: !!binary aGk=", "unknown tag tag:yaml.org,2002:binary");
    check_refused("", "Template format error: unsupported structure.");
    check_refused("just text", "Template format error: unsupported structure.");
    check_refused("a: 1\n---\nb: 2", "more than one document");
    check_refused("? [a]\n: b", "a key that is no text");
    check_refused("{\"a\": nul}}", "JSON not well-formed");
    check_refused("a: \xff", "YAML not well-formed");
}

static void json(void **state)
{
    (void)state;
    check_becomes("\n{\"a\": {\"Fn::Sub\": \"\\ud83d\\ude00\"}, \"b\":\t[1.5, true]}",
                  "{'a':{'Fn::Sub':'\xf0\x9f\x98\x80'},'b':[1.5,true]}");
    check_becomes("{a: !Ref B}", "{'a':{'Ref':'B'}}");
}

static void lines(void **state)
{
    (void)state;
    struct template t;
    struct problems problems;
    const char *text = "Resources:\n"
                       "  Api:\n"
                       "    Properties:\n"
                       "      Paths:\n"
                       "        /a/{b}:\n"
                       "          - x: 1\n"
                       "            y: !Sub\n"
                       "              - ${z}\n"
                       "              - {z: 1}\n";
    assert_int_equal(read_text(&t, text, false, &problems), 0);
    assert_int_equal(template_line(&t, "/Resources/Api/Properties/Paths/~1a~1{b}/0/y"), 7);
    assert_int_equal(template_line(&t, "/Resources/Api/Properties/Paths/~1a~1{b}/0/y/Fn::Sub/1/z"),
                     9);
    assert_int_equal(template_resource_line(&t, "Api", "Properties/Paths"), 4);
    assert_int_equal(template_resource_line(&t, "Api", "Properties/Made/Up"), 3);
    assert_int_equal(template_resource_line(&t, "Other", "Properties"), 1);
    assert_int_equal(template_line(&t, "/Nothing"), 1);
    json_object_clear(t.root);
    assert_int_equal(template_resource_line(&t, "Api", ""), 2);
    template_free(&t);
    assert_int_equal(read_text(&t, "{\n \"Resources\": {\n  \"A\": 1}}", false, &problems), 0);
    assert_int_equal(template_resource_line(&t, "A", ""), 3);
    template_free(&t);
}

static void problems_as_text(void **state)
{
    (void)state;
    struct problems problems = {.n = 0};
    char text[8192];
    struct problem_place place = {"Fn", "Code.S3Bucket", 7};
    assert_false(problems_add(&problems, &place, "is %s", "wrong"));
    problems_add(&problems, &place, "is wrong");
    problems_add(&problems, NULL, "all is lost");
    problems_text(&problems, text, sizeof text);
    assert_string_equal(text,
                        "is wrong (resource Fn, property Code.S3Bucket, line 7); all is lost");
    for (int i = 0; i < PROBLEMS_MAX; i++)
        problems_add(&problems, NULL, "%d", i);
    problems_text(&problems, text, sizeof text);
    assert_non_null(strstr(text, "; and 2 more"));
    problems_text(&problems, text, 8);
    assert_string_equal(text, "is wron");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(short_forms), cmocka_unit_test(plain_scalars),
        cmocka_unit_test(aliases),     cmocka_unit_test(laughs),
        cmocka_unit_test(depth),       cmocka_unit_test(the_later_key_counts),
        cmocka_unit_test(refused),     cmocka_unit_test(json),
        cmocka_unit_test(lines),       cmocka_unit_test(problems_as_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
