/* SPDX-License-Identifier: Apache-2.0 */
/* Paths as ids have them: as seen from the working directory, in one spelling. */
#ifndef SLRUN_RUN_PATH_H
#define SLRUN_RUN_PATH_H

#include <stdbool.h>
#include <stddef.h>

/* Writes the n bytes of `path` without ".", "x/.." and needless slashes; a path below the working
 * directory loses that. "." if nothing is left. Links are not followed. 0, or -1: more than `size`
 * holds. */
int path_tidy(const char *path, size_t n, char *out, size_t size);

/* The working directory, and the root of its project: the nearest folder above it, or itself, that
 * has a .git; without one, itself. "" where it cannot be known. */
void path_here(char *directory, size_t n_directory, char *root, size_t n_root);

/* Whether a tidy path is `folder` or lies below it. */
bool path_is_in(const char *path, const char *folder);

/* Python's fnmatch: "*" and "?" stand for slashes too. Both are made absolute. */
bool path_fits(const char *path, const char *pattern);

#endif
