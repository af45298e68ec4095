/* SPDX-License-Identifier: Apache-2.0 */
/* The service's streams, in order. */
#include <stdlib.h>
#include <string.h>

#include "record/subscription.h"
#include "service.h"
#include "stream/store.h"

enum { FIRST_CAPACITY = 16 };

static int compare(const struct stream *stream, const char *account, const char *region,
                   const char *name)
{
    int order = strcmp(stream->account, account);
    order = order != 0 ? order : strcmp(stream->region, region);
    return order != 0 ? order : strcmp(stream->name, name);
}

/* The place of the stream, or where it would be. */
static size_t place_of(const struct service *service, const char *account, const char *region,
                       const char *name)
{
    size_t low = 0, high = service->n_streams;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare(service->streams[middle], account, region, name) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

struct stream *service_find(const struct service *service, const char *account, const char *region,
                            const char *name)
{
    size_t at = place_of(service, account, region, name);
    bool there =
        at < service->n_streams && compare(service->streams[at], account, region, name) == 0;
    return there ? service->streams[at] : NULL;
}

bool service_add(struct service *service, struct stream *stream)
{
    size_t at = place_of(service, stream->account, stream->region, stream->name);
    if (service->n_streams == service->capacity) {
        size_t capacity = service->capacity == 0 ? FIRST_CAPACITY : service->capacity * 2;
        struct stream **streams = realloc(service->streams, capacity * sizeof(*streams));
        if (streams == NULL) {
            return false;
        }
        service->streams = streams;
        service->capacity = capacity;
    }
    memmove(service->streams + at + 1, service->streams + at,
            (service->n_streams - at) * sizeof(*service->streams));
    service->streams[at] = stream;
    service->n_streams++;
    service_note_change(service, stream);
    return true;
}

static void service_remove(struct service *service, struct stream *stream)
{
    size_t at = place_of(service, stream->account, stream->region, stream->name);
    service->n_streams--;
    memmove(service->streams + at, service->streams + at + 1,
            (service->n_streams - at) * sizeof(*service->streams));
    store_stream_remove(service->store, stream);
    stream_free(stream);
}

void service_forget(struct service *service)
{
    while (service->n_streams > 0) {
        stream_free(service->streams[--service->n_streams]);
    }
    service->next_ms = INT64_MAX;
    service_set_timer(service);
}

void service_note_change(struct service *service, const struct stream *stream)
{
    int64_t next = change_next(stream);
    if (next < service->next_ms) {
        service->next_ms = next;
    }
}

void service_settle(struct service *service, int64_t now)
{
    if (now < service->next_ms) {
        return;
    }
    service->next_ms = INT64_MAX;
    for (size_t i = service->n_streams; i-- > 0;) {
        struct stream *stream = service->streams[i];
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
    for (size_t i = 0; i < service->n_streams; i++) {
        const struct stream *stream = service->streams[i];
        if (strcmp(stream->account, account) == 0 && strcmp(stream->region, region) == 0) {
            n += (int64_t)stream->n_open;
        }
    }
    return n;
}

int64_t service_now(const struct service *service)
{
    return service->cloud->now_ms(service->cloud);
}
