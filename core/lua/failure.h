/* SPDX-License-Identifier: Apache-2.0 */
/* What went wrong, as text: made from what a coroutine raised, or from where it stood. */
#ifndef SLRUN_LUA_FAILURE_H
#define SLRUN_LUA_FAILURE_H

#include <stdbool.h>

#include <jansson.h>

#include "lua/coro.h"

enum failure_kind {
    FAILURE_EXPECTATION, /* also a wait that is over */
    FAILURE_ERROR,
    FAILURE_SKIP, /* t:skip(): not a failure */
};

/* Texts are malloc's and never NULL once filled. */
struct failure {
    enum failure_kind kind;
    char *summary; /* one line */
    char *text;    /* several */
    /* What a wait saw that failed, where timelines are wanted (env.h); or NULL: start (on the
     * virtual clock), within, polls: groups of equal ones, each first, last, at (milliseconds since
     * the start), lines. */
    json_t *wait;
};

/* An error with these texts, which are copied. */
void failure_set(struct failure *failure, const char *summary, const char *text);

/* After CORO_ERROR: describes the value that was raised. */
void failure_of_error(struct coro *coro, struct failure *failure);

/* For a coroutine that was cut or cancelled: `summary`, what its wait last missed, and where it
 * stood. */
void failure_of_place(struct coro *coro, const char *summary, struct failure *failure);

void failure_free(struct failure *failure);

#endif
