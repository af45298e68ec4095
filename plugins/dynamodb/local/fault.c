/* SPDX-License-Identifier: Apache-2.0 */
/* DynamoDB's exceptions and the documents they are answered as. */
#include "fault.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <slrun/member.h>

#define CORAL_SERVICE  "com.amazon.coral.service#"
#define CORAL_VALIDATE "com.amazon.coral.validate#"
#define DYNAMODB       "com.amazonaws.dynamodb.v20120810#"

/* `member` is how the message's member is spelled: AWS is not consistent there,
 * and with an item it is another one. */
static const struct {
    int status;
    const char *type;
    const char *member;
} kinds[] = {
    [FAULT_NONE] = {500, DYNAMODB "InternalServerError", "message"},
    [FAULT_VALIDATION] = {400, CORAL_VALIDATE "ValidationException", "message"},
    [FAULT_SERIALIZATION] = {400, CORAL_SERVICE "SerializationException", "Message"},
    [FAULT_UNKNOWN_OPERATION] = {400, CORAL_SERVICE "UnknownOperationException", "message"},
    [FAULT_ACCESS_DENIED] = {400, CORAL_SERVICE "AccessDeniedException", "Message"},
    [FAULT_NOT_FOUND] = {400, DYNAMODB "ResourceNotFoundException", "message"},
    [FAULT_IN_USE] = {400, DYNAMODB "ResourceInUseException", "message"},
    [FAULT_CONDITION] = {400, DYNAMODB "ConditionalCheckFailedException", "message"},
    [FAULT_DUPLICATE] = {400, DYNAMODB "DuplicateItemException", "message"},
    [FAULT_LIMIT] = {400, DYNAMODB "LimitExceededException", "message"},
    [FAULT_CANCELLED] = {400, DYNAMODB "TransactionCanceledException", "Message"},
    [FAULT_TOKEN_USED] = {400, DYNAMODB "IdempotentParameterMismatchException", "Message"},
    [FAULT_TABLE_NOT_FOUND] = {400, DYNAMODB "TableNotFoundException", "message"},
    [FAULT_TABLE_EXISTS] = {400, DYNAMODB "TableAlreadyExistsException", "message"},
    [FAULT_BACKUP_NOT_FOUND] = {400, DYNAMODB "BackupNotFoundException", "message"},
    [FAULT_RECOVERY_UNAVAILABLE] = {400, DYNAMODB "PointInTimeRecoveryUnavailableException",
                                    "message"},
    [FAULT_RESTORE_TIME] = {400, DYNAMODB "InvalidRestoreTimeException", "message"},
    [FAULT_POLICY_NOT_FOUND] = {400, DYNAMODB "PolicyNotFoundException", "message"},
    [FAULT_EXPORT_NOT_FOUND] = {400, DYNAMODB "ExportNotFoundException", "message"},
    [FAULT_EXPORT_CONFLICT] = {400, DYNAMODB "ExportConflictException", "message"},
    [FAULT_EXPORT_TIME] = {400, DYNAMODB "InvalidExportTimeException", "message"},
    [FAULT_IMPORT_NOT_FOUND] = {400, DYNAMODB "ImportNotFoundException", "message"},
    [FAULT_IMPORT_CONFLICT] = {400, DYNAMODB "ImportConflictException", "message"},
    [FAULT_TRIMMED] = {400, DYNAMODB "TrimmedDataAccessException", "message"},
    [FAULT_ITERATOR_EXPIRED] = {400, DYNAMODB "ExpiredIteratorException", "message"},
    [FAULT_INTERNAL] = {500, DYNAMODB "InternalServerError", "message"},
};

__attribute__((format(printf, 1, 0))) static char *text(const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length < 0)
        return NULL;
    size_t size = (size_t)length + 1;
    if (size > FAULT_MESSAGE_MAX)
        size = FAULT_MESSAGE_MAX;
    char *message = malloc(size);
    if (message != NULL) {
        vsnprintf(message, size, format, args);
        slrun_text_mend(message);
    }
    return message;
}

__attribute__((format(printf, 3, 0))) static bool set(struct fault *fault, enum fault_kind kind,
                                                      const char *format, va_list args)
{
    fault_clear(fault);
    fault->kind = kind;
    fault->message = format == NULL ? NULL : text(format, args);
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

bool fault_invalid(struct fault *fault, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    set(fault, FAULT_VALIDATION, format, args);
    va_end(args);
    return false;
}

bool fault_envelope(struct fault *fault)
{
    if (fault->kind == FAULT_VALIDATION && fault->words == EXPR_WORDS_ENVELOPED) {
        char *message = fault->message;
        fault->message = NULL;
        fault_invalid(fault, "1 validation error detected: %s", message == NULL ? "" : message);
        free(message);
    }
    return false;
}

bool fault_internal(struct fault *fault)
{
    return fault_set(fault, FAULT_INTERNAL, "Internal server error");
}

bool fault_expr(struct fault *fault, const struct expr_error *error)
{
    switch (error->kind) {
    case EXPR_ERROR_VALIDATION:
        return fault_invalid(fault, "%s", error->message);
    case EXPR_ERROR_SERIALIZATION:
        return fault_set(fault, FAULT_SERIALIZATION, "%s", error->message);
    case EXPR_ERROR_NONE:
    case EXPR_ERROR_MEMORY:
        break;
    }
    return fault_internal(fault);
}

int fault_status(const struct fault *fault)
{
    return kinds[fault->kind].status;
}

json_t *fault_json(const struct fault *fault)
{
    json_t *json = json_object();
    const char *member = fault->item != NULL ? "Message" : kinds[fault->kind].member;
    if (json == NULL || json_object_set_new(json, "__type", json_string(kinds[fault->kind].type)) ||
        (fault->message != NULL &&
         json_object_set_new(json, member, json_string_nocheck(fault->message))) ||
        (fault->item != NULL && json_object_set(json, "Item", fault->item)) ||
        (fault->reasons != NULL && json_object_set(json, "CancellationReasons", fault->reasons))) {
        json_decref(json);
        return NULL;
    }
    return json;
}

void fault_clear(struct fault *fault)
{
    free(fault->message);
    json_decref(fault->item);
    json_decref(fault->reasons);
    *fault = (struct fault){.kind = FAULT_NONE, .words = fault->words};
}
