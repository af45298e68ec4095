/* SPDX-License-Identifier: Apache-2.0 */
/* What definitions say, computed: choices, errors, times (Amazon States Language specification;
 * Step Functions Developer Guide). JSON stands in single quotes. */
#include <stdio.h>
#include <string.h>

#include "harness/json_quoted.h"

#include "asl/asl.h"

/* ---- Choice ---- */

#define INPUT                                                                                      \
    "{'s':'b','n':2,'r':2.5,'t':true,'f':false,'z':null,'d':'2024-02-29T12:00:00Z',"               \
    "'later':'2024-02-29T13:30:00+01:00','same':'2024-02-29T13:00:00+01:00','list':[1,2],"         \
    "'other':'a','two':2,'log':'a*b.zip'}"

enum { YES, NO, ERROR };

static int chosen(const char *rule)
{
    json_t *state = json_pack("{s:[o]}", "Choices", json_quoted(rule)), *input = json_quoted(INPUT);
    struct asl_error error = {.name = ""};
    struct asl_scope scope = {.input = input, .error = &error};
    int result = asl_choose(&scope, state) ? YES : NO;
    if (*error.name) {
        assert_string_equal(error.name, "States.Runtime");
        assert_int_equal(result, NO);
        result = ERROR;
    }
    asl_error_clear(&error);
    json_decref(state);
    json_decref(input);
    return result;
}

#define IF(variable, operator, operand)                                                            \
    "{'Variable':'$." variable "','" operator"':" operand ",'Next':'A'}"

static void comparisons(void **state)
{
    static const struct {
        const char *rule;
        int result;
    } all[] = {
        {IF("s", "StringEquals", "'b'"), YES},
        {IF("s", "StringEquals", "'B'"), NO},
        {IF("n", "StringEquals", "'2'"), NO}, /* of another type */
        {IF("s", "StringLessThan", "'c'"), YES},
        {IF("s", "StringLessThan", "'b'"), NO},
        {IF("s", "StringLessThanEquals", "'b'"), YES},
        {IF("s", "StringLessThanEquals", "'a'"), NO},
        {IF("s", "StringGreaterThan", "'a'"), YES},
        {IF("s", "StringGreaterThan", "'b'"), NO},
        {IF("s", "StringGreaterThanEquals", "'b'"), YES},
        {IF("s", "StringGreaterThanEquals", "'c'"), NO},
        {IF("s", "StringGreaterThanPath", "'$.other'"), YES},
        {IF("s", "StringLessThanPath", "'$.other'"), NO},
        {IF("n", "NumericEquals", "2"), YES},
        {IF("n", "NumericEquals", "2.0"), YES},
        {IF("s", "NumericEquals", "2"), NO},
        {IF("r", "NumericEquals", "2"), NO},
        {IF("r", "NumericGreaterThan", "2"), YES},
        {IF("n", "NumericGreaterThan", "2"), NO},
        {IF("n", "NumericGreaterThanEquals", "2"), YES},
        {IF("n", "NumericGreaterThanEquals", "2.1"), NO},
        {IF("n", "NumericLessThan", "2.5"), YES},
        {IF("n", "NumericLessThan", "2"), NO},
        {IF("n", "NumericLessThanEquals", "2"), YES},
        {IF("n", "NumericLessThanEquals", "1"), NO},
        {IF("n", "NumericEqualsPath", "'$.two'"), YES},
        {IF("n", "NumericEqualsPath", "'$.r'"), NO},
        {IF("n", "NumericEqualsPath", "'$.s'"), NO},
        {IF("t", "BooleanEquals", "true"), YES},
        {IF("t", "BooleanEquals", "false"), NO},
        {IF("f", "BooleanEquals", "false"), YES},
        {IF("z", "BooleanEquals", "false"), NO},
        {IF("t", "BooleanEqualsPath", "'$.t'"), YES},
        {IF("d", "TimestampEquals", "'2024-02-29T12:00:00Z'"), YES},
        {IF("d", "TimestampEquals", "'2024-02-29T12:00:00.001Z'"), NO},
        {IF("d", "TimestampEqualsPath", "'$.same'"), YES}, /* whatever the zone */
        {IF("d", "TimestampLessThanPath", "'$.later'"), YES},
        {IF("d", "TimestampLessThanPath", "'$.same'"), NO},
        {IF("d", "TimestampLessThanEqualsPath", "'$.same'"), YES},
        {IF("later", "TimestampGreaterThanPath", "'$.d'"), YES},
        {IF("d", "TimestampGreaterThanPath", "'$.later'"), NO},
        {IF("d", "TimestampGreaterThanEquals", "'2024-02-29T12:00:00Z'"), YES},
        {IF("s", "TimestampLessThan", "'2024-02-29T12:00:00Z'"), NO},
        {IF("log", "StringMatches", "'a*.zip'"), YES},
        {IF("log", "StringMatches", "'*.txt'"), NO},
        {IF("log", "StringMatches", "'a\\\\*b.zip'"), YES}, /* the star itself */
        {IF("s", "StringMatches", "'\\\\*'"), NO},
        {IF("s", "StringMatches", "'?'"), NO}, /* no wildcard here */
        {IF("n", "StringMatches", "'*'"), NO},
        {IF("gone", "StringEquals", "'b'"), ERROR},
        {IF("s", "StringEqualsPath", "'$.gone'"), ERROR},
        {IF("gone", "IsString", "true"), ERROR},
    };
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (chosen(all[i].rule) != all[i].result)
            fail_msg("%s: %d", all[i].rule, chosen(all[i].rule));
}

/* Each test on each type: which it holds for. */
static void tests_of_types(void **state)
{
    static const struct {
        const char *test, *holds;
    } all[] = {{"IsNull", " z "},
               {"IsString", " s d "},
               {"IsNumeric", " n r "},
               {"IsBoolean", " t f "},
               {"IsTimestamp", " d "}};
    static const char *const members[] = {"s", "n", "r", "t", "f", "z", "d", "list"};
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        for (size_t k = 0; k < sizeof members / sizeof *members; k++) {
            char rule[128], word[16];
            snprintf(word, sizeof word, " %s ", members[k]);
            bool holds = strstr(all[i].holds, word);
            snprintf(rule, sizeof rule, "{'Variable':'$.%s','%s':true}", members[k], all[i].test);
            assert_int_equal(chosen(rule), holds ? YES : NO);
            snprintf(rule, sizeof rule, "{'Variable':'$.%s','%s':false}", members[k], all[i].test);
            assert_int_equal(chosen(rule), holds ? NO : YES);
        }
    assert_int_equal(chosen(IF("gone", "IsPresent", "false")), YES);
    assert_int_equal(chosen(IF("gone", "IsPresent", "true")), NO);
    assert_int_equal(chosen(IF("z", "IsPresent", "true")), YES);
    assert_int_equal(chosen(IF("z", "IsPresent", "false")), NO);
}

#define T IF("t", "BooleanEquals", "true")
#define F IF("t", "BooleanEquals", "false")
#define E IF("gone", "BooleanEquals", "true")

static void rules_together(void **state)
{
    static const struct {
        const char *rule;
        int result;
    } all[] = {
        {"{'And':[" T "," T "]}", YES},
        {"{'And':[" T "," F "]}", NO},
        {"{'And':[" F "," T "]}", NO},
        {"{'Or':[" F "," T "]}", YES},
        {"{'Or':[" T "," F "]}", YES},
        {"{'Or':[" F "," F "]}", NO},
        {"{'Not':" F "}", YES},
        {"{'Not':" T "}", NO},
        {"{'Not':{'Or':[" F ",{'And':[" T ",{'Not':" F "}]}]}}", NO},
        {"{'Or':[" T "," E "]}", YES}, /* it is not looked at any more */
        {"{'And':[" F "," E "]}", NO},
        {"{'Or':[" E "," T "]}", ERROR},
        {"{'Not':" E "}", ERROR},
    };
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (chosen(all[i].rule) != all[i].result)
            fail_msg("%s: %d", all[i].rule, chosen(all[i].rule));
}

static void the_first_rule_counts(void **state)
{
    json_t *choice = json_quoted("{'Choices':[" F "," T ",{'Variable':'$.t','IsPresent':true}]}");
    json_t *input = json_quoted(INPUT);
    struct asl_error error = {.name = ""};
    struct asl_scope scope = {.input = input, .error = &error};
    (void)state;
    assert_ptr_equal(asl_choose(&scope, choice),
                     json_array_get(json_object_get(choice, "Choices"), 1));
    json_decref(choice);
    json_decref(input);
}

static void operands(void **state)
{
    static const struct {
        const char *name, *operand;
        enum asl_operator is;
    } all[] = {{"StringEquals", "'a'", ASL_OPERATOR},
               {"StringEquals", "1", ASL_BAD_OPERAND},
               {"StringEqualsPath", "'$.a'", ASL_OPERATOR},
               {"StringEqualsPath", "'a'", ASL_BAD_OPERAND},
               {"StringMatchesPath", "'$.a'", ASL_NO_OPERATOR},
               {"IsNullPath", "'$.a'", ASL_NO_OPERATOR},
               {"IsNull", "true", ASL_OPERATOR},
               {"IsNull", "'true'", ASL_BAD_OPERAND},
               {"NumericLessThan", "1.5", ASL_OPERATOR},
               {"NumericLessThan", "'1.5'", ASL_BAD_OPERAND},
               {"TimestampEquals", "'2024-02-29T12:00:00Z'", ASL_OPERATOR},
               {"TimestampEquals", "'yesterday'", ASL_BAD_OPERAND},
               {"BooleanEquals", "true", ASL_OPERATOR},
               {"BooleanLessThan", "true", ASL_NO_OPERATOR},
               {"String", "'a'", ASL_NO_OPERATOR},
               {"Next", "'a'", ASL_NO_OPERATOR}};
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        json_t *operand = json_quoted(all[i].operand);
        if (asl_operator_check(all[i].name, operand) != all[i].is)
            fail_msg("%s %s", all[i].name, all[i].operand);
        json_decref(operand);
    }
}

/* ---- errors ---- */

static void what_meets_an_error(void **state)
{
    static const struct {
        const char *list, *error;
        int place;
    } all[] = {
        {"[{'ErrorEquals':['A']},{'ErrorEquals':['B']}]", "B", 1},
        {"[{'ErrorEquals':['A','B']},{'ErrorEquals':['B']}]", "B", 0},
        {"[{'ErrorEquals':['A']},{'ErrorEquals':['States.ALL']}]", "A", 0},
        {"[{'ErrorEquals':['A']},{'ErrorEquals':['States.ALL']}]", "C", 1},
        {"[{'ErrorEquals':['A']}]", "a", -1},
        {"[{'ErrorEquals':['States.TaskFailed']}]", "Lambda.Unknown", 0},
        {"[{'ErrorEquals':['States.TaskFailed']}]", "States.Timeout", -1},
        {"[{'ErrorEquals':['States.TaskFailed']}]", "States.HeartbeatTimeout", -1},
        {"[{'ErrorEquals':['States.Timeout']}]", "States.HeartbeatTimeout", 0},
        {"[{'ErrorEquals':['States.HeartbeatTimeout']}]", "States.Timeout", -1},
        {"[{'ErrorEquals':['States.ALL']}]", "States.Timeout", 0},
        {"[{'ErrorEquals':['States.ALL']}]", "States.Runtime", -1},
        {"[{'ErrorEquals':['States.Runtime']}]", "States.Runtime", -1},
        {"[{'ErrorEquals':['States.ALL']}]", "States.DataLimitExceeded", -1},
        {"[{'ErrorEquals':['States.TaskFailed']}]", "States.DataLimitExceeded", -1},
        {"[{'ErrorEquals':['States.DataLimitExceeded']}]", "States.DataLimitExceeded", 0},
        {"[]", "A", -1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        json_t *list = json_quoted(all[i].list);
        if (asl_meets(list, all[i].error) != all[i].place)
            fail_msg("%s: %s", all[i].list, all[i].error);
        json_decref(list);
    }
    assert_int_equal(asl_meets(NULL, "A"), -1);
}

static void how_long_a_retry_waits(void **state)
{
    static const struct {
        const char *retrier;
        int attempt;
        double random;
        int64_t ms;
    } all[] = {
        {"{}", 0, 0.5, 1000}, /* 1 s, doubled, three times */
        {"{}", 1, 0.5, 2000},
        {"{}", 2, 0.5, 4000},
        {"{}", 3, 0.5, -1},
        {"{'MaxAttempts':0}", 0, 0.5, -1},
        {"{'MaxAttempts':1}", 0, 0.5, 1000},
        {"{'MaxAttempts':1}", 1, 0.5, -1},
        {"{'IntervalSeconds':3,'BackoffRate':1.5}", 0, 0.5, 3000},
        {"{'IntervalSeconds':3,'BackoffRate':1.5}", 2, 0.5, 6750},
        {"{'IntervalSeconds':3,'BackoffRate':1}", 2, 0.5, 3000},
        {"{'IntervalSeconds':10,'MaxDelaySeconds':15}", 0, 0.5, 10000},
        {"{'IntervalSeconds':10,'MaxDelaySeconds':15}", 1, 0.5, 15000},
        {"{'IntervalSeconds':10,'JitterStrategy':'NONE'}", 0, 0.5, 10000},
        {"{'IntervalSeconds':10,'JitterStrategy':'FULL'}", 0, 0.5, 5000},
        {"{'IntervalSeconds':10,'JitterStrategy':'FULL'}", 0, 0, 0},
        {"{'IntervalSeconds':10,'MaxDelaySeconds':15,'JitterStrategy':'FULL'}", 1, 0.2, 3000},
    };
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        json_t *retrier = json_quoted(all[i].retrier);
        if (asl_backoff(retrier, all[i].attempt, all[i].random) != all[i].ms)
            fail_msg("%s, %d", all[i].retrier, all[i].attempt);
        json_decref(retrier);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comparisons),
        cmocka_unit_test(tests_of_types),
        cmocka_unit_test(rules_together),
        cmocka_unit_test(the_first_rule_counts),
        cmocka_unit_test(operands),
        cmocka_unit_test(what_meets_an_error),
        cmocka_unit_test(how_long_a_retry_waits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
