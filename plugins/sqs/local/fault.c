/* SPDX-License-Identifier: Apache-2.0 */
/* Names, codes and statuses of the errors. */
#include "fault.h"

#include <stdarg.h>
#include <stdio.h>

#include <slrun/member.h>

#define SQS   "com.amazonaws.sqs#"
#define CORAL "com.amazon.coral.service#"
#define QUERY "AWS.SimpleQueueService."

static const struct {
    int status;
    const char *type;
    const char *code;
} kinds[] = {
    [FAULT_NONE] = {500, CORAL "InternalFailure", "InternalFailure"},
    [FAULT_INTERNAL] = {500, CORAL "InternalFailure", "InternalFailure"},
    [FAULT_SERIALIZATION] = {400, CORAL "SerializationException", "MalformedInput"},
    [FAULT_NO_ACTION] = {404, CORAL "UnknownOperationException", "UnknownOperationException"},
    [FAULT_UNKNOWN_OPERATION] = {400, CORAL "UnknownOperationException", "InvalidAction"},
    [FAULT_INVALID_ACTION] = {400, CORAL "InvalidAction", "InvalidAction"},
    [FAULT_NOT_AVAILABLE] = {400, SQS "InvalidParameterValueException", "InvalidParameterValue"},
    [FAULT_INVALID_VALUE] = {400, SQS "InvalidParameterValueException", "InvalidParameterValue"},
    [FAULT_MISSING] = {400, SQS "MissingRequiredParameterException", "MissingParameter"},
    [FAULT_NO_QUEUE] = {400, SQS "QueueDoesNotExist", QUERY "NonExistentQueue"},
    [FAULT_QUEUE_EXISTS] = {400, SQS "QueueNameExists", "QueueAlreadyExists"},
    [FAULT_ATTRIBUTE_NAME] = {400, SQS "InvalidAttributeName", "InvalidAttributeName"},
    [FAULT_ATTRIBUTE_VALUE] = {400, SQS "InvalidAttributeValue", "InvalidAttributeValue"},
    [FAULT_RECEIPT_HANDLE] = {404, SQS "ReceiptHandleIsInvalid", "ReceiptHandleIsInvalid"},
    [FAULT_CONTENTS] = {400, SQS "InvalidMessageContents", "InvalidMessageContents"},
    [FAULT_BATCH_EMPTY] = {400, SQS "EmptyBatchRequest", QUERY "EmptyBatchRequest"},
    [FAULT_BATCH_TOO_MANY] = {400, SQS "TooManyEntriesInBatchRequest",
                              QUERY "TooManyEntriesInBatchRequest"},
    [FAULT_BATCH_ID] = {400, SQS "InvalidBatchEntryId", QUERY "InvalidBatchEntryId"},
    [FAULT_BATCH_NOT_DISTINCT] = {400, SQS "BatchEntryIdsNotDistinct",
                                  QUERY "BatchEntryIdsNotDistinct"},
    [FAULT_BATCH_TOO_LONG] = {400, SQS "BatchRequestTooLong", QUERY "BatchRequestTooLong"},
    [FAULT_NOT_FOUND] = {404, SQS "ResourceNotFoundException", "ResourceNotFoundException"},
    [FAULT_OVER_LIMIT] = {403, SQS "OverLimit", "OverLimit"},
    [FAULT_UNSUPPORTED] = {400, SQS "UnsupportedOperation", QUERY "UnsupportedOperation"},
};

__attribute__((format(printf, 3, 0))) static bool set(struct fault *fault, enum fault_kind kind,
                                                      const char *format, va_list args)
{
    fault->kind = kind;
    (void)vsnprintf(fault->message, sizeof fault->message, format, args);
    slrun_text_mend(fault->message);
    return false;
}

bool fault_set(struct fault *fault, enum fault_kind kind, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    set(fault, kind, format, args);
    va_end(args);
    return false;
}

bool fault_value(struct fault *fault, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    set(fault, FAULT_INVALID_VALUE, format, args);
    va_end(args);
    return false;
}

bool fault_missing(struct fault *fault, const char *parameter)
{
    return fault_set(fault, FAULT_MISSING, "The request must contain the parameter %s.", parameter);
}

bool fault_internal(struct fault *fault)
{
    return fault_set(fault, FAULT_INTERNAL, "We encountered an internal error. Please try again.");
}

int fault_status(const struct fault *fault)
{
    return kinds[fault->kind].status;
}

const char *fault_type(const struct fault *fault)
{
    return kinds[fault->kind].type;
}

const char *fault_code(const struct fault *fault)
{
    return kinds[fault->kind].code;
}

bool fault_is_sender(const struct fault *fault)
{
    return kinds[fault->kind].status < 500;
}
