/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The errors SQS answers with (API Reference, "Common Error Types" and each operation's errors).
 * Each has a name in the JSON protocol and a code in the older query protocol; the JSON answer
 * carries the latter in x-amzn-query-error.
 */
#ifndef SLRUN_SQS_FAULT_H
#define SLRUN_SQS_FAULT_H

#include <stdbool.h>

enum { FAULT_MESSAGE_MAX = 1024 }; /* bytes with the NUL; a longer message is cut */

enum fault_kind {
    FAULT_NONE,
    FAULT_INTERNAL,
    FAULT_SERIALIZATION,
    FAULT_UNKNOWN_OPERATION, /* JSON: no such operation */
    FAULT_INVALID_ACTION,    /* query: no such Action */
    FAULT_NO_ACTION,         /* query: none at all */
    FAULT_INVALID_VALUE,
    FAULT_NOT_AVAILABLE, /* for a change of its visibility: another code in batches */
    FAULT_MISSING,
    FAULT_NO_QUEUE,
    FAULT_QUEUE_EXISTS,
    FAULT_ATTRIBUTE_NAME,
    FAULT_ATTRIBUTE_VALUE,
    FAULT_RECEIPT_HANDLE,
    FAULT_CONTENTS,
    FAULT_BATCH_EMPTY,
    FAULT_BATCH_TOO_MANY,
    FAULT_BATCH_ID,
    FAULT_BATCH_NOT_DISTINCT,
    FAULT_BATCH_TOO_LONG,
    FAULT_NOT_FOUND,
    FAULT_OVER_LIMIT,
    FAULT_UNSUPPORTED
};

struct fault {
    enum fault_kind kind;
    char message[FAULT_MESSAGE_MAX];
};

/* Fills `fault` (printf format) and returns false, for `return fault_set(...)`. */
bool fault_set(struct fault *fault, enum fault_kind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* InvalidParameterValue, the most frequent one; returns false. */
bool fault_value(struct fault *fault, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* MissingParameter: "The request must contain the parameter X."; returns false. */
bool fault_missing(struct fault *fault, const char *parameter);

/* No memory, or the store failed; returns false. */
bool fault_internal(struct fault *fault);

/* HTTP status of the answer, the shape's name with its namespace, and the query protocol's code. */
int fault_status(const struct fault *fault);
const char *fault_type(const struct fault *fault);
const char *fault_code(const struct fault *fault);
bool fault_is_sender(const struct fault *fault);

#endif
