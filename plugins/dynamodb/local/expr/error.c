/* SPDX-License-Identifier: Apache-2.0 */
/* Fills struct expr_error. */
#include "error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Cuts a text that vsnprintf truncated back to whole UTF-8 characters: the message becomes JSON. */
static void trim_utf8(char *text, size_t length)
{
    while (length > 0 && ((unsigned char)text[length - 1] & 0xC0) == 0x80)
        length--;
    if (length > 0 && ((unsigned char)text[length - 1] & 0xC0) == 0xC0)
        length--;
    text[length] = '\0';
}

static bool fail(struct expr_error *error, enum expr_error_kind kind, const char *format,
                 va_list args) __attribute__((format(printf, 3, 0)));

static bool fail(struct expr_error *error, enum expr_error_kind kind, const char *format,
                 va_list args)
{
    error->kind = kind;
    int length = vsnprintf(error->message, sizeof error->message, format, args);
    if (length < 0)
        error->message[0] = '\0';
    else if ((size_t)length >= sizeof error->message)
        trim_utf8(error->message, strlen(error->message));
    return false;
}

bool expr_fail(struct expr_error *error, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fail(error, EXPR_ERROR_VALIDATION, format, args);
    va_end(args);
    return false;
}

bool expr_fail_as(struct expr_error *error, enum expr_error_kind kind, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fail(error, kind, format, args);
    va_end(args);
    return false;
}

bool expr_fail_memory(struct expr_error *error)
{
    return expr_fail_as(error, EXPR_ERROR_MEMORY, "Out of memory");
}
