/* SPDX-License-Identifier: Apache-2.0 */
/* Amazon EventBridge, API version 2015-10-07: AWS JSON 1.1. */
#include "client/call.h"

#include "client/ops.h"

const struct slrun_service events_service = {
    .signing_name = "events",
    .endpoint_prefix = "events",
    .target = "AWSEvents",
    .json_version = "1.1",
    .iam_prefix = "events",
    .grants = events_grants,
};

int events_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    return ctx->host->aws_json_build(ctx, args, req);
}

/* What is null is absent, as AWS's SDKs have it. */
json_t *events_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    json_t *result = ctx->host->aws_json_parse(ctx, resp), *value;
    const char *key;
    void *next;
    json_object_foreach_safe (result, next, key, value)
        if (json_is_null(value))
            json_object_del(result, key);
    return result;
}

/* ---- undo ---- */

static const char *text(const json_t *object, const char *name)
{
    const char *value = json_string_value(json_object_get(object, name));
    return value ? value : "";
}

/* Undone in the opposite order: targets and rules of the case have gone then. */
int events_undo_create_event_bus(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                                 struct slrun_undo *undo)
{
    (void)result;
    *undo = (struct slrun_undo){
        .kind = "event bus",
        .name = ctx->host->format(ctx, "%s", text(args, "Name")),
        .op = "delete_event_bus",
        .args = json_pack("{s:s}", "Name", text(args, "Name")),
        .gone = "ResourceNotFoundException",
    };
    return 0;
}

/* What is undone by one operation with the name alone. */
struct by_name {
    const char *kind, *member, *op;
};

static int undo_named(struct slrun_ctx *ctx, const json_t *args, const struct by_name *how,
                      struct slrun_undo *undo)
{
    const char *name = text(args, how->member);
    *undo = (struct slrun_undo){
        .kind = how->kind,
        .name = ctx->host->format(ctx, "%s", name),
        .op = how->op,
        .args = json_pack("{s:s}", how->member, name),
        .gone = "ResourceNotFoundException",
    };
    return 0;
}

int events_undo_create_archive(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                               struct slrun_undo *undo)
{
    static const struct by_name how = {"archive", "ArchiveName", "delete_archive"};
    (void)result;
    return undo_named(ctx, args, &how, undo);
}

int events_undo_create_connection(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                                  struct slrun_undo *undo)
{
    static const struct by_name how = {"connection", "Name", "delete_connection"};
    (void)result;
    return undo_named(ctx, args, &how, undo);
}

int events_undo_create_api_destination(struct slrun_ctx *ctx, const json_t *args,
                                       const json_t *result, struct slrun_undo *undo)
{
    static const struct by_name how = {"API destination", "Name", "delete_api_destination"};
    (void)result;
    return undo_named(ctx, args, &how, undo);
}

/* PutRule changes a rule that is there: the name alone tells whose it is. */
int events_undo_put_rule(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                         struct slrun_undo *undo)
{
    json_t *bus = json_object_get(args, "EventBusName");
    (void)result;
    *undo = (struct slrun_undo){
        .kind = "rule",
        .name = ctx->host->format(ctx, "%s", text(args, "Name")),
        .op = "delete_rule",
        .args = json_pack("{s:s, s:O*}", "Name", text(args, "Name"), "EventBusName", bus),
        .gone = "ResourceNotFoundException",
    };
    return 0;
}

/* ---- tags ---- */

int events_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags)
{
    static const char *const names[] = {"Tags", "Key", "Value"};
    return ctx->host->tags_add(ctx, args, names, tags);
}
