/* SPDX-License-Identifier: Apache-2.0 */
/* When a function gets one more process. */
#include "local/run/environment.h"
#include "local/run/pool.h"

static struct machine *machine_of(const struct pool *pool)
{
    return pool->function->service->machine;
}

/* Room for one more; an idle one of another function goes for it. */
static bool has_room(struct pool *pool)
{
    struct machine *m = machine_of(pool);
    if (m->n_environments < PROCESSES_MAX)
        return true;
    struct environment *idle = environment_idle(m, NULL);
    if (!idle)
        return false;
    struct pool *other = idle->pool;
    environment_close(idle);
    (void)pool_leave(other);
    return true;
}

static void grow(void *arg)
{
    struct pool *pool = arg;
    pool->growing = NULL;
    pool_grow(pool);
}

/* Whether what waits has waited long enough for one more process: as long as a start takes. Most
 * is served by a warm process before; more processes than processors only slow each other. */
static bool has_waited(struct pool *pool)
{
    const struct slrun_cloud *cloud = pool->function->service->cloud;
    double since = pool->first && pool->first->queued_ms > pool->ready_ms ? pool->first->queued_ms
                                                                          : pool->ready_ms;
    double left = since + pool->start_ms - real_ms();
    if (pool->ready_ms == 0)
        return false; /* its first one is starting */
    if (left > 0 && !pool->growing)
        pool->growing =
            cloud->timer_start(cloud, cloud->now_ms(cloud) + (int64_t)left + 1, grow, pool);
    return left <= 0;
}

/* A first process starts at once, so that init code may wait for another function. */
static bool may_start(struct pool *pool)
{
    const struct machine *m = machine_of(pool);
    return pool->environments == 0 || (m->starting < m->starts_max && has_waited(pool));
}

void pool_grow(struct pool *pool)
{
    unsigned wanted = pool->waiting + (pool->warming && pool->environments == 0);
    while (pool->state == POOL_READY && pool->starting < wanted && may_start(pool) &&
           has_room(pool))
        environment_start(pool);
}

void pools_grow(struct machine *m)
{
    for (struct function *f = m->service->functions, *next; f; f = next) {
        struct pool *waits = f->pools;
        next = f->next;
        while (waits && (!waits->first || waits->state != POOL_READY))
            waits = waits->next;
        if (waits && m->n_environments < PROCESSES_MAX)
            pool_grow(waits);
    }
}
