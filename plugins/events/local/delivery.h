/* SPDX-License-Identifier: Apache-2.0 */
/* Deliveries to targets, tried again as their retry policies say, and the dead-letter queues behind
 * them (User Guide, "How EventBridge retries delivering events"). */
#ifndef SLRUN_EVENTS_DELIVERY_H
#define SLRUN_EVENTS_DELIVERY_H

#include "local/service.h"

/* Whether there is a way to what an ARN names. */
bool delivery_reaches(const char *arn);
/* Delivers an event to a target of a rule. Nothing is sent before the next turn of the loop. */
void deliver(struct service *service, const json_t *rule, const json_t *target,
             const json_t *event);
/* Takes up what was under way when the local cloud ended. */
void delivery_take_up(struct service *service);
/* Ends what is under way; what is kept stays so. */
void delivery_end_all(struct service *service);

#endif
