/* SPDX-License-Identifier: Apache-2.0 */
/* build() and parse() of all operations: the AWS JSON protocol of the host; the data of records
 * that are read become binary values. */
#ifndef SLRUN_KINESIS_CALL_H
#define SLRUN_KINESIS_CALL_H

#include <slrun/slrun.h>

/* Everything but the build of ListShards and the parse of GetRecords. */
int call_plain_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req);
json_t *call_plain_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);

/* ListShards: with NextToken, only that. */
int call_list_shards_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req);

/* GetRecords: the base64 of Data becomes a binary value. */
json_t *call_records_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);

/* The undo of CreateStream and of RegisterStreamConsumer. */
int call_create_stream_undo(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                            struct slrun_undo *undo);
int call_register_stream_consumer_undo(struct slrun_ctx *ctx, const json_t *args,
                                       const json_t *result, struct slrun_undo *undo);

/* Tags of a new stream. */
int call_create_stream_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags);

#endif
