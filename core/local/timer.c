/* SPDX-License-Identifier: Apache-2.0 */
/* The local cloud's clock and its timers. */
#include "local/timer.h"

#include <stdlib.h>
#include <uv.h>

#include "base/clock.h"

enum { SLEEP_MAX_MS = 3600 * 1000 /* a later timer is looked at again in between */ };

struct slrun_timer {
    uv_timer_t uv;
    struct cloud *cloud;
    struct slrun_timer *prev, *next;
    int64_t due_ms;
    void (*fire)(void *arg);
    void *arg;
};

/* Counted from the start by the monotonic clock: setting the machine's clock moves no timer. */
int64_t timer_now_ms(const struct slrun_cloud *cloud)
{
    const struct cloud *c = (const struct cloud *)cloud;
    return c->wall_ms + (int64_t)((clock_mono_ns() - c->mono_ns) / 1000000);
}

static void on_timer(uv_timer_t *uv);

/* At least 1 ms: libuv 1.44 fires timers of 0 ms again within the same turn, and a service that
 * starts the next one each time would hold up everything. */
static void arm(struct slrun_timer *t)
{
    int64_t left = t->due_ms - timer_now_ms(&t->cloud->api);
    left = left < 1 ? 1 : left > SLEEP_MAX_MS ? SLEEP_MAX_MS : left;
    uv_update_time(t->uv.loop);
    uv_timer_start(&t->uv, on_timer, (uint64_t)left, 0);
}

static void on_closed(uv_handle_t *handle)
{
    free(handle->data);
}

void timer_stop(struct slrun_timer *timer)
{
    *(timer->prev ? &timer->prev->next : &timer->cloud->timers) = timer->next;
    if (timer->next)
        timer->next->prev = timer->prev;
    uv_close((uv_handle_t *)&timer->uv, on_closed);
}

static void on_timer(uv_timer_t *uv)
{
    struct slrun_timer *t = uv->data;
    if (timer_now_ms(&t->cloud->api) < t->due_ms) { /* libuv counts in whole milliseconds */
        arm(t);
        return;
    }
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
    if (!t)
        return NULL;
    t->cloud = c;
    t->due_ms = due_ms;
    t->fire = fire;
    t->arg = arg;
    t->next = c->timers;
    if (t->next)
        t->next->prev = t;
    c->timers = t;
    uv_timer_init(c->loop, &t->uv); /* cannot fail */
    t->uv.data = t;
    arm(t);
    return t;
}
