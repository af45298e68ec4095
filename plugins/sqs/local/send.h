/* SPDX-License-Identifier: Apache-2.0 */
/* Sending one message, alone or as an entry of a batch. */
#ifndef SLRUN_SQS_SEND_H
#define SLRUN_SQS_SEND_H

#include "service.h"

/* Checks the members of SendMessage, or of a batch's entry, in `args`. */
bool send_check(const struct queue *queue, const json_t *args, struct fault *fault);

/* Sends what has been checked. The answer (a new reference), or NULL with the fault filled. */
json_t *send_now(struct call *call, struct queue *queue, const json_t *args);

#endif
