/* SPDX-License-Identifier: Apache-2.0 */
/* The processes of one version of a function, and the invocations that wait for one. */
#include "local/run/pool.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/run/prepare.h"

/* Who waits until a process is ready. */
struct warming {
    struct warming *next;
    void (*done)(void *arg, const json_t *failure);
    void *arg;
};

const char *pool_text(const struct pool *pool, const char *member)
{
    const char *text = json_string_value(json_object_get(pool->config, member));
    return text ? text : "";
}

const char *pool_log_group(const struct pool *pool)
{
    const json_t *logging = json_object_get(pool->config, "LoggingConfig");
    const char *group = json_string_value(json_object_get(logging, "LogGroup"));
    return group ? group : "";
}

/* ---- its life ---- */

static struct pool *pool_new(struct function *f, const char *version)
{
    json_t *entry = function_version(f, version);
    struct pool *pool = entry && service_prepare(f->service) ? calloc(1, sizeof *pool) : NULL;
    if (!pool)
        return NULL;
    (void)snprintf(pool->version, sizeof pool->version, "%s", version);
    pool->config = json_deep_copy(json_object_get(entry, "Config"));
    pool->code = json_deep_copy(json_object_get(entry, "Code"));
    pool->layers = json_array();
    if (!pool->config || !pool->code || !pool->layers) {
        json_decref(pool->config);
        json_decref(pool->code);
        json_decref(pool->layers);
        free(pool);
        return NULL;
    }
    pool->function = f;
    function_hold(f);
    pool->next = f->pools;
    f->pools = pool;
    return pool;
}

struct pool *pool_of(struct function *f, const char *version)
{
    struct pool *pool = f->pools;
    while (pool && (pool->retired || strcmp(pool->version, version) != 0))
        pool = pool->next;
    return pool ? pool : pool_new(f, version);
}

static void pool_free(struct pool *pool)
{
    struct function *f = pool->function;
    struct pool **at = &f->pools;
    while (*at != pool)
        at = &(*at)->next;
    *at = pool->next;
    if (pool->preparation)
        prepare_cancel(pool->preparation);
    if (pool->growing)
        f->service->cloud->timer_stop(pool->growing);
    if (pool->failing)
        f->service->cloud->timer_stop(pool->failing);
    while (pool->warming) {
        struct warming *w = pool->warming;
        pool->warming = w->next;
        free(w);
    }
    json_decref(pool->config);
    json_decref(pool->code);
    json_decref(pool->layers);
    json_decref(pool->failure);
    json_decref(pool->borrowed);
    free(pool);
    function_release(f);
}

static struct machine *machine_of(const struct pool *pool)
{
    return pool->function->service->machine;
}

bool pool_leave(struct pool *pool)
{
    struct environment *idle;
    if (!pool->retired)
        return false;
    while (!pool->first && (idle = environment_idle(machine_of(pool), pool)))
        environment_close(idle);
    if (pool->first || pool->environments > 0 || pool->warming || pool->held || pool->failing ||
        pool->preparation)
        return false;
    pool_free(pool);
    return true;
}

void pool_retire(struct function *f, const char *version)
{
    for (struct pool *pool = f->pools, *next; pool; pool = next) {
        next = pool->next;
        if (version && strcmp(pool->version, version) != 0)
            continue;
        pool->retired = true;
        (void)pool_leave(pool);
    }
}

void pools_retire(struct function *f)
{
    pool_retire(f, NULL);
}

static void busy(const struct pool *pool, int change)
{
    const struct slrun_cloud *cloud = pool->function->service->cloud;
    if (cloud->busy)
        cloud->busy(cloud, change);
}

static void end_invocation(struct pool *pool, struct invocation *i)
{
    busy(pool, -1);
    invocation_fail(i, "Runtime.ExitError", "The local cloud ends.");
    invocation_end(i, NULL, 0);
}

static void end_pool(struct pool *pool)
{
    struct machine *m = machine_of(pool);
    json_t *ends = json_pack("{s:s, s:s}", "errorType", "Runtime.ExitError", "errorMessage",
                             "The local cloud ends.");
    pool->retired = true;
    pool_failed(pool, ends);
    json_decref(ends);
    for (struct environment *e = m->environments, *next; e; e = next) {
        struct invocation *i = e->invocation;
        next = e->next;
        if (e->pool != pool)
            continue;
        e->invocation = NULL;
        environment_close(e);
        if (i)
            end_invocation(pool, i);
    }
    while (pool->first) {
        struct invocation *i = pool->first;
        pool->first = i->next;
        end_invocation(pool, i);
    }
    pool_free(pool);
}

void pools_end(struct function *f)
{
    function_hold(f);
    while (f->pools)
        end_pool(f->pools);
    function_release(f);
}

/* ---- invocations that wait ---- */

static void enqueue(struct pool *pool, struct invocation *i)
{
    i->pool = pool;
    i->queued_ms = real_ms();
    i->next = NULL;
    if (pool->last)
        pool->last->next = i;
    else
        pool->first = i;
    pool->last = i;
    pool->waiting++;
}

struct invocation *pool_next(struct pool *pool)
{
    struct invocation *i = pool->first;
    if (!i)
        return NULL;
    pool->first = i->next;
    if (!pool->first)
        pool->last = NULL;
    pool->waiting--;
    return i;
}

void pool_add(struct pool *pool, struct invocation *i)
{
    enqueue(pool, i);
    busy(pool, 1); /* until invocation_end() */
    pool_serve(pool);
}

static void end_waiting(struct pool *pool, json_t *failure)
{
    struct invocation *i = pool_next(pool);
    invocation_fail_with(i, failure);
    busy(pool, -1);
    invocation_end(i, NULL, 0);
}

/* ---- processes ---- */

void pool_serve(struct pool *pool)
{
    struct environment *idle;
    pool->held++;
    if (pool->state == POOL_NEW && (pool->first || pool->warming)) {
        pool->state = POOL_PREPARING;
        prepare_start(pool);
    }
    while (pool->state == POOL_FAILED && pool->first)
        end_waiting(pool, pool->failure);
    while (pool->state == POOL_READY && pool->first &&
           (idle = environment_idle(machine_of(pool), pool)))
        environment_invoke(idle, pool_next(pool));
    if (pool->state == POOL_READY)
        pool_grow(pool);
    pool->held--;
    (void)pool_leave(pool);
}

static void tell_warming(struct pool *pool, const json_t *failure)
{
    while (pool->warming) {
        struct warming *w = pool->warming;
        pool->warming = w->next;
        w->done(w->arg, failure);
        free(w);
    }
}

/* Why it cannot run, into the function's log, which has no other line of it. Who only warms it says
 * that himself. */
static void log_failure(struct pool *pool)
{
    if (!pool->first)
        return;
    struct function *f = pool->function;
    const char *message = json_string_value(json_object_get(pool->failure, "errorMessage"));
    struct output *out = output_open(machine_of(pool), f->region, f->account, pool_log_group(pool));
    f->service->host->log(SLRUN_LOG_WARNING, "lambda: %s: %s", f->name, message);
    if (!out)
        return;
    output_invoked(out);
    output_say(out, "[ERROR] %s: %s\n",
               json_string_value(json_object_get(pool->failure, "errorType")), message);
    output_close(out);
}

/* A pool that failed is retired, so that the next invocation tries again. */
static void fail(void *arg)
{
    struct pool *pool = arg;
    pool->failing = NULL;
    pool->state = POOL_FAILED;
    pool->retired = true;
    log_failure(pool);
    pool_failed(pool, pool->failure);
    pool_serve(pool);
}

void pool_prepared(struct pool *pool, json_t *failure)
{
    const struct slrun_cloud *cloud = pool->function->service->cloud;
    pool->preparation = NULL;
    if (!failure) {
        pool->state = POOL_READY;
        pool_serve(pool);
        return;
    }
    pool->state = POOL_PREPARING;
    json_decref(pool->failure);
    pool->failure = failure;
    if (!pool->failing)
        pool->failing = cloud->timer_start(cloud, cloud->now_ms(cloud), fail, pool);
}

void pool_failed(struct pool *pool, const json_t *failure)
{
    pool->held++;
    tell_warming(pool, failure);
    pool->held--;
}

void pool_left(struct pool *pool)
{
    struct machine *m = machine_of(pool);
    pool_serve(pool);
    pools_grow(m);
}

void pool_warmed(struct pool *pool, double start_ms)
{
    pool->held++;
    pool->start_ms = start_ms;
    if (pool->ready_ms == 0)
        pool->ready_ms = real_ms();
    tell_warming(pool, NULL);
    pool->held--;
}

/* ---- warming ---- */

bool pool_warm(struct pool *pool, void (*done)(void *arg, const json_t *failure), void *arg)
{
    struct warming *w = calloc(1, sizeof *w);
    if (!w)
        return false;
    *w = (struct warming){pool->warming, done, arg};
    pool->warming = w;
    if (environment_idle(machine_of(pool), pool))
        tell_warming(pool, NULL);
    else
        pool_serve(pool);
    return true;
}
