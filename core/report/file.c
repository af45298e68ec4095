/* SPDX-License-Identifier: Apache-2.0 */
#include "report/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/directory.h"
#include "base/error.h"

static int make_folders(const char *path)
{
    char folder[DIRECTORY_PATH_MAX];
    const char *slash = strrchr(path, '/');
    if (!slash || slash == path)
        return 0;
    if ((size_t)(slash - path) >= sizeof folder) {
        errno = ENAMETOOLONG;
        return -1;
    }
    memcpy(folder, path, (size_t)(slash - path));
    folder[slash - path] = '\0';
    return directory_make(folder, 0777);
}

int file_create(const char *path, const char *kind, struct slrun_error *error)
{
    int fd =
        make_folders(path) == 0 ? open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666) : -1;
    if (fd >= 0)
        return fd;
    error_set(error, SLRUN_E_USAGE, "%s: the %s report cannot be written: %s", path, kind,
              strerror(errno));
    return error_hint(error, "name a file in a folder that you may write to");
}

int file_incomplete(const char *path, const char *kind, int number, struct slrun_error *error)
{
    error_set(error, SLRUN_E_IO, "%s: the %s report is not complete: %s", path, kind,
              strerror(number));
    return error_hint(error, "the cases ran; what the terminal shows of them is complete");
}
