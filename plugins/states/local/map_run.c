/* SPDX-License-Identifier: Apache-2.0 */
/* Map Runs: their executions, counts, ends. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/integration.h"
#include "local/map.h"

struct map_child {
    struct map_run *run;
    struct map_child *next;
    size_t index;
    struct slrun_watch *watch;
    char arn[ARN_SIZE];
};

static const struct slrun_cloud *cloud_of(const struct map_run *run)
{
    return run->b->x->service->cloud;
}

static void keep(const struct map_run *run)
{
    state_keep(run->b->x->service, &kept_map_runs, slrun_text(run->doc, "mapRunArn"), run->doc);
}

/* ---- counts ---- */

static void add(json_t *counts, const char *name, json_int_t n)
{
    json_t *count = json_object_get(counts, name);
    (void)json_integer_set(count, json_integer_value(count) + n);
}

/* Items of an iteration: those of its batch. */
static json_int_t items_of(const struct map_run *run, size_t index)
{
    json_t *batch = json_array_get(run->b->items, index);
    bool batched = json_object_get(run->b->state, "ItemBatcher");
    return batched ? (json_int_t)json_array_size(json_object_get(batch, "Items")) : 1;
}

/* An iteration is no longer what it was. NULL: nothing. */
static void move(struct map_run *run, size_t index, const char *from, const char *to)
{
    json_t *executions = json_object_get(run->doc, "executionCounts");
    json_t *items = json_object_get(run->doc, "itemCounts");
    json_int_t n = items_of(run, index);
    if (from) {
        add(executions, from, -1);
        add(items, from, -n);
    }
    add(executions, to, 1);
    add(items, to, n);
}

static json_t *no_counts(void)
{
    static const char *const names[] = {"pending",
                                        "running",
                                        "succeeded",
                                        "failed",
                                        "timedOut",
                                        "aborted",
                                        "total",
                                        "resultsWritten",
                                        "failuresNotRedrivable",
                                        "pendingRedrive",
                                        NULL};
    json_t *counts = json_object();
    for (const char *const *name = names; *name; name++)
        (void)json_object_set_new(counts, *name, json_integer(0));
    return counts;
}

/* ---- the beginning ---- */

/* What ARNs of this state machine begin with, up to the account, and its name. */
static json_t *arn_of(const struct branch *b, const char *kind, const char *label, const char *id)
{
    const char *arn = slrun_text(b->x->doc, "stateMachineArn");
    const char *name = slrun_text(json_object_get(b->x->doc, "machine"), "name");
    int prefix = (int)(strstr(arn, ":stateMachine:") - arn), n = (int)strcspn(name, "/");
    return json_sprintf("%.*s:%s:%.*s/%s%s%s", prefix, arn, kind, n, name, label, id ? ":" : "",
                        id ? id : "");
}

static json_t *new_doc(const struct branch *b)
{
    const struct slrun_cloud *cloud = b->x->service->cloud;
    char id[UUID_SIZE], made[UUID_SIZE];
    const char *label = slrun_text(b->state, "Label");
    cloud->uuid(cloud, id);
    cloud->uuid(cloud, made);
    label = label ? label : made;
    return json_pack("{s:o, s:s, s:s, s:O, s:o, s:s, s:I, s:o, s:o, s:i}", "mapRunArn",
                     arn_of(b, "mapRun", label, id), "id", id, "label", label, "executionArn",
                     json_object_get(b->x->doc, "executionArn"), "stateMachineArn",
                     arn_of(b, "stateMachine", label, NULL), "status", "RUNNING", "startDate",
                     (json_int_t)cloud->now_ms(cloud), "executionCounts", no_counts(), "itemCounts",
                     no_counts(), "redriveCount", 0);
}

static struct map_run *run_new(struct branch *b)
{
    struct map_run *run = calloc(1, sizeof *run);
    if (!run)
        return NULL;
    run->b = b;
    run->doc = new_doc(b);
    map_tell_settings(b, run->doc);
    run->ended = json_array();
    b->run = run;
    (void)json_object_set(b->x->service->map_runs, slrun_text(run->doc, "mapRunArn"), run->doc);
    keep(run);
    map_runs_trim(b->x->service);
    return run;
}

void map_run_begin(struct branch *b)
{
    bool reads = json_object_get(b->state, "ItemReader");
    json_t *items = reads ? NULL : map_items(b);
    size_t n = json_array_size(items);
    if (!*b->error.name)
        history_add(b->x, b, "MapStateStarted", json_pack("{s:I}", "length", (json_int_t)n));
    struct map_run *run =
        !*b->error.name && map_settings(b) && map_tolerance(b) ? run_new(b) : NULL;
    if (!run) {
        json_decref(items);
        state_break(b);
        return;
    }
    history_add(b->x, b, "MapRunStarted",
                json_pack("{s:O}", "mapRunArn", json_object_get(run->doc, "mapRunArn")));
    if (reads)
        map_read(run);
    else
        map_run_items(run, items);
}

/* ---- executions ---- */

/* The state machine of the iterations, as executions have it. */
static json_t *machine_of(const struct map_run *run)
{
    const struct branch *b = run->b;
    json_t *machine = json_copy(json_object_get(b->x->doc, "machine"));
    json_t *definition = json_copy(map_processor(b));
    const json_t *config = json_object_get(definition, "ProcessorConfig");
    const char *type = slrun_text(config, "ExecutionType");
    const char *arn = slrun_text(run->doc, "stateMachineArn");
    bool own = json_object_get(definition, "QueryLanguage");
    if (!own && branch_in_jsonata(b))
        (void)json_object_set_new(definition, "QueryLanguage", json_string("JSONata"));
    char *text = asl_dump(definition);
    (void)json_object_set_new(machine, "definition", json_string(text ? text : ""));
    (void)json_object_set_new(machine, "type", json_string(type ? type : "STANDARD"));
    (void)json_object_set_new(machine, "stateMachineArn", json_string(arn));
    (void)json_object_set_new(
        machine, "name", json_string(strstr(arn, ":stateMachine:") + strlen(":stateMachine:")));
    free(text);
    json_decref(definition);
    return machine;
}

static json_t *execution_of(const struct map_run *run, size_t index, json_t *input)
{
    const struct slrun_cloud *cloud = cloud_of(run);
    char id[UUID_SIZE], more[2 * UUID_SIZE] = "";
    json_t *machine = machine_of(run);
    bool express = machine_is_express(machine);
    cloud->uuid(cloud, id);
    (void)snprintf(more, sizeof more, "%s", id);
    if (express) { /* NAME:ID */
        cloud->uuid(cloud, more + strlen(id) + 1);
        more[strlen(id)] = ':';
    }
    char *text = asl_dump(input);
    json_t *doc = json_pack(
        "{s:o, s:s, s:s, s:I, s:s, s:O, s:o, s:O, s:O, s:I}", "executionArn",
        arn_of(run->b, express ? "express" : "execution", slrun_text(run->doc, "label"), more),
        "name", id, "status", "RUNNING", "startDate", (json_int_t)cloud->now_ms(cloud), "input",
        text ? text : "", "inputValue", input, "machine", machine, "stateMachineArn",
        json_object_get(run->doc, "stateMachineArn"), "mapRunArn",
        json_object_get(run->doc, "mapRunArn"), "itemCount", items_of(run, index));
    free(text);
    return doc;
}

static void look(void *arg);

static bool start(struct map_run *run, size_t index)
{
    const struct slrun_cloud *cloud = cloud_of(run);
    json_t *input = map_iteration_input(run->b, index);
    json_t *doc = input ? execution_of(run, index, input) : NULL;
    struct map_child *child = doc ? calloc(1, sizeof *child) : NULL;
    if (child) {
        (void)snprintf(child->arn, sizeof child->arn, "%s", slrun_text(doc, "executionArn"));
        child->run = run;
        child->index = index;
        child->next = run->children;
        run->children = child;
        child->watch = cloud->watch(cloud, child->arn, look, child);
    }
    bool good = child && child->watch && execution_start(run->b->x->service, doc, NULL);
    json_decref(doc);
    json_decref(input);
    if (good)
        move(run, index, "pending", "running");
    else
        (void)asl_fail(&run->b->error, "States.Runtime", "out of memory");
    return good;
}

static void child_free(struct map_child *child)
{
    struct map_child **at = &child->run->children;
    while (*at && *at != child)
        at = &(*at)->next;
    if (*at)
        *at = child->next;
    if (child->watch)
        cloud_of(child->run)->watch_stop(child->watch);
    free(child);
}

static void go_on(struct map_run *run)
{
    struct branch *b = run->b;
    while (b->started < b->total && b->running < b->at_once) {
        if (!start(run, b->started)) {
            map_run_fail(run);
            return;
        }
        b->started++;
        b->running++;
    }
    keep(run);
    if (b->running == 0)
        map_write(run);
}

/* ---- their ends ---- */

static const struct {
    const char *status, *count;
} outcomes[] = {{"SUCCEEDED", "succeeded"},
                {"FAILED", "failed"},
                {"TIMED_OUT", "timedOut"},
                {"ABORTED", "aborted"}};

static const char *count_of(const char *status)
{
    for (size_t i = 0; i < sizeof outcomes / sizeof *outcomes; i++)
        if (strcmp(outcomes[i].status, status) == 0)
            return outcomes[i].count;
    return "failed";
}

/* What an execution gives to the state's result. */
static json_t *result_of(const json_t *doc, bool good)
{
    if (good)
        return json_loads(slrun_text(doc, "output"), JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
    json_t *error = json_object_get(doc, "error"), *cause = json_object_get(doc, "cause");
    return json_pack("{s:O*, s:O*}", "Error", error, "Cause", cause);
}

static void exceeded(struct map_run *run)
{
    (void)asl_fail(&run->b->error, "States.ExceedToleratedFailureThreshold",
                   "The specified tolerated failure threshold was exceeded");
    map_run_fail(run);
}

static void take(struct map_run *run, size_t index, json_t *doc)
{
    struct branch *b = run->b;
    const char *status = slrun_text(doc, "status");
    bool good = strcmp(status, "SUCCEEDED") == 0;
    json_t *result = result_of(doc, good);
    move(run, index, "running", count_of(status));
    move(run, index, NULL, "resultsWritten");
    (void)json_array_append(run->ended, doc);
    (void)json_array_set_new(b->results, index, result ? result : json_null());
    b->running--;
    b->failed += !good;
    if (b->failed > b->tolerated)
        exceeded(run);
    else
        go_on(run);
}

static void look(void *arg)
{
    struct map_child *child = arg;
    struct map_run *run = child->run;
    json_t *doc = json_object_get(run->b->x->service->executions, child->arn);
    size_t index = child->index;
    if (!doc || strcmp(slrun_text(doc, "status"), "RUNNING") == 0)
        return;
    child_free(child);
    take(run, index, doc);
}

void map_run_items(struct map_run *run, json_t *items)
{
    struct branch *b = run->b;
    if (!map_take_items(b, items) || !map_tolerance(b)) {
        map_run_fail(run);
        return;
    }
    for (size_t i = 0; i < b->total; i++) {
        move(run, i, NULL, "pending");
        move(run, i, NULL, "total");
    }
    go_on(run);
}

/* ---- the end ---- */

static void finish(struct map_run *run, const char *status)
{
    const struct slrun_cloud *cloud = cloud_of(run);
    (void)json_object_set_new(run->doc, "status", json_string(status));
    (void)json_object_set_new(run->doc, "stopDate", json_integer(cloud->now_ms(cloud)));
}

/* The state goes on with b->result or b->error. */
static void end(struct map_run *run)
{
    struct branch *b = run->b;
    map_run_free(b);
    branch_ready(b, PHASE_RESULT);
    execution_go(b->x);
}

void map_run_fail(struct map_run *run)
{
    finish(run, "FAILED");
    history_add(run->b->x, run->b, "MapRunFailed", history_error(&run->b->error));
    end(run);
}

void map_run_succeed(struct map_run *run, json_t *result)
{
    struct branch *b = run->b;
    int before = b->last_event;
    finish(run, "SUCCEEDED");
    history_add(b->x, b, "MapRunSucceeded", NULL);
    history_add(b->x, b, "MapStateSucceeded", NULL);
    b->last_event = before;
    json_decref(b->result);
    b->result = result;
    end(run);
}

static void abort_child(struct map_child *child)
{
    const struct asl_error none = {.cause = NULL};
    struct map_run *run = child->run;
    struct execution *x = execution_running(run->b->x->service, child->arn);
    move(run, child->index, "running", "aborted");
    child_free(child);
    if (!x)
        return;
    execution_end(x, "ABORTED", NULL, &none);
    execution_go(x); /* does away with it */
}

void map_run_free(struct branch *b)
{
    struct map_run *run = b->run;
    if (!run)
        return;
    if (run->calling)
        cloud_of(run)->call_cancel(run->calling);
    while (run->children)
        abort_child(run->children);
    if (strcmp(slrun_text(run->doc, "status"), "RUNNING") == 0)
        finish(run, "ABORTED");
    keep(run);
    b->run = NULL;
    json_decref(run->doc);
    json_decref(run->read);
    json_decref(run->ended);
    json_decref(run->files);
    free(run);
}

/* ---- S3 ---- */

void map_run_call(struct map_run *run, const char *action, json_t *args,
                  void (*done)(void *arg, const json_t *result, const struct slrun_error *error))
{
    const struct slrun_cloud *cloud = cloud_of(run);
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    slrun_arn_place(slrun_text(run->doc, "executionArn"), region, account);
    const struct slrun_cloud_call order = {.service = "s3",
                                           .operation = action,
                                           .args = args,
                                           .region = region,
                                           .account = account,
                                           .caller = "states",
                                           .done = done,
                                           .arg = run};
    run->calling = cloud->call(cloud, &order);
    if (run->calling) {
        integration_as_machine(run->b->x, run->calling);
        return;
    }
    (void)asl_fail(&run->b->error, "States.Runtime", "out of memory");
    map_run_fail(run);
}
