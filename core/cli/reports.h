/* SPDX-License-Identifier: Apache-2.0 */
/* The reporters of a run: the terminal's, and those that the options ask for. */
#ifndef SLRUN_CLI_REPORTS_H
#define SLRUN_CLI_REPORTS_H

#include <stddef.h>

#include <uv.h>

#include "cli/exitcode.h"
#include "cli/options/args.h"
#include "report/reporter.h"

struct report_options {
    const char *junit, *tap, *json, *html, *github;
    const char *trace; /* a file; "": lines; of a run alone, which has calls */
};

/* Rows of a command's table; `at`: the offset of its struct report_options. */
/* clang-format off */
#define REPORT_OPTIONS(at)                                                                         \
    {0, "junitxml", "junit-xml", ARG_STRING, (at) + offsetof(struct report_options, junit),        \
     "FILE", "write a JUnit report, whole at any moment of the run"},                              \
    {0, "tap", NULL, ARG_STRING, (at) + offsetof(struct report_options, tap), "FILE",              \
     "write a TAP report (version 13)"},                                                           \
    {0, "report-json", NULL, ARG_STRING, (at) + offsetof(struct report_options, json), "FILE",     \
     "write a JSON object a line, as things happen"},                                              \
    {0, "html", NULL, ARG_STRING, (at) + offsetof(struct report_options, html), "FILE",            \
     "write one page with each case's timeline, for a browser"},                                   \
    {0, "github", NULL, ARG_STRING, (at) + offsetof(struct report_options, github), "WHEN",        \
     "annotations and step summary: yes, no, or auto (in GitHub Actions)", .among = "yes|no|auto"}
/* clang-format on */

struct reports;

/* Opens them; the terminal's reporter, if there is one, comes first. NULL with `error` filled. */
struct reports *reports_open(const struct report_options *options, const struct reporter *terminal,
                             struct slrun_error *error);

/* They write what comes within 10 ms together; else each on its own. The loop has a closing handle
 * to run after reports_close(). */
void reports_follow(struct reports *reports, uv_loop_t *loop);

/* All of them, to be told of the run by reporters_observer. */
struct reporters *reports_all(struct reports *reports);

/* What they want of calls, together: enum observer_calls. */
unsigned reports_calls(const struct reports *reports);

/* Told of a report that could not be written whole; what it returns does not matter. */
typedef enum exitcode report_tell(const struct slrun_error *error);

/* Frees them. 0, or -1: some could not be written whole, and tell() was told of each, unless NULL.
 */
int reports_close(struct reports *reports, report_tell *tell);

#endif
