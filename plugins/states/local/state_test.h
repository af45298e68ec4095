/* SPDX-License-Identifier: Apache-2.0 */
/*
 * TestState: an execution of one state alone, which nothing keeps and nobody lists. It may have a
 * mock in the place of the state's work.
 */
#ifndef SLRUN_STATES_STATE_TEST_H
#define SLRUN_STATES_STATE_TEST_H

#include "local/run.h"

struct state_test {
    struct slrun_exchange *x; /* who asked; NULL: has left */
    json_t *args;             /* of the operation */
    json_t *variables;        /* that the state finds */
    json_t *context;          /* that the state finds, beside what every execution has */
    json_t *given;            /* the mock's result, or NULL */
    json_t *result;           /* of the state's work, or NULL */
    json_t *details;          /* of an error: retrier, catcher */
};

void state_test_free(struct state_test *test);
/* Puts the mock in the place of the state's work; false: there is none. */
bool state_test_mocks(struct branch *b);
/* The state's work gave this (borrowed). */
void state_test_result(const struct branch *b, json_t *result);
/* A retrier or a catcher ("retryIndex", "catchIndex") meets the state's error; a retry comes after
 * so many milliseconds, -1: not any more. */
void state_test_meets(const struct branch *b, const char *name, int index, int64_t pause);
/* Its catcher `index` has caught what `shown` says. */
void state_test_caught(struct branch *b, int index, const json_t *shown, const json_t *output);
/* How often the state was tried before. */
int state_test_attempts(const struct branch *b);
/* The test is over: output, error and next state may be NULL. */
void state_test_end(struct branch *b, const char *status, const json_t *output, const char *next);

/* ---- state_test_tell.c ---- */

/* What DEBUG and TRACE show of a state; a new reference. */
json_t *state_test_inspection(struct branch *b);

#endif
