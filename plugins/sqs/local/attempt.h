/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Attempts to receive from FIFO queues (API Reference, "ReceiveMessage", ReceiveRequestAttemptId):
 * for five minutes the same id gets the same messages with the same receipt handles, hidden anew,
 * unless one of them was deleted, shown or hidden otherwise since. They live in memory only.
 */
#ifndef SLRUN_SQS_ATTEMPT_H
#define SLRUN_SQS_ATTEMPT_H

#include "queue.h"

enum { RECEIVE_MAX = 10, ATTEMPT_INTERVAL_MS = 5 * 60 * 1000 };

/* What one request takes out of a queue. */
struct taken {
    struct message *messages[RECEIVE_MAX];
    size_t n;
};

/* Fills `taken` with what the attempt has received. False: with nothing. */
bool attempt_find(struct queue *queue, const char *id, int64_t now, struct taken *taken);

/* Remembers what it has received, once the messages are hidden. */
void attempt_note(struct queue *queue, const char *id, int64_t now, const struct taken *taken);

#endif
