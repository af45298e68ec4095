/* SPDX-License-Identifier: Apache-2.0 */
/* Inside of the life of a case: what life.c and life_events.c share. */
#ifndef SLRUN_RUN_LIFE_STATE_H
#define SLRUN_RUN_LIFE_STATE_H

#include "lua/autopsy/autopsy.h"
#include "lua/language/fixture.h"
#include "run/life/life.h"
#include "run/life/stage.h"
#include "run/session/observer.h"

struct life {
    struct stage stage;
    enum coro_part part; /* that runs */
    struct lua_env *env;
    bool keep;
    void (*done)(struct life *life, void *arg);
    void *arg;
    struct item item;
    struct result *result;
    struct coro_case of;
    size_t fixture; /* of the plan: the next to be set up */
    uint64_t began_ns, phase_ns;
    double acted_ms; /* since 1970, virtual: act, or what came in its place; 0: not yet */
    const struct observer *observer; /* of what it says, and of its fixtures; or NULL */
    void *observer_self;
    struct autopsy *autopsy; /* under way, behind the body; or NULL */
    char id[LIFE_ID_MAX];
};

/* Seconds since then, by the monotonic clock. */
double life_since(uint64_t ns);

/* The phase under way is over. */
void life_end_phase(struct life *life);

/* Has the life hear what the coroutines of its cases tell. */
void life_hear(struct life *life);

/* A fixture of its own is about to be set up, or was torn down. */
void life_tell_move(const struct life *life, const struct fixture *fx, bool down);
/* All that were set up were torn down. */
void life_tell_fixtures_down(const struct life *life);

#endif
