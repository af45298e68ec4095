/* SPDX-License-Identifier: Apache-2.0 */
/* Makes directories, and has them written to the disk. */
#include "base/directory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A part of the path that exists as something else shows up in the next part, or at the end. */
int directory_make(const char *path, mode_t mode)
{
    char part[DIRECTORY_PATH_MAX];
    struct stat st;
    size_t size = strlen(path);
    if (!size || size >= sizeof part) {
        errno = size ? ENAMETOOLONG : ENOENT;
        return -1;
    }
    memcpy(part, path, size + 1);
    for (char *slash = part + 1;; slash++) {
        slash += strcspn(slash, "/");
        char kept = *slash;
        *slash = '\0';
        if (mkdir(part, mode) != 0 && errno != EEXIST)
            return -1;
        if (!kept)
            break;
        *slash = kept;
    }
    if (stat(path, &st) != 0)
        return -1;
    errno = ENOTDIR;
    return S_ISDIR(st.st_mode) ? 0 : -1;
}

static int directory_sync(const char *path)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return -1;
    int result = fsync(fd);
    if (result != 0 && errno == EINVAL) /* a file system that has no such thing */
        result = 0;
    close(fd);
    return result;
}

int directory_sync_up(const char *directory)
{
    char path[DIRECTORY_PATH_MAX];
    int n = snprintf(path, sizeof path, "%s", directory);
    if (n <= 0 || (size_t)n >= sizeof path) {
        errno = n ? ENAMETOOLONG : ENOENT;
        return -1;
    }
    for (char *slash; (slash = strrchr(path, '/')) != NULL && slash != path; *slash = '\0')
        if (directory_sync(path) != 0)
            return -1;
    if (directory_sync(path) != 0)
        return -1;
    return *path == '/' ? 0 : directory_sync(".");
}
