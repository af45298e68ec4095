/* SPDX-License-Identifier: Apache-2.0 */
/* Backward: resources are removed, those that depend on others first. */
#include <string.h>

#include "engine/record.h"
#include "engine/run.h"

static bool is_gone(const json_t *record)
{
    return !*record_text(record, "PhysicalResourceId") ||
           strcmp(record_text(record, "ResourceStatus"), "DELETE_COMPLETE") == 0;
}

static void removed(void *arg, json_t *record, const struct step_result *result)
{
    struct deployment *d = arg;
    if (d->stack)
        record_status(d->stack, record, result->ok ? "DELETE_COMPLETE" : "DELETE_FAILED",
                      result->ok ? NULL : result->reason);
    run_done(d, record_text(record, "LogicalResourceId"), result->ok);
}

static bool is_listed(const json_t *list, const char *id)
{
    size_t i;
    json_t *name;
    json_array_foreach (list, i, name)
        if (strcmp(json_string_value(name), id) == 0)
            return true;
    return false;
}

/* Whether the operation that made it is being taken back. */
static bool is_new(const struct deployment *d, const char *id)
{
    return d->phase == &phase_rollback ||
           (d->phase == &phase_cleanup && !json_object_get(d->before, id));
}

static bool is_kept(const struct deployment *d, const char *id, const json_t *record)
{
    bool new = is_new(d, id);
    return (record_is_retained(record, new) && !(new && d->deletes_new)) ||
           is_listed(d->retain, id);
}

static void remove_record(struct deployment *d, const char *id, json_t *record)
{
    if (is_gone(record)) {
        run_done(d, id, true);
        return;
    }
    if (is_kept(d, id, record)) {
        record_status(d->stack, record, "DELETE_SKIPPED", NULL);
        run_done(d, id, true);
        return;
    }
    record_status(d->stack, record, "DELETE_IN_PROGRESS", NULL);
    struct step_order order = {.stack = d->stack,
                               .action = SLRUN_RESOURCE_REMOVE,
                               .record = record,
                               .properties = json_object_get(record, "Properties"),
                               .done = removed,
                               .arg = d};
    step_start(&order);
}

static void start(struct deployment *d, const char *id)
{
    remove_record(d, id, json_object_get(run_resources(d), id));
}

static void end_rollback(struct deployment *d)
{
    bool ok = json_array_size(d->failed) == 0;
    if (!ok)
        run_blame(d, "delete");
    run_end(d, ok ? "ROLLBACK_COMPLETE" : "ROLLBACK_FAILED", ok ? NULL : d->reason);
}

static void end_delete(struct deployment *d)
{
    bool ok = json_array_size(d->failed) == 0;
    if (!ok)
        run_blame(d, "delete");
    else {
        stack_set(d->stack, "Outputs", json_array());
        stack_set(d->stack, "Imports", json_object());
    }
    run_end(d, ok ? "DELETE_COMPLETE" : "DELETE_FAILED", ok ? NULL : d->reason);
}

/* ---- what an update left over ---- */

static void start_cleanup(struct deployment *d, const char *id)
{
    remove_record(d, id, json_object_get(run_garbage(d), id));
}

/* Where the cleaning fails the update has worked all the same. */
static void end_cleanup(struct deployment *d)
{
    bool back = strncmp(stack_text(d->stack, "StackStatus"), "UPDATE_ROLLBACK", 15) == 0;
    (void)json_object_del(d->stack->doc, "Garbage");
    run_end(d, back ? "UPDATE_ROLLBACK_COMPLETE" : "UPDATE_COMPLETE", NULL);
}

/* A replaced resource goes by its UpdateReplacePolicy, one that the template lost by its
 * DeletionPolicy. */
void cleanup_begin(struct deployment *d)
{
    const char *id;
    json_t *record;
    json_object_foreach (run_garbage(d), id, record) {
        json_t *policy = json_object_get(record, "UpdateReplacePolicy");
        if (policy && json_object_get(run_resources(d), id))
            (void)json_object_set(record, "DeletionPolicy", policy);
    }
    run_phase(d, &phase_cleanup, run_garbage(d), true);
}

const struct phase phase_rollback = {NULL, start, end_rollback, false};
const struct phase phase_delete = {NULL, start, end_delete, false};
const struct phase phase_cleanup = {NULL, start_cleanup, end_cleanup, false};
