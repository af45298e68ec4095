/* SPDX-License-Identifier: Apache-2.0 */
/* Filter patterns: examples of the User Guide ("Filter pattern syntax"), what AWS was seen to
 * answer, and what is wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/pattern.h"

struct expectation {
    const char *pattern, *message;
    bool matches;
};

static void check(const struct expectation *all, size_t n)
{
    char error[PATTERN_ERROR_MAX];
    for (size_t i = 0; i < n; i++) {
        struct pattern *pattern = pattern_parse(all[i].pattern, error);
        if (!pattern)
            fail_msg("%s: %s", all[i].pattern, error);
        if (pattern_matches(pattern, all[i].message) != all[i].matches)
            fail_msg("%s %s %s", all[i].pattern, all[i].matches ? "misses" : "matches",
                     all[i].message);
        pattern_free(pattern);
    }
}

#define CHECK(all) check(all, sizeof(all) / sizeof *(all))

static void terms(void **state)
{
    static const struct expectation all[] = {
        {"", "anything", true},
        {" ", "anything", true},
        {"ERROR", "Exiting with ERRORCODE: -1", true},
        {"ERROR", "error", false},
        {"ERROR Exception", "[ERROR] Unhandled Exception", true},
        {"ERROR Exception", "[ERROR] nothing", false},
        {"ERROR -Exiting", "ERROR", true},
        {"ERROR -Exiting", "Exiting with ERRORCODE: -1", false},
        {"\"ERROR\" - \"Exiting\"", "Exiting with ERRORCODE: -1", false},
        {"-DEBUG", "INFO", true},
        {"?ERROR ?WARN", "WARN message", true},
        {"?ERROR ?WARN", "INFO message", false},
        {"?ERROR ?WARN -no", "WARN no", false},
        {"INFO ?ERROR ?WARN", "INFO message", true},
        {"\"a b\"", "xa by", true},
        {"\"a b\"", "a  b", false},
        {"\"say \\\"hi\\\"\"", "say \"hi\"", true},
        {"\"*\"", "no star", false},
        {"%AUTHORIZED%", "UNAUTHORIZED", true},
        {"%gr[ae]y|colou?r%", "color", true},
        {"%10\\.10\\.0\\.1%", "at 10.10.0.1:80", true},
        {"%10\\.10\\.0\\.1%", "at 10x10.0.1", false},
        {"%\\d{3}\\s[\\w\\-]+$%", "code 404 not-found", true},
        {"%\\d{3}%", "12 34", false},
        {"%^ab+?c{2}+d\\{[*+]$%", "abbccd{+", true},
        {"%^ab*?$%", "abb", true},
        {"?%a.c% b", "b", true},
    };
    (void)state;
    CHECK(all);
}

#define TRAIL                                                                                      \
    "{\"eventType\":\"UpdateTrail\",\"ip\":\"111.111.111.111\",\"arrayKey\":[\"value\",\"another " \
    "value\"],\"objectList\":[{\"name\":\"a\",\"id\":1},{\"name\":\"b\",\"id\":2}],"               \
    "\"SomeObject\":null,\"ThisFlag\":true,\"n\":123,\"x\":12.34,\"y\":12.0,\"empty\":\"\","       \
    "\"digits\":\"200\",\"coordinates\":[[0,1,2],[4,5,6]],\"user\":{\"id\":1,\"e-mail\":\"J@e\"}}"

static void json(void **state)
{
    static const struct expectation all[] = {
        {"{ $.eventType = \"UpdateTrail\" }", TRAIL, true},
        {"{$.eventType=UpdateTrail}", TRAIL "\n", true},
        {"{ $.eventType = Update }", TRAIL, false},
        {"{ $.eventType != \"NoTrail\" }", TRAIL, true},
        {"{ $.eventType = Update* }", TRAIL, true},
        {"{ $.eventType = \"*Trail\" }", TRAIL, true},
        {"{ $.eventType = *eTr* }", TRAIL, true},
        {"{ $.eventType = U*l }", TRAIL, false},
        {"{ $.ip != 123.123.* }", TRAIL, true},
        {"{ $.ip = 111.111.* }", TRAIL, true},
        {"{ $.ip = %^111\\.% }", TRAIL, true},
        {"{ $.empty = * }", TRAIL, true},
        {"{ $.missing = * }", TRAIL, false},
        {"{ $.missing != \"x\" }", TRAIL, false},
        {"{ $.user = * }", TRAIL, false},
        {"{ $.user != 1 }", TRAIL, false},
        {"{ $.ThisFlag = * }", TRAIL, false},
        {"{ $.arrayKey[0] = \"value\" }", TRAIL, true},
        {"{ $.arrayKey[1] = \"value\" }", TRAIL, false},
        {"{ $.arrayKey[*] = another* }", TRAIL, true},
        {"{ $.eventType[0] = U }", TRAIL, false},
        {"{ $.objectList[1].id = 2 }", TRAIL, true},
        {"{ $.objectList[*].id = 3 }", TRAIL, false},
        {"{ $.coordinates[1][2] = 6 }", TRAIL, true},
        {"{ $.user.e-mail = \"J@e\" }", TRAIL, true},
        {"{ $.SomeObject IS NULL }", TRAIL, true},
        {"{ $.eventType IS NULL }", TRAIL, false},
        {"{ $.Other IS NULL }", TRAIL, false},
        {"{ $.Other NOT EXISTS }", TRAIL, true},
        {"{ $.SomeObject NOT EXISTS }", TRAIL, false},
        {"{ $.ThisFlag IS TRUE }", TRAIL, true},
        {"{ $.ThisFlag IS FALSE }", TRAIL, false},
        {"{ $.n = 123 }", TRAIL, true},
        {"{ $.n = 123.0 }", TRAIL, true},
        {"{ $.n = \"123\" }", TRAIL, true},
        {"{ $.n != \"123.0\" }", TRAIL, true},
        {"{ $.n != 123 }", TRAIL, false},
        {"{ $.n = 1* }", TRAIL, true},
        {"{ $.n = *23 }", TRAIL, true},
        {"{ $.x = \"12.34\" }", TRAIL, true},
        {"{ $.x = \"*.34\" }", TRAIL, true},
        {"{ $.y = 12 }", TRAIL, true},
        {"{ $.y != \"12\" }", TRAIL, true},
        {"{ $.n >= 123.0 && $.n < 1e3 && $.x > -5 && $.x <= +12.34 }", TRAIL, true},
        {"{ $.n > 123 }", TRAIL, false},
        {"{ $.digits = 200 }", TRAIL, true},
        {"{ $.digits > 100 }", TRAIL, false},
        {"{ $.n = 1 || $.eventType = UpdateTrail }", TRAIL, true},
        {"{ $.eventType = UpdateTrail || $.n = 1 && $.n = 2 }", TRAIL, true},
        {"{ ($.eventType = UpdateTrail || $.n = 1) && $.n = 2 }", TRAIL, false},
        {"{ (($.user.id = 1)) && ($.objectList[0].name = \"a\") }", TRAIL, true},
        {"{ $[1].a = 2 }", "[0, {\"a\":2}]", true},
        {"{ $.a = 1 }", "a = 1", false},
        {"{ $.a NOT EXISTS }", "{\"b\":", false},
    };
    (void)state;
    CHECK(all);
}

#define LINE "127.0.0.1 - frank [10/Oct/2000:13:25:15 -0700] \"GET /index.html HTTP/1.0\" 404 1534"

static void fields(void **state)
{
    static const struct expectation all[] = {
        {"[ip, user, username, timestamp, request, status_code, bytes]", LINE, true},
        {"[ip, user, username, timestamp, request, status_code]", LINE, false},
        {"[ip, user, ...]", LINE "\n", true},
        {"[..., status_code, bytes]", LINE, true},
        {"[ip, ..., request, status_code, bytes]", LINE, true},
        {"[...]", LINE, true},
        {"[...]", "", true},
        {"[a]", "", false},
        {"[]", "one", true},
        {"[..., bytes > 1000]", LINE, true},
        {"[..., bytes > 2000]", LINE, false},
        {"[..., request = *html*, status_code = 4*, bytes]", LINE, true},
        {"[..., request=*.html*, status_code=4*,]", LINE, true},
        {"[..., status_code = 4* && status_code != 404, bytes]", LINE, false},
        {"[..., status_code = 4* && bytes > 1000, bytes]", LINE, true},
        {"[..., status_code = 404.0, bytes]", LINE, true},
        {"[ip = %^127\\.%, user = \"-\", ...]", LINE, true},
        {"[w1=ERROR, w2]", "ERROR message", true},
        {"[w1=ERROR || w1=WARN, ...]", "WARN message", true},
        {"[(w1=ERROR || w1=WARN), ...]", "INFO message", false},
        {"[w1=!ERROR&&w1!=WARN, w2]", "INFO message", true},
        {"[w1=!ERROR&&w1=!WARN, w2]", "WARN message", false},
        {"[w1, unknown2 = x && w1 = y]", "a b", false},
        {"[a, b = \"c d\"]", "x \"c d\"", true},
        {"[a, b]", "[open \"end", true},
    };
    (void)state;
    CHECK(all);
}

static void extracted(void **state)
{
    char error[PATTERN_ERROR_MAX];
    struct pattern *pattern = pattern_parse("[..., request=*.html*, status_code=4*,]", error);
    json_t *values = pattern_extract(pattern, LINE);
    json_t *wanted = json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s}", "$1", "127.0.0.1", "$2", "-",
                               "$3", "frank", "$4", "10/Oct/2000:13:25:15 -0700", "$request",
                               "GET /index.html HTTP/1.0", "$status_code", "404", "$7", "1534");
    (void)state;
    assert_true(json_equal(values, wanted));
    json_decref(values);
    json_decref(wanted);
    pattern_free(pattern);
    pattern = pattern_parse("a", error);
    values = pattern_extract(pattern, "a");
    assert_int_equal(json_object_size(values), 0);
    json_decref(values);
    pattern_free(pattern);
}

static void wrong(void **state)
{
    static const struct {
        const char *pattern, *term;
    } all[] = {
        {"?Status: timeout", ":"},
        {"not-quoted", "-"},
        {"a \\ b", "\\"},
        {"[...fields, status=FAILED]", "fields"},
        {"\"open", "\"open"},
        {"%open", "%open"},
        {"%%", "%%"},
        {"%(a)%", "%(a)%"},
        {"%a!%", "%a!%"},
        {"%[a%", "%[a%"},
        {"%a{255}{255}%", "%a{255}{255}%"},
        {"%a{256}%", "%a{256}%"},
        {"%a+++%", "%a+++%"},
        {"%a+*%", "%a+*%"},
        {"%a*{2}%", "%a*{2}%"},
        {"-", ""},
        {"{ $.\"sc-status\" = 5* }", "\""},
        {"{ $.a >= \"123\" }", "\"123\""},
        {"{ $.a > some }", "some"},
        {"{ $.a < 4* }", "4*"},
        {"{ $.a = \"x\", $.b = 1 }", ","},
        {"{ $.a = 1", ""},
        {"{ $.a = 1 } x", "x"},
        {"{ a = 1 }", "a"},
        {"{ $ = 1 }", "="},
        {"{ $.a[b] = 1 }", "b"},
        {"{ $.a IS NOTHING }", "IS"},
        {"{ ($.a = 1 }", "}"},
        {"{}", "}"},
        {"[a, ..., b, ...]", "...]"},
        {"[a > x]", "x"},
        {"[a", ""},
        {"[a b]", "b"},
    };
    char error[PATTERN_ERROR_MAX], wanted[PATTERN_ERROR_MAX], deep[4096];
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (pattern_parse(all[i].pattern, error))
            fail_msg("%s is taken", all[i].pattern);
        snprintf(wanted, sizeof wanted, "Invalid character(s) in term '%s'", all[i].term);
        assert_string_equal(error, wanted);
    }
    memset(deep, '(', sizeof deep);
    deep[0] = '{';
    deep[sizeof deep - 1] = '\0';
    assert_null(pattern_parse(deep, error));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(terms),     cmocka_unit_test(json),  cmocka_unit_test(fields),
        cmocka_unit_test(extracted), cmocka_unit_test(wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
