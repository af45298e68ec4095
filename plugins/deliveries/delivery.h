/* SPDX-License-Identifier: Apache-2.0 */
/* Deliveries to targets of rules and schedules, tried again as their retry policies say, and the
 * dead-letter queues behind them (EventBridge User Guide, "How EventBridge retries delivering
 * events"; EventBridge Scheduler User Guide, "Configuring a dead-letter queue"). */
#ifndef SLRUN_DELIVERIES_DELIVERY_H
#define SLRUN_DELIVERIES_DELIVERY_H

#include <stdbool.h>

#include <jansson.h>
#include <slrun/cloud.h>

#include "deliveries/destination.h"
#include "deliveries/transit.h"

/* Who delivers. */
struct deliverer {
    const struct slrun_cloud *cloud;
    const char *service;      /* the plugin: "events" */
    const char *principal;    /* "events.amazonaws.com" */
    const char *origin;       /* of dead letters, the attribute with the rule's ARN: "RULE_ARN" */
    bool role_for_dead;       /* dead letters are sent with the target's role, too */
    struct transits transits; /* `kept` says where what is under way is kept */
    struct destinations destinations;
};

struct delivery_order {
    const json_t *from;   /* the rule or schedule: "Name", "Arn" */
    const json_t *target; /* "Arn", "RoleArn", "RetryPolicy", "DeadLetterConfig", parameters */
    const json_t *event;
    const char *text; /* what the target gets */
};

/* Whether there is a way to what an ARN names. */
bool delivery_reaches(const char *arn);
/* Copies are taken. Nothing is sent before the next turn of the loop. */
void deliver(struct deliverer *deliverer, const struct delivery_order *order);
/* First of all: takes up what was under way when the local cloud ended. */
void deliverer_open(struct deliverer *deliverer);
/* Ends all that is under way; what is kept stays so. */
void deliverer_end(struct deliverer *deliverer);

#endif
