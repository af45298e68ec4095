/* SPDX-License-Identifier: Apache-2.0 */
/* AWS CloudFormation, API version 2010-05-15: the AWS query protocol. */
#include "client/call.h"

#include <stdbool.h>
#include <string.h>

#include "client/ops.h"

const struct slrun_service cloudformation_service = {
    .signing_name = "cloudformation",
    .endpoint_prefix = "cloudformation",
    .iam_prefix = "cloudformation",
    .query_version = "2010-05-15",
    .grants = cloudformation_grants,
};

int cloudformation_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    return ctx->host->aws_query_build(ctx, args, req);
}

json_t *cloudformation_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    return ctx->host->aws_query_parse(ctx, resp);
}

/* ---- undo ---- */

/* The id of a stack names this very one, also when another of its name has come since. */
static const char *stack_name(const json_t *args)
{
    const char *name = json_string_value(json_object_get(args, "StackName"));
    return name ? name : "";
}

int cloudformation_undo_create_stack(struct slrun_ctx *ctx, const json_t *args,
                                     const json_t *result, struct slrun_undo *undo)
{
    const char *id = json_string_value(json_object_get(result, "StackId"));
    const char *name = stack_name(args);
    undo->kind = "stack";
    undo->name = ctx->host->format(ctx, "%s", name);
    undo->op = "delete_stack"; /* it works for one that is gone already, too */
    undo->args = json_pack("{s:s}", "StackName", id ? id : name);
    undo->tags_op = "stack_tags";
    undo->tags_list = "Tags";
    undo->waiter = "stack_gone"; /* a deletion is accepted at once, and may fail later */
    return 0;
}

/* One that creates a stack leaves it, be the change set executed or not. */
int cloudformation_undo_create_change_set(struct slrun_ctx *ctx, const json_t *args,
                                          const json_t *result, struct slrun_undo *undo)
{
    const char *type = json_string_value(json_object_get(args, "ChangeSetType"));
    if (type && strcmp(type, "CREATE") == 0)
        return cloudformation_undo_create_stack(ctx, args, result, undo);
    return 1;
}

/* ---- tags ---- */

int cloudformation_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags)
{
    static const char *const names[] = {"Tags", "Key", "Value"};
    const char *type = json_string_value(json_object_get(args, "ChangeSetType"));
    if (strcmp(ctx->op->name, "create_change_set") == 0 && (!type || strcmp(type, "CREATE") != 0))
        return 0; /* an update would tag somebody's stack */
    return ctx->host->tags_add(ctx, args, names, tags);
}
