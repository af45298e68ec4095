/* SPDX-License-Identifier: Apache-2.0 */
/* The errors Kinesis answers with (API Reference, each operation's errors). */
#ifndef SLRUN_KINESIS_FAULT_H
#define SLRUN_KINESIS_FAULT_H

#include <stdbool.h>
#include <stddef.h>

/* X(symbol, AWS's name) */
#define FAULTS(X)                                                                                  \
    X(INTERNAL, "InternalFailure")                                                                 \
    X(SERIALIZATION, "SerializationException")                                                     \
    X(UNKNOWN_OPERATION, "UnknownOperationException")                                              \
    X(VALIDATION, "ValidationException")                                                           \
    X(INVALID_ARGUMENT, "InvalidArgumentException")                                                \
    X(NOT_FOUND, "ResourceNotFoundException")                                                      \
    X(IN_USE, "ResourceInUseException")                                                            \
    X(LIMIT_EXCEEDED, "LimitExceededException")                                                    \
    X(THROUGHPUT_EXCEEDED, "ProvisionedThroughputExceededException")                               \
    X(EXPIRED_ITERATOR, "ExpiredIteratorException")                                                \
    X(DRY_RUN, "DryRunOperationException")                                                         \
    X(EXPIRED_TOKEN, "ExpiredNextTokenException")                                                  \
    X(MISSING_TOKEN, "MissingAuthenticationTokenException")                                        \
    X(INVALID_SIGNATURE, "InvalidSignatureException")                                              \
    X(INCOMPLETE_SIGNATURE, "IncompleteSignatureException")                                        \
    X(UNKNOWN_CLIENT, "UnrecognizedClientException")

enum fault_kind {
    FAULT_NONE,
#define FAULT_ENUM(symbol, name) FAULT_##symbol,
    FAULTS(FAULT_ENUM)
#undef FAULT_ENUM
};

/* `message` is NULL (the answer then has none) or owned: fault_free(). */
struct fault {
    enum fault_kind kind;
    char *message;
};

/* Fills `fault` (printf format) and returns false, for `return fault_set(...)`. */
bool fault_set(struct fault *fault, enum fault_kind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Without a message. Also: no memory, or the store failed (FAULT_INTERNAL). Returns false. */
bool fault_bare(struct fault *fault, enum fault_kind kind);

void fault_free(struct fault *fault);

/* HTTP status and name. */
int fault_status(const struct fault *fault);
const char *fault_name(const struct fault *fault);

#endif
