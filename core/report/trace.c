/* SPDX-License-Identifier: Apache-2.0 */
#include "report/trace.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <slrun/member.h>

#include "base/file.h"
#include "base/text.h"
#include "plugin/call_text.h"
#include "report/file.h"

enum {
    LINE_MAX_BYTES = 8192,
    VALUE_SHOWN = 48, /* bytes of a parameter */
};

static double number_of(const json_t *json, const char *name)
{
    return json_number_value(json_object_get(json, name));
}

/* The time of day at which it began, here. */
static void add_time(struct buf *to, const json_t *call)
{
    double ms = number_of(call, "start_ms");
    time_t seconds = (time_t)(ms / 1000);
    struct tm tm;
    if (localtime_r(&seconds, &tm))
        buf_printf(to, "%02d:%02d:%02d.%03d", tm.tm_hour, tm.tm_min, tm.tm_sec,
                   (int)(ms - (double)seconds * 1000));
}

static void add_who(struct buf *to, const struct call_end *end)
{
    if (strcmp(end->role, "case") == 0)
        buf_printf(to, " %s::%s", end->path, end->name);
    else if (strcmp(end->role, end->name) == 0)
        buf_printf(to, " %s", end->role);
    else
        buf_printf(to, " %s %s", end->role, end->name);
    if (*end->phase)
        buf_printf(to, " %s", end->phase);
}

/* As much of a value as ends with a whole character. */
static void add_short(struct buf *to, const char *text)
{
    size_t n = 0;
    while (text[n] && n < VALUE_SHOWN)
        n += text_char(text + n) ? text_char(text + n) : 1;
    buf_add(to, text, n);
    if (text[n])
        buf_puts(to, "...");
}

static void add_parameters(struct buf *to, const json_t *call)
{
    const char *name;
    json_t *value;
    json_object_foreach (json_object_get(call, "parameters"), name, value) {
        buf_printf(to, " %s=", name);
        char *text = json_is_string(value) ? strdup(json_string_value(value))
                                           : json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
        add_short(to, text ? text : "");
        free(text);
    }
}

/* "200" or "503 SlowDown" or "connect". */
static void add_status(struct buf *to, const json_t *try)
{
    int status = (int)number_of(try, "status");
    const char *code = slrun_text_or(try, "code", "");
    if (status)
        buf_printf(to, " %d", status);
    if (*code)
        buf_printf(to, " %s", code);
}

static void add_tries(struct buf *to, const json_t *call)
{
    const json_t *tries = json_object_get(call, "tries");
    size_t n = json_array_size(tries);
    buf_puts(to, " ->");
    for (size_t i = 0; i < n; i++) {
        add_status(to, json_array_get(tries, i));
        if (i + 1 < n)
            buf_printf(to, ", after %.0f ms", number_of(json_array_get(tries, i + 1), "delay_ms"));
    }
    if (n == 0) {
        const char *kind = slrun_text_or(json_object_get(call, "error"), "kind", "");
        buf_printf(to, " %s", *kind ? kind : "not sent");
    }
    const char *id = n ? slrun_text_or(json_array_get(tries, n - 1), "request_id", "") : "";
    if (*id)
        buf_printf(to, " %s", id);
    buf_printf(to, " %.1f ms", number_of(call, "ms"));
    n += (size_t)number_of(call, "more_tries");
    if (n > 1)
        buf_printf(to, " (%zu tries)", n);
}

/* The line of a call, with its line end and without control characters. */
static void add_call(struct buf *to, const struct call_end *end)
{
    size_t begin = to->len;
    json_t *call = call_text_read(end->call);
    add_time(to, call);
    add_who(to, end);
    buf_printf(to, " %s.%s", slrun_text_or(call, "service", ""),
               slrun_text_or(call, "operation", ""));
    add_parameters(to, call);
    add_tries(to, call);
    if (json_is_true(json_object_get(call, "cancelled")))
        buf_puts(to, " given up");
    json_decref(call);
    for (size_t i = begin; i < to->len; i++)
        if ((unsigned char)to->data[i] < 0x20 || to->data[i] == 0x7f)
            to->data[i] = '?';
    buf_putc(to, '\n');
}

static void on_call_end(void *self, const struct call_end *end)
{
    struct trace *trace = self;
    struct buf line = BUF_INIT(LINE_MAX_BYTES);
    add_call(&line, end);
    if (trace->before)
        trace->before(trace->arg);
    (void)file_write(trace->fd, line.data, line.len, -1); /* it fails where nobody reads any more */
    buf_free(&line);
}

const struct observer trace_observer = {.call_end = on_call_end, .calls = CALLS_TOLD};
