/* SPDX-License-Identifier: Apache-2.0 */
/* What undoes operations, and the tags of what they make. */
#include "client/undo.h"

/* A second create is an error and changes no tags, so tags prove whose group it is. Their operation
 * wants an ARN, which the prelude's function finds. */
int logs_create_log_group_undo(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                               struct slrun_undo *undo)
{
    const char *name = json_string_value(json_object_get(args, "logGroupName"));
    (void)result;
    if (!name)
        return 1;
    *undo = (struct slrun_undo){.kind = "log group",
                                .name = ctx->host->format(ctx, "%s", name),
                                .op = "delete_log_group",
                                .args = json_pack("{s:s}", "logGroupName", name),
                                .gone = "ResourceNotFoundException",
                                .busy = "OperationAbortedException",
                                .tags_op = "group_tags",
                                .tags_list = "tags"};
    return 0;
}

int logs_create_log_group_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags)
{
    static const char *const names[3] = {"tags"};
    return ctx->host->tags_add(ctx, args, names, tags);
}
