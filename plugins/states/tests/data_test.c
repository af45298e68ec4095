/* SPDX-License-Identifier: Apache-2.0 */
/* Paths and functions (Step Functions Developer Guide, "Processing input and output" and "Intrinsic
 * functions"). JSON stands in single quotes. */
#include <string.h>

#include "data_fixed.h"

/* ---- paths ---- */

static void paths(void **state)
{
    static const struct {
        const char *path, *value; /* NULL: nothing */
    } all[] = {
        {"$.s", "'it'"},
        {"$['s']", "'it'"},
        {"$.a.b[1]", "20"},
        {"$.a.b.[1]", "20"},
        {"$.a.b[-1].c", "'x'"},
        {"$.a.b[2]['c']", "'x'"},
        {"$.z", "null"},
        {"$.a.e", "{}"},
        {"$.gone", NULL},
        {"$.a.b[3]", NULL},
        {"$.a.b[-4]", NULL},
        {"$.s.t", NULL},
        {"$.a.b[0:2]", "[10,20]"},
        {"$.a.b[1:]", "[20,{'c':'x'}]"},
        {"$.a.b[:-1]", "[10,20]"},
        {"$.a.b[-2:2]", "[20]"},
        {"$.a.b[0,2]", "[10,{'c':'x'}]"},
        {"$.items[*].p", "[1,5,9]"},
        {"$.items[*].q", "['u','v']"},
        {"$..p", "[1,5,9]"},
        {"$..gone", "[]"},
        {"$.gone[*]", "[]"},
        {"$.gone[*].x", "[]"},
        {"$.items[?(@.p > 4)].p", "[5,9]"},
        {"$.items[?(@.p >= 5)].p", "[5,9]"},
        {"$.items[?(@.p < 5)].p", "[1]"},
        {"$.items[?(@.p <= 5)].p", "[1,5]"},
        {"$.items[?(@.p == 5)].q", "['v']"},
        {"$.items[?(@.p != 5)].p", "[1,9]"},
        {"$.items[?(@.q == 'u')].p", "[1]"},
        {"$.items[?(@.q)].p", "[1,5]"},
        {"$.items[?(@.p > 100)]", "[]"},
        {"$.items[?(@.p > 1 && @.q == 'v')].p", "[5]"},
        {"$.items[?(@.p == 1 || @.p == 9)].p", "[1,9]"},
        {"$$.Execution.Name", "'run'"},
        {"$$.State.RetryCount", "2"},
        {"$$.gone", NULL},
        {"$v.w", "7"},
        {"$total[0]", "1"},
        {"$nobody", NULL},
        {"s", NULL},
        {"$.a[", NULL},
        {"", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct fixed f;
        given(&f);
        char why[ASL_WHY_SIZE], path[128];
        snprintf(path, sizeof path, "%s", all[i].path);
        check(path, asl_path(&f.scope, path, why), all[i].value);
        forget(&f);
    }
}

static void reference_paths(void **state)
{
    static const char *const good[] = {"$", "$.a", "$.a.b[0]", "$['a']", "$.a[-1]"};
    static const char *const bad[] = {"$.a[*]", "$..a", "$.a[0:1]", "$.a[0,1]", "$.a[?(@.b)]",
                                      "a",      "$.",   "$.a.",     ""};
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (!asl_path_check(good[i], true))
            fail_msg("%s", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (asl_path_check(bad[i], true))
            fail_msg("%s", bad[i]);
    assert_true(asl_path_check("$.a[*]", false));
    assert_false(asl_path_check("$.a[", false));
}

static void putting(void **state)
{
    static const struct {
        const char *to, *path, *made; /* NULL: it cannot stand there */
    } all[] = {
        {"{'a':1}", "$", "'new'"},
        {"{'a':1}", "$.b", "{'a':1,'b':'new'}"},
        {"{'a':1}", "$.a", "{'a':'new'}"},
        {"{'a':{'x':1}}", "$.a.y", "{'a':{'x':1,'y':'new'}}"},
        {"{}", "$.a.b.c", "{'a':{'b':{'c':'new'}}}"},
        {"{'a':[1,2]}", "$.a[0]", "{'a':['new',2]}"},
        {"{'a':[1,2]}", "$.a[-1]", "{'a':[1,'new']}"},
        {"{'a':[1,2]}", "$.a[2]", NULL},
        {"{'a':1}", "$.a.b", NULL},
        {"{'a':null}", "$.a.b", NULL},
        {"[1]", "$.a", NULL},
        {"{}", "$.a[0]", NULL},
        {"{}", "$.a[*]", NULL},
        {"{}", "a", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        json_t *to = json_quoted(all[i].to), *value = json_string("new"),
               *before = json_deep_copy(to);
        check(all[i].path, asl_path_put(to, all[i].path, value), all[i].made);
        assert_true(json_equal(to, before)); /* a copy was made */
        json_decref(to);
        json_decref(value);
        json_decref(before);
    }
}

/* ---- functions ---- */

static void functions(void **state)
{
    static const struct {
        const char *text, *value; /* NULL: an error */
    } all[] = {
        {"States.Format('{} and {}', $.s, $.n)", "'it and 3'"},
        {"States.Format('no')", "'no'"},
        {"States.Format('{}', $.a.b)", "'[10, 20, {c=x}]'"},
        {"States.Format('\\{\\}{}', 1)", "'{}1'"},
        {"States.Format('{}')", NULL},
        {"States.Format('{}', 1, 2)", NULL},
        {"States.Format($.s)", "'it'"},
        {"States.Format($.n)", NULL},
        {"States.Array()", "[]"},
        {"States.Array(1, 'b', $.s, true, null)", "[1,'b','it',true,null]"},
        {"States.ArrayPartition(States.Array(1,2,3,4,5), 2)", "[[1,2],[3,4],[5]]"},
        {"States.ArrayPartition(States.Array(1,2), 5)", "[[1,2]]"},
        {"States.ArrayPartition(States.Array(1,2), 0)", NULL},
        {"States.ArrayPartition('a', 1)", NULL},
        {"States.ArrayContains($.a.b, 20)", "true"},
        {"States.ArrayContains($.a.b, 20.0)", "true"},
        {"States.ArrayContains($.a.b, '20')", "false"},
        {"States.ArrayContains($.s, 'i')", NULL},
        {"States.ArrayRange(1, 9, 2)", "[1,3,5,7,9]"},
        {"States.ArrayRange(1, 8, 2)", "[1,3,5,7]"},
        {"States.ArrayRange(5, 1, -2)", "[5,3,1]"},
        {"States.ArrayRange(3, 3, 1)", "[3]"},
        {"States.ArrayRange(1, 3, 0)", NULL},
        {"States.ArrayRange(1, 1001, 1)", NULL},
        {"States.ArrayGetItem($.a.b, 1)", "20"},
        {"States.ArrayGetItem($.a.b, 3)", NULL},
        {"States.ArrayGetItem($.a.b, -1)", NULL},
        {"States.ArrayLength($.a.b)", "3"},
        {"States.ArrayLength($.a)", NULL},
        {"States.ArrayUnique(States.Array(1, 2, 1.0, 'a', 'a'))", "[1,2,'a']"},
        {"States.Base64Encode('Data to encode')", "'RGF0YSB0byBlbmNvZGU='"},
        {"States.Base64Decode('RGF0YSB0byBlbmNvZGU=')", "'Data to encode'"},
        {"States.Base64Decode('YWI=')", "'ab'"},
        {"States.Base64Decode('YQ==')", "'a'"},
        {"States.Base64Decode('*')", NULL},
        {"States.Base64Encode(5)", NULL},
        {"States.Hash('input data', 'SHA-1')", "'aaff4a450a104cd177d28d18d74485e8cae074b7'"},
        {"States.Hash('', 'MD5')", "'d41d8cd98f00b204e9800998ecf8427e'"},
        {"States.Hash('', 'SHA-256')",
         "'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'"},
        {"States.Hash('', 'SHA-0')", NULL},
        {"States.JsonMerge($.a.e, $v, false)", "{'w':7}"},
        {"States.JsonMerge($v, States.StringToJson('{\"w\":8,\"x\":1}'), false)", "{'w':8,'x':1}"},
        {"States.JsonMerge($v, $v, true)", NULL},
        {"States.JsonMerge($.s, $v, false)", NULL},
        {"States.StringToJson('[1, {\"a\": null}]')", "[1,{'a':null}]"},
        {"States.StringToJson('5')", "5"},
        {"States.StringToJson('nothing')", NULL},
        {"States.JsonToString($v)", "'{\\\"w\\\":7}'"},
        {"States.StringSplit('1,2,3', ',')", "['1','2','3']"},
        {"States.StringSplit('This.is+a,test', '.+,')", "['This','is','a','test']"},
        {"States.StringSplit('abc', ';')", "['abc']"},
        {"States.StringSplit(',a,,b,', ',')", "['a','b']"},
        {"States.StringSplit('abc', 1)", NULL},
        {"States.MathAdd(111, -1)", "110"},
        {"States.MathAdd($.n, 1.4)", "4"},
        {"States.MathAdd($.n, 1.6)", "5"},
        {"States.MathAdd(1, 2) 3", NULL},
        {"States.MathAdd(1, '1')", NULL},
        {"States.MathRandom(1, 1)", NULL},
        {"States.MathRandom(7, 8)", "7"},
        {"States.Format('it\\'s')", "'it^s'"}, /* ^ is an apostrophe */
        {"States.Format($.gone)", NULL},
        {"States.Nothing()", NULL},
        {"States.Array(", NULL},
        {"States.Array(1 2)", NULL},
        {"States.ArrayLength()", NULL},
        {"States.UUID(1)", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct fixed f;
        given(&f);
        json_t *value = asl_intrinsic(&f.scope, all[i].text);
        if (value && json_is_string(value) && strstr(all[i].value ? all[i].value : "", "^"))
            assert_string_equal(json_string_value(value), "it's");
        else
            check(all[i].text, json_incref(value), all[i].value);
        if (!value)
            assert_true(*f.error.name);
        json_decref(value);
        forget(&f);
    }
}

static void functions_of_chance(void **state)
{
    struct fixed f;
    given(&f);
    (void)state;
    json_t *one = asl_intrinsic(&f.scope, "States.UUID()"),
           *two = asl_intrinsic(&f.scope, "States.UUID()"),
           *seeded = asl_intrinsic(&f.scope, "States.MathRandom(1, 1000000, 5)"),
           *again = asl_intrinsic(&f.scope, "States.MathRandom(1, 1000000, 5)");
    assert_int_equal(json_string_length(one), 36);
    assert_int_equal(json_string_value(one)[14], '4');
    assert_non_null(strchr("89ab", json_string_value(one)[19]));
    assert_false(json_equal(one, two));
    assert_true(json_equal(seeded, again));
    json_decref(one);
    json_decref(two);
    json_decref(seeded);
    json_decref(again);
    forget(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paths),
        cmocka_unit_test(reference_paths),
        cmocka_unit_test(putting),
        cmocka_unit_test(functions),
        cmocka_unit_test(functions_of_chance),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
