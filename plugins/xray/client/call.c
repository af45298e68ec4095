/* SPDX-License-Identifier: Apache-2.0 */
/* AWS X-Ray, API version 2016-04-12: REST with JSON, all arguments in the body. */
#include "client/call.h"

#include "client/ops.h"

const struct slrun_service xray_service = {
    .signing_name = "xray", .endpoint_prefix = "xray", .iam_prefix = "xray"};

int xray_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    return ctx->host->rest_json_build(ctx, args, req, ctx->op->rest);
}

/* Errors of REST JSON are read as those of AWS JSON: the code stands in a header. */
json_t *xray_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    return ctx->host->aws_json_parse(ctx, resp);
}
