/* SPDX-License-Identifier: Apache-2.0 */
/* Subscriptions of topics. */
#ifndef SLRUN_SNS_SUBSCRIPTION_H
#define SLRUN_SNS_SUBSCRIPTION_H

#include "local/service.h"

/* All of a topic go. */
void subscriptions_remove(struct service *service, const char *topic);
/* How many of a topic are confirmed; *pending: how many are not. */
size_t subscriptions_count(const struct service *service, const char *topic, size_t *pending);

/* ---- endpoint.c ---- */

/* Whether an endpoint can be subscribed by that protocol. False after call_fail(). */
bool endpoint_check(struct call *call, const char *protocol, const char *endpoint);
/* Whether who has the endpoint must say so first. */
bool endpoint_confirms(const char *protocol);

#endif
