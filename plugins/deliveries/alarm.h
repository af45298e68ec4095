/* SPDX-License-Identifier: Apache-2.0 */
/* What fires by the local cloud's clock, again and again: a rule or a schedule, by its ARN. */
#ifndef SLRUN_DELIVERIES_ALARM_H
#define SLRUN_DELIVERIES_ALARM_H

#include <jansson.h>
#include <slrun/cloud.h>

#include "deliveries/expression.h"

struct alarm;

struct alarms {
    const struct slrun_cloud *cloud;
    void *arg;
    /* It is due; the alarm has been set anew already. The last time it is called with `last`. */
    void (*fire)(void *arg, const char *arn, bool last);
    /* When it fires next (-1: never more), for the next start (alarm_order.due). */
    void (*remember)(void *arg, const char *arn, int64_t due_ms);
    struct alarm *all; /* NULL at first */
};

/* Strings are copied. */
struct alarm_order {
    const char *arn;
    const char *expression; /* that expression_read() takes */
    int64_t begin_ms;       /* not before; 0: at once */
    int64_t end_ms;         /* not behind; 0: never */
    const json_t *due;      /* as it was remembered before the start, or NULL: it is new */
};

/* Takes the place of that ARN's alarm, if there is one. */
void alarm_set(struct alarms *alarms, const struct alarm_order *order);
void alarm_stop(struct alarms *alarms, const char *arn);
void alarms_end(struct alarms *alarms);

#endif
