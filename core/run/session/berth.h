/* SPDX-License-Identifier: Apache-2.0 */
/* Where one case after the other lives: in this process (life.h), or in a worker (workers.h). */
#ifndef SLRUN_RUN_BERTH_H
#define SLRUN_RUN_BERTH_H

#include "run/life/life.h"
#include "run/worker/workers.h"

/* A member of its owner. One of the two is not NULL. */
struct berth {
    struct life *life;
    struct remote *remote;
    void (*done)(struct berth *berth); /* as of life_new() */
};

/* `workers`: NULL, or it lives there. 0, or -1: out of memory. */
int berth_open(struct berth *berth, struct lua_env *env, struct workers *workers, bool keep);

void berth_start(struct berth *berth, const struct item *item, const char *id,
                 struct result *result);
void berth_interrupt(struct berth *berth, const char *why);

/* Adds the case that is in flight there, if one is. */
void berth_look(const struct berth *berth, struct looks *looks);

/* Only before berth_close(). */
void berth_abandon(struct berth *berth);
void berth_close(struct berth *berth);

#endif
