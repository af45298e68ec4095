/* SPDX-License-Identifier: Apache-2.0 */
/* Templates judged as a whole: parameters, conditions, intrinsic functions, order, properties. */
#include "planned.h"

#include "template/value.h"

static json_t *there;

static void no_problems(void)
{
    char why[4096];
    problems_text(&problems, why, sizeof why);
    assert_string_equal(why, "");
}

/* What the properties of resource R become when the resources `there` are there. */
static void check_properties(const char *text, const char *given, const char *expected)
{
    struct plan plan;
    int failed = make(&plan, text, given);
    no_problems();
    assert_int_equal(failed, 0);
    struct plan_look look = {
        .cloud = &cloud, .resources = there, .exports = exports, .problems = &problems};
    json_t *properties = plan_properties(&plan, &look, "R");
    no_problems();
    assert_json(properties, expected);
    plan_free(&plan);
}

#define SECOND                                                                                     \
    "\n  S:\n    Type: Test::One::Thing\n    Condition: C\nConditions:\n  C: !Equals [a, a]\n  "   \
    "D: "                                                                                          \
    "!Not [!Condition C]\n"

static void references(void **state)
{
    (void)state;
    there = json_loads("{\"S\":{\"PhysicalResourceId\":\"s-1\",\"Attributes\":{\"Arn\":\"arn:s\","
                       "\"Endpoint.Port\":80}}}",
                       0, NULL);
    check_properties(ANY "[!Ref S, !GetAtt S.Arn, !GetAtt S.Endpoint.Port]" SECOND, NULL,
                     "{'Any':['s-1','arn:s',80]}");
    check_properties(ANY "{Fn::GetAtt: [S, !Ref P]}" SECOND
                         "Parameters:\n  P: {Type: String, Default: Arn}\n",
                     NULL, "{'Any':'arn:s'}");
    check_properties(ANY "!Sub '${S}/${S.Arn}/${AWS::Region}/${!Literal}/$x/${'" SECOND, NULL,
                     "{'Any':'s-1/arn:s/eu-west-1/${Literal}/$x/${'}");
    check_properties(ANY "!Sub ['${a}-${S}', {a: !Ref AWS::AccountId}]" SECOND, NULL,
                     "{'Any':'123456789012-s-1'}");
    check_properties(ANY "[!Ref AWS::StackName, !Ref AWS::Partition, !Ref AWS::URLSuffix, !Ref "
                         "AWS::NoValue, {a: !Ref AWS::NoValue}]",
                     NULL, "{'Any':['demo','aws','amazonaws.com',{}]}");
    json_decref(there);
    there = NULL;
}

static void functions(void **state)
{
    (void)state;
    check_properties(ANY "!Join [',', [a, 1, true, 1.5, !Ref AWS::NoValue]]", NULL,
                     "{'Any':'a,1,true,1.5'}");
    check_properties(ANY "!Split [',', 'a,,b']", NULL, "{'Any':['a','','b']}");
    check_properties(ANY "!Select ['1', !Split ['/', 'a/b/c']]", NULL, "{'Any':'b'}");
    check_properties(ANY "!Base64 héllo", NULL, "{'Any':'aMOpbGxv'}");
    check_properties(ANY "!GetAZs ''", NULL, "{'Any':['eu-west-1a','eu-west-1b','eu-west-1c']}");
    check_properties(ANY "!Cidr [10.0.200.7/16, 3, 8]", NULL,
                     "{'Any':['10.0.0.0/24','10.0.1.0/24','10.0.2.0/24']}");
    check_properties(ANY "!Cidr ['2001:db8::/56', 2, 64]", NULL,
                     "{'Any':['2001:db8::/64','2001:db8:0:1::/64']}");
    check_properties(ANY "!FindInMap [M, !Ref AWS::Region, Size]\nMappings:\n  M:\n    eu-west-1: "
                         "{Size: [1, 2]}\n",
                     NULL, "{'Any':[1,2]}");
    check_properties(ANY "[!If [C, 1, 2], !If [D, 1, 2], !If [D, 1, !Ref AWS::NoValue]]" SECOND,
                     NULL, "{'Any':[1,2]}");
    exports = json_pack("{s:s}", "shared", "value");
    check_properties(ANY "!ImportValue shared", NULL, "{'Any':'value'}");
    check_problem(ANY "!ImportValue other", NULL, "No export named other found. (resource R");
    json_decref(exports);
    exports = NULL;
}

static void extensions(void **state)
{
    (void)state;
    check_properties(EXTENDED ANY "[!Length [a, b], !ToJsonString {a: [1]}]", NULL,
                     "{'Any':[2,'{\\'a\\':[1]}']}");
    check_properties(EXTENDED ANY "!FindInMap [M, a, b, {DefaultValue: c}]\nMappings: {M: {x: {y: "
                                  "z}}}\n",
                     NULL, "{'Any':'c'}");
    check_problem(ANY "!Length [a]", NULL, "Fn::Length requires the transform");
}

static void parameters(void **state)
{
    (void)state;
#define DECLARED                                                                                   \
    "\nParameters:\n  Name: {Type: String, AllowedPattern: '[a-z]+\\d{2}', MinLength: 3}\n"        \
    "  Size: {Type: Number, Default: 5, MinValue: 1, MaxValue: 9}\n"                               \
    "  List: {Type: CommaDelimitedList, Default: 'a, b ,c'}\n"                                     \
    "  Mode: {Type: String, Default: x, AllowedValues: [x, true, 3]}\n"
#define USED ANY "[!Ref Name, !Ref Size, !Ref List, !Ref Mode]" DECLARED
    check_properties(USED, "{\"Name\":\"abc12\"}", "{'Any':['abc12','5',['a','b','c'],'x']}");
    check_properties(USED, "{\"Name\":\"abc12\",\"List\":\"\",\"Mode\":\"true\"}",
                     "{'Any':['abc12','5',[],'true']}");
    check_problem(USED, NULL, "Parameters: [Name] must have values");
    check_problem(USED, "{\"Name\":\"abc12\",\"X\":\"\"}",
                  "Parameters: [X] do not exist in the template");
    check_problem(USED, "{\"Name\":\"ABC12\"}",
                  "Parameter 'Name' must match pattern [a-z]+\\d{2} (line 7)");
    check_problem(USED, "{\"Name\":\"abc12\",\"Size\":\"10\"}",
                  "Parameter 'Size' must be a number not greater than 9.");
    check_problem(USED, "{\"Name\":\"abc12\",\"Size\":\"x\"}", "'Size' must be a number.");
    check_problem(USED, "{\"Name\":\"abc12\",\"Mode\":\"y\"}",
                  "Parameter 'Mode' must be one of AllowedValues [\"x\",true,3]");
    check_problem(ANY "1\nParameters: {P: {Type: Foo, Default: a}}", NULL,
                  "Unrecognized parameter type: Foo");
    check_problem(ANY "1\nParameters: {P: {Type: 'AWS::SSM::Parameter::Value<String>', "
                      "Default: /none}}",
                  NULL,
                  "Unable to fetch parameters [/none] from parameter store for this account.");
    check_problem(ANY "1\nParameters: {P: {Type: String, Default: a, MaxLength: 0, "
                      "ConstraintDescription: must be nothing}}",
                  NULL, "Parameter P failed to satisfy constraint: must be nothing");
}

static void conditions(void **state)
{
    (void)state;
    struct plan plan;
    assert_int_equal(
        make(&plan,
             ANY "1\nParameters: {P: {Type: String, Default: 'true'}}\nConditions:\n"
                 "  A: !Equals [!Ref P, true]\n  B: !And [!Condition A, !Not [!Condition C]]\n"
                 "  C: {Fn::Or: [{Condition: D}, {Fn::Equals: [1, '1']}]}\n"
                 "  D: !Equals [a, b]\n  E: !And [!Condition D, !Condition A]\n"
                 "  F: !Or [!Condition A, !Condition D]\n",
             NULL),
        0);
    assert_json(json_incref(plan.conditions),
                "{'A':true,'B':false,'C':true,'D':false,'E':false,'F':true}");
    plan_free(&plan);
    check_problem(ANY "1\nConditions:\n  A: !Condition B\n  B: !Condition A\n", NULL,
                  "Circular dependency in conditions");
    check_problem(
        ANY "1\nConditions:\n  A: !Not [!Condition Bee]\n  Be: !Equals [1, 1]\n", NULL,
        "Unresolved condition dependency Bee in the Conditions block of the template; did "
        "you mean \"Be\"? (line 7)");
    check_problem(
        ANY "1\nConditions:\n  A: !Equals [!Ref R, 1]\n", NULL,
        "Unresolved dependencies [R]. Cannot reference resources in the Conditions block");
    check_problem(ANY "!If [Nope, 1, 2]", NULL, "Unresolved condition dependency Nope");
}

static void order(void **state)
{
    (void)state;
    struct plan plan;
    assert_int_equal(make(&plan,
                          "Resources:\n  A: {Type: Test::One::Thing, DependsOn: [B, E]}\n"
                          "  B: {Type: Test::One::Thing, Properties: {Name: !Sub '${C}${D.Arn}'}}\n"
                          "  C: {Type: Test::One::Thing}\n  D: {Type: AWS::IAM::Role}\n"
                          "  E: {Type: Test::One::Thing, Condition: Never}\n"
                          "Conditions: {Never: !Equals [1, 2]}\n",
                          NULL),
                     0);
    assert_json(json_incref(json_object_get(json_object_get(plan.resources, "A"), "DependsOn")),
                "['B']");
    assert_json(json_incref(json_object_get(json_object_get(plan.resources, "B"), "DependsOn")),
                "['C','D']");
    assert_null(json_object_get(plan.resources, "E"));
    assert_json(json_incref(plan.capabilities), "{'CAPABILITY_IAM':true}");
    plan_free(&plan);
    check_problem("Resources:\n  A: {Type: Test::One::Thing, DependsOn: B}\n"
                  "  B: {Type: Test::One::Thing, Properties: {Name: !Ref A}}\n  C: {Type: "
                  "Test::One::Thing}\n",
                  NULL, "Circular dependency between resources: [A, B] (line 2)");
}

static void fitted(void **state)
{
    (void)state;
    check_properties(HEAD "Name: 10\n      Size: '7'\n      Ratio: '0.5'\n      On: 'true'\n"
                          "      Names: [1, true]\n      Variables: {a: 1.5, b: no}\n"
                          "      Inner: {Count: '3'}\n      Mode: FAST\n",
                     NULL,
                     "{'Inner':{'Count':3},'Mode':'FAST','Name':'10','Names':['1','true'],'On':true"
                     ",'Ratio':0.5,'Size':7,'Variables':{'a':'1.5','b':'false'}}");
    check_problem(HEAD "Nane: x", NULL,
                  "Properties validation failed for resource R with message: extraneous key [Nane] "
                  "is not permitted; did you mean \"Name\"? (resource R, property Nane, line 5)");
    check_problem(HEAD "Size: ten", NULL,
                  "expected type: Integer, found: String (resource R, property Size, line 5)");
    check_problem(HEAD "Inner: {}", NULL,
                  "required key [Count] not found (resource R, property Inner, line 5)");
    check_problem(HEAD "Names: x", NULL, "expected type: JSONArray, found: String");
    check_problem(HEAD "On: maybe", NULL, "expected type: Boolean, found: String");
    check_problem(HEAD "Mode: FASST", NULL,
                  "FASST is not a valid enum value; did you mean \"FAST\"?");
    check_problem(HEAD "Name: [x]", NULL, "expected type: String, found: JSONArray");
    /* what is not known yet fits */
    struct plan plan;
    assert_int_equal(make(&plan, HEAD "Size: !GetAtt S.Endpoint.Port" SECOND, NULL), 0);
    plan_free(&plan);
}

static void wrong_names(void **state)
{
    (void)state;
    check_problem(HEAD "Name: !Ref Nope", NULL,
                  "Template format error: Unresolved resource dependencies [Nope] in the Resources "
                  "block of the template (resource R, property Name.Ref, line 5)");
    check_problem(ANY "!If [D, !Ref Nope, 1]" SECOND, NULL,
                  "Unresolved resource dependencies [Nope]");
    check_problem(ANY "1\n  Some: {Type: Test::One::Thing, DependsOn: Sone}", NULL,
                  "[Sone] in the Resources block of the template; did you mean \"Some\"? (resource "
                  "Some, property DependsOn, line 6)");
    check_problem(ANY "!GetAtt X.Arn", NULL,
                  "instance of Fn::GetAtt references undefined resource X");
    check_problem(ANY "!GetAtt S.Url" SECOND, NULL,
                  "Template error: resource S does not support attribute type Url in Fn::GetAtt");
    check_problem(ANY "!Sub '${x.Arn}'", NULL, "Unresolved resource dependencies [x]");
    check_problem(
        ANY "1\nOutputs:\n  O: {Value: !Ref Nope}", NULL,
        "Unresolved resource dependencies [Nope] in the Outputs block of the template (line");
    check_problem(ANY "{Fn::Foo: 1}", NULL, "unknown function Fn::Foo");
    check_problem(ANY "'{{resolve:s3:a}}'", NULL, "services are ssm, ssm-secure");
    check_problem(ANY "'{{resolve:ssm:a}'", NULL, "services are ssm, ssm-secure");
    check_problem(ANY "'{{resolve:ssm:a}} {{resolve:x:a}}'", NULL, "services are ssm, ssm-secure");
    check_problem(ANY "1\nOutputs:\n  O: {Value: '{{resolve:ssm:a}}'}", NULL,
                  "stand in properties of resources alone");
    /* a resource whose condition does not hold is none */
    check_problem(ANY
                  "!Ref T\n  T: {Type: Test::One::Thing, Condition: N}\nConditions: {N: !Equals "
                  "[1, 2]}",
                  NULL, "Unresolved resource dependencies [T]");
}

static void wrong_arguments(void **state)
{
    (void)state;
    check_problem(ANY "!Join [a]", NULL, "every Fn::Join object requires two parameters");
    check_problem(ANY "!Join [a, b]", NULL, "every Fn::Join object requires two parameters");
    check_problem(ANY "!Split ['', b]", NULL, "every Fn::Split object requires two parameters");
    check_problem(ANY "!Select [3, [a]]", NULL,
                  "Fn::Select cannot select nonexistent value at index 3");
    check_problem(ANY "!Select [a, [a]]", NULL, "Fn::Select requires a list argument");
    check_problem(ANY "!FindInMap [M, a, b]", NULL,
                  "Mapping named 'M' is not present in the 'Mappings' section of template.");
    check_problem(ANY "!FindInMap [M, a, b]\nMappings: {M: {a: {c: 1}}}", NULL,
                  "Unable to get mapping for M::a::b");
    check_problem(ANY "!Sub [a]", NULL, "don't specify expected arguments");
    check_problem(ANY "!Sub '${L}'\nParameters: {L: {Type: CommaDelimitedList, Default: 'a,b'}}",
                  NULL, "variable L in Fn::Sub expression does not resolve to a string");
    check_problem(ANY "!Cidr [10.0.0.0/16, 300, 8]", NULL, "every Fn::Cidr object");
    check_problem(ANY "!Cidr [10.0.0.0/24, 2, 8]", NULL, "every Fn::Cidr object");
    check_problem(ANY "{Ref: [a]}", NULL, "Every Ref object must have a single String value.");
    check_problem(ANY "!GetAtt S", NULL, "requires two non-empty parameters");
    check_problem(ANY "1\nConditions: {A: !And [!Equals [1, 1]]}", NULL,
                  "at least 2 and at most 10");
}

static void sections(void **state)
{
    (void)state;
    check_problem("Foo: 1\n" ANY "1", NULL,
                  "Invalid template property or properties [Foo] (line 1)");
    check_problem("Output: {}\n" ANY "1", NULL,
                  "properties [Output]; did you mean \"Outputs\"? (line 1)");
    check_problem(
        "Resources: {A: {Type: AWS::Elsewhere::Thing}}", NULL,
        "[AWS::Elsewhere::Thing]; the local cloud does not have it: a Condition on a parameter "
        "can leave it out here (resource A");
    check_problem("Resources: {A: {Type: Test::One::Elephant}}", NULL,
                  "[Test::One::Elephant]; the local cloud does not have it");
    check_problem("Resources: {A: {Type: Test::One::Elephant}, B: {Type: Test::One::Elephant},\n"
                  "  C: {Type: Test::One::Elephant}}",
                  NULL, "(resource A, property Type, line 1), also B in line 1, C in line 2");
    check_problem("Resources: {A: {Type: AWS::Serverless::Function}}", NULL,
                  "; types of SAM want \"Transform: AWS::Serverless-2016-10-31\" in the template");
    check_problem("Resources: {}", NULL, "At least one Resources member must be defined.");
    check_problem("AWSTemplateFormatVersion: 1\n" ANY "1", NULL,
                  "unsupported value for AWSTemplateFormatVersion. (line 1)");
    check_problem("Resources: {A: {Properties: {}}}", NULL,
                  "[/Resources/A] Every Resources object must contain a Type member. (resource A, "
                  "line 1)");
    check_problem("Resources: {A: {Type: Test::One::Think}}", NULL,
                  "Unrecognized resource types: [Test::One::Think]; did you mean "
                  "\"Test::One::Thing\"? (resource A");
    check_problem("Resources: {A-b: {Type: Test::One::Thing}}", NULL,
                  "Resource name A-b is non alphanumeric.");
    check_problem("Resources: {A: {Type: Test::One::Thing, DeletionPolicy: Keep}}", NULL,
                  "Unrecognized DeletionPolicy Keep for resource A");
    check_problem("Resources: {A: {Type: Test::One::Thing, Foo: 1}}", NULL,
                  "Invalid template resource property 'Foo'");
    check_problem(ANY "1\nOutputs: {O: {}}", NULL,
                  "Every Outputs member must contain a Value object");
    check_problem("Resources: {A: {Type: Test::One::Thing, Condition: No}}", NULL,
                  "Every Condition member must be a string. (resource A, property Condition");
    check_problem(ANY "1\nTransform: My::Macro", NULL, "No transform named My::Macro found.");
}

static void outputs(void **state)
{
    (void)state;
    struct plan plan;
    assert_int_equal(make(&plan,
                          ANY
                          "1\nConditions: {N: !Equals [1, 2]}\nOutputs:\n"
                          "  A: {Value: !Ref R, Description: d, Export: {Name: !Sub "
                          "'${AWS::StackName}-a'}}\n  B: {Value: 1, Condition: N}\n  C: {Value: "
                          "1}\n",
                          NULL),
                     0);
    there = json_loads("{\"R\":{\"PhysicalResourceId\":\"r-1\"}}", 0, NULL);
    struct plan_look look = {.cloud = &cloud, .resources = there, .problems = &problems};
    assert_json(plan_outputs(&plan, &look),
                "[{'Description':'d','ExportName':'demo-a','OutputKey':'A','OutputValue':'r-1'},"
                "{'OutputKey':'C','OutputValue':'1'}]");
    json_decref(there);
    there = NULL;
    plan_free(&plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(references),      cmocka_unit_test(functions),
        cmocka_unit_test(extensions),      cmocka_unit_test(parameters),
        cmocka_unit_test(conditions),      cmocka_unit_test(order),
        cmocka_unit_test(fitted),          cmocka_unit_test(wrong_names),
        cmocka_unit_test(wrong_arguments), cmocka_unit_test(sections),
        cmocka_unit_test(outputs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
