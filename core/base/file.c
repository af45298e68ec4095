/* SPDX-License-Identifier: Apache-2.0 */
#include "base/file.h"

#include <errno.h>
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
