/* SPDX-License-Identifier: Apache-2.0 */
/* Long polls: calls of ReceiveMessage that wait until a message is visible. */
#ifndef SLRUN_SQS_WAIT_H
#define SLRUN_SQS_WAIT_H

#include "service.h"

/* Parks the call at the queue for `seconds`. False: out of memory. */
bool wait_park(struct call *call, struct queue *queue, int64_t seconds);

/* Gives visible messages to the long polls of the queue, tells those who watch it of what is left,
 * and sets its timer for what is hidden. To be called whenever messages may have become visible. */
void wait_wake(struct service *service, struct queue *queue);
/* Messages were hidden: sets the timer, if somebody waits. */
void wait_received(struct service *service, struct queue *queue);

/* The queue is going: its long polls are answered as if nothing had come. */
void wait_end(struct service *service, struct queue *queue);

/* The service closes or is reset: long polls whose exchanges are over are dropped. */
void wait_drop(struct service *service, struct queue *queue);

#endif
