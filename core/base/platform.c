/* SPDX-License-Identifier: Apache-2.0 */
/* What is neither POSIX nor libuv. */
#include "base/platform.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif
#ifdef __linux__
#include <signal.h>
#include <sys/prctl.h>
#endif

void platform_die_with_parent(void)
{
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
}

bool platform_adopt_orphans(bool adopt)
{
#ifdef PR_SET_CHILD_SUBREAPER
    return prctl(PR_SET_CHILD_SUBREAPER, adopt ? 1UL : 0UL) == 0;
#else
    return !adopt;
#endif
}

void platform_close_behind(int first, int but)
{
    for (int fd = first; fd < but; fd++)
        close(fd);
#ifdef __linux__
    if (close_range((unsigned)but + 1, ~0U, 0) == 0)
        return;
#endif
    long last = sysconf(_SC_OPEN_MAX);
    for (int fd = but + 1; fd < last; fd++)
        close(fd);
}

void platform_keep_memory(void)
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 2 << 20);
    mallopt(M_TRIM_THRESHOLD, 8 << 20);
#endif
}

void platform_on_loopback(int fd)
{
#ifdef TCP_CONGESTION
    static const char plain[] = "reno"; /* every Linux has it */
    (void)setsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, plain, sizeof plain - 1);
#else
    (void)fd;
#endif
}

int platform_accept(int fd)
{
#ifdef SOCK_NONBLOCK
    return accept4(fd, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
#else
    int one = accept(fd, NULL, NULL);
    if (one < 0 || (fcntl(one, F_SETFL, O_NONBLOCK) >= 0 && fcntl(one, F_SETFD, FD_CLOEXEC) >= 0))
        return one;
    close(one);
    return -1;
#endif
}

unsigned platform_terminal_width(int fd)
{
#ifdef TIOCGWINSZ
    struct winsize size;
    if (ioctl(fd, TIOCGWINSZ, &size) == 0)
        return size.ws_col;
#endif
    (void)fd;
    return 0;
}

int platform_shared_memory(size_t size)
{
#ifdef __linux__
    int fd = memfd_create("slrun", MFD_CLOEXEC);
    if (fd >= 0 && ftruncate(fd, (off_t)size) != 0) {
        int why = errno;
        close(fd);
        errno = why;
        return -1;
    }
    return fd;
#else
    (void)size;
    errno = ENOSYS;
    return -1;
#endif
}

void platform_signal_name(int number, char *name, size_t size)
{
#if defined __GLIBC__ && defined __linux__
    const char *short_name = sigabbrev_np(number);
    if (short_name) {
        snprintf(name, size, "SIG%s", short_name);
        return;
    }
#endif
    snprintf(name, size, "signal %d", number);
}
