/* SPDX-License-Identifier: Apache-2.0 */
#include "base/file.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int file_write(int fd, const char *data, size_t size, off_t offset)
{
    for (size_t done = 0; done < size;) {
        ssize_t n = offset < 0 ? write(fd, data + done, size - done)
                               : pwrite(fd, data + done, size - done, offset + (off_t)done);
        if (n < 0 && errno != EINTR)
            return errno;
        if (n == 0)
            return errno = ENOSPC;
        done += n > 0 ? (size_t)n : 0;
    }
    return 0;
}

bool file_is_other(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && !S_ISREG(st.st_mode);
}

FILE *file_open(const char *path)
{
    bool named = strncmp(path, "/dev/", 5) == 0 || strncmp(path, "/proc/", 6) == 0;
    if (named || !file_is_other(path))
        return fopen(path, "re");
    errno = FILE_OTHER;
    return NULL;
}

const char *file_why(int number)
{
    return number == FILE_OTHER ? "it is no regular file" : strerror(number);
}
