/* SPDX-License-Identifier: Apache-2.0 */
#include "base/log.h"

#include <stdio.h>

enum { HEARD_SIZE = 1024 }; /* bytes of a line that is told */

static enum slrun_log_level max_level = SLRUN_LOG_WARNING;
static struct {
    void (*heard)(void *arg, enum slrun_log_level level, const char *text);
    void *arg;
} listener;

static const char *const prefixes[] = {
    [SLRUN_LOG_ERROR] = "error: ",
    [SLRUN_LOG_WARNING] = "warning: ",
    [SLRUN_LOG_INFO] = "",
    [SLRUN_LOG_DEBUG] = "debug: ",
};

void log_set_level(enum slrun_log_level level)
{
    max_level = level;
}

void log_hear(void (*heard)(void *arg, enum slrun_log_level level, const char *text), void *arg)
{
    listener.heard = heard;
    listener.arg = arg;
}

static void __attribute__((format(printf, 2, 0)))
tell(enum slrun_log_level level, const char *fmt, va_list args)
{
    char text[HEARD_SIZE];
    va_list again;
    va_copy(again, args);
    (void)vsnprintf(text, sizeof text, fmt, again);
    va_end(again);
    listener.heard(listener.arg, level, text);
}

void log_vline(enum slrun_log_level level, const char *fmt, va_list args)
{
    if (listener.heard)
        tell(level, fmt, args);
    if (level > max_level)
        return;
    flockfile(stderr);
    fprintf(stderr, "slrun: %s", prefixes[level]);
    vfprintf(stderr, fmt, args);
    fputc('\n', stderr);
    funlockfile(stderr);
}

void log_line(enum slrun_log_level level, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    log_vline(level, fmt, args);
    va_end(args);
}
