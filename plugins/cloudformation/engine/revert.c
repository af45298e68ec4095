/* SPDX-License-Identifier: Apache-2.0 */
/* Back to what was before an update that failed. */
#include <string.h>

#include "engine/record.h"
#include "engine/run.h"

/* The resource is again what it was. */
static void restore(struct deployment *d, const char *id)
{
    (void)json_object_set_new(run_resources(d), id, json_deep_copy(json_object_get(d->before, id)));
}

static void reverted(void *arg, json_t *record, const struct step_result *result)
{
    struct deployment *d = arg;
    const char *id = record_text(record, "LogicalResourceId");
    if (d->stack && result->ok) {
        restore(d, id);
        json_t *now = json_object_get(run_resources(d), id);
        record_made(now, result->physical_id, result->attributes);
        record_status(d->stack, now, "UPDATE_COMPLETE", NULL);
    } else if (d->stack)
        record_status(d->stack, record, "UPDATE_FAILED", result->reason);
    run_done(d, id, result->ok);
}

static void revert(struct deployment *d, json_t *record, const json_t *old)
{
    json_t *attempted = json_object_get(record, "Attempted");
    record_status(d->stack, record, "UPDATE_IN_PROGRESS", NULL);
    struct step_order order = {.stack = d->stack,
                               .action = SLRUN_RESOURCE_UPDATE,
                               .record = record,
                               .properties = json_object_get(old, "Properties"),
                               .old = attempted ? attempted : json_object_get(record, "Properties"),
                               .done = reverted,
                               .arg = d};
    step_start(&order);
}

static void start(struct deployment *d, const char *id)
{
    json_t *record = json_object_get(run_resources(d), id);
    const json_t *old = json_object_get(d->before, id);
    bool same_one = strcmp(record_text(record, "PhysicalResourceId"),
                           record_text(old, "PhysicalResourceId")) == 0;
    bool changed =
        json_object_get(record, "Attempted") ||
        !json_equal(json_object_get(record, "Properties"), json_object_get(old, "Properties"));
    if (same_one && changed) {
        revert(d, record, old);
        return;
    }
    if (!same_one)
        (void)json_object_set(run_garbage(d), id, record);
    bool failed = strcmp(record_text(record, "ResourceStatus"), "UPDATE_FAILED") == 0;
    restore(d, id);
    if (!same_one || failed)
        record_status(d->stack, json_object_get(run_resources(d), id), "UPDATE_COMPLETE", NULL);
    run_done(d, id, true);
}

static void end(struct deployment *d)
{
    if (json_array_size(d->failed) > 0) {
        run_blame(d, "update");
        run_end(d, "UPDATE_ROLLBACK_FAILED", d->reason);
        return;
    }
    stack_status(d->stack, "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", NULL);
    cleanup_begin(d);
}

const struct phase phase_revert = {NULL, start, end, false};

void revert_begin(struct deployment *d)
{
    const char *id;
    json_t *record;
    void *next;
    json_object_clear(run_garbage(d)); /* what was replaced is in use again */
    json_object_foreach_safe (run_resources(d), next, id, record) {
        if (json_object_get(d->before, id))
            continue;
        (void)json_object_set(run_garbage(d), id, record);
        (void)json_object_del(run_resources(d), id);
    }
    run_phase(d, &phase_revert, d->before, false);
}
