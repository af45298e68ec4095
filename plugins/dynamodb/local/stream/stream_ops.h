/* SPDX-License-Identifier: Apache-2.0 */
/* What the operations of DynamoDB Streams have in common. */
#ifndef SLRUN_DYNAMODB_STREAM_OPS_H
#define SLRUN_DYNAMODB_STREAM_OPS_H

#include "service.h"

/* The readable stream of the call's account and region with that ARN, of which the first `size`
 * bytes count; NULL with the fault filled. */
struct stream *stream_named(struct call *call, const char *arn, size_t size);

#endif
