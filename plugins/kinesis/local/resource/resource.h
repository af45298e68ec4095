/* SPDX-License-Identifier: Apache-2.0 */
/* What a ResourceARN names: a stream, or a consumer of one. */
#ifndef SLRUN_KINESIS_RESOURCE_H
#define SLRUN_KINESIS_RESOURCE_H

#include "service.h"

struct resource {
    struct stream *stream;
    struct consumer *consumer; /* or NULL: the stream itself is meant */
};

enum { CONSUMER_ARN_SIZE = 512 };

/* arn:...:stream/NAME/consumer/NAME:SECOND */
void resource_consumer_arn(const struct stream *stream, const struct consumer *consumer,
                           char arn[CONSUMER_ARN_SIZE]);

/* The consumer of a stream by its ARN, or NULL. */
struct consumer *resource_consumer(const struct stream *stream, const char *arn);

/* Finds what `arn` names; false with the fault filled. */
bool resource_find(struct call *call, const char *arn, struct resource *resource);

#endif
