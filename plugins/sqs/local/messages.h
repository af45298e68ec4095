/* SPDX-License-Identifier: Apache-2.0 */
/* Deleting messages and changing their visibility, alone or as entries of a batch. */
#ifndef SLRUN_SQS_MESSAGES_H
#define SLRUN_SQS_MESSAGES_H

#include "service.h"

/* Deletes the message with the ReceiptHandle in `args`; one that is gone is no error. */
bool messages_delete(struct call *call, struct queue *queue, const json_t *args,
                     struct fault *fault);

/* Hides the message with the ReceiptHandle in `args` for its VisibilityTimeout from now. */
bool messages_set_visibility(struct call *call, struct queue *queue, const json_t *args,
                             struct fault *fault);

#endif
