/* SPDX-License-Identifier: Apache-2.0 */
/* The operation TestState, and the life of its execution. */
#include "local/state_test.h"

#include <stdlib.h>
#include <string.h>

#include "client/ops.h"
#include "local/map.h"

#define STATE_NAME "StateName" /* of a state without one */

/* ---- mocks ---- */

static const json_t *mock_of(const struct state_test *test)
{
    return json_object_get(test->args, "mock");
}

static json_int_t configured(const struct state_test *test, const char *name)
{
    const json_t *all = json_object_get(test->args, "stateConfiguration");
    return json_integer_value(json_object_get(all, name));
}

static bool is_type(const json_t *state, const char *type)
{
    const char *own = slrun_text(state, "Type");
    return own && strcmp(own, type) == 0;
}

static bool call_wrong(struct slrun_json_call *call, const char *message)
{
    return call_fail(call, "ValidationException", "%s", message);
}

/* Whether a mocked result is one that the state can have. */
static bool call_result(struct slrun_json_call *call, json_t *state, const json_t *result)
{
    const json_t *branches = json_object_get(state, "Branches");
    bool written = json_object_get(json_object_get(state, "ResultWriter"), "Resource");
    bool map = is_type(state, "Map"), parallel = is_type(state, "Parallel");
    if (map && written && !json_is_object(result))
        return call_wrong(call, "Mocked result must be a JSON object.");
    if (((map && !written) || parallel) && !json_is_array(result))
        return call_wrong(call, "Mocked result must be an array.");
    if (parallel && json_array_size(result) != json_array_size(branches))
        return call_wrong(call, "Mocked result must contain the same number of items as number of "
                                "Parallel branches.");
    return true;
}

/* What arguments of a mock may not say together. */
static bool call_mock(struct slrun_json_call *call, json_t *state, struct state_test *test)
{
    const json_t *mock = mock_of(test);
    const char *result = slrun_text(mock, "result"), *type = slrun_text(state, "Type");
    bool fans = is_type(state, "Map") || is_type(state, "Parallel");
    const json_t *config = json_object_get(call->args, "stateConfiguration");
    if (!mock && json_object_get(config, "mapIterationFailureCount"))
        return call_wrong(call, "TestState does not support MapIterationFailureCount when a mock "
                                "is not specified.");
    if (!mock && fans)
        return call_fail(call, "InvalidDefinition",
                         "TestState API does not support Map or Parallel states. Supported state "
                         "types include: [Task, Wait, Pass, Succeed, Fail, Choice]");
    if (!mock)
        return !is_type(state, "Task") || call_text(call, "roleArn") ||
               call_wrong(call, "RoleArn must be specified when testing a Task state");
    if (!fans && !is_type(state, "Task"))
        return call_fail(call, "ValidationException",
                         "State type '%s' is not supported when a mock is specified", type);
    if (result && json_object_get(mock, "errorOutput"))
        return call_wrong(call, "A test mock should have only one of the following fields: "
                                "[result, errorOutput].");
    if (json_is_true(json_object_get(call->args, "revealSecrets")))
        return call_wrong(call, "TestState does not support RevealSecrets when a mock is "
                                "specified.");
    test->given = result ? json_loads(result, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL) : NULL;
    if (result && !test->given)
        return call_wrong(call, "Mocked result must be valid JSON");
    if (result &&
        configured(test, "mapIterationFailureCount") > (json_int_t)json_array_size(test->given))
        return call_wrong(call, "Map iteration failure count must be less than or equal to the "
                                "number of Map iterations");
    return !result || call_result(call, state, test->given);
}

/* As many iterations of a Map state fail as the test says. */
static bool too_many_fail(struct branch *b)
{
    const struct state_test *test = b->x->test;
    json_int_t failed = configured(test, "mapIterationFailureCount");
    b->total = json_array_size(test->given);
    if (failed == 0 || !is_type(b->state, "Map") || !map_input(b) || !map_tolerance(b))
        return false;
    if ((size_t)failed <= b->tolerated)
        return false;
    (void)asl_fail(&b->error, "States.ExceedToleratedFailureThreshold",
                   "The specified tolerated failure threshold was exceeded");
    return true;
}

bool state_test_mocks(struct branch *b)
{
    const struct state_test *test = b->x->test;
    const json_t *mock = test ? mock_of(test) : NULL;
    const json_t *error = json_object_get(mock, "errorOutput");
    if (!mock)
        return false;
    if (is_type(b->state, "Task") && !state_input(b)) {
        state_break(b);
        return true;
    }
    if (error) {
        const char *name = slrun_text(error, "error"), *cause = slrun_text(error, "cause");
        (void)asl_fail(&b->error, name ? name : "", "%s", cause ? cause : "");
    } else if (!too_many_fail(b)) {
        b->result = test->given ? json_incref(test->given) : json_object();
    }
    branch_ready(b, PHASE_RESULT);
    return true;
}

/* ---- what is told on the way ---- */

void state_test_result(const struct branch *b, json_t *result)
{
    struct state_test *test = b->x->test;
    json_decref(test->result);
    test->result = json_incref(result);
}

void state_test_meets(const struct branch *b, const char *name, int index, int64_t pause)
{
    json_t *details = b->x->test->details;
    (void)json_object_set_new(details, name, json_integer(index));
    if (pause >= 0)
        (void)json_object_set_new(details, "retryBackoffIntervalSeconds",
                                  json_integer((json_int_t)(pause / 1000)));
}

void state_test_caught(struct branch *b, int index, const json_t *shown, const json_t *output)
{
    const json_t *catcher = json_array_get(json_object_get(b->state, "Catch"), (size_t)index);
    (void)asl_fail(&b->error, slrun_text(shown, "Error"), "%s", slrun_text(shown, "Cause"));
    state_test_meets(b, "catchIndex", index, -1);
    state_test_end(b, "CAUGHT_ERROR", output, slrun_text(catcher, "Next"));
}

int state_test_attempts(const struct branch *b)
{
    return (int)configured(b->x->test, "retrierRetryCount");
}

void state_test_end(struct branch *b, const char *status, const json_t *output, const char *next)
{
    struct state_test *test = b->x->test;
    const char *level = slrun_text(test->args, "inspectionLevel");
    const struct asl_error none = {.cause = NULL};
    json_t *told = history_error(&b->error);
    char *text = output ? asl_dump(output) : NULL;
    (void)json_object_set_new(told, "status", json_string(status));
    if (text)
        (void)json_object_set_new(told, "output", json_string(text));
    if (next)
        (void)json_object_set_new(told, "nextState", json_string(next));
    if (level && strcmp(level, "INFO") != 0)
        (void)json_object_set_new(told, "inspectionData", state_test_inspection(b));
    if (test->x)
        b->x->service->cloud->json_reply(b->x->service->cloud, test->x, &states_service, told);
    test->x = NULL;
    b->phase = PHASE_DONE;
    json_decref(told);
    free(text);
    execution_end(b->x, "SUCCEEDED", NULL, &none);
}

void state_test_free(struct state_test *test)
{
    if (!test)
        return;
    json_decref(test->args);
    json_decref(test->variables);
    json_decref(test->context);
    json_decref(test->given);
    json_decref(test->result);
    json_decref(test->details);
    free(test);
}

/* ---- the operation ---- */

/* The state that is tested (borrowed from `all`), with its name; NULL after call_fail(). */
static json_t *state_of(struct slrun_json_call *call, json_t *all, const char **name)
{
    const char *wanted = call_text(call, "stateName");
    json_t *states = json_object_get(all, "States");
    json_t *state = states && wanted ? json_object_get(states, wanted) : all;
    *name = wanted ? wanted : STATE_NAME;
    if (!all)
        return call_fail(call, "InvalidDefinition",
                         "Invalid State Machine Definition: 'INVALID_JSON_DESCRIPTION: Invalid "
                         "JSON description at /'");
    return state ? state : call_fail(call, "ValidationException", "State not found in definition");
}

/* A state machine of that state alone; a new text. */
static char *alone(json_t *all, json_t *state, const char *name)
{
    json_t *machine = json_pack("{s:s, s:{s:O}, s:O*}", "StartAt", name, "States", name, state,
                                "QueryLanguage", json_object_get(all, "QueryLanguage"));
    char *text = json_dumps(machine, 0);
    json_decref(machine);
    return text;
}

/* What is wrong with it, where it leads to apart. */
static bool call_state(struct slrun_json_call *call, const char *definition)
{
    json_t *found = asl_check(definition, false, DIAGNOSTICS_MAX);
    for (size_t i = json_array_size(found); i-- > 0;) {
        const char *code = slrun_text(json_array_get(found, i), "code");
        if (strncmp(code, "MISSING_", strlen("MISSING_")) == 0) /* of transitions and ends */
            (void)json_array_remove(found, i);
    }
    bool good = call_no_diagnostics(call, found);
    json_decref(found);
    return good;
}

/* A value that an argument has as JSON; `otherwise` where it is not there. NULL: it is none. */
static json_t *call_json(struct slrun_json_call *call, const char *name, const char *otherwise)
{
    const char *text = call_text(call, name);
    json_t *value = json_loads(text ? text : otherwise, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
    return value ? value : call_fail(call, "ValidationException", "%s must be valid JSON", name);
}

static json_t *doc_of(struct slrun_json_call *call, const char *definition, json_t *value)
{
    char name[UUID_SIZE], id[UUID_SIZE];
    const char *role = call_text(call, "roleArn"), *input = call_text(call, "input");
    call->cloud->uuid(call->cloud, name);
    call->cloud->uuid(call->cloud, id);
    json_t *arn = json_sprintf("arn:aws:states:%s:%s:stateMachine:%s", call->x->region,
                               call->x->account, name);
    json_t *execution = json_sprintf("arn:aws:states:%s:%s:express:%s:%s", call->x->region,
                                     call->x->account, name, id);
    return json_pack("{s:o, s:s, s:s, s:I, s:s, s:O, s:O, s:{s:s, s:s, s:s, s:o, s:o}}",
                     "executionArn", execution, "name", id, "status", "RUNNING", "startDate",
                     (json_int_t)now_of(call), "input", input ? input : "{}", "inputValue", value,
                     "stateMachineArn", arn, "machine", "name", name, "definition", definition,
                     "type", "EXPRESS", "stateMachineArn", arn, "roleArn",
                     role ? json_string(role) : json_null());
}

static void gone(struct slrun_exchange *x)
{
    struct service *service = x->service;
    for (struct execution *one = service->running; one; one = one->next)
        if (one->test && one->test->x == x)
            one->test->x = NULL;
}

static void park(struct slrun_json_call *call, struct state_test *test)
{
    test->x = call->x;
    call->parked = 1;
    call->x->service = call->service;
    call->cloud->on_gone(call->x, gone);
}

/* Begins it; takes over the test. */
static void begin(struct slrun_json_call *call, const char *definition, struct state_test *test)
{
    json_t *input = call_json(call, "input", "{}");
    test->variables = input ? call_json(call, "variables", "{}") : NULL;
    test->context = test->variables ? call_json(call, "context", "{}") : NULL;
    json_t *doc = test->context ? doc_of(call, definition, input) : NULL;
    if (doc && execution_test(call->service, doc, test))
        park(call, test);
    else {
        state_test_free(test);
        (void)call_fail(call, "InternalServerError", "out of memory");
    }
    json_decref(doc);
    json_decref(input);
}

json_t *op_test_state(struct slrun_json_call *call)
{
    json_t *all = json_loads(call_text(call, "definition"), 0, NULL);
    struct state_test *test = calloc(1, sizeof *test);
    const char *name;
    json_t *state = state_of(call, all, &name);
    char *definition = state ? alone(all, state, name) : NULL;
    if (test) {
        test->args = json_incref(call->args);
        test->details = json_object();
    }
    if (definition && test && call_state(call, definition) && call_mock(call, state, test)) {
        begin(call, definition, test);
        test = NULL;
    }
    state_test_free(test);
    free(definition);
    json_decref(all);
    return NULL;
}
