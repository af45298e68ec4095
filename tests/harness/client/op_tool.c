/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Runs build() and parse() of a plugin for tests in other languages:
 *
 *     op_tool PLUGIN.so
 *
 * JSON lines in, one line out for each:
 *
 *     {"op": "put_item", "args": {...}}                  -> {"method", "target", "headers", "body"}
 *     {"op": "get_item", "status": 200, "body": "{...}"} -> {"result": {...}}
 *     {"presign": "get_object", "args": {...}, "expires": 900, "endpoint": "http://..."}
 *                                                        -> {"url", "headers": {}}
 *     any of them                                        -> {"error": {"kind", "code", "message"}}
 *     {"list": true}                                     -> {"ops": [names]}
 *     {"shape": "put_item"}                              -> {"params": {...}, "result": {...}}
 *
 * An answer may have "headers": {}. With "bytes": true, bodies are base64.
 *
 * A shape is a type's name, or an object {"list"|"map": shape}, {"structure": {name: shape}},
 * {"words": [...]}; the names of required members stand in "required" beside "structure".
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "plugin/call.h"
#include "plugin/loader.h"
#include "support.h"

enum { LINE_MAX_BYTES = 4 * 1024 * 1024 };

static json_t *error_json(const struct call *call)
{
    return json_pack("{s:{s:i, s:s, s:s, s:O?}}", "error", "kind", (int)call->error.kind, "code",
                     call->error.code, "message", call->error.message, "detail",
                     call->error.detail);
}

/* The base64 of bytes. */
static json_t *base64(const struct call *call, const void *data, size_t size)
{
    json_t *tagged = call->ctx.host->blob_new(data != NULL ? data : "", size), *value = NULL;
    call->ctx.host->tagged_get(tagged, &value);
    json_incref(value);
    json_decref(tagged);
    return value;
}

static json_t *build(struct call *call, const json_t *line)
{
    struct slrun_request req = {.method = NULL};
    json_t *args = json_object_get(line, "args");
    if (call->ctx.op->build(&call->ctx, args, &req) != 0)
        return error_json(call);
    json_t *headers = json_object();
    for (size_t i = 0; i < req.n_headers; i++)
        json_object_set_new(headers, req.headers[i].name, json_string(req.headers[i].value));
    const char *data = req.body.data != NULL ? req.body.data : "";
    size_t size = (size_t)req.body.size;
    json_t *body = json_is_true(json_object_get(line, "bytes")) ? base64(call, data, size)
                                                                : json_stringn(data, size);
    return json_pack("{s:s, s:s, s:o, s:o}", "method", req.method ? req.method : "POST", "target",
                     req.target ? req.target : "/", "headers", headers, "body", body);
}

static json_t *parse(struct call *call, const json_t *line)
{
    struct slrun_response resp = {.body = ""};
    json_t *text = json_object_get(line, "body"), *result = NULL;
    const char *tag = json_is_true(json_object_get(line, "bytes")) ? SLRUN_TAG_BINARY : NULL;
    json_t *body =
        tag != NULL ? call->ctx.host->tagged_new(tag, json_incref(text)) : json_incref(text);
    resp.status = (int)json_integer_value(json_object_get(line, "status"));
    if (body == NULL || call->ctx.host->blob_get(&call->ctx, body, &resp.body, &resp.size) == 0)
        result = call_parse_answer(call, &resp, json_object_get(line, "headers"));
    json_decref(body);
    return result != NULL ? json_pack("{s:o}", "result", result) : error_json(call);
}

static json_t *presign(struct call *call, const json_t *line)
{
    struct plugin plugin = {.service = *call->ctx.service};
    struct call_env env = {.endpoint = json_string_value(json_object_get(line, "endpoint")),
                           .signer = sigv4_new(),
                           .region = "us-east-1",
                           .credentials = {.access_key = "test", .secret_key = "test"}};
    const struct op_presign_options options = {
        .env = &env,
        .plugin = &plugin,
        .op = call->ctx.op,
        .args = json_incref(json_object_get(line, "args")),
        .expires = (unsigned)json_integer_value(json_object_get(line, "expires"))};
    struct op_presigned made = {.url = NULL};
    int rc = op_presign(&options, &made, &call->error);
    sigv4_free(env.signer);
    retry_free(&env.retry);
    if (rc != 0)
        return error_json(call);
    json_t *out = json_pack("{s:s, s:o}", "url", made.url, "headers", made.headers);
    free(made.url);
    return out;
}

static json_t *shape_json(const struct slrun_shape *shape);

static json_t *members_json(const struct slrun_param *params)
{
    json_t *members = json_object(), *required = json_array();
    for (; params != NULL && params->name != NULL; params++) {
        json_object_set_new(members, params->name, shape_json(&params->shape));
        if ((params->flags & SLRUN_REQUIRED) != 0)
            json_array_append_new(required, json_string(params->name));
    }
    return json_pack("{s:o, s:o}", "structure", members, "required", required);
}

static json_t *shape_json(const struct slrun_shape *shape)
{
    static const char *const names[] = {
#define NAME(symbol, name) name,
        SLRUN_TYPES(NAME)
#undef NAME
    };
    if (shape->type == SLRUN_LIST || shape->type == SLRUN_MAP)
        return json_pack("{s:o}", names[shape->type], shape_json(shape->of));
    if (shape->type == SLRUN_STRUCTURE)
        return members_json(shape->members);
    if (shape->values == NULL)
        return json_string(names[shape->type]);
    json_t *words = json_array();
    for (const char *const *word = shape->values; *word != NULL; word++)
        json_array_append_new(words, json_string(*word));
    return json_pack("{s:o}", "words", words);
}

static json_t *list_ops(const struct call_table *table)
{
    json_t *ops = json_array();
    for (size_t i = 0; i < table->n_ops; i++)
        json_array_append_new(ops, json_string(table->ops[i].name));
    return json_pack("{s:o}", "ops", ops);
}

static json_t *answer(const struct call_table *table, const json_t *line)
{
    struct call call;
    json_t *out;
    const char *shape = json_string_value(json_object_get(line, "shape"));
    const char *url = json_string_value(json_object_get(line, "presign"));
    const char *op = json_string_value(json_object_get(line, "op"));
    op = shape != NULL ? shape : url != NULL ? url : op;
    if (json_object_get(line, "list") != NULL)
        return list_ops(table);
    if (op == NULL || call_open_in(&call, table, op) != 0)
        return json_pack("{s:{s:s}}", "error", "message", "no such operation");
    if (shape != NULL) {
        out = json_pack("{s:o, s:o}", "params", members_json(call.ctx.op->params), "result",
                        members_json(call.ctx.op->result));
    } else if (url != NULL) {
        out = presign(&call, line);
    } else {
        out = json_object_get(line, "args") != NULL ? build(&call, line) : parse(&call, line);
    }
    call_close(&call);
    return out;
}

static int run(const struct call_table *table)
{
    static char line[LINE_MAX_BYTES];
    while (fgets(line, sizeof line, stdin) != NULL) {
        json_error_t error;
        json_t *json = json_loads(line, JSON_ALLOW_NUL, &error);
        if (json == NULL) {
            (void)fprintf(stderr, "op_tool: %s\n", error.text);
            return EXIT_FAILURE;
        }
        json_t *out = answer(table, json);
        char *text = sorted_text(out);
        (void)puts(text != NULL ? text : "{}");
        (void)fflush(stdout);
        free(text);
        json_decref(out);
        json_decref(json);
    }
    return EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
    struct slrun_error error = {SLRUN_E_NONE};
    struct plugin *plugin = argc == 2 ? loader_open(argv[1], &error) : NULL;
    if (plugin == NULL || loader_init(plugin, &error) != 0) {
        (void)fprintf(stderr, "usage: op_tool PLUGIN.so %s\n", error.message);
        return EXIT_FAILURE;
    }
    int status = run(&(struct call_table){&plugin->service, plugin->ops, plugin->entry.n_ops});
    loader_close(plugin, 1);
    return status;
}
