/* SPDX-License-Identifier: Apache-2.0 */
/* The methods of HTTP as operations: what is sent, and what an answer is in a spec. */
#include "client/ops.h"

#include <string.h>
#include <strings.h>

#include <slrun/table.h>

#include "client/url.h"

/* Requests that `sign` signs are for an API behind API Gateway with IAM authorization. */
const struct slrun_service http_service = {
    .signing_name = "execute-api",
    .endpoint_prefix = "execute-api",
    .iam_prefix = "execute-api",
    .grants = http_grants,
};

static const struct slrun_shape string_shape = S_STRING;

/* clang-format off */
#define COMMON                                                                                     \
    {"url", S_STRING, SLRUN_REQUIRED, "The address, from http:// or https:// on."},                \
    {"query", {.type = SLRUN_MAP}, 0,                                                              \
     "Added to the address's query; a list gives a name several times."},                          \
    {"headers", S_MAP(string_shape), 0, "Of the request."},                                        \
    {"sign", S_BOOLEAN, 0,                                                                         \
     "Sign it with the run's credentials (IAM authorization of API Gateway)."}
#define BODIES                                                                                     \
    {"json", S_DOCUMENT, 0, "The body, sent as JSON."},                                            \
    {"form", {.type = SLRUN_MAP}, 0,                                                               \
     "The body, sent as a form (application/x-www-form-urlencoded)."},                             \
    {"body", S_BLOB, SLRUN_FILE, "The body, sent as it is: a string, a binary value, a file."}
/* clang-format on */

static const struct slrun_param plain_params[] = {COMMON, {0}};
static const struct slrun_param body_params[] = {COMMON, BODIES, {0}};
static const struct slrun_param request_params[] = {
    {"method", S_STRING, SLRUN_REQUIRED, "Such as \"PROPFIND\"."},
    COMMON,
    BODIES,
    {0},
};

static const struct slrun_param result[] = {
    {"status", S_INTEGER, 0, "Such as 200; also 404 and 500."},
    {"headers", S_MAP(string_shape), 0,
     "By name in lower case; several of one name joined by \", \"."},
    {"body", S_BLOB, 0, "A string; binary where it is not UTF-8."},
    {"json", S_DOCUMENT, 0, "The body decoded, where its Content-Type says JSON and it is."},
    {"url", S_STRING, 0, "The address that was asked, without what `query` added."},
    {0},
};

/* ---- the request ---- */

static int add_headers(struct slrun_ctx *ctx, const json_t *headers, struct slrun_request *req)
{
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)headers, name, value)
        if (ctx->host->header(ctx, req, name, json_string_value(value)))
            return -1;
    return 0;
}

static int content_type(struct slrun_ctx *ctx, const char *type, struct slrun_request *req)
{
    if (ctx->host->header_get(req->headers, req->n_headers, "Content-Type"))
        return 0;
    return ctx->host->header(ctx, req, "Content-Type", type);
}

static int set_form(struct slrun_ctx *ctx, const json_t *form, struct slrun_request *req)
{
    const char *text = url_form(ctx, form, "form");
    if (!text)
        return -1;
    req->body = (struct slrun_body){.kind = SLRUN_BODY_BYTES, .data = text, .size = strlen(text)};
    return content_type(ctx, "application/x-www-form-urlencoded", req);
}

static int set_body(struct slrun_ctx *ctx, const json_t *args, struct slrun_request *req)
{
    const json_t *json = json_object_get(args, "json"), *form = json_object_get(args, "form"),
                 *body = json_object_get(args, "body");
    if (!!json + !!form + !!body > 1)
        return ctx->host->fail(ctx, SLRUN_E_USAGE, "json, form, body: a request has one body");
    if (json)
        return ctx->host->json_body(ctx, req, json) || content_type(ctx, "application/json", req)
                   ? -1
                   : 0;
    if (form)
        return set_form(ctx, form, req);
    return body ? ctx->host->body(ctx, req, body) : 0;
}

static int build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    const char *method = json_string_value(json_object_get(args, "method"));
    req->method = method ? ctx->host->format(ctx, "%s", method) : ctx->op->api;
    req->anonymous = !json_is_true(json_object_get(args, "sign"));
    if (!req->method)
        return ctx->host->fail(ctx, SLRUN_E_MEMORY, "no memory for a request");
    if (url_set(ctx, json_string_value(json_object_get(args, "url")),
                json_object_get(args, "query"), req) ||
        add_headers(ctx, json_object_get(args, "headers"), req))
        return -1;
    return set_body(ctx, args, req);
}

/* ---- the answer ---- */

static void lower(char *text)
{
    for (; *text; text++)
        if (*text >= 'A' && *text <= 'Z')
            *text = (char)(*text + ('a' - 'A'));
}

static json_t *headers_of(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    json_t *headers = json_object();
    for (size_t i = 0; headers && i < resp->n_headers; i++) {
        char *name = ctx->host->format(ctx, "%s", resp->headers[i].name);
        if (!name)
            break;
        lower(name);
        const char *before = json_string_value(json_object_get(headers, name));
        const char *value = before
                                ? ctx->host->format(ctx, "%s, %s", before, resp->headers[i].value)
                                : resp->headers[i].value;
        json_object_set_new(headers, name, json_string(value ? value : ""));
    }
    return headers;
}

/* application/json, application/problem+json, ... (RFC 6839) */
static int is_json(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    const char *type = ctx->host->header_get(resp->headers, resp->n_headers, "Content-Type");
    size_t n = type ? strcspn(type, "; ") : 0;
    return (n >= 5 && !strncasecmp(type + n - 5, "/json", 5)) ||
           (n >= 5 && !strncasecmp(type + n - 5, "+json", 5));
}

static json_t *parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    json_t *body = json_stringn(resp->body, resp->size); /* NULL: not UTF-8 */
    if (!body)
        body = ctx->host->blob_new(resp->body, resp->size);
    json_t *answer = json_pack("{s:i, s:o, s:o}", "status", resp->status, "headers",
                               headers_of(ctx, resp), "body", body);
    json_t *json = is_json(ctx, resp)
                       ? json_loadb(resp->body, resp->size, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL)
                       : NULL;
    if (answer && json)
        json_object_set_new(answer, "json", json);
    if (answer && json_object_get(ctx->args, "url"))
        json_object_set(answer, "url", json_object_get(ctx->args, "url"));
    if (!answer)
        ctx->host->fail(ctx, SLRUN_E_MEMORY, "no memory for an answer");
    return answer;
}

/* ---- the table ---- */

#define METHOD(lower, upper, what, list, may_repeat)                                               \
    {                                                                                              \
        .name = lower, .api = upper, .doc = what, .params = list, .result = result,                \
        .flags =                                                                                   \
            SLRUN_OP_ANY_STATUS | SLRUN_OP_READS_ARGS | ((may_repeat) ? SLRUN_OP_IDEMPOTENT : 0),  \
        .build = build, .parse = parse                                                             \
    }

const struct slrun_op http_ops[HTTP_OPS] = {
    METHOD("get", "GET", "Fetches what is there.", plain_params, 1),
    METHOD("head", "HEAD", "Asks for the head of an answer alone.", plain_params, 1),
    METHOD("options", "OPTIONS", "Asks what is allowed.", plain_params, 1),
    METHOD("post", "POST", "Sends something to be processed.", body_params, 0),
    METHOD("put", "PUT", "Puts something in a place.", body_params, 1),
    METHOD("patch", "PATCH", "Changes a part of what is there.", body_params, 0),
    METHOD("delete", "DELETE", "Removes what is there.", body_params, 1),
    METHOD("request", "REQUEST", "Sends a request with any method.", request_params, 0),
};
