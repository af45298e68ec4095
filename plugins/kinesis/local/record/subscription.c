/* SPDX-License-Identifier: Apache-2.0 */
/* What goes on between a consumer and its subscribers. */
#include "record/subscription.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "front.h"
#include "record/read.h"
#include "stream/limits.h"

#define STREAM_TYPE "application/vnd.amazon.eventstream"

/* One that has ended stays until it is no longer fresh. */
struct subscription {
    struct subscription *prev, *next;
    struct service *service;
    struct slrun_exchange *x; /* NULL: it has ended */
    enum form form;
    char arn[CONSUMER_ARN_SIZE]; /* of the consumer */
    struct stream *stream;       /* where it has not ended */
    int32_t shard;
    uint64_t index; /* of the next record */
    int64_t began_ms;
    int64_t pulse_ms; /* the next event at the latest */
    int64_t ready_ms; /* and at the earliest: of a stream with limits */
    bool full;        /* the client does not read */
    struct slrun_timer *timer;
    struct slrun_watch *watch; /* of the stream */
};

static const struct slrun_cloud *cloud_of(const struct subscription *s)
{
    return s->service->cloud;
}

/* ---- time ---- */

static void on_time(void *arg);

/* Anew, and not beyond its life. */
static void set_timer(struct subscription *s, int64_t due_ms)
{
    int64_t end_ms = s->began_ms + SUBSCRIPTION_LIFE_MS;
    if (s->timer != NULL)
        cloud_of(s)->timer_stop(s->timer);
    s->timer = cloud_of(s)->timer_start(cloud_of(s), due_ms < end_ms ? due_ms : end_ms, on_time, s);
}

/* ---- the end ---- */

static void forget(struct subscription *s)
{
    *(s->prev != NULL ? &s->prev->next : &s->service->subscriptions) = s->next;
    if (s->next != NULL)
        s->next->prev = s->prev;
    if (s->timer != NULL)
        cloud_of(s)->timer_stop(s->timer);
    if (s->watch != NULL)
        cloud_of(s)->watch_stop(s->watch);
    free(s);
}

/* It has no client any more. */
static void rest(struct subscription *s)
{
    int64_t stale_ms = s->began_ms + SUBSCRIPTION_FRESH_MS;
    s->x = NULL;
    if (s->watch != NULL) {
        cloud_of(s)->watch_stop(s->watch);
        s->watch = NULL;
    }
    if (service_now(s->service) < stale_ms)
        set_timer(s, stale_ms);
    else
        forget(s);
}

static void end(struct subscription *s, int whole)
{
    const struct slrun_cloud *cloud = cloud_of(s);
    struct slrun_exchange *x = s->x;
    rest(s);
    cloud->feed_end(x, whole);
}

static void on_gone(struct slrun_exchange *x)
{
    rest(x->service);
}

/* ---- events ---- */

/* Feeds a message, whose JSON is taken over. False: it cannot be, and the subscription has ended.
 */
static bool feed(struct subscription *s, struct slrun_event event, json_t *json)
{
    char *bytes = json == NULL ? NULL : front_write(s->service, s->form, json, &event.size);
    event.content_type = front_type(s->form);
    event.payload = bytes;
    int rc = bytes == NULL ? -1 : cloud_of(s)->feed_event(s->x, &event);
    free(bytes);
    json_decref(json);
    s->full = rc == 0;
    if (rc < 0)
        end(s, 0);
    return rc >= 0;
}

static void fail(struct subscription *s, const char *exception, json_t *message)
{
    const struct slrun_event event = {.name = exception, .exception = 1};
    if (feed(s, event, json_pack("{s:o}", "message", message)))
        end(s, 1);
}

/* Behind the last of these records; without any, behind what would have been one. */
static json_t *continuation(const struct subscription *s, const struct shard *shard,
                            const json_t *records)
{
    char text[WIDE_TEXT_SIZE];
    struct sequence sequence = shard_first_sequence(shard);
    size_t n = json_array_size(records);
    if (n > 0)
        return json_incref(json_object_get(json_array_get(records, n - 1), "SequenceNumber"));
    if (s->index > 0) {
        sequence.index = s->index - 1;
        sequence.second = service_now(s->service) / 1000;
        sequence.behind = true;
    }
    sequence_write(&sequence, text);
    return json_string(text);
}

/* The last event of a closed shard names its children, and no place to go on. */
static json_t *event_json(const struct subscription *s, const struct shard *shard,
                          const struct reading *reading)
{
    json_t *json = json_pack("{s:o, s:I}", "Records", reading->records, "MillisBehindLatest",
                             (json_int_t)reading->behind_ms);
    if (reading->at_end) {
        (void)json_object_set_new(json, "ChildShards", read_children(s->stream, shard));
    } else {
        (void)json_object_set_new(json, "ContinuationSequenceNumber",
                                  continuation(s, shard, reading->records));
    }
    return json;
}

/* When the next event may come, and when it has to. */
static void plan(struct subscription *s, int64_t now, size_t bytes)
{
    s->ready_ms = now;
    s->pulse_ms = now + SUBSCRIPTION_PULSE_MS;
    if (stream_has_limits(s->stream))
        s->ready_ms += (int64_t)bytes * 1000 / LIMITS_READ_BYTES;
    set_timer(s, bytes > 0 && s->ready_ms > now ? s->ready_ms : s->pulse_ms);
}

/* An event of what has come, or of nothing (`pulse`). False: there is none, or it was the last, and
 * the subscription has ended. */
static bool send(struct subscription *s, bool pulse)
{
    struct shard *shard = &s->stream->shards[s->shard];
    struct reading reading = {
        .index = s->index, .limit = SUBSCRIPTION_RECORDS_MAX, .bytes_max = SUBSCRIPTION_BYTES_MAX};
    int64_t now = service_now(s->service);
    if (s->full || now < s->ready_ms)
        return false;
    read_trim(s->service, s->stream, shard);
    read_records(shard, now, &reading);
    if (json_array_size(reading.records) == 0 && !reading.at_end && !pulse) {
        json_decref(reading.records);
        return false;
    }
    s->index = reading.index;
    if (!feed(s, (struct slrun_event){.name = "SubscribeToShardEvent"},
              event_json(s, shard, &reading)))
        return false;
    if (reading.at_end) {
        end(s, 1);
        return false;
    }
    plan(s, now, reading.bytes);
    return true;
}

static void go_on(struct subscription *s, bool pulse)
{
    struct service *service = s->service;
    while (send(s, pulse))
        pulse = false;
    (void)service_commit(service);
}

static void on_time(void *arg)
{
    struct subscription *s = arg;
    int64_t now = service_now(s->service);
    s->timer = NULL;
    if (s->x == NULL) {
        forget(s);
    } else if (now >= s->began_ms + SUBSCRIPTION_LIFE_MS) {
        end(s, 1);
    } else {
        bool pulse = now >= s->pulse_ms;
        set_timer(s, pulse ? now + SUBSCRIPTION_PULSE_MS : s->pulse_ms);
        go_on(s, pulse);
    }
}

static void on_news(void *arg)
{
    go_on(arg, false);
}

static void on_room(struct slrun_exchange *x)
{
    struct subscription *s = x->service;
    s->full = false;
    go_on(s, false);
}

/* ---- the beginning ---- */

static json_t *taken(const struct subscription *s)
{
    char shard[SHARD_ID_SIZE];
    const char *name = strstr(s->arn, "/consumer/") + strlen("/consumer/");
    shard_id(s->shard, shard);
    return json_sprintf("Another active subscription exists for this consumer: %s:%s:%s:%.*s",
                        s->stream->account, s->stream->name, shard, (int)strcspn(name, ":"), name);
}

/* What there is of the same consumer and shard makes room, or it is too early for that. */
static bool take_over(struct call *call, const struct subscription *newer)
{
    for (struct subscription *s = call->service->subscriptions; s != NULL; s = s->next) {
        if (s->shard != newer->shard || strcmp(s->arn, newer->arn) != 0)
            continue;
        json_t *text = taken(newer);
        if (call->now < s->began_ms + SUBSCRIPTION_FRESH_MS) {
            fault_set(&call->fault, FAULT_IN_USE, "%s", json_string_value(text));
            json_decref(text);
            return false;
        }
        fail(s, "ResourceInUseException", text);
        return true;
    }
    return true;
}

static void add(struct call *call, struct subscription *s)
{
    s->next = call->service->subscriptions;
    if (s->next != NULL)
        s->next->prev = s;
    call->service->subscriptions = s;
    call->exchange->service = s;
}

static void begin(struct call *call, struct subscription *s)
{
    const struct slrun_cloud *cloud = cloud_of(s);
    cloud->on_gone(s->x, on_gone);
    front_open(call, STREAM_TYPE, on_room);
    s->watch = cloud->watch(cloud, s->stream->arn, on_news, s);
    set_timer(s, s->pulse_ms);
    if (feed(s, (struct slrun_event){.name = "initial-response"}, json_object()))
        go_on(s, true);
}

bool subscription_begin(struct call *call, const struct resource *resource,
                        const struct shard *shard, uint64_t index)
{
    struct subscription *s = calloc(1, sizeof *s);
    if (s == NULL)
        return fault_bare(&call->fault, FAULT_INTERNAL);
    *s = (struct subscription){.service = call->service,
                               .x = call->exchange,
                               .form = front_form(call),
                               .stream = resource->stream,
                               .shard = shard->number,
                               .index = index,
                               .began_ms = call->now,
                               .pulse_ms = call->now + SUBSCRIPTION_PULSE_MS};
    resource_consumer_arn(resource->stream, resource->consumer, s->arn);
    if (!take_over(call, s)) {
        free(s);
        return false;
    }
    add(call, s);
    begin(call, s);
    return true;
}

/* ---- the others' end ---- */

static bool is_there(const struct subscription *s)
{
    const struct service *service = s->service;
    for (size_t i = 0; i < service->streams.n; i++)
        if (service_stream(service, i) == s->stream)
            return resource_consumer(s->stream, s->arn) != NULL;
    return false;
}

void subscription_check(struct service *service)
{
    for (struct subscription *s = service->subscriptions, *next; s != NULL; s = next) {
        next = s->next;
        if (s->x != NULL && !is_there(s))
            fail(s, "ResourceNotFoundException", json_sprintf("Consumer %s not found.", s->arn));
    }
}

void subscription_forget(struct service *service)
{
    while (service->subscriptions != NULL) {
        struct subscription *s = service->subscriptions;
        if (s->x != NULL)
            cloud_of(s)->feed_end(s->x, 1);
        forget(s);
    }
}
