/* SPDX-License-Identifier: Apache-2.0 */
/* The files that reporters write. */
#ifndef SLRUN_REPORT_FILE_H
#define SLRUN_REPORT_FILE_H

#include <sys/types.h>

#include <slrun/error.h>

/* An empty file for the report of this kind ("JUnit"), and the folders above it: a descriptor, or
 * -1 with `error` filled. */
int file_create(const char *path, const char *kind, struct slrun_error *error);

/* Writes all of it at `offset`, or where the file stands (-1). 0, or the errno of what kept it from
 * being whole. */
int file_write(int fd, const char *data, size_t size, off_t offset);

/* -1 with `error` filled: `number` (of errno) kept the report from being whole. */
int file_incomplete(const char *path, const char *kind, int number, struct slrun_error *error);

#endif
