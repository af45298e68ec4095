/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a watched run reads, and what of it a change touches. A plan is an object:
 *   "specs"   each { "file": absolute path, "words": arguments of slrun that run it, "stacks":
 *             folders and files of the system that it tests }
 *   "all"     files that touch every spec: the configuration file, plugins
 *   "trees"   folders in which new specs may appear
 *   "top"     the folder from which conftest.lua files hold on
 * It is made by a process of its own, which has read the specs anew and ends.
 */
#ifndef SLRUN_CLI_WATCH_PLAN_H
#define SLRUN_CLI_WATCH_PLAN_H

#include <stdbool.h>

#include <jansson.h>

#include "cli/exitcode.h"

enum {
    WATCH_PLAN_SECONDS = 60,           /* then its process ends */
    WATCH_PLAN_MAX = 64 * 1024 * 1024, /* bytes */
};

/* Of that process: prints the plan of a run with these arguments. The exit code. */
enum exitcode watch_plan_print(int argc, char **argv);

/* Has it made: `argv` is the whole command, ended by NULL. A new reference; NULL: there is none,
 * and its process has said why. */
json_t *watch_plan_ask(char **argv);

/* The specs of `plan` that the changed files (an object with absolute paths as keys) touch, and
 * those that `before` (may be NULL) did not have: an array of their entries, a new reference. */
json_t *watch_plan_touched(const json_t *plan, const json_t *before, const json_t *changed);

#endif
