/* SPDX-License-Identifier: Apache-2.0 */
/* Log streams. */
#include <stdlib.h>
#include <string.h>

#include "local/service.h"

enum { DESCRIBED_MAX = 50 };

json_t *op_create_log_stream(struct call *call)
{
    int64_t group = call_group(call);
    if (!group)
        return NULL;
    store_run(call->store,
              "INSERT OR IGNORE INTO streams(grp, name, created_ms) VALUES(?1, ?2, ?3)", "iti",
              group, call_string(call, "logStreamName"), call->now_ms);
    return sqlite3_changes(call->store->db) > 0
               ? json_null()
               : call_fail(call, "ResourceAlreadyExistsException",
                           "The specified log stream already exists");
}

json_t *op_delete_log_stream(struct call *call)
{
    int64_t stream = call_stream(call, call_group(call));
    if (!stream)
        return NULL;
    store_run(call->store, "DELETE FROM streams WHERE id = ?1", "i", stream);
    return json_null();
}

/* ---- describing ---- */

/* Streams are ordered by the key `k`, which is 0 where they are ordered by name, and by name. A
 * page's token is both of its last stream. */
#define STREAMS                                                                                    \
    "SELECT s.name, s.created_ms, s.first_ms, s.last_ms, s.ingested_ms, g.name,"                   \
    " iif(?2, COALESCE(last_ms, 0), 0) AS k FROM streams s JOIN groups g ON g.id = s.grp"          \
    " WHERE s.grp = ?1 AND substr(s.name, 1, length(COALESCE(?3, ''))) = COALESCE(?3, '')"
static const char ascending[] =
    STREAMS " AND (?5 IS NULL OR (k, s.name) > (?4, ?5)) ORDER BY k, s.name LIMIT ?6 + 1";
static const char descending[] =
    STREAMS " AND (?5 IS NULL OR (k, s.name) < (?4, ?5)) ORDER BY k DESC, s.name DESC LIMIT ?6 + 1";

static json_t *described(const struct call *call, sqlite3_stmt *query)
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

json_t *op_describe_log_streams(struct call *call)
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
    sqlite3_stmt *query =
        store_query(call->store, down ? descending : ascending, "iititi", group, by_time, prefix,
                    key, token ? after + 1 : NULL, (int64_t)limit);
    json_t *result = json_pack("{s:[]}", "logStreams");
    json_t *streams = json_object_get(result, "logStreams"), *next = NULL;
    while (!more && store_row(call->store, query)) {
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
    sqlite3_finalize(query);
    return result;
}
