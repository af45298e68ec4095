/* SPDX-License-Identifier: Apache-2.0 */
#include "harness/cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lua/language/source.h"

static void write_spec(char *path, const char *text)
{
    FILE *file = fdopen(mkstemp(path), "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

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
        write_spec(path, rows[i].text);
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
        write_spec(path, loose[i].text);
        int line = source_loose_expectation(path);
        unlink(path);
        if (line != loose[i].line)
            fail_msg("line %d, not %d, of:\n%s", line, loose[i].line, loose[i].text);
    }
    assert_int_equal(source_loose_expectation("/nonexistent/spec.lua"), 0);
}

/* Functions from line `first` to `last`, and the line of their own last return. */
static const struct {
    const char *text;
    int first, last, line;
} returns[] = {
    {"local f = function() return g() end", 1, 1, 1},
    {"local f = function()\n return g {\n  a = 1,\n }\nend", 1, 5, 2},
    {"local f = function()\n if a then return b() end\n return c()\nend", 1, 4, 3},
    {"local f = function()\n return g(function()\n  return 1\n end)\nend", 1, 5, 2},
    {"local f = function()\n local h = function()\n  return 1\n end\nend", 1, 5, 1},
    {"local f = function()\n -- return\n return g 'return'\n --[[\n return ]]\nend", 1, 6, 3},
    {"local f = function()\n for i = 1, 2 do\n  return g()\n end\nend\nreturn f", 1, 5, 3},
    {"return 1\nlocal f = function()\n repeat\n  return g()\n until a\nend", 2, 6, 4},
    {"local f = function()\n local returned = returns\nend", 1, 3, 1},
    {"local f = function()\n g()\nend\nlocal h = function()\n return 1\nend", 1, 3, 1},
    {"local o = function()\n local f = function()\n  return g()\n end\n return f\nend", 2, 4, 3},
};

static void returns_are_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof returns / sizeof *returns; i++) {
        char path[] = "/tmp/slrun-source-XXXXXX";
        write_spec(path, returns[i].text);
        int line = source_line_of_return(path, returns[i].first, returns[i].last);
        unlink(path);
        if (line != returns[i].line)
            fail_msg("line %d, not %d, of:\n%s", line, returns[i].line, returns[i].text);
    }
    assert_int_equal(source_line_of_return("/nonexistent/spec.lua", 3, 4), 3);
}

/* What is nested too deep to be told apart ends again. */
static void a_return_behind_deep_blocks(void **state)
{
    char path[] = "/tmp/slrun-source-XXXXXX";
    char text[4096] = "local f = function()\n";
    (void)state;
    for (int i = 0; i < 70; i++)
        strcat(text, " g(function()");
    for (int i = 0; i < 70; i++)
        strcat(text, " end)");
    strcat(text, "\n return g()\nend");
    write_spec(path, text);
    assert_int_equal(source_line_of_return(path, 1, 4), 3);
    unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_are_found),
        cmocka_unit_test(a_file_that_is_not_there),
        cmocka_unit_test(expectations_without_a_matcher_are_found),
        cmocka_unit_test(returns_are_found),
        cmocka_unit_test(a_return_behind_deep_blocks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
