/* SPDX-License-Identifier: Apache-2.0 */
/* Which conftest.lua files hold for a spec: those of the directories from the root to its own. */
#ifndef SLRUN_RUN_CONFTEST_H
#define SLRUN_RUN_CONFTEST_H

#include <slrun/error.h>

enum { CONFTESTS_MAX = 32 };

/* The chain of one directory; the next directory's takes its place. */
struct conftests {
    char *root;                 /* absolute */
    char *dir;                  /* whose chain it is, as in the path of the spec; NULL: none yet */
    char *paths[CONFTESTS_MAX]; /* the outermost first */
    int n;
};

/* For spec files under `root` (an absolute path, borrowed). */
void conftests_init(struct conftests *c, char *root);

/* Finds those for a spec file. 0, or -1 with `error` filled. */
int conftests_find(struct conftests *c, const char *spec, struct slrun_error *error);
void conftests_free(struct conftests *c);

#endif
