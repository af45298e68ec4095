/* SPDX-License-Identifier: Apache-2.0 */
/* News of what an ARN names. */
#include "local/watch.h"

#include <stdlib.h>
#include <string.h>

#include "local/turn.h"

struct slrun_watch {
    struct turn_task task; /* first: the news that it has not been told yet */
    struct cloud *cloud;
    struct slrun_watch *prev, *next;
    void (*fire)(void *arg);
    void *arg;
    char arn[];
};

static void tell(struct turn_task *task)
{
    struct slrun_watch *watch = (struct slrun_watch *)task;
    watch->fire(watch->arg);
}

/* A cloud has some dozens of watches, one for each source that a function reads. */
void watch_notify(const struct slrun_cloud *cloud, const char *arn)
{
    struct cloud *c = (struct cloud *)cloud;
    for (struct slrun_watch *w = c->watches; w; w = w->next)
        if (!strcmp(w->arn, arn))
            turn_add(c->turn, &w->task);
}

int watch_is_on(const struct slrun_cloud *cloud, const char *arn)
{
    const struct cloud *c = (const struct cloud *)cloud;
    for (const struct slrun_watch *w = c->watches; w; w = w->next)
        if (!strcmp(w->arn, arn))
            return 1;
    return 0;
}

struct slrun_watch *watch_start(const struct slrun_cloud *cloud, const char *arn,
                                void (*fire)(void *arg), void *arg)
{
    struct cloud *c = (struct cloud *)cloud;
    size_t size = strlen(arn) + 1;
    struct slrun_watch *w = calloc(1, sizeof *w + size);
    if (!w)
        return NULL;
    memcpy(w->arn, arn, size);
    w->task.run = tell;
    w->cloud = c;
    w->fire = fire;
    w->arg = arg;
    w->next = c->watches;
    if (w->next)
        w->next->prev = w;
    c->watches = w;
    return w;
}

void watch_stop(struct slrun_watch *watch)
{
    struct cloud *c = watch->cloud;
    turn_remove(c->turn, &watch->task);
    *(watch->prev ? &watch->prev->next : &c->watches) = watch->next;
    if (watch->next)
        watch->next->prev = watch->prev;
    free(watch);
}
