/* SPDX-License-Identifier: Apache-2.0 */
/* Alarms: a heap of them in the order of their times, and one timer for the first. */
#include "net/alarm.h"

#include <math.h>
#include <stdlib.h>
#include <uv.h>

#include "base/clock.h"

enum {
    ROOM = 64,                  /* at first */
    SLEEP_MAX_MS = 3600 * 1000, /* a later alarm is looked at again in between */
};

struct alarms {
    uv_loop_t *loop;
    uv_timer_t timer;
    uv_idle_t soon; /* something is due: libuv would run a timer of 0 ms within the same turn */
    int open;       /* handles of the two */
    struct alarm **heap;
    size_t n, room, promised;
    uint64_t order;
    double jumped;
    double armed; /* what the timer runs for */
    double turn;  /* time of the turn in which alarms ring now; else -INFINITY */
};

/* ---- the heap ---- */

static bool is_before(const struct alarm *a, const struct alarm *b)
{
    return a->due < b->due || (a->due <= b->due && a->order < b->order);
}

static void put(struct alarms *a, size_t i, struct alarm *alarm)
{
    a->heap[i] = alarm;
    alarm->at = i + 1;
}

static void rise(struct alarms *a, size_t i, struct alarm *alarm)
{
    for (; i > 0 && is_before(alarm, a->heap[(i - 1) / 2]); i = (i - 1) / 2)
        put(a, i, a->heap[(i - 1) / 2]);
    put(a, i, alarm);
}

static void sink(struct alarms *a, size_t i, struct alarm *alarm)
{
    for (size_t child; (child = 2 * i + 1) < a->n; i = child) {
        if (child + 1 < a->n && is_before(a->heap[child + 1], a->heap[child]))
            child++;
        if (!is_before(a->heap[child], alarm))
            break;
        put(a, i, a->heap[child]);
    }
    put(a, i, alarm);
}

static void take_out(struct alarms *a, struct alarm *alarm)
{
    size_t i = alarm->at - 1;
    struct alarm *last = a->heap[--a->n];
    alarm->at = 0;
    if (last == alarm)
        return;
    if (i > 0 && is_before(last, a->heap[(i - 1) / 2]))
        rise(a, i, last);
    else
        sink(a, i, last);
}

/* The last time up to `until` below place i, or `found`. As deep as the heap is high. */
static double latest(const struct alarms *a, size_t i, double until, double found)
{
    if (i >= a->n || a->heap[i]->due > until)
        return found;
    found = fmax(found, a->heap[i]->due);
    return latest(a, 2 * i + 2, until, latest(a, 2 * i + 1, until, found));
}

/* ---- the timer ---- */

static void on_timer(uv_timer_t *timer);
static void on_soon(uv_idle_t *soon);

/* A timer that runs for one that has been stopped comes for nothing, and does no harm. */
static void arm(struct alarms *a)
{
    if (a->turn > -INFINITY)
        return; /* when all of this turn have rung */
    if (a->n == 0) {
        uv_timer_stop(&a->timer);
        uv_idle_stop(&a->soon);
        return;
    }
    double due = a->heap[0]->due;
    if (due <= alarms_now(a)) {
        uv_idle_start(&a->soon, on_soon);
        return;
    }
    if (uv_is_active((uv_handle_t *)&a->timer) && a->armed <= due)
        return;
    uv_update_time(a->loop);
    double left = ceil(due - a->jumped) - (double)uv_now(a->loop); /* never before it is due */
    a->armed = due;
    uv_timer_start(&a->timer, on_timer, (uint64_t)fmin(fmax(left, 1), SLEEP_MAX_MS), 0);
}

/* What is set meanwhile waits for a later turn: others get theirs in between. */
static void ring(struct alarms *a)
{
    double now = alarms_now(a);
    a->turn = now;
    while (a->n > 0 && a->heap[0]->due <= now) {
        struct alarm *alarm = a->heap[0];
        take_out(a, alarm);
        alarm->ring(alarm);
    }
    a->turn = -INFINITY;
    arm(a);
}

static void on_timer(uv_timer_t *timer)
{
    ring(timer->data);
}

static void on_soon(uv_idle_t *soon)
{
    uv_idle_stop(soon);
    ring(soon->data);
}

/* ---- */

struct alarms *alarms_new(struct uv_loop_s *loop)
{
    struct alarms *a = calloc(1, sizeof *a);
    if (!a)
        return NULL;
    a->loop = loop;
    a->turn = -INFINITY;
    a->open = 2;
    uv_timer_init(loop, &a->timer); /* neither can fail */
    uv_idle_init(loop, &a->soon);
    a->timer.data = a->soon.data = a;
    return a;
}

static void on_closed(uv_handle_t *handle)
{
    struct alarms *a = handle->data;
    if (--a->open)
        return;
    free(a->heap);
    free(a);
}

void alarms_free(struct alarms *alarms)
{
    if (!alarms)
        return;
    while (alarms->n > 0)
        take_out(alarms, alarms->heap[alarms->n - 1]);
    uv_close((uv_handle_t *)&alarms->timer, on_closed);
    uv_close((uv_handle_t *)&alarms->soon, on_closed);
}

double alarms_now(const struct alarms *alarms)
{
    return (double)clock_mono_ns() / 1e6 + alarms->jumped;
}

int alarms_promise(struct alarms *a)
{
    if (a->promised == a->room) {
        size_t room = a->room ? 2 * a->room : ROOM;
        struct alarm **heap = realloc(a->heap, room * sizeof *heap);
        if (!heap)
            return -1;
        a->heap = heap;
        a->room = room;
    }
    a->promised++;
    return 0;
}

void alarms_take_back(struct alarms *alarms)
{
    alarms->promised--;
}

void alarm_set(struct alarms *a, struct alarm *alarm, double due)
{
    if (alarm->at)
        take_out(a, alarm);
    alarm->due = due <= a->turn ? nextafter(a->turn, INFINITY) : due;
    alarm->order = a->order++;
    rise(a, a->n++, alarm);
    if (alarm->at == 1)
        arm(a);
}

void alarm_stop(struct alarms *a, struct alarm *alarm)
{
    if (!alarm->at)
        return;
    take_out(a, alarm);
    if (a->n == 0)
        arm(a);
}

bool alarm_is_set(const struct alarm *alarm)
{
    return alarm->at != 0;
}

double alarms_next(const struct alarms *a, double within)
{
    if (a->n == 0)
        return INFINITY;
    double next = a->heap[0]->due;
    return latest(a, 0, next + within, next);
}

void alarms_jump(struct alarms *alarms, double ms)
{
    alarms->jumped += ms;
    uv_timer_stop(&alarms->timer);
    arm(alarms);
}

double alarms_jumped(const struct alarms *alarms)
{
    return alarms->jumped;
}
