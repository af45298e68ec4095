/* SPDX-License-Identifier: Apache-2.0 */
/* Command lines of the processes that a watched run starts, from its own. */
#ifndef SLRUN_CLI_WATCH_WORDS_H
#define SLRUN_CLI_WATCH_WORDS_H

#include <jansson.h>

#include "cli/options/words.h"

#define WATCH_PLAN_WORD "--plan" /* slrun watch --plan ...: makes a plan (watch_plan.h) */

struct watch_words {
    const char *exe;                 /* the program; outlives this */
    struct words options, arguments; /* of each round; of those that run all */
    struct words plan;               /* of the process that makes the plan, with the program */
};

struct watch_round {
    const json_t *specs; /* entries of the plan; NULL: all */
    const char *more;    /* an option, or NULL */
};

/* argv without "slrun watch"; it has been parsed once. words->exe is there. 0, or -1 with `error`
 * filled. */
int watch_words_read(struct watch_words *words, int argc, char **argv, struct slrun_error *error);

/* Adds the whole command line of a round. 0, or -1 with `error` filled. */
int watch_words_of_round(struct words *out, const struct watch_words *words,
                         const struct watch_round *round, struct slrun_error *error);

void watch_words_free(struct watch_words *words);

#endif
