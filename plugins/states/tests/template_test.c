/* SPDX-License-Identifier: Apache-2.0 */
/* The way of data through a state: payload templates, inputs and outputs, numbers (Step Functions
 * Developer Guide, "Processing input and output"). JSON stands in single quotes. */
#include <string.h>

#include "data_fixed.h"

/* ---- templates ---- */

static void templates(void **state)
{
    static const struct {
        const char *template, *made, *error;
    } all[] = {
        {"{'x':1,'y':'$.s'}", "{'x':1,'y':'$.s'}", NULL},
        {"{'x.$':'$.s'}", "{'x':'it'}", NULL},
        {"{'x.$':'$$.Execution.Name','y.$':'$v.w'}", "{'x':'run','y':7}", NULL},
        {"{'x':{'y':[{'z.$':'$.n'}]}}", "{'x':{'y':[{'z':3}]}}", NULL},
        {"{'x.$':'States.MathAdd($.n, 1)'}", "{'x':4}", NULL},
        {"{'x.$':'$.a.b[9]'}", "{'x':null}", NULL},
        {"{'x.$':5}", "{'x.$':5}", NULL},
        {"{'x.$':'$.gone'}", NULL, "States.Runtime"},
        {"{'x':[{'y.$':'$.gone'}]}", NULL, "States.Runtime"},
        {"{'x.$':'States.MathAdd($.s, 1)'}", NULL, "States.Runtime"},
        {"5", "5", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct fixed f;
        given(&f);
        json_t *template = json_quoted(all[i].template);
        check(all[i].template, asl_payload(&f.scope, template), all[i].made);
        assert_string_equal(f.error.name, all[i].error ? all[i].error : "");
        json_decref(template);
        forget(&f);
    }
}

/* The cause has the input, or the context object, where the path leads. */
static void causes(void **state)
{
    static const struct {
        const char *template, *cause;
    } all[] = {
        {"{'x.$':'$.e.gone'}",
         "The JSONPath '$.e.gone' specified for the field 'x.$' could not be found in the input "
         "'{\"e\":{}}'"},
        {"{'y.$':'$$.gone'}",
         "The JSONPath '$$.gone' specified for the field 'y.$' could not be found in the input "
         "'{\"Execution\":{}}'"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        json_t *template = json_quoted(all[i].template);
        struct fixed f = {.scope = {.input = json_quoted("{'e':{}}"),
                                    .context = json_quoted("{'Execution':{}}"),
                                    .variables = json_object(),
                                    .error = &f.error}};
        assert_null(asl_payload(&f.scope, template));
        assert_string_equal(json_string_value(f.error.cause), all[i].cause);
        json_decref(template);
        forget(&f);
    }
}

/* A list, or an object, that has another one in it, and so on. */
static json_t *nested(bool list, int depth)
{
    json_t *made = json_integer(1);
    while (depth-- > 0)
        made = list ? json_pack("[o]", made) : json_pack("{s:o}", "x", made);
    return made;
}

static void deep_templates(void **state)
{
    enum { DEEPEST = 4 * ASL_DEPTH_MAX };
    (void)state;
    for (int i = 0; i < 4; i++) {
        struct fixed f;
        given(&f);
        json_t *template = nested(i < 2, DEEPEST + i % 2), *made = asl_payload(&f.scope, template);
        assert_true(i % 2 ? !made : json_equal(made, template));
        assert_string_equal(f.error.name, i % 2 ? "States.Runtime" : "");
        json_decref(template);
        json_decref(made);
        forget(&f);
    }
}

/* ---- through a state ---- */

/* InputPath and Parameters. */
static void inputs(void **state)
{
    static const struct {
        const char *state, *input, *error;
    } all[] = {
        {"{}", INPUT, NULL},
        {"{'InputPath':'$.a.e'}", "{}", NULL},
        {"{'InputPath':null}", "{}", NULL},
        {"{'InputPath':'$'}", INPUT, NULL},
        {"{'InputPath':'$$.Execution'}", "{'Name':'run'}", NULL},
        {"{'InputPath':'$.gone'}", NULL, "States.Runtime"},
        {"{'InputPath':'$.a','Parameters':{'first.$':'$.b[0]','k':1}}", "{'first':10,'k':1}", NULL},
        {"{'InputPath':null,'Parameters':{'k':1}}", "{'k':1}", NULL},
        {"{'InputPath':'$.a','Parameters':{'x.$':'$.s'}}", NULL, "States.Runtime"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct fixed f;
        given(&f);
        json_t *s = json_quoted(all[i].state);
        const json_t *raw = f.scope.input;
        check(all[i].state, asl_input(&f.scope, s), all[i].input);
        assert_string_equal(f.error.name, all[i].error ? all[i].error : "");
        assert_ptr_equal(f.scope.input, raw);
        json_decref(s);
        forget(&f);
    }
}

/* ResultSelector, ResultPath, OutputPath, in this order; the raw input is {"in": 1}. */
static void outputs(void **state)
{
    static const struct {
        const char *state, *output, *error;
    } all[] = {
        {"{}", "{'r':[1,2]}", NULL},
        {"{'ResultPath':'$'}", "{'r':[1,2]}", NULL},
        {"{'ResultPath':null}", "{'in':1}", NULL},
        {"{'ResultPath':'$.out'}", "{'in':1,'out':{'r':[1,2]}}", NULL},
        {"{'ResultPath':'$.in'}", "{'in':{'r':[1,2]}}", NULL},
        {"{'ResultPath':'$.in.x'}", NULL, "States.ResultPathMatchFailure"},
        {"{'ResultSelector':{'first.$':'$.r[0]'}}", "{'first':1}", NULL},
        {"{'ResultSelector':{'first.$':'$.in'}}", NULL, "States.Runtime"},
        {"{'ResultSelector':{'x.$':'$.r'},'ResultPath':'$.out','OutputPath':'$.out.x'}", "[1,2]",
         NULL},
        {"{'OutputPath':'$.r[1]'}", "2", NULL},
        {"{'OutputPath':null}", "{}", NULL},
        {"{'ResultPath':null,'OutputPath':'$.in'}", "1", NULL},
        {"{'OutputPath':'$.in'}", NULL, "States.Runtime"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        json_t *s = json_quoted(all[i].state), *raw = json_quoted("{'in':1}"),
               *result = json_quoted("{'r':[1,2]}");
        struct asl_error error = {.name = ""};
        struct asl_scope scope = {.input = raw, .error = &error};
        json_t *selected = asl_result(&scope, s, result);
        check(all[i].state, selected ? asl_output(&scope, s, selected) : NULL, all[i].output);
        assert_string_equal(error.name, all[i].error ? all[i].error : "");
        asl_error_clear(&error);
        json_decref(selected);
        json_decref(s);
        json_decref(raw);
        json_decref(result);
    }
}

/* TimeoutSeconds, TimeoutSecondsPath and the like. */
static void numbers(void **state)
{
    static const struct {
        const char *state;
        double number; /* -1: an error */
    } all[] = {
        {"{}", 60},
        {"{'TimeoutSeconds':5}", 5},
        {"{'TimeoutSecondsPath':'$.n'}", 3},
        {"{'TimeoutSeconds':5,'TimeoutSecondsPath':'$.n'}", 3},
        {"{'TimeoutSecondsPath':'$.s'}", -1},
        {"{'TimeoutSecondsPath':'$.gone'}", -1},
        {"{'TimeoutSecondsPath':'$.z'}", -1},
        {"{'TimeoutSecondsPath':'States.MathAdd($.n, -5)'}", -1},
        {"{'TimeoutSecondsPath':'States.MathAdd($.n, -3)'}", 0},
        {"{'TimeoutSeconds':'{% $states.input.n + 4 %}'}", 7},
        {"{'TimeoutSeconds':'{% 0 %}'}", 0},
        {"{'TimeoutSeconds':'{% -1 %}'}", -1},
        {"{'TimeoutSeconds':'{% $states.input.s %}'}", -1},
        {"{'TimeoutSecondsPath':'States.Format($.k)'}", -1},
        {"{'TimeoutSecondsPath':'States.Format(\\\"7\\\")'}", -1},
        {"{'TimeoutSecondsPath':'States.Format(\\u00277\\u0027)'}", 7},
        {"{'TimeoutSecondsPath':'States.Format(\\u00270x7\\u0027)'}", -1},
        {"{'TimeoutSecondsPath':'States.Format(\\u0027nan\\u0027)'}", -1},
        {"{'TimeoutSecondsPath':'States.StringToJson(\\u00271e300\\u0027)'}", ASL_NUMBER_MAX}};
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct fixed f;
        given(&f);
        json_t *s = json_quoted(all[i].state);
        double number = asl_number(&f.scope, s, "TimeoutSeconds", 60);
        if (number != all[i].number || (number < 0) != (*f.error.name != '\0'))
            fail_msg("%s: %g", all[i].state, number);
        json_decref(s);
        forget(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(templates), cmocka_unit_test(causes),  cmocka_unit_test(deep_templates),
        cmocka_unit_test(inputs),    cmocka_unit_test(outputs), cmocka_unit_test(numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
