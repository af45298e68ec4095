/* SPDX-License-Identifier: Apache-2.0 */
/* One fixture of scope run or file: set up once, held, torn down once. */
#ifndef SLRUN_RUN_HOLD_H
#define SLRUN_RUN_HOLD_H

#include "lua/fixture.h"
#include "run/life.h"
#include "run/stage.h"

enum hold_state { HOLD_SETTING_UP, HOLD_UP, HOLD_FAILED, HOLD_TEARING_DOWN, HOLD_DOWN };

/* A case that waits for it. A member of its owner. */
struct hold_wait;

struct hold {
    enum hold_state state;
    struct spec *spec; /* in whose state it lives */
    struct fixture *fx;
    struct stage stage;
    struct coro_case of;
    json_t *value; /* scope run: what other states get */
    struct failure failure;
    char *notes;               /* of a set-up that failed: until a case has told them */
    const struct result *told; /* of the case that has told the failure in full; or NULL */
    struct fixture_result result;
    struct hold_wait *waiting;
    struct hold *older; /* of its group: set up before it */
    /* It is up, or failed and cleaned up; it is down. */
    void (*changed)(struct hold *hold);
    void *owner;
    size_t group;
    uint64_t began_ns; /* set-up or clean-up */
    char id[LIFE_ID_MAX];
};

/* A fixture, not started; `spec` is its state's. NULL: out of memory. */
struct hold *hold_new(struct lua_env *env, struct spec *spec, struct fixture *fx, const char *id);

/* Sets it up; changed() may come before it returns. */
void hold_start(struct hold *hold);

/* In place of hold_start(): it is set up elsewhere, with this value (a reference that is taken
 * over); or it cannot be: `failure` and `notes` (malloc's, or NULL) are taken over. */
void hold_given(struct hold *hold, json_t *value);
void hold_refused(struct hold *hold, const struct failure *failure, char *notes);

/* Fails without being set up. */
void hold_fail(struct hold *hold, const char *why);

/* Tears it down; it is up. */
void hold_end(struct hold *hold);

/* It has failed: makes that the result of a case that needs it. The first case tells it in full. */
void hold_blame(struct hold *hold, struct result *result);

/* Ends the set-up where it stands; what it has done is cleaned up. */
void hold_interrupt(struct hold *hold, const char *why);

/* Ends whatever runs, without clean-up. Only before hold_free(). */
void hold_abandon(struct hold *hold);

/* The same, and frees it. */
void hold_free(struct hold *hold);

#endif
