/* SPDX-License-Identifier: Apache-2.0 */
/* Amazon EventBridge Pipes, API version 2015-10-07: REST with JSON. */
#include "client/call.h"

#include <slrun/member.h>

#include "client/ops.h"

const struct slrun_service pipes_service = {
    .signing_name = "pipes",
    .endpoint_prefix = "pipes",
    .iam_prefix = "pipes",
    .grants = pipes_grants,
};

int pipes_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    return ctx->host->rest_json_build(ctx, args, req, ctx->op->rest);
}

json_t *pipes_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    return ctx->host->aws_json_parse(ctx, resp);
}

int pipes_undo_create_pipe(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                           struct slrun_undo *undo)
{
    const char *name = slrun_text_or(args, "Name", "");
    (void)result;
    *undo = (struct slrun_undo){
        .kind = "pipe",
        .name = ctx->host->format(ctx, "%s", name),
        .op = "delete_pipe",
        .args = json_pack("{s:s}", "Name", name),
        .gone = "NotFoundException",
    };
    return 0;
}

int pipes_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags)
{
    static const char *const names[3] = {"Tags"};
    return ctx->host->tags_add(ctx, args, names, tags);
}
