/* SPDX-License-Identifier: Apache-2.0 */
/* Searching events by a filter pattern, and trying a pattern. */
#include <stdlib.h>
#include <string.h>

#include "local/events.h"
#include "local/pattern.h"

enum { SCANNED_MAX = 100000 /* events that a page looks at */ };

static const int64_t year_2024_ms = INT64_C(1704067200000);

/* NULL after call_fail(). */
static struct pattern *parse(struct slrun_json_call *call)
{
    char error[PATTERN_ERROR_MAX];
    const char *text = call_string(call, "filterPattern");
    struct pattern *pattern = pattern_parse(text ? text : "", error);
    if (!pattern)
        call_fail(call, *error ? "InvalidParameterException" : "ServiceUnavailableException", "%s",
                  error);
    return pattern;
}

/* Whether all streams of `names`, a JSON list, are there. */
static bool streams_ok(struct slrun_json_call *call, int64_t group, const char *names)
{
    sqlite3_stmt *query =
        store_of(call)->api->bind(store_of(call), STORE_STREAMS_ABSENT, "it", group, names);
    if (store_of(call)->api->row(store_of(call), query))
        call_fail(call, "ResourceNotFoundException", "The specified log stream does not exist.");
    sqlite3_reset(query);
    return !call->code;
}

static json_t *found_json(sqlite3_stmt *row)
{
    json_t *event = event_json(row);
    json_object_set_new(event, "logStreamName",
                        json_string((const char *)sqlite3_column_text(row, 4)));
    json_object_set_new(event, "eventId", /* 56 digits, as AWS's */
                        json_sprintf("3%013lld%042lld", sqlite3_column_int64(row, 1),
                                     sqlite3_column_int64(row, 0)));
    return event;
}

/* One page of the rows. */
static json_t *search(struct slrun_json_call *call, sqlite3_stmt *query,
                      const struct pattern *pattern, bool forward)
{
    size_t limit = (size_t)call_integer(call, "limit", EVENTS_MAX), scanned = 0, bytes = 0;
    json_t *events = json_array();
    json_t *result = json_pack("{s:o, s:[]}", "events", events, "searchedLogStreams");
    struct position at = {0, 0};
    while (store_of(call)->api->row(store_of(call), query)) {
        const char *message = (const char *)sqlite3_column_text(query, 3);
        size_t size = strlen(message) + EVENT_EXTRA, n = json_array_size(events);
        bool matches = pattern_matches(pattern, message);
        if (n == limit || scanned == SCANNED_MAX || (n > 0 && bytes + size > PAGE_BYTES_MAX)) {
            json_object_set_new(result, "nextToken", position_token(forward, at));
            break;
        }
        at = (struct position){sqlite3_column_int64(query, 1), sqlite3_column_int64(query, 0)};
        scanned++;
        bytes += matches ? size : 0;
        if (matches)
            json_array_append_new(events, found_json(query));
    }
    return result;
}

/* What cannot be together. */
static bool arguments_ok(struct slrun_json_call *call)
{
    const json_t *head = json_object_get(call->args, "startFromHead");
    if (call_string(call, "logStreamNamePrefix") && json_object_get(call->args, "logStreamNames"))
        call_fail(call, "InvalidParameterException",
                  "logStreamNames and logStreamNamePrefix are mutually exclusive parameters.");
    if (json_is_false(head) && call_integer(call, "startTime", year_2024_ms) < year_2024_ms)
        call_fail(call, "InvalidParameterException",
                  "startTime must not be before Jan 1, 2024 00:00:00 UTC when startFromHead is "
                  "false.");
    return !call->code;
}

json_t *op_filter_log_events(struct slrun_json_call *call)
{
    const char *token = call_string(call, "nextToken");
    const json_t *streams = json_object_get(call->args, "logStreamNames");
    bool forward = !json_is_false(json_object_get(call->args, "startFromHead"));
    struct position at = {forward ? 0 : INT64_MAX, forward ? 0 : INT64_MAX};
    int64_t group = call_group(call);
    if (!group || !arguments_ok(call) || (token && !position_parse(call, token, &forward, &at)))
        return NULL;
    struct pattern *pattern = parse(call);
    char *names = streams ? json_dumps(streams, JSON_COMPACT) : NULL;
    json_t *result = NULL;
    if (pattern && (!streams || (names && streams_ok(call, group, names)))) {
        sqlite3_stmt *query = store_of(call)->api->bind(
            store_of(call), forward ? STORE_FOUND_FORWARD : STORE_FOUND_BACKWARD, "iiiiitt", group,
            call_integer(call, "startTime", 0), call_integer(call, "endTime", INT64_MAX), at.ms,
            at.id, call_string(call, "logStreamNamePrefix"), names);
        result = search(call, query, pattern, forward);
        sqlite3_reset(query);
    }
    pattern_free(pattern);
    free(names);
    return result;
}

json_t *op_test_metric_filter(struct slrun_json_call *call)
{
    const json_t *messages = json_object_get(call->args, "logEventMessages");
    struct pattern *pattern = parse(call);
    if (!pattern)
        return NULL;
    json_t *matches = json_array();
    for (size_t i = 0; i < json_array_size(messages); i++) {
        const char *message = json_string_value(json_array_get(messages, i));
        if (pattern_matches(pattern, message))
            json_array_append_new(
                matches, json_pack("{s:I, s:s, s:o}", "eventNumber", (json_int_t)i, "eventMessage",
                                   message, "extractedValues", pattern_extract(pattern, message)));
    }
    pattern_free(pattern);
    return json_pack("{s:o}", "matches", matches);
}
