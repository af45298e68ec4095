/* SPDX-License-Identifier: Apache-2.0 */
/* Requests and answers. */
#include "client/call.h"

#include <string.h>

#include "model/digest.h"

int call_plain_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    return ctx->host->aws_json_build(ctx, args, req);
}

json_t *call_plain_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    return ctx->host->aws_json_parse(ctx, resp);
}

/* ---- receiving ---- */

static int mismatch(struct slrun_ctx *ctx, const json_t *message, const char *what)
{
    const char *id = json_string_value(json_object_get(message, "MessageId"));
    return ctx->host->fail(ctx, SLRUN_E_PROTOCOL,
                           "message %s: the MD5 of its %s is not what the service says",
                           id == NULL ? "?" : id, what);
}

static int check_body(struct slrun_ctx *ctx, const json_t *message)
{
    char hex[DIGEST_MD5_HEX];
    const json_t *body = json_object_get(message, "Body");
    const char *md5 = json_string_value(json_object_get(message, "MD5OfBody"));
    if (md5 == NULL || !json_is_string(body)) {
        return 0;
    }
    bool same =
        digest_md5(json_string_value(body), json_string_length(body), hex) && strcmp(hex, md5) == 0;
    return same ? 0 : mismatch(ctx, message, "body");
}

static int check_attributes(struct slrun_ctx *ctx, const json_t *message)
{
    char hex[DIGEST_MD5_HEX];
    const json_t *attributes = json_object_get(message, "MessageAttributes");
    const char *md5 = json_string_value(json_object_get(message, "MD5OfMessageAttributes"));
    if (md5 == NULL || json_object_size(attributes) == 0) {
        return 0;
    }
    bool same = digest_attributes(attributes, hex) && strcmp(hex, md5) == 0;
    return same ? 0 : mismatch(ctx, message, "attributes");
}

static int decode_attributes(struct slrun_ctx *ctx, const json_t *message)
{
    const char *name;
    json_t *attribute;
    json_object_foreach (json_object_get(message, "MessageAttributes"), name, attribute) {
        json_t *text = json_object_get(attribute, "BinaryValue");
        if (json_is_string(text) &&
            json_object_set_new(attribute, "BinaryValue",
                                ctx->host->tagged_new(SLRUN_TAG_BINARY, json_incref(text))) != 0) {
            return ctx->host->fail(ctx, SLRUN_E_MEMORY, "out of memory");
        }
    }
    return 0;
}

json_t *call_receive_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    json_t *result = ctx->host->aws_json_parse(ctx, resp);
    const json_t *messages = json_object_get(result, "Messages");
    for (size_t i = 0; i < json_array_size(messages); i++) {
        const json_t *message = json_array_get(messages, i);
        if (check_body(ctx, message) != 0 || check_attributes(ctx, message) != 0 ||
            decode_attributes(ctx, message) != 0) {
            json_decref(result);
            return NULL;
        }
    }
    return result;
}

/* ---- undo ---- */

/* SQS takes the bare name of a queue for its URL, and the name is known before the call. */
int call_create_queue_undo(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                           struct slrun_undo *undo)
{
    (void)result;
    const char *name = json_string_value(json_object_get(args, "QueueName"));
    if (name == NULL) {
        return 1;
    }
    *undo = (struct slrun_undo){
        .kind = "queue",
        .name = ctx->host->format(ctx, "%s", name),
        .op = "delete_queue",
        .args = json_pack("{s:s}", "QueueUrl", name),
        .gone = "QueueDoesNotExist",
    };
    if (undo->name == NULL || undo->args == NULL) {
        json_decref(undo->args);
        return ctx->host->fail(ctx, SLRUN_E_MEMORY, "out of memory");
    }
    return 0;
}
