/* SPDX-License-Identifier: Apache-2.0 */
/* The service's queues, in order, and what happens to messages between them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "service.h"
#include "store.h"
#include "wait.h"

struct key {
    const char *account, *region, *name;
};

static int compare(const void *entry, const void *key)
{
    const struct queue *queue = entry;
    const struct key *k = key;
    int order = strcmp(queue->account, k->account);
    order = order != 0 ? order : strcmp(queue->region, k->region);
    return order != 0 ? order : strcmp(queue->name, k->name);
}

static size_t place_of(const struct service *service, const struct queue *queue)
{
    const struct key key = {queue->account, queue->region, queue->name};
    return slrun_sorted_place(&service->queues, &key, compare);
}

struct queue *service_find(const struct service *service, const char *account, const char *region,
                           const char *name)
{
    const struct key key = {account, region, name};
    return slrun_sorted_find(&service->queues, &key, compare);
}

struct queue *service_find_arn(const struct service *service, const char *arn)
{
    for (size_t i = 0; i < service->queues.n; i++)
        if (strcmp(service_queue(service, i)->arn, arn) == 0)
            return service_queue(service, i);
    return NULL;
}

bool service_add(struct service *service, struct queue *queue)
{
    return slrun_sorted_add(&service->queues, place_of(service, queue), queue);
}

void service_remove(struct service *service, struct queue *queue)
{
    slrun_sorted_remove(&service->queues, place_of(service, queue));
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
    if (moved == NULL)
        return NULL;
    moved->content = json_copy(message->content);
    moved->sent_ms = message->sent_ms;
    moved->first_ms = message->first_ms;
    moved->receives = message->receives;
    memcpy(moved->id, message->id, sizeof moved->id);
    json_object_set_new(moved->content, "DeadLetterQueueSourceArn", json_string(source));
    json_object_set_new(moved->content, MESSAGE_BEFORE, json_integer(message->receives));
    if (json_object_get(moved->content, MESSAGE_DEDUP) != NULL)
        json_object_set_new(moved->content, MESSAGE_DEDUP, json_string(message->id));
    return moved;
}

/* Developer Guide, "Dead-letter queue redrive": it counts as new. */
static struct message *new_copy(struct service *service, const struct message *message)
{
    struct message *moved = calloc(1, sizeof *moved);
    if (moved == NULL)
        return NULL;
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
    if (moved == NULL)
        return false;
    moved->rank = ++service->rank;
    if (to->settings.fifo)
        moved->sent_ms = now; /* Developer Guide, "Dead-letter queues": FIFO starts anew */
    if (moved->content == NULL || !queue_add(to, moved, now)) {
        message_free(moved);
        return false;
    }
    store_message(service->store, moved);
    service_delete(service, message);
    wait_wake(service, to);
    return true;
}
