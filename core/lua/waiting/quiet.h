/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The runner's half of the agreement on jumps of the clock (local/lifeline.h has the words and the
 * argument). The runner is quiet when its loop is about to sleep: no Lua code can run, no case is
 * about to begin, every call that is under way has been sent or pauses before it is sent again, and
 * the next thing that a case or such a call does is due later on the virtual clock. It then asks
 * for a jump, says how far it may go at most, and takes up an offer only if nothing has happened
 * since it asked.
 *
 * Whether the requests in flight are only waiting (a long poll that is parked) the local cloud
 * knows: it compares them with those that it has parked. A request to another host is none of them,
 * so it holds the clock.
 *
 * With worker processes each is quiet in this sense, and the run, which holds the lifeline, asks
 * for the least of what they allow (run/worker/workers_clock.h).
 */
#ifndef SLRUN_LUA_QUIET_H
#define SLRUN_LUA_QUIET_H

#include <stdbool.h>
#include <stdint.h>

#include "plugin/flights.h"

struct lua_env;
struct quiet;

enum {
    /* Less than that is not worth an agreement. */
    QUIET_LEAST_MS = 1,
    /* Cases that are due within this time of the first go on with it: thousands that poll would
     * else need a jump each. A poll may come so late, as on a machine that is busy. */
    QUIET_TOGETHER_MS = 10,
    /* Requests that are no long polls are nearly always answered at once: only when they have been
     * in flight for so long it is asked whether they are parked. */
    QUIET_PLAIN_MS = 10,
};

/* What the runner asks. */
struct quiet_question {
    uint64_t number;
    struct flights flights; /* its requests that are not answered */
    double within;          /* it may jump so far, in milliseconds; INFINITY: nothing is due here */
};

struct quiet_options {
    /* Asks; an offer may follow, by quiet_offer(). */
    void (*ask)(void *arg, const struct quiet_question *question);
    /* Takes an offer up, by so many milliseconds, which it may make less. When it returns true the
     * local cloud will know before it hears of any request that is sent later; false: it cannot be
     * told. */
    bool (*jump)(void *arg, uint64_t number, double *ms);
    /* Optional: what quiet_force() says. */
    void (*force)(void *arg, bool on);
    void *arg;
    bool shared; /* others have a clock to agree on, too: asks also where nothing is due here */
    bool real;   /* only while quiet_force() says so */
};

/* Has the clock of the run jump from here on. 0, or -1: out of memory. */
int quiet_start(struct lua_env *env, const struct quiet_options *options);
void quiet_free(struct quiet *quiet);

/* The local cloud is quiet too, and offers to jump so far. Whether the offer stood, so that jump()
 * was called. */
bool quiet_offer(struct lua_env *env, uint64_t number, double ms);

/* Jumps are wanted, also where the clock is real otherwise (local_cloud.advance). */
void quiet_force(struct lua_env *env, bool on);

/* The same, as another process of the run has said. */
void quiet_forced(struct lua_env *env, bool on);

/* No jumps from here on, until each `true` was followed by a `false`: something is looked at that
 * is to stay as it is. */
void quiet_hold(struct lua_env *env, bool on);

/* Lua code has run. */
void quiet_disturb(struct lua_env *env);

#endif
