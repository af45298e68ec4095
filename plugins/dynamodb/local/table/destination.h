/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Streams of Amazon Kinesis that changes of a table go to (Developer Guide, "Using Kinesis Data
 * Streams to capture changes to DynamoDB"). The destinations stand in the table's definition; what
 * is to be sent lies in the store, written together with the change, until Kinesis has taken it.
 */
#ifndef SLRUN_DYNAMODB_DESTINATION_H
#define SLRUN_DYNAMODB_DESTINATION_H

#include "item/write.h"
#include "service.h"

/* The ARN of the stream that the table's changes go to, borrowed, NULL: none; *micro: its records
 * tell microseconds. */
const char *destination_of(const json_t *definition, bool *micro);

/* Asks Kinesis for the stream that EnableKinesisStreamingDestination names, and then calls
 * answer() with whether it is there. False: it cannot be asked; answer() is not called. */
bool destination_ask(struct service *service, struct slrun_exchange *x,
                     void (*answer)(struct service *service, struct slrun_exchange *x, bool found));

/* Keeps a record of the change for the table's stream. False when the store fails. */
bool destination_record(const struct write *write);

/* ---- delivery.c ---- */

/* Sends what waits, if nothing is under way. */
void delivery_go(struct service *service);

/* When the service opens: goes on with what waits, a little later. */
void delivery_start(struct service *service);

/* Ends what is under way; what waits stays in the store. */
void delivery_stop(struct service *service);

#endif
