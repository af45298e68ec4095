/* SPDX-License-Identifier: Apache-2.0 */
/* StartSyncExecution: the answer waits for the end of the execution. */
#include <string.h>

#include "client/ops.h"
#include "local/run.h"

static void gone(struct slrun_exchange *x)
{
    execution_unwait(x->service, x);
}

json_t *op_start_sync_execution(struct slrun_json_call *call)
{
    struct slrun_exchange *x = call->x;
    if (!call_start(call, x))
        return NULL;
    call->parked = 1;
    x->service = call->service;
    call->cloud->on_gone(x, gone);
    return NULL;
}

void sync_answer(struct service *service, struct slrun_exchange *x, const json_t *doc)
{
    static const char *const members[] = {
        "executionArn", "stateMachineArn", "name",  "status",      "input",
        "output",       "error",           "cause", "traceHeader", NULL};
    int64_t started = json_integer_value(json_object_get(doc, "startDate"));
    int64_t stopped = json_integer_value(json_object_get(doc, "stopDate"));
    json_int_t ms = (json_int_t)(stopped - started);
    ms = ms > 0 ? (ms + 99) / 100 * 100 : 100; /* begun 100 ms are billed */
    json_t *told = json_pack("{s:{s:b}, s:{s:b}, s:{s:I, s:i}}", "inputDetails", "included", 1,
                             "outputDetails", "included", 1, "billingDetails",
                             "billedDurationInMilliseconds", ms, "billedMemoryUsedInMB", 64);
    slrun_copy_members(told, doc, members);
    copy_dates(told, doc, (const char *const[]){"startDate", "stopDate", NULL});
    service->cloud->json_reply(service->cloud, x, &states_service, told);
    json_decref(told);
}
