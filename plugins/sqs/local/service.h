/* SPDX-License-Identifier: Apache-2.0 */
/* The service's state, one call of an operation, and what an operation is. */
#ifndef SLRUN_SQS_SERVICE_H
#define SLRUN_SQS_SERVICE_H

#include <slrun/local.h>
#include <slrun/shape.h>
#include <slrun/sorted.h>

#include "fault.h"
#include "queue.h"

struct task;

struct service {
    const struct slrun_cloud *cloud;
    struct slrun_store *store;  /* NULL: nothing is kept */
    struct slrun_sorted queues; /* of struct queue, by account, region and name */
    uint64_t rank;              /* of the message that came last */
    struct task *tasks;         /* message move tasks, the latest first; see move.c */
};

/* The queue at that place, below service->queues.n. */
static inline struct queue *service_queue(const struct service *service, size_t i)
{
    return service->queues.all[i];
}

/* One request. `args` has been checked against the operation's parameters. An operation returns
 * its answer (a new reference; JSON's null: nothing), or NULL with `fault` filled, or NULL with
 * `parked` set: it has kept the exchange and will answer later. */
struct call {
    struct service *service;
    struct slrun_exchange *exchange;
    const struct operation *operation;
    json_t *args;
    int64_t now;
    bool query; /* the older protocol: form in, XML out */
    bool parked;
    struct fault fault;
};

struct operation {
    const char *name;
    const struct slrun_param *params;
    const struct slrun_param *result;
    json_t *(*run)(struct call *call);
};

/* The operations, each in the file of its subject. */
json_t *op_add_permission(struct call *call);
json_t *op_cancel_message_move_task(struct call *call);
json_t *op_change_message_visibility(struct call *call);
json_t *op_change_message_visibility_batch(struct call *call);
json_t *op_create_queue(struct call *call);
json_t *op_delete_message(struct call *call);
json_t *op_delete_message_batch(struct call *call);
json_t *op_delete_queue(struct call *call);
json_t *op_get_queue_attributes(struct call *call);
json_t *op_get_queue_url(struct call *call);
json_t *op_list_dead_letter_source_queues(struct call *call);
json_t *op_list_message_move_tasks(struct call *call);
json_t *op_list_queue_tags(struct call *call);
json_t *op_list_queues(struct call *call);
json_t *op_purge_queue(struct call *call);
json_t *op_receive_message(struct call *call);
json_t *op_remove_permission(struct call *call);
json_t *op_send_message(struct call *call);
json_t *op_send_message_batch(struct call *call);
json_t *op_set_queue_attributes(struct call *call);
json_t *op_start_message_move_task(struct call *call);
json_t *op_tag_queue(struct call *call);
json_t *op_untag_queue(struct call *call);

/* The string argument `name`, or NULL; the integer argument, or the given default. */
const char *call_string(const struct call *call, const char *name);
int64_t call_integer(const struct call *call, const char *name, int64_t otherwise);

/* The queue that QueueUrl names (a URL or the bare name, as AWS accepts), refreshed; NULL with the
 * fault filled. */
struct queue *call_queue(struct call *call);

/* The URL of a queue, below the address that the request was sent to (a new reference). */
json_t *call_url(const struct call *call, const struct queue *queue);

/* Answers a call: `result` (taken over), or its fault where that is NULL. */
void call_answer(struct call *call, json_t *result);

/* ---- queues (queues.c) ---- */

struct queue *service_find(const struct service *service, const char *account, const char *region,
                           const char *name);
struct queue *service_find_arn(const struct service *service, const char *arn);
bool service_add(struct service *service, struct queue *queue); /* takes it over, if true */
/* Takes the queue out of the list, answers its long polls, frees it. */
void service_remove(struct service *service, struct queue *queue);
/* Shows what is due and drops what is too old. */
void service_refresh(struct service *service, struct queue *queue, int64_t now);

int64_t service_now(const struct service *service);

/* Takes the message out of its queue and forgets it. */
void service_delete(struct service *service, struct message *message);
/* Moves the message to another queue, where it is visible, and wakes the long polls there.
 * `source`: the ARN of the queue whose dead-letter queue `to` is; NULL: it is sent anew by a move
 * task. Out of memory it stays; a duplicate of what a FIFO queue has is gone. */
enum moved { MOVED_NOT, MOVED_DUPLICATE, MOVED };
enum moved service_move(struct service *service, struct message *message, struct queue *to,
                        const char *source);

#endif
