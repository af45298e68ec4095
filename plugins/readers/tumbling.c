/* SPDX-License-Identifier: Apache-2.0 */
/* Windows of time over a lane. */
#include "readers/tumbling.h"

#include <stdlib.h>

#include <slrun/time.h>

#include "readers/failure.h"

enum { STATE_MAX = 1 << 20 /* Developer Guide: 1 MB a shard */ };

static struct reader *reader_of(const struct lane *lane)
{
    return &lane->shard->stream->base;
}

static int64_t span_ms(const struct lane *lane)
{
    return reader_integer(reader_of(lane), "TumblingWindowInSeconds", 0) * 1000;
}

static int64_t arrival(const struct lane *lane, size_t i)
{
    return record_arrival(lane->shard->stream, json_array_get(lane->records, i));
}

static void open_window(struct lane *lane)
{
    int64_t span = span_ms(lane);
    lane->tumbling_ms = arrival(lane, 0) / span * span;
    json_decref(lane->state);
    lane->state = json_object();
    reader_timer_set(reader_of(lane), &lane->tumbling, lane->tumbling_ms + span);
}

size_t tumbling_bound(struct lane *lane)
{
    size_t n = 0, size = json_array_size(lane->records);
    if (span_ms(lane) == 0 || size == 0)
        return size;
    if (lane->tumbling_ms == 0)
        open_window(lane);
    while (n < size && !lane->ending && arrival(lane, n) < lane->tumbling_ms + span_ms(lane))
        n++;
    return n;
}

bool tumbling_end(struct lane *lane)
{
    const struct shard *shard = lane->shard;
    bool empty = json_array_size(lane->records) == 0;
    bool coming = shard->state == SHARD_OPEN && (shard->reading || shard->more);
    if (lane->tumbling_ms == 0)
        return false;
    bool over = reader_now(reader_of(lane)) >= lane->tumbling_ms + span_ms(lane) ||
                shard->state == SHARD_ENDED;
    bool next = !empty && tumbling_bound(lane) == 0; /* a record of a later window is there */
    if (!lane->too_large && !next && !(empty && over && !coming))
        return false;
    lane->parts = calloc(1, sizeof *lane->parts);
    if (!lane->parts)
        return false;
    lane->parts->records = json_array();
    lane->ending = true;
    reader_timer_stop(reader_of(lane), &lane->tumbling);
    return true;
}

static json_t *window_of(const struct lane *lane)
{
    char begin[SLRUN_TIME_SIZE], end[SLRUN_TIME_SIZE];
    slrun_time_text(lane->tumbling_ms, 0, begin);
    slrun_time_text(lane->tumbling_ms + span_ms(lane), 0, end);
    return json_pack("{s:s, s:s}", "start", begin, "end", end);
}

json_t *tumbling_event(const struct lane *lane)
{
    json_t *event = json_pack("{s:O}", "Records", lane->parts->records);
    if (span_ms(lane) == 0)
        return event;
    (void)json_object_set_new(event, "window", window_of(lane));
    (void)json_object_set(event, "state", lane->state);
    (void)json_object_set_new(event, "shardId", json_string(lane->shard->id));
    (void)json_object_set_new(event, "eventSourceARN", json_string(reader_of(lane)->arn));
    (void)json_object_set_new(event, "isFinalInvokeForWindow", json_boolean(lane->ending));
    (void)json_object_set_new(event, "isWindowTerminatedEarly", json_boolean(lane->too_large));
    return event;
}

static void close_window(struct lane *lane)
{
    lane->tumbling_ms = 0;
    lane->ending = lane->too_large = false;
}

void tumbling_returned(struct lane *lane, const struct invoke_end *end)
{
    if (span_ms(lane) == 0)
        return;
    if (lane->ending) {
        close_window(lane);
        return;
    }
    json_t *answer = json_loadb(end->payload, end->size, 0, NULL);
    json_t *state = json_object_get(answer, "state");
    json_decref(lane->state);
    lane->state = json_is_object(state) ? json_incref(state) : json_object();
    lane->too_large = json_bytes(lane->state) > STATE_MAX;
    json_decref(answer);
}

void tumbling_given_up(struct lane *lane)
{
    if (lane->ending)
        close_window(lane);
}
