/* SPDX-License-Identifier: Apache-2.0 */
/* Requests: each argument goes where the tables say. */
#include "client/call.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "client/ops.h"
#include "client/plain.h"
#include "client/wire.h"

enum { LABEL_MAX = 64, TARGET_MAX = 8192 };

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

int lambda_is_label(const struct lambda_call *call, const char *name)
{
    const char *at = strchr(call->path, '{');
    size_t size = strlen(name);
    while (at && (strncmp(at + 1, name, size) != 0 || at[size + 1] != '}'))
        at = strchr(at + 1, '{');
    return at != NULL;
}

/* ---- path and query ---- */

/* One request in the making. */
struct making {
    struct slrun_ctx *ctx;
    const struct lambda_call *call;
    json_t *args;
    struct slrun_request *req;
    char target[TARGET_MAX];
    size_t size;
};

static int too_long(struct making *m)
{
    return m->ctx->host->fail(m->ctx, SLRUN_E_USAGE, "%s: path and query are above %d bytes",
                              m->ctx->op->name, TARGET_MAX);
}

static int add(struct making *m, const char *text, size_t size)
{
    if (size >= sizeof m->target - m->size)
        return too_long(m);
    memcpy(m->target + m->size, text, size);
    m->size += size;
    m->target[m->size] = '\0';
    return 0;
}

/* Percent-encodes all but RFC 3986's unreserved characters. */
static int add_encoded(struct making *m, const char *text)
{
    static const char digits[] = "0123456789ABCDEF";
    int result = 0;
    for (; *text && result == 0; text++) {
        unsigned char c = (unsigned char)*text;
        char code[] = {'%', digits[c >> 4], digits[c & 15]};
        bool plain = c < 0x80 && (isalnum(c) || strchr("-._~", c) != NULL);
        result = plain ? add(m, text, 1) : add(m, code, sizeof code);
    }
    return result;
}

/* Scalars as they stand in paths, queries and headers; in the call's arena. */
static const char *text_of(struct making *m, const json_t *value)
{
    if (json_is_integer(value))
        return m->ctx->host->format(m->ctx, "%lld", (long long)json_integer_value(value));
    return json_is_boolean(value) ? json_is_true(value) ? "true" : "false"
                                  : json_string_value(value);
}

/* An empty label would name something else: GET /functions/ lists them all. */
static int add_label(struct making *m, const char *name)
{
    const char *text = text_of(m, json_object_get(m->args, name));
    if (!text || !*text)
        return m->ctx->host->fail(m->ctx, SLRUN_E_USAGE, "%s: %s is empty", m->ctx->op->name, name);
    return add_encoded(m, text);
}

static int add_path(struct making *m)
{
    for (const char *at = m->call->path; *at;) {
        size_t plain = strcspn(at, "{"), size;
        char name[LABEL_MAX] = "";
        if (add(m, at, plain) != 0)
            return -1;
        at += plain;
        if (!*at)
            break;
        size = strcspn(at, "}");
        memcpy(name, at + 1, size - 1 < LABEL_MAX ? size - 1 : LABEL_MAX - 1);
        if (add_label(m, name) != 0)
            return -1;
        at += size + 1;
    }
    return 0;
}

static int add_parameter(struct making *m, const char *name, const json_t *value)
{
    const char *text = text_of(m, value);
    if (!text)
        return m->ctx->host->fail(m->ctx, SLRUN_E_USAGE, "%s: %s is no text", m->ctx->op->name,
                                  name);
    return add(m, memchr(m->target, '?', m->size) ? "&" : "?", 1) == 0 &&
                   add(m, name, strlen(name)) == 0 && add(m, "=", 1) == 0
               ? add_encoded(m, text)
               : -1;
}

/* A list is a parameter for each element. */
static int add_query(struct making *m, const struct lambda_place *place, const json_t *value)
{
    int result = 0;
    if (!json_is_array(value))
        return add_parameter(m, place->name, value);
    for (size_t i = 0; result == 0 && i < json_array_size(value); i++)
        result = add_parameter(m, place->name, json_array_get(value, i));
    return result;
}

static int add_places(struct making *m)
{
    const struct lambda_place *place = m->call->places;
    int result = 0;
    if (m->call->query)
        result = add(m, "?", 1) == 0 ? add(m, m->call->query, strlen(m->call->query)) : -1;
    for (; place && place->member && result == 0; place++) {
        const json_t *value = json_object_get(m->args, place->member);
        if (!value)
            continue;
        result = place->where == LAMBDA_QUERY
                     ? add_query(m, place, value)
                     : m->ctx->host->header(m->ctx, m->req, place->name, text_of(m, value));
    }
    return result;
}

/* ---- the body ---- */

static bool in_body(const struct lambda_call *call, const char *member)
{
    const struct lambda_place *place = call->places;
    while (place && place->member && strcmp(place->member, member) != 0)
        place++;
    return !(place && place->member) && !lambda_is_label(call, member);
}

static int json_body(struct making *m, json_t *body)
{
    int result = body ? m->ctx->host->json_body(m->ctx, m->req, body) : -1;
    json_decref(body);
    return result == 0 ? m->ctx->host->header(m->ctx, m->req, "Content-Type", "application/json")
                       : -1;
}

static int add_members(struct making *m)
{
    json_t *body = json_object();
    for (const struct slrun_param *p = m->ctx->op->params; p->name; p++) {
        const json_t *value = json_object_get(m->args, p->name);
        if (!value || !in_body(m->call, p->name))
            continue;
        json_t *plain = plain_shaped(m->ctx, &p->shape, value);
        if (!plain || json_object_set_new(body, p->name, plain) != 0) {
            json_decref(body);
            return -1;
        }
    }
    return json_body(m, body);
}

static int add_payload(struct making *m)
{
    json_t *inner, *value = json_object_get(m->args, "Payload");
    const char *tag = m->ctx->host->tagged_get(value, &inner);
    if (!value)
        return 0;
    if (json_is_string(value) || (tag && strcmp(tag, SLRUN_TAG_BINARY) == 0))
        return m->ctx->host->body(m->ctx, m->req, value);
    json_t *plain = plain_value(m->ctx, value);
    int result = plain ? m->ctx->host->json_body(m->ctx, m->req, plain) : -1;
    json_decref(plain);
    return result;
}

static int add_body(struct making *m)
{
    switch (m->call->body) {
    case LAMBDA_JSON:
        return add_members(m);
    case LAMBDA_PAYLOAD:
        return add_payload(m);
    default:
        return 0;
    }
}

int lambda_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    struct making *m = ctx->host->alloc(ctx, sizeof *m);
    if (!m)
        return ctx->host->fail(ctx, SLRUN_E_MEMORY, "no memory for a request");
    m->ctx = ctx;
    m->call = lambda_call_find(ctx->op->name);
    m->args = args;
    m->req = req;
    req->method = m->call->method;
    if (add_path(m) != 0 || add_places(m) != 0)
        return -1;
    req->target = m->target;
    return add_body(m);
}
