/* SPDX-License-Identifier: Apache-2.0 */
/* Makes directories. */
#include "base/directory.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

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
