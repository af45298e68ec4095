/* SPDX-License-Identifier: Apache-2.0 */
/* Queues of calls. */
#include "net/client/http_queue.h"

/* Between `prev` and the one behind it; `prev` NULL: in front. */
static void insert(struct http_queue *queue, struct http_call *prev, struct http_call *call)
{
    struct http_call *next = prev ? prev->next : queue->first;
    call->prev = prev;
    call->next = next;
    *(prev ? &prev->next : &queue->first) = call;
    *(next ? &next->prev : &queue->last) = call;
    queue->n++;
}

void http_queue_push(struct http_queue *queue, struct http_call *call)
{
    insert(queue, queue->last, call);
}

void http_queue_put_back(struct http_queue *queue, struct http_call *call)
{
    struct http_call *prev = NULL;
    for (struct http_call *c = queue->first; c && c->order < call->order; c = c->next)
        prev = c;
    insert(queue, prev, call);
}

struct http_call *http_queue_pop(struct http_queue *queue)
{
    struct http_call *call = queue->first;
    if (call)
        http_queue_remove(queue, call);
    return call;
}

void http_queue_remove(struct http_queue *queue, struct http_call *call)
{
    if (call->prev)
        call->prev->next = call->next;
    else
        queue->first = call->next;
    if (call->next)
        call->next->prev = call->prev;
    else
        queue->last = call->prev;
    call->prev = call->next = NULL;
    queue->n--;
}
