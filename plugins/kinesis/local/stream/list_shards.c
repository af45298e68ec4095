/* SPDX-License-Identifier: Apache-2.0 */
/* ListShards, with its filters (API Reference, "ShardFilter"). */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "record/page.h"
#include "service.h"
#include "stream/describe.h"

#define HOUR_MS INT64_C(3600000)

enum { SHARDS_DEFAULT = 1000 };

/* A filter, read. */
struct filter {
    const char *type;
    int32_t after;     /* AFTER_SHARD_ID */
    int64_t moment_ms; /* AT_TIMESTAMP, FROM_TIMESTAMP */
};

static bool is(const struct filter *filter, const char *type)
{
    return strcmp(filter->type, type) == 0;
}

static bool open_at(const struct shard *shard, int64_t ms)
{
    return shard->created_s * 1000 <= ms && (shard->ended_s == 0 || shard->ended_s * 1000 >= ms);
}

/* Where the oldest records are: the end of the retention period, or the stream's first second. */
static int64_t horizon_ms(const struct stream *stream, int64_t now)
{
    int64_t oldest = now - stream->retention_hours * HOUR_MS;
    return oldest > stream->created_ms ? oldest : stream->created_ms;
}

static bool wanted(const struct call *call, const struct stream *stream, const struct shard *shard,
                   const struct filter *filter)
{
    if (is(filter, "AT_LATEST"))
        return shard->ended_s == 0;
    if (is(filter, "AT_TRIM_HORIZON"))
        return open_at(shard, horizon_ms(stream, call->now));
    if (is(filter, "AT_TIMESTAMP"))
        return open_at(shard, filter->moment_ms);
    if (is(filter, "FROM_TIMESTAMP"))
        return shard->ended_s == 0 || shard->ended_s * 1000 >= filter->moment_ms;
    return shard->number > filter->after; /* AFTER_SHARD_ID, FROM_TRIM_HORIZON */
}

/* ---- reading ---- */

static bool needs(struct call *call, const struct filter *filter, const char *member)
{
    return fault_set(&call->fault, FAULT_INVALID_ARGUMENT,
                     "%s must be provided when the shard filter type is %s.", member, filter->type);
}

/* The filter of the request; its texts live as long as the request. */
static bool read_filter(struct call *call, struct filter *filter)
{
    const json_t *given = json_object_get(call->args, "ShardFilter");
    const char *id = json_string_value(json_object_get(given, "ShardId"));
    const json_t *moment = json_object_get(given, "Timestamp");
    *filter = (struct filter){.type = "FROM_TRIM_HORIZON", .after = -1};
    if (given == NULL)
        return true;
    filter->type = json_string_value(json_object_get(given, "Type"));
    bool by_id = is(filter, "AFTER_SHARD_ID");
    if (by_id && (id == NULL || !shard_read_id(id, &filter->after)))
        return needs(call, filter, "ShardId");
    if ((is(filter, "AT_TIMESTAMP") || is(filter, "FROM_TIMESTAMP")) && moment == NULL)
        return needs(call, filter, "Timestamp");
    filter->moment_ms = llround(json_number_value(moment) * 1000);
    return true;
}

/* In a token the filter is "TYPE moment". */
static void read_page_filter(const struct page *page, struct filter *filter,
                             char type[PAGE_NAME_SIZE])
{
    size_t n = strcspn(page->filter, " ");
    memcpy(type, page->filter, n);
    type[n] = '\0';
    filter->type = type;
    filter->moment_ms = strtoll(page->filter + n, NULL, 10);
}

static struct stream *find(struct call *call, const struct page *page)
{
    if (*page->stream == '\0')
        return call_stream(call);
    struct stream *stream =
        service_find(call->service, call->exchange->account, call->exchange->region, page->stream);
    if (stream == NULL) {
        fault_set(&call->fault, FAULT_NOT_FOUND, "Stream %s under account %s not found.",
                  page->stream, call->exchange->account);
    }
    return stream;
}

static bool check(struct call *call)
{
    bool token = call_string(call, "NextToken") != NULL, name = call_string(call, "StreamName");
    bool stream =
        name || call_string(call, "StreamARN") != NULL || call_string(call, "StreamId") != NULL;
    if (!token && !stream) {
        return fault_set(&call->fault, FAULT_INVALID_ARGUMENT,
                         "Either NextToken or StreamName should be provided.");
    }
    if (token && name) {
        return fault_set(&call->fault, FAULT_INVALID_ARGUMENT,
                         "NextToken and StreamName cannot be provided together.");
    }
    return true;
}

/* A stream made at another moment is not the one that is meant. */
static bool check_creation(struct call *call, const struct stream *stream)
{
    const json_t *moment = json_object_get(call->args, "StreamCreationTimestamp");
    return moment == NULL || (int64_t)json_number_value(moment) == stream->created_ms / 1000 ||
           fault_set(&call->fault, FAULT_NOT_FOUND, "Stream %s under account %s not found.",
                     stream->name, stream->account);
}

/* ---- answering ---- */

static json_t *answer(struct call *call, const struct stream *stream, const struct filter *filter,
                      int32_t after)
{
    size_t limit = (size_t)call_integer(call, "MaxResults", SHARDS_DEFAULT);
    json_t *shards = json_array(), *answer = json_pack("{s:o}", "Shards", shards);
    struct page next = {.list = "shards"};
    char last[SHARD_ID_SIZE] = "";
    for (size_t i = (size_t)(after + 1); i < stream->n_shards; i++) {
        const struct shard *shard = &stream->shards[i];
        if (stream_shard_expired(stream, shard, call->now) || !wanted(call, stream, shard, filter))
            continue;
        if (json_array_size(shards) == limit) {
            (void)snprintf(next.stream, sizeof next.stream, "%s", stream->name);
            (void)snprintf(next.filter, sizeof next.filter, "%s %" PRId64,
                           is(filter, "AFTER_SHARD_ID") ? "FROM_TRIM_HORIZON" : filter->type,
                           filter->moment_ms);
            json_object_set_new(answer, "NextToken", page_token(call, &next, last));
            break;
        }
        json_array_append_new(shards, describe_shard(shard));
        shard_id(shard->number, last);
    }
    return answer;
}

json_t *op_list_shards(struct call *call)
{
    struct page page = {.list = "shards"};
    struct filter filter;
    char type[PAGE_NAME_SIZE];
    const char *given = call_string(call, "ExclusiveStartShardId");
    int32_t after = -1;
    if (!check(call) || !read_filter(call, &filter) || !page_read(call, &page))
        return NULL;
    struct stream *stream = find(call, &page);
    if (stream == NULL || !check_creation(call, stream))
        return NULL;
    if (*page.after != '\0') {
        given = page.after;
        read_page_filter(&page, &filter, type);
        filter.after = -1;
    }
    if (given != NULL && !shard_read_id(given, &after)) {
        return no_answer(fault_set(&call->fault, FAULT_NOT_FOUND,
                                   "Could not find shard %s in stream %s under account %s.", given,
                                   stream->name, stream->account));
    }
    return answer(call, stream, &filter, after);
}
