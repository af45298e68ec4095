/* SPDX-License-Identifier: Apache-2.0 */
/* The AWS JSON protocols 1.0 and 1.1:
 * https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html */
#include "plugin/json.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/op.h>
#include <slrun/value.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/json_read.h"
#include "base/json_text.h"
#include "plugin/host.h"

static int digits_of(double value)
{
    char text[32];
    for (int digits = 15; digits < 17; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, value);
        if (strtod(text, NULL) == value)
            return digits;
    }
    return 17;
}

static int more_of(int a, int b)
{
    return a > b ? a : b;
}

int json_real_digits(const json_t *json)
{
    int most = 15;
    const char *key;
    json_t *value;
    size_t i;
    switch (json_typeof(json)) {
    case JSON_REAL:
        return digits_of(json_real_value(json));
    case JSON_OBJECT:
        json_object_foreach ((json_t *)json, key, value)
            most = more_of(most, json_real_digits(value));
        return most;
    case JSON_ARRAY:
        json_array_foreach (json, i, value)
            most = more_of(most, json_real_digits(value));
        return most;
    default:
        return most;
    }
}

int json_to_body(struct slrun_ctx *ctx, struct slrun_request *req, const json_t *json)
{
    size_t size, precision = JSON_REAL_PRECISION((size_t)json_real_digits(json));
    char *text = json_text(json, JSON_SORT_KEYS | precision, &size);
    text = text ? arena_adopt(ctx->arena, text) : NULL;
    if (!text)
        return error_set(ctx->error, SLRUN_E_MEMORY, "the request's JSON could not be written");
    req->body = (struct slrun_body){.kind = SLRUN_BODY_BYTES, .data = text, .size = size};
    return 0;
}

json_t *json_from_bytes(struct slrun_ctx *ctx, const void *data, size_t size)
{
    json_error_t at;
    json_t *json = json_read(data, size, JSON_DECODE_ANY | JSON_ALLOW_NUL, &at);
    if (!json)
        error_set(ctx->error, SLRUN_E_PROTOCOL, "the answer is not JSON: %s (at byte %d of %zu)",
                  at.text, at.position, size);
    return json;
}

static bool has_tag(const json_t *json)
{
    const char *key;
    json_t *value;
    size_t i;
    if (host_table()->tagged_get(json, &value))
        return true;
    json_object_foreach ((json_t *)json, key, value)
        if (has_tag(value))
            return true;
    json_array_foreach (json, i, value)
        if (has_tag(value))
            return true;
    return false;
}

static json_t *untag(struct slrun_ctx *ctx, const json_t *json);

/* Adds what `value` becomes to an object or, without a key, to a list. */
static int untag_into(struct slrun_ctx *ctx, json_t *to, const char *key, const json_t *value)
{
    json_t *plain = untag(ctx, value);
    if (!plain)
        return -1;
    return key ? json_object_set_new(to, key, plain) : json_array_append_new(to, plain);
}

static json_t *untag_members(struct slrun_ctx *ctx, const json_t *json)
{
    json_t *to = json_is_object(json) ? json_object() : json_array();
    const char *key;
    json_t *value;
    size_t i;
    int result = to ? 0 : -1;
    json_object_foreach ((json_t *)json, key, value)
        result = result == 0 ? untag_into(ctx, to, key, value) : result;
    json_array_foreach (json, i, value)
        result = result == 0 ? untag_into(ctx, to, NULL, value) : result;
    if (result == 0)
        return to;
    json_decref(to);
    if (ctx->error->kind == SLRUN_E_NONE)
        error_set(ctx->error, SLRUN_E_MEMORY, "no memory for a request");
    return NULL;
}

/* A copy in which binary is a base64 string and a tagged map an object. */
static json_t *untag(struct slrun_ctx *ctx, const json_t *json)
{
    json_t *inner;
    const char *tag = host_table()->tagged_get(json, &inner);
    if (tag && strcmp(tag, SLRUN_TAG_BINARY) == 0)
        return json_incref(inner);
    if (tag && strcmp(tag, SLRUN_TAG_MAP) != 0) {
        error_set(ctx->error, SLRUN_E_USAGE, "%s: a value of the kind '%s' cannot be sent here",
                  ctx->op->name, tag);
        return NULL;
    }
    if (tag)
        json = inner;
    return json_is_object(json) || json_is_array(json) ? untag_members(ctx, json)
                                                       : json_incref((json_t *)json);
}

int json_args_to_body(struct slrun_ctx *ctx, struct slrun_request *req, const json_t *args)
{
    if (!has_tag(args))
        return json_to_body(ctx, req, args);
    json_t *plain = untag(ctx, args);
    int result = plain ? json_to_body(ctx, req, plain) : -1;
    json_decref(plain);
    return result;
}

int aws_json_build(struct slrun_ctx *ctx, const json_t *args, struct slrun_request *req)
{
    const struct slrun_service *service = ctx->service;
    const char *target = arena_format(ctx->arena, "%s.%s", service->target, ctx->op->api);
    const char *type = arena_format(ctx->arena, "application/x-amz-json-%s", service->json_version);
    if (!target || !type)
        return error_set(ctx->error, SLRUN_E_MEMORY, "no memory for a request");
    if (ctx->host->header(ctx, req, "X-Amz-Target", target) != 0 ||
        ctx->host->header(ctx, req, "Content-Type", type) != 0)
        return -1;
    return json_args_to_body(ctx, req, args);
}

/* "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException:http://..." -> the name alone. */
static void code_copy(char *out, size_t size, const char *type)
{
    const char *hash = strchr(type, '#');
    const char *name = hash ? hash + 1 : type;
    snprintf(out, size, "%.*s", (int)strcspn(name, ":"), name);
}

static const char *string_of(const json_t *json, const char *const *keys)
{
    for (; *keys; keys++) {
        const char *text = json_string_value(json_object_get(json, *keys));
        if (text)
            return text;
    }
    return NULL;
}

static json_t *service_error(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    static const char *const types[] = {"__type", "code", NULL};
    static const char *const messages[] = {"message", "Message", "errorMessage", NULL};
    const char *type = ctx->host->header_get(resp->headers, resp->n_headers, "x-amzn-ErrorType");
    json_t *doc = json_read(resp->body, resp->size, 0, NULL);
    const char *message = string_of(doc, messages);
    if (!type)
        type = string_of(doc, types);
    error_set(ctx->error, SLRUN_E_SERVICE, "%s", message ? message : "");
    if (type)
        code_copy(ctx->error->code, sizeof ctx->error->code, type);
    if (!*ctx->error->code)
        snprintf(ctx->error->code, sizeof ctx->error->code, "HTTP%d", resp->status);
    if (!message && !type)
        snprintf(ctx->error->message, sizeof ctx->error->message, "%.200s",
                 resp->size ? (const char *)resp->body : "an answer without a body");
    ctx->error->status = resp->status;
    ctx->error->detail = doc;
    return NULL;
}

json_t *aws_json_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    if (resp->status < 200 || resp->status > 299)
        return service_error(ctx, resp);
    if (resp->size == 0)
        return json_object();
    json_t *json = json_from_bytes(ctx, resp->body, resp->size);
    if (json && !json_is_object(json)) {
        json_decref(json);
        error_set(ctx->error, SLRUN_E_PROTOCOL, "the answer is not a JSON object");
        return NULL;
    }
    return json;
}
