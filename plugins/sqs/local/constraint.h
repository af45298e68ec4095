/* SPDX-License-Identifier: Apache-2.0 */
/* What texts may be: names of queues, batch ids, group ids, message bodies and attributes. */
#ifndef SLRUN_SQS_CONSTRAINT_H
#define SLRUN_SQS_CONSTRAINT_H

#include <jansson.h>
#include <stdint.h>

#include "fault.h"

enum {
    QUEUE_NAME_MAX = 80,
    BATCH_MAX = 10,
    BATCH_BYTES_MAX = 1024 * 1024,
    MESSAGE_ATTRIBUTES_MAX = 10
};

bool constraint_queue_name(const char *name, bool fifo, struct fault *fault);
bool constraint_batch_id(const char *id);

/* MessageGroupId, MessageDeduplicationId: alphanumeric and punctuation, 1 to 128. */
bool constraint_id(const char *parameter, const char *id, struct fault *fault);

/* A text of the characters that SQS takes (XML 1.0's). */
bool constraint_text(const json_t *string);

/* MessageAttributes. */
bool constraint_attributes(const json_t *attributes, struct fault *fault);

/* Bytes that count against the size of a message: the body, and names, types and values. */
int64_t constraint_size(const json_t *body, const json_t *attributes);

#endif
