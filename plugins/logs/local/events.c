/* SPDX-License-Identifier: Apache-2.0 */
/* Putting events, and getting those of one stream. */
#include "local/events.h"
#include "local/filter.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { OLD_MS = 14 * DAY_MS, NEW_MS = 7200000, POSITION_DIGITS = 56 };

/* ---- positions ---- */

json_t *position_token(bool forward, struct position at)
{
    return json_sprintf("%c/%028" PRId64 "%028" PRId64, forward ? 'f' : 'b', at.ms, at.id);
}

bool position_parse(struct slrun_json_call *call, const char *token, bool *forward,
                    struct position *at)
{
    char digits[POSITION_DIGITS / 2 + 1] = "";
    bool ok = (token[0] == 'f' || token[0] == 'b') && token[1] == '/' &&
              strspn(token + 2, "0123456789") == POSITION_DIGITS && !token[2 + POSITION_DIGITS];
    if (!ok) {
        call_fail(call, "InvalidParameterException", "The specified nextToken is invalid.");
        return false;
    }
    *forward = token[0] == 'f';
    memcpy(digits, token + 2, sizeof digits - 1);
    at->ms = strtoll(digits, NULL, 10);
    at->id = strtoll(token + 2 + POSITION_DIGITS / 2, NULL, 10);
    return true;
}

/* ---- putting ---- */

/* How many of the events count, and which do not. */
struct batch {
    const json_t *events;
    int64_t now_ms;                      /* they are ingested */
    size_t n, expired, too_old, too_new; /* too_new: where those begin */
};

static int64_t time_of(const struct batch *batch, size_t i)
{
    return json_integer_value(json_object_get(json_array_get(batch->events, i), "timestamp"));
}

static const char *message_of(const struct batch *batch, size_t i)
{
    return json_string_value(json_object_get(json_array_get(batch->events, i), "message"));
}

/* API Reference, "PutLogEvents". */
static bool batch_ok(struct slrun_json_call *call, const struct batch *batch)
{
    size_t total = 0;
    for (size_t i = 0; i < batch->n; i++) {
        size_t size = strlen(message_of(batch, i)) + EVENT_EXTRA;
        total += size;
        if (i > 0 && time_of(batch, i) < time_of(batch, i - 1))
            call_fail(
                call, "InvalidParameterException",
                "Log events in a single PutLogEvents request must be in chronological order.");
        if (size > PAGE_BYTES_MAX)
            call_fail(call, "InvalidParameterException",
                      "Log event too large: %zu bytes exceeds limit of %d", size, PAGE_BYTES_MAX);
    }
    if (total > PAGE_BYTES_MAX)
        call_fail(call, "InvalidParameterException",
                  "Upload too large: %zu bytes exceeds limit of %d", total, PAGE_BYTES_MAX);
    if (time_of(batch, batch->n - 1) - time_of(batch, 0) > DAY_MS)
        call_fail(call, "InvalidParameterException",
                  "The batch of log events in a single PutLogEvents request cannot span more than "
                  "24 hours.");
    return !call->code;
}

static int64_t retention_ms(struct slrun_json_call *call, int64_t group)
{
    struct slrun_store *store = store_of(call);
    sqlite3_stmt *query = store->api->bind(store, STORE_GROUP_KEEPS, "i", group);
    int64_t days = store->api->row(store, query) ? sqlite3_column_int64(query, 0) : 0;
    sqlite3_reset(query);
    return days * DAY_MS;
}

/* They are in order, so those that do not count stand at both ends. */
static void sort_out(struct batch *batch, int64_t retention)
{
    batch->too_new = batch->n;
    for (size_t i = 0; i < batch->n; i++) {
        int64_t age = batch->now_ms - time_of(batch, i);
        batch->too_old += age > OLD_MS;
        batch->expired += retention > 0 && age >= retention;
        batch->too_new -= age < -NEW_MS;
    }
}

static void insert(struct slrun_json_call *call, const struct batch *batch, int64_t group,
                   int64_t stream)
{
    size_t first = batch->too_old > batch->expired ? batch->too_old : batch->expired;
    struct slrun_store *store = store_of(call);
    for (size_t i = first; i < batch->too_new; i++)
        store->api->run(store, STORE_EVENT_ADD, "iiiit", group, stream, batch->now_ms,
                        time_of(batch, i), message_of(batch, i));
    if (first < batch->too_new)
        store->api->run(store, STORE_STREAM_TIMES, "iiii", stream, time_of(batch, first),
                        time_of(batch, batch->too_new - 1), batch->now_ms);
}

static void tell(json_t *result, const char *name, size_t index, bool tells)
{
    if (!tells)
        return;
    json_t *info = json_object_get(result, "rejectedLogEventsInfo");
    if (!info) {
        info = json_object();
        json_object_set_new(result, "rejectedLogEventsInfo", info);
    }
    json_object_set_new(info, name, json_integer((json_int_t)index));
}

json_t *op_put_log_events(struct slrun_json_call *call)
{
    struct batch batch = {.events = json_object_get(call->args, "logEvents"),
                          .now_ms = call_now(call)};
    int64_t group = call_group(call), stream = call_stream(call, group);
    batch.n = json_array_size(batch.events);
    if (!stream || !batch_ok(call, &batch))
        return NULL;
    int64_t retention = retention_ms(call, group);
    sort_out(&batch, retention);
    insert(call, &batch, group, stream);
    subscriptions_send(call, call_string(call, "logGroupName"),
                       batch.too_old > batch.expired ? batch.too_old : batch.expired,
                       batch.too_new);
    if (retention)
        expire(service_of(call));
    json_t *result =
        json_pack("{s:o}", "nextSequenceToken", json_sprintf("%056" PRId64, batch.now_ms));
    tell(result, "tooNewLogEventStartIndex", batch.too_new, batch.too_new < batch.n);
    tell(result, "tooOldLogEventEndIndex", batch.too_old, batch.too_old > 0);
    tell(result, "expiredLogEventEndIndex", batch.expired, batch.expired > 0);
    return result;
}

/* ---- getting ---- */

json_t *event_json(sqlite3_stmt *row)
{
    return json_pack("{s:I, s:I, s:s}", "timestamp", (json_int_t)sqlite3_column_int64(row, 1),
                     "ingestionTime", (json_int_t)sqlite3_column_int64(row, 2), "message",
                     (const char *)sqlite3_column_text(row, 3));
}

/* Events, oldest first, and where the first and the last one stand. */
struct page {
    json_t *events;
    struct position ends[2];
};

/* How many there are. */
static size_t read_page(struct slrun_json_call *call, sqlite3_stmt *query, bool forward,
                        struct page *page)
{
    struct position *ends = page->ends;
    size_t n = 0, bytes = 0;
    while (store_of(call)->api->row(store_of(call), query)) {
        const struct position at = {sqlite3_column_int64(query, 1), sqlite3_column_int64(query, 0)};
        bytes += (size_t)sqlite3_column_bytes(query, 3) + EVENT_EXTRA;
        if (n > 0 && bytes > PAGE_BYTES_MAX)
            break;
        ends[0] = n == 0 || !forward ? at : ends[0];
        ends[1] = n == 0 || forward ? at : ends[1];
        json_array_insert_new(page->events, forward ? n : 0, event_json(query));
        n++;
    }
    return n;
}

json_t *op_get_log_events(struct slrun_json_call *call)
{
    const char *token = call_string(call, "nextToken");
    bool forward = json_is_true(json_object_get(call->args, "startFromHead"));
    struct position at =
        forward ? (struct position){0, 0} : (struct position){INT64_MAX - 1, INT64_MAX - 1};
    int64_t stream = call_stream(call, call_group(call));
    if (!stream || (token && !position_parse(call, token, &forward, &at)))
        return NULL;
    sqlite3_stmt *query = store_of(call)->api->bind(
        store_of(call), forward ? STORE_EVENTS_FORWARD : STORE_EVENTS_BACKWARD, "iiiiii", stream,
        call_integer(call, "startTime", 0), call_integer(call, "endTime", INT64_MAX), at.ms, at.id,
        call_integer(call, "limit", EVENTS_MAX));
    struct page page = {.events = json_array()};
    if (read_page(call, query, forward, &page) == 0) {
        /* At the end: the same token that way, and what turns round there the other way. Where the
         * stream has nothing at all, later events must be found. */
        if (!token)
            at = (struct position){0, 0};
        page.ends[0] = page.ends[1] = at;
        page.ends[0].id += forward;
        page.ends[1].id -= !forward && at.id > 0;
    }
    sqlite3_reset(query);
    return json_pack("{s:o, s:o, s:o}", "events", page.events, "nextForwardToken",
                     position_token(true, page.ends[1]), "nextBackwardToken",
                     position_token(false, page.ends[0]));
}
