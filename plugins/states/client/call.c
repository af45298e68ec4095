/* SPDX-License-Identifier: Apache-2.0 */
/* AWS Step Functions, API version 2016-11-23: AWS JSON 1.0. */
#include "client/call.h"

#include <string.h>

#include "client/ops.h"

#define SERVICE                                                                                    \
    .signing_name = "states", .target = "AWSStepFunctions", .json_version = "1.0",                 \
    .iam_prefix = "states", .grants = states_grants, .cloudformation = "StepFunctions"

const struct slrun_service states_service = {SERVICE, .endpoint_prefix = "states"};
/* What holds the connection until it is done has an address of its own. */
const struct slrun_service states_sync_service = {SERVICE, .endpoint_prefix = "sync-states"};

int states_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    return ctx->host->aws_json_build(ctx, args, req);
}

json_t *states_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    return ctx->host->aws_json_parse(ctx, resp);
}

/* ---- undo ---- */

static const char *text(const json_t *object, const char *name)
{
    const char *value = json_string_value(json_object_get(object, name));
    return value ? value : "";
}

/* As of state machines, below. */
int states_undo_create_activity(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                                struct slrun_undo *undo)
{
    const char *arn = text(result, "activityArn");
    if (!*arn)
        return 1;
    *undo = (struct slrun_undo){
        .kind = "activity",
        .name = ctx->host->format(ctx, "%s", text(args, "name")),
        .op = "delete_activity",
        .args = json_pack("{s:s}", "activityArn", arn),
        .gone = "ActivityDoesNotExist",
    };
    return 0;
}

/* Deleted by its ARN, which is known when it is there. No tags_op: CreateStateMachine answers for
 * an equal one that was there as for a new one. */
int states_undo_create_state_machine(struct slrun_ctx *ctx, const json_t *args,
                                     const json_t *result, struct slrun_undo *undo)
{
    const char *arn = text(result, "stateMachineArn");
    if (!*arn)
        return 1;
    *undo = (struct slrun_undo){
        .kind = "state machine",
        .name = ctx->host->format(ctx, "%s", text(args, "name")),
        .op = "delete_state_machine",
        .args = json_pack("{s:s}", "stateMachineArn", arn),
        .gone = "StateMachineDoesNotExist",
    };
    return 0;
}

/* arn:...:stateMachine:MACHINE[:VERSION] to arn:...:execution:MACHINE:NAME; NULL: it is no such
 * ARN. Those of express state machines have another form, and cannot be stopped. */
static char *execution_arn(struct slrun_ctx *ctx, const char *machine, const char *name)
{
    static const char word[] = ":stateMachine:";
    const char *at = strstr(machine, word), *called = at ? at + strlen(word) : NULL;
    return at ? ctx->host->format(ctx, "%.*s:execution:%.*s:%s", (int)(at - machine), machine,
                                  (int)strcspn(called, ":/"), called, name)
              : NULL;
}

/* One that has no name is not known until it runs, and nothing tells afterwards who started it. */
int states_undo_start_execution(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                                struct slrun_undo *undo)
{
    const char *name = text(args, "name"), *arn = text(result, "executionArn");
    if (!result)
        arn = execution_arn(ctx, text(args, "stateMachineArn"), name);
    if (!*name || !arn || !*arn || strstr(arn, ":express:"))
        return 1;
    *undo = (struct slrun_undo){
        .kind = "execution",
        .name = ctx->host->format(ctx, "%s", name),
        .op = "stop_execution",
        .args = json_pack("{s:s}", "executionArn", arn),
        .gone = "ExecutionDoesNotExist",
    };
    return 0;
}

int states_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags)
{
    static const char *const names[] = {"tags", "key", "value"};
    return ctx->host->tags_add(ctx, args, names, tags);
}
