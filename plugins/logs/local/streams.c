/* SPDX-License-Identifier: Apache-2.0 */
/* Log streams. */
#include <stdlib.h>
#include <string.h>

#include "local/service.h"

enum { DESCRIBED_MAX = 50 };

json_t *op_create_log_stream(struct slrun_json_call *call)
{
    int64_t group = call_group(call);
    if (!group)
        return NULL;
    store_of(call)->api->run(store_of(call), STORE_STREAM_ADD, "iti", group,
                             call_string(call, "logStreamName"), call_now(call));
    return sqlite3_changes(store_of(call)->db) > 0
               ? json_null()
               : call_fail(call, "ResourceAlreadyExistsException",
                           "The specified log stream already exists");
}

json_t *op_delete_log_stream(struct slrun_json_call *call)
{
    int64_t stream = call_stream(call, call_group(call));
    if (!stream)
        return NULL;
    store_of(call)->api->run(store_of(call), STORE_STREAM_REMOVE, "i", stream);
    return json_null();
}

/* ---- describing ---- */

static json_t *described(const struct slrun_json_call *call, sqlite3_stmt *query)
{
    static const char *const times[] = {"firstEventTimestamp", "lastEventTimestamp",
                                        "lastIngestionTime"};
    const char *name = (const char *)sqlite3_column_text(query, 0);
    json_t *arn = call_group_arn(call, (const char *)sqlite3_column_text(query, 5), "");
    json_t *stream = json_pack("{s:s, s:I, s:i, s:o}", "logStreamName", name, "creationTime",
                               (json_int_t)sqlite3_column_int64(query, 1), "storedBytes", 0, "arn",
                               json_sprintf("%s:log-stream:%s", json_string_value(arn), name));
    json_decref(arn);
    for (int i = 0; i < 3 && sqlite3_column_type(query, 2) != SQLITE_NULL; i++)
        json_object_set_new(stream, times[i], json_integer(sqlite3_column_int64(query, 2 + i)));
    if (sqlite3_column_type(query, 2) != SQLITE_NULL)
        json_object_set_new(stream, "uploadSequenceToken",
                            json_sprintf("%056lld", sqlite3_column_int64(query, 4)));
    return stream;
}

json_t *op_describe_log_streams(struct slrun_json_call *call)
{
    const char *order = call_string(call, "orderBy"), *token = call_string(call, "nextToken");
    const char *prefix = call_string(call, "logStreamNamePrefix");
    int64_t by_time = order && strcmp(order, "LastEventTime") == 0;
    size_t limit = (size_t)call_integer(call, "limit", DESCRIBED_MAX);
    bool down = json_is_true(json_object_get(call->args, "descending")), more = false;
    char *after = NULL; /* behind the key in the token */
    int64_t key = token ? strtoll(token, &after, 10) : 0, group = call_group(call);
    if (!group)
        return NULL;
    if (by_time && prefix)
        return call_fail(call, "InvalidParameterException",
                         "Cannot order by LastEventTime with a logStreamNamePrefix.");
    if (token && (after == token || *after != ':'))
        return call_fail(call, "InvalidParameterException", "The specified nextToken is invalid.");
    sqlite3_stmt *query = store_of(call)->api->bind(
        store_of(call), down ? STORE_STREAMS_DOWN : STORE_STREAMS_UP, "iititi", group, by_time,
        prefix, key, token ? after + 1 : NULL, (int64_t)limit);
    json_t *result = json_pack("{s:[]}", "logStreams");
    json_t *streams = json_object_get(result, "logStreams"), *next = NULL;
    while (!more && store_of(call)->api->row(store_of(call), query)) {
        more = json_array_size(streams) == limit;
        if (more)
            json_object_set(result, "nextToken", next);
        else
            json_array_append_new(streams, described(call, query));
        json_decref(next);
        next = json_sprintf("%lld:%s", sqlite3_column_int64(query, 6),
                            (const char *)sqlite3_column_text(query, 0));
    }
    json_decref(next);
    sqlite3_reset(query);
    return result;
}
