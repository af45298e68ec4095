/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/run_options.h"

#include <limits.h>

#include "run/session.h"

#define FIELD(name) offsetof(struct run_options, name)

const struct arg_option run_options[] = {
    {'k', "keyword", NULL, ARG_STRING, FIELD(keyword), "EXPR",
     "only cases whose names hold it: words with and, or, not and parentheses"},
    {'m', "mark", NULL, ARG_STRING, FIELD(mark), "EXPR",
     "only cases with these tags or marks, such as \"s3 and not xfail\""},
    {0, "deselect", NULL, ARG_LIST, FIELD(deselect), "ID", "not the cases whose ids begin so"},
    {0, "ignore", NULL, ARG_LIST, FIELD(ignore), "PATH",
     "pass over this file or folder when a directory is searched"},
    {0, "ignore-glob", NULL, ARG_LIST, FIELD(ignore_globs), "PATTERN", "the same by a pattern"},
    {'j', "jobs", NULL, ARG_NUMBER, FIELD(jobs), "N", "cases in flight at once (256; 64 on aws)", 0,
     1, SESSION_JOBS_MAX},
    {'x', "exitfirst", NULL, ARG_FLAG, FIELD(exit_first), NULL, "stop after the first failure"},
    {0, "maxfail", NULL, ARG_NUMBER, FIELD(max_failures), "N", "stop after N failures", 0, 1,
     1000000},
    {0, "lf", "last-failed", ARG_FLAG, FIELD(recall.last_failed), NULL,
     "only the cases that failed last, or all if none did"},
    {0, "ff", "failed-first", ARG_FLAG, FIELD(recall.failed_first), NULL,
     "first the cases that failed last"},
    {0, "nf", "new-first", ARG_FLAG, FIELD(recall.new_first), NULL,
     "first the cases that are new since the last run with --nf, of the newest file first"},
    {0, "lfnf", "last-failed-no-failures", ARG_STRING, FIELD(none_failed), "WHAT",
     "what --lf runs if none failed: all (the default) or none"},
    {0, "sw", "stepwise", ARG_FLAG, FIELD(recall.stepwise), NULL,
     "stop at the first failure, and start there the next time"},
    {0, "sw-skip", "stepwise-skip", ARG_FLAG, FIELD(recall.stepwise_skip), NULL,
     "pass over the first failure, and stop at the next; implies --sw"},
    {0, "shuffle", NULL, ARG_FLAG, FIELD(shuffle), NULL,
     "start the cases in a random order; the header tells its seed"},
    {0, "seed", NULL, ARG_NUMBER, FIELD(seed), "N", "shuffle by this seed", 0, 1, UINT_MAX},
    {0, "keep", NULL, ARG_FLAG, FIELD(keep), NULL,
     "leave what failed cases made, for `slrun sweep`"},
    {0, "collect-only", "co", ARG_FLAG, FIELD(collect_only), NULL,
     "list the cases and run none (with -q: one id a line)"},
    {'q', "quiet", NULL, ARG_COUNT, FIELD(verbosity), NULL, "say less", -1},
    {'v', "verbose", NULL, ARG_COUNT, FIELD(verbosity), NULL, "a line for each case", 1},
    {0, "color", NULL, ARG_STRING, FIELD(color), "WHEN", "yes, no, or auto (NO_COLOR is heeded)"},
    {0, "target", NULL, ARG_STRING, FIELD(target.name), "NAME",
     "local (the default: the embedded local cloud), endpoint, or aws"},
    {0, "target-name", NULL, ARG_STRING, FIELD(target_name), "NAME",
     "what the endpoint is (moto, say), for xfail = { on = NAME }"},
    {0, "stack", NULL, ARG_LIST, FIELD(stacks), "NAME",
     "the stack of the patterns on an endpoint or AWS; PATTERN=NAME: of one of them"},
    {0, "clock", NULL, ARG_STRING, FIELD(clock), "CLOCK",
     "of the local cloud: virtual (jumps when all wait; the default) or real"},
    TARGET_OPTIONS(FIELD(target)),
    REPORT_OPTIONS(FIELD(reports)),
    {'h', "help", NULL, ARG_FLAG, FIELD(help), NULL, "this text"},
    {0},
};
