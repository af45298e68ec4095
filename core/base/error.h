/* SPDX-License-Identifier: Apache-2.0 */
/* Filling and naming errors (the struct is the ABI's). */
#ifndef SLRUN_BASE_ERROR_H
#define SLRUN_BASE_ERROR_H

#include <stdarg.h>

#include <slrun/error.h>

/* Fills `error` and returns -1, so that `return error_set(...)` ends a function. Code, hint and
 * status are emptied; `detail` of an earlier error is released. */
int error_set(struct slrun_error *error, enum slrun_errno kind, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
int error_vset(struct slrun_error *error, enum slrun_errno kind, const char *fmt, va_list args)
    __attribute__((format(printf, 3, 0)));

/* Adds what to do about it; returns -1. */
int error_hint(struct slrun_error *error, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* Releases what the error holds and makes it SLRUN_E_NONE. */
void error_clear(struct slrun_error *error);

/* A copy, which shares the detail; `to` is zeroed or was cleared. */
void error_copy(struct slrun_error *to, const struct slrun_error *from);

/* "service" */
const char *error_name(enum slrun_errno kind);

#endif
