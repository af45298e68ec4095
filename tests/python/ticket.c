/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A plugin whose creates are undone by what only their answers tell: open_ticket knows nothing
 * before, open_named knows the name before and the Id afterwards.
 */
#include <string.h>

#include <slrun/slrun.h>

static const struct slrun_service service = {
    .signing_name = "ticket",
    .endpoint_prefix = "ticket",
    .target = "Ticket",
    .json_version = "1.1",
    .iam_prefix = "ticket",
};

#define TEXT                                                                                       \
    {                                                                                              \
        .type = SLRUN_STRING                                                                       \
    }

static const struct slrun_param named[] = {
    {.name = "Name", .shape = TEXT, .flags = SLRUN_REQUIRED, .doc = "Of the ticket."}, {0}};
static const struct slrun_param either[] = {{.name = "Id", .shape = TEXT, .doc = "Of the answer."},
                                            {.name = "Name", .shape = TEXT, .doc = "Or this."},
                                            {0}};

static int build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    return ctx->host->aws_json_build(ctx, args, req);
}

static json_t *parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    return ctx->host->aws_json_parse(ctx, resp);
}

static int undo(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                struct slrun_undo *out)
{
    const char *name = json_string_value(json_object_get(args, "Name"));
    const char *id = json_string_value(json_object_get(result, "Id"));
    if (!name || (!id && strcmp(ctx->op->name, "open_ticket") == 0))
        return 1;
    *out = (struct slrun_undo){
        .kind = "ticket",
        .name = ctx->host->format(ctx, "%s", name),
        .op = "close_ticket",
        .args = json_pack("{s:s}", id ? "Id" : "Name", id ? id : name),
        .gone = "NoSuchTicket",
    };
    return out->name && out->args ? 0 : ctx->host->fail(ctx, SLRUN_E_MEMORY, "out of memory");
}

#define OPERATION(operation, its_api, its_params, its_undo)                                        \
    {                                                                                              \
        .name = operation, .api = its_api, .doc = "Of tickets.", .params = its_params,             \
        .build = build, .parse = parse, .undo = its_undo                                           \
    }

static const struct slrun_op ops[] = {
    OPERATION("open_ticket", "OpenTicket", named, undo),
    OPERATION("open_named", "OpenNamed", named, undo),
    OPERATION("close_ticket", "CloseTicket", either, NULL),
};

SLRUN_PLUGIN("ticket", "1.0.0", "Tickets, for a test.", NULL, NULL, &service, ops,
             sizeof ops / sizeof *ops, NULL, NULL);
