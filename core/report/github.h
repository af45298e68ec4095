/* SPDX-License-Identifier: Apache-2.0 */
/*
 * GitHub Actions: what failed as annotations of its line, on standard output (GitHub's "workflow
 * commands", their paths seen from the root of the repository), and a summary in Markdown, added to
 * the file that GITHUB_STEP_SUMMARY names.
 */
#ifndef SLRUN_REPORT_GITHUB_H
#define SLRUN_REPORT_GITHUB_H

#include <stdio.h>

#include "run/session/observer.h"

enum { GITHUB_PATH_MAX = 4096 };

struct github {
    FILE *out;
    const char *summary;             /* the file, or NULL */
    char root[GITHUB_PATH_MAX];      /* that paths are told from; "": it is not known */
    char directory[GITHUB_PATH_MAX]; /* where paths begin that are not absolute */
};

/* Where the run is, and the root of its project, absolute. Without a .git there it is `workspace`
 * (GITHUB_WORKSPACE, or NULL), if that lies above: where git is missing, GitHub's checkout has
 * none. */
void github_place(struct github *g, const char *directory, const char *root, const char *workspace);

extern const struct observer github_observer; /* of a struct github */

#endif
