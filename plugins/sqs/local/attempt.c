/* SPDX-License-Identifier: Apache-2.0 */
/* Attempts to receive. jansson keeps the members of an object in the order in which they came. */
#include "attempt.h"

enum { ATTEMPTS_MAX = 10000 }; /* of one queue */

static int64_t made_at(const json_t *entry)
{
    return json_integer_value(json_object_get(entry, "at"));
}

/* Leaves room for one more. */
static void forget_old(struct queue *queue, int64_t now)
{
    void *oldest;
    while ((oldest = json_object_iter(queue->attempts)) != NULL &&
           (json_object_size(queue->attempts) >= ATTEMPTS_MAX ||
            made_at(json_object_iter_value(oldest)) + ATTEMPT_INTERVAL_MS <= now))
        json_object_del(queue->attempts, json_object_iter_key(oldest));
}

/* The message is as it was received: [its rank, the receipt's number, hidden until]. */
static struct message *unchanged(const struct queue *queue, const json_t *facts)
{
    uint64_t rank = (uint64_t)json_integer_value(json_array_get(facts, 0));
    uint64_t receipt = (uint64_t)json_integer_value(json_array_get(facts, 1));
    struct message *message = queue_find(queue, rank);
    return message != NULL && message->state == MESSAGE_IN_FLIGHT && message->receipt == receipt &&
                   message->due_ms == json_integer_value(json_array_get(facts, 2))
               ? message
               : NULL;
}

bool attempt_find(struct queue *queue, const char *id, int64_t now, struct taken *taken)
{
    forget_old(queue, now);
    const json_t *facts, *all = json_object_get(json_object_get(queue->attempts, id), "took");
    taken->n = 0;
    for (size_t i = 0; (facts = json_array_get(all, i)) != NULL && i < RECEIVE_MAX; i++) {
        struct message *message = unchanged(queue, facts);
        if (message == NULL) {
            taken->n = 0;
            return false;
        }
        taken->messages[taken->n++] = message;
    }
    return taken->n > 0;
}

void attempt_note(struct queue *queue, const char *id, int64_t now, const struct taken *taken)
{
    json_t *all = json_array();
    for (size_t i = 0; i < taken->n; i++) {
        const struct message *message = taken->messages[i];
        json_array_append_new(all,
                              json_pack("[I, I, I]", (json_int_t)message->rank,
                                        (json_int_t)message->receipt, (json_int_t)message->due_ms));
    }
    json_object_del(queue->attempts, id); /* so that it comes behind those that are older */
    json_object_set_new(queue->attempts, id,
                        json_pack("{s:I, s:o}", "at", (json_int_t)now, "took", all));
}
