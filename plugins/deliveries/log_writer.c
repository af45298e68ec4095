/* SPDX-License-Identifier: Apache-2.0 */
/* One writer a stream, as long as it has something to write: it puts what came in one turn of the
 * loop at once, and makes the stream when there is none. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/arn.h>
#include <slrun/member.h>

#include "deliveries/log_writer.h"

/* "PutLogEvents": of one request, and of one event. */
enum { EVENTS_MAX = 10000, BYTES_MAX = 1 << 20, EVENT_EXTRA = 26, TEXT_MAX = 256 * 1024 };
enum { BATCHES_MAX = 16 }; /* that wait; what comes beyond them is lost */

struct log_writer {
    struct log_writer *next;
    struct log_writers *all;
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    json_t *group, *stream; /* names */
    json_t *batches;        /* lists of events, the oldest first */
    size_t bytes;           /* of the newest batch */
    struct slrun_timer *timer;
    struct slrun_calling *calling;
    bool made;  /* the stream was made, or could not be */
    bool empty; /* it is to be there, also without a line */
    bool own;   /* the group is to be made, if it is not there */
};

static void writer_free(struct log_writer *w)
{
    const struct slrun_cloud *cloud = w->all->cloud;
    struct log_writer **at = &w->all->first;
    while (*at != w)
        at = &(*at)->next;
    *at = w->next;
    if (w->timer)
        cloud->timer_stop(w->timer);
    if (w->calling)
        cloud->call_cancel(w->calling);
    cloud->pending(cloud, -1);
    json_decref(w->group);
    json_decref(w->stream);
    json_decref(w->batches);
    free(w);
}

void log_writers_end(struct log_writers *writers)
{
    while (writers->first)
        writer_free(writers->first);
}

/* ---- writing ---- */

static void put(struct log_writer *w);

/* `args` is taken over. */
static void call(struct log_writer *w, const char *operation, json_t *args,
                 void (*done)(void *arg, const json_t *result, const struct slrun_error *error))
{
    const struct slrun_cloud *cloud = w->all->cloud;
    json_object_set(args, "logGroupName", w->group);
    if (strcmp(operation, "create_log_group") != 0)
        json_object_set(args, "logStreamName", w->stream);
    w->calling = cloud->call(cloud, &(struct slrun_cloud_call){.service = "logs",
                                                               .operation = operation,
                                                               .args = args,
                                                               .region = w->region,
                                                               .account = w->account,
                                                               .caller = w->all->service,
                                                               .done = done,
                                                               .arg = w});
    if (!w->calling)
        writer_free(w);
}

static bool is_absent(const struct slrun_error *error)
{
    return error && strcmp(error->code, "ResourceNotFoundException") == 0;
}

static void stream_made(void *arg, const json_t *result, const struct slrun_error *error);

static void group_made(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct log_writer *w = arg;
    (void)result, (void)error; /* whether it worked shows when it is used */
    w->calling = NULL;
    call(w, "create_log_stream", json_object(), stream_made);
}

static void stream_made(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct log_writer *w = arg;
    bool there = !error || strcmp(error->code, "ResourceAlreadyExistsException") == 0;
    (void)result;
    w->calling = NULL;
    if (is_absent(error) && w->own) {
        w->own = false;
        call(w, "create_log_group", json_object(), group_made);
        return;
    }
    if (!there)
        w->all->cloud->host->log(SLRUN_LOG_WARNING, "%s: cannot log to %s: %s", w->all->service,
                                 json_string_value(w->group), error->message);
    put(w);
}

static void were_put(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct log_writer *w = arg;
    (void)result;
    w->calling = NULL;
    if (is_absent(error) && !w->made) {
        w->made = true;
        call(w, "create_log_stream", json_object(), stream_made);
        return;
    }
    if (error)
        w->all->cloud->host->log(SLRUN_LOG_WARNING,
                                 "%s: %zu lines for the log group %s are lost: %s", w->all->service,
                                 json_array_size(json_array_get(w->batches, 0)),
                                 json_string_value(w->group), error->message);
    (void)json_array_remove(w->batches, 0);
    put(w);
}

static void put(struct log_writer *w)
{
    json_t *first = json_array_get(w->batches, 0);
    if (w->empty) {
        w->empty = false;
        w->made = true;
        call(w, "create_log_stream", json_object(), stream_made);
    } else if (first)
        call(w, "put_log_events", json_pack("{s:O}", "logEvents", first), were_put);
    else
        writer_free(w);
}

static void begin(void *arg)
{
    struct log_writer *w = arg;
    w->timer = NULL;
    put(w);
}

/* ---- lines ---- */

static struct log_writer *writer_new(struct log_writers *all, const struct log_line *line)
{
    const struct slrun_cloud *cloud = all->cloud;
    const char *name = slrun_arn_behind(line->group, 6);
    struct log_writer *w = name ? calloc(1, sizeof *w) : NULL;
    if (!w)
        return NULL;
    w->all = all;
    w->own = line->own;
    slrun_arn_place(line->group, w->region, w->account);
    w->group = json_stringn(name, strcspn(name, ":"));
    w->stream = json_string(line->stream);
    w->batches = json_array();
    w->next = all->first;
    all->first = w;
    cloud->pending(cloud, 1);
    w->timer = cloud->timer_start(cloud, cloud->now_ms(cloud), begin, w);
    if (w->group && w->stream && w->batches && w->timer)
        return w;
    writer_free(w);
    return NULL;
}

static bool is_to(const struct log_writer *w, const struct log_line *line)
{
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    const char *name = slrun_arn_behind(line->group, 6), *mine = json_string_value(w->group);
    size_t n = strlen(mine);
    slrun_arn_place(line->group, region, account);
    return name && strcmp(region, w->region) == 0 && strcmp(account, w->account) == 0 &&
           strncmp(name, mine, n) == 0 && (!name[n] || name[n] == ':') &&
           strcmp(line->stream, json_string_value(w->stream)) == 0;
}

/* The batch that takes `size` more bytes; NULL: too many wait, or no memory. The first one may be
 * on its way. */
static json_t *batch_for(struct log_writer *w, size_t size)
{
    size_t n = json_array_size(w->batches);
    json_t *last = n ? json_array_get(w->batches, n - 1) : NULL;
    bool full = json_array_size(last) >= EVENTS_MAX || w->bytes + size > BYTES_MAX;
    if (last && !full && !(n == 1 && w->calling)) {
        w->bytes += size;
        return last;
    }
    if (n >= BATCHES_MAX || json_array_append_new(w->batches, json_array()) != 0)
        return NULL;
    w->bytes = size;
    return json_array_get(w->batches, n);
}

/* As much of a text as an event takes, to the end of a character. */
static size_t cut(const char *text)
{
    size_t n = strlen(text);
    if (n <= TEXT_MAX)
        return n;
    for (n = TEXT_MAX; n > 0 && ((unsigned char)text[n] & 0xc0) == 0x80;)
        n--;
    return n;
}

void log_write(struct log_writers *writers, const struct log_line *line)
{
    const struct slrun_cloud *cloud = writers->cloud;
    struct log_writer *w = writers->first;
    size_t n = line->text ? cut(line->text) : 0;
    while (w && !is_to(w, line))
        w = w->next;
    if (!w)
        w = writer_new(writers, line);
    if (w && !line->text)
        w->empty = true;
    json_t *batch = w && line->text ? batch_for(w, n + EVENT_EXTRA) : NULL;
    if (batch)
        (void)json_array_append_new(batch, json_pack("{s:I, s:s%}", "timestamp",
                                                     (json_int_t)cloud->now_ms(cloud), "message",
                                                     line->text, n));
}
