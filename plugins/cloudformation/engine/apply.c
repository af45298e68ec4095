/* SPDX-License-Identifier: Apache-2.0 */
/* Forward: resources are created, updated, or replaced by new ones. */
#include <stdio.h>
#include <string.h>

#include "engine/outputs.h"
#include "engine/place.h"
#include "engine/record.h"
#include "engine/run.h"
#include "engine/stack_policy.h"
#include "template/types.h"

/* What AWS says once the service has taken the resource up. */
#define INITIATED "Resource creation Initiated"
#define REPLACING                                                                                  \
    "Requested update requires the creation of a new physical resource; hence creating one."

/* A template that is a file has a line for who wrote it. */
static void fail(struct deployment *d, json_t *record, const char *verb, const char *reason)
{
    char status[STATUS_SIZE], placed[STEP_REASON_SIZE + 32];
    bool file = json_object_get(d->change, "File") || json_object_get(d->stack->doc, "File");
    int line = file && reason && !strstr(reason, "(line ")
                   ? place_line(&d->plan.template, record_text(record, "LogicalResourceId"), reason)
                   : 0;
    (void)snprintf(status, sizeof status, "%s_FAILED", verb);
    (void)snprintf(placed, sizeof placed, line ? "%s (line %d)" : "%s", reason ? reason : "", line);
    record_status(d->stack, record, status, reason ? placed : NULL);
}

/* ---- what the stack's policy refuses ---- */

static bool is_protected(struct deployment *d, json_t *record, const char *action)
{
    char reason[STEP_REASON_SIZE];
    const struct stack_policy_ask ask = {action, record_text(record, "LogicalResourceId"),
                                         record_text(record, "ResourceType")};
    bool refused = stack_policy_refuses(d->stack, &ask, reason, sizeof reason);
    if (refused)
        fail(d, record, "UPDATE", reason);
    return refused;
}

/* What would be removed at the end is to be known now, before anything is changed. */
static void refuse_removals(struct deployment *d)
{
    const char *id;
    json_t *record;
    json_object_foreach (run_resources(d), id, record)
        if (d->before && !json_object_get(d->plan.resources, id) &&
            is_protected(d, record, "Update:Delete"))
            run_fail(d, id);
}

/* ---- creating and replacing ---- */

static void created(void *arg, json_t *record, const struct step_result *result)
{
    struct deployment *d = arg;
    const char *id = record_text(record, "LogicalResourceId");
    if (d->stack) {
        record_made(record, result->physical_id, result->attributes);
        json_t *old = json_object_get(run_resources(d), id);
        bool replaces = old && old != record;
        const char *verb = replaces ? "UPDATE" : "CREATE";
        if (!result->ok)
            fail(d, replaces ? old : record, verb, result->reason);
        else {
            if (replaces)
                (void)json_object_set(run_garbage(d), id, old);
            (void)json_object_set(run_resources(d), id, record);
            record_status(d->stack, record, replaces ? "UPDATE_IN_PROGRESS" : "CREATE_IN_PROGRESS",
                          INITIATED);
            record_status(d->stack, record, replaces ? "UPDATE_COMPLETE" : "CREATE_COMPLETE", NULL);
        }
    }
    run_done(d, id, result->ok);
}

static void create(struct deployment *d, const char *id, const json_t *entry, json_t *properties)
{
    json_t *record = record_new(id, entry), *old = json_object_get(run_resources(d), id);
    (void)json_object_set(record, "Properties", properties);
    if (old)
        record_status(d->stack, old, "UPDATE_IN_PROGRESS", REPLACING);
    else {
        (void)json_object_set(run_resources(d), id, record);
        record_status(d->stack, record, "CREATE_IN_PROGRESS", NULL);
    }
    struct step_order order = {.stack = d->stack,
                               .action = SLRUN_RESOURCE_CREATE,
                               .record = record,
                               .properties = properties,
                               .done = created,
                               .arg = d};
    step_start(&order);
    json_decref(record);
}

/* ---- updating ---- */

static void updated(void *arg, json_t *record, const struct step_result *result)
{
    struct deployment *d = arg;
    const char *id = record_text(record, "LogicalResourceId");
    const char *had = record_text(record, "PhysicalResourceId");
    if (d->stack && !result->ok)
        fail(d, record, "UPDATE", result->reason);
    else if (d->stack) {
        if (result->physical_id && strcmp(result->physical_id, had) != 0)
            (void)json_object_set_new(run_garbage(d), id, json_deep_copy(record));
        record_made(record, result->physical_id, result->attributes);
        (void)json_object_set(record, "Properties", json_object_get(record, "Attempted"));
        (void)json_object_del(record, "Attempted");
        record_follow(record, json_object_get(d->plan.resources, id));
        record_status(d->stack, record, "UPDATE_COMPLETE", NULL);
    }
    run_done(d, id, result->ok);
}

static void update(struct deployment *d, json_t *record, json_t *properties)
{
    record_status(d->stack, record, "UPDATE_IN_PROGRESS", NULL);
    (void)json_object_set(record, "Attempted", properties);
    struct step_order order = {.stack = d->stack,
                               .action = SLRUN_RESOURCE_UPDATE,
                               .record = record,
                               .properties = properties,
                               .old = json_object_get(record, "Properties"),
                               .done = updated,
                               .arg = d};
    step_start(&order);
}

static void change(struct deployment *d, json_t *record, const json_t *entry, json_t *properties)
{
    const char *id = record_text(record, "LogicalResourceId");
    const struct slrun_resource_type *type =
        type_acting(d->cloud, record_text(record, "ResourceType"));
    bool replaces =
        type &&
        (!type->update || change_replaces(type, json_object_get(record, "Properties"), properties));
    if (!json_object_get(record, "Attempted") &&
        json_equal(json_object_get(record, "Properties"), properties)) {
        record_follow(record, entry);
        run_done(d, id, true);
    } else if (is_protected(d, record, replaces ? "Update:Replace" : "Update:Modify"))
        run_done(d, id, false);
    else if (replaces)
        create(d, id, entry, properties);
    else
        update(d, record, properties);
}

/* ---- one resource ---- */

/* NULL: there is none. One whose creation has failed is made anew (User Guide, "Stack failure
 * options"). */
static json_t *record_of(struct deployment *d, const char *id)
{
    json_t *record = json_object_get(run_resources(d), id);
    if (!record || strcmp(record_text(record, "ResourceStatus"), "CREATE_FAILED") != 0)
        return record;
    if (*record_text(record, "PhysicalResourceId"))
        (void)json_object_set(run_garbage(d), id, record);
    (void)json_object_del(run_resources(d), id);
    return NULL;
}

static void start(struct deployment *d, const char *id)
{
    struct problems problems = {.n = 0};
    struct plan_look look = {.cloud = d->cloud,
                             .resources = run_resources(d),
                             .exports = d->exports,
                             .problems = &problems};
    const json_t *entry = json_object_get(d->plan.resources, id);
    json_t *properties = plan_properties(&d->plan, &look, id);
    json_t *record = record_of(d, id);
    if (properties && record)
        change(d, record, entry, properties);
    else if (properties)
        create(d, id, entry, properties);
    else {
        char reason[REASON_SIZE];
        problems_text(&problems, reason, sizeof reason);
        json_t *new = record ? json_incref(record) : record_new(id, entry);
        (void)json_object_set(run_resources(d), id, new);
        fail(d, new, record ? "UPDATE" : "CREATE", reason);
        json_decref(new);
        run_done(d, id, false);
    }
    json_decref(properties);
}

/* ---- the end ---- */

static void failed(struct deployment *d)
{
    char reason[REASON_SIZE];
    run_blame(d, d->before ? "update" : "create");
    bool asked = d->on_failure == ON_FAILURE_ROLLBACK && !d->before;
    size_t n = strlen(d->reason);
    bool apart = asked && n > 0 && d->reason[n - 1] != ' ';
    (void)snprintf(reason, sizeof reason, "%.1500s%s%s", d->reason, apart ? ". " : "",
                   asked ? "Rollback requested by user." : "");
    if (d->on_failure == ON_FAILURE_NOTHING)
        run_end(d, d->before ? "UPDATE_FAILED" : "CREATE_FAILED", reason);
    else if (d->before) {
        stack_status(d->stack, "UPDATE_ROLLBACK_IN_PROGRESS", reason);
        revert_begin(d);
    } else if (d->on_failure == ON_FAILURE_DELETE) {
        stack_status(d->stack, "CREATE_FAILED", reason);
        stack_status(d->stack, "DELETE_IN_PROGRESS", NULL);
        run_phase(d, &phase_delete, run_resources(d), true);
    } else {
        stack_status(d->stack, "ROLLBACK_IN_PROGRESS", reason);
        run_phase(d, &phase_rollback, run_resources(d), true);
    }
}

/* What the new template does not have any more is to be removed. */
static void collect_removed(struct deployment *d)
{
    const char *id;
    json_t *record;
    void *next;
    json_object_foreach_safe (run_resources(d), next, id, record) {
        if (json_object_get(d->plan.resources, id))
            continue;
        (void)json_object_set(run_garbage(d), id, record);
        (void)json_object_del(run_resources(d), id);
    }
}

static void end(struct deployment *d)
{
    if (d->cancelled) {
        revert_begin(d);
        return;
    }
    json_t *outputs = json_array_size(d->failed) == 0
                          ? outputs_make(d->stack, &d->plan, d->reason, sizeof d->reason)
                          : NULL;
    if (!outputs) {
        failed(d);
        return;
    }
    (void)json_object_update(d->stack->doc, d->change);
    stack_set(d->stack, "Outputs", outputs);
    stack_set(d->stack, "Imports", json_incref(d->plan.imports));
    if (!d->before) {
        run_end(d, "CREATE_COMPLETE", NULL);
        return;
    }
    collect_removed(d);
    stack_status(d->stack, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", NULL);
    cleanup_begin(d);
}

const struct phase phase_apply = {refuse_removals, start, end, true};
