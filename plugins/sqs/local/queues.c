/* SPDX-License-Identifier: Apache-2.0 */
/* The service's queues, in order, and what happens to messages between them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/member.h>

#include "dedup.h"
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
 * that are each other's dead-letter queues. */
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
    return moved;
}

/* Developer Guide, "Dead-letter queue redrive": it counts as new. */
static struct message *new_copy(struct service *service, const struct message *message)
{
    static const char *const old[] = {"DeadLetterQueueSourceArn", MESSAGE_BEFORE, MESSAGE_SENT};
    struct message *moved = calloc(1, sizeof *moved);
    if (moved == NULL)
        return NULL;
    moved->content = json_copy(message->content);
    moved->sent_ms = service_now(service);
    service->cloud->uuid(service->cloud, moved->id);
    for (size_t i = 0; i < sizeof old / sizeof *old; i++)
        json_object_del(moved->content, old[i]);
    return moved;
}

/* Developer Guide, "Using the message deduplication ID": in a FIFO queue it is then the id that the
 * message had, so that two which happened to share one are kept apart. It is kept from then on, but
 * tells when it was sent ("Dead-letter queues"; recorded in September 2026). */
static void enter_fifo(struct message *moved, const char *id, int64_t now)
{
    if (moved->sent_ms != now && json_object_get(moved->content, MESSAGE_SENT) == NULL)
        json_object_set_new(moved->content, MESSAGE_SENT, json_integer(moved->sent_ms));
    moved->sent_ms = now;
    json_object_set_new(moved->content, MESSAGE_DEDUP, json_string(id));
    json_object_set_new(moved->content, MESSAGE_SEQUENCE, message_sequence(moved->rank));
}

/* The queue's key of the message; NULL with a standard queue. */
static char *key_of(const struct queue *to, const struct message *message)
{
    const char *group = slrun_text(message->content, MESSAGE_GROUP);
    const char *id = slrun_text(message->content, MESSAGE_DEDUP);
    return to->settings.fifo && group != NULL && id != NULL ? dedup_key(to, group, id) : NULL;
}

static bool add_moved(struct service *service, struct queue *to, struct message *moved,
                      const char *key)
{
    if (moved->content == NULL || !queue_add(to, moved, service_now(service)))
        return false;
    store_message(service->store, moved);
    if (key != NULL && dedup_add(to, key, moved))
        store_duplicate(service->store, to, key);
    wait_wake(service, to);
    return true;
}

enum moved service_move(struct service *service, struct message *message, struct queue *to,
                        const char *source)
{
    int64_t now = service_now(service);
    struct message *moved =
        source != NULL ? dead_copy(message, source) : new_copy(service, message);
    if (moved == NULL)
        return MOVED_NOT;
    moved->rank = ++service->rank;
    if (to->settings.fifo)
        enter_fifo(moved, message->id, now);
    char *key = key_of(to, moved);
    bool duplicate = key != NULL && dedup_find(to, key, now) != NULL;
    enum moved done = duplicate                            ? MOVED_DUPLICATE
                      : add_moved(service, to, moved, key) ? MOVED
                                                           : MOVED_NOT;
    free(key);
    if (done != MOVED)
        message_free(moved);
    if (done != MOVED_NOT)
        service_delete(service, message);
    return done;
}
