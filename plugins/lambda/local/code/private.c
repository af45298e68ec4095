/* SPDX-License-Identifier: Apache-2.0 */
/* Private directories of local clouds. */
#include "local/code/private.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "local/code/tree.h"

#define PREFIX "slrun-lambda-"

enum { PATH_BYTES = 4096, AGE_MIN_S = 60 };

static const char *temporary(void)
{
    const char *folder = getenv("TMPDIR");
    return folder && *folder ? folder : "/tmp";
}

/* A directory without an owner that lives. */
static bool is_left(int fd)
{
    struct stat s;
    return fstat(fd, &s) == 0 && s.st_uid == geteuid() && time(NULL) - s.st_mtime > AGE_MIN_S &&
           flock(fd, LOCK_EX | LOCK_NB) == 0;
}

static void remove_left(int folder, const char *name)
{
    char path[PATH_BYTES];
    int fd = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    int n = snprintf(path, sizeof path, "%s/%s", temporary(), name);
    if (fd < 0)
        return;
    if (n > 0 && (size_t)n < sizeof path && is_left(fd))
        tree_remove(path);
    close(fd);
}

static void sweep(void)
{
    DIR *folder = opendir(temporary());
    const struct dirent *entry;
    while (folder && (entry = readdir(folder)))
        if (strncmp(entry->d_name, PREFIX, sizeof PREFIX - 1) == 0)
            remove_left(dirfd(folder), entry->d_name);
    if (folder)
        closedir(folder);
}

int private_open(char *path, size_t size)
{
    int fd = -1, n = snprintf(path, size, "%s/" PREFIX "XXXXXX", temporary());
    sweep();
    if (n > 0 && (size_t)n < size && mkdtemp(path))
        fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        *path = '\0';
    else
        (void)flock(fd,
                    LOCK_EX | LOCK_NB); /* file systems without locks have no leftovers removed */
    return fd;
}

void private_close(const char *path, int lock)
{
    tree_remove(path);
    if (lock >= 0)
        close(lock);
}
