/* SPDX-License-Identifier: Apache-2.0 */
/* ReceiveMessage, as far as long polls need it too. */
#ifndef SLRUN_SQS_RECEIVE_H
#define SLRUN_SQS_RECEIVE_H

#include "service.h"

/* Receives what is visible now, by the call's arguments. Returns the answer (a new reference), an
 * empty object if nothing could be received, or NULL with the fault filled. */
json_t *receive_now(struct call *call, struct queue *queue);

#endif
