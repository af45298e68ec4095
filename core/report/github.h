/* SPDX-License-Identifier: Apache-2.0 */
/*
 * GitHub Actions: what failed as annotations of its line, on standard output (GitHub's "workflow
 * commands"), and a summary in Markdown, added to the file that GITHUB_STEP_SUMMARY names.
 */
#ifndef SLRUN_REPORT_GITHUB_H
#define SLRUN_REPORT_GITHUB_H

#include <stdio.h>

#include "run/observer.h"

struct github {
    FILE *out;
    const char *summary; /* the file, or NULL */
};

extern const struct observer github_observer; /* of a struct github */

#endif
