/* SPDX-License-Identifier: Apache-2.0 */
/* How the DynamoDB expression engine says no: an error kind and AWS's own message text. */
#ifndef SLRUN_DYNAMODB_EXPR_ERROR_H
#define SLRUN_DYNAMODB_EXPR_ERROR_H

#include <stdbool.h>

/* Longest message in bytes with its NUL; a longer one (a huge attribute name in it) is cut. */
#define EXPR_ERROR_MESSAGE_MAX 2048

enum expr_error_kind {
    EXPR_ERROR_NONE = 0,
    EXPR_ERROR_VALIDATION,    /* AWS's ValidationException */
    EXPR_ERROR_SERIALIZATION, /* AWS's SerializationException: the JSON has the wrong shape */
    EXPR_ERROR_MEMORY         /* out of memory: answer with InternalServerError */
};

/* In which of AWS's words a wrong value is refused. AWS changed them in 2026, operation by
 * operation and region by region (wording.h). */
enum expr_words {
    EXPR_WORDS_OLDER = 0,
    EXPR_WORDS_NEWER,
    EXPR_WORDS_ENVELOPED /* the newer ones, behind "1 validation error detected: " */
};

/* Filled by a function that fails, untouched by one that succeeds; but `words` is the caller's. It
 * owns nothing. */
struct expr_error {
    enum expr_error_kind kind;
    char message[EXPR_ERROR_MESSAGE_MAX];
    enum expr_words words;
};

/* Fills `error` (a validation error, printf format) and returns false, for `return expr_fail(...)`.
 */
bool expr_fail(struct expr_error *error, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The same for the other kinds. */
bool expr_fail_as(struct expr_error *error, enum expr_error_kind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Out of memory; returns false. */
bool expr_fail_memory(struct expr_error *error);

#endif
