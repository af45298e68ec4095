/* SPDX-License-Identifier: Apache-2.0 */
/* Requests and answers. */
#include "client/call.h"

#include <stdint.h>

int call_plain_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    return ctx->host->aws_json_build(ctx, args, req);
}

/* A page after the first must not say again whose shards they are. */
int call_list_shards_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    static const char *const first_only[] = {"StreamName", "ExclusiveStartShardId",
                                             "StreamCreationTimestamp", "ShardFilter"};
    if (json_object_get(args, "NextToken") != NULL)
        for (size_t i = 0; i < sizeof first_only / sizeof *first_only; i++)
            json_object_del(args, first_only[i]);
    return call_plain_build(ctx, args, req);
}

json_t *call_plain_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    return ctx->host->aws_json_parse(ctx, resp);
}

static int no_memory(struct slrun_ctx *ctx)
{
    return ctx->host->fail(ctx, SLRUN_E_MEMORY, "out of memory");
}

json_t *call_records_parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    json_t *result = ctx->host->aws_json_parse(ctx, resp);
    const json_t *records = json_object_get(result, "Records");
    for (size_t i = 0; i < json_array_size(records); i++) {
        json_t *record = json_array_get(records, i), *data = json_object_get(record, "Data");
        if (json_is_string(data) &&
            json_object_set_new(record, "Data",
                                ctx->host->tagged_new(SLRUN_TAG_BINARY, json_incref(data))) != 0) {
            json_decref(result);
            no_memory(ctx);
            return NULL;
        }
    }
    return result;
}

/* ---- undo ---- */

/* Takes over args. */
static int undo_as(struct slrun_ctx *ctx, const char *name, struct slrun_undo *undo)
{
    undo->name = ctx->host->format(ctx, "%s", name);
    undo->gone = "ResourceNotFoundException";
    undo->busy = "ResourceInUseException";
    return 0;
}

int call_create_stream_undo(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                            struct slrun_undo *undo)
{
    (void)result;
    const char *name = json_string_value(json_object_get(args, "StreamName"));
    if (name == NULL)
        return 1;
    *undo = (struct slrun_undo){
        .kind = "stream",
        .op = "delete_stream",
        .args = json_pack("{s:s, s:b}", "StreamName", name, "EnforceConsumerDeletion", 1)};
    return undo_as(ctx, name, undo);
}

int call_register_stream_consumer_undo(struct slrun_ctx *ctx, const json_t *args,
                                       const json_t *result, struct slrun_undo *undo)
{
    (void)result;
    const char *name = json_string_value(json_object_get(args, "ConsumerName"));
    const char *stream = json_string_value(json_object_get(args, "StreamARN"));
    if (name == NULL || stream == NULL)
        return 1;
    *undo = (struct slrun_undo){
        .kind = "consumer",
        .op = "deregister_stream_consumer",
        .args = json_pack("{s:s, s:s}", "StreamARN", stream, "ConsumerName", name)};
    return undo_as(ctx, name, undo);
}

int call_create_stream_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags)
{
    static const char *const names[3] = {"Tags"};
    return ctx->host->tags_add(ctx, args, names, tags);
}
