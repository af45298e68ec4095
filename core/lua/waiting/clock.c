/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/waiting/clock.h"

#include <stdlib.h>

#include "base/clock.h"
#include "lua/env.h"
#include "lua/waiting/quiet.h"

struct run_clock *clock_of(struct lua_env *env)
{
    if (env->clock)
        return env->clock;
    struct run_clock *clock = calloc(1, sizeof *clock);
    if (!clock)
        return NULL;
    clock->virtual = alarms_new(env->loop);
    clock->real = alarms_new(env->loop);
    if (clock->virtual && clock->real) {
        clock->began = alarms_now(clock->virtual);
        clock->wall_ms = clock->began + clock_wall_offset_ms();
        env->clock = clock;
        return clock;
    }
    alarms_free(clock->virtual);
    alarms_free(clock->real);
    free(clock);
    return NULL;
}

void clock_free(struct lua_env *env)
{
    if (!env->clock)
        return;
    quiet_free(env->clock->quiet);
    alarms_free(env->clock->virtual);
    alarms_free(env->clock->real);
    free(env->clock);
    env->clock = NULL;
}

double clock_now(const struct lua_env *env)
{
    return env->clock ? alarms_now(env->clock->virtual) : (double)clock_mono_ns() / 1e6;
}

double clock_time(const struct lua_env *env)
{
    const struct run_clock *clock = env->clock;
    return clock ? clock->wall_ms + alarms_now(clock->virtual) - clock->began
                 : (double)clock_wall_ms();
}

double clock_jumped(const struct lua_env *env)
{
    return env->clock ? alarms_jumped(env->clock->virtual) : 0;
}
