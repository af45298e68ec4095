/* SPDX-License-Identifier: Apache-2.0 */
/* Operations on Map Runs. */
#include <string.h>

#include "local/map.h"

enum { MAP_RUNS_MAX = 1000 };

static const char *const dates[] = {"startDate", "stopDate", "redriveDate", NULL};

json_t *op_list_map_runs(struct slrun_json_call *call)
{
    static const char *const members[] = {"executionArn", "mapRunArn", "stateMachineArn", NULL};
    static const struct kind kind = {"execution", "ExecutionDoesNotExist", "Execution"};
    const json_t *of = json_object_get(call->args, "executionArn");
    json_t *list, *run;
    const char *arn;
    if (!call_found(call, json_string_value(of), service_of(call)->executions, &kind))
        return NULL;
    list = json_array();
    json_object_foreach (service_of(call)->map_runs, arn, run) {
        if (!json_equal(json_object_get(run, "executionArn"), of))
            continue;
        json_t *one = json_object();
        slrun_copy_members(one, run, members);
        copy_dates(one, run, dates);
        (void)json_array_insert_new(list, 0, one);
    }
    return call_page(call, list);
}

json_t *op_describe_map_run(struct slrun_json_call *call)
{
    static const char *const members[] = {"executionArn",
                                          "executionCounts",
                                          "itemCounts",
                                          "mapRunArn",
                                          "maxConcurrency",
                                          "redriveCount",
                                          "status",
                                          "toleratedFailureCount",
                                          "toleratedFailurePercentage",
                                          NULL};
    const char *arn = call_text(call, "mapRunArn");
    const json_t *run = json_object_get(service_of(call)->map_runs, arn);
    if (!run)
        return call_fail(call, "ResourceNotFound", "Resource not found: '%s'", arn);
    json_t *told = json_object();
    slrun_copy_members(told, run, members);
    copy_dates(told, run, dates);
    return told;
}

/* ---- changes of one that runs ---- */

/* The Map Run of that ARN below a branch, if it runs. */
static struct map_run *run_below(const struct branch *b, const char *arn)
{
    struct map_run *found =
        b->run && strcmp(json_string_value(b->map_run_arn), arn) == 0 ? b->run : NULL;
    for (const struct branch *child = b->children; child && !found; child = child->next)
        found = run_below(child, arn);
    return found;
}

static struct map_run *running(const struct service *service, const char *arn)
{
    struct map_run *found = NULL;
    for (struct execution *x = service->running; x && !found; x = x->next)
        found = x->root ? run_below(x->root, arn) : NULL;
    return found;
}

json_t *op_update_map_run(struct slrun_json_call *call)
{
    static const char *const settings[] = {"maxConcurrency", "toleratedFailureCount",
                                           "toleratedFailurePercentage", NULL};
    const char *arn = call_text(call, "mapRunArn");
    if (!json_object_get(service_of(call)->map_runs, arn))
        return call_fail(call, "ResourceNotFound", "Resource not found: '%s'", arn);
    struct map_run *run = running(service_of(call), arn);
    if (!run)
        return call_fail(call, "ValidationException", "The Map Run is not running: '%s'", arn);
    struct branch *b = run->b;
    slrun_copy_members(run->doc, call->args, settings);
    b->at_once = map_at_once(b, json_number_value(json_object_get(run->doc, settings[0])));
    b->tolerated =
        map_tolerated(b->total, json_number_value(json_object_get(run->doc, settings[1])),
                      json_number_value(json_object_get(run->doc, settings[2])));
    map_run_keep(run);
    if (b->items)
        map_run_go_on(run);
    return json_object();
}

/* ---- room ---- */

void map_runs_trim(struct service *service)
{
    const char *arn;
    json_t *run;
    if (json_object_size(service->map_runs) <= MAP_RUNS_MAX)
        return;
    json_object_foreach (service->map_runs, arn, run) {
        if (!json_object_get(run, "stopDate"))
            continue;
        json_t *own = json_string(arn); /* the key goes with its Map Run */
        state_keep(service, &kept_map_runs, arn, NULL);
        (void)json_object_del(service->map_runs, json_string_value(own));
        json_decref(own);
        return;
    }
}
