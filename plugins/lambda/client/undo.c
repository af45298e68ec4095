/* SPDX-License-Identifier: Apache-2.0 */
/* How functions, aliases, layers and mappings that a case created are removed. */
#include <stdint.h>
#include <string.h>

#include <slrun/member.h>

#include "client/call.h"

enum { TAGS_MAX = 50 }; /* of a resource (Developer Guide, "Using tags on Lambda functions") */

#define GONE "ResourceNotFoundException"

static int no_memory(struct slrun_ctx *ctx)
{
    return ctx->host->fail(ctx, SLRUN_E_MEMORY, "no memory for an undo");
}

/* The end of all undos: a name that lives as long as the call. */
static int named(struct slrun_ctx *ctx, struct slrun_undo *undo, const char *name)
{
    undo->gone = GONE;
    undo->name = ctx->host->format(ctx, "%s", name);
    if (undo->name && undo->args && (!undo->tags_op || undo->tags_args))
        return 0;
    json_decref(undo->args);
    json_decref(undo->tags_args);
    return no_memory(ctx);
}

/* A second create of the same name is an error, so the tags prove whose it is. */
int lambda_undo_function(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                         struct slrun_undo *undo)
{
    const char *name = slrun_text(args, "FunctionName");
    (void)result;
    if (!name)
        return 1;
    *undo = (struct slrun_undo){.kind = "function",
                                .op = "delete_function",
                                .args = json_pack("{s:s}", "FunctionName", name),
                                .tags_op = "get_function",
                                .tags_args = json_pack("{s:s}", "FunctionName", name),
                                .tags_list = "Tags"};
    return named(ctx, undo, name);
}

int lambda_undo_alias(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                      struct slrun_undo *undo)
{
    const char *function = slrun_text(args, "FunctionName"), *name = slrun_text(args, "Name");
    (void)result;
    if (!function || !name)
        return 1;
    *undo = (struct slrun_undo){
        .kind = "alias",
        .op = "delete_alias",
        .args = json_pack("{s:s, s:s}", "FunctionName", function, "Name", name)};
    return named(ctx, undo, ctx->host->format(ctx, "%s:%s", function, name));
}

/* Its number is known when it is there. */
int lambda_undo_layer(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                      struct slrun_undo *undo)
{
    const char *name = slrun_text(args, "LayerName");
    json_t *version = json_object_get(result, "Version");
    if (!name || !json_is_integer(version))
        return 1;
    *undo = (struct slrun_undo){
        .kind = "layer",
        .op = "delete_layer_version",
        .args = json_pack("{s:s, s:O}", "LayerName", name, "VersionNumber", version)};
    return named(ctx, undo, name);
}

/* Its id is known when it is there; before that its function and source say what it will be. */
int lambda_undo_mapping(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                        struct slrun_undo *undo)
{
    const char *id = slrun_text(result, "UUID"), *arn = slrun_text(result, "EventSourceMappingArn");
    const char *function = slrun_text(args, "FunctionName");
    if (!id || !function)
        return 1;
    *undo = (struct slrun_undo){.kind = "mapping",
                                .op = "delete_event_source_mapping",
                                .args = json_pack("{s:s}", "UUID", id),
                                .busy = "ResourceInUseException"};
    if (arn) {
        undo->tags_op = "list_tags";
        undo->tags_args = json_pack("{s:s}", "Resource", arn);
        undo->tags_list = "Tags";
    }
    return named(ctx, undo, ctx->host->format(ctx, "%s of %s", id, function));
}

int lambda_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags)
{
    static const char *const names[3] = {"Tags"};
    if (json_object_size(json_object_get(args, "Tags")) + json_object_size(tags) > TAGS_MAX)
        return 0; /* the service would refuse it */
    return ctx->host->tags_add(ctx, args, names, tags);
}
