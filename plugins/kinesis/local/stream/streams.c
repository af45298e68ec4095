/* SPDX-License-Identifier: Apache-2.0 */
/* The service's streams, in order. */
#include <stdlib.h>
#include <string.h>

#include "record/subscription.h"
#include "service.h"
#include "stream/store.h"

struct key {
    const char *account, *region, *name;
};

static int compare(const void *entry, const void *key)
{
    const struct stream *stream = entry;
    const struct key *k = key;
    int order = strcmp(stream->account, k->account);
    order = order != 0 ? order : strcmp(stream->region, k->region);
    return order != 0 ? order : strcmp(stream->name, k->name);
}

static size_t place_of(const struct service *service, const struct stream *stream)
{
    const struct key key = {stream->account, stream->region, stream->name};
    return slrun_sorted_place(&service->streams, &key, compare);
}

struct stream *service_find(const struct service *service, const char *account, const char *region,
                            const char *name)
{
    const struct key key = {account, region, name};
    return slrun_sorted_find(&service->streams, &key, compare);
}

bool service_add(struct service *service, struct stream *stream)
{
    if (!slrun_sorted_add(&service->streams, place_of(service, stream), stream))
        return false;
    service_note_change(service, stream);
    return true;
}

static void service_remove(struct service *service, struct stream *stream)
{
    slrun_sorted_remove(&service->streams, place_of(service, stream));
    store_stream_remove(service->store, stream);
    stream_free(stream);
}

void service_forget(struct service *service)
{
    while (service->streams.n > 0)
        stream_free(service_stream(service, --service->streams.n));
    service->next_ms = INT64_MAX;
    service_set_timer(service);
}

void service_note_change(struct service *service, const struct stream *stream)
{
    int64_t next = change_next(stream);
    if (next < service->next_ms)
        service->next_ms = next;
}

void service_settle(struct service *service, int64_t now)
{
    if (now < service->next_ms)
        return;
    service->next_ms = INT64_MAX;
    for (size_t i = service->streams.n; i-- > 0;) {
        struct stream *stream = service_stream(service, i);
        if (change_is_deleted(stream, now)) {
            service_remove(service, stream);
            continue;
        }
        if (change_settle(stream, now)) {
            store_stream(service->store, stream);
            service->cloud->notify(service->cloud, stream->arn);
        }
        service_note_change(service, stream);
    }
    subscription_check(service);
}

int64_t service_count_shards(const struct service *service, const char *account, const char *region)
{
    int64_t n = 0;
    for (size_t i = 0; i < service->streams.n; i++) {
        const struct stream *stream = service_stream(service, i);
        if (strcmp(stream->account, account) == 0 && strcmp(stream->region, region) == 0)
            n += (int64_t)stream->n_open;
    }
    return n;
}

int64_t service_now(const struct service *service)
{
    return service->cloud->now_ms(service->cloud);
}
