/* SPDX-License-Identifier: Apache-2.0 */
/* What AWS refuses in updates: when they are parsed, and when they meet an item. */
#include "support.h"

#define UPDATE   "Invalid UpdateExpression: "
#define TYPE     UPDATE "Incorrect operand type for operator or function; operator or function: "
#define SET_TYPE UPDATE "Incorrect operand type for operator or function; operator: "
#define OVERLAP                                                                                    \
    UPDATE "Two document paths overlap with each other; must remove or rewrite one of these "      \
           "paths; path one: "
#define CONFLICT                                                                                   \
    UPDATE "Two document paths conflict with each other; must remove or rewrite one of these "     \
           "paths; path one: "
#define SYNTAX(token, near) UPDATE "Syntax error; token: \"" token "\", near: \"" near "\""

struct row {
    const char *text, *names, *values, *message;
};

static void check_rows(const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct expr_error error = {EXPR_ERROR_NONE, ""};
        struct expr *expr =
            parse_with(EXPR_UPDATE, rows[i].text, rows[i].names, rows[i].values, &error);
        assert_message(&error, rows[i].message, rows[i].text);
        assert_null(expr);
    }
}

#define CHECK(rows) check_rows(rows, sizeof rows / sizeof rows[0])

static void test_syntax(void **state)
{
    static const struct row rows[] = {
        {"", NULL, NULL, UPDATE "The expression can not be empty;"},
        {"INVALID SYNTAX HERE", NULL, NULL, SYNTAX("INVALID", "INVALID SYNTAX")},
        {"HELLO b = :v", NULL, NULL, SYNTAX("HELLO", "HELLO b")},
        {"SET _123 = :v", NULL, NULL, SYNTAX("_", "SET _123")},
        {"ADD hits : incr", NULL, NULL, SYNTAX(":", "hits : incr")},
        {"SET", NULL, NULL, SYNTAX("<EOF>", "SET")},
        {"SET a = :v,", NULL, NULL, SYNTAX("<EOF>", ",")},
        {"set a", NULL, NULL, SYNTAX("<EOF>", "a")},
        {"set a=set", NULL, NULL, SYNTAX("set", "=set")},
        {"remove a = b", NULL, NULL, SYNTAX("=", "a = b")},
        {"add a b", NULL, NULL, SYNTAX("b", "a b")},
        {"add a if_not_exist(b)", NULL, NULL, SYNTAX("if_not_exist", "a if_not_exist(")},
        {"set a b", NULL, NULL, SYNTAX("b", "a b")},
        {"set :a = b", NULL, NULL, SYNTAX(":a", "set :a =")},
        {"set a = b / c", NULL, NULL, SYNTAX("/", "b / c")},
        {"set a[1] = \"eight\"", NULL, NULL, SYNTAX("\"", "= \"eight")},
        {"set a[1] = 1", NULL, NULL, SYNTAX("1", "= 1")},
        {"SET a = if_not_exists(a, 0)", NULL, NULL, SYNTAX("0", ", 0)")},
        {"SET a = if_not_exists(a, :v+:w)", NULL, NULL, SYNTAX("+", ":v+:w")},
        {"SET if_not_exist(a, b) = a", NULL, NULL, SYNTAX("(", "if_not_exist(a")},
        {"set (a = (b + c))", NULL, NULL, SYNTAX("(", "set (a")},
        {"set a = (b.c).d + e", NULL, NULL, SYNTAX(".", ").d")},
        {"set a = b + c + d", NULL, NULL, SYNTAX("+", "c + d")},
        {"SET a[:xyz] = :v", NULL, NULL, SYNTAX(":xyz", "[:xyz]")},
        {"SET a[#xyz] = :v", NULL, NULL, SYNTAX("#xyz", "[#xyz]")},
        {"SET hi-there = :v", NULL, NULL, SYNTAX("-", "hi-there")},
        {"SET a = _f(b)", NULL, NULL, SYNTAX("_", "= _f")},
        {"SET a = b = c", NULL, NULL, SYNTAX("=", "b = c")},
        {"SET a = ((b))", NULL, NULL, UPDATE "The expression has redundant parentheses;"},
    };
    (void)state;
    CHECK(rows);
}

static void test_checks(void **state)
{
    static const struct row rows[] = {
        {" set #c = :c set abOrt = b ", NULL, NULL,
         UPDATE "Attribute name is a reserved keyword; reserved keyword: abOrt"},
        {" remove Absolute ", NULL, NULL,
         UPDATE "Attribute name is a reserved keyword; reserved keyword: Absolute"},
        {"set #c = if_not_exist(:c) set c = d", NULL, NULL,
         UPDATE "Invalid function name; function: if_not_exist"},
        {"SET a = LIST_APPEND(b, c)", NULL, NULL,
         UPDATE "Invalid function name; function: LIST_APPEND"},
        {"SET a = size(b)", NULL, NULL,
         UPDATE "The function is not allowed in an update expression; function: size"},
        {"SET a = b - list_append(:a, :b)", NULL, NULL,
         UPDATE "The function is not allowed to be used this way in an expression; "
                "function: list_append"},
        {"SET a = if_not_exists(b.c, b.c)", NULL, NULL,
         UPDATE "The first operand must be distinct from the remaining operands for this "
                "operator or function; operator: if_not_exists, first operand: [b, c]"},
        {"SET a = list_append(list_append(:a, :b), :c)", NULL, NULL,
         UPDATE "The function is not allowed to be used this way in an expression; function: "
                "list_append"},
        {"set a = #c set c = :d", NULL, NULL,
         UPDATE "The \"SET\" section can only be used once in an update expression;"},
        {"remove #d set a = b remove e", NULL, NULL,
         UPDATE "The \"REMOVE\" section can only be used once in an update expression;"},
        {"add #d :e set a = b add e :f", NULL, NULL,
         UPDATE "The \"ADD\" section can only be used once in an update expression;"},
        {"delete #d :e set a = b delete #e :f", NULL, NULL,
         UPDATE "The \"DELETE\" section can only be used once in an update expression;"},
        {"SET #c = if_not_exists(:c)", NULL, NULL,
         UPDATE "An expression attribute name used in the document path is not defined; attribute "
                "name: #c"},
        {"SET a = if_not_exists(:c)", NULL, NULL,
         UPDATE "An expression attribute value used in expression is not defined; attribute "
                "value: :c"},
        {"set d[1] = a, c[1].a = a, #c = if_not_exists(a)", "{'#c':'c'}", NULL,
         OVERLAP "[c, [1], a], path two: [c]"},
        {"set #c[3].#d = a, #c[3] = a", "{'#c':'c','#d':'[3]'}", NULL,
         OVERLAP "[c, [3], [3]], path two: [c, [3]]"},
        {"SET a = :v REMOVE a", NULL, "{':v':{'N':'1'}}", OVERLAP "[a], path two: [a]"},
        {"SET a.b = :v, a.b.c.d.e = :v", NULL, "{':v':{'N':'1'}}",
         OVERLAP "[a, b], path two: [a, b, c, d, e]"},
        {"set #c[3].#d = a, #c.#d[3] = if_not_exists(a)", "{'#c':'c','#d':'[3]'}", NULL,
         CONFLICT "[c, [3], [3]], path two: [c, [3], [3]]"},
        {"remove a.#c set a[1] = #c", "{'#c':'c'}", NULL, CONFLICT "[a, c], path two: [a, [1]]"},
        {"set a = if_not_exists(c)", NULL, NULL,
         UPDATE "Incorrect number of operands for operator or function; operator or function: "
                "if_not_exists, number of operands: 1"},
        {"set a = if_not_exists(:a, c)", NULL, "{':a':{'S':'a'}}",
         UPDATE "Operator or function requires a document path; operator or function: "
                "if_not_exists"},
        {"set a = if_not_exists(if_not_exists(a, b), c)", NULL, NULL,
         UPDATE "Operator or function requires a document path; operator or function: "
                "if_not_exists"},
    };
    (void)state;
    CHECK(rows);
}

static void test_types(void **state)
{
    static const struct row rows[] = {
        {"set b = list_append(:a, a), c = if_not_exists(a) add a.b :a", NULL, "{':a':{'S':'a'}}",
         SET_TYPE "ADD, operand type: STRING, typeSet: ALLOWED_FOR_ADD_OPERAND"},
        {"delete a.b :a", NULL, "{':a':{'N':'1'}}",
         SET_TYPE "DELETE, operand type: NUMBER, typeSet: ALLOWED_FOR_DELETE_OPERAND"},
        {"add a.b :a", NULL, "{':a':{'NULL':true}}",
         SET_TYPE "ADD, operand type: NULL, typeSet: ALLOWED_FOR_ADD_OPERAND"},
        {"delete a.b :a", NULL, "{':a':{'BOOL':false}}",
         SET_TYPE "DELETE, operand type: BOOLEAN, typeSet: ALLOWED_FOR_DELETE_OPERAND"},
        {"add a.b :a", NULL, "{':a':{'B':'YQ=='}}",
         SET_TYPE "ADD, operand type: BINARY, typeSet: ALLOWED_FOR_ADD_OPERAND"},
        {"add a.b :a", NULL, "{':a':{'M':{}}}",
         SET_TYPE "ADD, operand type: MAP, typeSet: ALLOWED_FOR_ADD_OPERAND"},
        {"add a.b :a", NULL, "{':a':{'L':[]}}",
         SET_TYPE "ADD, operand type: LIST, typeSet: ALLOWED_FOR_ADD_OPERAND"},
        {"set a = list_append(:a, a)", NULL, "{':a':{'S':'a'}}",
         TYPE "list_append, operand type: S"},
        {"set a = list_append(a, :a)", NULL, "{':a':{'NS':['1']}}",
         TYPE "list_append, operand type: NS"},
        {"set a = a + :a", NULL, "{':a':{'S':'a'}}", TYPE "+, operand type: S"},
        {"set a = :a - :b", NULL, "{':a':{'S':'a'},':b':{'B':'YQ=='}}", TYPE "-, operand type: S"},
        {"set a = a - :a", NULL, "{':a':{'L':[]}}", TYPE "-, operand type: L"},
    };
    (void)state;
    CHECK(rows);
}

#define WRONG  "An operand in the update expression has an incorrect data type"
#define ABSENT "The provided expression refers to an attribute that does not exist in the item"
#define PATH   "The document path provided in the update expression is invalid for update"

static void test_items(void **state)
{
    static const struct {
        const char *text, *item, *values, *message;
    } rows[] = {
        {"SET a = z", "{}", NULL, ABSENT},
        {"SET x = :v, y = x", "{}", "{':v':{'N':'1'}}", ABSENT},
        {"SET a = b.c", "{'b':{'S':'x'}}", NULL, ABSENT},
        {"SET a = b + :v", "{}", "{':v':{'N':'1'}}", ABSENT},
        {"SET a = list_append(b, :v)", "{}", "{':v':{'L':[]}}", ABSENT},
        {"SET a = if_not_exists(b, c)", "{}", NULL, ABSENT},
        {"SET a = b + :v", "{'b':{'S':'x'}}", "{':v':{'N':'1'}}", WRONG},
        {"SET a = list_append(b, :v)", "{'b':{'SS':['x']}}", "{':v':{'L':[]}}", WRONG},
        {"ADD b :v", "{'b':{'M':{}}}", "{':v':{'NS':['1']}}", WRONG},
        {"ADD b :v", "{'b':{'NS':['1']}}", "{':v':{'N':'1'}}", WRONG},
        {"ADD b :v", "{'b':{'L':[]}}", "{':v':{'SS':['1']}}", WRONG},
        {"DELETE b :v", "{'b':{'NS':['1']}}", "{':v':{'SS':['1']}}", WRONG},
        {"DELETE b.a :v", "{'b':{'M':{'a':{'SS':['1']}}}}", "{':v':{'NS':['1']}}", WRONG},
        {"SET a.c = :v", "{'a':{'S':'x'}}", "{':v':{'N':'1'}}", PATH},
        {"SET a.c = :v", "{'a':{'L':[]}}", "{':v':{'N':'1'}}", PATH},
        {"SET a.c = :v", "{}", "{':v':{'N':'1'}}", PATH},
        {"SET a[0] = :v", "{'a':{'M':{}}}", "{':v':{'N':'1'}}", PATH},
        {"SET a[0] = :v", "{}", "{':v':{'N':'1'}}", PATH},
        {"SET a.b.c = :v", "{'a':{'M':{}}}", "{':v':{'N':'1'}}", PATH},
        {"REMOVE a.c", "{'a':{'S':'x'}}", NULL, PATH},
        {"REMOVE c.c", "{}", NULL, PATH},
        {"ADD c.c :v", "{}", "{':v':{'N':'1'}}", PATH},
        {"DELETE c[0] :v", "{}", "{':v':{'SS':['1']}}", PATH},
        {"SET a = :v + :v", "{}", "{':v':{'N':'9e125'}}",
         "Number overflow. Attempting to store a number with magnitude larger than supported "
         "range"},
        {"ADD a :v", "{'a':{'N':'1'}}", "{':v':{'N':'1e50'}}",
         "Number overflow. Attempting to store a number with magnitude larger than supported "
         "range"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct expr_error error = {EXPR_ERROR_NONE, ""};
        struct expr_updated out;
        json_t *item = load(rows[i].item);
        struct expr *expr = must_parse(EXPR_UPDATE, rows[i].text, NULL, rows[i].values);
        if (expr_update(expr, item, &out, &error))
            fail_msg("%s on %s did not fail", rows[i].text, rows[i].item);
        assert_message(&error, rows[i].message, rows[i].text);
        assert_null(out.item);
        json_decref(item);
        expr_free(expr);
    }
}

/* A value of 31 levels below one map is too deep, though each part is not. */
static void test_depth(void **state)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    struct expr_updated out;
    json_t *value = json_pack("{s:s}", "S", "leaf");
    json_t *item = load("{'a':{'M':{}}}");
    (void)state;
    for (int i = 0; i < 31; i++)
        value = json_pack("{s:[o]}", "L", value);
    json_t *values = json_pack("{s:o}", ":v", value);
    struct expr_scope *scope = expr_scope_open(NULL, values, &error);
    struct expr *expr = expr_parse(scope, EXPR_UPDATE, "SET a.b = :v", &error);
    assert_non_null(expr);
    assert_false(expr_update(expr, item, &out, &error));
    assert_message(&error,
                   "Nesting Levels have exceeded supported limits: Attributes in the item have "
                   "nested levels beyond supported limit",
                   "depth");
    expr_free(expr);
    expr_scope_close(scope);
    json_decref(values);
    json_decref(item);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_syntax), cmocka_unit_test(test_checks), cmocka_unit_test(test_types),
        cmocka_unit_test(test_items),  cmocka_unit_test(test_depth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
