/* SPDX-License-Identifier: Apache-2.0 */
/* The events of an execution, as GetExecutionHistory has them. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "local/run.h"

/* "LambdaFunctionFailed": "lambdaFunctionFailedEventDetails"; what enters and exits states has
 * names of its own. */
static json_t *details_name(const char *type)
{
    const char *state = strstr(type, "StateEntered");
    state = state ? state : strstr(type, "StateExited");
    type = state ? state : type;
    return json_sprintf("%c%sEventDetails", tolower((unsigned char)*type), type + 1);
}

static void too_many(struct execution *x)
{
    struct asl_error error = {.name = "States.Runtime"};
    error.cause = json_sprintf("The execution reached the maximum number of history events (%d).",
                               EVENTS_MAX);
    execution_end(x, "FAILED", NULL, &error);
    execution_later(x); /* does away with it */
    json_decref(error.cause);
}

void history_add(struct execution *x, struct branch *b, const char *type, json_t *details)
{
    int id = (int)json_array_size(x->history) + 1;
    int64_t now = x->service->cloud->now_ms(x->service->cloud);
    bool full = id >= EVENTS_MAX && !x->over;
    if (x->told || full) {
        json_decref(details);
        if (full && !x->express)
            too_many(x);
        return;
    }
    json_t *event = json_pack("{s:I, s:s, s:i, s:i}", "timestamp", (json_int_t)now, "type", type,
                              "id", id, "previousEventId", b ? b->last_event : 0);
    if (details) {
        json_t *name = details_name(type);
        (void)json_object_set_new(event, json_string_value(name), details);
        json_decref(name);
    }
    (void)json_array_append(x->history, event);
    log_event(x, event);
    if (!x->express)
        state_keep_event(x->service, slrun_text(x->doc, "executionArn"), event);
    json_decref(event);
    if (b)
        b->last_event = id;
}

void history_redriven(struct execution *x, json_t *details)
{
    struct branch last = {.last_event = (int)json_array_size(x->history)};
    history_add(x, &last, "ExecutionRedriven", details);
}

json_t *history_data(const char *member, const json_t *value, const json_t *name)
{
    char *text = asl_dump(value);
    json_t *details = json_pack("{s:O*, s:s}", "name", name, member, text ? text : "null");
    json_t *of = json_sprintf("%sDetails", member);
    (void)json_object_set_new(details, json_string_value(of), json_pack("{s:b}", "truncated", 0));
    json_decref(of);
    free(text);
    return details;
}

json_t *history_error(const struct asl_error *error)
{
    json_t *details = json_object();
    if (*error->name)
        (void)json_object_set_new(details, "error", json_string(error->name));
    if (error->cause && json_string_length(error->cause) > 0)
        (void)json_object_set(details, "cause", error->cause);
    return details;
}
