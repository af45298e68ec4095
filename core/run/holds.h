/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The fixtures of scope run and file in a run: set up when the first case needs them, one instance
 * for all; torn down in reverse order, those of a file after its last case, those of the run in the
 * end. What is costly is made only for files that use such fixtures.
 */
#ifndef SLRUN_RUN_HOLDS_H
#define SLRUN_RUN_HOLDS_H

#include "run/hold.h"
#include "run/observer.h"

struct holds;

/* What the session is told. */
struct holds_events {
    void (*make_id)(void *arg, char id[LIFE_ID_MAX]);          /* asked: a new t.id */
    void (*moves)(void *arg, const struct fixture_move *move); /* optional */
    /* One is down or has failed; possibly inside any of the functions below. */
    void (*down)(void *arg, const struct fixture_result *result);
    void (*closed)(void *arg); /* after holds_close(): all are down */
    /* Optional: fixtures of scope run live elsewhere. Asked: the one that `item` needs at `next` of
     * its plan; hold_given() or hold_refused() is to follow, on a later turn of the loop. */
    void (*remote)(void *arg, struct hold *hold, const struct item *item, size_t next);
    void *arg;
};

/* A case that waits for fixtures. A member of its owner. */
struct hold_wait {
    const struct item *item;
    size_t next; /* fixture of the plan */
    size_t end;  /* behind the last that it waits for; 0: behind all of scope run and file */
    const struct hold *up; /* the last that was found up */
    void *owner;
    struct hold_wait *link; /* the next that waits for the same */
    /* All are up; or (`next` is not past the last) `failed` is the one that could not be set up.
     * Possibly inside holds_get(). */
    void (*ready)(struct hold_wait *wait, struct hold *failed);
};

/* NULL: out of memory. */
struct holds *holds_new(struct lua_env *env, const struct collection *collection,
                        const struct holds_events *events);

/* Whether the case needs fixtures of scope run or file. */
bool holds_needed(const struct item *item);

/* Has all of them set up, then calls wait->ready. */
void holds_get(struct holds *holds, struct hold_wait *wait);

/* A case is over: after the last of its file the file's fixtures are torn down. True: it was the
 * last; known only where a case of the run needs fixtures of scope run or file. */
bool holds_case_done(struct holds *holds, const struct item *item);

/* Fixtures that are being torn down. */
size_t holds_busy(const struct holds *holds);

/* Set-ups under way are ended. */
void holds_interrupt(struct holds *holds, const char *why);

/* Ends whatever runs, without clean-up. Only before holds_free(). */
void holds_abandon(struct holds *holds);

/* Tears down what is still up: no case runs, and none will. closed() possibly comes at once. */
void holds_close(struct holds *holds);

/* The fixtures that were used; a list that lives as long as the holds. */
const struct fixture_result *holds_results(const struct holds *holds);

/* Ends whatever runs. */
void holds_free(struct holds *holds);

#endif
