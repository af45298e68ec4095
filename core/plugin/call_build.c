/* SPDX-License-Identifier: Apache-2.0 */
/* What a call sends: checks the arguments, has the plugin build the request, says where it goes. */
#include "plugin/call_state.h"

#include <string.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/random.h"
#include "plugin/check.h"
#include "plugin/host.h"
#include "plugin/stand_in.h"

void call_forget_args(struct op_call *call)
{
    json_decref(call->o.args);
    call->o.args = NULL;
}

int call_add_header(struct op_call *call, const char *name, const char *value)
{
    return call->ctx.host->header(&call->ctx, &call->request, name, value);
}

/* S3's buckets stand in the host where they can. */
static const char *s3_base(struct op_call *call, const char *base, bool configured)
{
    struct endpoint_s3 s3 = {
        .base = base, .target = call->request.target, .configured = configured};
    if (!endpoint_s3_host(call->env->rules, &s3))
        return arena_str(call->arena, base);
    call->request.target =
        *s3.target == '/' ? s3.target : arena_format(call->arena, "/%s", s3.target);
    return call->request.target ? arena_str(call->arena, s3.base) : NULL;
}

/* Where the service is on AWS; NULL with the error filled, or out of memory. */
static const char *aws_base(struct op_call *call)
{
    char base[ENDPOINT_MAX];
    const struct slrun_service *service = call->ctx.service;
    const struct endpoint_rules *rules = call->env->rules;
    const struct endpoint_place place = {service->endpoint_prefix, call->ctx.region};
    if (endpoint_resolve(rules, &place, base, call->ctx.error) != 0)
        return NULL;
    if (strcmp(service->signing_name, "s3") != 0)
        return arena_str(call->arena, base);
    return s3_base(call, base, endpoint_configured(rules, service->endpoint_prefix, NULL) != NULL);
}

/* Host is part of the signature: exactly what libcurl would send for this base. */
static int set_endpoint(struct op_call *call)
{
    const char *base = call->request.base ? call->request.base : call->env->endpoint;
    if (!base && !call->env->aws)
        return error_set(call->ctx.error, SLRUN_E_INTERNAL, "a call without an endpoint");
    if (!base)
        base = aws_base(call);
    if (!base && call->ctx.error->kind != SLRUN_E_NONE)
        return -1;
    if (!base)
        return error_set(call->ctx.error, SLRUN_E_MEMORY, "no memory for a request");
    const char *name = call->env->endpoint && !call->env->aws
                           ? stand_in_host(call->arena, call->env->endpoint, base)
                           : NULL;
    const char *host = strstr(base, "://");
    call->http.base = name ? call->env->endpoint : base;
    return call_add_header(call, "Host", name ? name : host ? host + 3 : base);
}

static int64_t hold_ms(const struct slrun_op *op, json_t *args, int64_t left_ms)
{
    json_t *value = op->hold.param ? json_object_get(args, op->hold.param) : NULL;
    if (!value || !json_is_integer(value) || op->hold.unit_ms == 0)
        return 0;
    int64_t unit = op->hold.unit_ms;
    int64_t left = left_ms > 0 ? left_ms / unit + (left_ms % unit != 0) : 0;
    if (json_integer_value(value) > left)
        json_integer_set(value, left);
    return json_integer_value(value) * unit;
}

/* The same token goes with every try of this call, so that the service does the work once. */
static int fill_token(struct op_call *call)
{
    const char *token = call->o.op->token;
    char uuid[RANDOM_UUID_MAX];
    call->has_token = token != NULL;
    if (!token || json_object_get(call->o.args, token))
        return 0;
    if (random_uuid(uuid, call->ctx.error) != 0)
        return -1;
    if (json_object_set_new(call->o.args, token, json_string(uuid)) != 0)
        return error_set(call->ctx.error, SLRUN_E_MEMORY, "no memory for a request");
    return 0;
}

static int add_tags(struct op_call *call)
{
    const struct slrun_op *op = call->o.op;
    const json_t *tags = call->o.tags;
    call->o.tags = NULL;
    if (!tags || !op->tag || op->tag(&call->ctx, call->o.args, tags) == 0)
        return 0;
    if (call->ctx.error->kind == SLRUN_E_NONE)
        error_set(call->ctx.error, SLRUN_E_PLUGIN, "%s: tag() failed and did not say why",
                  op->name);
    return -1;
}

/* Files take as long as they take; only silence ends them, and the case's own limit. */
static bool is_large(const struct slrun_request *request)
{
    return request->body.kind == SLRUN_BODY_FILE || request->sink.path || request->sink.write;
}

int call_make(struct op_call *call)
{
    const struct slrun_op *op = call->o.op;
    if (check_args(op, call->o.args, call->ctx.error) != 0 || add_tags(call) != 0)
        return -1;
    observe_begin(&call->watch, call->env->observer,
                  &(struct call_begin){.arena = call->arena,
                                       .plugin = call->o.plugin,
                                       .op = op,
                                       .region = call->ctx.region,
                                       .args = call->o.args,
                                       .owner = call->o.owner,
                                       .presigned = call->ctx.presigning != 0});
    if (op->build(&call->ctx, call->o.args, &call->request) != 0) {
        if (call->ctx.error->kind == SLRUN_E_NONE)
            error_set(call->ctx.error, SLRUN_E_PLUGIN, "%s: build() failed and did not say why",
                      op->name);
        return -1;
    }
    if (!call->request.method)
        call->request.method = "POST";
    if (!call->request.target)
        call->request.target = "/";
    return set_endpoint(call);
}

int call_prepare(struct op_call *call)
{
    const struct slrun_op *op = call->o.op;
    if (fill_token(call) != 0)
        return -1;
    int64_t hold = hold_ms(op, call->o.args, call->o.left_ms);
    if (call_make(call) != 0)
        return -1;
    if (op->flags & SLRUN_OP_READS_ARGS)
        call->ctx.args = call->o.args;
    else
        call_forget_args(call); /* all that is sent stands in the request */
    call->n_built = call->request.n_headers;
    call->http.request = &call->request;
    call->http.hold = hold > 0;
    int64_t silence = call->env->timeout_ms ? call->env->timeout_ms : CALL_TIMEOUT_MS;
    call->http.silence_ms = silence + hold;
    call->http.timeout_ms = is_large(&call->request) ? 0 : silence + hold;
    return 0;
}

struct slrun_ctx call_context(struct call_env *env, const struct plugin *plugin,
                              const struct slrun_op *op)
{
    return (struct slrun_ctx){.host = host_table(),
                              .plugin = plugin->state,
                              .service = op->service ? op->service : &plugin->service,
                              .op = op,
                              .region = env->region};
}
