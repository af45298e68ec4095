/* SPDX-License-Identifier: Apache-2.0 */
/* AWS::LanguageExtensions: loops, names that are functions, policies. */
#include "planned.h"

#define LOOP EXTENDED "Resources:\n  Fn::ForEach::Things:\n    - X\n"
#define NAMED                                                                                      \
    "    - 'R${X}': {Type: Test::One::Thing, Properties: {Name: '&{X}-${X}', Names: [!Ref X]}}\n"

static void check_loop(const char *text, const char *given, const char *expected)
{
    struct plan plan;
    assert_int_equal(make(&plan, text, given), 0);
    assert_json(json_incref(json_object_get(plan.template.root, "Resources")), expected);
    plan_free(&plan);
}

static void loops(void **state)
{
    (void)state;
    check_loop(LOOP "    - [a, b]\n" NAMED, NULL,
               "{'Ra':{'Properties':{'Name':'a-a','Names':['a']},'Type':'Test::One::Thing'},"
               "'Rb':{'Properties':{'Name':'b-b','Names':['b']},'Type':'Test::One::Thing'}}");
    check_loop(LOOP
               "    - !Ref L\n    - 'R&{X}': {Type: Test::One::Thing, Properties: {Name: '&{X}'}}\n"
               "Parameters: {L: {Type: CommaDelimitedList, Default: 'a.1'}}\n",
               NULL, "{'Ra1':{'Properties':{'Name':'a1'},'Type':'Test::One::Thing'}}");
    check_loop(
        LOOP "    - !FindInMap [M, k, l]\n    - Fn::ForEach::Inner:\n      - Y\n      - [1]\n"
             "      - 'R${X}${Y}': {Type: Test::One::Thing, DependsOn: 'S${X}'}\n"
             "      'S${X}': {Type: Test::One::Thing}\nMappings: {M: {k: {l: [a]}}}\n",
        NULL,
        "{'Ra1':{'DependsOn':'Sa','Type':'Test::One::Thing'},'Sa':{'Type':'Test::One::Thing'}}");
}

static void loops_within(void **state)
{
    (void)state;
    check_loop(EXTENDED ANY "{Fn::ForEach::P: [X, [a, b], {'K${X}': !Sub '${X}'}], Z: 1}", NULL,
               "{'R':{'Properties':{'Any':{'Ka':{'Fn::Sub':'a'},'Kb':{'Fn::Sub':'b'},'Z':1}},"
               "'Type':'Test::One::Thing'}}");
    check_loop(EXTENDED ANY "{Ref: !Sub '${P}b'}\n  Rb: {Type: Test::One::Thing}\n"
                            "Parameters: {P: {Type: String, Default: R}}\n",
               NULL,
               "{'R':{'Properties':{'Any':{'Ref':'Rb'}},'Type':'Test::One::Thing'},"
               "'Rb':{'Type':'Test::One::Thing'}}");
    struct plan plan;
    assert_int_equal(make(&plan,
                          EXTENDED ANY
                          "1\nConditions: {Fn::ForEach::C: [X, [a, b], {'Is${X}': !Equals [!Ref X, "
                          "a]}]}\nOutputs: {Fn::ForEach::O: [X, [R], {'Of${X}': {Value: !GetAtt "
                          "[!Sub '${X}', Arn]}}]}\n",
                          NULL),
                     0);
    assert_json(json_incref(plan.conditions), "{'Isa':true,'Isb':false}");
    plan_free(&plan);
}

static void wrong_loops(void **state)
{
    (void)state;
    check_problem(LOOP "    - [a]\n    - R: {Type: Test::One::Thing}\n", NULL,
                  "the key R must have ${X} or &{X} in it");
    check_problem(LOOP "    - [a, a]\n" NAMED, NULL, "Fn::ForEach::Things makes Ra twice");
    check_problem(LOOP "    - !Ref L\n" NAMED "Parameters: {L: {Type: String, Default: a}}\n", NULL,
                  "the collection must be a list of strings");
    check_problem(LOOP "    - [a]\n", NULL,
                  "must be a list of an identifier, a collection and a map");
    check_problem(LOOP "    - [a]\n    - 'R${X}': text\n", NULL,
                  "[/Resources/Ra] resource definition is malformed");
    check_problem("Resources: {Fn::ForEach::L: [X, [a], {'R${X}': {Type: Test::One::Thing}}]}\n",
                  NULL, "Fn::ForEach::L requires the transform AWS::LanguageExtensions");
    check_problem(EXTENDED
                  "Resources: {L: {Type: Test::One::Thing}, Fn::ForEach::L: [X, [a], {'R${X}': "
                  "{Type: Test::One::Thing}}]}\n",
                  NULL, "the name of the loop Fn::ForEach::L is not unique");
#define IN(n, inner) "{Fn::ForEach::L" #n ": [X" #n ", [a], " inner "]}"
    check_problem(EXTENDED ANY IN(1, IN(2, IN(3, IN(4, IN(5, IN(6, "{'${X6}': 1}")))))), NULL,
                  "loops are nested at most 5 deep");
#define TEN          "[a, b, c, d, e, f, g, h, i, j]"
#define OF(n, inner) "{Fn::ForEach::L" #n ": [X" #n ", " TEN ", " inner "]}"
    check_problem(
        EXTENDED ANY OF(1, OF(2, OF(3, OF(4, OF(5, "{'${X1}${X2}${X3}${X4}${X5}': [1]}"))))), NULL,
        "the template is too large once its loops are expanded");
}

static void policies(void **state)
{
    (void)state;
#define POLICY    "Resources: {R: {Type: Test::One::Thing, DeletionPolicy: !Ref P}}\n" PARAMETER
#define PARAMETER "Parameters: {P: {Type: String, Default: Retain}}\n"
    struct plan plan;
    assert_int_equal(make(&plan, EXTENDED POLICY, NULL), 0);
    assert_string_equal(
        json_string_value(json_object_get(json_object_get(plan.resources, "R"), "DeletionPolicy")),
        "Retain");
    plan_free(&plan);
    check_problem(POLICY, NULL, "Every DeletionPolicy member must be a string.");
    assert_int_equal(
        make(&plan,
             "Conditions: {C: !Equals [a, a]}\n"
             "Resources: {R: {Type: Test::One::Thing, DeletionPolicy: !If [C, Retain, Delete]}}\n",
             NULL),
        0);
    plan_free(&plan);
    check_problem(EXTENDED POLICY, "{\"P\":\"Keep\"}",
                  "Unrecognized DeletionPolicy Keep for resource R");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(loops), cmocka_unit_test(loops_within),
                                       cmocka_unit_test(wrong_loops), cmocka_unit_test(policies)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
