/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/deployment.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/record.h"
#include "engine/roles.h"
#include "engine/run.h"
#include "engine/stack_policy.h"

/* ---- the run ---- */

static void deployment_free(struct deployment *d)
{
    plan_free(&d->plan);
    json_decref(d->change);
    json_decref(d->exports);
    json_decref(d->before);
    json_decref(d->retain);
    json_decref(d->failed);
    graph_free(d->graph);
    free(d);
}

json_t *run_resources(const struct deployment *d)
{
    return json_object_get(d->stack->doc, "Resources");
}

json_t *run_garbage(const struct deployment *d)
{
    return json_object_get(d->stack->doc, "Garbage");
}

void run_blame(struct deployment *d, const char *verb)
{
    size_t i, n;
    json_t *id;
    if (*d->reason)
        return;
    n = (size_t)snprintf(d->reason, sizeof d->reason, "The following resource(s) failed to %s: [",
                         verb);
    json_array_foreach (d->failed, i, id)
        if (n < sizeof d->reason - 300)
            n += (size_t)snprintf(d->reason + n, sizeof d->reason - n, "%s%s", i ? ", " : "",
                                  json_string_value(id));
    (void)snprintf(d->reason + n, sizeof d->reason - n, "]. ");
}

static bool goes_on(const struct deployment *d)
{
    return !(d->phase->stops && (d->cancelled || json_array_size(d->failed) > 0));
}

/* Begins what can begin; ends the phase when nothing is left. `d` may be gone afterwards. */
static void pump(struct deployment *d)
{
    const char *id;
    if (d->pumping)
        return;
    d->pumping = true;
    while (goes_on(d) && (id = graph_next(d->graph))) {
        d->running++;
        d->phase->start(d, id);
    }
    d->pumping = false;
    if (d->running == 0)
        d->phase->end(d);
}

void run_phase(struct deployment *d, const struct phase *phase, const json_t *entries, bool reverse)
{
    graph_free(d->graph);
    d->phase = phase;
    d->graph = graph_new(entries, reverse);
    json_array_clear(d->failed);
    *d->reason = '\0';
    if (phase->begin)
        phase->begin(d);
    if (d->graph)
        pump(d);
    else
        run_end(d, "CREATE_FAILED", "out of memory");
}

void run_fail(struct deployment *d, const char *id)
{
    (void)json_array_append_new(d->failed, json_string(id));
}

void run_done(struct deployment *d, const char *id, bool ok)
{
    d->running--;
    if (!d->stack) {
        if (d->running == 0)
            deployment_free(d);
        return;
    }
    if (!ok)
        run_fail(d, id);
    graph_done(d->graph, id, ok);
    pump(d);
}

/* What a rollback that is still to come, or to go on, goes back to. */
static void keep_stable(const struct deployment *d, const char *status)
{
    static const char *const failed[] = {"UPDATE_FAILED", "UPDATE_ROLLBACK_FAILED"};
    (void)json_object_del(d->stack->doc, STACK_STABLE);
    for (size_t i = 0; i < sizeof failed / sizeof *failed; i++)
        if (strcmp(failed[i], status) == 0)
            stack_set(d->stack, STACK_STABLE, json_incref(d->before));
}

void run_end(struct deployment *d, const char *status, const char *reason)
{
    struct stack *stack = d->stack;
    keep_stable(d, status);
    (void)json_object_del(stack->doc, STACK_POLICY_MEANWHILE);
    stack_status(stack, status, reason);
    stack->deployment = NULL;
    d->cloud->notify(d->cloud, stack_text(stack, "StackId"));
    d->cloud->busy(d->cloud, -1);
    stack_save(stack);
    roles_tell(stack);
    deployment_free(d);
}

void deployment_abandon(struct deployment *d)
{
    d->cloud->notify(d->cloud, stack_text(d->stack, "StackId"));
    d->cloud->busy(d->cloud, -1);
    d->stack = NULL;
    if (d->running == 0)
        deployment_free(d);
}

/* ---- beginnings ---- */

struct deployment *run_begin(struct stack *stack, const struct deployment_options *options)
{
    struct deployment *d = calloc(1, sizeof *d);
    if (!d)
        return NULL;
    d->stack = stack;
    d->cloud = stack->engine->cloud;
    d->failed = json_array();
    d->exports = engine_export_values(stack->engine, stack_text(stack, "Region"),
                                      stack_text(stack, "Account"));
    if (options) {
        d->plan = *options->plan;
        *options->plan = (struct plan){.values = NULL};
        d->change = options->change;
        d->on_failure = options->on_failure;
        d->deletes_new = options->deletes_new;
    }
    stack->deployment = d;
    d->cloud->busy(d->cloud, 1);
    roles_tell(stack);
    return d;
}

int deployment_create(struct stack *stack, const struct deployment_options *options)
{
    struct deployment *d = run_begin(stack, options);
    if (!d)
        return -1;
    (void)json_object_update(stack->doc, d->change);
    if (json_object_get(stack->doc, "ChangeSetId")) /* executing one is an update of the stack */
        stack_set(stack, "LastUpdatedTime", engine_now(stack->engine));
    stack_status(stack, "CREATE_IN_PROGRESS", "User Initiated");
    stack_save(stack);
    run_phase(d, &phase_apply, d->plan.resources, false);
    return 0;
}

/* What a rollback goes back to: what was there last of which all is well. */
static json_t *stable_state(const struct deployment *d)
{
    const json_t *stable = json_object_get(d->stack->doc, STACK_STABLE);
    bool none = strcmp(stack_text(d->stack, "StackStatus"), "CREATE_FAILED") == 0;
    return none ? json_object() : json_deep_copy(stable ? stable : run_resources(d));
}

int deployment_update(struct stack *stack, const struct deployment_options *options)
{
    struct deployment *d = run_begin(stack, options);
    if (!d)
        return -1;
    d->before = stable_state(d);
    if (!json_object_get(stack->doc, STACK_STABLE)) /* else what has been replaced is still there */
        stack_set(stack, "Garbage", json_object());
    if (options->policy)
        stack_set(stack, STACK_POLICY_MEANWHILE, json_string(options->policy));
    stack_set(stack, "LastUpdatedTime", engine_now(stack->engine));
    stack_status(stack, "UPDATE_IN_PROGRESS", "User Initiated");
    stack_save(stack);
    run_phase(d, &phase_apply, d->plan.resources, false);
    return 0;
}

/* An export that another stack imports, which must stay. */
static bool export_in_use(const struct deployment *d, char *reason, size_t size)
{
    size_t i;
    json_t *output;
    json_array_foreach (json_object_get(d->stack->doc, "Outputs"), i, output) {
        const char *name = json_string_value(json_object_get(output, "ExportName"));
        const struct stack *importer = name ? engine_importer(d->stack, name) : NULL;
        if (importer) {
            (void)snprintf(reason, size, "Export %s cannot be deleted as it is in use by %s", name,
                           stack_text(importer, "StackName"));
            return true;
        }
    }
    return false;
}

int deployment_delete(struct stack *stack, const json_t *retain)
{
    struct deployment *d = run_begin(stack, NULL);
    if (!d)
        return -1;
    d->retain = json_deep_copy(retain);
    stack_set(stack, "DeletionTime", engine_now(stack->engine));
    stack_status(stack, "DELETE_IN_PROGRESS", "User Initiated");
    stack_save(stack);
    if (export_in_use(d, d->reason, sizeof d->reason))
        run_end(d, "DELETE_FAILED", d->reason);
    else
        run_phase(d, &phase_delete, run_resources(d), true);
    return 0;
}
