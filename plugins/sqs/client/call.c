/* SPDX-License-Identifier: Apache-2.0 */
/* Requests and answers. */
#include "client/call.h"

#include <stdint.h>
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

/* ---- what was sent, and what is received ---- */

/* A message, and what an answer says of it. */
struct call_message {
    const json_t *answer;    /* has the digests, MessageId and, in a batch, Id */
    const char *md5_of_body; /* member of `answer` */
    const json_t *body;
    const json_t *attributes;
};

/* "what" of the message: what the digest is of. */
static int mismatch(struct slrun_ctx *ctx, const struct call_message *message, const char *what)
{
    const char *id = json_string_value(json_object_get(message->answer, "MessageId"));
    const char *entry = json_string_value(json_object_get(message->answer, "Id"));
    return ctx->host->fail(
        ctx, SLRUN_E_PROTOCOL, "message %s%s%s%s: the MD5 of its %s is not what the service says",
        id == NULL ? "?" : id, entry == NULL ? "" : " (entry '", entry == NULL ? "" : entry,
        entry == NULL ? "" : "' of the batch)", what);
}

static int check_body(struct slrun_ctx *ctx, const struct call_message *message)
{
    char hex[DIGEST_MD5_HEX];
    const json_t *body = message->body;
    const char *md5 = json_string_value(json_object_get(message->answer, message->md5_of_body));
    if (md5 == NULL || !json_is_string(body))
        return 0;
    bool same =
        digest_md5(json_string_value(body), json_string_length(body), hex) && strcmp(hex, md5) == 0;
    return same ? 0 : mismatch(ctx, message, "body");
}

/* Attributes in the form of the wire, of arguments whose bytes are binary values. */
static json_t *wire_attributes(struct slrun_ctx *ctx, const json_t *attributes)
{
    json_t *wire = json_deep_copy(attributes);
    const char *name;
    json_t *attribute, *inner;
    json_object_foreach (wire, name, attribute) {
        json_t *bytes = json_object_get(attribute, "BinaryValue");
        if (ctx->host->tagged_get(bytes, &inner) != NULL &&
            json_object_set(attribute, "BinaryValue", inner) != 0) {
            json_decref(wire);
            return NULL;
        }
    }
    return wire;
}

static int check_attributes(struct slrun_ctx *ctx, const struct call_message *message)
{
    char hex[DIGEST_MD5_HEX];
    const char *md5 = json_string_value(json_object_get(message->answer, "MD5OfMessageAttributes"));
    if (md5 == NULL || json_object_size(message->attributes) == 0)
        return 0;
    json_t *wire = wire_attributes(ctx, message->attributes);
    bool same = wire != NULL && digest_attributes(wire, hex) && strcmp(hex, md5) == 0;
    json_decref(wire);
    return same ? 0 : mismatch(ctx, message, "attributes");
}

static int check(struct slrun_ctx *ctx, const struct call_message *message)
{
    return check_body(ctx, message) != 0 ? -1 : check_attributes(ctx, message);
}

/* `sent`: the arguments of one message. */
static int check_sent(struct slrun_ctx *ctx, const json_t *sent, const json_t *answer)
{
    const struct call_message message = {.answer = answer,
                                         .md5_of_body = "MD5OfMessageBody",
                                         .body = json_object_get(sent, "MessageBody"),
                                         .attributes = json_object_get(sent, "MessageAttributes")};
    return check(ctx, &message);
}

json_t *call_send_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    json_t *result = ctx->host->aws_json_parse(ctx, resp);
    if (result != NULL && check_sent(ctx, ctx->args, result) != 0) {
        json_decref(result);
        return NULL;
    }
    return result;
}

/* The entry of a batch with the Id of that answer. */
static const json_t *entry_of(const json_t *args, const json_t *answer)
{
    const char *id = json_string_value(json_object_get(answer, "Id"));
    const json_t *entries = json_object_get(args, "Entries");
    for (size_t i = 0; id != NULL && i < json_array_size(entries); i++) {
        const json_t *entry = json_array_get(entries, i);
        const char *its = json_string_value(json_object_get(entry, "Id"));
        if (its != NULL && strcmp(its, id) == 0)
            return entry;
    }
    return NULL;
}

json_t *call_send_batch_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    json_t *result = ctx->host->aws_json_parse(ctx, resp);
    const json_t *sent = json_object_get(result, "Successful");
    for (size_t i = 0; i < json_array_size(sent); i++) {
        const json_t *answer = json_array_get(sent, i);
        if (check_sent(ctx, entry_of(ctx->args, answer), answer) != 0) {
            json_decref(result);
            return NULL;
        }
    }
    return result;
}

static int decode_attributes(struct slrun_ctx *ctx, const json_t *message)
{
    const char *name;
    json_t *attribute;
    json_object_foreach (json_object_get(message, "MessageAttributes"), name, attribute) {
        json_t *text = json_object_get(attribute, "BinaryValue");
        if (json_is_string(text) &&
            json_object_set_new(attribute, "BinaryValue",
                                ctx->host->tagged_new(SLRUN_TAG_BINARY, json_incref(text))) != 0)
            return ctx->host->fail(ctx, SLRUN_E_MEMORY, "out of memory");
    }
    return 0;
}

static int check_received(struct slrun_ctx *ctx, const json_t *received)
{
    const struct call_message message = {.answer = received,
                                         .md5_of_body = "MD5OfBody",
                                         .body = json_object_get(received, "Body"),
                                         .attributes =
                                             json_object_get(received, "MessageAttributes")};
    return check(ctx, &message);
}

json_t *call_receive_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    json_t *result = ctx->host->aws_json_parse(ctx, resp);
    const json_t *messages = json_object_get(result, "Messages");
    for (size_t i = 0; i < json_array_size(messages); i++) {
        const json_t *message = json_array_get(messages, i);
        if (check_received(ctx, message) != 0 || decode_attributes(ctx, message) != 0) {
            json_decref(result);
            return NULL;
        }
    }
    return result;
}

/* ---- undo ---- */

enum { TAGS_MAX = 50 }; /* of a queue (Developer Guide, "Quotas related to queues") */

/* SQS takes the bare name of a queue for its URL, and the name is known before the call. No
 * tags_op: CreateQueue answers for a queue that was there as for a new one, and not all services
 * leave the tags of the old one alone then. */
int call_create_queue_undo(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                           struct slrun_undo *undo)
{
    (void)result;
    const char *name = json_string_value(json_object_get(args, "QueueName"));
    if (name == NULL)
        return 1;
    *undo = (struct slrun_undo){
        .kind = "queue",
        .name = ctx->host->format(ctx, "%s", name),
        .op = "delete_queue",
        .args = json_pack("{s:s}", "QueueUrl", name),
        .gone = "QueueDoesNotExist",
    };
    return 0;
}

int call_create_queue_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags)
{
    static const char *const names[3] = {"tags"};
    if (json_object_size(json_object_get(args, "tags")) + json_object_size(tags) > TAGS_MAX)
        return 0; /* the service would refuse the queue */
    return ctx->host->tags_add(ctx, args, names, tags);
}
