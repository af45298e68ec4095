/* SPDX-License-Identifier: Apache-2.0 */
/* Projections: what they copy, what AWS refuses. */
#include "support.h"

#define ITEM                                                                                       \
    "{'a':{'M':{'b':{'L':[{'N':'2'},{'N':'4'},{'M':{'x':{'S':'hi'},'y':{'S':'yo'}}}]},"            \
    "'c':{'N':'5'}}},'b':{'S':'hello'},'a.b':{'S':'dotted'}}"

static void test_copies(void **state)
{
    static const struct {
        const char *text, *names, *result;
    } rows[] = {
        {"b", NULL, "{'b':{'S':'hello'}}"},
        {" b , x ", NULL, "{'b':{'S':'hello'}}"},
        {"x", NULL, "{}"},
        {"a.b[0]", NULL, "{'a':{'M':{'b':{'L':[{'N':'2'}]}}}}"},
        {"a.b[2].y", NULL, "{'a':{'M':{'b':{'L':[{'M':{'y':{'S':'yo'}}}]}}}}"},
        {"a.b[3]", NULL, "{}"},
        {"a.x.y", NULL, "{}"},
        {"a.b[3].x", NULL, "{}"},
        {"a.b.x", NULL, "{}"},
        {"a[0]", NULL, "{}"},
        {"a.b[0].x", NULL, "{}"},
        {"a.b[0][0]", NULL, "{}"},
        {"a.b[1],a.b[0]", NULL, "{'a':{'M':{'b':{'L':[{'N':'2'},{'N':'4'}]}}}}"},
        {"a.b[0],a.c", NULL, "{'a':{'M':{'b':{'L':[{'N':'2'}]},'c':{'N':'5'}}}}"},
        {"a.c,b", NULL, "{'a':{'M':{'c':{'N':'5'}}},'b':{'S':'hello'}}"},
        {"a.x, a.b[0], x, a.b[3].x", NULL, "{'a':{'M':{'b':{'L':[{'N':'2'}]}}}}"},
        {"#n", "{'#n':'a.b'}", "{'a.b':{'S':'dotted'}}"},
        {"#a.#c", "{'#a':'a','#c':'c'}", "{'a':{'M':{'c':{'N':'5'}}}}"},
    };
    json_t *item = load(ITEM);
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct expr *expr = must_parse(EXPR_PROJECTION, rows[i].text, rows[i].names, NULL);
        assert_json(expr_project(expr, item), rows[i].result, rows[i].text);
        expr_free(expr);
    }
    json_decref(item);
}

#define PROJECTION "Invalid ProjectionExpression: "

static void test_refused(void **state)
{
    static const struct {
        const char *text, *message;
    } rows[] = {
        {"", PROJECTION "The expression can not be empty;"},
        {"!!!", PROJECTION "Syntax error; token: \"!\", near: \"!!\""},
        {"a b", PROJECTION "Syntax error; token: \"b\", near: \"a b\""},
        {"a,", PROJECTION "Syntax error; token: \"<EOF>\", near: \",\""},
        {",a", PROJECTION "Syntax error; token: \",\", near: \",a\""},
        {"a,,b", PROJECTION "Syntax error; token: \",\", near: \",,b\""},
        {"a.size", PROJECTION "Attribute name is a reserved keyword; reserved keyword: size"},
        {"and", PROJECTION "Attribute name is a reserved keyword; reserved keyword: and"},
        {"#a", PROJECTION "An expression attribute name used in the document path is not defined; "
                          "attribute name: #a"},
        {"a,a", PROJECTION "Two document paths overlap with each other; must remove or rewrite one "
                           "of these paths; path one: [a], path two: [a]"},
        {"a,a.b[0]", PROJECTION "Two document paths overlap with each other; must remove or "
                                "rewrite one of these paths; path one: [a], path two: [a, b, [0]]"},
        {"a.b, a[1]",
         PROJECTION "Two document paths conflict with each other; must remove or "
                    "rewrite one of these paths; path one: [a, b], path two: [a, [1]]"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct expr_error error = {.kind = EXPR_ERROR_NONE};
        assert_null(parse_with(EXPR_PROJECTION, rows[i].text, NULL, NULL, &error));
        assert_message(&error, rows[i].message, rows[i].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_copies),
        cmocka_unit_test(test_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
