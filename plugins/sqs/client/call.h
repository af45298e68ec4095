/* SPDX-License-Identifier: Apache-2.0 */
/* build() and parse() of all operations: the AWS JSON protocol of the host; what is received is
 * checked and its bytes become binary values. */
#ifndef SLRUN_SQS_CALL_H
#define SLRUN_SQS_CALL_H

#include <slrun/slrun.h>

/* Everything but the parse of what sends and receives. */
int call_plain_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req);
json_t *call_plain_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);

/* SendMessage, SendMessageBatch: the digests of body and attributes must be those of what was sent
 * (else PROTOCOL, with the message's id). They read ctx->args. */
json_t *call_send_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);
json_t *call_send_batch_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);

/* ReceiveMessage: the digests of body and attributes must fit (else PROTOCOL), and base64 becomes
 * a binary value. */
json_t *call_receive_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);

/* The undo of CreateQueue, and its tags. */
int call_create_queue_undo(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                           struct slrun_undo *undo);
int call_create_queue_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags);

#endif
