/* SPDX-License-Identifier: Apache-2.0 */
/* The streams there are. */
#include "stream/stream.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <slrun/time.h>

#include "stream/shard.h"
#include "text.h"

enum { FIRST_CAPACITY = 8 };

struct streams {
    struct store *store;
    struct stream **all;
    size_t count;
    size_t capacity;
};

static void stream_free(struct stream *stream)
{
    if (stream == NULL)
        return;
    free(stream->account);
    free(stream->region);
    free(stream->table_name);
    free(stream->view);
    free(stream->arn);
    json_decref(stream->key_schema);
    free(stream);
}

/* "2024-01-31T12:34:56.789" */
static void write_label(int64_t ms, char label[STREAM_LABEL_SIZE])
{
    slrun_time_text(ms, 1, label);
    label[strlen(label) - 1] = '\0';
}

static char *make_arn(const struct stream *stream)
{
    static const char format[] = "arn:aws:dynamodb:%s:%s:table/%s/stream/%s";
    int n = snprintf(NULL, 0, format, stream->region, stream->account, stream->table_name,
                     stream->label);
    char *arn = n < 0 ? NULL : malloc((size_t)n + 1);
    if (arn != NULL) {
        snprintf(arn, (size_t)n + 1, format, stream->region, stream->account, stream->table_name,
                 stream->label);
    }
    return arn;
}

static struct stream *stream_new(const struct store_stream *row)
{
    struct stream *stream = calloc(1, sizeof *stream);
    if (stream == NULL)
        return NULL;
    stream->id = row->id;
    stream->account = strdup(row->account);
    stream->region = strdup(row->region);
    stream->table_name = strdup(row->table_name);
    stream->view = strdup(row->view);
    stream->key_schema = json_loads(row->key_schema, 0, NULL);
    stream->created_ms = row->created_ms;
    stream->closed_ms = row->closed_ms;
    stream->last = row->last;
    write_label(row->created_ms, stream->label);
    if (stream->account == NULL || stream->region == NULL || stream->table_name == NULL ||
        stream->view == NULL || stream->key_schema == NULL ||
        (stream->arn = make_arn(stream)) == NULL) {
        stream_free(stream);
        return NULL;
    }
    return stream;
}

static bool append(struct streams *streams, struct stream *stream)
{
    if (stream == NULL)
        return false;
    if (streams->count == streams->capacity) {
        size_t capacity = streams->capacity == 0 ? FIRST_CAPACITY : streams->capacity * 2;
        struct stream **all = realloc(streams->all, capacity * sizeof *all);
        if (all == NULL) {
            stream_free(stream);
            return false;
        }
        streams->all = all;
        streams->capacity = capacity;
    }
    streams->all[streams->count++] = stream;
    return true;
}

/* The table of the name that the stream's had; it may be a later one. */
static struct table *table_of(const struct catalog *catalog, const struct stream *stream)
{
    return catalog_find(catalog, stream->account, stream->region, stream->table_name);
}

struct loading {
    struct streams *streams;
    const struct catalog *catalog;
};

static bool load(void *arg, const struct store_stream *row)
{
    struct loading *loading = arg;
    struct stream *stream = stream_new(row);
    if (!append(loading->streams, stream))
        return false;
    struct table *table = table_of(loading->catalog, stream);
    if (table != NULL && table->created_ms <= stream->created_ms)
        table->stream = stream;
    return true;
}

struct streams *streams_open(struct store *store, const struct catalog *catalog)
{
    struct streams *streams = calloc(1, sizeof *streams);
    if (streams == NULL)
        return NULL;
    streams->store = store;
    if (!store_streams(store, load, &(struct loading){streams, catalog})) {
        streams_close(streams);
        return NULL;
    }
    return streams;
}

void streams_close(struct streams *streams)
{
    if (streams != NULL) {
        streams_reset(streams);
        free(streams->all);
        free(streams);
    }
}

void streams_reset(struct streams *streams)
{
    for (size_t i = 0; i < streams->count; i++)
        stream_free(streams->all[i]);
    streams->count = 0;
}

/* A moment from `ms` on at which no stream of the table was made: its label is to be its own. */
static int64_t free_moment(const struct streams *streams, const struct table *table, int64_t ms)
{
    for (size_t i = 0; i < streams->count; i++) {
        const struct stream *other = streams->all[i];
        if (strcmp(other->table_name, table->name) == 0 && other->created_ms >= ms)
            ms = other->created_ms + 1;
    }
    return ms;
}

bool streams_enable(struct streams *streams, struct table *table, const char *view, int64_t now_ms)
{
    char *keys = json_dumps(json_object_get(table->definition, "KeySchema"), JSON_COMPACT);
    struct store_stream row = {.account = table->account,
                               .region = table->region,
                               .table_name = table->name,
                               .view = view,
                               .key_schema = keys,
                               .created_ms = free_moment(streams, table, now_ms)};
    bool ok =
        keys != NULL && store_stream_add(streams->store, &row) && append(streams, stream_new(&row));
    if (ok)
        table->stream = streams->all[streams->count - 1];
    free(keys);
    return ok;
}

bool streams_disable(struct streams *streams, struct table *table, int64_t now_ms)
{
    struct stream *stream = table->stream;
    if (stream == NULL || !stream_is_open(stream))
        return true;
    int64_t closed_ms = now_ms < stream->created_ms ? stream->created_ms : now_ms;
    if (!store_stream_close(streams->store, stream->id, closed_ms))
        return false;
    stream->closed_ms = closed_ms;
    return true;
}

void streams_expire(struct streams *streams, const struct catalog *catalog, int64_t now_ms)
{
    size_t kept = 0;
    for (size_t i = 0; i < streams->count; i++) {
        struct stream *stream = streams->all[i];
        struct table *table = table_of(catalog, stream);
        if (stream_is_open(stream) || stream->closed_ms > now_ms - STREAM_RETENTION_MS ||
            !store_stream_remove(streams->store, stream->id)) {
            streams->all[kept++] = stream;
            continue;
        }
        if (table != NULL && table->stream == stream)
            table->stream = NULL;
        stream_free(stream);
    }
    streams->count = kept;
}

struct stream *streams_at(const struct streams *streams, size_t i)
{
    return i < streams->count ? streams->all[i] : NULL;
}

bool stream_is_open(const struct stream *stream)
{
    return stream->closed_ms == 0;
}

json_t *stream_arn(const struct stream *stream)
{
    return json_string(stream->arn);
}
