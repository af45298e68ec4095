/* SPDX-License-Identifier: Apache-2.0 */
/* The readers there are, and what they ask of others. */
#include "readers/engine.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "readers/filter.h"
#include "readers/position.h"
#include "readers/reader.h"

static const struct source *const sources[] = {&source_sqs, &source_kinesis, &source_dynamodb};

/* ---- readers ---- */

static const struct source *source_of(const char *arn)
{
    char service[16] = "";
    if (!arn || sscanf(arn, "arn:%*[^:]:%15[^:]:", service) != 1)
        return NULL;
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
        if (strcmp(sources[i]->service, service) == 0)
            return sources[i];
    return NULL;
}

const char *engine_source(const char *arn)
{
    const struct source *source = source_of(arn);
    return source ? source->service : NULL;
}

static void reader_free(struct reader *reader)
{
    jobs_drop(reader);
    if (reader->watch)
        reader_cloud(reader)->watch_stop(reader->watch);
    reader->source->drop(reader);
    json_decref((json_t *)(uintptr_t)reader->after.config);
    json_decref(reader->patterns);
    json_decref(reader->config);
    free(reader->stream);
    free(reader);
}

static void unlink_reader(struct reader *reader)
{
    struct reader **at = &reader->engine->readers;
    while (*at != reader)
        at = &(*at)->next;
    *at = reader->next;
}

bool reader_end(struct reader *reader)
{
    struct engine *engine = reader->engine;
    if (!reader->stopping || reader->work > 0)
        return false;
    struct engine_start after = reader->after;
    reader->after.config = NULL;
    if (reader->forgotten)
        position_forget(&engine->host, reader->uuid);
    unlink_reader(reader);
    reader_free(reader);
    if (after.config)
        (void)engine_start(engine, &after);
    json_decref((json_t *)(uintptr_t)after.config);
    return true;
}

static void on_news(void *arg)
{
    struct reader *reader = arg;
    if (!reader->stopping)
        reader->source->news(reader);
}

/* arn:aws:kinesis:REGION:ACCOUNT:stream/NAME/consumer/..., ...:table/NAME/stream/LABEL, ...:NAME */
static bool read_arn(struct reader *reader)
{
    reader->stream = reader->arn ? strdup(reader->arn) : NULL;
    char *consumer = reader->stream ? strstr(reader->stream, "/consumer/") : NULL;
    if (consumer)
        *consumer = '\0';
    char *last = reader->stream ? strrchr(reader->stream, ':') : NULL;
    if (!last || sscanf(reader->stream, "arn:%*[^:]:%*[^:]:%31[^:]:%12[^:]:", reader->region,
                        reader->account) != 2)
        return false;
    char *slash = strchr(last, '/');
    reader->name = (slash ? slash : last) + 1;
    return true;
}

static bool has_word(const json_t *list, const char *word)
{
    size_t i;
    json_t *value;
    json_array_foreach (list, i, value)
        if (json_is_string(value) && strcmp(json_string_value(value), word) == 0)
            return true;
    return false;
}

static bool read_config(struct reader *reader)
{
    const json_t *config = reader->config;
    reader->uuid = json_string_value(json_object_get(config, "UUID"));
    reader->consumer = json_string_value(json_object_get(config, "FunctionArn"));
    reader->arn = json_string_value(json_object_get(config, "EventSourceArn"));
    reader->batch_size = (size_t)reader_integer(reader, "BatchSize", 1);
    reader->window_ms = reader_integer(reader, "MaximumBatchingWindowInSeconds", 0) * 1000;
    reader->partial =
        has_word(json_object_get(config, "FunctionResponseTypes"), "ReportBatchItemFailures");
    reader->patterns = filter_patterns(json_object_get(config, "FilterCriteria"));
    return reader->uuid && reader->consumer && read_arn(reader);
}

static struct reader *reader_new(struct engine *engine, const struct source *source,
                                 const struct engine_start *start)
{
    struct reader *reader = calloc(1, source->size);
    if (!reader)
        return NULL;
    reader->engine = engine;
    reader->source = source;
    reader->ready = start->ready;
    reader->ready_arg = start->arg;
    reader->config = json_deep_copy(start->config);
    reader->next = engine->readers;
    engine->readers = reader;
    if (reader->config && read_config(reader))
        reader->watch =
            engine->host.cloud->watch(engine->host.cloud, reader->stream, on_news, reader);
    if (reader->watch)
        return reader;
    unlink_reader(reader);
    reader_free(reader);
    return NULL;
}

static struct reader *find(const struct engine *engine, const char *uuid)
{
    struct reader *reader = engine->readers;
    while (reader && strcmp(reader->uuid, uuid) != 0)
        reader = reader->next;
    return reader;
}

static void set_after(struct reader *reader, const struct engine_start *start)
{
    json_decref((json_t *)(uintptr_t)reader->after.config);
    reader->after = *start;
    reader->after.config = json_deep_copy(start->config);
}

static void stop_reader(struct reader *reader)
{
    reader->ready = NULL;
    if (!reader->stopping) {
        reader->stopping = true;
        reader->source->stop(reader);
    }
    (void)reader_end(reader);
}

bool engine_start(struct engine *engine, const struct engine_start *start)
{
    const char *uuid = json_string_value(json_object_get(start->config, "UUID"));
    const struct source *source =
        source_of(json_string_value(json_object_get(start->config, "EventSourceArn")));
    struct reader *old = uuid ? find(engine, uuid) : NULL;
    if (!source || !uuid)
        return false;
    if (old) {
        set_after(old, start);
        stop_reader(old);
        return true;
    }
    struct reader *reader = reader_new(engine, source, start);
    return reader && source->start(reader);
}

void engine_stop(struct engine *engine, const char *uuid, bool forget)
{
    struct reader *reader = find(engine, uuid);
    if (!reader) {
        if (forget)
            position_forget(&engine->host, uuid);
        return;
    }
    reader->forgotten = reader->forgotten || forget;
    json_decref((json_t *)(uintptr_t)reader->after.config);
    reader->after.config = NULL;
    stop_reader(reader);
}

struct engine *engine_new(const struct engine_host *host)
{
    struct engine *engine = calloc(1, sizeof *engine);
    if (engine)
        engine->host = *host;
    return engine;
}

void engine_free(struct engine *engine)
{
    while (engine && engine->readers) {
        struct reader *reader = engine->readers;
        unlink_reader(reader);
        reader_free(reader);
    }
    while (engine && engine->jobs)
        job_free(engine->jobs);
    free(engine);
}
