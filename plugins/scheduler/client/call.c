/* SPDX-License-Identifier: Apache-2.0 */
/* Amazon EventBridge Scheduler, API version 2021-06-30: REST with JSON. */
#include "client/call.h"

#include <slrun/member.h>

#include "client/ops.h"

const struct slrun_service scheduler_service = {
    .signing_name = "scheduler",
    .endpoint_prefix = "scheduler",
    .iam_prefix = "scheduler",
    .grants = scheduler_grants,
};

int scheduler_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    return ctx->host->rest_json_build(ctx, args, req, ctx->op->rest);
}

json_t *scheduler_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    return ctx->host->aws_json_parse(ctx, resp);
}

int scheduler_undo_create_schedule(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                                   struct slrun_undo *undo)
{
    const char *name = slrun_text_or(args, "Name", "");
    (void)result;
    *undo = (struct slrun_undo){
        .kind = "schedule",
        .name = ctx->host->format(ctx, "%s", name),
        .op = "delete_schedule",
        .args =
            json_pack("{s:s, s:O*}", "Name", name, "GroupName", json_object_get(args, "GroupName")),
        .gone = "ResourceNotFoundException",
    };
    return 0;
}

int scheduler_undo_create_schedule_group(struct slrun_ctx *ctx, const json_t *args,
                                         const json_t *result, struct slrun_undo *undo)
{
    const char *name = slrun_text_or(args, "Name", "");
    (void)result;
    *undo = (struct slrun_undo){
        .kind = "schedule group",
        .name = ctx->host->format(ctx, "%s", name),
        .op = "delete_schedule_group",
        .args = json_pack("{s:s}", "Name", name),
        .gone = "ResourceNotFoundException",
    };
    return 0;
}

int scheduler_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags)
{
    static const char *const names[] = {"Tags", "Key", "Value"};
    return ctx->host->tags_add(ctx, args, names, tags);
}
