/* SPDX-License-Identifier: Apache-2.0 */
/* The process meter: runs a command and reports its wall time, and CPU time and memory of its
 * whole process tree, as one line of JSON.
 *
 * usage: bench_pmeas [-o JSON] [-l LOG] [-t TIMEOUT_S] [-i SAMPLE_MS] -- COMMAND ARGUMENT...
 *
 * wall    from before fork until the command was reaped
 * cpu     of all descendants: this process is their subreaper, so those that nobody else waits for
 *         count too
 * rss/pss the peak of the sums over the tree, sampled every SAMPLE_MS, and after a while less often
 *         (reading /proc slows what is read). Without -i nothing is
 *         sampled, so that nothing disturbs a run whose time counts; max_rss_kb, the largest
 *         single process, comes from the kernel and is always there.
 */
#define _GNU_SOURCE /* wait4 */

#include "common/util.h"
#include "meter/tree.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define NS_PER_S      1e9
#define NS_PER_MS     1000000
#define IDLE_MS       50  /* between looks at the timeout when nothing is sampled */
#define SLOWEST_MS    20  /* the interval of samples grows to this ... */
#define SAMPLES_AGO   20  /* ... as a part of the time that the command has run */
#define TERM_GRACE_S  5.0 /* from SIGTERM to SIGKILL */
#define ORPHAN_WAIT_S 2.0 /* how long descendants may outlive the command */
#define EXIT_NO_EXEC  127

struct options {
    const char *out;
    const char *log;
    double timeout_s;
    long sample_ms; /* 0: no samples */
};

struct result {
    double wall_s;
    double user_s;
    double system_s;
    long max_rss_kb;
    int status;
    int orphans;
    bool timed_out;
    struct tree_sample peak;
};

static double seconds_since(uint64_t start)
{
    return (double)(clock_ns() - start) / NS_PER_S;
}

static double seconds(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

/* In the child: its own process group, output to the log, no input. */
_Noreturn static void become(const struct options *o, char **command, const sigset_t *signals)
{
    int log = open(o->log, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    int null = open("/dev/null", O_RDONLY);
    if (log < 0 || null < 0)
        _exit(EXIT_NO_EXEC);
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGTERM); /* an interrupted benchmark leaves nothing behind */
    dup2(null, STDIN_FILENO);
    dup2(log, STDOUT_FILENO);
    dup2(log, STDERR_FILENO);
    close(log);
    close(null);
    sigprocmask(SIG_SETMASK, signals, NULL);
    execvp(command[0], command);
    _exit(EXIT_NO_EXEC);
}

/* Reaps whoever has ended; true once the command itself has. */
static bool reap(pid_t command, uint64_t start, struct result *r)
{
    int status;
    pid_t pid;
    while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
        if (pid == command) {
            r->status = status;
            r->wall_s = seconds_since(start);
            return true;
        }
    }
    return false;
}

static void enforce_timeout(const struct options *o, pid_t command, uint64_t start,
                            struct result *r)
{
    double late = seconds_since(start) - o->timeout_s;
    if (late > 0 && !r->timed_out) {
        r->timed_out = true;
        kill(-command, SIGTERM);
    }
    if (late > TERM_GRACE_S)
        kill(-command, SIGKILL);
}

/* How long to wait before the next look at the command. */
static struct timespec interval(const struct options *o, uint64_t start)
{
    long ms = IDLE_MS;
    if (o->sample_ms > 0) {
        long grown = (long)(seconds_since(start) * 1000) / SAMPLES_AGO;
        ms = grown < SLOWEST_MS ? grown : SLOWEST_MS;
        ms = ms > o->sample_ms ? ms : o->sample_ms;
    }
    return (struct timespec){ms / 1000, ms % 1000 * NS_PER_MS};
}

/* Waits for the command, sampling its tree meanwhile. */
static void watch(const struct options *o, pid_t command, uint64_t start, struct result *r)
{
    sigset_t child;
    sigemptyset(&child);
    sigaddset(&child, SIGCHLD);
    while (!reap(command, start, r)) {
        if (o->sample_ms > 0) {
            struct tree_sample now = tree_sample(getpid());
            tree_peak(&r->peak, &now);
        }
        enforce_timeout(o, command, start, r);
        struct timespec pause = interval(o, start);
        sigtimedwait(&child, NULL, &pause);
    }
}

/* Gives descendants that outlive the command a short time, then ends its process group. */
static void reap_orphans(pid_t command, struct result *r)
{
    const struct timespec pause = {0, 5 * NS_PER_MS};
    uint64_t start = clock_ns();
    for (;;) {
        pid_t pid = waitpid(-1, NULL, WNOHANG);
        if (pid < 0)
            return;
        if (pid > 0) {
            r->orphans++;
            continue;
        }
        if (seconds_since(start) > ORPHAN_WAIT_S)
            kill(-command, SIGKILL);
        if (seconds_since(start) > 2 * ORPHAN_WAIT_S)
            return;
        nanosleep(&pause, NULL);
    }
}

static struct result run(const struct options *o, char **command)
{
    struct result r = {0};
    sigset_t child;
    sigset_t before;
    sigemptyset(&child);
    sigaddset(&child, SIGCHLD);
    sigprocmask(SIG_BLOCK, &child, &before);
    uint64_t start = clock_ns();
    pid_t pid = fork();
    if (pid < 0)
        die_errno("fork");
    if (pid == 0)
        become(o, command, &before);
    watch(o, pid, start, &r);
    reap_orphans(pid, &r);
    struct rusage usage;
    getrusage(RUSAGE_CHILDREN, &usage);
    r.user_s = seconds(usage.ru_utime);
    r.system_s = seconds(usage.ru_stime);
    r.max_rss_kb = usage.ru_maxrss;
    return r;
}

static void report(const char *path, const struct result *r)
{
    FILE *f = path != NULL ? fopen(path, "w") : stdout;
    if (f == NULL)
        die_errno(path);
    int code = WIFEXITED(r->status) ? WEXITSTATUS(r->status) : 128 + WTERMSIG(r->status);
    fprintf(f,
            "{\"wall\":%.6f,\"cpu\":%.6f,\"user\":%.6f,\"system\":%.6f,\"max_rss_kb\":%ld,"
            "\"rss_kb\":%ld,\"pss_kb\":%ld,\"processes\":%d,\"orphans\":%d,\"code\":%d,"
            "\"timed_out\":%s}\n",
            r->wall_s, r->user_s + r->system_s, r->user_s, r->system_s, r->max_rss_kb,
            r->peak.rss_kb > r->max_rss_kb ? r->peak.rss_kb : r->max_rss_kb, r->peak.pss_kb,
            r->peak.processes, r->orphans, code, r->timed_out ? "true" : "false");
    if (fflush(f) != 0 || (path != NULL && fclose(f) != 0))
        die_errno("cannot write the report");
}

int main(int argc, char **argv)
{
    struct options o = {.log = "/dev/null", .timeout_s = 3600};
    int option;
    while ((option = getopt(argc, argv, "+o:l:t:i:")) != -1) {
        switch (option) {
        case 'o':
            o.out = optarg;
            break;
        case 'l':
            o.log = optarg;
            break;
        case 't':
            o.timeout_s = strtod(optarg, NULL);
            break;
        case 'i':
            o.sample_ms = strtol(optarg, NULL, 10);
            break;
        default:
            return 2;
        }
    }
    if (optind >= argc)
        return 2;
    if (prctl(PR_SET_CHILD_SUBREAPER, 1) != 0)
        die_errno("prctl");
    struct result r = run(&o, argv + optind);
    report(o.out, &r);
    return 0;
}
