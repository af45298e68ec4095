/* SPDX-License-Identifier: Apache-2.0 */
/* AWS Secrets Manager, API version 2017-10-17: AWS JSON 1.1. */
#include "client/call.h"

#include <stdbool.h>

#include <slrun/value.h>

#include "client/ops.h"

const struct slrun_service secretsmanager_service = {
    .signing_name = "secretsmanager",
    .endpoint_prefix = "secretsmanager",
    .target = "secretsmanager",
    .json_version = "1.1",
    .iam_prefix = "secretsmanager",
    .grants = secretsmanager_grants,
};

int secretsmanager_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    return ctx->host->aws_json_build(ctx, args, req);
}

/* Bytes come as base64: what a binary value holds. */
static bool read_binary(const struct slrun_ctx *ctx, json_t *secret)
{
    json_t *text = json_object_get(secret, "SecretBinary");
    return !json_is_string(text) ||
           json_object_set_new(secret, "SecretBinary",
                               ctx->host->tagged_new(SLRUN_TAG_BINARY, json_incref(text))) == 0;
}

json_t *secretsmanager_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    json_t *result = ctx->host->aws_json_parse(ctx, resp), *secret;
    size_t i;
    bool ok = read_binary(ctx, result);
    json_array_foreach (json_object_get(result, "SecretValues"), i, secret)
        ok = ok && read_binary(ctx, secret);
    if (ok)
        return result;
    json_decref(result);
    ctx->host->fail(ctx, SLRUN_E_MEMORY, "out of memory");
    return NULL;
}

/* At once, so that the name is free again. */
int secretsmanager_undo_create_secret(struct slrun_ctx *ctx, const json_t *args,
                                      const json_t *result, struct slrun_undo *undo)
{
    const char *name = json_string_value(json_object_get(args, "Name"));
    const char *arn = json_string_value(json_object_get(result, "ARN"));
    const char *id = arn ? arn : name;
    *undo = (struct slrun_undo){
        .kind = "secret",
        .name = ctx->host->format(ctx, "%s", name),
        .op = "delete_secret",
        .args = json_pack("{s:s, s:b}", "SecretId", id, "ForceDeleteWithoutRecovery", 1),
        .gone = "ResourceNotFoundException",
        .tags_op = "describe_secret",
        .tags_args = json_pack("{s:s}", "SecretId", id),
        .tags_list = "Tags",
    };
    if (undo->name && undo->args && undo->tags_args)
        return 0;
    json_decref(undo->args);
    json_decref(undo->tags_args);
    return ctx->host->fail(ctx, SLRUN_E_MEMORY, "out of memory");
}

int secretsmanager_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags)
{
    static const char *const names[] = {"Tags", "Key", "Value"};
    return ctx->host->tags_add(ctx, args, names, tags);
}
