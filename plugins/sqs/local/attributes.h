/* SPDX-License-Identifier: Apache-2.0 */
/* Attributes of queues (API Reference, "CreateQueue", "SetQueueAttributes"): which there are, what
 * they may be, and what they mean. */
#ifndef SLRUN_SQS_ATTRIBUTES_H
#define SLRUN_SQS_ATTRIBUTES_H

#include "fault.h"
#include "queue.h"

/* Is there an attribute of that name, settable or not? */
bool attributes_known(const char *name);

/*
 * Checks attributes that are to be set, and brings them into the form in which they are kept.
 * Returns all that the queue then has (a new reference), or NULL with the fault filled. `queue` is
 * NULL for one that is to be created.
 */
json_t *attributes_merge(const struct queue *queue, const json_t *wanted, bool fifo,
                         struct fault *fault);

/* Gives the queue its attributes, which attributes_merge() made; the reference is taken over. */
void attributes_apply(struct queue *queue, json_t *attributes);

/* The value of any attribute as a new string, JSON's null if the queue does not have it, or NULL
 * without memory. */
json_t *attributes_value(const struct queue *queue, const char *name);

/* Calls each(arg, name) for every attribute. */
void attributes_each(void (*each)(void *arg, const char *name), void *arg);

#endif
