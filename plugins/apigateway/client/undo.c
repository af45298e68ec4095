/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What undoes the operations that create something of its own. All are known by an id that only
 * the answer has: before it, there is nothing that could be undone. APIs and plans may share
 * their names, so what was created is proved by its name or by its tags.
 */
#include <stdint.h>
#include <string.h>

#include "client/wire.h"

static const struct creation {
    const char *op, *kind;
    const char *name;     /* argument */
    const char *id, *arg; /* in the result; of the operation that removes it */
    const char *removes;
    const char *tagged; /* "/restapis/": in its ARN */
} creations[] = {
    {"create_rest_api", "REST API", "name", "id", "restApiId", "delete_rest_api", "restapis"},
    {"create_api_key", "API key", "name", "id", "apiKey", "delete_api_key", "apikeys"},
    {"create_usage_plan", "usage plan", "name", "id", "usagePlanId", "delete_usage_plan",
     "usageplans"},
    {"create_api", "HTTP API", "Name", "ApiId", "ApiId", "delete_api", "apis"},
};

static const struct creation *find(const char *op)
{
    for (size_t i = 0; i < sizeof creations / sizeof *creations; i++)
        if (strcmp(creations[i].op, op) == 0)
            return &creations[i];
    return NULL;
}

int ag_undo(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
            struct slrun_undo *undo)
{
    const struct creation *c = find(ctx->op->name);
    const char *id = c ? json_string_value(json_object_get(result, c->id)) : NULL;
    const char *name = c ? json_string_value(json_object_get(args, c->name)) : NULL;
    if (!id)
        return 1;
    bool first = strcmp(c->op, "create_api") != 0;
    *undo = (struct slrun_undo){
        .kind = c->kind,
        .name = ctx->host->format(ctx, "%s", name ? name : id),
        .op = c->removes,
        .args = json_pack("{s:s}", c->arg, id),
        .gone = "NotFoundException",
        .tags_op = "get_tags",
        .tags_args =
            json_pack("{s:o}", first ? "resourceArn" : "ResourceArn",
                      json_sprintf("arn:aws:apigateway:%s::/%s/%s", ctx->region, c->tagged, id)),
        .tags_list = first ? "tags" : "Tags"};
    if (undo->name && undo->args && undo->tags_args)
        return 0;
    json_decref(undo->args);
    json_decref(undo->tags_args);
    return ctx->host->fail(ctx, SLRUN_E_MEMORY, "out of memory");
}

int ag_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags)
{
    const char *const names[3] = {strcmp(ctx->op->name, "create_api") == 0 ? "Tags" : "tags"};
    return ctx->host->tags_add(ctx, args, names, tags);
}
