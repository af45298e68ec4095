/* SPDX-License-Identifier: Apache-2.0 */
/* Answers: JSON as the host reads it, and what Invoke answers. */
#include <stdbool.h>
#include <string.h>

#include "client/call.h"
#include "client/wire.h"

static const char *header(struct slrun_ctx *ctx, const struct slrun_response *resp,
                          const char *name)
{
    return ctx->host->header_get(resp->headers, resp->n_headers, name);
}

/* The value where the bytes are JSON, else the bytes. Nothing at all (Event) is left out. */
static json_t *payload(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    if (resp->size == 0)
        return NULL;
    json_t *value = json_loadb(resp->body, resp->size, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
    if (!value)
        return ctx->host->blob_new(resp->body, resp->size);
    return ctx->host->tagged_get(value, &(json_t *){NULL})
               ? ctx->host->tagged_new(SLRUN_TAG_MAP, value)
               : value;
}

/* The log as text; the bytes where they are no UTF-8. Its first character may have been cut. */
static json_t *log_text(struct slrun_ctx *ctx, const char *base64)
{
    const void *data;
    size_t size;
    json_t *tagged = ctx->host->tagged_new(SLRUN_TAG_BINARY, json_string(base64));
    if (!tagged || ctx->host->blob_get(ctx, tagged, &data, &size) != 0) {
        json_decref(tagged);
        return NULL;
    }
    const char *text = data;
    size_t cut = 0;
    while (cut < size && cut < 3 && ((unsigned char)text[cut] & 0xc0) == 0x80)
        cut++;
    json_t *log = json_stringn(text + cut, size - cut);
    if (!log)
        return tagged;
    json_decref(tagged);
    return log;
}

static json_t *invoked(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    const char *error = header(ctx, resp, "X-Amz-Function-Error");
    const char *version = header(ctx, resp, "X-Amz-Executed-Version");
    const char *log = header(ctx, resp, "X-Amz-Log-Result");
    const char *execution = header(ctx, resp, "X-Amz-Durable-Execution-Arn");
    json_t *value = payload(ctx, resp), *text = log ? log_text(ctx, log) : NULL;
    if (ctx->error->kind != SLRUN_E_NONE) {
        json_decref(value);
        json_decref(text);
        return NULL;
    }
    json_t *result = json_pack("{s:i, s:o*, s:o*, s:s*, s:s*, s:s*}", "StatusCode", resp->status,
                               "Payload", value, "LogResult", text, "FunctionError", error,
                               "ExecutedVersion", version, "DurableExecutionArn", execution);
    if (!result)
        ctx->host->fail(ctx, SLRUN_E_PROTOCOL, "a header of the answer is not UTF-8");
    return result;
}

json_t *lambda_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    bool done = resp->status >= 200 && resp->status <= 299;
    if (done && strcmp(ctx->op->name, "invoke") == 0)
        return invoked(ctx, resp);
    json_t *result = ctx->host->aws_json_parse(ctx, resp);
    if (result && strcmp(ctx->op->name, "delete_function") == 0)
        json_object_set_new(result, "StatusCode", json_integer(resp->status));
    return result;
}
