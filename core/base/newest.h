/* SPDX-License-Identifier: Apache-2.0 */
/* Which of several files was changed last. */
#ifndef SLRUN_BASE_NEWEST_H
#define SLRUN_BASE_NEWEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { NEWEST_FILES_MAX = 100000 /* that are looked at below a directory */ };

/*
 * The template of a stack: `place` itself, if that is a file, or what a directory has: what `sam
 * build` made (.aws-sam/build), while nothing in the directory is newer, else template.yaml, .yml
 * or .json. Its path in `path`; false: there is none that can be read.
 */
bool newest_template(const char *place, char *path, size_t size);

#endif
