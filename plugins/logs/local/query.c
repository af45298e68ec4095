/* SPDX-License-Identifier: Apache-2.0 */
/* Logs Insights: queries run when they are started, and their results are kept for a while. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/member.h>

#include "local/insights/insights.h"
#include "local/service.h"

enum { QUERIES_MAX = 100, GROUPS_SCANNED_MAX = 50, UUID_SIZE = 37 };

static const int64_t seconds_max = INT64_C(100000000000); /* what is more is in milliseconds */

/* ---- what a query is of ---- */

/* The names of the groups; a new list, or NULL after call_fail(). */
static json_t *groups_of(struct slrun_json_call *call)
{
    static const char *const lists[] = {"logGroupNames", "logGroupIdentifiers"};
    json_t *names = json_array(), *one;
    size_t i;
    if (call_string(call, "logGroupName"))
        (void)json_array_append(names, json_object_get(call->args, "logGroupName"));
    for (size_t l = 0; l < sizeof lists / sizeof *lists; l++)
        json_array_foreach (json_object_get(call->args, lists[l]), i, one) {
            const char *name = call_group_name(call, json_string_value(one));
            (void)json_array_append_new(names, json_string(name ? name : json_string_value(one)));
        }
    size_t n = json_array_size(names);
    if (n > 0 && n <= GROUPS_SCANNED_MAX)
        return names;
    call_fail(call, "InvalidParameterException",
              n ? "A query is of at most 50 log groups."
                : "One of logGroupName, logGroupNames and logGroupIdentifiers must be given.");
    json_decref(names);
    return NULL;
}

static int64_t group_named(struct slrun_json_call *call, const char *name)
{
    struct slrun_store *store = store_of(call);
    sqlite3_stmt *row =
        store->api->bind(store, STORE_GROUP, "ttt", call->x->account, call->x->region, name);
    int64_t id = store->api->row(store, row) ? sqlite3_column_int64(row, 0) : 0;
    sqlite3_reset(row);
    if (!id)
        call_fail(call, "ResourceNotFoundException",
                  "Log group '%.512s' does not exist for account ID '%s' (Service: AWSLogs; Status "
                  "Code: 400; Error Code: ResourceNotFoundException; Request ID: %s; Proxy: null)",
                  name, call->x->account, call->x->request_id);
    return id;
}

/* ---- running ---- */

struct scan {
    struct query_run *run;
    int64_t from_ms, to_ms;
    size_t records, bytes;
};

static void scan_group(struct slrun_json_call *call, const char *name, struct scan *scan)
{
    struct slrun_store *store = store_of(call);
    int64_t group = group_named(call, name);
    char log[640], pointer[64];
    if (!group)
        return;
    (void)snprintf(log, sizeof log, "%s:%s", call->x->account, name);
    sqlite3_stmt *row =
        store->api->bind(store, STORE_FOUND_BACKWARD, "iiiiitt", group, scan->from_ms, scan->to_ms,
                         INT64_MAX, INT64_MAX, NULL, NULL);
    while (scan->records < QUERY_EVENTS_MAX && store->api->row(store, row)) {
        struct query_event event = {.at_ms = sqlite3_column_int64(row, 1),
                                    .ingested_ms = sqlite3_column_int64(row, 2),
                                    .message = (const char *)sqlite3_column_text(row, 3),
                                    .stream = (const char *)sqlite3_column_text(row, 4),
                                    .log = log,
                                    .pointer = pointer};
        (void)snprintf(pointer, sizeof pointer, "CmEK%lld",
                       (long long)sqlite3_column_int64(row, 0));
        scan->records++;
        scan->bytes += strlen(event.message) + EVENT_EXTRA;
        query_add(scan->run, &event);
    }
    sqlite3_reset(row);
}

static int64_t milliseconds(int64_t time, bool end)
{
    return time >= seconds_max ? time : time * 1000 + (end ? 999 : 0);
}

/* The rows and statistics; NULL after call_fail(). */
static json_t *run(struct slrun_json_call *call, const struct query *query, const json_t *names)
{
    struct scan scan = {.run =
                            query_begin(query, (size_t)call_integer(call, "limit", QUERY_ROWS_MAX)),
                        .from_ms = milliseconds(call_integer(call, "startTime", 0), false),
                        .to_ms = milliseconds(call_integer(call, "endTime", 0), true)};
    size_t i;
    json_t *name;
    if (!scan.run)
        return call_fail(call, "ServiceUnavailableException", "out of memory");
    json_array_foreach (names, i, name)
        scan_group(call, json_string_value(name), &scan);
    size_t matched = query_matched(scan.run);
    json_t *rows = query_end(scan.run);
    if (call->code) {
        json_decref(rows);
        return NULL;
    }
    return json_pack("{s:o, s:{s:f, s:f, s:f, s:f, s:f, s:f, s:f}}", "results", rows, "statistics",
                     "recordsMatched", (double)matched, "recordsScanned", (double)scan.records,
                     "estimatedRecordsSkipped", 0.0, "bytesScanned", (double)scan.bytes,
                     "estimatedBytesSkipped", 0.0, "logGroupsScanned",
                     (double)json_array_size(names), "resultCount", (double)json_array_size(rows));
}

/* ---- keeping ---- */

static void make_id(const struct slrun_json_call *call, char id[UUID_SIZE])
{
    uint64_t a = call->cloud->random(call->cloud), b = call->cloud->random(call->cloud);
    (void)snprintf(id, UUID_SIZE, "%08x-%04x-4%03x-8%03x-%012llx", (unsigned)(a >> 32),
                   (unsigned)(a >> 16 & 0xffff), (unsigned)(a & 0xfff), (unsigned)(b >> 48 & 0xfff),
                   (unsigned long long)(b & 0xffffffffffff));
}

/* As DescribeQueries tells it. */
static json_t *told(const struct slrun_json_call *call, const json_t *names)
{
    json_t *sources = json_string(""), *name;
    size_t i;
    json_array_foreach (names, i, name) {
        json_t *more = json_sprintf("%s%s\"%s\"", json_string_value(sources), i ? ", " : "",
                                    json_string_value(name));
        json_decref(sources);
        sources = more;
    }
    json_t *text = json_sprintf("SOURCE %s START=%lld END=%lld | %s",
                                sources ? json_string_value(sources) : "",
                                (long long)milliseconds(call_integer(call, "startTime", 0), false),
                                (long long)milliseconds(call_integer(call, "endTime", 0), true),
                                call_string(call, "queryString"));
    json_decref(sources);
    return text;
}

/* The oldest goes where there are too many. */
static void keep(struct slrun_json_call *call, const char *id, const json_t *names, json_t *result)
{
    json_t *all = service_of(call)->queries;
    (void)json_object_update_new(
        result,
        json_pack("{s:s, s:s, s:s, s:o, s:s, s:I, s:O, s:s, s:s}", "queryLanguage", "CWLI",
                  "status", "Complete", "queryId", id, "queryString", told(call, names), "account",
                  call->x->account, "createTime", (json_int_t)call_now(call), "logGroupName",
                  json_array_get(names, 0), "region", call->x->region, "kept", "query"));
    if (json_object_size(all) >= QUERIES_MAX) {
        json_t *oldest = json_string(json_object_iter_key(json_object_iter(all)));
        (void)json_object_del(all, json_string_value(oldest));
        json_decref(oldest);
    }
    (void)json_object_set_new(all, id, result);
}

static bool is_own(const struct slrun_json_call *call, const json_t *query)
{
    return strcmp(slrun_text_or(query, "account", ""), call->x->account) == 0 &&
           strcmp(slrun_text_or(query, "region", ""), call->x->region) == 0;
}

static json_t *named(struct slrun_json_call *call)
{
    json_t *query = json_object_get(service_of(call)->queries, call_string(call, "queryId"));
    if (query && is_own(call, query))
        return query;
    return call_fail(call, "ResourceNotFoundException", "Query with id %.256s does not exist.",
                     call_string(call, "queryId"));
}

static json_t *some(const json_t *query, const char *const *members)
{
    json_t *result = json_object();
    for (; *members; members++)
        (void)json_object_set(result, *members, json_object_get(query, *members));
    return result;
}

/* ---- operations ---- */

json_t *op_start_query(struct slrun_json_call *call)
{
    const char *language = call_string(call, "queryLanguage");
    char error[QUERY_ERROR_MAX], id[UUID_SIZE];
    if (language && strcmp(language, "CWLI") != 0)
        return call_fail(call, "InvalidParameterException",
                         "slrun's local cloud has queries in CWLI, and not in %s.", language);
    if (call_integer(call, "startTime", 0) > call_integer(call, "endTime", 0))
        return call_fail(call, "InvalidParameterException",
                         "The specified time range is invalid: startTime is after endTime.");
    json_t *names = groups_of(call), *result = NULL;
    struct query *query = names ? query_parse(call_string(call, "queryString"), error) : NULL;
    if (names && !query)
        call_fail(call, "MalformedQueryException", "%s", *error ? error : "out of memory");
    else if (names)
        result = run(call, query, names);
    query_free(query);
    if (result) {
        make_id(call, id);
        keep(call, id, names, result);
    }
    json_decref(names);
    return result ? json_pack("{s:s}", "queryId", id) : NULL;
}

json_t *op_get_query_results(struct slrun_json_call *call)
{
    static const char *const members[] = {"queryLanguage", "statistics", "status", NULL};
    const json_t *query = named(call);
    json_t *page = query ? call_page(call, json_copy(json_object_get(query, "results"))) : NULL;
    json_t *rest = page ? some(query, members) : NULL;
    (void)json_object_update(page, rest);
    json_decref(rest);
    return page;
}

/* There is nothing left to stop. */
json_t *op_stop_query(struct slrun_json_call *call)
{
    return named(call) ? json_pack("{s:b}", "success", 0) : NULL;
}

json_t *op_describe_queries(struct slrun_json_call *call)
{
    static const char *const members[] = {"queryLanguage", "queryId",      "queryString", "status",
                                          "createTime",    "logGroupName", NULL};
    const char *group = call_string(call, "logGroupName"), *status = call_string(call, "status"),
               *id;
    json_t *list = json_array(), *query;
    json_object_foreach (service_of(call)->queries, id, query)
        if (is_own(call, query) &&
            (!group || strcmp(slrun_text_or(query, "logGroupName", ""), group) == 0) &&
            (!status || strcmp(slrun_text_or(query, "status", ""), status) == 0))
            (void)json_array_insert_new(list, 0, some(query, members));
    return call_page(call, list);
}
