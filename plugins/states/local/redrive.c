/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Executions that run on after they have failed, timed out or were aborted (Developer Guide,
 * "Restarting state machine executions with redrive"). Their branches go on where they stood: what
 * has succeeded stays, a state that failed or was under way does its work again, with new retries
 * and time-outs, but is not entered again.
 */
#include <string.h>

#include "local/run.h"

enum {
    REDRIVE_EVENTS_MAX = EVENTS_MAX - 1, /* room for ExecutionRedriven and one more */
    TOKENS_MAX = 10,
    TOKEN_MS = 15 * 60 * 1000
};
#define REDRIVE_MS (14 * INT64_C(86400000))
#define OPEN_MS    (365 * INT64_C(86400000))

static json_int_t number(const json_t *doc, const char *name)
{
    return json_integer_value(json_object_get(doc, name));
}

/* ---- branches ---- */

/* The state of a branch does its work again. A Fail state, which has no event of its own for that,
 * fails behind the redrive. */
static void revive(json_t *doc, const struct execution *x)
{
    static const char *const gone[] = {"Error", "Cause", "Task", "Work", NULL};
    bool fails = strcmp(slrun_text_or(doc, "Type", ""), "Fail") == 0;
    json_int_t last = fails ? (json_int_t)json_array_size(x->history) : number(doc, "EnteredEvent");
    for (const char *const *name = gone; *name; name++)
        (void)json_object_del(doc, *name);
    (void)json_object_set_new(doc, "Phase", json_integer(PHASE_AGAIN));
    (void)json_object_set_new(doc, "Due", json_integer(0));
    (void)json_object_set_new(doc, "Begun",
                              json_integer(x->service->cloud->now_ms(x->service->cloud)));
    (void)json_object_set_new(doc, "Attempts", json_array());
    (void)json_object_set_new(doc, "Retries", json_integer(0));
    (void)json_object_set_new(doc, "LastEvent", json_integer(last));
}

/* A Parallel or Map state goes on with what is below it; it failed, unless it was under way. */
static void revive_below(json_t *doc, const struct execution *x)
{
    json_t *children = json_object_get(doc, "Children"), *child;
    bool joins = number(doc, "Phase") == PHASE_JOIN;
    bool failed = !joins && number(doc, "Phase") != PHASE_HELD;
    json_int_t failures = number(doc, "Failed");
    size_t i;
    json_array_foreach (children, i, child)
        redrive_branch(child, x);
    (void)json_object_del(doc, "Error");
    (void)json_object_del(doc, "Cause");
    (void)json_object_set_new(doc, "Phase", json_integer(joins ? PHASE_JOIN : PHASE_HELD));
    (void)json_object_set_new(doc, "Running", json_integer((json_int_t)json_array_size(children)));
    if (failed && failures > 0) /* the one by which it failed was counted */
        (void)json_object_set_new(doc, "Failed", json_integer(failures - 1));
}

void redrive_branch(json_t *doc, const struct execution *x)
{
    bool below = json_object_get(doc, "Children") || json_object_get(doc, "MapRun");
    if (number(doc, "Phase") == PHASE_ENTER || json_object_get(doc, "Result"))
        return;
    if (below)
        revive_below(doc, x);
    else
        revive(doc, x);
}

/* ---- executions ---- */

json_t *redrive_obstacle(const struct service *service, const json_t *doc)
{
    const char *arn = slrun_text(doc, "executionArn"), *status = slrun_text(doc, "status");
    int64_t now = service->cloud->now_ms(service->cloud);
    if (strcmp(status, "RUNNING") == 0 || strcmp(status, "SUCCEEDED") == 0)
        return json_sprintf("Execution is %s and cannot be redriven", status);
    if (json_array_size(json_object_get(service->histories, arn)) >= REDRIVE_EVENTS_MAX)
        return json_string("Execution history event limit exceeded");
    if (now - number(doc, "startDate") > OPEN_MS)
        return json_string("Execution has exceeded the max execution time");
    if (now - number(doc, "stopDate") > REDRIVE_MS)
        return json_string("Execution redrivable period exceeded");
    if (!json_object_get(service->trees, arn)) /* by an older slrun, which kept no branches */
        return json_string("Execution was started before the launch of RedriveExecution");
    return NULL;
}

/* Its document is that of one that runs again. */
static void unend(json_t *doc)
{
    static const char *const ends[] = {"stopDate", "output", "error", "cause", NULL};
    const char *input = slrun_text(doc, "input");
    for (const char *const *end = ends; *end; end++)
        (void)json_object_del(doc, *end);
    (void)json_object_set_new(doc, "status", json_string("RUNNING"));
    (void)json_object_set_new(doc, "inputValue",
                              json_loads(input, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL));
}

bool execution_restart(struct service *service, json_t *doc)
{
    const struct slrun_cloud *cloud = service->cloud;
    unend(doc);
    (void)json_object_set_new(doc, "startDate", json_integer(cloud->now_ms(cloud)));
    return execution_begin(service, doc, NULL);
}

bool execution_redrive(struct service *service, json_t *doc)
{
    const struct slrun_cloud *cloud = service->cloud;
    const char *arn = slrun_text(doc, "executionArn");
    json_int_t count = json_integer_value(json_object_get(doc, "redriveCount")) + 1;
    json_t *tree = json_deep_copy(json_object_get(service->trees, arn));
    unend(doc);
    (void)json_object_set_new(doc, "redriveCount", json_integer(count));
    (void)json_object_set_new(doc, "redriveDate", json_integer(cloud->now_ms(cloud)));
    state_keep(service, &kept_executions, arn, doc);
    struct execution *x = execution_new(service, doc);
    if (!x) {
        json_decref(tree);
        return false;
    }
    history_redriven(x, json_pack("{s:I}", "redriveCount", count));
    redrive_branch(tree, x);
    x->root = branch_from_json(x, NULL, x->definition, tree);
    json_decref(tree);
    if (!x->root) {
        execution_free(x);
        return false;
    }
    (void)json_object_del(service->trees, arn);
    execution_limit(x);
    execution_later(x);
    status_tell(x);
    return true;
}

/* ---- the operation ---- */

/* When the redrive of that token was, if it is remembered; 0: it is not. */
static json_int_t redriven_by(const json_t *doc, const char *token, int64_t now)
{
    json_t *one;
    size_t i;
    json_array_foreach (json_object_get(doc, "redrives"), i, one)
        if (strcmp(slrun_text(one, "token"), token) == 0 && now - number(one, "date") < TOKEN_MS)
            return number(one, "date");
    return 0;
}

static void remember(json_t *doc, const char *token)
{
    json_t *all = json_object_get(doc, "redrives");
    if (!all && json_object_set_new(doc, "redrives", all = json_array()) != 0)
        return;
    (void)json_array_append_new(
        all, json_pack("{s:s, s:O}", "token", token, "date", json_object_get(doc, "redriveDate")));
    if (json_array_size(all) > TOKENS_MAX)
        (void)json_array_remove(all, 0);
}

static bool call_redrivable(struct slrun_json_call *call, const json_t *doc)
{
    json_t *why = redrive_obstacle(service_of(call), doc);
    if (why)
        (void)call_fail(call, "ExecutionNotRedrivable", "Execution %s invalid for redrive as: %s",
                        slrun_text(doc, "executionArn"), json_string_value(why));
    json_decref(why);
    return !why;
}

json_t *op_redrive_execution(struct slrun_json_call *call)
{
    const char *arn = call_text(call, "executionArn"), *token = call_text(call, "clientToken");
    if (strstr(arn, ":execution:") && strchr(arn, '/'))
        return call_fail(call, "ValidationException",
                         "Labeled Execution ARNs are not supported for this API");
    json_t *doc = call_execution(call);
    json_int_t date = doc && token ? redriven_by(doc, token, now_of(call)) : 0;
    if (!doc || (!date && !call_redrivable(call, doc)))
        return NULL;
    if (!date && !execution_redrive(call->service, doc))
        return call_fail(call, "InternalServerError", "out of memory");
    if (!date && token) {
        remember(doc, token);
        state_keep(service_of(call), &kept_executions, arn, doc);
    }
    if (!date)
        date = number(doc, "redriveDate");
    return json_pack("{s:f}", "redriveDate", (double)date / 1000);
}
