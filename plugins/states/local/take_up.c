/* SPDX-License-Identifier: Apache-2.0 */
/* Executions that were under way when the local cloud ended, when it begins again. */
#include <string.h>

#include "local/run.h"

static void take_up(struct service *service, json_t *doc, const json_t *run)
{
    struct execution *x = execution_new(service, doc);
    if (!x)
        return;
    execution_limit(x);
    x->root = branch_from_json(x, NULL, x->definition, run);
    if (x->root)
        execution_later(x);
    else
        execution_free(x);
}

/* One that cannot go on ends. */
static void give_up(struct service *service, json_t *doc, const char *status,
                    const struct asl_error *error)
{
    struct execution *x = execution_new(service, doc);
    if (!x)
        return;
    execution_end(x, status, NULL, error);
    execution_go(x);
}

/* Whether a branch that was kept, or one below, has that Map Run. */
static bool has_map_run(const json_t *tree, const char *arn)
{
    const char *own = slrun_text(tree, "MapRun");
    bool has = own && strcmp(own, arn) == 0;
    json_t *child;
    size_t i;
    json_array_foreach (json_object_get(tree, "Children"), i, child)
        has = has || has_map_run(child, arn);
    return has;
}

/* Map Runs that no execution goes on with are over. */
static void abort_map_runs(struct service *service, const json_t *runs)
{
    const char *arn;
    json_t *run;
    json_object_foreach (service->map_runs, arn, run) {
        const char *of = slrun_text(run, "executionArn");
        if (json_object_get(run, "stopDate") || has_map_run(json_object_get(runs, of), arn))
            continue;
        (void)json_object_set_new(run, "status", json_string("ABORTED"));
        (void)json_object_set_new(run, "stopDate",
                                  json_integer(service->cloud->now_ms(service->cloud)));
        state_keep(service, &kept_map_runs, arn, run);
    }
}

/* One that ran goes on where it was, if it can. */
static void take_up_one(struct service *service, json_t *doc, const json_t *tree)
{
    const struct asl_error lost = {.name = "States.Runtime"}, none = {.cause = NULL};
    const json_t *of = json_object_get(doc, "mapRunArn");
    const json_t *run = of ? json_object_get(service->map_runs, json_string_value(of)) : NULL;
    if (of && (!run || json_object_get(run, "stopDate")))
        give_up(service, doc, "ABORTED", &none);
    else if (tree)
        take_up(service, doc, tree);
    else if (!of || !execution_restart(service, doc))
        give_up(service, doc, "FAILED", &lost);
}

/* What ran goes on where it was; express executions are lost, as they are in AWS, but for those of
 * Map Runs, which begin anew. */
void executions_take_up(struct service *service)
{
    json_t *runs = service->cloud->doc_load(service->cloud, &kept_runs), *doc;
    const char *arn;
    abort_map_runs(service, runs);
    json_object_foreach (service->executions, arn, doc) {
        json_t *tree = json_object_get(runs, arn);
        if (strcmp(slrun_text(doc, "status"), "RUNNING") == 0)
            take_up_one(service, doc, tree);
        else if (tree)
            (void)json_object_set(service->trees, arn, tree);
    }
    json_decref(runs);
}
