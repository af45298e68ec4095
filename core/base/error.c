/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"

#include <stdio.h>
#include <string.h>

int error_vset(struct slrun_error *error, enum slrun_errno kind, const char *fmt, va_list args)
{
    error_clear(error);
    error->kind = kind;
    vsnprintf(error->message, sizeof error->message, fmt, args);
    return -1;
}

int error_set(struct slrun_error *error, enum slrun_errno kind, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    error_vset(error, kind, fmt, args);
    va_end(args);
    return -1;
}

int error_hint(struct slrun_error *error, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    vsnprintf(error->hint, sizeof error->hint, fmt, args);
    va_end(args);
    return -1;
}

void error_copy(struct slrun_error *to, const struct slrun_error *from)
{
    *to = *from;
    json_incref(to->detail);
}

void error_clear(struct slrun_error *error)
{
    json_decref(error->detail);
    error->kind = SLRUN_E_NONE;
    error->status = 0;
    error->detail = NULL;
    error->code[0] = error->message[0] = error->hint[0] = '\0';
}

#define NAME(symbol, name, text) name,
static const char *const names[] = {SLRUN_ERRORS(NAME)};

const char *error_name(enum slrun_errno kind)
{
    return (size_t)kind < sizeof names / sizeof *names ? names[kind] : "unknown";
}
