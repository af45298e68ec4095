/* SPDX-License-Identifier: Apache-2.0 */
/* What the local cloud's page shows: queues and their messages. Nothing is received by that, and
 * nothing expires: what is due is only shown as it would be. */
#include "look.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "service.h"

static const char *const state_names[] = {"visible", "delayed", "in flight"};

static enum message_state state_at(const struct message *message, int64_t now)
{
    return message->due_ms <= now ? MESSAGE_VISIBLE : message->state;
}

static bool is_expired(const struct message *message, int64_t now)
{
    return message->sent_ms + message->queue->settings.retention_ms <= now;
}

/* ---- queues ---- */

static void count(const struct queue *queue, int64_t now, json_int_t counts[MESSAGE_STATES])
{
    for (size_t i = 0; i < MESSAGE_STATES; i++)
        counts[i] = (json_int_t)queue->count[i];
    for (size_t i = 0; i < queue->hidden.n; i++) {
        const struct message *message = HEAP_ITEM(queue->hidden.nodes[i], struct message, place);
        enum message_state state = state_at(message, now);
        counts[message->state]--;
        counts[state]++;
    }
}

/* "queue: 5 visible, 2 in flight"; without those that there are none of. */
static void box(const struct slrun_looks *looks, struct slrun_look *look, const struct queue *queue,
                const json_int_t counts[MESSAGE_STATES])
{
    static const enum message_state order[] = {MESSAGE_VISIBLE, MESSAGE_IN_FLIGHT, MESSAGE_DELAYED};
    const char *target = queue->settings.target, *between = ":";
    char says[128] = "queue";
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        size_t n = strlen(says);
        if (counts[order[i]] > 0) {
            (void)snprintf(says + n, sizeof says - n, "%s %lld %s", between,
                           (long long)counts[order[i]], state_names[order[i]]);
            between = ",";
        }
    }
    looks->box(look, &(struct slrun_look_box){.says = says,
                                              .to = target == NULL ? NULL : json_string(target)});
}

static void list_queues(void *state, struct slrun_look *look)
{
    const struct service *service = state;
    const struct slrun_looks *looks = service->cloud->looks;
    int64_t now = service_now(service);
    for (size_t i = 0; i < service->queues.n; i++) {
        const struct queue *queue = service_queue(service, i);
        json_int_t n[MESSAGE_STATES];
        int wanted = looks->want(look);
        if (wanted < 0)
            return;
        if (wanted) {
            count(queue, now, n);
            looks->row(look, queue->arn,
                       json_pack("[s I I I s? s s]", queue->name, n[MESSAGE_VISIBLE],
                                 n[MESSAGE_IN_FLIGHT], n[MESSAGE_DELAYED], queue->settings.target,
                                 queue->region, queue->account));
            box(looks, look, queue, n);
        }
    }
}

/* ---- messages ---- */

static int by_rank(const void *a, const void *b)
{
    const struct message *const *one = a, *const *other = b;
    return ((*one)->rank > (*other)->rank) - ((*one)->rank < (*other)->rank);
}

/* In the order in which they came; free() the array. */
static const struct message **sorted(const struct queue *queue)
{
    const struct message **messages = calloc(queue->all.n + 1, sizeof(*messages));
    for (size_t i = 0; messages != NULL && i < queue->all.n; i++)
        messages[i] = HEAP_ITEM(queue->all.nodes[i], struct message, age);
    if (messages != NULL)
        qsort(messages, queue->all.n, sizeof(*messages), by_rank);
    return messages;
}

static json_t *row_of(const struct message *message, int64_t now)
{
    enum message_state state = state_at(message, now);
    const json_t *content = message->content;
    return json_pack("[O? s I I I O? O? s]", json_object_get(content, "Body"), state_names[state],
                     (json_int_t)(state == MESSAGE_VISIBLE ? 0 : message->due_ms),
                     (json_int_t)message->receives, (json_int_t)message->sent_ms,
                     json_object_get(content, "MessageAttributes"),
                     json_object_get(content, "MessageGroupId"), message->id);
}

static void show_messages(const struct service *service, struct slrun_look *look,
                          const struct queue *queue)
{
    const struct slrun_looks *looks = service->cloud->looks;
    const struct message **messages = sorted(queue);
    int64_t now = service_now(service);
    looks->table(look, "Messages",
                 "body:log|state|until:time|receive count:number|sent:time|attributes|group|id",
                 NULL);
    for (size_t i = 0; messages != NULL && i < queue->all.n; i++) {
        int wanted = is_expired(messages[i], now) ? 0 : looks->want(look);
        if (wanted < 0)
            break;
        if (wanted)
            looks->row(look, NULL, row_of(messages[i], now));
    }
    free(messages);
}

static int show_queue(void *state, struct slrun_look *look, const char *arn)
{
    const struct service *service = state;
    const struct slrun_looks *looks = service->cloud->looks;
    size_t i = 0;
    while (i < service->queues.n && strcmp(service_queue(service, i)->arn, arn) != 0)
        i++;
    if (i == service->queues.n)
        return -1;
    const struct queue *queue = service_queue(service, i);
    looks->fact(look, "ARN", json_string(queue->arn));
    looks->fact(look, "attributes", json_incref(queue->attributes));
    looks->fact(look, "tags", json_incref(queue->tags));
    show_messages(service, look, queue);
    if (queue->settings.target != NULL)
        looks->see(look, "Dead-letter queue", "sqs/queues", queue->settings.target);
    return 0;
}

const struct slrun_look_kind sqs_looks[] = {
    {"queues", "Queues",
     "name|visible:number|in flight:number|delayed:number|dead letters go to|region|account",
     list_queues, show_queue},
    {NULL, NULL, NULL, NULL, NULL},
};
