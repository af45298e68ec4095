/* SPDX-License-Identifier: Apache-2.0 */
/* ExpressionAttributeNames and ExpressionAttributeValues. */
#include <string.h>

#include "support.h"

#define EAN "ExpressionAttributeNames "
#define EAV "ExpressionAttributeValues "

static void test_refused(void **state)
{
    static const struct {
        const char *names, *values, *message;
    } rows[] = {
        {"{}", NULL, EAN "must not be empty"},
        {NULL, "{}", EAV "must not be empty"},
        {"{}", "{}", EAN "must not be empty"},
        {"{'a':'a'}", "{}", EAN "contains invalid key: Syntax error; key: \"a\""},
        {"{'#':'a'}", NULL, EAN "contains invalid key: Syntax error; key: \"#\""},
        {"{'#a-b':'a'}", NULL, EAN "contains invalid key: Syntax error; key: \"#a-b\""},
        {"{'#a':''}", NULL, EAN "contains invalid value: Empty attribute name for key #a"},
        {NULL, "{'b':{'S':'a'}}", EAV "contains invalid key: Syntax error; key: \"b\""},
        {NULL, "{':b':{'a':''},'b':{'S':'a'}}",
         EAV "contains invalid key: Syntax error; key: \"b\""},
        {NULL, "{':b':{}}",
         EAV "contains invalid value: Supplied AttributeValue is empty, must contain exactly one "
             "of the supported datatypes for key :b"},
        {NULL, "{':b':{'NS':['1','b']}}",
         EAV "contains invalid value: The parameter cannot be converted to a numeric value: b for "
             "key :b"},
        {NULL, "{':b':{'SS':[]}}",
         EAV "contains invalid value: One or more parameter values were invalid: An string set  "
             "may not be empty for key :b"},
        {NULL, "{':b':{'S':'a','N':'1'}}",
         EAV "contains invalid value: Supplied AttributeValue has more than one datatypes set, "
             "must contain exactly one of the supported datatypes for key :b"},
        {NULL, "{':b':{'N':123}}", "NUMBER_VALUE cannot be converted to String"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct expr_error error = {.kind = EXPR_ERROR_NONE};
        json_t *names = load(rows[i].names), *values = load(rows[i].values);
        assert_null(expr_scope_open(names, values, &error));
        assert_message(&error, rows[i].message, rows[i].message);
        json_decref(names);
        json_decref(values);
    }
}

static void test_unused(void **state)
{
    static const struct {
        enum expr_kind kind;
        const char *text, *names, *values, *message;
    } rows[] = {
        {EXPR_PROJECTION, "#a", "{'#a':'x','#b':'y'}", NULL,
         "Value provided in ExpressionAttributeNames unused in expressions: keys: {#b}"},
        {EXPR_CONDITION, "a = :a", NULL, "{':a':{'S':'x'},':b':{'S':'y'}}",
         "Value provided in ExpressionAttributeValues unused in expressions: keys: {:b}"},
        {EXPR_UPDATE, "remove a", "{'#a':'x','#b':'y'}", NULL,
         "Value provided in ExpressionAttributeNames unused in expressions: keys: {#a, #b}"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct expr_error error = {.kind = EXPR_ERROR_NONE};
        assert_null(parse_with(rows[i].kind, rows[i].text, rows[i].names, rows[i].values, &error));
        assert_message(&error, rows[i].message, rows[i].text);
    }
}

/* Two expressions of one request use the placeholders together; the second outlives the scope. */
static void test_shared(void **state)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    json_t *names = load("{'#a':'x','#b':'y'}"), *values = load("{':a':{'N':'1.0'}}");
    struct expr_scope *scope = expr_scope_open(names, values, &error);
    (void)state;
    assert_non_null(scope);
    struct expr *update = expr_parse(scope, EXPR_UPDATE, "SET #a = :a", &error);
    assert_non_null(update);
    assert_false(expr_scope_all_used(scope, &error));
    struct expr *condition = expr_parse(scope, EXPR_CONDITION, "#b = :a", &error);
    assert_non_null(condition);
    assert_true(expr_scope_all_used(scope, &error));
    expr_scope_close(scope);
    json_decref(names);
    json_decref(values);
    json_t *item = load("{'y':{'N':'1'}}");
    assert_true(expr_matches(condition, item));
    json_decref(item);
    expr_free(update);
    expr_free(condition);
}

static void test_long_placeholder(void **state)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    char key[300] = "#";
    (void)state;
    memset(key + 1, 'a', 255);
    json_t *names = json_pack("{s:s}", key, "x");
    assert_null(expr_scope_open(names, NULL, &error));
    assert_message(&error,
                   EAN "contains invalid key: The expression attribute map contains a key that is "
                       "too long; size of key: 256",
                   "256 bytes");
    json_decref(names);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_unused),
        cmocka_unit_test(test_shared),
        cmocka_unit_test(test_long_placeholder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
