/* SPDX-License-Identifier: Apache-2.0 */
/* The local cloud's clock and its timers. */
#include "local/clock/timer.h"

#include <stdlib.h>

#include "net/alarm.h"

struct slrun_timer {
    struct alarm alarm; /* first */
    struct cloud *cloud;
    struct slrun_timer *prev, *next;
    void (*fire)(void *arg);
    void *arg;
};

/* Counted from the start by the monotonic clock: setting the machine's clock moves no timer. */
int64_t timer_now_ms(const struct slrun_cloud *cloud)
{
    const struct cloud *c = (const struct cloud *)cloud;
    return c->wall_ms + (int64_t)(alarms_now(c->clock) - c->began);
}

void timer_stop(struct slrun_timer *timer)
{
    struct cloud *c = timer->cloud;
    *(timer->prev ? &timer->prev->next : &c->timers) = timer->next;
    if (timer->next)
        timer->next->prev = timer->prev;
    alarm_stop(c->clock, &timer->alarm);
    alarms_take_back(c->clock);
    free(timer);
}

static void ring(struct alarm *alarm)
{
    struct slrun_timer *t = (struct slrun_timer *)alarm;
    void (*fire)(void *) = t->fire;
    void *arg = t->arg;
    timer_stop(t); /* gone before it fires */
    fire(arg);
}

struct slrun_timer *timer_start(const struct slrun_cloud *cloud, int64_t due_ms,
                                void (*fire)(void *arg), void *arg)
{
    struct cloud *c = (struct cloud *)cloud;
    struct slrun_timer *t = calloc(1, sizeof *t);
    if (!t || alarms_promise(c->clock)) {
        free(t);
        return NULL;
    }
    t->alarm.ring = ring;
    t->cloud = c;
    t->fire = fire;
    t->arg = arg;
    t->next = c->timers;
    if (t->next)
        t->next->prev = t;
    c->timers = t;
    alarm_set(c->clock, &t->alarm, c->began + (double)(due_ms - c->wall_ms));
    return t;
}
