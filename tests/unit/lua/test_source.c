/* SPDX-License-Identifier: Apache-2.0 */
#include "harness/cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "lua/language/source.h"

/* Each text is a spec whose call stands in line `call`. */
static const struct {
    const char *text;
    int call;
    const char *key;
    int line; /* 0: not found */
} rows[] = {
    {"case 'x' {\n act = f,\n sead = g,\n}", 1, "sead", 3},
    {"case 'x' { sead = g }", 1, "sead", 1},
    {"\ncase 'x' {\n\n['sead'] = 1 }", 2, "sead", 0},
    {"case 'x' {\n act = function() sead = 1 end,\n sead = g }", 1, "sead", 3},
    {"case 'x' {\n act = function()\n if a then sead = 1 end\n for i = 1, 2 do sead = 2 end\n end,"
     "\n sead = g }",
     1, "sead", 6},
    {"case 'x' {\n act = function() repeat sead = 1 until true end,\n sead = g }", 1, "sead", 3},
    {"case 'x' {\n act = function() while a do sead = 1 end end,\n sead = g }", 1, "sead", 3},
    {"case 'x' {\n each = { sead = {} },\n sead = g }", 1, "sead", 3},
    {"case 'x' {\n f(a, sead == b), -- sead =\n sead = g }", 1, "sead", 3},
    {"case 'x' {\n a = 'sead = \\'', b = \"sead = \\\"\",\n sead = g }", 1, "sead", 3},
    {"case 'x' {\n a = [==[ } ]] sead = ]==],\n --[[ }\n sead = ]]\n sead = g }", 1, "sead", 5},
    {"case 'x' {\n unsead = 1, seady = 2,\n sead\n = g }", 1, "sead", 3},
    {"case 'x' {\n a = 1 }\ncase 'y' {\n sead = 1 }", 1, "sead", 0},
    {"case 'x' {\n sead = 1 }\ncase 'y' {\n sead = 1 }", 3, "sead", 4},
    {"case 'x' {\n a = 'open", 1, "sead", 0},
    {"case 'x' {\n a = [[open", 1, "sead", 0},
    {"", 1, "sead", 0},
};

static void keys_are_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char path[] = "/tmp/slrun-source-XXXXXX";
        FILE *file = fdopen(mkstemp(path), "w");
        assert_non_null(file);
        fputs(rows[i].text, file);
        fclose(file);
        int line = source_line_of_key(path, rows[i].call, rows[i].key);
        unlink(path);
        if (line != rows[i].line)
            fail_msg("line %d, not %d, of:\n%s", line, rows[i].line, rows[i].text);
    }
}

static void a_file_that_is_not_there(void **state)
{
    (void)state;
    assert_int_equal(source_line_of_key("/nonexistent/spec.lua", 1, "seed"), 0);
}

/* Specs, and the line of the first expectation without a matcher; 0: there is none. */
static const struct {
    const char *text;
    int line;
} loose[] = {
    {"expect(1 == 2)", 1},
    {"f()\n  expect(found):at 'Items[1]'\nexpect(1)", 2},
    {"act = function() expect { 1 } end", 1},
    {"if a then expect(x):never():because 'it is so' end", 1},
    {"local s = 'a' expect 'b'", 1},
    {"expect(f(')', [[)]])) -- :equals(1)\n\nexpect(2):equals(2)", 1},
    {"expect(1):equals(1)\nexpect(f(1)) -- why\n  :at('x')\n  :equals(2)", 0},
    {"expect(x) : json ( ) . equals(x)", 0},
    {"local e = expect(x)\ne:equals(1)", 0},
    {"return expect(x)", 0},
    {"f(expect(x), { expect(y) }, z == expect(u))", 0},
    {"-- expect(x)\n--[[ expect(x) ]] s = 'expect(x)' t.expect(x) expects(x)", 0},
    {"local function expect(x) return x end\nexpect(1)", 0},
    {"expect", 0},
    {"expect(1", 1},
    {"", 0},
};

static void expectations_without_a_matcher_are_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof loose / sizeof *loose; i++) {
        char path[] = "/tmp/slrun-source-XXXXXX";
        FILE *file = fdopen(mkstemp(path), "w");
        assert_non_null(file);
        fputs(loose[i].text, file);
        fclose(file);
        int line = source_loose_expectation(path);
        unlink(path);
        if (line != loose[i].line)
            fail_msg("line %d, not %d, of:\n%s", line, loose[i].line, loose[i].text);
    }
    assert_int_equal(source_loose_expectation("/nonexistent/spec.lua"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_are_found),
        cmocka_unit_test(a_file_that_is_not_there),
        cmocka_unit_test(expectations_without_a_matcher_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
