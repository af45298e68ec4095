/* SPDX-License-Identifier: Apache-2.0 */
/* What became of a case. */
#ifndef SLRUN_RUN_RESULT_H
#define SLRUN_RUN_RESULT_H

#include <stddef.h>

#include "lua/failure.h"

/* X(symbol, word in the summary, letter of progress, word of -v). Order is that of the last line.
 */
#define OUTCOMES(X)                                                                                \
    X(FAILED, "failed", 'F', "FAILED")                                                             \
    X(TIMEOUT, "timeout", 'T', "TIMEOUT")                                                          \
    X(PASSED, "passed", '.', "PASSED")                                                             \
    X(SKIPPED, "skipped", 's', "SKIPPED")                                                          \
    X(ERROR, "error", 'E', "ERROR")

enum outcome {
#define OUTCOME_ENUM(symbol, word, letter, verbose) OUTCOME_##symbol,
    OUTCOMES(OUTCOME_ENUM)
#undef OUTCOME_ENUM
        OUTCOME_COUNT
};

const char *outcome_word(enum outcome outcome);
const char *outcome_verbose(enum outcome outcome);
char outcome_letter(enum outcome outcome);

/* A step of the clean-up that failed: an error of its own, beside the outcome. */
struct problem {
    char *what; /* "teardown", "table 'x'" */
    struct failure failure;
    struct problem *next;
};

enum { RESULT_PHASES_MAX = 8 };

struct phase_time {
    const char *name; /* static */
    double seconds;
};

/* Reporters see it as const; it ends with the run. */
struct result {
    const char *path; /* of the spec file */
    const char *name; /* of the case, with its parameters */
    int line;
    enum outcome outcome;
    struct failure failure; /* empty when passed */
    struct problem *problems;
    char *notes; /* what it printed and logged, or NULL */
    double seconds;
    struct phase_time phases[RESULT_PHASES_MAX];
    size_t n_phases;
};

void result_free(struct result *result);

#endif
