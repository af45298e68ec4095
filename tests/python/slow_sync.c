/* SPDX-License-Identifier: Apache-2.0 */
/* LD_PRELOAD: a disk that takes its time. fdatasync() of a file below a directory "s3" makes the
 * file SLRUN_SYNC_GATE.waits and returns when SLRUN_SYNC_GATE is there. */
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { PATH_SIZE = 4096, TRIES_MAX = 60000 };

static int is_object(int fd)
{
    char link[64], path[PATH_SIZE];
    (void)snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, sizeof path - 1);
    path[n > 0 ? n : 0] = '\0';
    return strstr(path, "/s3/") != NULL;
}

static void wait_for(const char *gate)
{
    const struct timespec pause = {0, 5 * 1000 * 1000};
    char path[PATH_SIZE];
    (void)snprintf(path, sizeof path, "%s.waits", gate);
    int fd = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    if (fd >= 0)
        (void)close(fd);
    for (int i = 0; i < TRIES_MAX && access(gate, F_OK) != 0; i++)
        (void)nanosleep(&pause, NULL);
}

int fdatasync(int fd)
{
    int (*real)(int) = NULL;
    *(void **)&real = dlsym(RTLD_NEXT, "fdatasync");
    const char *gate = getenv("SLRUN_SYNC_GATE");
    if (gate != NULL && is_object(fd))
        wait_for(gate);
    return real(fd);
}
