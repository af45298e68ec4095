/* SPDX-License-Identifier: Apache-2.0 */
/* Key conditions against a schema; key attributes in updates and filters. */
#include <string.h>

#include "support.h"

static const struct expr_key_schema table = {{{"p", VALUE_S}, {"c", VALUE_N}}, 1, 2};
static const struct expr_key_schema strings = {{{"p", VALUE_S}, {"c", VALUE_S}}, 1, 2};
static const struct expr_key_schema hash_only = {{{"p", VALUE_S}}, 1, 1};

#define N1   "':p':{'S':'x'},':v':{'N':'1'}"
#define VALS "{" N1 "}"

static void test_read(void **state)
{
    static const struct {
        const char *text, *values;
        enum expr_range_op op;
        const char *low, *high;
        const struct expr_key_schema *keys;
    } rows[] = {
        {"p = :p", "{':p':{'S':'x'}}", EXPR_RANGE_ALL, NULL, NULL, &table},
        {"p = :p", "{':p':{'S':'x'}}", EXPR_RANGE_ALL, NULL, NULL, &hash_only},
        {":p = p", "{':p':{'S':'x'}}", EXPR_RANGE_ALL, NULL, NULL, &hash_only},
        {"p = :p AND c = :v", VALS, EXPR_RANGE_EQ, "{'N':'1'}", NULL, &table},
        {"c < :v AND p = :p", VALS, EXPR_RANGE_LT, "{'N':'1'}", NULL, &table},
        {"p = :p AND :v < c", VALS, EXPR_RANGE_GT, "{'N':'1'}", NULL, &table},
        {"p = :p AND :v <= c", VALS, EXPR_RANGE_GE, "{'N':'1'}", NULL, &table},
        {"p = :p AND :v > c", VALS, EXPR_RANGE_LT, "{'N':'1'}", NULL, &table},
        {"p = :p AND :v >= c", VALS, EXPR_RANGE_LE, "{'N':'1'}", NULL, &table},
        {"p = :p AND c <= :v", VALS, EXPR_RANGE_LE, "{'N':'1'}", NULL, &table},
        {"p = :p AND c > :v", VALS, EXPR_RANGE_GT, "{'N':'1'}", NULL, &table},
        {"(p = :p) AND (c >= :v)", VALS, EXPR_RANGE_GE, "{'N':'1'}", NULL, &table},
        {"(p = :p AND c between :v and :w)", "{" N1 ",':w':{'N':'2'}}", EXPR_RANGE_BETWEEN,
         "{'N':'1'}", "{'N':'2'}", &table},
        {"p = :p AND begins_with(c, :w)", "{':p':{'S':'x'},':w':{'S':'a'}}", EXPR_RANGE_BEGINS_WITH,
         "{'S':'a'}", NULL, &strings},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct expr_key_query query;
        struct expr_error error = {.kind = EXPR_ERROR_NONE};
        struct expr *expr = must_parse(EXPR_KEY_CONDITION, rows[i].text, NULL, rows[i].values);
        assert_true(expr_check_key_condition(expr, false, &error));
        if (!expr_key_query(expr, rows[i].keys, &query, &error))
            fail_msg("%s: %s", rows[i].text, error.message);
        assert_json(json_incref((json_t *)(uintptr_t)query.hash[0]), "{'S':'x'}", rows[i].text);
        assert_int_equal(query.op, rows[i].op);
        assert_int_equal(query.low != NULL, rows[i].low != NULL);
        assert_int_equal(query.high != NULL, rows[i].high != NULL);
        if (query.low != NULL)
            assert_json(json_incref((json_t *)(uintptr_t)query.low), rows[i].low, rows[i].text);
        if (query.high != NULL)
            assert_json(json_incref((json_t *)(uintptr_t)query.high), rows[i].high, rows[i].text);
        expr_free(expr);
    }
}

#define OPERATOR "Invalid operator used in KeyConditionExpression: "
#define SHAPE    "Invalid condition in KeyConditionExpression: "
#define AB       "{':a':{'S':'1'},':b':{'S':'1'}}"
#define A        "{':a':{'S':'1'}}"

static void test_shape(void **state)
{
    static const struct {
        const char *text, *values, *message;
    } rows[] = {
        {"attribute_type(a, :a)", "{':a':{'S':'S'}}", OPERATOR "attribute_type"},
        {"a > b and size(b) > c or a > c", NULL, OPERATOR "OR"},
        {"a in (b, size(c), d)", NULL, OPERATOR "IN"},
        {"attribute_exists(a)", NULL, OPERATOR "attribute_exists"},
        {"contains(a.d, b)", NULL, OPERATOR "contains"},
        {"not a > b", NULL, OPERATOR "NOT"},
        {"a <> b", NULL, OPERATOR "<>"},
        {":a between size(b) and size(a) and b > :b", AB,
         SHAPE "BETWEEN operator must have the key attribute as its first operand"},
        {"begins_with(:a, b) and a > :b", AB,
         SHAPE "begins_with operator must have the key attribute as its first operand"},
        {"size(b) > a AND a.b > b AND b > c", NULL,
         "KeyConditionExpressions cannot contain nested operations"},
        {"a > size(b.d)", NULL, "KeyConditionExpressions cannot contain nested operations"},
        {"b > a.b", NULL, SHAPE "Multiple attribute names used in one condition"},
        {"a between b and size(a)", NULL, SHAPE "Multiple attribute names used in one condition"},
        {"begins_with(a, b)", NULL, SHAPE "Multiple attribute names used in one condition"},
        {"b.d > a AND c.d > e.f", NULL,
         "KeyConditionExpressions cannot have conditions on nested attributes"},
        {"b[0] > a", NULL, "KeyConditionExpressions cannot have conditions on nested attributes"},
        {":b > :a AND a < :b", AB, SHAPE "No key attribute specified"},
        {"b > :a AND b < :a and c = :a and d = :a", A,
         "Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition "
         "per key"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct expr_error error = {EXPR_ERROR_NONE, ""};
        struct expr *expr = must_parse(EXPR_KEY_CONDITION, rows[i].text, NULL, rows[i].values);
        assert_false(expr_check_key_condition(expr, false, &error));
        assert_message(&error, rows[i].message, rows[i].text);
        expr_free(expr);
    }
}

#define UNSUPPORTED "Query key condition not supported"
#define MISMATCH                                                                                   \
    "One or more parameter values were invalid: Condition parameter type does not match schema "   \
    "type"

static void test_schema(void **state)
{
    static const struct {
        const char *text, *values;
        const struct expr_key_schema *keys;
        const char *message;
    } rows[] = {
        {"z = :a", A, &table, "Query condition missed key schema element: p"},
        {"c = :a", "{':a':{'N':'1'}}", &table, "Query condition missed key schema element: p"},
        {"p = :a AND z = :a", A, &table, "Query condition missed key schema element: c"},
        {"p = :a AND z = :a", A, &hash_only, UNSUPPORTED},
        {"p > :a", A, &table, UNSUPPORTED},
        {":a >= p", A, &table, UNSUPPORTED},
        {"begins_with(p, :a)", A, &table, UNSUPPORTED},
        {"p between :a and :a", A, &hash_only, UNSUPPORTED},
        {"p = :a", "{':a':{'N':'1'}}", &table, MISMATCH},
        {":a > p", "{':a':{'N':'1'}}", &table, MISMATCH},
        {"p = :a AND c = :a", A, &table, MISMATCH},
        {"p = :a AND begins_with(c, :a)", A, &table, MISMATCH},
        {"p = :a", "{':a':{'S':''}}", &table,
         "One or more parameter values are not valid. The AttributeValue for a key attribute "
         "cannot contain an empty string value. Key: p"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct expr_error error = {EXPR_ERROR_NONE, ""};
        struct expr_key_query query;
        struct expr *expr = must_parse(EXPR_KEY_CONDITION, rows[i].text, NULL, rows[i].values);
        assert_false(expr_key_query(expr, rows[i].keys, &query, &error));
        assert_message(&error, rows[i].message, rows[i].text);
        expr_free(expr);
    }
}

static void test_parse_errors(void **state)
{
    static const struct {
        const char *text, *values, *message;
    } rows[] = {
        {"", NULL, "Invalid KeyConditionExpression: The expression can not be empty;"},
        {"dog(p, :a)", A, "Invalid KeyConditionExpression: Invalid function name; function: dog"},
        {"begins_with(c, :a)", "{':a':{'N':'1'}}",
         "Invalid KeyConditionExpression: Incorrect operand type for operator or function; "
         "operator "
         "or function: begins_with, operand type: N"},
        {"((c=:a) AND ((p=:a)))", A,
         "Invalid KeyConditionExpression: The expression has redundant parentheses;"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct expr_error error = {.kind = EXPR_ERROR_NONE};
        assert_null(parse_with(EXPR_KEY_CONDITION, rows[i].text, NULL, rows[i].values, &error));
        assert_message(&error, rows[i].message, rows[i].text);
    }
}

static void test_key_attributes(void **state)
{
    static const struct {
        enum expr_kind kind;
        const char *text, *names, *message; /* NULL: allowed */
    } rows[] = {
        {EXPR_UPDATE, "SET a = p", NULL, NULL},
        {EXPR_UPDATE, "SET p = a", NULL,
         "One or more parameter values were invalid: Cannot update attribute p. This attribute is "
         "part of the key"},
        {EXPR_UPDATE, "REMOVE a, #x", "{'#x':'c'}",
         "One or more parameter values were invalid: Cannot update attribute c. This attribute is "
         "part of the key"},
        {EXPR_FILTER, "a.p = b", NULL, NULL},
        {EXPR_FILTER, "a = b OR NOT attribute_exists(c)", NULL,
         "Filter Expression can only contain non-primary key attributes: Primary key attribute: c"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct expr_error error = {EXPR_ERROR_NONE, ""};
        struct expr *expr = must_parse(rows[i].kind, rows[i].text, rows[i].names, NULL);
        bool allowed = rows[i].kind == EXPR_UPDATE ? expr_check_update_keys(expr, &table, &error)
                                                   : expr_check_filter_keys(expr, &table, &error);
        assert_int_equal(allowed, rows[i].message == NULL);
        if (!allowed)
            assert_message(&error, rows[i].message, rows[i].text);
        expr_free(expr);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read),           cmocka_unit_test(test_shape),
        cmocka_unit_test(test_schema),         cmocka_unit_test(test_parse_errors),
        cmocka_unit_test(test_key_attributes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
