/* SPDX-License-Identifier: Apache-2.0 */
/* What AWS wants of a state machine's role before it has the state machine (developer guide,
 * "Creating an IAM role for your state machine", "Using CloudWatch Logs to log execution history").
 */
#include <slrun/iam.h>

#include "local/run.h"

#define PRINCIPAL "states.amazonaws.com"

static bool lacks(struct slrun_json_call *call, struct slrun_iam_need *need, const char *action)
{
    need->action = action;
    need->resource = action ? "*" : NULL;
    return call->cloud->iam->need(call->cloud, need);
}

bool call_role(struct slrun_json_call *call, const char *arn, const json_t *machine)
{
    const char *own = call_text(call, "roleArn");
    const json_t *given = json_object_get(call->args, "loggingConfiguration");
    const json_t *logging = given ? given : json_object_get(machine, "loggingConfiguration");
    const char *role = own ? own : slrun_text(machine, "roleArn");
    if (!call->cloud->iam || !role || (!own && !given))
        return true;
    struct slrun_iam_need need = {.caller = {.service = PRINCIPAL,
                                             .role = role,
                                             .source = arn,
                                             .what = machine ? "change" : "create"}};
    if (lacks(call, &need, NULL))
        return call_fail(call, "AccessDeniedException",
                         "Neither the global service principal " PRINCIPAL
                         ", nor the regional one is authorized to assume the provided role.");
    /* one stands for all that it takes to deliver */
    if (log_is_on(logging) && lacks(call, &need, "logs:CreateLogDelivery"))
        return call_fail(
            call, "AccessDeniedException",
            "The state machine IAM Role is not authorized to access the Log Destination");
    return true;
}
