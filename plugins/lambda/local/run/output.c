/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Output on its way into CloudWatch Logs. The bootstraps mark what a plain line cannot say: "\0+"
 * at the end of a line means that the record goes on, "\0slrun" that the invocation's output ends.
 */
#include "local/run/output.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/time.h>

#include "local/bytes.h"

enum {
    BATCH_EVENTS_MAX = 10000, /* API Reference of CloudWatch Logs, "PutLogEvents" */
    BATCH_BYTES_MAX = 1000000,
    EVENT_EXTRA = 26,
    EVENT_MAX = 256 << 10,
    PENDING_MAX = 16 << 20, /* bytes; more is dropped, and said so */
    LINE_MAX_BYTES = 1024,
    FLUSH_MS = 500,
    STREAM_SIZE = 80
};

enum making { MAKING_STREAM, MAKING_GROUP, MADE, IMPOSSIBLE };

struct record { /* one event in the making, of one stream */
    char *text;
    size_t size;
};

struct output {
    struct machine *machine;
    struct output *next;
    char *region, *account, *group;
    char stream[STREAM_SIZE];
    enum making making;
    struct slrun_calling *calling;
    struct slrun_timer *timer; /* until what is said is put, also while nothing ends */
    json_t *pending;           /* events to put */
    size_t bytes;
    bool invoked, closing, dropping;
    struct record records[2];
    char tail[2 * TAIL_MAX];
    size_t tail_size;
};

/* Developer Guide, "Log streams": date, version, id; of $LATEST as AWS writes it. */
static void name_stream(struct output *out)
{
    char id[HEX_ID_SIZE], date[SLRUN_TIME_SIZE];
    const struct slrun_cloud *cloud = out->machine->service->cloud;
    hex_id_make(id);
    slrun_time_text(cloud->now_ms(cloud), 1, date);
    (void)snprintf(out->stream, sizeof out->stream, "%.4s/%.2s/%.2s/[$LATEST]%s", date, date + 5,
                   date + 8, id);
}

struct output *output_open(struct machine *machine, const char *region, const char *account,
                           const char *group)
{
    struct output *out = calloc(1, sizeof *out);
    if (!out)
        return NULL;
    out->machine = machine;
    out->next = machine->outputs;
    machine->outputs = out;
    out->region = strdup(region);
    out->account = strdup(account);
    out->group = strdup(group);
    out->pending = json_array();
    name_stream(out);
    return out;
}

static void output_free(struct output *out)
{
    struct output **at = &out->machine->outputs;
    while (*at != out)
        at = &(*at)->next;
    *at = out->next;
    if (out->timer)
        out->machine->service->cloud->timer_stop(out->timer);
    free(out->region);
    free(out->account);
    free(out->group);
    free(out->records[0].text);
    free(out->records[1].text);
    json_decref(out->pending);
    free(out);
}

const char *output_stream(const struct output *out)
{
    return out->stream;
}

/* ---- the tail ---- */

void output_mark(struct output *out)
{
    out->tail_size = 0;
}

const char *output_tail(const struct output *out, size_t *size)
{
    *size = out->tail_size < TAIL_MAX ? out->tail_size : TAIL_MAX;
    return out->tail + out->tail_size - *size;
}

static void add_tail(struct output *out, const char *text, size_t size)
{
    if (size > TAIL_MAX) {
        text += size - TAIL_MAX;
        size = TAIL_MAX;
    }
    if (out->tail_size + size > sizeof out->tail) {
        memmove(out->tail, out->tail + out->tail_size - TAIL_MAX, TAIL_MAX);
        out->tail_size = TAIL_MAX;
    }
    memcpy(out->tail + out->tail_size, text, size);
    out->tail_size += size;
}

/* ---- events ---- */

/* Bytes that are no UTF-8, and NULs, as "?": what a log event cannot hold. */
static json_t *utf8(const char *text, size_t size)
{
    json_t *value = memchr(text, '\0', size) ? NULL : json_stringn(text, size);
    char *copy = value ? NULL : malloc(size + 1);
    for (size_t i = 0; copy && i < size; i++)
        copy[i] = (char)((unsigned char)text[i] < 0x80 && text[i] ? text[i] : '?');
    if (copy)
        value = json_stringn(copy, size);
    free(copy);
    return value;
}

static void time_to_put(void *arg)
{
    struct output *out = arg;
    out->timer = NULL;
    output_flush(out);
}

static void add_event(struct output *out, const char *text, size_t size)
{
    const struct slrun_cloud *cloud = out->machine->service->cloud;
    add_tail(out, text, size);
    if (out->bytes + size > PENDING_MAX) {
        if (!out->dropping)
            out->machine->service->host->log(
                SLRUN_LOG_WARNING, "lambda: %s says more than can be kept: lines are lost",
                out->group);
        out->dropping = true;
        return;
    }
    json_t *event = json_pack("{s:I, s:o}", "timestamp", (json_int_t)cloud->now_ms(cloud),
                              "message", utf8(text, size < EVENT_MAX ? size : EVENT_MAX));
    if (event && json_array_append_new(out->pending, event) == 0)
        out->bytes += size;
    if (!out->timer && !out->closing)
        out->timer = cloud->timer_start(cloud, cloud->now_ms(cloud) + FLUSH_MS, time_to_put, out);
}

void output_say(struct output *out, const char *format, ...)
{
    char line[LINE_MAX_BYTES];
    va_list args;
    va_start(args, format);
    int n = vsnprintf(line, sizeof line, format, args);
    va_end(args);
    if (n > 0)
        add_event(out, line, (size_t)n < sizeof line ? (size_t)n : sizeof line - 1);
}

static bool grow(struct record *record, const char *text, size_t size)
{
    char *more =
        record->size + size < PENDING_MAX ? realloc(record->text, record->size + size + 1) : NULL;
    if (!more)
        return false;
    record->text = more;
    memcpy(record->text + record->size, text, size);
    record->size += size;
    record->text[record->size++] = '\n';
    return true;
}

static bool ends_with(const char *text, size_t size, const char *mark, size_t mark_size)
{
    return size >= mark_size && memcmp(text + size - mark_size, mark, mark_size) == 0;
}

bool output_line(struct output *out, int stream, const char *text, size_t size)
{
    static const char end[] = "\0slrun", more[] = "\0+";
    struct record *record = &out->records[stream == 2];
    bool ended = ends_with(text, size, end, sizeof end - 1);
    bool goes_on = ends_with(text, size, more, sizeof more - 1);
    if (ended)
        size -= sizeof end - 1;
    if (goes_on)
        size -= sizeof more - 1;
    if (size > 0 || !ended)
        (void)grow(record, text, size);
    if (!goes_on && record->size > 0) {
        add_event(out, record->text, record->size);
        record->size = 0;
    }
    if (out->bytes > BATCH_BYTES_MAX / 2)
        output_flush(out);
    return ended;
}

/* ---- requests ---- */

static void next_request(struct output *out);

static bool is_error(const struct slrun_error *error, const char *code)
{
    return error && strcmp(error->code, code) == 0;
}

static void made(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct output *out = arg;
    (void)result;
    bool there = !error || is_error(error, "ResourceAlreadyExistsException");
    out->calling = NULL;
    if (there)
        out->making = out->making == MAKING_GROUP ? MAKING_STREAM : MADE;
    else if (out->making == MAKING_STREAM && is_error(error, "ResourceNotFoundException"))
        out->making = MAKING_GROUP;
    else
        out->making = IMPOSSIBLE;
    next_request(out);
}

static void were_put(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct output *out = arg;
    (void)result;
    out->calling = NULL;
    if (is_error(error, "ResourceNotFoundException")) /* somebody deleted it meanwhile */
        out->making = MAKING_STREAM;
    next_request(out);
}

static void request(struct output *out, const char *operation, json_t *args,
                    void (*done)(void *arg, const json_t *result, const struct slrun_error *error))
{
    const struct slrun_cloud *cloud = out->machine->service->cloud;
    if (!args || !cloud->call) {
        json_decref(args);
        out->making = IMPOSSIBLE;
        return;
    }
    out->calling = cloud->call(cloud, &(struct slrun_cloud_call){.service = "logs",
                                                                 .operation = operation,
                                                                 .args = args,
                                                                 .region = out->region,
                                                                 .account = out->account,
                                                                 .caller = "lambda",
                                                                 .done = done,
                                                                 .arg = out});
    if (!out->calling)
        out->making = IMPOSSIBLE;
}

/* The first events, as many as one request may hold; they leave `pending`. */
static json_t *batch(struct output *out)
{
    json_t *events = json_array();
    size_t n = 0, bytes = 0, all = json_array_size(out->pending);
    for (; n < all && n < BATCH_EVENTS_MAX; n++) {
        json_t *event = json_array_get(out->pending, n);
        size_t size = json_string_length(json_object_get(event, "message")) + EVENT_EXTRA;
        if (n > 0 && bytes + size > BATCH_BYTES_MAX)
            break;
        bytes += size;
        json_array_append(events, event);
    }
    json_t *rest = json_array();
    for (size_t i = n; i < all; i++)
        json_array_append(rest, json_array_get(out->pending, i));
    json_decref(out->pending);
    out->pending = rest;
    out->bytes = n == all ? 0 : out->bytes - (bytes < out->bytes ? bytes : out->bytes);
    return events;
}

static void next_request(struct output *out)
{
    bool idle = json_array_size(out->pending) == 0;
    if (out->making == IMPOSSIBLE) {
        json_array_clear(out->pending);
        out->bytes = 0;
        idle = true;
    }
    if (idle && out->closing)
        output_free(out);
    else if (idle)
        return;
    else if (out->making == MAKING_GROUP)
        request(out, "create_log_group", json_pack("{s:s}", "logGroupName", out->group), made);
    else if (out->making == MAKING_STREAM)
        request(out, "create_log_stream",
                json_pack("{s:s, s:s}", "logGroupName", out->group, "logStreamName", out->stream),
                made);
    else
        request(out, "put_log_events",
                json_pack("{s:s, s:s, s:o}", "logGroupName", out->group, "logStreamName",
                          out->stream, "logEvents", batch(out)),
                were_put);
}

void output_flush(struct output *out)
{
    if (out->timer)
        out->machine->service->cloud->timer_stop(out->timer);
    out->timer = NULL;
    if (!out->calling && (out->invoked || out->closing))
        next_request(out);
}

void output_invoked(struct output *out)
{
    out->invoked = true;
}

void output_close(struct output *out)
{
    for (int i = 0; i < 2; i++)
        if (out->records[i].size > 0)
            add_event(out, out->records[i].text, out->records[i].size);
    out->records[0].size = out->records[1].size = 0;
    out->closing = true;
    if (!out->invoked)
        json_array_clear(out->pending);
    if (out->machine->closing)
        return; /* outputs_close() follows */
    output_flush(out);
}

void outputs_close(struct machine *machine)
{
    while (machine->outputs)
        output_free(machine->outputs);
}
