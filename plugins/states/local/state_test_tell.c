/* SPDX-License-Identifier: Apache-2.0 */
/* What TestState shows of the data's way through a state. */
#include <stdlib.h>
#include <string.h>

#include "local/map.h"
#include "local/state_test.h"

/* Which of a state's values there are, by its type, in JSONPath. */
enum { INPUT_PATH = 1, PARAMETERS = 2, RESULT = 4, SELECTOR = 8, RESULT_PATH = 16 };

static const struct {
    const char *type;
    unsigned shows;
} shown[] = {
    {"Task", INPUT_PATH | PARAMETERS | RESULT | SELECTOR | RESULT_PATH},
    {"Pass", INPUT_PATH | PARAMETERS | SELECTOR | RESULT_PATH},
    {"Parallel", SELECTOR | RESULT_PATH},
    {"Map", SELECTOR | RESULT_PATH},
    {"Choice", INPUT_PATH},
    {"Wait", INPUT_PATH},
    {"Succeed", INPUT_PATH},
    {"Fail", INPUT_PATH},
};

static unsigned shows(const json_t *state)
{
    const char *type = slrun_text(state, "Type");
    if (strcmp(type, "Pass") == 0 && json_object_get(state, "Result"))
        return RESULT | SELECTOR | RESULT_PATH;
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
        if (strcmp(shown[i].type, type) == 0)
            return shown[i].shows;
    return 0;
}

/* A value (taken over; NULL: none) as the text that the answer has. */
static void put(json_t *all, const char *name, json_t *value)
{
    char *text = value ? asl_dump(value) : NULL;
    if (text)
        (void)json_object_set_new(all, name, json_string(text));
    free(text);
    json_decref(value);
}

/* The state without a field. */
static json_t *without(const json_t *state, const char *field)
{
    json_t *made = json_copy((json_t *)(uintptr_t)state);
    (void)json_object_del(made, field);
    return made;
}

static void add_inputs(const struct branch *b, struct asl_scope *scope, unsigned of, json_t *all)
{
    json_t *bare = without(b->state, "Parameters");
    if (of & INPUT_PATH)
        put(all, "afterInputPath", asl_input(scope, bare));
    if (of & PARAMETERS)
        put(all, "afterParameters", asl_input(scope, b->state));
    asl_error_clear(scope->error);
    json_decref(bare);
}

static void add_results(const struct branch *b, struct asl_scope *scope, unsigned of, json_t *all)
{
    json_t *result = b->x->test->result, *bare = without(b->state, "OutputPath");
    json_t *selected = result ? asl_result(scope, b->state, result) : NULL;
    if (of & RESULT)
        put(all, "result", json_incref(result));
    if (of & SELECTOR)
        put(all, "afterResultSelector", json_incref(selected));
    if ((of & RESULT_PATH) && selected)
        put(all, "afterResultPath", asl_output(scope, bare, selected));
    asl_error_clear(scope->error);
    json_decref(selected);
    json_decref(bare);
}

static void add_queried(const struct branch *b, json_t *all)
{
    const char *variables = slrun_text(b->x->test->args, "variables");
    bool task = strcmp(slrun_text(b->state, "Type"), "Task") == 0;
    if (task) {
        put(all, "afterArguments", json_incref(b->work));
        put(all, "result", json_incref(b->x->test->result));
    }
    if (variables)
        (void)json_object_set_new(all, "variables", json_string(variables));
}

static void add_map(struct branch *b, json_t *all)
{
    static const char *const tolerances[] = {"toleratedFailureCount", "toleratedFailurePercentage",
                                             NULL};
    json_t *told = json_object();
    struct asl_error error = b->error;
    b->error = (struct asl_error){.cause = NULL};
    if (!b->work)
        (void)map_input(b);
    map_tell_settings(b, told);
    asl_error_clear(&b->error);
    b->error = error;
    (void)json_object_set(all, "maxConcurrency", json_object_get(told, "maxConcurrency"));
    for (const char *const *name = tolerances; *name; name++)
        if (json_number_value(json_object_get(told, *name)) > 0)
            (void)json_object_set(all, *name, json_object_get(told, *name));
    json_decref(told);
}

json_t *state_test_inspection(struct branch *b)
{
    const struct state_test *test = b->x->test;
    json_t *all = json_object();
    struct asl_error ignored = {.cause = NULL};
    struct asl_scope scope;
    scope_of(b, b->input, &scope);
    scope.error = &ignored;
    put(all, "input", json_incref(json_object_get(b->x->doc, "inputValue")));
    if (scope.jsonata) {
        add_queried(b, all);
    } else {
        add_inputs(b, &scope, shows(b->state), all);
        add_results(b, &scope, shows(b->state), all);
    }
    if (strcmp(slrun_text(b->state, "Type"), "Map") == 0)
        add_map(b, all);
    if (json_object_size(test->details) > 0)
        (void)json_object_set(all, "errorDetails", test->details);
    scope_clear(&scope);
    return all;
}
