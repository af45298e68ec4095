/* SPDX-License-Identifier: Apache-2.0 */
/* The legacy conditional parameters. */
#include "legacy.h"
#include "support.h"

#define ITEM                                                                                       \
    "{'n':{'N':'5'},'s':{'S':'hello'},'ss':{'SS':['a','b']},'l':{'L':[{'N':'7'}]},'z':{'NULL':"    \
    "true}}"

static void test_filters(void **state)
{
    static const struct {
        const char *filter, *operation;
        bool result;
    } rows[] = {
        {"{}", NULL, true},
        {"{'n':{'ComparisonOperator':'EQ','AttributeValueList':[{'N':'5.0'}]}}", NULL, true},
        {"{'ss':{'ComparisonOperator':'EQ','AttributeValueList':[{'SS':['b','a']}]}}", NULL, true},
        {"{'n':{'ComparisonOperator':'NE','AttributeValueList':[{'S':'5'}]}}", NULL, true},
        {"{'x':{'ComparisonOperator':'NE','AttributeValueList':[{'S':'5'}]}}", NULL, true},
        {"{'n':{'ComparisonOperator':'LT','AttributeValueList':[{'N':'6'}]}}", NULL, true},
        {"{'n':{'ComparisonOperator':'LE','AttributeValueList':[{'N':'4'}]}}", NULL, false},
        {"{'n':{'ComparisonOperator':'GT','AttributeValueList':[{'N':'4'}]}}", NULL, true},
        {"{'n':{'ComparisonOperator':'GE','AttributeValueList':[{'S':'4'}]}}", NULL, false},
        {"{'n':{'ComparisonOperator':'BETWEEN','AttributeValueList':[{'N':'5'},{'N':'6'}]}}", NULL,
         true},
        {"{'s':{'ComparisonOperator':'BEGINS_WITH','AttributeValueList':[{'S':'he'}]}}", NULL,
         true},
        {"{'s':{'ComparisonOperator':'CONTAINS','AttributeValueList':[{'S':'ell'}]}}", NULL, true},
        {"{'l':{'ComparisonOperator':'CONTAINS','AttributeValueList':[{'N':'7'}]}}", NULL, true},
        {"{'s':{'ComparisonOperator':'NOT_CONTAINS','AttributeValueList':[{'S':'x'}]}}", NULL,
         true},
        {"{'x':{'ComparisonOperator':'NOT_CONTAINS','AttributeValueList':[{'S':'x'}]}}", NULL,
         false},
        {"{'z':{'ComparisonOperator':'NOT_NULL'}}", NULL, true},
        {"{'x':{'ComparisonOperator':'NULL','AttributeValueList':[]}}", NULL, true},
        {"{'n':{'ComparisonOperator':'IN','AttributeValueList':[{'N':'1'},{'N':'5'}]}}", NULL,
         true},
        {"{'n':{'ComparisonOperator':'NULL'},'s':{'ComparisonOperator':'NOT_NULL'}}", "OR", true},
        {"{'n':{'ComparisonOperator':'NULL'},'s':{'ComparisonOperator':'NOT_NULL'}}", "AND", false},
        {"{'n':{'ComparisonOperator':'NULL'},'s':{'ComparisonOperator':'NOT_NULL'}}", NULL, false},
    };
    json_t *item = load(ITEM);
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct expr_error error = {.kind = EXPR_ERROR_NONE};
        json_t *filter = load(rows[i].filter);
        struct expr *expr = legacy_filter(filter, rows[i].operation, &error);
        if (expr == NULL || expr_matches(expr, item) != rows[i].result)
            fail_msg("%s: %s", rows[i].filter, expr == NULL ? error.message : "wrong answer");
        expr_free(expr);
        json_decref(filter);
    }
    json_decref(item);
}

static void test_expected(void **state)
{
    static const struct {
        const char *expected;
        bool result;
    } rows[] = {
        {"{'n':{'Value':{'N':'5'}}}", true},
        {"{'n':{'Exists':true,'Value':{'N':'6'}}}", false},
        {"{'n':{'Exists':false}}", false},
        {"{'x':{'Exists':false}}", true},
        {"{'n':{'ComparisonOperator':'LT','Value':{'N':'6'}}}", true},
        {"{'n':{'ComparisonOperator':'IN','AttributeValueList':[{'N':'5'}]}}", true},
        {"{'n':{'ComparisonOperator':'NOT_NULL'}}", true},
    };
    json_t *item = load(ITEM);
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct expr_error error = {.kind = EXPR_ERROR_NONE};
        json_t *expected = load(rows[i].expected);
        struct expr *expr = legacy_expected(expected, NULL, &error);
        if (expr == NULL || expr_matches(expr, item) != rows[i].result)
            fail_msg("%s: %s", rows[i].expected, expr == NULL ? error.message : "wrong answer");
        expr_free(expr);
        json_decref(expected);
    }
    json_decref(item);
}

#define INVALID "One or more parameter values were invalid: "

static void test_refused_conditions(void **state)
{
    static const struct {
        const char *expected, *operation, *message;
    } rows[] = {
        {"{'a':{}}", NULL, INVALID "Value must be provided when Exists is null for Attribute: a"},
        {"{'a':{'Exists':true}}", NULL,
         INVALID "Value must be provided when Exists is true for Attribute: a"},
        {"{'a':{'Exists':false,'Value':{'S':'a'}}}", NULL,
         INVALID "Value cannot be used when Exists is false for Attribute: a"},
        {"{'a':{'Value':{'S':'a'},'AttributeValueList':[]}}", NULL,
         INVALID "Value and AttributeValueList cannot be used together for Attribute: a"},
        {"{'a':{'Exists':true,'ComparisonOperator':'EQ'}}", NULL,
         INVALID "Exists and ComparisonOperator cannot be used together for Attribute: a"},
        {"{'a':{'AttributeValueList':[{'S':'a'}]}}", NULL,
         INVALID "AttributeValueList can only be used with a ComparisonOperator for Attribute: a"},
        {"{'a':{'ComparisonOperator':'EQ'}}", NULL,
         INVALID "Value or AttributeValueList must be used with ComparisonOperator: EQ for "
                 "Attribute: a"},
        {"{'a':{'ComparisonOperator':'EQ','AttributeValueList':[]}}", NULL,
         INVALID "Invalid number of argument(s) for the EQ ComparisonOperator"},
        {"{'a':{'ComparisonOperator':'NULL','Value':{'S':'a'}}}", NULL,
         INVALID "Invalid number of argument(s) for the NULL ComparisonOperator"},
        {"{'a':{'ComparisonOperator':'IN','AttributeValueList':[{'S':'a'},{'N':'1'}]}}", NULL,
         INVALID "AttributeValues inside AttributeValueList must be of same type"},
        {"{'a':{'ComparisonOperator':'LT','AttributeValueList':[{'L':[]}]}}", NULL,
         INVALID "ComparisonOperator LT is not valid for L AttributeValue type"},
        {"{'a':{'ComparisonOperator':'BEGINS_WITH','AttributeValueList':[{'N':'1'}]}}", NULL,
         INVALID "ComparisonOperator BEGINS_WITH is not valid for N AttributeValue type"},
        {"{'a':{'ComparisonOperator':'BETWEEN','AttributeValueList':[{'N':'2'},{'N':'1'}]}}", NULL,
         "The BETWEEN condition was provided a range where the lower bound is greater than the "
         "upper bound"},
        {"{'a':{'ComparisonOperator':'EQ','AttributeValueList':[{'N':'x'}]}}", NULL,
         "The parameter cannot be converted to a numeric value: x"},
        {"{}", "AND", "ConditionalOperator cannot be used without Filter or Expected"},
        {"{'a':{'Exists':false}}", "OR",
         "ConditionalOperator can only be used when Filter or Expected has two or more elements"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct expr_error error = {.kind = EXPR_ERROR_NONE};
        json_t *expected = load(rows[i].expected);
        assert_null(legacy_expected(expected, rows[i].operation, &error));
        assert_message(&error, rows[i].message, rows[i].expected);
        json_decref(expected);
    }
}

static void test_key_conditions(void **state)
{
    static const struct expr_key_schema keys = {{{"p", VALUE_S}, {"c", VALUE_N}}, 1, 2};
    struct expr_key_query query;
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    json_t *conditions =
        load("{'p':{'ComparisonOperator':'EQ','AttributeValueList':[{'S':'x'}]},"
             "'c':{'ComparisonOperator':'BETWEEN','AttributeValueList':[{'N':'1'},{'N':'2'}]}}");
    (void)state;
    struct expr *expr = legacy_key_conditions(conditions, &error);
    assert_non_null(expr);
    assert_true(expr_key_query(expr, &keys, &query, &error));
    assert_int_equal(query.op, EXPR_RANGE_BETWEEN);
    assert_json(json_incref((json_t *)(uintptr_t)query.high), "{'N':'2'}", "high");
    expr_free(expr);
    json_decref(conditions);
    conditions = load("{'p':{'ComparisonOperator':'NE','AttributeValueList':[{'S':'x'}]}}");
    expr = legacy_key_conditions(conditions, &error);
    assert_non_null(expr);
    assert_false(expr_key_query(expr, &keys, &query, &error));
    assert_message(&error, "Attempted conditional constraint is not an indexable operation", "NE");
    expr_free(expr);
    json_decref(conditions);
    conditions = load("{}");
    assert_null(legacy_key_conditions(conditions, &error));
    assert_message(&error, "Conditions can be of length 1 or 2 only", "none");
    json_decref(conditions);
}

static void test_updates(void **state)
{
    static const struct {
        const char *updates, *result, *message; /* one of the two */
    } rows[] = {
        {"{}", ITEM, NULL},
        {"{'n':{'Action':'PUT','Value':{'S':'x'}},'s':{'Action':'DELETE'},'l':{'Action':'DELETE'},"
         "'z':{'Action':'DELETE'},'ss':{'Action':'DELETE','Value':{'SS':['a']}}}",
         "{'n':{'S':'x'},'ss':{'SS':['b']}}", NULL},
        {"{'n':{'Action':'ADD','Value':{'N':'1'}},'l':{'Action':'ADD','Value':{'L':[{'N':'8'}]}},"
         "'s':{'Value':{'N':'1'}},'z':{'Action':'DELETE'},"
         "'ss':{'Action':'ADD','Value':{'SS':['a','c']}}}",
         "{'n':{'N':'6'},'l':{'L':[{'N':'7'},{'N':'8'}]},'s':{'N':'1'},'ss':{'SS':['a','b','c']}}",
         NULL},
        {"{'s':{'Action':'ADD','Value':{'N':'1'}}}", NULL, "Type mismatch for attribute to update"},
        {"{'n':{'Action':'DELETE','Value':{'SS':['a']}}}", NULL,
         "Type mismatch for attribute to update"},
        {"{'n':{'Action':'PUT'}}", NULL,
         INVALID "Only DELETE action is allowed when no attribute value is specified"},
        {"{'n':{'Action':'DELETE','Value':{'N':'1'}}}", NULL,
         INVALID "DELETE action with value is not supported for the type N"},
        {"{'n':{'Action':'ADD','Value':{'S':'1'}}}", NULL,
         INVALID "ADD action is not supported for the type S"},
    };
    json_t *item = load(ITEM);
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct expr_error error = {.kind = EXPR_ERROR_NONE};
        struct expr_updated out;
        json_t *updates = load(rows[i].updates);
        struct expr *expr = legacy_attribute_updates(updates, &error);
        if (expr != NULL && expr_update(expr, item, &out, &error)) {
            assert_non_null(rows[i].result);
            assert_true(expr_creates(expr));
            assert_json(json_incref(out.item), rows[i].result, rows[i].updates);
            expr_updated_clear(&out);
        } else {
            assert_non_null(rows[i].message);
            assert_message(&error, rows[i].message, rows[i].updates);
        }
        expr_free(expr);
        json_decref(updates);
    }
    json_decref(item);
}

static void test_attributes_to_get(void **state)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    json_t *item = load(ITEM), *names = load("['n','x','s']");
    (void)state;
    struct expr *expr = legacy_attributes_to_get(names, &error);
    assert_non_null(expr);
    assert_json(expr_project(expr, item), "{'n':{'N':'5'},'s':{'S':'hello'}}", "names");
    expr_free(expr);
    json_decref(names);
    names = load("['n','s','n']");
    assert_null(legacy_attributes_to_get(names, &error));
    assert_message(&error, INVALID "Duplicate value in attribute name: n", "twice");
    json_decref(names);
    json_decref(item);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_filters),
        cmocka_unit_test(test_expected),
        cmocka_unit_test(test_refused_conditions),
        cmocka_unit_test(test_key_conditions),
        cmocka_unit_test(test_updates),
        cmocka_unit_test(test_attributes_to_get),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
