/* SPDX-License-Identifier: Apache-2.0 */
/* The life of one case: fixtures of its own, its body, its clean-up, each with a limit of its own.
 */
#ifndef SLRUN_RUN_LIFE_H
#define SLRUN_RUN_LIFE_H

#include <uv.h>

#include "run/collect/collect.h"
#include "run/life/result.h"

enum { LIFE_ID_MAX = 33 }; /* t.id and its NUL */

struct life;
struct observer; /* run/session/observer.h */

/* The `i`th t.id of a run names it and the case: "r4k09x2mqa-2f". */
void life_make_id(const char *run_id, size_t i, char id[LIFE_ID_MAX]);

/* A place in which one case after the other lives. `keep`: what a failed case made stays. `done` is
 * called when a case is over, possibly from inside life_start(). NULL: out of memory. */
struct life *life_new(struct lua_env *env, bool keep, void (*done)(struct life *life, void *arg),
                      void *arg);

/* Who is told of what cases print, and of their own fixtures. */
void life_observe(struct life *life, const struct observer *observer, void *self);

/* Starts a case, whose fixtures of wider scope are set up; `result`, zeroed but for its earlier
 * tries, receives what becomes of it and stays in place until done(). */
void life_start(struct life *life, const struct item *item, const char *id, struct result *result);

/* The result of the case that lives there now; NULL: none does. */
const struct result *life_result(const struct life *life);

/* The result of the case whose coroutines have this in common (of->role is CORO_OF_CASE). */
struct result *life_of(const struct coro_case *of);
/* For how long it has been in its phase, in seconds. */
double life_in_phase(const struct life *life);

/* What its wait last missed (lua/autopsy/expects.h). */
void life_expects(struct life *life, char *text, size_t size);

/* Ends the body of the case where it stands, for `why`; the clean-up follows. */
void life_interrupt(struct life *life, const char *why);

/* Ends whatever runs, without clean-up. Only before life_free(). */
void life_abandon(struct life *life);

/* Closes it; the memory goes with the next turn of the loop. */
void life_free(struct life *life);

#endif
