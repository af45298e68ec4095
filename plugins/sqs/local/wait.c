/* SPDX-License-Identifier: Apache-2.0 */
/* Long polls and news. Each poll has a timer for its end; the queue has one for the next message
 * that is due. */
#include "wait.h"

#include <stdlib.h>

#include "receive.h"
#include "store.h"

struct waiter {
    struct call call; /* its args are owned */
    struct queue *queue;
    struct slrun_timer *timer;
    struct waiter *prev, *next;
};

/* Takes it off the queue's list and stops its timer; it is then to be freed. */
static void leave(struct waiter *waiter)
{
    struct queue *queue = waiter->queue;
    *(waiter->prev != NULL ? &waiter->prev->next : &queue->waiters) = waiter->next;
    *(waiter->next != NULL ? &waiter->next->prev : &queue->last_waiter) = waiter->prev;
    if (waiter->timer != NULL)
        waiter->call.service->cloud->timer_stop(waiter->timer);
}

static void waiter_free(struct waiter *waiter)
{
    json_decref(waiter->call.args);
    free(waiter);
}

static void set_timer(struct service *service, struct queue *queue);

static void finish(struct waiter *waiter, json_t *result)
{
    struct service *service = waiter->call.service;
    struct queue *queue = waiter->queue;
    leave(waiter);
    call_answer(&waiter->call, result);
    waiter_free(waiter);
    set_timer(service, queue);
}

/* ---- events ---- */

static void on_end(void *arg)
{
    struct waiter *waiter = arg;
    waiter->timer = NULL;
    finish(waiter, json_object());
}

/* No message was taken for it yet, so nothing has to go back. */
static void on_gone(struct slrun_exchange *exchange)
{
    struct waiter *waiter = exchange->service;
    struct service *service = waiter->call.service;
    struct queue *queue = waiter->queue;
    leave(waiter);
    waiter_free(waiter);
    set_timer(service, queue);
}

struct due {
    struct service *service;
    struct queue *queue;
};

static void on_due(void *arg)
{
    struct due due = *(struct due *)arg;
    free(arg);
    due.queue->timer = NULL;
    due.queue->timer_arg = NULL;
    service_refresh(due.service, due.queue, service_now(due.service));
    wait_wake(due.service, due.queue);
    store_commit(due.service->store);
}

/* ---- */

static void clear_timer(struct service *service, struct queue *queue)
{
    if (queue->timer != NULL) {
        service->cloud->timer_stop(queue->timer);
        queue->timer = NULL;
    }
    free(queue->timer_arg);
    queue->timer_arg = NULL;
}

/* Where nobody waits nobody has to know when a message is due: requests look for themselves. */
static void set_timer(struct service *service, struct queue *queue)
{
    const struct slrun_cloud *cloud = service->cloud;
    bool awaited = queue->waiters != NULL || cloud->watched(cloud, queue->arn);
    int64_t due_ms = awaited ? queue_next_due(queue) : INT64_MAX;
    if (queue->timer != NULL && queue->timer_ms == due_ms)
        return;
    clear_timer(service, queue);
    struct due *due = due_ms == INT64_MAX ? NULL : malloc(sizeof *due);
    if (due == NULL)
        return;
    *due = (struct due){service, queue};
    queue->timer_arg = due;
    queue->timer_ms = due_ms;
    queue->timer = service->cloud->timer_start(service->cloud, due_ms, on_due, due);
    if (queue->timer == NULL) {
        free(due);
        queue->timer_arg = NULL;
    }
}

bool wait_park(struct call *call, struct queue *queue, int64_t seconds)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    struct waiter *waiter = calloc(1, sizeof *waiter);
    if (waiter == NULL)
        return false;
    waiter->timer = cloud->timer_start(cloud, call->now + seconds * 1000, on_end, waiter);
    if (waiter->timer == NULL) {
        free(waiter);
        return false;
    }
    waiter->call = *call;
    json_incref(call->args);
    waiter->queue = queue;
    waiter->prev = queue->last_waiter;
    *(waiter->prev != NULL ? &waiter->prev->next : &queue->waiters) = waiter;
    queue->last_waiter = waiter;
    call->exchange->service = waiter;
    cloud->on_gone(call->exchange, on_gone);
    call->parked = true;
    set_timer(call->service, queue);
    return true;
}

void wait_wake(struct service *service, struct queue *queue)
{
    while (queue->waiters != NULL && queue_next(queue, NULL) != NULL) {
        struct waiter *waiter = queue->waiters;
        waiter->call.now = service_now(service);
        json_t *result = receive_now(&waiter->call, queue);
        if (result == NULL)
            finish(waiter, NULL);
        else if (json_object_size(result) > 0)
            finish(waiter, result);
        else /* all that was visible went to the dead-letter queue */
            json_decref(result);
    }
    if (queue_next(queue, NULL) != NULL)
        service->cloud->notify(service->cloud, queue->arn);
    set_timer(service, queue);
}

void wait_received(struct service *service, struct queue *queue)
{
    set_timer(service, queue);
}

void wait_end(struct service *service, struct queue *queue)
{
    while (queue->waiters != NULL)
        finish(queue->waiters, json_object());
    clear_timer(service, queue);
}

void wait_drop(struct service *service, struct queue *queue)
{
    while (queue->waiters != NULL) {
        struct waiter *waiter = queue->waiters;
        leave(waiter);
        waiter_free(waiter);
    }
    clear_timer(service, queue);
}
