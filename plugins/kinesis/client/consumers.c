/* SPDX-License-Identifier: Apache-2.0 */
/* Consumers with enhanced fan-out: what the operations take and answer. */
#include "client/ops.h"
#include "client/shapes.h"

static const char *const words_consumer_status[] = {"CREATING", "DELETING", "ACTIVE", NULL};

static PARAMS(consumer_members) = {
    {"ConsumerName", S_STRING, 0, "Name of the consumer."},
    {"ConsumerARN", S_STRING, 0, "ARN of the consumer."},
    {"ConsumerStatus", S_WORD(words_consumer_status), 0, "CREATING, ACTIVE or DELETING."},
    {"ConsumerCreationTimestamp", S_TIMESTAMP, 0, "When it was registered."},
    PARAMS_END,
};
static const struct slrun_shape shape_consumer = S_STRUCTURE(consumer_members);

static PARAMS(consumer_description_members) = {
    {"ConsumerName", S_STRING, 0, "Name of the consumer."},
    {"ConsumerARN", S_STRING, 0, "ARN of the consumer."},
    {"ConsumerStatus", S_WORD(words_consumer_status), 0, "CREATING, ACTIVE or DELETING."},
    {"ConsumerCreationTimestamp", S_TIMESTAMP, 0, "When it was registered."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    PARAMS_END,
};

PARAMS(register_stream_consumer_params) = {
    {"StreamARN", S_STRING, SLRUN_REQUIRED, "ARN of the stream."},
    {"ConsumerName", S_STRING, SLRUN_REQUIRED, "Name of the consumer; put t.id into it."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    {"Tags", S_MAP(shape_string), 0, "Tags, key to value."},
    PARAMS_END,
};

PARAMS(register_stream_consumer_result) = {
    {"Consumer", S_STRUCTURE(consumer_members), 0, "The consumer, as it was registered."},
    PARAMS_END,
};

PARAMS(deregister_stream_consumer_params) = {
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"ConsumerName", S_STRING, 0, "Name of the consumer."},
    {"ConsumerARN", S_STRING, 0, "ARN of the consumer."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    PARAMS_END,
};

PARAMS(describe_stream_consumer_params) = {
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"ConsumerName", S_STRING, 0, "Name of the consumer."},
    {"ConsumerARN", S_STRING, 0, "ARN of the consumer."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    PARAMS_END,
};

PARAMS(describe_stream_consumer_result) = {
    {"ConsumerDescription", S_STRUCTURE(consumer_description_members), 0, "The consumer."},
    PARAMS_END,
};

PARAMS(list_stream_consumers_params) = {
    {"StreamARN", S_STRING, SLRUN_REQUIRED, "ARN of the stream."},
    {"NextToken", S_STRING, 0, "NextToken of the page before."},
    {"MaxResults", S_INTEGER, 0, "Most to answer with."},
    {"StreamCreationTimestamp", S_TIMESTAMP, 0, "When the stream was created."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    PARAMS_END,
};

PARAMS(list_stream_consumers_result) = {
    {"Consumers", S_LIST(shape_consumer), 0, "Consumers of this page."},
    {"NextToken", S_STRING, 0, "There is more."},
    PARAMS_END,
};
