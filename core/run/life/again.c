/* SPDX-License-Identifier: Apache-2.0 */
#include "run/life/again.h"

#include <stdlib.h>

bool again_keep(struct result *result)
{
    struct result *earlier = malloc(sizeof *earlier);
    if (!earlier)
        return false;
    *earlier = *result;
    *result = (struct result){.path = earlier->path,
                              .name = earlier->name,
                              .line = earlier->line,
                              .order = earlier->order,
                              .earlier = earlier,
                              .tries = earlier->tries + 1};
    return true;
}

void again_take_back(struct result *result)
{
    struct result *earlier = result->earlier;
    *result = *earlier;
    free(earlier);
}

static void ring(struct alarm *alarm)
{
    struct again *again = (struct again *)alarm;
    again->over(again->arg);
}

bool again_after(struct again *again, struct lua_env *env, double pause_ms)
{
    const struct run_clock *clock = clock_of(env);
    if (!clock || (!again->alarms && alarms_promise(clock->virtual) != 0))
        return false;
    again->alarms = clock->virtual;
    again->alarm.ring = ring;
    alarm_set(again->alarms, &again->alarm, alarms_now(again->alarms) + pause_ms);
    return true;
}

bool again_waits(const struct again *again)
{
    return alarm_is_set(&again->alarm);
}

void again_stop(struct again *again)
{
    if (again->alarms)
        alarm_stop(again->alarms, &again->alarm);
}

void again_close(struct again *again)
{
    again_stop(again);
    if (again->alarms)
        alarms_take_back(again->alarms);
    again->alarms = NULL;
}
