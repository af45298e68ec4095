/* SPDX-License-Identifier: Apache-2.0 */
/* Executions: their beginning and end, and the turns of their branches. */
#include "local/run.h"
#include "local/state_test.h"

#include <stdlib.h>
#include <string.h>

#include <slrun/time.h>

enum { EXPRESS_MS = 300000 };

/* ---- beginning ---- */

static json_t *context_of(const json_t *doc)
{
    char started[SLRUN_TIME_SIZE], redriven[SLRUN_TIME_SIZE];
    int64_t redriven_ms = json_integer_value(json_object_get(doc, "redriveDate"));
    const json_t *machine = json_object_get(doc, "machine");
    slrun_time_text(json_integer_value(json_object_get(doc, "startDate")), 1, started);
    slrun_time_text(redriven_ms, 1, redriven);
    return json_pack(
        "{s:{s:O, s:O, s:O, s:O, s:s, s:I, s:s*}, s:{s:O, s:O}}", "Execution", "Id",
        json_object_get(doc, "executionArn"), "Input", json_object_get(doc, "inputValue"), "Name",
        json_object_get(doc, "name"), "RoleArn", json_object_get(machine, "roleArn"), "StartTime",
        started, "RedriveCount", json_integer_value(json_object_get(doc, "redriveCount")),
        "RedriveTime", redriven_ms ? redriven : NULL, "StateMachine", "Id",
        json_object_get(doc, "stateMachineArn"), "Name", json_object_get(machine, "name"));
}

static void timed_out(void *arg)
{
    struct execution *x = arg;
    const struct asl_error none = {.cause = NULL}; /* AWS names none */
    x->limit = NULL;
    execution_end(x, "TIMED_OUT", NULL, &none);
    execution_go(x);
}

void execution_limit(struct execution *x)
{
    const struct slrun_cloud *cloud = x->service->cloud;
    const json_t *redriven = json_object_get(x->doc, "redriveDate");
    int64_t started =
        json_integer_value(redriven ? redriven : json_object_get(x->doc, "startDate"));
    const json_t *limit = json_object_get(x->definition, "TimeoutSeconds");
    int64_t ms = limit ? json_integer_value(limit) * 1000 : 0;
    if (x->express && (ms == 0 || ms > EXPRESS_MS))
        ms = EXPRESS_MS;
    if (ms > 0)
        x->limit = cloud->timer_start(cloud, started + ms, timed_out, x);
}

void execution_free(struct execution *x)
{
    const struct slrun_cloud *cloud = x->service->cloud;
    struct execution **at = &x->service->running;
    while (*at && *at != x)
        at = &(*at)->next;
    if (*at)
        *at = x->next;
    if (x->root)
        branch_free(x->root);
    if (x->turn) {
        cloud->timer_stop(x->turn);
        cloud->pending(cloud, -1);
    }
    if (x->limit)
        cloud->timer_stop(x->limit);
    json_decref(x->doc);
    json_decref(x->history);
    json_decref(x->definition);
    json_decref(x->context);
    state_test_free(x->test);
    free(x);
}

struct execution *execution_new(struct service *service, json_t *doc)
{
    struct execution *x = calloc(1, sizeof *x);
    const json_t *machine = json_object_get(doc, "machine");
    if (!x)
        return NULL;
    x->service = service;
    x->ready_end = &x->ready;
    x->doc = json_incref(doc);
    x->history = json_incref(json_object_get(service->histories, slrun_text(doc, "executionArn")));
    x->definition = json_loads(slrun_text(machine, "definition"), 0, NULL);
    x->context = context_of(doc);
    x->express = machine_is_express(machine);
    x->next = service->running;
    service->running = x;
    if (x->history && x->definition && x->context)
        return x;
    execution_free(x);
    return NULL;
}

static json_t *started_details(const struct execution *x)
{
    json_t *details = history_data("input", json_object_get(x->doc, "inputValue"), NULL);
    (void)json_object_set(details, "input", json_object_get(x->doc, "input"));
    slrun_copy_members(details, json_object_get(x->doc, "machine"),
                       (const char *const[]){"roleArn", NULL});
    slrun_copy_members(
        details, x->doc,
        (const char *const[]){"stateMachineVersionArn", "stateMachineAliasArn", NULL});
    return details;
}

bool execution_begin(struct service *service, json_t *doc, struct slrun_exchange *waiting)
{
    const char *arn = slrun_text(doc, "executionArn");
    (void)json_object_set_new(service->histories, arn, json_array());
    state_keep(service, &kept_executions, arn, doc);
    struct execution *x = execution_new(service, doc);
    if (!x)
        return false;
    x->waiting = waiting;
    history_add(x, NULL, "ExecutionStarted", started_details(x));
    execution_limit(x);
    x->root = branch_new(x, NULL, x->definition, json_object_get(doc, "inputValue"));
    if (!x->root) {
        execution_free(x);
        return false;
    }
    branch_ready(x->root, PHASE_ENTER);
    execution_later(x);
    status_tell(x);
    return true;
}

bool execution_start(struct service *service, json_t *doc, struct slrun_exchange *waiting)
{
    (void)json_object_set(service->executions, slrun_text(doc, "executionArn"), doc);
    bool good = execution_begin(service, doc, waiting);
    state_trim(service);
    return good;
}

bool execution_test(struct service *service, json_t *doc, struct state_test *test)
{
    const char *arn = slrun_text(doc, "executionArn");
    (void)json_object_set_new(service->histories, arn, json_array());
    struct execution *x = execution_new(service, doc);
    (void)json_object_del(service->histories, arn);
    if (!x)
        return false;
    (void)json_object_update(x->context, test->context);
    execution_limit(x);
    x->root = branch_new(x, NULL, x->definition, json_object_get(doc, "inputValue"));
    if (!x->root) {
        execution_free(x);
        return false;
    }
    (void)json_object_update(x->root->variables, test->variables);
    x->test = test;
    branch_ready(x->root, PHASE_ENTER);
    execution_later(x);
    return true;
}

/* ---- the end ---- */

static const struct {
    const char *status, *event;
} endings[] = {{"SUCCEEDED", "ExecutionSucceeded"},
               {"FAILED", "ExecutionFailed"},
               {"TIMED_OUT", "ExecutionTimedOut"},
               {"ABORTED", "ExecutionAborted"}};

/* What ends an execution from outside follows no event of it. */
static bool is_outside(const char *status)
{
    return strcmp(status, "ABORTED") == 0 || strcmp(status, "TIMED_OUT") == 0;
}

static void tell_end(struct execution *x, const char *status, const json_t *output,
                     const struct asl_error *error)
{
    json_t *details = error ? history_error(error) : NULL;
    if (output)
        details = history_data("output", output, NULL);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (strcmp(endings[i].status, status) == 0)
            history_add(x, is_outside(status) ? NULL : x->root, endings[i].event,
                        json_incref(details));
    slrun_copy_members(x->doc, details, (const char *const[]){"output", "error", "cause", NULL});
    json_decref(details);
}

/* The branches of one that failed are kept: it may be redriven. */
static void keep_tree(struct execution *x, const char *status)
{
    const char *arn = slrun_text(x->doc, "executionArn");
    bool failed = strcmp(status, "SUCCEEDED") != 0 && !x->express && x->root;
    json_t *tree = failed ? branch_to_json(x->root) : NULL;
    state_keep(x->service, &kept_runs, arn, tree);
    if (tree)
        (void)json_object_set_new(x->service->trees, arn, tree);
}

void execution_end(struct execution *x, const char *status, json_t *output,
                   const struct asl_error *error)
{
    const struct slrun_cloud *cloud = x->service->cloud;
    const char *arn = slrun_text(x->doc, "executionArn");
    if (x->over)
        return;
    x->over = true;
    tell_end(x, status, output, error);
    x->told = true;
    (void)json_object_set_new(x->doc, "status", json_string(status));
    (void)json_object_set_new(x->doc, "stopDate", json_integer(cloud->now_ms(cloud)));
    (void)json_object_del(x->doc, "inputValue");
    if (x->test)
        return;
    state_keep(x->service, &kept_executions, arn, x->doc);
    keep_tree(x, status);
    cloud->notify(cloud, arn);
    status_tell(x);
    if (x->waiting)
        sync_answer(x->service, x->waiting, x->doc);
    x->waiting = NULL;
}

/* ---- turns ---- */

static struct branch *next_ready(struct execution *x)
{
    struct branch *b = x->ready;
    if (!b)
        return NULL;
    x->ready = b->next_ready;
    if (!x->ready)
        x->ready_end = &x->ready;
    b->is_ready = false;
    return b;
}

void execution_keep(struct execution *x)
{
    if (!x->service->cloud->data || x->express || x->over)
        return;
    json_t *doc = branch_to_json(x->root);
    state_keep(x->service, &kept_runs, slrun_text(x->doc, "executionArn"), doc);
    json_decref(doc);
}

void execution_go(struct execution *x)
{
    struct branch *b;
    int steps = 0;
    if (x->going)
        return;
    x->going = true;
    while (!x->over && steps++ < TURN_STEPS && (b = next_ready(x)))
        branch_go(b);
    x->going = false;
    if (x->over) {
        execution_free(x);
        return;
    }
    execution_keep(x);
    if (x->ready)
        execution_later(x);
}

static void turn(void *arg)
{
    struct execution *x = arg;
    x->turn = NULL;
    x->service->cloud->pending(x->service->cloud, -1);
    execution_go(x);
}

void execution_later(struct execution *x)
{
    const struct slrun_cloud *cloud = x->service->cloud;
    if (x->turn)
        return;
    x->turn = cloud->timer_start(cloud, cloud->now_ms(cloud), turn, x);
    if (x->turn)
        cloud->pending(cloud, 1);
}

/* ---- all of them ---- */

struct execution *execution_running(const struct service *service, const char *arn)
{
    struct execution *x = service->running;
    while (x && strcmp(slrun_text(x->doc, "executionArn"), arn) != 0)
        x = x->next;
    return x;
}

void execution_unwait(struct service *service, const struct slrun_exchange *exchange)
{
    for (struct execution *x = service->running; x; x = x->next)
        if (x->waiting == exchange)
            x->waiting = NULL;
}

/* Who waits for one is told that it was stopped. */
void executions_end(struct service *service)
{
    const struct asl_error none = {.cause = NULL};
    struct execution *x;
    service->closing = true;
    while ((x = service->running)) {
        if (x->waiting)
            execution_end(x, "ABORTED", NULL, &none);
        execution_free(x);
    }
    service->closing = false;
}
