/* SPDX-License-Identifier: Apache-2.0 */
/* Single messages: parameters and results. */
#include "model/shapes.h"

static const struct slrun_shape shape_blob = S_BLOB;

static PARAMS(attribute_members) = {
    {"StringValue", S_STRING, 0, "With String and Number: the value, a string."},
    {"BinaryValue", S_BLOB, 0, "With Binary: the bytes."},
    {"StringListValues", S_LIST(shape_string), 0, "Not used by the service."},
    {"BinaryListValues", S_LIST(shape_blob), 0, "Not used by the service."},
    {"DataType", S_STRING, SLRUN_REQUIRED, "String, Number or Binary; a label may follow a dot."},
    PARAMS_END,
};
const struct slrun_shape shape_attribute = S_STRUCTURE(attribute_members);

PARAMS(send_message_params) = {
    {"QueueUrl", S_STRING, SLRUN_REQUIRED, "URL of the queue."},
    {"MessageBody", S_STRING, SLRUN_REQUIRED, "Text of the message, 1 byte to 1 MiB."},
    {"DelaySeconds", S_INTEGER, 0, "Seconds until it can be received, 0 to 900; not with FIFO."},
    {"MessageAttributes", S_MAP(shape_attribute), 0, "At most 10 attributes."},
    {"MessageSystemAttributes", S_MAP(shape_attribute), 0, "AWSTraceHeader."},
    {"MessageDeduplicationId", S_STRING, 0, "FIFO: one message of this id in 5 minutes."},
    {"MessageGroupId", S_STRING, 0, "FIFO: messages of one group keep their order."},
    PARAMS_END,
};

PARAMS(send_message_result) = {
    {"MD5OfMessageBody", S_STRING, 0, "MD5 of the body, in hex."},
    {"MD5OfMessageAttributes", S_STRING, 0, "MD5 of the attributes, in hex."},
    {"MD5OfMessageSystemAttributes", S_STRING, 0, "MD5 of the system attributes, in hex."},
    {"MessageId", S_STRING, 0, "Id of the message."},
    {"SequenceNumber", S_STRING, 0, "FIFO: grows with every message of a group."},
    PARAMS_END,
};

PARAMS(receive_message_params) = {
    {"QueueUrl", S_STRING, SLRUN_REQUIRED, "URL of the queue."},
    {"AttributeNames", S_LIST(shape_string), 0, "Old name of MessageSystemAttributeNames."},
    {"MessageSystemAttributeNames", S_LIST(shape_string), 0, "SentTimestamp and others, or All."},
    {"MessageAttributeNames", S_LIST(shape_string), 0, "Names, beginnings (\"a.*\"), or All."},
    {"MaxNumberOfMessages", S_INTEGER, 0, "1 to 10; 1 unless given."},
    {"VisibilityTimeout", S_INTEGER, 0, "Seconds that they are hidden from others."},
    {"WaitTimeSeconds", S_INTEGER, 0, "Seconds to wait for a message, 0 to 20."},
    {"ReceiveRequestAttemptId", S_STRING, 0, "FIFO: the same id gets the same messages again."},
    PARAMS_END,
};

static PARAMS(message_members) = {
    {"MessageId", S_STRING, 0, "Id of the message."},
    {"ReceiptHandle", S_STRING, 0, "What delete_message wants."},
    {"MD5OfBody", S_STRING, 0, "MD5 of the body, in hex."},
    {"Body", S_STRING, 0, "Text of the message."},
    {"Attributes", S_MAP(shape_string), 0, "System attributes that were asked for."},
    {"MD5OfMessageAttributes", S_STRING, 0, "MD5 of the attributes, in hex."},
    {"MessageAttributes", S_MAP(shape_attribute), 0, "Attributes that were asked for."},
    PARAMS_END,
};
static const struct slrun_shape shape_message = S_STRUCTURE(message_members);

PARAMS(receive_message_result) = {
    {"Messages", S_LIST(shape_message), 0, "Messages; absent if there are none."},
    PARAMS_END,
};

PARAMS(delete_message_params) = {
    {"QueueUrl", S_STRING, SLRUN_REQUIRED, "URL of the queue."},
    {"ReceiptHandle", S_STRING, SLRUN_REQUIRED, "From receive_message."},
    PARAMS_END,
};

PARAMS(change_message_visibility_params) = {
    {"QueueUrl", S_STRING, SLRUN_REQUIRED, "URL of the queue."},
    {"ReceiptHandle", S_STRING, SLRUN_REQUIRED, "From receive_message."},
    {"VisibilityTimeout", S_INTEGER, SLRUN_REQUIRED, "Seconds from now, 0 to 43200."},
    PARAMS_END,
};
