/* SPDX-License-Identifier: Apache-2.0 */
/* Operations on Map Runs. */
#include "local/service.h"

enum { MAP_RUNS_MAX = 1000 };

static const char *const dates[] = {"startDate", "stopDate", NULL};

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
