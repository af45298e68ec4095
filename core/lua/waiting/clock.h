/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The clocks of a run. Its waits and sleeps go by a virtual one: real time, plus the jumps that the
 * local cloud and the runner agree on (quiet.h); elsewhere there are none. The end of a request
 * that nobody answers goes by the real one, as do the limits of cases (core/run).
 */
#ifndef SLRUN_LUA_CLOCK_H
#define SLRUN_LUA_CLOCK_H

#include "net/alarm.h"

struct lua_env;
struct quiet;

struct run_clock {
    struct alarms *virtual; /* what cases live by */
    struct alarms *real;
    struct quiet *quiet; /* NULL: it never jumps */
    double wall_ms;      /* since 1970, when the virtual one said */
    double began;        /* this */
};

/* The clocks, made when they are first asked for; NULL: out of memory. They go with coro_drain().
 */
struct run_clock *clock_of(struct lua_env *env);
void clock_free(struct lua_env *env);

/* The virtual time in milliseconds, with fraction: the monotonic clock, plus jumps. */
double clock_now(const struct lua_env *env);

/* The same since 1970: it does not follow what is done to the machine's clock meanwhile. */
double clock_time(const struct lua_env *env);

/* How far it has jumped in all. */
double clock_jumped(const struct lua_env *env);

#endif
