/* SPDX-License-Identifier: Apache-2.0 */
/* Files that are not of the loop. */
#ifndef SLRUN_BASE_FILE_H
#define SLRUN_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>

#include "base/buf.h"

/* Writes all of it at `offset`, or where the file stands (-1); signals do not part it. 0, or errno
 * of what kept it from being whole. */
int file_write(int fd, const char *data, size_t size, off_t offset);

/* Whether something else than a regular file is at the path, which would be read without end, or
 * keep whoever opens it waiting: a device, a FIFO, a socket, a directory. Where nothing is, opening
 * it tells why. */
bool file_is_other(const char *path);

/* Opens to read, for fclose(). NULL with errno, which is EISDIR or FILE_OTHER for something
 * else than a regular file; below /dev and /proc all is taken, for that somebody has named:
 * `<(...)` of a shell. */
FILE *file_open(const char *path);

/*
 * Adds all that is in a file, opened as by file_open(). It waits for a pipe until whoever writes to
 * it is through, or a signal asks for an end (base/interrupts.h). 0, or what file_why() tells:
 * EFBIG where it is more than the buffer takes, EINTR after a signal.
 */
int file_read(const char *path, struct buf *text);

/*
 * All of a regular file, with a NUL behind it, for free(); its size in *size. NULL with errno:
 * EFBIG where it is more than `most` bytes, FILE_OTHER for anything else than a regular file,
 * wherever it is and whatever it becomes meanwhile. It never waits.
 */
char *file_bytes(const char *path, size_t most, size_t *size);

/* The next line of a file, with its line end, in place of what is in the buffer. False at the end,
 * after an error (ferror()), and where it is longer than the buffer takes (failed). */
bool file_line(FILE *file, struct buf *line);

enum { FILE_OTHER = -1 };

/* What errno says of a file, FILE_OTHER included; static, or until the next call of strerror(). */
const char *file_why(int number);

#endif
