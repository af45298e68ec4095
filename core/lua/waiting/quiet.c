/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/waiting/quiet.h"

#include <math.h>
#include <stdlib.h>

#include "lua/env.h"
#include "lua/waiting/clock.h"
#include "lua/waiting/rest.h"
#include "net/lull.h"

struct quiet {
    struct lua_env *env;
    struct quiet_options o;
    struct lull *lull;
    struct alarm later; /* real: requests that are no long polls may be parked */
    struct quiet_question asked;
    double asked_at; /* real */
    bool disturbed;  /* something has happened since it asked */
    bool forced;
    size_t held; /* so often it was told to hold (quiet_hold) */
};

/* Where the loop is about to sleep, nothing happens until an alarm rings or an answer comes. */
static bool is_quiet(const struct quiet *q)
{
    const struct call_env *calls = q->env->calls;
    if ((q->o.real && !q->forced) || q->held > 0)
        return false;
    return calls && calls->counts.alive == calls->counts.flights.n + calls->counts.pausing &&
           !rest_queues(q->env);
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
    (void)alarm; /* on_lull() comes next */
}

static bool has_question(void *arg)
{
    const struct quiet *q = arg;
    return is_quiet(q) && !is_asked(q);
}

static void on_lull(void *arg)
{
    struct quiet *q = arg;
    struct alarms *real = q->env->clock->real;
    double ms = within(q), due = q->asked_at + QUIET_PLAIN_MS;
    if (ms < QUIET_LEAST_MS || (isinf(ms) && q->env->calls->counts.flights.n == 0 && !q->o.shared))
        return;
    if (q->env->calls->counts.plain == 0 || due <= alarms_now(real))
        ask(q, ms);
    else if (!alarm_is_set(&q->later))
        alarm_set(real, &q->later, due);
}

bool quiet_offer(struct lua_env *env, uint64_t number, double ms)
{
    struct quiet *q = env->clock ? env->clock->quiet : NULL;
    if (!q || number != q->asked.number)
        return false;
    bool good = is_asked(q) && is_quiet(q);
    q->disturbed = true;      /* whatever becomes of it, the next jump is asked for anew */
    ms = fmin(ms, within(q)); /* some time has passed */
    good = good && ms > 0;
    if (good && q->o.jump(q->o.arg, number, &ms))
        alarms_jump(env->clock->virtual, ms);
    return good;
}

void quiet_forced(struct lua_env *env, bool on)
{
    if (env->clock && env->clock->quiet)
        env->clock->quiet->forced = on;
}

void quiet_force(struct lua_env *env, bool on)
{
    const struct quiet *q = env->clock ? env->clock->quiet : NULL;
    quiet_forced(env, on);
    if (q && q->o.force)
        q->o.force(q->o.arg, on);
}

void quiet_hold(struct lua_env *env, bool on)
{
    struct quiet *q = env->clock ? env->clock->quiet : NULL;
    if (q)
        q->held = on ? q->held + 1 : q->held - 1;
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
    if (!q)
        return -1;
    *q = (struct quiet){.env = env, .o = *options, .later.ring = on_later, .disturbed = true};
    q->lull = lull_new(env->loop, &(struct lull_options){has_question, on_lull, q});
    if (!q->lull || alarms_promise(clock->real)) {
        quiet_free(q);
        return -1;
    }
    clock->quiet = q;
    return 0;
}

void quiet_free(struct quiet *quiet)
{
    if (!quiet)
        return;
    alarm_stop(quiet->env->clock->real, &quiet->later);
    lull_free(quiet->lull);
    free(quiet);
}
