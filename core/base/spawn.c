/* SPDX-License-Identifier: Apache-2.0 */
/* Starts a process that dies with this one. */
#include "base/spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/platform.h"

enum { STREAMS = 3 };

/* ---- in the child: only what is allowed between fork() and exec() ---- */

static void reset_signals(void)
{
    const struct sigaction standard = {.sa_handler = SIG_DFL};
    sigset_t none;
    for (int i = 1; i < NSIG; i++)
        sigaction(i, &standard, NULL); /* fails for some, which cannot be changed anyway */
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

static bool set_streams(const struct spawn *options)
{
    int in = options->in > 0 ? options->in : open("/dev/null", O_RDONLY);
    return in >= 0 && dup2(in, 0) == 0 && dup2(options->out, 1) == 1 && dup2(options->err, 2) == 2;
}

static void become(const struct spawn *options, int report, pid_t parent)
{
    platform_die_with_parent();
    setsid();
    reset_signals();
    if (getppid() == parent && set_streams(options) &&
        (!options->directory || chdir(options->directory) == 0)) {
        platform_close_behind(STREAMS, report);
        execvpe(options->argv[0], (char *const *)options->argv,
                (char *const *)options->environment);
    }
    int why = errno;
    ssize_t n = write(report, &why, sizeof why);
    _exit(n == sizeof why ? 127 : 126);
}

/* ---- in the parent ---- */

/* Nothing comes when exec() has closed the other end. */
static int read_report(int report)
{
    int why = 0;
    ssize_t n;
    do
        n = read(report, &why, sizeof why);
    while (n < 0 && errno == EINTR);
    return n == sizeof why ? why : 0;
}

static void reap(pid_t pid)
{
    while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
        ;
}

pid_t spawn(const struct spawn *options)
{
    int report[2];
    pid_t parent = getpid();
    if (pipe2(report, O_CLOEXEC))
        return -1;
    pid_t pid = fork();
    if (pid == 0)
        become(options, report[1], parent);
    close(report[1]);
    int why = pid < 0 ? errno : read_report(report[0]);
    close(report[0]);
    if (!why)
        return pid;
    if (pid > 0)
        reap(pid);
    errno = why;
    return -1;
}
