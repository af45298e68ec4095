/* SPDX-License-Identifier: Apache-2.0 */
/* Receipt handles: they name a queue, a message in it and one receive of that. */
#ifndef SLRUN_SQS_HANDLE_H
#define SLRUN_SQS_HANDLE_H

#include "fault.h"
#include "queue.h"

/* The handle of the message's latest receive, a new string; NULL: out of memory. */
json_t *handle_new(const struct message *message);

/* The message that a handle names; NULL without a fault: it is gone; with one: the handle is none
 * of this queue. `latest`: whether it is of the last receive. */
struct message *handle_find(const struct queue *queue, const char *handle, bool *latest,
                            struct fault *fault);

#endif
