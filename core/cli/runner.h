/* SPDX-License-Identifier: Apache-2.0 */
/* What a run holds, from its command line to its results. */
#ifndef SLRUN_CLI_RUNNER_H
#define SLRUN_CLI_RUNNER_H

#include <limits.h>

#include <uv.h>

#include "base/directory.h"
#include "cli/live.h"
#include "cli/options/config.h"
#include "cli/options/run_options.h"
#include "cli/options/words.h"
#include "lua/language/stack.h"
#include "report/term.h"
#include "run/iam/iam.h"
#include "run/ledger/ledger.h"
#include "run/select/shard.h"
#include "run/session/session.h"
#include "run/worker/workers.h"

enum {
    RUNNER_NOTES_MAX = 8,
    STACKS_NOTE_MAX = 2048, /* bytes of a line about stacks */
};

/* All that a run holds; opened from the top, closed from the bottom. */
enum { RUNNER_SIGNALS = 3 /* that end a run */ };

struct runner {
    struct words words;
    struct config config;
    struct run_options o;
    struct arg_rest rest;
    char *plugin_path; /* of -p and --plugin-path; or NULL */
    char root[PATH_MAX];
    char shown[TERM_SHOWN_MAX]; /* of -r */
    struct spec_files files;
    struct registry *registry;
    uv_loop_t *loop;
    struct target *target;
    struct lua_env env;
    struct stack_names stacks;
    const char *notes[RUNNER_NOTES_MAX]; /* for the head of the report (stacks.h) */
    char stack_notes[2][STACKS_NOTE_MAX];
    json_t *tags;          /* of all that the run creates */
    json_t *denied;        /* what AWS would refuse to functions; NULL: nothing yet */
    struct ledger *ledger; /* NULL where nothing outlives the run */
    struct collection collection;
    struct recall recall;
    struct shard shard;
    size_t n_whole;                                                  /* cases of all shards */
    char directory[DIRECTORY_PATH_MAX], project[DIRECTORY_PATH_MAX]; /* or "" */
    struct iam_uses *uses;                                           /* what `slrun iam` tells */
    char **argv;                                                     /* of the run, ended by NULL */
    unsigned n_workers; /* 0: cases run in this process */
    struct workers_clock *clock;
    struct workers *workers;
    json_t *hello;            /* of the workers */
    struct identity identity; /* of their ledgers */
    int64_t began_s;          /* since 1970 */
    struct session *session;
    struct term *term;
    struct reports *reports;
    struct live live;
    uv_signal_t signals[RUNNER_SIGNALS];
    bool watching;
    bool failed; /* the target could not be made ready */
    uint64_t began_ns;
    struct slrun_error error;
};

/* Reads the configuration file, the words of SLRUN_ADDOPTS, and the command line: what comes later
 * has the last word. 0, or -1 with runner->error filled. */
int runner_read(struct runner *runner, int argc, char **argv);

/* Finds the files, the plugins and the target; starts nothing. 0, or -1 as above. */
int runner_open(struct runner *runner);

/* Whether it only tells of cases, and runs none. */
bool runner_lists(const struct runner *runner);

/* The part of it that a worker process needs too: plugins, target, what specs share. */
int runner_open_here(struct runner *runner);

/* Whatever of it was opened. */
void runner_close(struct runner *runner);

#endif
