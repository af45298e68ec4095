/* SPDX-License-Identifier: Apache-2.0 */
/* A clock that is set by hand, its timers, and news that are told as it goes on. */
#include "cloud_inside.h"

#include <stdlib.h>
#include <string.h>

/* ---- clock ---- */

struct slrun_timer {
    struct cloud *cloud;
    struct slrun_timer *next;
    int64_t due_ms;
    void (*fire)(void *arg);
    void *arg;
};

static int64_t now_ms(const struct slrun_cloud *base)
{
    return cloud_of(base)->now_ms;
}

static struct slrun_timer *timer_start(const struct slrun_cloud *base, int64_t due_ms,
                                       void (*fire)(void *arg), void *arg)
{
    struct cloud *cloud = cloud_of(base);
    struct slrun_timer *timer = malloc(sizeof *timer);
    assert_non_null(timer);
    *timer = (struct slrun_timer){cloud, cloud->timers, due_ms, fire, arg};
    cloud->timers = timer;
    return timer;
}

static void timer_stop(struct slrun_timer *timer)
{
    struct slrun_timer **at = &timer->cloud->timers;
    while (*at != timer) {
        assert_non_null(*at);
        at = &(*at)->next;
    }
    *at = timer->next;
    free(timer);
}

/* What is due first until then, or NULL. */
static struct slrun_timer *first_due(const struct cloud *cloud, int64_t until_ms)
{
    struct slrun_timer *first = NULL;
    for (struct slrun_timer *t = cloud->timers; t; t = t->next)
        if (t->due_ms <= until_ms && (!first || t->due_ms < first->due_ms))
            first = t;
    return first;
}

static void tell_news(const struct cloud *cloud);

void cloud_advance(struct cloud *cloud, int64_t ms)
{
    int64_t end = cloud->now_ms + ms;
    tell_news(cloud);
    for (struct slrun_timer *t; (t = first_due(cloud, end));) {
        struct slrun_timer timer = *t;
        timer_stop(t); /* gone before it fires */
        cloud->now_ms = timer.due_ms > cloud->now_ms ? timer.due_ms : cloud->now_ms;
        timer.fire(timer.arg);
        tell_news(cloud);
    }
    cloud->now_ms = end;
}

/* ---- news ---- */

struct slrun_watch {
    struct cloud *cloud;
    struct slrun_watch *next;
    char *arn;
    void (*fire)(void *arg);
    void *arg;
    bool told; /* there is news that it has not heard */
};

static int watched(const struct slrun_cloud *base, const char *arn)
{
    const char *watch = cloud_of(base)->watch;
    return watch && strcmp(watch, arn) == 0;
}

static void notify(const struct slrun_cloud *base, const char *arn)
{
    if (watched(base, arn))
        cloud_of(base)->news++;
    for (struct slrun_watch *w = cloud_of(base)->watches; w; w = w->next)
        w->told |= !strcmp(w->arn, arn);
}

static struct slrun_watch *watch_start(const struct slrun_cloud *base, const char *arn,
                                       void (*fire)(void *arg), void *arg)
{
    struct cloud *cloud = cloud_of(base);
    struct slrun_watch *w = malloc(sizeof *w);
    assert_non_null(w);
    *w = (struct slrun_watch){cloud, cloud->watches, strdup(arn), fire, arg, false};
    cloud->watches = w;
    return w;
}

static void watch_stop(struct slrun_watch *watch)
{
    struct slrun_watch **at = &watch->cloud->watches;
    while (*at != watch) {
        assert_non_null(*at);
        at = &(*at)->next;
    }
    *at = watch->next;
    free(watch->arn);
    free(watch);
}

static struct slrun_watch *first_told(const struct cloud *cloud)
{
    struct slrun_watch *w = cloud->watches;
    while (w && !w->told)
        w = w->next;
    return w;
}

static void tell_news(const struct cloud *cloud)
{
    for (struct slrun_watch *w; (w = first_told(cloud));) {
        w->told = false;
        w->fire(w->arg);
    }
}

void cloud_time_fill(struct slrun_cloud *api)
{
    api->now_ms = now_ms;
    api->timer_start = timer_start;
    api->timer_stop = timer_stop;
    api->notify = notify;
    api->watch = watch_start;
    api->watch_stop = watch_stop;
    api->watched = watched;
}
