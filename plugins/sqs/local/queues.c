/* SPDX-License-Identifier: Apache-2.0 */
/* The service's queues, in order, and what happens to messages between them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "service.h"
#include "store.h"
#include "wait.h"

static int compare(const struct queue *queue, const char *account, const char *region,
                   const char *name)
{
    int order = strcmp(queue->account, account);
    order = order != 0 ? order : strcmp(queue->region, region);
    return order != 0 ? order : strcmp(queue->name, name);
}

/* The place of the queue, or where it would be. */
static size_t place_of(const struct service *service, const char *account, const char *region,
                       const char *name)
{
    size_t low = 0, high = service->n_queues;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare(service->queues[middle], account, region, name) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

struct queue *service_find(const struct service *service, const char *account, const char *region,
                           const char *name)
{
    size_t at = place_of(service, account, region, name);
    bool found = at < service->n_queues && compare(service->queues[at], account, region, name) == 0;
    return found ? service->queues[at] : NULL;
}

struct queue *service_find_arn(const struct service *service, const char *arn)
{
    for (size_t i = 0; i < service->n_queues; i++) {
        if (strcmp(service->queues[i]->arn, arn) == 0) {
            return service->queues[i];
        }
    }
    return NULL;
}

bool service_add(struct service *service, struct queue *queue)
{
    if (service->n_queues == service->capacity) {
        size_t capacity = service->capacity == 0 ? 16 : service->capacity * 2;
        struct queue **queues = realloc(service->queues, capacity * sizeof(struct queue *));
        if (queues == NULL) {
            return false;
        }
        service->queues = queues;
        service->capacity = capacity;
    }
    size_t at = place_of(service, queue->account, queue->region, queue->name);
    memmove(&service->queues[at + 1], &service->queues[at],
            (service->n_queues - at) * sizeof(struct queue *));
    service->queues[at] = queue;
    service->n_queues++;
    return true;
}

void service_remove(struct service *service, struct queue *queue)
{
    size_t at = place_of(service, queue->account, queue->region, queue->name);
    service->n_queues--;
    memmove(&service->queues[at], &service->queues[at + 1],
            (service->n_queues - at) * sizeof(struct queue *));
    store_queue_remove(service->store, queue);
    wait_end(service, queue);
    queue_free(queue);
}

static void expire(void *arg, struct message *message)
{
    struct service *service = arg;
    store_message_remove(service->store, message);
    message_free(message);
}

void service_refresh(struct service *service, struct queue *queue, int64_t now)
{
    queue_refresh(queue, now, expire, service);
}

void service_delete(struct service *service, struct message *message)
{
    store_message_remove(service->store, message);
    queue_take_out(message);
    message_free(message);
}

/* What a message was received in queues before counts no more; this also ends circles of queues
 * that are each other's dead-letter queues. Developer Guide, "Using the message deduplication ID":
 * of a FIFO queue's message it is the message's own id then, so that two messages which happened
 * to share one are kept apart. */
static struct message *dead_copy(const struct message *message, const char *source)
{
    struct message *moved = calloc(1, sizeof *moved);
    if (moved == NULL) {
        return NULL;
    }
    moved->content = json_copy(message->content);
    moved->sent_ms = message->sent_ms;
    moved->first_ms = message->first_ms;
    moved->receives = message->receives;
    memcpy(moved->id, message->id, sizeof moved->id);
    json_object_set_new(moved->content, "DeadLetterQueueSourceArn", json_string(source));
    json_object_set_new(moved->content, MESSAGE_BEFORE, json_integer(message->receives));
    if (json_object_get(moved->content, MESSAGE_DEDUP) != NULL) {
        json_object_set_new(moved->content, MESSAGE_DEDUP, json_string(message->id));
    }
    return moved;
}

/* Developer Guide, "Dead-letter queue redrive": it counts as new. */
static struct message *new_copy(struct service *service, const struct message *message)
{
    struct message *moved = calloc(1, sizeof *moved);
    if (moved == NULL) {
        return NULL;
    }
    moved->content = json_copy(message->content);
    moved->sent_ms = service_now(service);
    service->cloud->uuid(service->cloud, moved->id);
    json_object_del(moved->content, "DeadLetterQueueSourceArn");
    json_object_del(moved->content, MESSAGE_BEFORE);
    return moved;
}

bool service_move(struct service *service, struct message *message, struct queue *to,
                  const char *source)
{
    int64_t now = service_now(service);
    struct message *moved =
        source != NULL ? dead_copy(message, source) : new_copy(service, message);
    if (moved == NULL) {
        return false;
    }
    moved->rank = ++service->rank;
    if (to->settings.fifo) {
        moved->sent_ms = now; /* Developer Guide, "Dead-letter queues": FIFO starts anew */
    }
    if (moved->content == NULL || !queue_add(to, moved, now)) {
        message_free(moved);
        return false;
    }
    store_message(service->store, moved);
    service_delete(service, message);
    wait_wake(service, to);
    return true;
}
