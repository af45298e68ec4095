/* SPDX-License-Identifier: Apache-2.0 */
/* Requests and answers of both versions. */
#include <string.h>

#include "client/wire.h"

const struct slrun_service apigateway_service = {.signing_name = "apigateway",
                                                 .endpoint_prefix = "apigateway",
                                                 .iam_prefix = "apigateway",
                                                 .grants = apigateway_grants};
const struct slrun_service apigatewayv2_service = {.signing_name = "apigateway",
                                                   .endpoint_prefix = "apigateway",
                                                   .iam_prefix = "apigateway",
                                                   .grants = apigatewayv2_grants};

const struct ag_version ag_versions[2] = {
    {apigateway_ops, apigateway_calls, APIGATEWAY_OPS, false},
    {apigatewayv2_ops, apigatewayv2_calls, APIGATEWAYV2_OPS, true},
};

/* What an operation is on the wire. The core has copies of the operations, so it is known by its
 * parameters: the versions share names. */
static const struct ag_call *call_of(const struct slrun_op *op)
{
    for (size_t v = 0; v < sizeof ag_versions / sizeof *ag_versions; v++)
        for (size_t i = 0; i < ag_versions[v].n; i++)
            if (ag_versions[v].ops[i].params == op->params)
                return &ag_versions[v].calls[i];
    return NULL;
}

static const struct ag_version *version_of(const struct slrun_op *op)
{
    const struct ag_call *call = call_of(op);
    bool first = call >= apigateway_calls && call < apigateway_calls + APIGATEWAY_OPS;
    return &ag_versions[first ? 0 : 1];
}

/* ---- the target ---- */

/* What stands in the path and in the query, by its name there. A body is made below, so the host is
 * to make none: it is asked for a GET. */
static int put_target(struct slrun_ctx *ctx, const struct ag_call *call, const json_t *args,
                      struct slrun_request *req)
{
    const char *how = ctx->host->format(ctx, "GET %s", call->path);
    json_t *placed = json_object();
    for (const struct ag_place *p = call->input; how && p && p->name; p++) {
        json_t *value = json_object_get(args, p->name);
        if (value && (p->kind == AG_LABEL || p->kind == AG_QUERY))
            json_object_set(placed, p->wire, value);
        if (value && p->kind == AG_QUERY)
            how = ctx->host->format(ctx, "%s%c%s", how, strchr(how, '?') ? '&' : '?', p->wire);
    }
    int result = how ? ctx->host->rest_json_build(ctx, placed, req, how)
                     : ctx->host->fail(ctx, SLRUN_E_MEMORY, "out of memory");
    json_decref(placed);
    return result;
}

static int put_fixed_query(struct slrun_ctx *ctx, const struct ag_call *call,
                           struct slrun_request *req)
{
    const char *target = req->target, *rest = strchr(target, '?');
    int path = (int)strcspn(target, "?");
    if (call->query)
        req->target = ctx->host->format(ctx, "%.*s?%s%s%s", path, target, call->query,
                                        rest ? "&" : "", rest ? rest + 1 : "");
    return req->target ? 0 : ctx->host->fail(ctx, SLRUN_E_MEMORY, "out of memory");
}

/* ---- the body ---- */

/* Something of the operation can stand in its body. */
static bool has_body(const struct slrun_op *op, const struct ag_call *call)
{
    for (const struct slrun_param *p = op->params; p->name; p++) {
        const struct ag_place *place = ag_place_of(call->input, p->name);
        if (!place || place->kind == AG_BODY)
            return true;
    }
    return false;
}

static const json_t *payload_of(const struct ag_call *call, const json_t *args)
{
    for (const struct ag_place *p = call->input; p && p->name; p++)
        if (p->kind == AG_PAYLOAD)
            return json_object_get(args, p->name);
    return NULL;
}

static int put_json(struct slrun_ctx *ctx, const struct ag_call *call, const json_t *args,
                    struct slrun_request *req)
{
    json_t *body = ag_members(&(struct ag_way){AG_TO_WIRE, version_of(ctx->op)->lower},
                              ctx->op->params, call->input, args);
    int result = body ? ctx->host->json_body(ctx, req, body)
                      : ctx->host->fail(ctx, SLRUN_E_MEMORY, "out of memory");
    json_decref(body);
    return result ? result : ctx->host->header(ctx, req, "Content-Type", "application/json");
}

int ag_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    const struct ag_call *call = call_of(ctx->op);
    const json_t *payload = payload_of(call, args);
    if (put_target(ctx, call, args, req) != 0 || put_fixed_query(ctx, call, req) != 0)
        return -1;
    req->method = call->method;
    if (!version_of(ctx->op)->lower && /* without it the answer is HAL, as boto3 knows */
        ctx->host->header(ctx, req, "Accept", "application/json") != 0)
        return -1;
    if (payload)
        return ctx->host->header(ctx, req, "Content-Type", "application/octet-stream")
                   ? -1
                   : ctx->host->body(ctx, req, payload);
    return has_body(ctx->op, call) ? put_json(ctx, call, args, req) : 0;
}

json_t *ag_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    json_t *body = ctx->host->aws_json_parse(ctx, resp);
    if (!body)
        return NULL;
    json_t *result = ag_members(&(struct ag_way){AG_FROM_WIRE, version_of(ctx->op)->lower},
                                ctx->op->result, call_of(ctx->op)->output, body);
    json_decref(body);
    if (!result)
        ctx->host->fail(ctx, SLRUN_E_MEMORY, "out of memory");
    return result;
}
