/* SPDX-License-Identifier: Apache-2.0 */
/* Event patterns: what matches, why something does not, and what is none. */
#include <string.h>

#include "base/error.h"
#include "base/pattern/pattern.h"
#include "harness/json_quoted.h"

static const char event[] =
    "{\"source\":\"aws.ec2\",\"count\":5,\"price\":1.50,\"none\":null,\"ok\":true,\"empty\":[],"
    "\"tags\":[\"red\",\"blue\"],\"ip\":\"10.0.3.7\",\"ip6\":\"2001:db8::1\",\"path\":\"a/"
    "*b\\\\c.txt\","
    "\"detail\":{\"state\":\"running\",\"list\":[{\"a\":1,\"b\":2},{\"a\":3}]},"
    "\"one.two\":{\"three\":3,\"four.five\":5}}";

static void matches(void **state)
{
    static const struct {
        const char *pattern;
        int matches;
    } cases[] = {
        {"{}", 1},
        {"{\"source\":[\"aws.ec2\"]}", 1},
        {"{\"source\":[\"aws.s3\",\"aws.ec2\"]}", 1},
        {"{\"source\":[\"aws.s3\"]}", 0},
        {"{\"source\":[\"aws.ec2\"],\"count\":[6]}", 0},
        {"{\"count\":[5.0]}", 1},
        {"{\"count\":[\"5\"]}", 0},
        {"{\"ok\":[true],\"none\":[null]}", 1},
        {"{\"missing\":[null]}", 0},
        {"{\"tags\":[\"blue\"]}", 1},
        {"{\"tags\":[\"green\"]}", 0},
        {"{\"detail\":{\"state\":[\"running\"]}}", 1},
        {"{\"detail\":{\"state\":[\"stopped\"]}}", 0},
        {"{\"detail\":[\"running\"]}", 0},
        {"{\"source\":{\"a\":[\"x\"]}}", 0},
        {"{\"one.two.three\":[3],\"one.two.four.five\":[5],\"detail.state\":[\"running\"]}", 1},
        {"{\"one.two.three\":[4]}", 0},
        {"{\"one\":{\"two\":{\"three\":[3],\"four\":{\"five\":[5]}}}}", 1},
        {"{\"one\":{\"two\":{\"three\":[4]}}}", 0},
        {"{\"one\":{\"two\":[3]}}", 0},
        {"{\"one\":{\"two\":{\"three\":[3],\"four\":[4]}}}", 0},
        {"{\"on\":{\"e\":{\"two\":[3]}}}", 0},
        {"{\"one.two.six\":[{\"exists\":false}],\"two.three\":[{\"exists\":false}]}", 1},
        {"{\"detail\":{\"list\":{\"a\":[3]}}}", 1},
        {"{\"detail\":{\"list\":{\"a\":[3],\"b\":[2]}}}", 0},
        {"{\"source\":[{\"prefix\":\"aws.\"}]}", 1},
        {"{\"source\":[{\"prefix\":\"AWS.\"}]}", 0},
        {"{\"source\":[{\"prefix\":{\"equals-ignore-case\":\"AWS.\"}}]}", 1},
        {"{\"source\":[{\"suffix\":\"ec2\"}]}", 1},
        {"{\"source\":[{\"suffix\":\"a long way beyond ec2\"}]}", 0},
        {"{\"source\":[{\"suffix\":{\"equals-ignore-case\":\"EC2\"}}]}", 1},
        {"{\"source\":[{\"equals-ignore-case\":\"AWS.EC2\"}]}", 1},
        {"{\"source\":[{\"wildcard\":\"a*e*2\"}]}", 1},
        {"{\"source\":[{\"wildcard\":\"a*e*3\"}]}", 0},
        {"{\"path\":[{\"wildcard\":\"a/\\\\*b\\\\\\\\*.txt\"}]}", 1},
        {"{\"source\":[{\"wildcard\":\"\\\\*\"}]}", 0},
        {"{\"count\":[{\"numeric\":[\">\",4]}]}", 1},
        {"{\"count\":[{\"numeric\":[\">\",5]}]}", 0},
        {"{\"count\":[{\"numeric\":[\">=\",5,\"<\",6]}]}", 1},
        {"{\"price\":[{\"numeric\":[\"=\",1.5]}]}", 1},
        {"{\"source\":[{\"numeric\":[\">\",0]}]}", 0},
        {"{\"ip\":[{\"cidr\":\"10.0.0.0/16\"}]}", 1},
        {"{\"ip\":[{\"cidr\":\"10.0.2.0/23\"}]}", 1},
        {"{\"ip\":[{\"cidr\":\"10.0.4.0/22\"}]}", 0},
        {"{\"ip6\":[{\"cidr\":\"2001:db8::/33\"}]}", 1},
        {"{\"source\":[{\"cidr\":\"10.0.0.0/8\"}]}", 0},
        {"{\"source\":[{\"exists\":true}],\"absent\":[{\"exists\":false}]}", 1},
        {"{\"source\":[{\"exists\":false}]}", 0},
        {"{\"absent\":{\"deeper\":[{\"exists\":false}]}}", 1},
        {"{\"empty\":[{\"exists\":false}]}", 1},
        {"{\"none\":[{\"exists\":true}]}", 1},
        {"{\"source\":[{\"anything-but\":\"aws.s3\"}]}", 1},
        {"{\"source\":[{\"anything-but\":[\"aws.s3\",\"aws.ec2\"]}]}", 0},
        {"{\"count\":[{\"anything-but\":5}]}", 0},
        {"{\"missing\":[{\"anything-but\":5}]}", 0},
        {"{\"source\":[{\"anything-but\":{\"prefix\":\"aws\"}}]}", 0},
        {"{\"source\":[{\"anything-but\":{\"suffix\":[\"s3\",\"sns\"]}}]}", 1},
        {"{\"source\":[{\"anything-but\":{\"wildcard\":\"*ec*\"}}]}", 0},
        {"{\"$or\":[{\"count\":[1]},{\"source\":[\"aws.ec2\"]}]}", 1},
        {"{\"$or\":[{\"count\":[1]},{\"source\":[\"aws.s3\"]}]}", 0},
        {"{\"detail\":{\"$or\":[{\"state\":[\"x\"]},{\"state\":[{\"prefix\":\"run\"}]}]}}", 1},
    };
    (void)state;
    json_t *e = json_loads(event, 0, NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct slrun_error error = {0};
        json_t *pattern = json_loads(cases[i].pattern, 0, NULL);
        assert_non_null(pattern);
        if (pattern_check(pattern, &error))
            fail_msg("%s: %s", cases[i].pattern, error.message);
        if (pattern_match(pattern, e) != cases[i].matches)
            fail_msg("%s: expected %d", cases[i].pattern, cases[i].matches);
        json_decref(pattern);
    }
    json_decref(e);
}

static void mistakes(void **state)
{
    static const struct {
        const char *pattern, *message;
    } cases[] = {
        {"\"text\"", "Filter is not an object"},
        {"null", "Filter is not an object"},
        {"{\"a\":\"b\"}", "\"a\" must be an object or an array"},
        {"{\"a\":[]}", "Empty arrays are not allowed"},
        {"{\"a\":{}}", "Empty objects are not allowed"},
        {"{\"a\":[[1]]}", "Match value must be String, number, true, false, or null"},
        {"{\"a\":[{\"prefixes\":\"x\"}]}", "Unrecognized match type prefixes"},
        {"{\"a\":[{\"prefix\":\"x\",\"suffix\":\"y\"}]}",
         "Only one key allowed in match expression"},
        {"{\"a\":[{}]}", "Only one key allowed in match expression"},
        {"{\"a\":[{\"prefix\":1}]}", "prefix match pattern must be a string"},
        {"{\"a\":[{\"prefix\":{\"wildcard\":\"x\"}}]}", "prefix match pattern must be a string"},
        {"{\"a\":[{\"suffix\":null}]}", "suffix match pattern must be a string"},
        {"{\"a\":[{\"wildcard\":\"x**\"}]}", "Consecutive wildcard characters at pos 2"},
        {"{\"a\":[{\"wildcard\":\"\\\\x\"}]}", "Invalid escape character at pos 0"},
        {"{\"a\":[{\"numeric\":\"5\"}]}", "Value of numeric must be an array."},
        {"{\"a\":[{\"numeric\":[]}]}", "Invalid member in numeric match: ]"},
        {"{\"a\":[{\"numeric\":[1,\"<=\"]}]}", "Invalid member in numeric match: 1"},
        {"{\"a\":[{\"numeric\":[\"~\",5]}]}", "Unrecognized numeric range operator: ~"},
        {"{\"a\":[{\"numeric\":[\">\",\"5\"]}]}", "Value of > must be numeric"},
        {"{\"a\":[{\"numeric\":[\"=\",\"5\"]}]}", "Value of equals must be numeric"},
        {"{\"a\":[{\"numeric\":[\">\",20,30]}]}", "Bad value in numeric range: 30"},
        {"{\"a\":[{\"numeric\":[\">\",20,\"<=\"]}]}", "Value of <= must be numeric"},
        {"{\"a\":[{\"numeric\":[\">=\",1,\">\",2]}]}", "Bad numeric range operator: >"},
        {"{\"a\":[{\"numeric\":[\">\",2,\"<\",3,\"<\",5]}]}",
         "Too many terms in numeric range expression"},
        {"{\"a\":[{\"numeric\":[\">\",5,\"<\",5]}]}", "Bottom must be less than top"},
        {"{\"a\":[{\"numeric\":[\"<\",5,\">\",1]}]}", "Too many elements in numeric expression"},
        {"{\"a\":[{\"cidr\":\"10.0.0.0/33\"}]}", "Malformed CIDR, mask bits must be an integer"},
        {"{\"a\":[{\"cidr\":\"10.0.0.0\"}]}", "Malformed CIDR, one '/' required"},
        {"{\"a\":[{\"cidr\":\"x.1/8\"}]}", "Nonstandard IP address: x.1"},
        {"{\"a\":[{\"exists\":\"yes\"}]}", "exists match pattern must be either true or false."},
        {"{\"a\":[{\"anything-but\":[]}]}",
         "Value of anything-but must be an array or single string/number value."},
        {"{\"a\":[{\"anything-but\":[true]}]}",
         "Inside anything but list, start|null|boolean is not supported."},
        {"{\"a\":[{\"anything-but\":{\"numeric\":[\">\",1]}}]}",
         "Unsupported anything-but pattern: numeric"},
        {"{\"a\":[{\"anything-but\":{\"prefix\":1}}]}",
         "prefix/suffix match pattern must be a string"},
        {"{\"a\":[{\"anything-but\":{\"suffix\":\"\"}}]}", "Null prefix/suffix not allowed"},
        {"{\"a\":[{\"anything-but\":{\"prefix\":{\"equals-ignore-case\":\"x\"}}}]}",
         "Value of anything-but must be an array or single string/number value."},
        {"{\"a\":[{\"anything-but\":{\"equals-ignore-case\":1}}]}",
         "Inside anything-but/equals-ignore-case list, number|start|null|boolean is not "
         "supported."},
        {"{\"$or\":[{\"a\":[1]},{\"a\":\"x\"}]}", "\"a\" must be an object or an array"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct slrun_error error = {0};
        json_t *pattern = json_loads(cases[i].pattern, JSON_DECODE_ANY, NULL);
        assert_int_equal(pattern_check(pattern, &error), -1);
        assert_string_equal(error.message, cases[i].message);
        json_decref(pattern);
    }
}

/* Levels of nesting are bounded before the stack is. */
static void too_deep(void **state)
{
    struct slrun_error error = {0};
    json_t *pattern = json_pack("{s:[i]}", "a", 1);
    (void)state;
    for (int i = 0; i < 100; i++)
        pattern = json_pack("{s:o}", "a", pattern);
    assert_int_equal(pattern_check(pattern, &error), -1);
    assert_string_equal(error.message, "Event pattern is nested too deeply");
    json_decref(pattern);
}

/* What is wanted at the first field that is not so, and what is there. */
static void misses(void **state)
{
    static const struct {
        const char *pattern, *event, *path, *value; /* path NULL: it matches; value: if there */
    } cases[] = {
        {"{'kind':['paid']}", "{'kind':'Paid'}", "kind", "'Paid'"},
        {"{'a':['x'],'c':['y'],'b':['z']}", "{'a':'x','b':1,'c':2}", "c", "2"},
        {"{'a':['x']}", "{'a':'x'}", NULL, NULL},
        {"{'a':{'b':[1]}}", "{'a':{'b':2}}", "a.b", "2"},
        {"{'a':{'b':[1]}}", "{'a':{'c':2}}", "a.b", NULL},
        {"{'a':{'b':[1]}}", "{'c':2}", "a", NULL},
        {"{'a':{'b':[1]}}", "{'a':2}", "a", "2"},
        {"{'a.b':[1]}", "{'a':{'b':2}}", "a.b", "2"},
        {"{'a':{'b':{'c':[1]}}}", "{'a.b':{'c':2}}", "a.b.c", "2"},
        {"{'k':[{'exists':false}]}", "{'k':null}", "k", "null"},
        {"{'k':[{'exists':true}]}", "{}", "k", NULL},
        {"{'k':[{'cidr':'10.0.0.0/24'}]}", "{'k':'11.0.0.1'}", "k", "'11.0.0.1'"},
        {"{'k':[{'wildcard':'a*'},'c']}", "{'k':['b','d']}", "k", "['b','d']"},
        {"{'k':[{'anything-but':['a','b']}]}", "{'k':'b'}", "k", "'b'"},
        {"{'k':['a']}", "{'k':[{'x':1}]}", "k", "[{'x':1}]"},
        {"{'$or':[{'a':[1]},{'b':[1]}]}", "{'a':2}", "$or", NULL},
        {"{'a':1}", "{'a':2}", NULL, NULL}, /* no pattern */
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        json_t *pattern = json_quoted(cases[i].pattern), *happened = json_quoted(cases[i].event);
        json_t *miss = pattern_miss(pattern, happened), *found = json_object_get(miss, "value");
        json_t *value = cases[i].value ? json_quoted(cases[i].value) : NULL;
        const char *path = json_string_value(json_object_get(miss, "path"));
        if (!path != !cases[i].path || (path && strcmp(path, cases[i].path) != 0) ||
            (value ? !json_equal(value, found) : found != NULL))
            fail_msg("%s %s: %s", cases[i].pattern, cases[i].event, path ? path : "none");
        json_decref(value);
        json_decref(miss);
        json_decref(happened);
        json_decref(pattern);
    }
}

/* The names beside the field, of which one may have been meant. */
static void names_beside(void **state)
{
    json_t *pattern = json_quoted("{'d':{'eventname':['x']}}");
    json_t *happened = json_quoted("{'d':{'eventName':'x','id':1}}");
    json_t *miss = pattern_miss(pattern, happened);
    json_t *wanted =
        json_quoted("{'path':'d.eventname','wanted':['x'],'names':['eventName','id']}");
    (void)state;
    assert_true(json_equal(miss, wanted));
    json_decref(wanted);
    json_decref(miss);
    json_decref(happened);
    json_decref(pattern);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(matches), cmocka_unit_test(mistakes),
                                       cmocka_unit_test(too_deep), cmocka_unit_test(misses),
                                       cmocka_unit_test(names_beside)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
