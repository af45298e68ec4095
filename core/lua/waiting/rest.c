/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/waiting/rest.h"

#include <stdlib.h>

#include "base/clock.h"
#include "lua/coro.h"
#include "lua/state.h"

/* Those whose time has come, in the order of their turns. */
struct rest_queue {
    struct coro *first, *last;
    uv_timer_t turns; /* runs while the queue is not empty */
};

static struct rest_queue *queue_of(struct lua_env *env)
{
    if (env->resting)
        return env->resting;
    struct rest_queue *queue = calloc(1, sizeof *queue);
    if (!queue)
        return NULL;
    uv_timer_init(env->loop, &queue->turns); /* cannot fail */
    queue->turns.data = env;
    env->resting = queue;
    return queue;
}

static void append(struct rest_queue *queue, struct coro *coro)
{
    coro->rest = REST_DUE;
    coro->due_ns = clock_mono_ns();
    coro->next_due = NULL;
    coro->previous_due = queue->last;
    if (queue->last)
        queue->last->next_due = coro;
    else
        queue->first = coro;
    queue->last = coro;
}

static void leave(struct rest_queue *queue, struct coro *coro)
{
    if (coro->previous_due)
        coro->previous_due->next_due = coro->next_due;
    else
        queue->first = coro->next_due;
    if (coro->next_due)
        coro->next_due->previous_due = coro->previous_due;
    else
        queue->last = coro->previous_due;
    if (!queue->first)
        uv_timer_stop(&queue->turns);
}

static void on_turn(uv_timer_t *timer)
{
    struct lua_env *env = timer->data;
    do
        coro_resume(env->resting->first, 0);
    while (env->resting->first && !call_crowded(env->calls));
}

static void on_due(struct alarm *alarm)
{
    struct coro *coro = (struct coro *)alarm;
    struct lua_env *env = coro->spec->env;
    bool waits = (env->resting && env->resting->first) || call_crowded(env->calls);
    struct rest_queue *queue = waits ? queue_of(env) : NULL;
    if (!queue) {
        coro_resume(coro, 0);
        return;
    }
    if (!queue->first)
        uv_timer_start(&queue->turns, on_turn, REST_TRICKLE_MS, REST_TRICKLE_MS);
    append(queue, coro);
}

void rest_until(struct coro *coro, double ms)
{
    coro->rest = REST_SLEEPING;
    coro_sleep_until(coro, ms, on_due);
}

void rest_end(struct coro *coro)
{
    if (coro->rest == REST_DUE) {
        leave(coro->spec->env->resting, coro);
        coro->wait.held += (double)(clock_mono_ns() - coro->due_ns) / 1e6;
    }
    coro->rest = REST_NOT;
    alarm_stop(coro->spec->env->clock->virtual, &coro->alarm);
}

bool rest_queues(const struct lua_env *env)
{
    return env->resting && env->resting->first;
}

static void closed(uv_handle_t *timer)
{
    free((char *)timer - offsetof(struct rest_queue, turns));
}

void rest_drain(struct lua_env *env)
{
    if (env->resting)
        uv_close((uv_handle_t *)&env->resting->turns, closed);
    env->resting = NULL;
}
