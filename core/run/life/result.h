/* SPDX-License-Identifier: Apache-2.0 */
/* What became of a case. */
#ifndef SLRUN_RUN_RESULT_H
#define SLRUN_RUN_RESULT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <jansson.h>

#include "lua/failure.h"

/* X(symbol, word in the summary, letter of progress, word of -v). Order is that of the last line.
 */
#define OUTCOMES(X)                                                                                \
    /** `act`, `poll` or `check` broke: an expectation, an error, a wait whose time is over. */    \
    X(FAILED, "failed", 'F', "FAILED")                                                             \
    /** Its `timeout` was over. */                                                                 \
    X(TIMEOUT, "timeout", 'T', "TIMEOUT")                                                          \
    /** All of it held. */                                                                         \
    X(PASSED, "passed", '.', "PASSED")                                                             \
    /** It did not run: `skip`, `only_on`, `controls`; or it called `t:skip`. */                   \
    X(SKIPPED, "skipped", 's', "SKIPPED")                                                          \
    /** It failed, as `xfail` said. */                                                             \
    X(XFAILED, "xfailed", 'x', "XFAIL")                                                            \
    /** `xfail` said that it fails, with `strict = false`, and it passed. */                       \
    X(XPASSED, "xpassed", 'X', "XPASS")                                                            \
    /** `seed`, `listen` or a fixture broke; or, besides any other outcome, the clean-up. */       \
    X(ERROR, "error", 'E', "ERROR")                                                                \
    /** It passed, at a later try (`retries`, `--reruns`); each try before that is an `R`. */      \
    X(FLAKY, "flaky", '.', "FLAKY")

enum outcome {
#define OUTCOME_ENUM(symbol, word, letter, verbose) OUTCOME_##symbol,
    OUTCOMES(OUTCOME_ENUM)
#undef OUTCOME_ENUM
        OUTCOME_COUNT
};

const char *outcome_word(enum outcome outcome);
const char *outcome_verbose(enum outcome outcome);
char outcome_letter(enum outcome outcome);
/* Whether it fails the run: failed, timeout or error. */
bool outcome_fails(enum outcome outcome);
/* How many of these cases do, by their counts. */
size_t outcomes_failing(const size_t counts[OUTCOME_COUNT]);

struct fixture_plan;
struct result;

/* Counts a case, and each step of its clean-up that failed as an error besides. */
void outcomes_count(size_t counts[OUTCOME_COUNT], const struct result *result);

/* A step of the clean-up that failed: an error of its own, beside the outcome. */
struct problem {
    char *what; /* "teardown", "table 'x'" */
    struct failure failure;
    struct problem *next;
};

/* What t:attach kept. */
struct attachment {
    char *name;
    char *data; /* NULL: of a report that was read back, which knows its size only */
    size_t size;
    struct attachment *next; /* in the order of the calls */
};

enum {
    RESULT_PHASES_MAX = 8,
    ATTACHMENTS_MAX = 100, /* of a case */
    ATTACHMENT_NAME_MAX = 128,
    ATTACHMENT_SIZE_MAX = 16 * 1024 * 1024,
};

struct phase_time {
    const char *name; /* static */
    double seconds;
};

/*
 * Reporters see it as const; it ends with the run. `autopsy` is an object, of which failure.text
 * ends with the text:
 *   from, seconds   milliseconds since 1970 when the system began to work for the case; until then
 *   resources       those that have something to say, the most telling first: id, type, name,
 *                   label, level ("error", "notice" or absent), says (one line), lines (as in the
 *                   text)
 *   quiet, unanswered, problems   lists of labels; problems with the reason
 *   refused         list of { action, label }: what there was no permission for
 */
struct result {
    const char *path; /* of the spec file */
    const char *name; /* of the case, with its parameters */
    int line;
    size_t order;            /* of the case among all that were collected */
    const char *pattern;     /* or NULL */
    const char *const *tags; /* n_tags of them */
    size_t n_tags;
    enum outcome outcome;
    struct failure failure;          /* empty when passed; of an xfailed case, what failed */
    const char *expected;            /* why it was expected to fail (xfail); or NULL */
    const struct fixture_plan *plan; /* the fixtures it uses (lua/language/fixture.h); or NULL */
    struct result *earlier; /* the try before this one (retries), itself with one before; or NULL */
    unsigned tries;         /* that came before */
    unsigned restarts; /* so often it was begun anew since a worker process had crashed under it */
    json_t *autopsy;   /* what the target said of it; or NULL */
    char
        *timeline; /* what happened when (lua/autopsy/timeline.h), until it was reported; or NULL */
    bool interrupted; /* the run was ended while it ran */
    struct attachment *attachments;
    struct problem *problems;
    char *notes; /* what it printed and logged, or NULL */
    double seconds;
    struct phase_time phases[RESULT_PHASES_MAX];
    size_t n_phases;
    uint64_t began_ns; /* monotonic; 0: it did not begin */
    int64_t told_ms;   /* when reporters were to be told of it, since 1970; 0: now */
};

void result_free(struct result *result);

/* It has been reported: what only reports of single cases want is freed, of all its tries. */
void result_slim(struct result *result);

/* Adds a copy to a list. NULL, or why it cannot be kept (static). */
const char *attachment_add(struct attachment **list, const char *name, const char *data,
                           size_t size);
void attachments_free(struct attachment *list);

/* Adds a step of the clean-up that failed, to be filled; NULL: out of memory. */
struct problem *problem_add(struct problem **list, const char *what);
void problems_free(struct problem *list);

/* What comes before its `what` in a report: "clean-up of ", but for the word teardown, which says
 * it already. */
const char *problem_of(const char *what);

/* A fixture of scope run or file that was used; reporters see it as const. */
struct fixture_result {
    const char *path; /* of the file that declares it, at `line` */
    const char *name;
    int line;
    const char *scope; /* "run", "file" */
    const char *spec;  /* scope file: whose; or NULL */
    double setup_seconds, teardown_seconds;
    struct problem *problems;
    struct attachment *attachments;
    struct fixture_result *next;
};

#endif
