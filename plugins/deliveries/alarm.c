/* SPDX-License-Identifier: Apache-2.0 */
#include "deliveries/alarm.h"

#include <stdlib.h>
#include <string.h>

struct alarm {
    struct alarm *next;
    struct alarms *alarms;
    char *arn;
    int64_t due_ms, begin_ms, end_ms;
    struct expression expression;
    struct slrun_timer *timer;
};

static void alarm_free(struct alarm *alarm)
{
    struct alarm **at = &alarm->alarms->all;
    while (*at != alarm)
        at = &(*at)->next;
    *at = alarm->next;
    if (alarm->timer)
        alarm->alarms->cloud->timer_stop(alarm->timer);
    free(alarm->arn);
    free(alarm);
}

static void fire(void *arg);

/* Until then (-1: never more). True: it waits. */
static bool wait(struct alarm *alarm, int64_t due_ms)
{
    const struct alarms *alarms = alarm->alarms;
    if (alarm->end_ms && due_ms > alarm->end_ms)
        due_ms = -1;
    alarm->due_ms = due_ms;
    alarms->remember(alarms->arg, alarm->arn, due_ms);
    if (due_ms >= 0)
        alarm->timer = alarms->cloud->timer_start(alarms->cloud, due_ms, fire, alarm);
    if (alarm->timer)
        return true;
    alarm_free(alarm);
    return false;
}

static void fire(void *arg)
{
    struct alarm *alarm = arg;
    const struct alarms *alarms = alarm->alarms;
    char *arn = strdup(alarm->arn);
    alarm->timer = NULL;
    bool more = wait(alarm, expression_next(&alarm->expression, alarm->due_ms));
    if (arn)
        alarms->fire(alarms->arg, arn, !more);
    free(arn);
}

static struct alarm *find(const struct alarms *alarms, const char *arn)
{
    struct alarm *alarm = alarms->all;
    while (alarm && strcmp(alarm->arn, arn) != 0)
        alarm = alarm->next;
    return alarm;
}

void alarm_stop(struct alarms *alarms, const char *arn)
{
    struct alarm *alarm = find(alarms, arn);
    if (alarm)
        alarm_free(alarm);
}

/* The first time, which for a rate may be the beginning itself. */
static int64_t first_ms(const struct alarm *alarm, int64_t now_ms)
{
    bool rate = alarm->expression.kind == EXPRESSION_RATE;
    if (alarm->begin_ms <= now_ms)
        return expression_next(&alarm->expression, now_ms);
    return rate ? alarm->begin_ms : expression_next(&alarm->expression, alarm->begin_ms - 1);
}

void alarm_set(struct alarms *alarms, const struct alarm_order *order)
{
    int64_t now_ms = alarms->cloud->now_ms(alarms->cloud);
    alarm_stop(alarms, order->arn);
    struct alarm *alarm = calloc(1, sizeof *alarm);
    char *arn = alarm ? strdup(order->arn) : NULL;
    if (!arn) {
        free(alarm);
        return;
    }
    *alarm = (struct alarm){.next = alarms->all,
                            .alarms = alarms,
                            .arn = arn,
                            .begin_ms = order->begin_ms,
                            .end_ms = order->end_ms};
    alarms->all = alarm;
    if (!expression_read(order->expression, true, &alarm->expression)) /* it was checked */
        alarm_free(alarm);
    else
        (void)wait(alarm, order->due ? expression_resume(&alarm->expression,
                                                         json_integer_value(order->due), now_ms)
                                     : first_ms(alarm, now_ms));
}

void alarms_end(struct alarms *alarms)
{
    while (alarms->all)
        alarm_free(alarms->all);
}
