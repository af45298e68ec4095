/* SPDX-License-Identifier: Apache-2.0 */
/* Requests: each argument goes where the tables say. */
#include "client/call.h"

#include <stdlib.h>
#include <string.h>

#include "client/ops.h"
#include "client/plain.h"
#include "client/wire.h"

const struct slrun_service lambda_service = {
    .signing_name = "lambda",
    .endpoint_prefix = "lambda",
    .iam_prefix = "lambda",
    .grants = lambda_grants,
};

static int compare_names(const void *name, const void *call)
{
    return strcmp(name, ((const struct lambda_call *)call)->name);
}

const struct lambda_call *lambda_call_find(const char *op)
{
    return bsearch(op, lambda_calls, LAMBDA_OPS, sizeof *lambda_calls, compare_names);
}

/* ---- requests ---- */

/* One request in the making. */
struct making {
    struct slrun_ctx *ctx;
    const struct lambda_call *call;
    struct slrun_request *req;
    json_t *args;    /* less those of headers and the payload */
    json_t *payload; /* or NULL */
};

/* How the host is told where arguments stand. A payload is the whole body, so the host is to make
 * none: it asks for a GET. */
static const char *how_of(const struct making *m)
{
    const struct lambda_place *place = m->call->places;
    const char *method = m->call->body == LAMBDA_PAYLOAD ? "GET" : m->call->method;
    const char *how = m->ctx->host->format(m->ctx, "%s %s", method, m->call->path);
    for (char sign = '?'; how && place && place->member; place++) {
        if (place->where != LAMBDA_QUERY)
            continue;
        how = m->ctx->host->format(m->ctx, "%s%c%s=%s", how, sign, place->member, place->name);
        sign = '&';
    }
    return how;
}

static int add_headers(struct making *m)
{
    const struct lambda_place *place = m->call->places;
    int result = 0;
    for (; result == 0 && place && place->member; place++) {
        const char *value = json_string_value(json_object_get(m->args, place->member));
        if (!value || place->where != LAMBDA_HEADER)
            continue;
        result = m->ctx->host->header(m->ctx, m->req, place->name, value);
        json_object_del(m->args, place->member);
    }
    return result;
}

static int add_fixed_query(struct making *m)
{
    const char *target = m->req->target, *rest = strchr(target, '?');
    int path = (int)strcspn(target, "?");
    if (m->call->query)
        m->req->target = m->ctx->host->format(m->ctx, "%.*s?%s%s%s", path, target, m->call->query,
                                              rest ? "&" : "", rest ? rest + 1 : "");
    return m->req->target ? 0 : -1;
}

/* Path, query and a body of members; these with bytes in base64, also where they were a string. */
static int add_members(struct making *m)
{
    const struct slrun_shape shape = {.type = SLRUN_STRUCTURE, .members = m->ctx->op->params};
    const char *how = how_of(m);
    json_t *plain = how ? plain_shaped(m->ctx, &shape, m->args) : NULL;
    int result = plain ? m->ctx->host->rest_json_build(m->ctx, plain, m->req, how) : -1;
    json_decref(plain);
    m->req->method = m->call->method;
    return result;
}

static int add_payload(struct making *m)
{
    json_t *inner;
    const char *tag = m->ctx->host->tagged_get(m->payload, &inner);
    if (!m->payload)
        return 0;
    if (json_is_string(m->payload) || (tag && strcmp(tag, SLRUN_TAG_BINARY) == 0))
        return m->ctx->host->body(m->ctx, m->req, m->payload);
    json_t *plain = plain_value(m->ctx, m->payload);
    int result = plain ? m->ctx->host->json_body(m->ctx, m->req, plain) : -1;
    json_decref(plain);
    return result;
}

static int build(struct making *m)
{
    if (m->call->body == LAMBDA_PAYLOAD)
        json_object_del(m->args, "Payload");
    return add_headers(m) == 0 && add_members(m) == 0 && add_fixed_query(m) == 0 ? add_payload(m)
                                                                                 : -1;
}

int lambda_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    struct making m = {.ctx = ctx, .call = lambda_call_find(ctx->op->name), .req = req};
    m.args = json_copy(args); /* the caller's stay whole: undo() is asked with them */
    m.payload = m.call->body == LAMBDA_PAYLOAD ? json_object_get(args, "Payload") : NULL;
    int result = m.args ? build(&m) : -1;
    json_decref(m.args);
    if (result != 0 && ctx->error->kind == SLRUN_E_NONE)
        return ctx->host->fail(ctx, SLRUN_E_MEMORY, "no memory for a request");
    return result;
}
