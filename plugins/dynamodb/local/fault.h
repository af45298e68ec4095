/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The errors DynamoDB answers with (Developer Guide, "Error handling with DynamoDB"): one kind for
 * each exception, a message in AWS's words, and the item a failed condition may carry.
 */
#ifndef SLRUN_DYNAMODB_FAULT_H
#define SLRUN_DYNAMODB_FAULT_H

#include <jansson.h>
#include <stdbool.h>

#include "expr/error.h"

enum { FAULT_MESSAGE_MAX = 64 * 1024 }; /* bytes with the NUL; a longer message is cut */

enum fault_kind {
    FAULT_NONE,
    FAULT_VALIDATION,
    FAULT_SERIALIZATION,
    FAULT_UNKNOWN_OPERATION,
    FAULT_ACCESS_DENIED,
    FAULT_NOT_FOUND,
    FAULT_IN_USE,
    FAULT_CONDITION,
    FAULT_DUPLICATE, /* INSERT of an item that is there */
    FAULT_LIMIT,
    FAULT_CANCELLED,
    FAULT_TOKEN_USED,
    FAULT_TABLE_NOT_FOUND, /* of backups */
    FAULT_TABLE_EXISTS,    /* likewise */
    FAULT_BACKUP_NOT_FOUND,
    FAULT_RECOVERY_UNAVAILABLE,
    FAULT_RESTORE_TIME,
    FAULT_POLICY_NOT_FOUND,
    FAULT_EXPORT_NOT_FOUND,
    FAULT_EXPORT_CONFLICT,
    FAULT_EXPORT_TIME,
    FAULT_IMPORT_NOT_FOUND,
    FAULT_IMPORT_CONFLICT,
    FAULT_TRIMMED,
    FAULT_ITERATOR_EXPIRED,
    FAULT_INTERNAL
};

/* Zeroed at first, but for `words`, which fault_clear() lets be. `message`, `item` and `reasons`
 * are owned; fault_clear() gives them back. */
struct fault {
    enum expr_words words; /* of the operation in this region */
    enum fault_kind kind;
    char *message;   /* NULL: the error has none */
    json_t *item;    /* what ReturnValuesOnConditionCheckFailure asked for, or NULL */
    json_t *reasons; /* CancellationReasons of a transaction, or NULL */
};

/* Fills `fault` (printf format; NULL: no message) and returns false, for `return fault_set(...)`.
 * A fault that is there already is replaced. */
bool fault_set(struct fault *fault, enum fault_kind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* A ValidationException; returns false. */
bool fault_invalid(struct fault *fault, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* What is wrong with a request by itself, in the words of the operation: a ValidationException goes
 * into an envelope where they want one. Returns false. */
bool fault_envelope(struct fault *fault);

/* Out of memory, or the store failed: an InternalServerError. Returns false. */
bool fault_internal(struct fault *fault);

/* What the expression engine said; returns false. */
bool fault_expr(struct fault *fault, const struct expr_error *error);

/* HTTP status of the answer. */
int fault_status(const struct fault *fault);

/* The error document (a new reference), or NULL without memory. */
json_t *fault_json(const struct fault *fault);

void fault_clear(struct fault *fault);

#endif
