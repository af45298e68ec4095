/* SPDX-License-Identifier: Apache-2.0 */
/* Requests and answers of both versions. */
#include <stdlib.h>
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

static const char *scalar(struct slrun_ctx *ctx, const json_t *value)
{
    if (json_is_string(value))
        return json_string_value(value);
    if (json_is_integer(value))
        return ctx->host->format(ctx, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    return json_is_true(value) ? "true" : "false";
}

static const char *encoded(struct slrun_ctx *ctx, const char *text)
{
    char *memory = text ? ag_encode(text) : NULL;
    const char *kept = memory ? ctx->host->format(ctx, "%s", memory) : NULL;
    free(memory);
    return kept ? kept : "";
}

/* `path` with the first {wire} replaced. */
static const char *put_label(struct slrun_ctx *ctx, const char *path, const char *wire,
                             const char *value)
{
    const char *label = ctx->host->format(ctx, "{%s}", wire);
    const char *at = label ? strstr(path, label) : NULL;
    if (!at)
        return path;
    return ctx->host->format(ctx, "%.*s%s%s", (int)(at - path), path, encoded(ctx, value),
                             at + strlen(label));
}

static const char *put_query(struct slrun_ctx *ctx, const char *path, const char *name,
                             const json_t *value)
{
    if (!path)
        return NULL;
    return ctx->host->format(ctx, "%s%c%s=%s", path, strchr(path, '?') ? '&' : '?',
                             encoded(ctx, name), encoded(ctx, scalar(ctx, value)));
}

/* A list repeats the name; a map has names of its own. */
static const char *put_queries(struct slrun_ctx *ctx, const char *path, const char *wire,
                               json_t *value)
{
    size_t i;
    const char *name;
    json_t *item;
    if (!json_is_array(value) && !json_is_object(value))
        return put_query(ctx, path, wire, value);
    json_array_foreach (value, i, item) {
        path = put_query(ctx, path, wire, item);
    }
    json_object_foreach (value, name, item) {
        path = put_query(ctx, path, name, item);
    }
    return path;
}

static const char *target_of(struct slrun_ctx *ctx, const struct ag_call *call, const json_t *args)
{
    const char *path = call->path;
    for (const struct ag_place *p = call->input; path && p && p->name; p++) {
        const json_t *value = json_object_get(args, p->name);
        if (value && p->kind == AG_LABEL)
            path = put_label(ctx, path, p->wire, scalar(ctx, value));
    }
    if (path && call->query)
        path = ctx->host->format(ctx, "%s?%s", path, call->query);
    for (const struct ag_place *p = call->input; path && p && p->name; p++) {
        json_t *value = json_object_get(args, p->name);
        if (value && p->kind == AG_QUERY)
            path = put_queries(ctx, path, p->wire, value);
    }
    return path;
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
    json_t *body =
        ag_members(AG_TO_WIRE, ctx->op->params, call->input, args, version_of(ctx->op)->lower);
    int result = body ? ctx->host->json_body(ctx, req, body)
                      : ctx->host->fail(ctx, SLRUN_E_MEMORY, "out of memory");
    json_decref(body);
    return result ? result : ctx->host->header(ctx, req, "Content-Type", "application/json");
}

int ag_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    const struct ag_call *call = call_of(ctx->op);
    const json_t *payload = payload_of(call, args);
    req->method = call->method;
    req->target = target_of(ctx, call, args);
    if (!req->target)
        return ctx->host->fail(ctx, SLRUN_E_TOO_LARGE, "the arguments are too long for a URL");
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
    json_t *result = ag_members(AG_FROM_WIRE, ctx->op->result, call_of(ctx->op)->output, body,
                                version_of(ctx->op)->lower);
    json_decref(body);
    if (!result)
        ctx->host->fail(ctx, SLRUN_E_MEMORY, "out of memory");
    return result;
}
