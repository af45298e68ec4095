/* SPDX-License-Identifier: Apache-2.0 */
/* The files that reporters write. */
#ifndef SLRUN_REPORT_FILE_H
#define SLRUN_REPORT_FILE_H

#include <sys/types.h>

#include <slrun/error.h>

/* An empty file for the report of this kind ("JUnit"), and the folders above it: a descriptor, or
 * -1 with `error` filled. */
int file_create(const char *path, const char *kind, struct slrun_error *error);

/* -1 with `error` filled: `number` (of errno) kept the report from being whole. */
int file_incomplete(const char *path, const char *kind, int number, struct slrun_error *error);

#endif
