/* SPDX-License-Identifier: Apache-2.0 */
/* "Step Functions Execution Status Change", which Amazon EventBridge gets of standard executions
 * (developer guide, "EventBridge for Step Functions execution status changes"). */
#include <stdlib.h>

#include "local/run.h"

static void told(void *arg, const json_t *result, const struct slrun_error *error)
{
    (void)arg, (void)result, (void)error; /* AWS tells as best it can, too */
}

static json_t *detail_of(const json_t *doc)
{
    static const char *const members[] = {"executionArn",
                                          "stateMachineArn",
                                          "stateMachineVersionArn",
                                          "stateMachineAliasArn",
                                          "name",
                                          "status",
                                          "startDate",
                                          "stopDate",
                                          "input",
                                          "output",
                                          "error",
                                          "cause",
                                          NULL};
    static const char *const always[] = {"stopDate", "output", "error", "cause", NULL};
    json_t *detail = json_pack("{s:{s:b}}", "inputDetails", "included", 1);
    slrun_copy_members(detail, doc, members);
    for (const char *const *name = always; *name; name++)
        if (!json_object_get(detail, *name))
            (void)json_object_set_new(detail, *name, json_null());
    (void)json_object_set_new(detail, "outputDetails",
                              json_object_get(doc, "output") ? json_pack("{s:b}", "included", 1)
                                                             : json_null());
    return detail;
}

void status_tell(const struct execution *x)
{
    const struct slrun_cloud *cloud = x->service->cloud;
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    bool inner = json_object_get(x->doc, "mapRunArn");
    json_t *detail = x->express || inner ? NULL : detail_of(x->doc);
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
