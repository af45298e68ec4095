/* SPDX-License-Identifier: Apache-2.0 */
/* "Step Functions Execution Status Change", which Amazon EventBridge gets of standard executions
 * (developer guide, "EventBridge for Step Functions execution status changes"). */
#include <stdlib.h>

#include "local/run.h"

static void told(void *arg, const json_t *result, const struct slrun_error *error)
{
    (void)arg, (void)result, (void)error; /* AWS tells as best it can, too */
}

/* What DescribeExecution tells, with dates as milliseconds, and null for what there is not. */
static json_t *detail_of(const struct execution *x)
{
    static const char *const dates[] = {"startDate", "stopDate", "redriveDate", NULL};
    static const char *const always[] = {"stateMachineVersionArn",
                                         "stateMachineAliasArn",
                                         "stopDate",
                                         "output",
                                         "outputDetails",
                                         "error",
                                         "cause",
                                         "redriveDate",
                                         "redriveStatusReason",
                                         NULL};
    json_t *detail = execution_told(x->service, x->doc);
    (void)json_object_del(detail, "traceHeader");
    slrun_copy_members(detail, x->doc, dates);
    for (const char *const *name = always; *name; name++)
        if (!json_object_get(detail, *name))
            (void)json_object_set_new(detail, *name, json_null());
    return detail;
}

void status_tell(const struct execution *x)
{
    const struct slrun_cloud *cloud = x->service->cloud;
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    bool inner = json_object_get(x->doc, "mapRunArn");
    json_t *detail = x->express || inner ? NULL : detail_of(x);
    char *text = detail ? asl_dump(detail) : NULL;
    json_decref(detail);
    if (!text)
        return;
    slrun_arn_place(slrun_text(x->doc, "executionArn"), region, account);
    const struct slrun_cloud_call call = {
        .service = "events",
        .operation = "put_events",
        .args = json_pack("{s:[{s:s, s:s, s:s, s:[O]}]}", "Entries", "Source", "aws.states",
                          "DetailType", "Step Functions Execution Status Change", "Detail", text,
                          "Resources", json_object_get(x->doc, "executionArn")),
        .region = region,
        .account = account,
        .caller = "states",
        .done = told};
    (void)cloud->call(cloud, &call);
    free(text);
}
