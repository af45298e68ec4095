/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Deduplication of FIFO queues (Developer Guide, "Exactly-once processing"): within five minutes a
 * deduplication id is accepted again, but the message is not sent again.
 */
#ifndef SLRUN_SQS_DEDUP_H
#define SLRUN_SQS_DEDUP_H

#include "queue.h"

struct slrun_store;

enum { DEDUP_INTERVAL_MS = 5 * 60 * 1000 };

/* The key of a message: its deduplication id, with the group where the queue counts by groups.
 * malloc's; NULL: out of memory. */
char *dedup_key(const struct queue *queue, const char *group, const char *id);

/* What was sent under the key lately, {"id", "sequence", "at"} (borrowed), or NULL. Forgets what is
 * older than the interval. */
const json_t *dedup_find(struct queue *queue, const char *key, int64_t now);

/* Forgets all, as PurgeQueue does. */
void dedup_clear(struct slrun_store *store, struct queue *queue);

/* Remembers a message. */
bool dedup_add(struct queue *queue, const char *key, const struct message *message);

#endif
