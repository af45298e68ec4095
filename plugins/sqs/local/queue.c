/* SPDX-License-Identifier: Apache-2.0 */
/* Queues and messages. */
#include "queue.h"

#include <inttypes.h>
#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int by_rank(const void *a, const void *b)
{
    uint64_t left = ((const struct message *)a)->rank, right = ((const struct message *)b)->rank;
    return left < right ? -1 : left > right;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct group *)a)->name, ((const struct group *)b)->name);
}

static char *arn_of(const char *account, const char *region, const char *name)
{
    int size = snprintf(NULL, 0, "arn:aws:sqs:%s:%s:%s", region, account, name);
    char *arn = size < 0 ? NULL : malloc((size_t)size + 1);
    if (arn != NULL)
        (void)snprintf(arn, (size_t)size + 1, "arn:aws:sqs:%s:%s:%s", region, account, name);
    return arn;
}

struct queue *queue_new(const char *account, const char *region, const char *name)
{
    struct queue *queue = calloc(1, sizeof *queue);
    if (queue == NULL)
        return NULL;
    queue->account = strdup(account);
    queue->region = strdup(region);
    queue->name = strdup(name);
    queue->arn = arn_of(account, region, name);
    queue->attributes = json_object();
    queue->tags = json_object();
    queue->duplicates = json_object();
    queue->attempts = json_object();
    if (queue->account == NULL || queue->region == NULL || queue->name == NULL ||
        queue->arn == NULL || queue->attributes == NULL || queue->tags == NULL ||
        queue->duplicates == NULL || queue->attempts == NULL) {
        queue_free(queue);
        return NULL;
    }
    return queue;
}

/* AWS's numbers have 20 digits, more than 64 bits hold. */
json_t *message_sequence(uint64_t rank)
{
    return json_sprintf("188%017" PRIu64, rank * 256);
}

void message_free(struct message *message)
{
    if (message != NULL) {
        json_decref(message->content);
        free(message);
    }
}

void queue_free(struct queue *queue)
{
    if (queue == NULL)
        return;
    for (struct message *message; (message = queue_oldest(queue)) != NULL;) {
        queue_take_out(message);
        message_free(message);
    }
    heap_free(&queue->visible);
    heap_free(&queue->hidden);
    heap_free(&queue->all);
    json_decref(queue->settings.redrive);
    json_decref(queue->settings.allow);
    json_decref(queue->attributes);
    json_decref(queue->tags);
    json_decref(queue->duplicates);
    json_decref(queue->attempts);
    free(queue->account);
    free(queue->region);
    free(queue->name);
    free(queue->arn);
    free(queue);
}

/* ---- groups ---- */

static struct group *group_new(struct queue *queue, const char *name)
{
    struct group *group = calloc(1, sizeof *group);
    if (group == NULL)
        return NULL;
    group->name = strdup(name);
    if (group->name == NULL || tsearch(group, &queue->groups, by_name) == NULL) {
        free(group->name);
        free(group);
        return NULL;
    }
    return group;
}

static struct group *group_of(struct queue *queue, const char *name)
{
    struct group key = {.name = (char *)(uintptr_t)name};
    struct group *const *found = tfind(&key, &queue->groups, by_name);
    return found != NULL ? *found : group_new(queue, name);
}

static void group_append(struct group *group, struct message *message)
{
    message->group = group;
    message->prev = group->last;
    message->next = NULL;
    *(group->last != NULL ? &group->last->next : &group->first) = message;
    group->last = message;
}

/* A group waits for its turn while its first message is visible. There is room in the heap:
 * queue_add() made it. */
static void group_update(struct queue *queue, struct group *group)
{
    bool open = group->first != NULL && group->first->state == MESSAGE_VISIBLE;
    if (!open) {
        heap_remove(&queue->visible, &group->turn);
    } else if (group->turn.at == 0) {
        group->turn.rank = ++queue->turns;
        (void)heap_add(&queue->visible, &group->turn);
    }
}

static void group_remove(struct queue *queue, struct message *message)
{
    struct group *group = message->group;
    *(message->prev != NULL ? &message->prev->next : &group->first) = message->next;
    *(message->next != NULL ? &message->next->prev : &group->last) = message->prev;
    message->group = NULL;
    group_update(queue, group);
    if (group->first == NULL) {
        tdelete(group, &queue->groups, by_name);
        free(group->name);
        free(group);
    }
}

/* ---- states ---- */

static void leave_state(struct message *message)
{
    struct queue *queue = message->queue;
    queue->count[message->state]--;
    heap_remove(message->state == MESSAGE_VISIBLE ? &queue->visible : &queue->hidden,
                &message->place);
}

/* There is room in the heaps: queue_add() made it. */
static void enter_state(struct message *message, enum message_state state)
{
    struct queue *queue = message->queue;
    message->state = state;
    queue->count[state]++;
    if (state != MESSAGE_VISIBLE) {
        message->place.key = message->due_ms;
        (void)heap_add(&queue->hidden, &message->place);
    } else if (message->group == NULL) {
        message->place.key = 0;
        (void)heap_add(&queue->visible, &message->place);
    }
    if (message->group != NULL)
        group_update(queue, message->group);
}

void queue_hide(struct message *message, int64_t due_ms)
{
    leave_state(message);
    message->due_ms = due_ms;
    enter_state(message, MESSAGE_IN_FLIGHT);
}

void queue_show(struct message *message)
{
    leave_state(message);
    enter_state(message, MESSAGE_VISIBLE);
}

static bool make_room(struct queue *queue)
{
    size_t wanted = queue->all.n + 1;
    return heap_reserve(&queue->all, 1) &&
           heap_reserve(&queue->visible, wanted - queue->visible.n) &&
           heap_reserve(&queue->hidden, wanted - queue->hidden.n);
}

bool queue_add(struct queue *queue, struct message *message, int64_t now)
{
    struct group *group = NULL;
    if (!make_room(queue))
        return false;
    if (queue->settings.fifo) {
        const json_t *name = json_object_get(message->content, "MessageGroupId");
        group = group_of(queue, json_is_string(name) ? json_string_value(name) : "");
    }
    if ((queue->settings.fifo && group == NULL) ||
        tsearch(message, &queue->by_rank, by_rank) == NULL)
        return false;
    message->queue = queue;
    message->place = (struct heap_node){.rank = message->rank};
    message->age = (struct heap_node){.key = message->sent_ms, .rank = message->rank};
    (void)heap_add(&queue->all, &message->age);
    if (group != NULL)
        group_append(group, message);
    enter_state(message, message->due_ms <= now  ? MESSAGE_VISIBLE
                         : message->receives > 0 ? MESSAGE_IN_FLIGHT
                                                 : MESSAGE_DELAYED);
    return true;
}

void queue_take_out(struct message *message)
{
    struct queue *queue = message->queue;
    leave_state(message);
    heap_remove(&queue->all, &message->age);
    tdelete(message, &queue->by_rank, by_rank);
    if (message->group != NULL)
        group_remove(queue, message);
    message->queue = NULL;
}

void queue_refresh(struct queue *queue, int64_t now,
                   void (*expire)(void *arg, struct message *message), void *arg)
{
    struct heap_node *node;
    while ((node = heap_first(&queue->all)) != NULL &&
           node->key + queue->settings.retention_ms <= now) {
        struct message *old = HEAP_ITEM(node, struct message, age);
        queue_take_out(old);
        expire(arg, old);
    }
    while ((node = heap_first(&queue->hidden)) != NULL && node->key <= now)
        queue_show(HEAP_ITEM(node, struct message, place));
}

/* ---- finding ---- */

struct message *queue_next(const struct queue *queue, const struct message *after)
{
    if (after != NULL && after->next != NULL && after->next->state == MESSAGE_VISIBLE)
        return after->next;
    struct heap_node *node = heap_first(&queue->visible);
    if (node == NULL)
        return NULL;
    return queue->settings.fifo ? HEAP_ITEM(node, struct group, turn)->first
                                : HEAP_ITEM(node, struct message, place);
}

struct message *queue_last(const struct queue *queue)
{
    const struct heap *visible = &queue->visible;
    return visible->n == 0 ? NULL
                           : HEAP_ITEM(visible->nodes[visible->n - 1], struct message, place);
}

struct message *queue_find(const struct queue *queue, uint64_t rank)
{
    struct message key = {.rank = rank};
    struct message *const *found = tfind(&key, &queue->by_rank, by_rank);
    return found == NULL ? NULL : *found;
}

struct message *queue_oldest(const struct queue *queue)
{
    struct heap_node *node = heap_first(&queue->all);
    return node == NULL ? NULL : HEAP_ITEM(node, struct message, age);
}

int64_t queue_next_due(const struct queue *queue)
{
    const struct heap_node *node = heap_first(&queue->hidden);
    return node == NULL ? INT64_MAX : node->key;
}
