/* SPDX-License-Identifier: Apache-2.0 */
/* The way through a state: in, its work, what becomes of its result or error, out. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/run.h"
#include "local/state_test.h"

enum { EVENT_SIZE = 40 };

static void replace(json_t **at, json_t *value)
{
    json_decref(*at);
    *at = value;
}

static void history_enter(struct branch *b)
{
    char type[EVENT_SIZE];
    (void)snprintf(type, sizeof type, "%sStateEntered", state_type_of(b->state)->name);
    json_t *details = history_data("input", b->input, b->name);
    if (b->input == json_object_get(json_object_get(b->x->context, "Execution"), "Input"))
        (void)json_object_set(details, "input", json_object_get(b->x->doc, "input")); /* as given */
    history_add(b->x, b, type, details);
}

/* ---- in ---- */

static void enter(struct branch *b)
{
    const struct slrun_cloud *cloud = b->x->service->cloud;
    b->state = json_object_get(json_object_get(b->machine, "States"), json_string_value(b->name));
    b->entered_ms = b->begun_ms = cloud->now_ms(cloud);
    b->retries = 0;
    replace(&b->attempts, json_array());
    replace(&b->work, NULL);
    replace(&b->map_run_arn, NULL);
    b->before_event = b->last_event;
    history_enter(b);
    b->entered_event = b->last_event;
    b->phase = PHASE_HELD;
    if (!state_test_mocks(b))
        state_type_of(b->state)->enter(b);
}

static void again(struct branch *b)
{
    b->phase = PHASE_HELD;
    state_type_of(b->state)->enter(b);
}

static void join(struct branch *b)
{
    b->phase = PHASE_HELD;
    state_type_of(b->state)->join(b);
}

static void finish(struct branch *b)
{
    json_t *result = b->result;
    b->result = NULL;
    b->phase = PHASE_HELD;
    if (result)
        state_succeed(b, result);
    else
        state_fail(b);
}

static void resume(struct branch *b)
{
    b->phase = PHASE_HELD;
    map_resume(b);
}

/* A Wait state gives its input on. */
static void waited(struct branch *b)
{
    struct asl_scope scope;
    scope_of(b, b->work, &scope);
    json_t *output = asl_output(&scope, b->state, b->work);
    scope_clear(&scope);
    if (output && state_assign(b, b->state, b->work, ASL_NO_VALUE))
        state_leave(b, output, slrun_text(b->state, "Next"));
    else
        state_break(b);
}

void branch_go(struct branch *b)
{
    static void (*const phases[])(struct branch *) = {
        [PHASE_ENTER] = enter,   [PHASE_AGAIN] = again,   [PHASE_JOIN] = join,
        [PHASE_RESULT] = finish, [PHASE_WAITED] = waited, [PHASE_RESUME] = resume,
    };
    if (b->phase < sizeof phases / sizeof *phases)
        phases[b->phase](b);
}

json_t *state_input(struct branch *b)
{
    struct asl_scope scope;
    scope_of(b, b->input, &scope);
    replace(&b->work, asl_input(&scope, b->state));
    scope_clear(&scope);
    return b->work;
}

/* ---- results ---- */

bool state_assign(struct branch *b, const json_t *from, json_t *value, enum asl_role role)
{
    json_t *assign = json_object_get(from, "Assign");
    struct asl_scope scope;
    if (!assign)
        return true;
    scope_of(b, branch_in_jsonata(b) ? b->input : value, &scope);
    scope.role = role;
    scope.value = value;
    json_t *values = asl_template(&scope, assign, "Assign");
    scope_clear(&scope);
    if (values)
        (void)json_object_update(b->variables, values);
    replace(&b->assigned, values);
    return !*b->error.name;
}

static bool check_size(struct branch *b, const json_t *output)
{
    char *text = asl_dump(output);
    bool fits = text && strlen(text) <= ASL_DATA_MAX;
    free(text);
    if (!fits)
        (void)asl_fail(&b->error, "States.DataLimitExceeded",
                       "The state/task '%s' returned a result with a size exceeding the maximum "
                       "number of bytes service limit.",
                       json_string_value(b->name));
    return fits;
}

void state_succeed(struct branch *b, json_t *result)
{
    struct asl_scope scope;
    json_t *selected, *output = NULL;
    if (b->x->test)
        state_test_result(b, result);
    scope_of(b, b->input, &scope);
    scope.role = state_type_of(b->state)->retries ? ASL_RESULT : ASL_NO_VALUE;
    scope.value = result;
    selected = scope.jsonata ? json_incref(result) : asl_result(&scope, b->state, result);
    if (selected && state_assign(b, b->state, selected, scope.role))
        output = asl_output(&scope, b->state, selected);
    scope_clear(&scope);
    json_decref(selected);
    json_decref(result);
    if (!output) {
        state_break(b);
    } else if (!check_size(b, output)) {
        json_decref(output);
        state_fail(b);
    } else {
        state_leave(b, output, slrun_text(b->state, "Next"));
    }
}

/* ---- errors ---- */

void branch_fail(struct branch *b)
{
    b->phase = PHASE_DONE;
    if (b->x->test)
        state_test_end(b, "FAILED", NULL, NULL);
    else if (b->parent)
        branch_ready(b->parent, PHASE_JOIN);
    else
        execution_end(b->x, "FAILED", NULL, &b->error);
}

/* The event of an expression that failed. AWS has it beside the one of entering the state. */
static void history_evaluation(struct branch *b)
{
    json_t *details = history_error(&b->error);
    if (*b->error.field)
        (void)json_object_set_new(details, "location", json_string(b->error.field));
    (void)json_object_set(details, "state", b->name);
    if (b->last_event == b->entered_event)
        b->last_event = b->before_event;
    history_add(b->x, b, "EvaluationFailed", details);
}

/* Where it happened, before the cause. */
static void explain(struct branch *b)
{
    json_t *cause = b->error.cause;
    const char *said = cause ? json_string_value(cause) : "";
    b->error.cause =
        json_sprintf("An error occurred while executing the state '%s' (entered at the event id "
                     "#%d). %s",
                     json_string_value(b->name), b->entered_event, said);
    json_decref(cause);
    if (strcmp(b->error.name, "States.QueryEvaluationError") == 0)
        history_evaluation(b);
}

static int attempts_of(const struct branch *b, int retrier)
{
    if (b->x->test)
        return state_test_attempts(b);
    return (int)json_integer_value(json_array_get(b->attempts, (size_t)retrier));
}

/* Whether the state is tried again, some time later. */
static bool retry(struct branch *b)
{
    const struct slrun_cloud *cloud = b->x->service->cloud;
    json_t *retriers = json_object_get(b->state, "Retry");
    int i = asl_meets(retriers, b->error.name);
    if (i < 0)
        return false;
    double random = (double)(cloud->random(cloud) >> 11) / (double)(1ULL << 53);
    int64_t pause = asl_backoff(json_array_get(retriers, (size_t)i), attempts_of(b, i), random);
    if (b->x->test)
        state_test_meets(b, "retryIndex", i, pause);
    if (pause < 0)
        return false;
    if (b->x->test) {
        state_test_end(b, "RETRIABLE", NULL, NULL);
        return true;
    }
    while (json_array_size(b->attempts) <= (size_t)i)
        (void)json_array_append_new(b->attempts, json_integer(0));
    (void)json_array_set_new(b->attempts, (size_t)i, json_integer(attempts_of(b, i) + 1));
    b->retries++;
    asl_error_clear(&b->error);
    branch_wait(b, cloud->now_ms(cloud) + pause, PHASE_AGAIN);
    return true;
}

/* What a catcher makes of the raw input and the error; NULL with b->error. */
static json_t *caught(struct branch *b, json_t *catcher, json_t *shown)
{
    struct asl_scope scope;
    if (branch_in_jsonata(b)) {
        scope_of(b, b->input, &scope);
        scope.role = ASL_ERROR_OUTPUT;
        scope.value = shown;
        json_t *made = asl_output(&scope, catcher, shown);
        scope_clear(&scope);
        return made;
    }
    const json_t *place = json_object_get(catcher, "ResultPath");
    const char *path = place ? json_string_value(place) : "$";
    json_t *output = path ? asl_path_put(b->input, path, shown) : json_incref(b->input);
    return output ? output : json_incref(shown);
}

static bool catch (struct branch *b)
{
    json_t *catchers = json_object_get(b->state, "Catch");
    int i = asl_meets(catchers, b->error.name);
    json_t *catcher = i < 0 ? NULL : json_array_get(catchers, (size_t)i);
    if (!catcher)
        return false;
    json_t *shown = asl_error_output(&b->error);
    asl_error_clear(&b->error);
    json_t *output = caught(b, catcher, shown);
    bool good = output && state_assign(b, catcher, shown, ASL_ERROR_OUTPUT);
    if (good && b->x->test) {
        state_test_caught(b, i, shown, output);
        json_decref(output);
    } else if (good) {
        state_leave(b, output, slrun_text(catcher, "Next"));
    } else {
        json_decref(output);
        explain(b);
    }
    json_decref(shown);
    return good;
}

static void fail(struct branch *b, const char *event)
{
    if (retry(b))
        return;
    if (event)
        history_add(b->x, b, event, NULL);
    if (!catch (b))
        branch_fail(b);
}

void state_fail(struct branch *b)
{
    fail(b, state_type_of(b->state)->failed);
}

/* AWS tells no event of a state that could not even begin (States.Runtime). */
void state_break(struct branch *b)
{
    bool runtime = strcmp(b->error.name, "States.Runtime") == 0;
    explain(b);
    fail(b, runtime ? NULL : state_type_of(b->state)->failed);
}

/* ---- out ---- */

/* The event tells what was assigned, as JSON texts. */
static void history_exit(struct branch *b, const json_t *output)
{
    char type[EVENT_SIZE];
    json_t *details = history_data("output", output, b->name), *value;
    json_t *texts = json_object_size(b->assigned) > 0 ? json_object() : NULL;
    const char *name;
    json_object_foreach (b->assigned, name, value) {
        char *text = asl_dump(value);
        (void)json_object_set_new(texts, name, json_string(text ? text : ""));
        free(text);
    }
    if (texts) {
        (void)json_object_set_new(details, "assignedVariables", texts);
        (void)json_object_set_new(details, "assignedVariablesDetails",
                                  json_pack("{s:b}", "truncated", 0));
    }
    (void)snprintf(type, sizeof type, "%sStateExited", state_type_of(b->state)->name);
    history_add(b->x, b, type, details);
}

void state_leave(struct branch *b, json_t *output, const char *next)
{
    if (b->x->test) {
        state_test_end(b, "SUCCEEDED", output, next);
        json_decref(output);
        return;
    }
    branch_free_children(b); /* those of a failure that was caught */
    if (state_type_of(b->state)->exits)
        history_exit(b, output);
    replace(&b->assigned, NULL);
    if (next) {
        replace(&b->input, output);
        replace(&b->name, json_string(next));
        branch_ready(b, PHASE_ENTER);
        return;
    }
    replace(&b->result, output);
    b->phase = PHASE_DONE;
    if (b->parent)
        branch_ready(b->parent, PHASE_JOIN);
    else
        execution_end(b->x, "SUCCEEDED", output, NULL);
}
