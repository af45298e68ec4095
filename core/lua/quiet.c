/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/quiet.h"

#include <math.h>
#include <stdlib.h>
#include <uv.h>

#include "lua/clock.h"
#include "lua/env.h"
#include "lua/rest.h"

struct quiet {
    struct lua_env *env;
    struct quiet_options o;
    uv_prepare_t look;  /* the loop is about to sleep */
    struct alarm later; /* real: requests that are no long polls may be parked */
    struct quiet_question asked;
    double asked_at; /* real */
    bool disturbed;  /* something has happened since it asked */
    bool forced;
};

/* Nothing happens here until an alarm rings or an answer comes. */
static bool is_quiet(const struct quiet *q)
{
    const struct call_env *calls = q->env->calls;
    if (q->o.real && !q->forced)
        return false;
    return calls && calls->counts.alive == calls->counts.flights.n && !rest_queues(q->env) &&
           uv_backend_timeout(q->env->loop) != 0;
}

static double within(const struct quiet *q)
{
    const struct alarms *virtual = q->env->clock->virtual;
    return alarms_next(virtual, QUIET_TOGETHER_MS) - alarms_now(virtual);
}

static void ask(struct quiet *q, double ms)
{
    q->asked.number++;
    q->asked.flights = q->env->calls->counts.flights;
    q->asked.within = ms;
    q->asked_at = alarms_now(q->env->clock->real);
    q->disturbed = false;
    q->o.ask(q->o.arg, &q->asked);
}

static bool is_asked(const struct quiet *q)
{
    return !q->disturbed && flights_equal(&q->asked.flights, &q->env->calls->counts.flights);
}

static void on_later(struct alarm *alarm)
{
    (void)alarm; /* on_look() comes next */
}

static void on_look(uv_prepare_t *look)
{
    struct quiet *q = look->data;
    struct alarms *real = q->env->clock->real;
    if (!is_quiet(q) || is_asked(q))
        return;
    double ms = within(q), due = q->asked_at + QUIET_PLAIN_MS;
    if (isinf(ms) || ms < QUIET_LEAST_MS)
        return;
    if (q->env->calls->counts.plain == 0 || due <= alarms_now(real))
        ask(q, ms);
    else if (!alarm_is_set(&q->later))
        alarm_set(real, &q->later, due);
}

void quiet_offer(struct lua_env *env, uint64_t number, double ms)
{
    struct quiet *q = env->clock ? env->clock->quiet : NULL;
    if (!q || number != q->asked.number || !is_asked(q) || !is_quiet(q))
        return;
    ms = fmin(ms, within(q)); /* some time has passed */
    q->disturbed = true;      /* also when nothing rings: the next jump is asked for anew */
    if (ms > 0 && q->o.jump(q->o.arg, number, ms))
        alarms_jump(env->clock->virtual, ms);
}

void quiet_force(struct lua_env *env, bool on)
{
    if (env->clock && env->clock->quiet)
        env->clock->quiet->forced = on;
}

void quiet_disturb(struct lua_env *env)
{
    if (env->clock && env->clock->quiet)
        env->clock->quiet->disturbed = true;
}

int quiet_start(struct lua_env *env, const struct quiet_options *options)
{
    struct run_clock *clock = clock_of(env);
    struct quiet *q = clock ? calloc(1, sizeof *q) : NULL;
    if (!q || alarms_promise(clock->real)) {
        free(q);
        return -1;
    }
    q->env = env;
    q->o = *options;
    q->later.ring = on_later;
    q->disturbed = true;
    uv_prepare_init(env->loop, &q->look); /* neither can fail */
    uv_prepare_start(&q->look, on_look);
    uv_unref((uv_handle_t *)&q->look);
    q->look.data = q;
    clock->quiet = q;
    return 0;
}

static void closed(uv_handle_t *handle)
{
    free(handle->data);
}

void quiet_free(struct quiet *quiet)
{
    if (quiet)
        uv_close((uv_handle_t *)&quiet->look, closed);
}
