/* SPDX-License-Identifier: Apache-2.0 */
/* Batches of up to 10 messages: parameters and results. */
#include "model/shapes.h"

static PARAMS(send_entry) = {
    {"Id", S_STRING, SLRUN_REQUIRED, "Name of the entry in this batch."},
    {"MessageBody", S_STRING, SLRUN_REQUIRED, "Text of the message."},
    {"DelaySeconds", S_INTEGER, 0, "Seconds until it can be received, 0 to 900; not with FIFO."},
    {"MessageAttributes", S_MAP(shape_attribute), 0, "At most 10 attributes."},
    {"MessageSystemAttributes", S_MAP(shape_attribute), 0, "AWSTraceHeader."},
    {"MessageDeduplicationId", S_STRING, 0, "FIFO: one message of this id in 5 minutes."},
    {"MessageGroupId", S_STRING, 0, "FIFO: messages of one group keep their order."},
    PARAMS_END,
};
static const struct slrun_shape shape_send_entry = S_STRUCTURE(send_entry);

PARAMS(send_message_batch_params) = {
    {"QueueUrl", S_STRING, SLRUN_REQUIRED, "URL of the queue."},
    {"Entries", S_LIST(shape_send_entry), SLRUN_REQUIRED, "1 to 10 messages."},
    PARAMS_END,
};

static PARAMS(sent_entry) = {
    {"Id", S_STRING, 0, "Name of the entry."},
    {"MessageId", S_STRING, 0, "Id of the message."},
    {"MD5OfMessageBody", S_STRING, 0, "MD5 of the body, in hex."},
    {"MD5OfMessageAttributes", S_STRING, 0, "MD5 of the attributes, in hex."},
    {"MD5OfMessageSystemAttributes", S_STRING, 0, "MD5 of the system attributes, in hex."},
    {"SequenceNumber", S_STRING, 0, "FIFO: grows with every message of a group."},
    PARAMS_END,
};
static const struct slrun_shape shape_sent_entry = S_STRUCTURE(sent_entry);

static PARAMS(failed_entry) = {
    {"Id", S_STRING, 0, "Name of the entry."},
    {"SenderFault", S_BOOLEAN, 0, "Whether the request was wrong."},
    {"Code", S_STRING, 0, "Error code."},
    {"Message", S_STRING, 0, "What was wrong."},
    PARAMS_END,
};
static const struct slrun_shape shape_failed_entry = S_STRUCTURE(failed_entry);

PARAMS(send_message_batch_result) = {
    {"Successful", S_LIST(shape_sent_entry), 0, "What was sent."},
    {"Failed", S_LIST(shape_failed_entry), 0, "What was not."},
    PARAMS_END,
};

static PARAMS(delete_entry) = {
    {"Id", S_STRING, SLRUN_REQUIRED, "Name of the entry in this batch."},
    {"ReceiptHandle", S_STRING, SLRUN_REQUIRED, "From receive_message."},
    PARAMS_END,
};
static const struct slrun_shape shape_delete_entry = S_STRUCTURE(delete_entry);

PARAMS(delete_message_batch_params) = {
    {"QueueUrl", S_STRING, SLRUN_REQUIRED, "URL of the queue."},
    {"Entries", S_LIST(shape_delete_entry), SLRUN_REQUIRED, "1 to 10 messages."},
    PARAMS_END,
};

static PARAMS(visibility_entry) = {
    {"Id", S_STRING, SLRUN_REQUIRED, "Name of the entry in this batch."},
    {"ReceiptHandle", S_STRING, SLRUN_REQUIRED, "From receive_message."},
    {"VisibilityTimeout", S_INTEGER, 0, "Seconds from now, 0 to 43200."},
    PARAMS_END,
};
static const struct slrun_shape shape_visibility_entry = S_STRUCTURE(visibility_entry);

PARAMS(change_message_visibility_batch_params) = {
    {"QueueUrl", S_STRING, SLRUN_REQUIRED, "URL of the queue."},
    {"Entries", S_LIST(shape_visibility_entry), SLRUN_REQUIRED, "1 to 10 messages."},
    PARAMS_END,
};

static PARAMS(done_entry) = {
    {"Id", S_STRING, 0, "Name of the entry."},
    PARAMS_END,
};
static const struct slrun_shape shape_done_entry = S_STRUCTURE(done_entry);

PARAMS(batch_result) = {
    {"Successful", S_LIST(shape_done_entry), 0, "What was done."},
    {"Failed", S_LIST(shape_failed_entry), 0, "What was not."},
    PARAMS_END,
};
