/* SPDX-License-Identifier: Apache-2.0 */
/* The options of a run, and the table that they are read and told by. */
#ifndef SLRUN_CLI_RUN_OPTIONS_H
#define SLRUN_CLI_RUN_OPTIONS_H

#include "cli/args.h"
#include "cli/reports.h"
#include "cli/target.h"
#include "run/recall.h"

struct run_options {
    struct target_options target;
    struct report_options reports;
    const char *color;
    const char *target_name;
    const char *clock;
    const char *keyword, *mark;
    const char *shard;
    struct arg_list deselect, ignore, ignore_globs;
    struct arg_list stacks;
    const char *stack_timeout;
    bool help, collect_only, exit_first, keep, shuffle;
    struct recall_options recall;
    const char *none_failed;
    int verbosity;
    unsigned jobs, max_failures, seed;
};

/* Ends with a row without a name. */
extern const struct arg_option run_options[];

#endif
