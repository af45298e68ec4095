/* SPDX-License-Identifier: Apache-2.0 */
/* The options of a run, and the table that they are read and told by. */
#ifndef SLRUN_CLI_RUN_OPTIONS_H
#define SLRUN_CLI_RUN_OPTIONS_H

#include "cli/options/args.h"
#include "cli/reports.h"
#include "cli/target/target.h"
#include "run/select/recall.h"

struct run_options {
    struct target_options target;
    struct report_options reports;
    const char *color, *traceback, *shown;
    const char *root, *config_file;
    struct arg_list overrides, defines, plugins;
    const char *target_name;
    const char *clock, *iam;
    const char *keyword, *mark;
    const char *shard, *workers;
    struct arg_list deselect, ignore, ignore_globs;
    struct arg_list stacks;
    double stack_timeout;
    bool help, version, collect_only, exit_first, keep, shuffle;
    bool fixtures, setup_show, setup_plan, says, strict_tags, fail_on_flaky;
    bool run_xfail, run_the_rest;
    struct recall_options recall;
    const char *none_failed;
    int verbosity;
    unsigned jobs, max_failures, seed;
    unsigned reruns, repeat;
    unsigned durations;                          /* DURATIONS_NONE; 0: all */
    double durations_min, timeout, reruns_delay; /* milliseconds; durations_min -1: not given */
};

enum { DURATIONS_NONE = 1000001, REPEAT_MAX = 10000 };

/* What holds where nothing is said. */
extern const struct run_options run_options_initial;

/* Ends with a row without a name. */
extern const struct arg_option run_options[];

#endif
