/* SPDX-License-Identifier: Apache-2.0 */
/* Deliveries to subscriptions, tried again as AWS does (Developer Guide, "Message delivery
 * retries"), and the dead-letter queues behind them. */
#ifndef SLRUN_SNS_DELIVERY_H
#define SLRUN_SNS_DELIVERY_H

#include "local/envelope.h"

/* To all subscriptions of the topic whose filter lets the message pass. Nothing is sent before the
 * next turn of the loop. */
void deliver_all(struct service *service, const char *topic, const json_t *message);
/* Asks an endpoint of http(s) to confirm; others are left alone. */
void deliver_confirmation(struct service *service, const char *arn, const json_t *subscription);
/* Begins one: `to` is "sqs", "lambda" or "http"; `args` of the operation (http: the body, a string)
 * and `rest`, what a dead-letter queue gets, are taken over. */
void delivery_start(const struct receiver *r, const char *to, json_t *args, json_t *rest);
/* First of all: takes up what was under way when the local cloud ended. */
void delivery_open(struct service *service);

#endif
