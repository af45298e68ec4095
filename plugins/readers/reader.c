/* SPDX-License-Identifier: Apache-2.0 */
/* What readers ask of others: calls, invocations, time. */
#include "readers/reader.h"

#include <stdlib.h>
#include <string.h>

#include "readers/filter.h"
#include "readers/response.h"

/* ---- jobs ---- */

static struct job *job_new(struct reader *reader, void *arg)
{
    struct job *job = calloc(1, sizeof *job);
    if (!job)
        return NULL;
    job->engine = reader->engine;
    job->reader = reader;
    job->arg = arg;
    job->next = job->engine->jobs;
    if (job->next)
        job->next->prev = job;
    job->engine->jobs = job;
    reader->work++;
    return job;
}

void job_free(struct job *job)
{
    *(job->prev ? &job->prev->next : &job->engine->jobs) = job->next;
    if (job->next)
        job->next->prev = job->prev;
    if (job->reader)
        job->reader->work--;
    free(job);
}

void jobs_drop(struct reader *reader)
{
    for (struct job *job = reader->engine->jobs, *next; job; job = next) {
        next = job->next;
        if (job->reader != reader)
            continue;
        job->reader = NULL;
        if (job->invocation) {
            reader->engine->host.forget(job->invocation);
            job_free(job);
        }
    }
}

static void on_called(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct job job = *(struct job *)arg;
    job_free(arg);
    if (job.reader)
        job.called(job.arg, result, error);
}

static void on_invoked(void *arg, const struct invoke_end *end)
{
    struct job job = *(struct job *)arg;
    job_free(arg);
    job.invoked(job.arg, end);
}

bool reader_call(struct reader *reader, const struct reader_call *call)
{
    const struct slrun_cloud *cloud = reader_cloud(reader);
    const struct engine_host *host = &reader->engine->host;
    struct job *job = call->args ? job_new(reader, call->arg) : NULL;
    if (!job) {
        json_decref(call->args);
        return false;
    }
    job->called = call->done;
    const struct slrun_cloud_call order = {
        .service = call->service ? call->service : reader->source->service,
        .operation = call->operation,
        .args = call->args,
        .region = call->region ? call->region : reader->region,
        .account = call->account ? call->account : reader->account,
        .caller = host->service,
        .done = on_called,
        .arg = job,
        .wire = 1};
    struct slrun_calling *calling = cloud->call(cloud, &order);
    if (!calling) {
        job_free(job);
        return false;
    }
    if (!call->lists)
        host->on_behalf(host->arg, reader->consumer, call->service != NULL, calling);
    return true;
}

enum invoke_answer reader_invoke(struct reader *reader, json_t *event,
                                 void (*done)(void *arg, const struct invoke_end *end), void *arg)
{
    const struct engine_host *host = &reader->engine->host;
    struct job *job = event ? job_new(reader, arg) : NULL;
    enum invoke_answer answer = INVOKE_THROTTLED;
    if (job) {
        job->invoked = done;
        const struct invoke_start start = {.consumer = reader->consumer,
                                           .region = reader->region,
                                           .account = reader->account,
                                           .event = event,
                                           .done = on_invoked,
                                           .arg = job};
        answer = host->invoke(host->arg, &start, &job->invocation);
    }
    if (job && answer != INVOKE_STARTED)
        job_free(job);
    json_decref(event);
    return answer;
}

/* ---- what readers ask ---- */

const struct slrun_cloud *reader_cloud(const struct reader *reader)
{
    return reader->engine->host.cloud;
}

int64_t reader_now(const struct reader *reader)
{
    const struct slrun_cloud *cloud = reader_cloud(reader);
    return cloud->now_ms(cloud);
}

int64_t reader_integer(const struct reader *reader, const char *name, int64_t otherwise)
{
    const json_t *value = json_object_get(reader->config, name);
    return json_is_integer(value) ? json_integer_value(value) : otherwise;
}

const char *reader_role(const struct reader *reader)
{
    const struct engine_host *host = &reader->engine->host;
    return host->role(host->arg, reader->consumer);
}

void reader_ready(struct reader *reader)
{
    void (*ready)(void *) = reader->ready;
    reader->ready = NULL;
    if (ready)
        ready(reader->ready_arg);
}

void reader_tell(struct reader *reader, const char *result)
{
    const struct engine_host *host = &reader->engine->host;
    host->told(host->arg, reader->uuid, result);
}

void reader_tell_error(struct reader *reader, const struct slrun_error *error)
{
    const struct engine_host *host = &reader->engine->host;
    if (host->unreadable)
        host->unreadable(host->arg, reader->uuid, error);
}

bool reader_lets_pass(struct reader *reader, const struct filter_record *record)
{
    const struct engine_host *host = &reader->engine->host;
    if (filter_passes(host->cloud, reader->patterns, record))
        return true;
    size_t n = json_array_size(reader->patterns);
    json_t *view = filter_view(reader->patterns, record);
    host->cloud->left_out(
        host->cloud,
        &(struct slrun_left_out){
            host->kind, host->by_consumer ? reader->consumer : reader->uuid,
            n == 1 ? "it does not match the filter" : "it matches none of the filters", view});
    json_decref(view);
    return false;
}

void reader_judge_answer(struct reader *reader, const struct invoke_end *end, const json_t *records,
                         bool all_failed)
{
    const struct engine_host *host = &reader->engine->host;
    json_t *answer = end->size && !end->error ? json_loadb(end->payload, end->size, 0, NULL) : NULL;
    const char *why = end->error || host->by_consumer
                          ? NULL
                          : response_oddity(answer, reader->partial, all_failed);
    json_t *record = json_array_get(records, 0), *body = json_object_get(record, "body");
    json_t *what =
        why ? json_pack("{s:O*, s:O*}", "answer", answer, "record", body ? body : record) : NULL;
    if (what)
        host->cloud->left_out(host->cloud,
                              &(struct slrun_left_out){host->kind, reader->uuid, why, what});
    json_decref(what);
    json_decref(answer);
}

void reader_left_out(struct reader *reader, size_t n)
{
    const struct engine_host *host = &reader->engine->host;
    if (n > 0 && host->left_out)
        host->left_out(host->arg, reader->uuid, n);
}

size_t json_bytes(const json_t *value)
{
    return json_dumpb(value, NULL, 0, JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(15));
}

int64_t backoff_ms(unsigned n)
{
    int64_t ms = BACKOFF_FIRST_MS;
    while (n-- > 1 && ms < BACKOFF_MAX_MS)
        ms *= 2;
    return ms < BACKOFF_MAX_MS ? ms : BACKOFF_MAX_MS;
}

static void on_timer(void *arg)
{
    struct reader_timer *timer = arg;
    timer->timer = NULL;
    timer->fire(timer->arg);
}

void reader_timer_set(struct reader *reader, struct reader_timer *timer, int64_t due_ms)
{
    const struct slrun_cloud *cloud = reader_cloud(reader);
    reader_timer_stop(reader, timer);
    timer->timer = cloud->timer_start(cloud, due_ms, on_timer, timer);
    if (!timer->timer)
        cloud->host->log(SLRUN_LOG_ERROR, "%s: no memory for a timer of %s",
                         reader->engine->host.service, reader->consumer);
}

void reader_timer_stop(struct reader *reader, struct reader_timer *timer)
{
    if (timer->timer)
        reader_cloud(reader)->timer_stop(timer->timer);
    timer->timer = NULL;
}
