/* SPDX-License-Identifier: Apache-2.0 */
/* What is neither POSIX nor libuv. */
#include "base/platform.h"

#include <sys/ioctl.h>
#include <termios.h>

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
