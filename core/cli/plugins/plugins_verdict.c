/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/plugins/plugins_verdict.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"

enum { LINE_SIZE = 512, TEXT_SIZE = VERDICT_PROBLEMS_MAX * LINE_SIZE };

/* First bytes of the lines that a child sends. */
enum { PROBLEM = 'P', AT = '@', END = 'E' };

static void send_line(int fd, char kind, const char *text)
{
    char line[LINE_SIZE + 2];
    int n = snprintf(line, sizeof line, "%c%.*s", kind, LINE_SIZE - 1, text);
    for (int i = 1; i < n; i++) /* one line, whatever the plugin's texts hold */
        if ((unsigned char)line[i] < ' ')
            line[i] = ' ';
    line[n] = '\n';
    if (file_write(fd, line, (size_t)n + 1, -1) != 0)
        _exit(1);
}

static void keep(struct verdict *v, const char *text)
{
    if (v->text.max == 0)
        v->text.max = TEXT_SIZE;
    if (v->problems++ < VERDICT_PROBLEMS_MAX)
        buf_printf(&v->text, "%s\n", text);
}

void verdict_add(struct verdict *v, const char *fmt, ...)
{
    char text[LINE_SIZE - 1];
    va_list args;
    va_start(args, fmt);
    vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    if (v->fd)
        send_line(v->fd, PROBLEM, text);
    else
        keep(v, text);
}

void verdict_at(struct verdict *v, const char *fmt, ...)
{
    char text[LINE_SIZE - 1];
    va_list args;
    if (!v->fd)
        return;
    va_start(args, fmt);
    vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    send_line(v->fd, AT, text);
}

static _Noreturn void be_child(int fd, void (*check)(struct verdict *v, void *arg), void *arg)
{
    struct verdict v = {.fd = fd};
    struct rlimit no_core = {0}, stack = {0};
    int null = open("/dev/null", O_WRONLY);
    setrlimit(RLIMIT_CORE, &no_core);
    getrlimit(RLIMIT_STACK, &stack);
    if (stack.rlim_cur > VERDICT_STACK) /* unlimited is the largest number */
        stack.rlim_cur = VERDICT_STACK;
    setrlimit(RLIMIT_STACK, &stack);
    if (null >= 0)
        dup2(null, STDOUT_FILENO);
    check(&v, arg);
    send_line(fd, END, "");
    _exit(0);
}

/* What has come from the child so far. */
struct child {
    struct verdict *v;
    char line[LINE_SIZE + 2], at[LINE_SIZE];
    size_t n;
    bool ended;
};

static void take_line(struct child *c)
{
    c->line[c->n] = '\0';
    if (c->line[0] == PROBLEM)
        keep(c->v, c->line + 1);
    else if (c->line[0] == AT)
        snprintf(c->at, sizeof c->at, "%.*s", LINE_SIZE - 1, c->line + 1);
    else
        c->ended = c->line[0] == END;
    c->n = 0;
}

static void take(struct child *c, const char *data, ssize_t size)
{
    for (ssize_t i = 0; i < size; i++)
        if (data[i] == '\n')
            take_line(c);
        else if (c->n < sizeof c->line - 1)
            c->line[c->n++] = data[i];
}

static uint64_t deadline_from_now(void)
{
    return clock_mono_ns() + (uint64_t)VERDICT_LIMIT_MS * 1000000;
}

/* Reads until the child closes its end; false: it tried one thing for too long. */
static bool listen_to(struct child *c, int fd)
{
    uint64_t deadline = deadline_from_now();
    char data[4096];
    while (clock_mono_ns() < deadline) {
        struct pollfd p = {.fd = fd, .events = POLLIN};
        if (poll(&p, 1, 100) <= 0)
            continue;
        ssize_t size = read(fd, data, sizeof data);
        if (size == 0 || (size < 0 && errno != EINTR))
            return true;
        take(c, data, size);
        deadline = deadline_from_now();
    }
    return false;
}

static void tell_death(struct child *c, bool in_time, int status)
{
    char how[96];
    if (!in_time)
        snprintf(how, sizeof how, "did not return within %d s", VERDICT_LIMIT_MS / 1000);
    else if (WIFSIGNALED(status))
        snprintf(how, sizeof how, "crashed: %s", strsignal(WTERMSIG(status)));
    else
        snprintf(how, sizeof how, "ended the process with %d", WEXITSTATUS(status));
    char text[LINE_SIZE + sizeof how + 2];
    snprintf(text, sizeof text, "%s%s%s", c->at, *c->at ? ": " : "", how);
    keep(c->v, text);
}

void verdict_in_child(struct verdict *v, void (*check)(struct verdict *v, void *arg), void *arg)
{
    int ends[2], status = 0;
    fflush(stdout);
    pid_t pid = pipe(ends) == 0 ? fork() : -1;
    if (pid < 0) {
        verdict_add(v, "could not be tried: %s", strerror(errno));
        return;
    }
    if (pid == 0) {
        close(ends[0]);
        be_child(ends[1], check, arg);
    }
    close(ends[1]);
    struct child c = {.v = v};
    bool in_time = listen_to(&c, ends[0]);
    if (!in_time)
        kill(pid, SIGKILL);
    close(ends[0]);
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    if (!c.ended || !in_time)
        tell_death(&c, in_time, status);
}

bool verdict_print(struct verdict *v, const char *title)
{
    unsigned problems = v->problems;
    char *line = v->text.data;
    if (problems == 0)
        printf("ok    %s\n", title);
    for (char *end; line && (end = strchr(line, '\n')); line = end + 1)
        printf("FAIL  %s: %.*s\n", title, (int)(end - line), line);
    if (problems > VERDICT_PROBLEMS_MAX)
        printf("FAIL  %s: and %u more\n", title, problems - VERDICT_PROBLEMS_MAX);
    buf_free(&v->text);
    *v = (struct verdict){0};
    return problems == 0;
}
