/* SPDX-License-Identifier: Apache-2.0 */
/* Log lines on standard error: "slrun: warning: text". */
#ifndef SLRUN_BASE_LOG_H
#define SLRUN_BASE_LOG_H

#include <stdarg.h>

#include <slrun/host.h>

/* Told of each line, whatever level is shown, by the thread that logs it; `heard` NULL: nobody is.
 * Set while no other thread logs. */
void log_hear(void (*heard)(void *arg, enum slrun_log_level level, const char *text), void *arg);

/* Lines above this level are dropped; warnings are shown unless it is set. Set once, at start. */
void log_set_level(enum slrun_log_level level);
void log_line(enum slrun_log_level level, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void log_vline(enum slrun_log_level level, const char *fmt, va_list args)
    __attribute__((format(printf, 2, 0)));

#endif
