/* SPDX-License-Identifier: Apache-2.0 */
/* Batches of a lane: when one is ready, what is done with what a handler fails on. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "readers/failure.h"
#include "readers/response.h"
#include "readers/stream.h"
#include "readers/tumbling.h"

static struct stream *stream_of(const struct lane *lane)
{
    return lane->shard->stream;
}

static struct reader *reader_of(const struct lane *lane)
{
    return &lane->shard->stream->base;
}

/* ---- parts ---- */

static void part_free(struct part *part)
{
    json_decref(part->records);
    free(part);
}

/* The records from `begin` up to `end`; NULL: no memory. */
static struct part *part_of(const json_t *records, size_t begin, size_t end)
{
    struct part *part = calloc(1, sizeof *part);
    if (!part)
        return NULL;
    part->records = json_array();
    for (size_t i = begin; i < end; i++)
        (void)json_array_append(part->records, json_array_get(records, i));
    return part;
}

static void cut_front(json_t *records, size_t n)
{
    while (n-- > 0)
        (void)json_array_remove(records, 0);
}

static void pop(struct lane *lane)
{
    struct part *part = lane->parts;
    lane->parts = part->next;
    part_free(part);
    lane->since_ms = reader_now(reader_of(lane));
}

/* ---- gathering ---- */

/* How many of the records that came fit into one event. */
static size_t fitting(const struct lane *lane, size_t most)
{
    size_t n = 0, bytes = 0;
    for (; n < most; n++) {
        bytes += json_bytes(json_array_get(lane->records, n)) + 1;
        if (n > 0 && bytes > EVENT_MAX - EVENT_FRAME)
            break;
    }
    return n;
}

static bool is_ready(struct lane *lane)
{
    struct reader *reader = reader_of(lane);
    int64_t due = lane->since_ms + reader->window_ms;
    if (json_array_size(lane->records) >= reader->batch_size ||
        lane->bytes >= EVENT_MAX - EVENT_FRAME || reader_now(reader) >= due)
        return true;
    if (!lane->window.timer)
        reader_timer_set(reader, &lane->window, due);
    return false;
}

/* Makes the next batch of what came. */
static bool gather(struct lane *lane)
{
    size_t most = reader_of(lane)->batch_size;
    size_t n = tumbling_bound(lane);
    if (n == 0 || (n == json_array_size(lane->records) && !is_ready(lane)))
        return false;
    reader_timer_stop(reader_of(lane), &lane->window);
    n = fitting(lane, n < most ? n : most);
    lane->parts = part_of(lane->records, 0, n);
    if (!lane->parts)
        return false;
    for (size_t i = 0; i < n; i++)
        lane->bytes -= json_bytes(json_array_get(lane->records, i));
    cut_front(lane->records, n);
    return true;
}

/* ---- records that are too old ---- */

static int64_t age_max_ms(const struct lane *lane)
{
    int64_t seconds = reader_integer(reader_of(lane), "MaximumRecordAgeInSeconds", -1);
    return seconds >= 0 ? seconds * 1000 : stream_of(lane)->kind->retention_ms;
}

/* Gives up the records of the part that are too old; false: it is gone with the last of them. */
static bool expire(struct lane *lane)
{
    struct part *part = lane->parts;
    int64_t most = age_max_ms(lane), now = reader_now(reader_of(lane));
    size_t n = 0, size = json_array_size(part->records);
    while (most > 0 && n < size &&
           now - record_arrival(stream_of(lane), json_array_get(part->records, n)) > most)
        n++;
    if (n == 0)
        return true;
    struct part *old = part_of(part->records, 0, n);
    if (old) {
        old->invokes = part->invokes;
        (void)snprintf(old->request_id, sizeof old->request_id, "%s", part->request_id);
        failure_send(lane, old, "RecordAgeExceeded");
        part_free(old);
    }
    cut_front(part->records, n);
    if (n < size)
        return true;
    pop(lane);
    return false;
}

/* ---- what a handler fails on ---- */

static void on_again(void *arg)
{
    lane_pump(arg);
}

static void try_later(struct lane *lane, unsigned n)
{
    struct reader *reader = reader_of(lane);
    if (!reader->stopping)
        reader_timer_set(reader, &lane->again, reader_now(reader) + backoff_ms(n));
}

/* Two halves, of which the first comes first; it uses up no attempt. */
static bool bisect(struct lane *lane)
{
    struct part *part = lane->parts;
    size_t size = json_array_size(part->records);
    if (size < 2 ||
        !json_is_true(json_object_get(reader_of(lane)->config, "BisectBatchOnFunctionError")))
        return false;
    struct part *second = part_of(part->records, (size + 1) / 2, size);
    if (!second)
        return false;
    second->invokes = part->invokes;
    second->retries = part->retries;
    second->next = part->next;
    part->next = second;
    while (json_array_size(part->records) > (size + 1) / 2)
        (void)json_array_remove(part->records, json_array_size(part->records) - 1);
    return true;
}

static void retry(struct lane *lane)
{
    struct part *part = lane->parts;
    int64_t most = reader_integer(reader_of(lane), "MaximumRetryAttempts", -1);
    if (most < 0 || (int64_t)part->retries < most) {
        try_later(lane, ++part->retries);
        return;
    }
    failure_send(lane, part, "RetryAttemptsExhausted");
    pop(lane);
    tumbling_given_up(lane);
}

/* What stands before the first that failed is done. What is left begins to count anew. */
static void keep_from(struct lane *lane, size_t n)
{
    cut_front(lane->parts->records, n);
    lane->parts->invokes = 0;
    lane->parts->retries = 0;
}

/* ---- the end of an invocation ---- */

static json_t *numbers_of(const struct lane *lane, const json_t *records)
{
    size_t i;
    json_t *record, *numbers = json_object();
    json_array_foreach (records, i, record)
        (void)json_object_set_new(numbers, record_number(stream_of(lane), record), json_true());
    return numbers;
}

/* The place of the first record that failed, the number of records where none did; -1: all have,
 * and it is not known which. */
static int64_t first_failure(const struct lane *lane, const struct invoke_end *end)
{
    const json_t *records = lane->parts->records;
    if (end->error)
        return -1;
    if (!reader_of(lane)->partial) {
        reader_judge_answer(reader_of(lane), end, records, false);
        return (int64_t)json_array_size(records);
    }
    json_t *known = numbers_of(lane, records);
    json_t *failed = response_failures(end->payload, end->size, known);
    size_t n = 0;
    while (failed && n < json_array_size(records) &&
           !json_object_get(failed, record_number(stream_of(lane), json_array_get(records, n))))
        n++;
    json_decref(known);
    json_decref(failed);
    reader_judge_answer(reader_of(lane), end, records, !failed);
    return failed ? (int64_t)n : -1;
}

static void judge(struct lane *lane, const struct invoke_end *end)
{
    int64_t n = first_failure(lane, end);
    bool all = n == (int64_t)json_array_size(lane->parts->records);
    reader_tell(reader_of(lane), all ? "OK" : "PROBLEM: Function call failed");
    if (all) {
        pop(lane);
        tumbling_returned(lane, end);
    } else if (n > 0) {
        keep_from(lane, (size_t)n);
    } else if (n == 0 || !bisect(lane)) {
        retry(lane);
    }
}

static void on_invoked(void *arg, const struct invoke_end *end)
{
    struct lane *lane = arg;
    struct part *part = lane->parts;
    struct reader *reader = reader_of(lane);
    lane->invoking = false;
    lane->throttled = 0;
    part->invokes++;
    part->error = end->error != NULL;
    (void)snprintf(part->request_id, sizeof part->request_id, "%s", end->request_id);
    (void)snprintf(part->version, sizeof part->version, "%s", end->version ? end->version : "");
    judge(lane, end);
    lane_pump(lane);
    shard_advanced(lane->shard);
    (void)reader_end(reader);
}

static void invoke(struct lane *lane)
{
    enum invoke_answer answer =
        reader_invoke(reader_of(lane), tumbling_event(lane), on_invoked, lane);
    lane->invoking = answer == INVOKE_STARTED;
    if (answer == INVOKE_NO_FUNCTION)
        reader_tell(reader_of(lane), "PROBLEM: Function not found");
    if (!lane->invoking)
        try_later(lane, ++lane->throttled);
}

void lane_pump(struct lane *lane)
{
    if (reader_of(lane)->stopping || lane->invoking || lane->again.timer)
        return;
    while (lane->parts || gather(lane) || tumbling_end(lane)) {
        if (!expire(lane))
            continue;
        invoke(lane);
        return;
    }
}

/* ---- */

static void on_window(void *arg)
{
    lane_pump(arg);
}

bool lane_open(struct lane *lane, struct shard *shard)
{
    lane->shard = shard;
    lane->records = json_array();
    lane->again.fire = on_again;
    lane->window.fire = on_window;
    lane->tumbling.fire = on_window;
    lane->again.arg = lane->window.arg = lane->tumbling.arg = lane;
    return lane->records != NULL;
}

void lane_stop(struct lane *lane)
{
    reader_timer_stop(reader_of(lane), &lane->window);
    reader_timer_stop(reader_of(lane), &lane->again);
    reader_timer_stop(reader_of(lane), &lane->tumbling);
}

void lane_close(struct lane *lane)
{
    lane_stop(lane);
    while (lane->parts)
        pop(lane);
    json_decref(lane->records);
    json_decref(lane->state);
}

void lane_add(struct lane *lane, json_t *record)
{
    if (json_array_size(lane->records) == 0)
        lane->since_ms = reader_now(reader_of(lane));
    lane->bytes += json_bytes(record);
    (void)json_array_append_new(lane->records, record);
}

bool lane_idle(const struct lane *lane)
{
    return !lane->parts && json_array_size(lane->records) == 0 && lane->tumbling_ms == 0;
}
