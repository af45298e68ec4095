/* SPDX-License-Identifier: Apache-2.0 */
/* Queues of calls, linked through the calls themselves: nothing is allocated, removal is O(1). */
#ifndef SLRUN_NET_HTTP_QUEUE_H
#define SLRUN_NET_HTTP_QUEUE_H

#include "net/client/http_client.h"

struct http_queue {
    struct http_call *first, *last;
    size_t n;
};

void http_queue_push(struct http_queue *queue, struct http_call *call);
/* Back to the front, among others of the kind by their `order`: for a call whose turn had come but
 * that could not be sent. */
void http_queue_put_back(struct http_queue *queue, struct http_call *call);
/* The first, taken out; NULL when there is none. */
struct http_call *http_queue_pop(struct http_queue *queue);
/* `call` must be in this queue. */
void http_queue_remove(struct http_queue *queue, struct http_call *call);

#endif
