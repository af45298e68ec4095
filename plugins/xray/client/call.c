/* SPDX-License-Identifier: Apache-2.0 */
/* AWS X-Ray, API version 2016-04-12: REST JSON, all arguments in the body. */
#include "client/call.h"

#include <string.h>

#include "client/ops.h"

const struct slrun_service xray_service = {
    .signing_name = "xray", .endpoint_prefix = "xray", .iam_prefix = "xray"};

static const struct {
    const char *api, *path;
} paths[] = {
    {"BatchGetTraces", "/Traces"},
    {"GetTraceSummaries", "/TraceSummaries"},
};

int xray_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        if (strcmp(paths[i].api, ctx->op->api) == 0)
            req->target = paths[i].path;
    req->method = "POST";
    return ctx->host->json_body(ctx, req, args) == 0
               ? ctx->host->header(ctx, req, "Content-Type", "application/json")
               : -1;
}

/* Errors of REST JSON are read as those of AWS JSON: the code stands in a header. */
json_t *xray_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    return ctx->host->aws_json_parse(ctx, resp);
}
