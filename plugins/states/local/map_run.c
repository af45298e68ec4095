/* SPDX-License-Identifier: Apache-2.0 */
/* Map Runs: their beginning and end, and what they ask S3. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/integration.h"
#include "local/map.h"

void map_run_keep(const struct map_run *run)
{
    state_keep(run->b->x->service, &kept_map_runs, slrun_text(run->doc, "mapRunArn"), run->doc);
}

/* ---- the beginning ---- */

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

json_t *map_run_arn(const struct branch *b, const char *kind, const char *label, const char *id)
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
                     map_run_arn(b, "mapRun", label, id), "id", id, "label", label, "executionArn",
                     json_object_get(b->x->doc, "executionArn"), "stateMachineArn",
                     map_run_arn(b, "stateMachine", label, NULL), "status", "RUNNING", "startDate",
                     (json_int_t)cloud->now_ms(cloud), "executionCounts", no_counts(), "itemCounts",
                     no_counts(), "redriveCount", 0);
}

void map_run_uncount(struct map_run *run)
{
    (void)json_object_set_new(run->doc, "executionCounts", no_counts());
    (void)json_object_set_new(run->doc, "itemCounts", no_counts());
}

/* That of a document, which is taken over. */
static struct map_run *run_of(struct branch *b, json_t *doc)
{
    struct map_run *run = calloc(1, sizeof *run);
    if (!run) {
        json_decref(doc);
        return NULL;
    }
    run->b = b;
    run->cloud = b->x->service->cloud;
    run->doc = doc;
    run->ended = json_array();
    b->run = run;
    return run;
}

static struct map_run *run_new(struct branch *b)
{
    struct map_run *run = run_of(b, new_doc(b));
    if (!run)
        return NULL;
    map_tell_settings(b, run->doc);
    b->map_run_arn = json_incref(json_object_get(run->doc, "mapRunArn"));
    (void)json_object_set(b->x->service->map_runs, slrun_text(run->doc, "mapRunArn"), run->doc);
    map_run_keep(run);
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

/* One that has ended runs again. */
static void reopen(struct map_run *run)
{
    struct branch *b = run->b;
    json_int_t count = json_integer_value(json_object_get(run->doc, "redriveCount")) + 1;
    (void)json_object_set_new(run->doc, "status", json_string("RUNNING"));
    (void)json_object_set_new(run->doc, "redriveCount", json_integer(count));
    (void)json_object_set_new(run->doc, "redriveDate",
                              json_integer(run->cloud->now_ms(run->cloud)));
    (void)json_object_del(run->doc, "stopDate");
    b->last_event = b->entered_event;
    history_add(b->x, b, "MapRunRedriven",
                json_pack("{s:O, s:I}", "mapRunArn", b->map_run_arn, "redriveCount", count));
}

void map_resume(struct branch *b)
{
    json_t *doc = json_object_get(b->x->service->map_runs, json_string_value(b->map_run_arn));
    struct map_run *run = doc ? run_of(b, json_incref(doc)) : NULL;
    bool ended = run && strcmp(slrun_text(doc, "status"), "RUNNING") != 0;
    if (!run) { /* it is forgotten */
        map_enter(b);
        return;
    }
    if (ended)
        reopen(run);
    if (b->items)
        map_run_children(run, ended);
    else
        map_read(run);
}

/* ---- the end ---- */

static void finish(struct map_run *run, const char *status)
{
    const struct slrun_cloud *cloud = run->cloud;
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
    int before = b->last_event; /* what follows goes on from there, since November 2024 */
    finish(run, "SUCCEEDED");
    history_add(b->x, b, "MapRunSucceeded", NULL);
    history_add(b->x, b, "MapStateSucceeded", NULL);
    b->last_event = before;
    json_decref(b->result);
    b->result = result;
    end(run);
}

void map_run_free(struct branch *b)
{
    struct map_run *run = b->run;
    if (!run)
        return;
    if (run->calling)
        run->cloud->call_cancel(run->calling);
    map_children_abort(run);
    if (!b->x->service->closing) {
        if (strcmp(slrun_text(run->doc, "status"), "RUNNING") == 0)
            finish(run, "ABORTED");
        map_run_keep(run);
    }
    b->run = NULL;
    json_decref(run->doc);
    json_decref(run->read);
    json_decref(run->again);
    json_decref(run->ended);
    json_decref(run->files);
    free(run);
}

/* ---- S3 ---- */

void map_run_call(struct map_run *run, const char *action, json_t *args,
                  void (*done)(void *arg, const json_t *result, const struct slrun_error *error))
{
    const struct slrun_cloud *cloud = run->cloud;
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
        integration_as_machine(run->b->x, NULL, run->calling);
        return;
    }
    (void)asl_fail(&run->b->error, "States.Runtime", "out of memory");
    map_run_fail(run);
}
