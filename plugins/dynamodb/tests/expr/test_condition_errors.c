/* SPDX-License-Identifier: Apache-2.0 */
/* What AWS refuses in conditions, and with which words. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

#define FILTER   "Invalid FilterExpression: "
#define TYPE     FILTER "Incorrect operand type for operator or function; operator or function: "
#define PARENS   FILTER "The expression has redundant parentheses;"
#define MISUSE   FILTER "The function is not allowed to be used this way in an expression; function: "
#define RESERVED FILTER "Attribute name is a reserved keyword; reserved keyword: "
#define NO_NAME                                                                                    \
    FILTER "An expression attribute name used in the document path is not defined; attribute "     \
           "name: "
#define NO_VALUE                                                                                   \
    FILTER "An expression attribute value used in expression is not defined; attribute value: "
#define OPERANDS                                                                                   \
    FILTER "Incorrect number of operands for operator or function; operator or function: "
#define DISTINCT                                                                                   \
    FILTER "The first operand must be distinct from the remaining operands for this operator or "  \
           "function; operator: "

struct row {
    const char *text, *names, *values, *message;
};

static void check_rows(const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct expr_error error = {EXPR_ERROR_NONE, ""};
        struct expr *expr =
            parse_with(EXPR_FILTER, rows[i].text, rows[i].names, rows[i].values, &error);
        assert_message(&error, rows[i].message, rows[i].text);
        assert_null(expr);
        assert_int_equal(error.kind, EXPR_ERROR_VALIDATION);
    }
}

#define CHECK(rows) check_rows(rows, sizeof rows / sizeof rows[0])

#define SYNTAX(token, near) FILTER "Syntax error; token: \"" token "\", near: \"" near "\""

static void test_syntax(void **state)
{
    static const struct row rows[] = {
        {"", NULL, NULL, FILTER "The expression can not be empty;"},
        {"  ", NULL, NULL, SYNTAX("<EOF>", "")},
        {"a", NULL, NULL, SYNTAX("<EOF>", "a")},
        {"things are not gonna be ok", NULL, NULL, SYNTAX("are", "things are not")},
        {"a > 4", NULL, NULL, SYNTAX("4", "> 4")},
        {"a != b", NULL, NULL, SYNTAX("!", "a !=")},
        {"a == b", NULL, NULL, SYNTAX("=", "== b")},
        {"_x = a", NULL, NULL, SYNTAX("_", "_x")},
        {"a = :a AND __typename = a", NULL, NULL, SYNTAX("_", "AND __")},
        {"attribute_exists(Pictures-RearView)", NULL, NULL, SYNTAX("-", "Pictures-RearView")},
        {"attribute_exists(\"a\")", NULL, NULL, SYNTAX("\"", "(\"a")},
        {"attribute_exists(a..b)", NULL, NULL, SYNTAX(".", "..b")},
        {"attribute_exists(Pi#ctures.R)", NULL, NULL, SYNTAX("#ctures", "Pi#ctures.")},
        {"attribute_exists(asdf[a])", NULL, NULL, SYNTAX("a", "[a]")},
        {"a in b, c", NULL, NULL, SYNTAX("b", "in b,")},
        {"a in ()", NULL, NULL, SYNTAX(")", "()")},
        {"a in (b,c,)", NULL, NULL, SYNTAX(")", ",)")},
        {"a > between", NULL, NULL, SYNTAX("between", "> between")},
        {"(a)between(b.(c.d))and(c)", NULL, NULL, SYNTAX("(", ".(c")},
        {"(a)between(b.c.d)and((c)", NULL, NULL, SYNTAX("<EOF>", ")")},
        {"#$.b > a", NULL, NULL, SYNTAX("#", "#$")},
        {"a > :things.stuff", NULL, NULL, SYNTAX(".", ":things.stuff")},
        {"a.:b > a", NULL, NULL, SYNTAX(":b", ".:b >")},
        {"b[:a] > a", NULL, NULL, SYNTAX(":a", "[:a]")},
        {"b[01] > a", NULL, NULL, SYNTAX("1", "01]")},
        {"\xC3\xBC > a", NULL, NULL, SYNTAX("\xC3\xBC", "\xC3\xBC >")},
        {"(a)between(b.c[4.5].#d)and(:a)", NULL, NULL, SYNTAX(".", "4.5")},
        {"size(a).b > a", NULL, NULL, SYNTAX(".", ").b")},
        {"(size(a))[0] > a", NULL, NULL, SYNTAX("[", ")[0")},
        {"a = b OR", NULL, NULL, SYNTAX("<EOF>", "OR")},
        {"a AND b", NULL, NULL, SYNTAX("AND", "a AND b")},
        {"NOT a", NULL, NULL, SYNTAX("<EOF>", "a")},
        {"f()", NULL, NULL, SYNTAX(")", "()")},
        {"a = b)", NULL, NULL, SYNTAX(")", "b)")},
        {"SET a = b", NULL, NULL, SYNTAX("a", "SET a =")},
        {"a + b = c", NULL, NULL, SYNTAX("+", "a + b")},
    };
    (void)state;
    CHECK(rows);
}

static void test_parentheses(void **state)
{
    static const struct row rows[] = {
        {"a=a and a > ((views))", NULL, NULL, PARENS},
        {"(a)between(((b.c)).d)and(c)", NULL, NULL, PARENS},
        {"a > whatever((:things), ((a)))", NULL, NULL, PARENS},
        {"a=a AND ((a=a AND a=a)) AND a=a", NULL, NULL, PARENS},
        {"a=a OR ((a=a OR (a=a OR a=a)))", NULL, NULL, PARENS},
        {"((attribute_exists(a)))", NULL, NULL, PARENS},
        {"((c=c) AND ((p=p)))", NULL, NULL, PARENS},
    };
    (void)state;
    CHECK(rows);
}

static void test_functions(void **state)
{
    static const struct row rows[] = {
        {"a=a and whatever((:things)) > a", NULL, NULL,
         FILTER "Invalid function name; function: whatever"},
        {"attRIbute_exIsts((views), #a)", NULL, NULL,
         FILTER "Invalid function name; function: attRIbute_exIsts"},
        {"a=a and attribute_exists((views), (#a)) > b", NULL, NULL, MISUSE "attribute_exists"},
        {"attribute_not_exists(things) > b", NULL, NULL, MISUSE "attribute_not_exists"},
        {"attribute_type(things, :a) > b", NULL, NULL, MISUSE "attribute_type"},
        {"contains(:things, c) > b", NULL, NULL, MISUSE "contains"},
        {"size(contains(a, b)) > a", NULL, NULL, MISUSE "contains"},
        {"size(things)", NULL, NULL, MISUSE "size"},
        {"a = b AND NOT size(things)", NULL, NULL, MISUSE "size"},
        {"a between b and attribute_exists(things)", NULL, NULL, MISUSE "attribute_exists"},
        {"a in (b, attribute_exists(things))", NULL, NULL, MISUSE "attribute_exists"},
        {"if_not_exists(a, b) = c", NULL, NULL,
         FILTER "The function is not allowed in a condition expression; function: if_not_exists"},
        {"list_append(a, b)", NULL, NULL,
         FILTER "The function is not allowed in a condition expression; function: list_append"},
        {"attribute_exists(views, #a)", NULL, NULL, RESERVED "views"},
        {":a < abOrT", NULL, NULL, RESERVED "abOrT"},
        {"a.b.size > c", NULL, NULL, RESERVED "size"},
        {"a[99999999999] = b", NULL, NULL,
         FILTER "List index is not within the allowable range; index: [99999999999]"},
        {"a[2147483648] = b", NULL, NULL,
         FILTER "List index is not within the allowable range; index: [2147483648]"},
    };
    (void)state;
    CHECK(rows);
}

static void test_placeholders(void **state)
{
    static const struct row rows[] = {
        {"attribute_exists(#Pictures.RearView, :a) and a=a", NULL, NULL, NO_NAME "#Pictures"},
        {"begins_with(Pictures.#RearView)", NULL, NULL, NO_NAME "#RearView"},
        {"(#P between :lo and :hi) and (#PC in (:cat1, :cat2))", NULL, NULL, NO_NAME "#P"},
        {"#4g > a", NULL, NULL, NO_NAME "#4g"},
        {"(a)between(b.c[45].#d)and(:a)", NULL, NULL, NO_NAME "#d"},
        {"begins_with(:hello, #a, #b)", NULL, NULL, NO_VALUE ":hello"},
        {":a < :b", NULL, NULL, NO_VALUE ":a"},
        {":_ > a", NULL, NULL, NO_VALUE ":_"},
        {":a > a", NULL, "{':b':{'S':'x'}}", NO_VALUE ":a"},
    };
    (void)state;
    CHECK(rows);
}

static void test_operands(void **state)
{
    static const struct row rows[] = {
        {"attribute_exists(things, a) and a=a", NULL, NULL,
         OPERANDS "attribute_exists, number of operands: 2"},
        {"attribute_type(things)", NULL, NULL, OPERANDS "attribute_type, number of operands: 1"},
        {"begins_with(things, size(a), b)", NULL, NULL,
         OPERANDS "begins_with, number of operands: 3"},
        {"contains(things)", NULL, NULL, OPERANDS "contains, number of operands: 1"},
        {"size(things, a) > b", NULL, NULL, OPERANDS "size, number of operands: 2"},
        {"attribute_exists(:a) and a=a", NULL, "{':a':{'S':'1'}}",
         FILTER "Operator or function requires a document path; operator or function: "
                "attribute_exists"},
        {"attribute_not_exists(size(:a))", NULL, "{':a':{'S':'1'}}",
         FILTER "Operator or function requires a document path; operator or function: "
                "attribute_not_exists"},
        {"a = a AND #a = b AND :views > a", "{'#a':'a'}", NULL, DISTINCT "=, first operand: [a]"},
        {"#a <> a", "{'#a':'a'}", NULL, DISTINCT "<>, first operand: [a]"},
        {"contains(ab.bc[1].a, ab.bc[1].#a)", "{'#a':'a'}", NULL,
         DISTINCT "contains, first operand: [ab, bc, [1], a]"},
        {"begins_with(a, a)", NULL, NULL, DISTINCT "begins_with, first operand: [a]"},
        {"a in (b, a)", NULL, NULL, DISTINCT "IN, first operand: [a]"},
    };
    (void)state;
    CHECK(rows);
}

static void test_types(void **state)
{
    static const struct row rows[] = {
        {"attribute_type(a, b)", NULL, NULL,
         TYPE "attribute_type, operand type: {NS,SS,L,BS,N,M,B,BOOL,NULL,S}"},
        {"attribute_type(a, size(a)) and a=a and a=:a", NULL, "{':a':{'N':'1'}}",
         TYPE "attribute_type, operand type: N"},
        {"attribute_type(a, :a)", NULL, "{':a':{'L':[]}}", TYPE "attribute_type, operand type: L"},
        {"attribute_type(a, :a)", NULL, "{':a':{'S':'DOG'}}",
         FILTER "Invalid attribute type name found; type: DOG, valid types: "
                "{B,NULL,SS,BOOL,L,BS,N,NS,S,M}"},
        {"begins_with(a, size(a)) and a=:a", NULL, "{':a':{'N':'1'}}",
         TYPE "begins_with, operand type: N"},
        {"begins_with(a, :a)", NULL, "{':a':{'BOOL':true}}",
         TYPE "begins_with, operand type: BOOL"},
        {"begins_with(:a, a)", NULL, "{':a':{'SS':['1']}}", TYPE "begins_with, operand type: SS"},
        {"size(size(a)) > :a", NULL, "{':a':{'N':'1'}}", TYPE "size, operand type: N"},
        {"attribute_not_exists(size(:a))", NULL, "{':a':{'N':'1'}}", TYPE "size, operand type: N"},
        {"size(:a) > a", NULL, "{':a':{'NULL':true}}", TYPE "size, operand type: NULL"},
        {"a < :a", NULL, "{':a':{'L':[]}}", TYPE "<, operand type: L"},
        {":a >= a", NULL, "{':a':{'M':{}}}", TYPE ">=, operand type: M"},
        {"a between :a AND b", NULL, "{':a':{'BOOL':true}}", TYPE "BETWEEN, operand type: BOOL"},
        {"a between :b and :a", NULL, "{':a':{'S':'a'},':b':{'N':'1'}}",
         FILTER "The BETWEEN operator requires same data type for lower and upper bounds; lower "
                "bound operand: AttributeValue: {N:1}, upper bound operand: AttributeValue: {S:a}"},
        {"a between :b and :a", NULL, "{':a':{'S':'a'},':b':{'S':'b'}}",
         FILTER "The BETWEEN operator requires upper bound to be greater than or equal to lower "
                "bound; lower bound operand: AttributeValue: {S:b}, upper bound operand: "
                "AttributeValue: {S:a}"},
        {"a between :b and :a", NULL, "{':a':{'B':'AA=='},':b':{'B':'AAE='}}",
         FILTER "The BETWEEN operator requires upper bound to be greater than or equal to lower "
                "bound; lower bound operand: AttributeValue: {B:java.nio.HeapByteBuffer[pos=0 "
                "lim=2 cap=2]}, upper bound operand: AttributeValue: "
                "{B:java.nio.HeapByteBuffer[pos=0 lim=1 cap=1]}"},
    };
    (void)state;
    CHECK(rows);
}

/* `count` times `part` between `head` and `tail`. */
static char *repeat(const char *head, const char *part, size_t count, const char *tail)
{
    char *text = malloc(strlen(head) + count * strlen(part) + strlen(tail) + 1);
    assert_non_null(text);
    strcpy(text, head);
    for (size_t i = 0; i < count; i++)
        strcat(text, part);
    return strcat(text, tail);
}

static void check_limit(char *text, const char *message)
{
    struct expr_error error = {EXPR_ERROR_NONE, ""};
    struct expr *expr = parse_with(EXPR_FILTER, text, NULL, NULL, &error);
    assert_message(&error, message, "limit");
    assert_int_equal(expr != NULL, message[0] == '\0');
    expr_free(expr);
    free(text);
}

static void test_limits(void **state)
{
    (void)state;
    check_limit(repeat("a", " ", 4091, "<> b"), "");
    check_limit(repeat("a", " ", 4092, "<> b"),
                FILTER "Expression size has exceeded the maximum allowed size; expression size: "
                       "4097");
    check_limit(repeat("a<b", " or a<b", 149, ""), "");
    check_limit(repeat("a<b", " or a<b", 150, ""),
                FILTER "The expression contains too many operators; operator count: 301");
    check_limit(repeat("", "NOT ", 299, "a<b"), "");
    check_limit(repeat("", "NOT ", 300, "a<b"),
                FILTER "The expression contains too many operators; operator count: 301");
    check_limit(repeat("a in (b", ",c", 99, ")"), "");
    check_limit(repeat("a in (b", ",c", 100, ")"),
                FILTER "The IN operator is provided with too many operands; number of operands: "
                       "101");
    check_limit(repeat("a", ".b", 31, " = c"), "");
    check_limit(repeat("a", ".b", 32, " = c"),
                FILTER "The document path has too many nesting levels; nesting levels: 33");
    check_limit(repeat("", "(", 4000, "a<b"), SYNTAX("<EOF>", "b"));
    check_limit(repeat("a < ", "f(", 300, "b"), SYNTAX("<EOF>", "b"));
}

static void test_nesting(void **state)
{
    char *left = repeat("", "a<b or (", 149, "a<b");
    (void)state;
    check_limit(repeat(left, ")", 149, ""), "");
    free(left);
    left = repeat("a < ", "f(", 300, "b");
    check_limit(repeat(left, ")", 300, ""), FILTER "Invalid function name; function: f");
    free(left);
    left = repeat("a < ", "f(", 1300, "b");
    check_limit(repeat(left, ")", 1300, ""), FILTER "The expression has too many nesting levels;");
    free(left);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_syntax),    cmocka_unit_test(test_parentheses),
        cmocka_unit_test(test_functions), cmocka_unit_test(test_placeholders),
        cmocka_unit_test(test_operands),  cmocka_unit_test(test_types),
        cmocka_unit_test(test_limits),    cmocka_unit_test(test_nesting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
