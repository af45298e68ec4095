/* SPDX-License-Identifier: Apache-2.0 */
/* The types of states, and those whose work is done at once. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/time.h>

#include "local/run.h"

enum { WAIT_MAX_S = 99999999 };

static void pass_enter(struct branch *b)
{
    json_t *result = json_object_get(b->state, "Result");
    if (state_input(b))
        state_succeed(b, json_incref(result ? result : b->work));
    else
        state_break(b);
}

/* Out of a state that has no result, but its input; `from` is the state, or the rule that holds. */
static void give_on(struct branch *b, json_t *from, const char *next)
{
    struct asl_scope scope;
    json_t *output = NULL;
    scope_of(b, b->work, &scope);
    if (state_assign(b, from, b->work, ASL_NO_VALUE))
        output = asl_output(&scope, scope.jsonata ? from : b->state, b->work);
    scope_clear(&scope);
    if (output)
        state_leave(b, output, next);
    else
        state_break(b);
}

static void succeed_enter(struct branch *b)
{
    if (state_input(b))
        give_on(b, b->state, NULL);
    else
        state_break(b);
}

/* ---- Choice ---- */

static void choice_enter(struct branch *b)
{
    struct asl_scope scope;
    if (!state_input(b)) {
        state_break(b);
        return;
    }
    scope_of(b, b->work, &scope);
    json_t *rule = asl_choose(&scope, b->state);
    const char *next = rule ? slrun_text(rule, "Next") : slrun_text(b->state, "Default");
    scope_clear(&scope);
    if (!*b->error.name && !next)
        (void)asl_fail(&b->error, "States.NoChoiceMatched",
                       "Failed to transition out of the state. The state does not point to a next "
                       "state.");
    if (*b->error.name)
        state_break(b);
    else
        give_on(b, rule ? rule : b->state, next);
}

/* ---- Wait ---- */

/* Seconds or a time that a path says; false with the error. */
static bool read_seconds(struct branch *b, const char *path, const json_t *value, int64_t *due)
{
    double seconds = json_number_value(value);
    char *text = asl_dump(value);
    if (!json_is_number(value) || seconds != floor(seconds))
        (void)asl_fail(&b->error, "States.Runtime",
                       "The SecondsPath parameter cannot be parsed as a long value: %s == %s", path,
                       text ? text : "");
    else if (seconds < 0)
        (void)asl_fail(&b->error, "States.Runtime",
                       "The SecondsPath parameter references a negative value: %s == %s", path,
                       text ? text : "");
    else if (seconds > WAIT_MAX_S)
        (void)asl_fail(&b->error, "States.Runtime", "Wait state delay is too long.");
    else
        *due = b->begun_ms + (int64_t)seconds * 1000;
    free(text);
    return !*b->error.name;
}

static void no_time(struct branch *b, const char *path, const char *said)
{
    if (!branch_in_jsonata(b)) {
        (void)asl_fail(&b->error, "States.Runtime",
                       "The TimestampPath parameter does not reference a valid ISO-8601 extended "
                       "offset date-time format string: %s == %s",
                       path, said);
        return;
    }
    (void)asl_fail(&b->error, "States.QueryEvaluationError",
                   "The Timestamp field cannot be parsed as an ISO-8601 extended offset "
                   "date-time format string: %s",
                   said);
    (void)snprintf(b->error.field, sizeof b->error.field, "Timestamp");
    b->before_event = b->entered_event; /* AWS has the event of this one behind that of entering */
}

static bool read_time(struct branch *b, const char *path, const json_t *value, int64_t *due)
{
    char *text = json_is_string(value) ? NULL : asl_dump(value);
    const char *said = text ? text : json_string_value(value);
    if (!json_is_string(value) || !slrun_time_read(said, 0, due))
        no_time(b, path, said);
    else if (*due - b->begun_ms > (int64_t)INT32_MAX * 1000)
        (void)asl_fail(&b->error, "States.Runtime", "Wait state delay is too long.");
    free(text);
    return !*b->error.name;
}

/* By which field a Wait state says how long. */
static const struct {
    const char *field, *path;
    bool (*read)(struct branch *b, const char *path, const json_t *value, int64_t *due);
} waits[] = {{"Seconds", "SecondsPath", read_seconds}, {"Timestamp", "TimestampPath", read_time}};

/* What the expression of a Wait state gives. */
static json_t *queried_wait(const struct asl_scope *scope, json_t *template, size_t wait)
{
    return asl_query_of(scope, template, waits[wait].field, wait == 0 ? "number" : "string");
}

static bool due_of(struct branch *b, int64_t *due)
{
    for (size_t i = 0; i < sizeof waits / sizeof *waits; i++) {
        json_t *value = json_incref(json_object_get(b->state, waits[i].field));
        const char *path = slrun_text(b->state, waits[i].path);
        struct asl_scope scope;
        char why[ASL_WHY_SIZE];
        if (!value && !path)
            continue;
        scope_of(b, b->work, &scope);
        if (path && !(value = asl_path(&scope, path, why)))
            (void)asl_fail(&b->error, "States.Runtime",
                           "The %s parameter does not reference an input value: %s", waits[i].path,
                           path);
        if (scope.jsonata) {
            json_t *said = queried_wait(&scope, value, i);
            json_decref(value);
            value = said;
        }
        scope_clear(&scope);
        bool good = value && waits[i].read(b, path ? path : waits[i].field, value, due);
        json_decref(value);
        return good;
    }
    return false;
}

static void wait_enter(struct branch *b)
{
    int64_t due = 0;
    if (state_input(b) && due_of(b, &due))
        branch_wait(b, due, PHASE_WAITED);
    else
        state_break(b);
}

/* ---- Fail ---- */

/* What Error or ErrorPath says: a new reference, NULL: nothing, or b->error. */
static json_t *said(struct branch *b, const char *field, const char *path_field)
{
    const char *path = slrun_text(b->state, path_field);
    json_t *literal = json_object_get(b->state, field);
    struct asl_scope scope;
    if (!path && (!literal || !branch_in_jsonata(b)))
        return json_incref(literal);
    scope_of(b, b->input, &scope);
    json_t *value =
        path ? asl_field(&scope, path, path_field) : asl_query_of(&scope, literal, field, "string");
    scope_clear(&scope);
    return value;
}

static void fail_enter(struct branch *b)
{
    json_t *name = said(b, "Error", "ErrorPath"), *cause = said(b, "Cause", "CausePath");
    bool broken = *b->error.name;
    if (!broken) {
        (void)asl_fail(&b->error, json_is_string(name) ? json_string_value(name) : "", "%s",
                       json_is_string(cause) ? json_string_value(cause) : "");
        branch_fail(b);
    } else {
        state_break(b);
    }
    json_decref(name);
    json_decref(cause);
}

/* ---- the table ---- */

static const struct state_type types[] = {
    {"Pass", pass_enter, NULL, true},
    {"Task", task_enter, NULL, true, true, NULL, "TaskStateAborted"},
    {"Choice", choice_enter, NULL, true},
    {"Wait", wait_enter, NULL, true, false, NULL, "WaitStateAborted"},
    {"Succeed", succeed_enter, NULL, true},
    {"Fail", fail_enter, NULL, false},
    {"Parallel", parallel_enter, parallel_join, true, true, "ParallelStateFailed",
     "ParallelStateAborted"},
    {"Map", map_enter, map_join, true, true, "MapStateFailed", "MapStateAborted"},
};

const struct state_type *state_type_of(const json_t *state)
{
    const char *name = slrun_text(state, "Type");
    for (size_t i = 0; name && i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i].name, name) == 0)
            return &types[i];
    return &types[0]; /* a definition is checked before it runs */
}
