/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "base/error.h"
#include "harness/cmocka_all.h"
#include "run/select/expression.h"

/* True of the words in a string with blanks around each. */
static bool among(void *arg, const struct expression_word *word)
{
    char wanted[64];
    snprintf(wanted, sizeof wanted, " %s ", word->name);
    return strstr(arg, wanted) != NULL;
}

static bool holds(const char *text, char *words)
{
    struct slrun_error error = {0};
    struct expression *e = expression_parse(text, &error);
    assert_string_equal(error.message, "");
    assert_non_null(e);
    bool result = expression_holds(e, among, words);
    expression_free(e);
    return result;
}

static void operators(void **state)
{
    (void)state;
    char words[] = " a b ";
    static const struct {
        const char *text;
        bool holds;
    } rows[] = {
        {"a", true},
        {"c", false},
        {"", false},
        {" \t ", false},
        {"not c", true},
        {"not not a", true},
        {"a and b", true},
        {"a and c", false},
        {"c or b", true},
        {"c or not b", false},
        {"c and c or a", true},    /* "and" binds before "or" */
        {"a or c and c", true},    /* on either side */
        {"(a or c) and c", false}, /* but for parentheses */
        {"not a or b", true},      /* "not" binds first */
        {"not (a or b)", false},
        {"a and b and c and a", false}, /* in the middle of a chain */
        {"c or c or a or c", true},
        {"((a))and(b)", true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (holds(rows[i].text, words) != rows[i].holds)
            fail_msg("%s", rows[i].text);
}

static void identifiers(void **state)
{
    (void)state;
    char words[] = " test_a[1-x::y] a/b.lua c\\d +1 \xc3\xbc AND notx ";
    assert_true(holds("test_a[1-x::y]", words));
    assert_true(holds("a/b.lua and c\\d and +1", words));
    assert_true(holds("\xc3\xbc", words));
    assert_true(holds("AND and notx", words)); /* operators are written in small letters */
}

static void mistakes_are_told_with_their_column(void **state)
{
    (void)state;
    static const struct {
        const char *text, *why;
    } rows[] = {
        {"a b", "3: expected end of input; got identifier"},
        {"(", "2: expected not OR left parenthesis OR identifier; got end of input"},
        {"a and", "6: expected not OR left parenthesis OR identifier; got end of input"},
        {"or a", "1: expected not OR left parenthesis OR identifier; got or"},
        {"(a or b", "8: expected right parenthesis; got end of input"},
        {"a)", "2: expected end of input; got right parenthesis"},
        {"a not b", "3: expected end of input; got not"},
        {"a & b", "3: unexpected character \"&\""},
        {"\xc3\xbc\xc3\xbc !", "4: unexpected character \"!\""},
        {"'a'", "1: expected not OR left parenthesis OR identifier; got string literal"},
        {"a()", "3: expected identifier; got right parenthesis"},
        {"a(b)", "4: expected =; got right parenthesis"},
        {"a(b=)", "5: expected identifier; got right parenthesis"},
        {"a(b=c)", "5: unexpected character/s \"c\""},
        {"a(b='c)", "5: closing quote \"'\" is missing"},
        {"a(b='c\\n')", "7: escaping with \"\\\" not supported in marker expression"},
        {"a(b=1 c=2)", "7: expected right parenthesis; got identifier"},
        {"a(b=1,)", "7: expected identifier; got right parenthesis"},
        {"a(1b=1)", "3: not a valid python identifier 1b"},
        {"a(b-c=1)", "3: not a valid python identifier b-c"},
        {"a(if=1)", "3: unexpected reserved python keyword `if`"},
        {"a(not=1)", "3: expected identifier; got not"},
        {"a(b==1)", "5: expected identifier; got ="},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct slrun_error error = {0};
        char wanted[256];
        assert_null(expression_parse(rows[i].text, &error));
        snprintf(wanted, sizeof wanted, "%s: at column %s", rows[i].text, rows[i].why);
        assert_string_equal(error.message, wanted);
        assert_int_equal(error.kind, SLRUN_E_USAGE);
    }
}

static void arguments(void **state)
{
    (void)state;
    struct slrun_error error = {0};
    const struct expression_word *words;
    struct expression *e =
        expression_parse("not m(a='x y', b=\"\", c=-07, d=True, e=False,f=None) or n", &error);
    assert_non_null(e);
    assert_int_equal(expression_words(e, &words), 2);
    assert_string_equal(words[0].name, "m");
    assert_int_equal(words[0].n_args, 6);
    const struct expression_arg *a = words[0].args;
    assert_string_equal(a[0].name, "a");
    assert_string_equal(a[0].text, "x y");
    assert_string_equal(a[1].text, "");
    assert_int_equal(a[1].kind, EXPRESSION_STRING);
    assert_int_equal(a[2].number, -7);
    assert_int_equal(a[3].kind, EXPRESSION_TRUE);
    assert_int_equal(a[4].kind, EXPRESSION_FALSE);
    assert_int_equal(a[5].kind, EXPRESSION_NONE);
    assert_string_equal(words[1].name, "n");
    assert_int_equal(words[1].n_args, 0);
    expression_free(e);
}

/* `times` times `unit`, then `last`. */
static char *repeated(const char *unit, size_t times, const char *last)
{
    size_t n = strlen(unit);
    char *text = malloc(n * times + strlen(last) + 1);
    assert_non_null(text);
    for (size_t i = 0; i < times; i++)
        memcpy(text + i * n, unit, n);
    memcpy(text + n * times, last, strlen(last) + 1);
    return text;
}

static void bounds(void **state)
{
    (void)state;
    struct slrun_error error = {0};
    char words[] = " a ";
    char *chain = repeated("b or ", 10000, "a"), *deep = repeated("not ", 200, "a"),
         *deeper = repeated("(", 201, "a"), *large = repeated("a", EXPRESSION_SIZE_MAX, "a");
    assert_true(holds(chain, words)); /* a chain nests nothing */
    assert_true(holds(deep, words));
    assert_null(expression_parse(deeper, &error));
    assert_non_null(strstr(error.message, "nested too deeply"));
    assert_null(expression_parse(large, &error));
    assert_non_null(strstr(error.message, "more than 65536 bytes"));
    free(chain);
    free(deep);
    free(deeper);
    free(large);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(operators), cmocka_unit_test(identifiers),
                                       cmocka_unit_test(mistakes_are_told_with_their_column),
                                       cmocka_unit_test(arguments), cmocka_unit_test(bounds)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
