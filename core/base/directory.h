/* SPDX-License-Identifier: Apache-2.0 */
/* Directories that are to be there, and to stay there. */
#ifndef SLRUN_BASE_DIRECTORY_H
#define SLRUN_BASE_DIRECTORY_H

#include <sys/types.h>

enum { DIRECTORY_PATH_MAX = 4096 };

/* Makes a directory and those above it; one that is there is left as it is. 0, or -1 with errno. */
int directory_make(const char *path, mode_t mode);

/* Has the names in a directory written to the disk, and those of the ones above it, since it may be
 * new itself: a new file is durable only then. 0, or -1 with errno. */
int directory_sync_up(const char *path);

#endif
