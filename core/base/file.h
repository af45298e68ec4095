/* SPDX-License-Identifier: Apache-2.0 */
/* Writing to descriptors that are not of the loop. */
#ifndef SLRUN_BASE_FILE_H
#define SLRUN_BASE_FILE_H

#include <stddef.h>
#include <sys/types.h>

/* Writes all of it at `offset`, or where the file stands (-1); signals do not part it. 0, or errno
 * of what kept it from being whole. */
int file_write(int fd, const char *data, size_t size, off_t offset);

#endif
