/* SPDX-License-Identifier: Apache-2.0 */
/* The executions of a Map Run, one for each item or batch, and how many have which status. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/map.h"

struct map_child {
    struct map_run *run;
    struct map_child *next;
    size_t index;
    struct slrun_watch *watch;
    char arn[ARN_SIZE];
};

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
    /* that of the machine, whatever the Map state speaks */
    slrun_copy_members(definition, b->x->definition, (const char *const[]){"QueryLanguage", NULL});
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
    const struct slrun_cloud *cloud = run->cloud;
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
        "{s:o, s:s, s:s, s:I, s:s, s:O, s:o, s:O, s:O, s:I, s:I}", "executionArn",
        map_run_arn(run->b, express ? "express" : "execution", slrun_text(run->doc, "label"), more),
        "name", id, "status", "RUNNING", "startDate", (json_int_t)cloud->now_ms(cloud), "input",
        text ? text : "", "inputValue", input, "machine", machine, "stateMachineArn",
        json_object_get(run->doc, "stateMachineArn"), "mapRunArn",
        json_object_get(run->doc, "mapRunArn"), "itemCount", items_of(run, index), "index",
        (json_int_t)index);
    free(text);
    return doc;
}

static void look(void *arg);

/* Waits for the end of one. */
static bool wait_for(struct map_run *run, const json_t *doc)
{
    struct map_child *child = calloc(1, sizeof *child);
    if (!child)
        return false;
    (void)snprintf(child->arn, sizeof child->arn, "%s", slrun_text(doc, "executionArn"));
    child->run = run;
    child->index = (size_t)json_integer_value(json_object_get(doc, "index"));
    child->next = run->children;
    run->children = child;
    child->watch = run->cloud->watch(run->cloud, child->arn, look, child);
    return child->watch;
}

static bool start(struct map_run *run, size_t index)
{
    json_t *input = map_iteration_input(run->b, index);
    json_t *doc = input ? execution_of(run, index, input) : NULL;
    bool good = doc && wait_for(run, doc) && execution_start(run->b->x->service, doc, NULL);
    json_decref(doc);
    json_decref(input);
    if (good)
        move(run, index, "pending", "running");
    return good;
}

/* The next one that is to be redriven: a standard one goes on, an express one begins anew, with no
 * date that would tell of it. */
static bool redrive(struct map_run *run)
{
    struct service *service = run->b->x->service;
    json_t *doc = json_incref(json_array_get(run->again, 0));
    json_int_t count = json_integer_value(json_object_get(doc, "redriveCount")) + 1;
    bool express = machine_is_express(json_object_get(doc, "machine"));
    (void)json_array_remove(run->again, 0);
    if (express)
        (void)json_object_set_new(doc, "redriveCount", json_integer(count));
    bool good = wait_for(run, doc) &&
                (express ? execution_restart(service, doc) : execution_redrive(service, doc));
    if (good)
        move(run, (size_t)json_integer_value(json_object_get(doc, "index")), "pendingRedrive",
             "running");
    json_decref(doc);
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
        child->run->cloud->watch_stop(child->watch);
    free(child);
}

static void exceeded(struct map_run *run)
{
    (void)asl_fail(&run->b->error, "States.ExceedToleratedFailureThreshold",
                   "The specified tolerated failure threshold was exceeded");
    map_run_fail(run);
}

/* Lets one more run: one that is redriven, or the next item. */
static bool one_more(struct map_run *run)
{
    struct branch *b = run->b;
    bool redrives = json_array_size(run->again) > 0;
    if (!(redrives ? redrive(run) : start(run, b->started))) {
        if (!*b->error.name)
            (void)asl_fail(&b->error, "States.Runtime", "out of memory");
        return false;
    }
    b->started += !redrives;
    b->running++;
    return true;
}

void map_run_go_on(struct map_run *run)
{
    struct branch *b = run->b;
    if (b->failed > b->tolerated) {
        exceeded(run);
        return;
    }
    while ((json_array_size(run->again) > 0 || b->started < b->total) && b->running < b->at_once) {
        if (!one_more(run)) {
            map_run_fail(run);
            return;
        }
    }
    map_run_keep(run);
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

/* One has ended. */
static void settle(struct map_run *run, size_t index, json_t *doc)
{
    struct branch *b = run->b;
    bool good = strcmp(slrun_text(doc, "status"), "SUCCEEDED") == 0;
    json_t *result = result_of(doc, good);
    move(run, index, NULL, "resultsWritten");
    (void)json_array_append(run->ended, doc);
    (void)json_array_set_new(b->results, index, result ? result : json_null());
    b->failed += !good;
}

static void take(struct map_run *run, size_t index, json_t *doc)
{
    move(run, index, "running", count_of(slrun_text(doc, "status")));
    settle(run, index, doc);
    run->b->running--;
    map_run_go_on(run);
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
    execution_keep(b->x); /* from now on it knows its items */
    map_run_go_on(run);
}

/* ---- those of before ---- */

/* What became of one. */
static void sort(struct map_run *run, json_t *doc, bool redrive)
{
    struct branch *b = run->b;
    size_t index = (size_t)json_integer_value(json_object_get(doc, "index"));
    const char *status = slrun_text(doc, "status");
    bool runs = strcmp(status, "RUNNING") == 0;
    bool again = redrive && !runs && strcmp(status, "SUCCEEDED") != 0;
    json_t *never = again && !machine_is_express(json_object_get(doc, "machine"))
                        ? redrive_obstacle(b->x->service, doc)
                        : NULL;
    again = again && !never;
    json_decref(never);
    b->started = b->started > index ? b->started : index + 1;
    b->running += runs && wait_for(run, doc);
    move(run, index, "pending", again ? "pendingRedrive" : runs ? "running" : count_of(status));
    if (again)
        (void)json_array_append(run->again, doc);
    else if (!runs)
        settle(run, index, doc);
}

void map_run_children(struct map_run *run, bool redrive)
{
    struct branch *b = run->b;
    const json_t *own = json_object_get(run->doc, "mapRunArn");
    const char *arn;
    json_t *doc;
    b->started = b->running = b->failed = 0;
    map_run_uncount(run);
    run->again = json_array();
    for (size_t i = 0; i < b->total; i++) {
        move(run, i, NULL, "pending");
        move(run, i, NULL, "total");
    }
    json_object_foreach (b->x->service->executions, arn, doc)
        if (json_equal(json_object_get(doc, "mapRunArn"), own))
            sort(run, doc, redrive);
    map_run_go_on(run);
}

/* ---- given up ---- */

/* When the local cloud ends it is only no longer waited for. */
static void abort_child(struct map_child *child)
{
    const struct asl_error none = {.cause = NULL};
    struct map_run *run = child->run;
    struct execution *x = execution_running(run->b->x->service, child->arn);
    if (run->b->x->service->closing) {
        child_free(child);
        return;
    }
    move(run, child->index, "running", "aborted");
    child_free(child);
    if (!x)
        return;
    execution_end(x, "ABORTED", NULL, &none);
    execution_go(x); /* does away with it */
}

void map_children_abort(struct map_run *run)
{
    while (run->children)
        abort_child(run->children);
}
