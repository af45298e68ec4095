/* SPDX-License-Identifier: Apache-2.0 */
/* Subscription and metric filters of log groups. */
#ifndef SLRUN_LOGS_FILTER_H
#define SLRUN_LOGS_FILTER_H

#include "local/service.h"

#define SUBSCRIPTION "subscription"

/* A group is gone, and its filters with it. */
void filters_forget(struct slrun_json_call *call, const char *group);

/* How many metric filters a group has. */
int metrics_of(const struct slrun_json_call *call, const char *group);
/* Calls each() for the subscription filters of a group. */
void subscriptions_each(const struct slrun_json_call *call, const char *group,
                        void (*each)(void *arg, const json_t *filter), void *arg);

/* ---- subscription.c ---- */

/* Hands what was put into a stream to the group's subscription filters: events from `first` on,
 * before `end`; `group` is its name. */
void subscriptions_send(const struct slrun_json_call *call, const char *group, size_t first,
                        size_t end);
/* Whether there is a way to what an ARN names. */
bool subscription_reaches(const char *arn);

#endif
