/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Runs build(), parse() and presigning for tests in other languages. JSON lines in, one line out
 * for each; bodies are base64:
 *
 *     {"op": "put_object", "args": {...}}    -> {"method", "target", "headers": {}, "body"}
 *     {"op": "get_object", "status": 200, "headers": {}, "body": "..."} -> {"result": {...}}
 *     {"presign": "get_object", "args": {...}, "expires": 900, "endpoint": "http://..."}
 *                                            -> {"url", "headers": {}}
 *     any                                    -> {"error": {"kind", "code", "message"}}
 *     {"list": true}                         -> {"ops": [names]}
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "client/ops.h"
#include "plugin/call.h"
#include "support.h"

enum { LINE_MAX_BYTES = 4 * 1024 * 1024 };

static json_t *error_json(const struct slrun_error *error)
{
    return json_pack("{s:{s:i, s:i, s:s, s:s, s:O?}}", "error", "kind", (int)error->kind, "status",
                     error->status, "code", error->code, "message", error->message, "detail",
                     error->detail);
}

/* The base64 of bytes. */
static json_t *blob(const struct call *call, const void *data, size_t size)
{
    json_t *tagged = call->ctx.host->blob_new(data != NULL ? data : "", size), *value = NULL;
    call->ctx.host->tagged_get(tagged, &value);
    json_incref(value);
    json_decref(tagged);
    return value;
}

static json_t *build(struct call *call, json_t *args)
{
    struct slrun_request req = {.method = NULL};
    if (call->ctx.op->build(&call->ctx, args, &req) != 0) {
        return error_json(&call->error);
    }
    json_t *headers = json_object();
    for (size_t i = 0; i < req.n_headers; i++) {
        json_object_set_new(headers, req.headers[i].name, json_string(req.headers[i].value));
    }
    return json_pack("{s:s, s:s, s:o, s:o}", "method", req.method, "target", req.target, "headers",
                     headers, "body", blob(call, req.body.data, (size_t)req.body.size));
}

static json_t *parse(struct call *call, const json_t *line)
{
    json_t *body =
        json_pack("{s:s, s:O}", "$slrun", "binary", "value", json_object_get(line, "body"));
    struct slrun_response resp = {.status =
                                      (int)json_integer_value(json_object_get(line, "status"))};
    json_t *result = NULL;
    if (body != NULL && call->ctx.host->blob_get(&call->ctx, body, &resp.body, &resp.size) == 0) {
        result = call_parse_bytes(call, &resp, json_object_get(line, "headers"));
    }
    json_decref(body);
    return result != NULL ? json_pack("{s:o}", "result", result) : error_json(&call->error);
}

static json_t *presign(struct call *call, const json_t *line)
{
    struct plugin plugin = {.service = s3_service};
    struct call_env env = {.endpoint = json_string_value(json_object_get(line, "endpoint")),
                           .signer = sigv4_new(),
                           .region = "us-east-1",
                           .credentials = {.access_key = "test", .secret_key = "test"}};
    struct op_call_options options = {
        .plugin = &plugin, .op = call->ctx.op, .args = json_incref(json_object_get(line, "args"))};
    struct op_presigned made = {.url = NULL};
    unsigned expires = (unsigned)json_integer_value(json_object_get(line, "expires"));
    int rc = op_presign(&env, &options, expires, &made, &call->error);
    sigv4_free(env.signer);
    if (rc != 0) {
        return error_json(&call->error);
    }
    json_t *out = json_pack("{s:s, s:o}", "url", made.url, "headers", made.headers);
    free(made.url);
    return out;
}

static json_t *list_ops(void)
{
    json_t *ops = json_array();
    for (size_t i = 0; i < S3_OPS; i++) {
        json_array_append_new(ops, json_string(s3_ops[i].name));
    }
    return json_pack("{s:o}", "ops", ops);
}

static json_t *answer(const json_t *line)
{
    struct call call;
    const char *signed_op = json_string_value(json_object_get(line, "presign"));
    const char *op = json_string_value(json_object_get(line, "op"));
    json_t *args = json_object_get(line, "args"), *out;
    if (json_object_get(line, "list") != NULL) {
        return list_ops();
    }
    if ((signed_op == NULL && op == NULL) || call_open(&call, signed_op ? signed_op : op) != 0) {
        return json_pack("{s:{s:s}}", "error", "message", "no such operation");
    }
    if (signed_op != NULL) {
        out = presign(&call, line);
    } else {
        out = args != NULL ? build(&call, args) : parse(&call, line);
    }
    call_close(&call);
    return out;
}

int main(void)
{
    static char line[LINE_MAX_BYTES];
    while (fgets(line, sizeof line, stdin) != NULL) {
        json_error_t error;
        json_t *json = json_loads(line, JSON_ALLOW_NUL, &error);
        if (json == NULL) {
            (void)fprintf(stderr, "op_tool: %s\n", error.text);
            return EXIT_FAILURE;
        }
        json_t *out = answer(json);
        char *text = json_text(out);
        (void)puts(text != NULL ? text : "{}");
        (void)fflush(stdout);
        free(text);
        json_decref(out);
        json_decref(json);
    }
    return EXIT_SUCCESS;
}
