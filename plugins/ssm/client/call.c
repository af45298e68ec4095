/* SPDX-License-Identifier: Apache-2.0 */
/* AWS Systems Manager, its Parameter Store, API version 2014-11-06: AWS JSON 1.1. */
#include "client/call.h"

#include "client/ops.h"

const struct slrun_service ssm_service = {
    .signing_name = "ssm",
    .endpoint_prefix = "ssm",
    .target = "AmazonSSM",
    .json_version = "1.1",
    .iam_prefix = "ssm",
    .grants = ssm_grants,
};

int ssm_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    return ctx->host->aws_json_build(ctx, args, req);
}

json_t *ssm_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    return ctx->host->aws_json_parse(ctx, resp);
}

/* With Overwrite a parameter may have been there before, and AWS takes no tags then. */
int ssm_undo_put_parameter(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                           struct slrun_undo *undo)
{
    const char *name = json_string_value(json_object_get(args, "Name"));
    int overwrites = json_is_true(json_object_get(args, "Overwrite"));
    (void)result;
    *undo = (struct slrun_undo){
        .kind = "parameter",
        .name = ctx->host->format(ctx, "%s", name),
        .op = "delete_parameter",
        .args = json_pack("{s:s}", "Name", name),
        .gone = "ParameterNotFound",
        .tags_op = overwrites ? NULL : "list_tags_for_resource",
        .tags_list = overwrites ? NULL : "TagList",
    };
    if (!overwrites)
        undo->tags_args = json_pack("{s:s, s:s}", "ResourceType", "Parameter", "ResourceId", name);
    if (undo->name && undo->args && (overwrites || undo->tags_args))
        return 0;
    json_decref(undo->args);
    json_decref(undo->tags_args);
    return ctx->host->fail(ctx, SLRUN_E_MEMORY, "out of memory");
}

int ssm_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags)
{
    static const char *const names[] = {"Tags", "Key", "Value"};
    if (json_is_true(json_object_get(args, "Overwrite")))
        return 0;
    return ctx->host->tags_add(ctx, args, names, tags);
}
