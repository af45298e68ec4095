/* SPDX-License-Identifier: Apache-2.0 */
/* Processes that are copied from others. */
#include "local/process/zygote.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "base/platform.h"
#include "base/spawn.h"

enum {
    REQUEST_MAX = 128 << 10, /* bytes; fits into a socket's buffer */
    ANSWER_MAX = 64,
    ANSWER_MS = 20000 /* a busy machine may take this long to import what a zygote is for */
};

/* A copy that was asked for, and what to execute if it does not come. */
struct copying {
    struct copying *next;
    struct zygote *zygote;
    struct slrun_process *process; /* NULL: it is not wanted any more */
    unsigned number;
    int signal;       /* was sent meanwhile; 0: none */
    int fds[STREAMS]; /* -1: closed */
    char **argv, **environment, *directory;
};

struct zygote {
    struct slrun_process *process;
    uv_poll_t poll;
    uv_timer_t slow;
    int fd; /* -1: it is gone */
    int closing;
    unsigned asked;
    struct copying *copyings;
};

/* ---- what was asked for ---- */

static void free_list(char **list)
{
    for (size_t i = 0; list && list[i]; i++)
        free(list[i]);
    free(list);
}

static char **copy_list(const char *const *list)
{
    size_t n = 0;
    while (list[n])
        n++;
    char **copy = calloc(n + 1, sizeof *copy);
    for (size_t i = 0; copy && i < n; i++)
        if (!(copy[i] = strdup(list[i]))) {
            free_list(copy);
            return NULL;
        }
    return copy;
}

static void close_streams(struct copying *c)
{
    for (int i = 0; i < STREAMS; i++) {
        if (c->fds[i] >= 0)
            close(c->fds[i]);
        c->fds[i] = -1;
    }
}

static void copying_free(struct copying *c)
{
    close_streams(c);
    free_list(c->argv);
    free_list(c->environment);
    free(c->directory);
    free(c);
}

static struct copying *copying_new(struct zygote *z, const struct slrun_process_options *o)
{
    struct copying *c = calloc(1, sizeof *c);
    if (!c)
        return NULL;
    *c = (struct copying){.zygote = z,
                          .fds = {-1, -1},
                          .argv = copy_list(o->argv),
                          .environment = copy_list(o->environment),
                          .directory = o->directory ? strdup(o->directory) : NULL};
    if (c->argv && c->environment && (c->directory || !o->directory))
        return c;
    copying_free(c);
    return NULL;
}

/* Orphans come here only while copies are made: what a handler leaves behind is init's. */
static bool enter(struct zygote *z, struct copying *c)
{
    struct copying **at = &z->copyings;
    struct cloud *cloud = z->process->cloud;
    if (cloud->copying == 0 && !platform_adopt_orphans(true))
        return false;
    cloud->copying++;
    while (*at)
        at = &(*at)->next;
    *at = c;
    return true;
}

static void leave(struct copying *c)
{
    struct copying **at = &c->zygote->copyings;
    struct cloud *cloud = c->zygote->process->cloud;
    while (*at != c)
        at = &(*at)->next;
    *at = c->next;
    if (--cloud->copying == 0)
        (void)platform_adopt_orphans(false);
}

/* ---- what becomes of it ---- */

static void kill_unwanted(pid_t pid)
{
    kill(-pid, SIGKILL);
    while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
        ;
}

/* The process may be gone after this. */
static void begun(struct copying *c, pid_t pid)
{
    struct slrun_process *p = c->process;
    int signal = c->signal;
    leave(c);
    copying_free(c);
    if (!p) {
        kill_unwanted(pid);
        return;
    }
    p->copying = NULL;
    if (signal)
        kill(-pid, signal);
    process_begun(p, pid);
}

static void execute(struct copying *c)
{
    const struct spawn options = {.argv = (const char *const *)c->argv,
                                  .environment = (const char *const *)c->environment,
                                  .directory = c->directory,
                                  .out = c->fds[OUT],
                                  .err = c->fds[ERR]};
    struct slrun_process *p = c->process;
    pid_t pid = p ? spawn(&options) : -1;
    if (pid > 0) {
        begun(c, pid);
        return;
    }
    leave(c);
    copying_free(c);
    if (!p)
        return;
    p->copying = NULL;
    process_cannot_begin(p);
}

/* ---- the zygote ---- */

static void watch_slowness(struct zygote *z);

/* A zygote that does not answer is ended; the end of its socket then does the rest. */
static void on_slow(uv_timer_t *timer)
{
    struct zygote *z = timer->data;
    process_signal(z->process, SIGKILL);
}

static void watch_slowness(struct zygote *z)
{
    if (z->copyings && z->fd >= 0)
        uv_timer_start(&z->slow, on_slow, ANSWER_MS, 0);
    else
        uv_timer_stop(&z->slow);
}

/* An id that is no child's would have this process signal, and wait for, something else. */
static bool is_child(long pid)
{
    siginfo_t info;
    return pid > 1 && waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0;
}

static void take(struct zygote *z, const char *answer)
{
    char *end;
    unsigned long number = strtoul(answer, &end, 10);
    long pid = strtol(end, NULL, 10);
    struct copying *c = z->copyings;
    while (c && c->number != number)
        c = c->next;
    if (c && is_child(pid))
        begun(c, (pid_t)pid);
    else if (c)
        execute(c);
}

/* All answers that have come. False: none will come any more. */
static bool read_answers(struct zygote *z)
{
    char answer[ANSWER_MAX];
    ssize_t n;
    do {
        n = recv(z->fd, answer, sizeof answer - 1, MSG_DONTWAIT);
        if (n > 0) {
            answer[n] = '\0';
            take(z, answer);
        }
    } while (n > 0 || (n < 0 && errno == EINTR));
    return n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
}

/* A copy that has not answered yet finds the socket closed, and ends; one that has stands in it. */
static void give_up(struct zygote *z)
{
    if (z->fd < 0)
        return;
    uv_poll_stop(&z->poll);
    shutdown(z->fd, SHUT_RDWR);
    (void)read_answers(z);
    close(z->fd);
    z->fd = -1;
    while (z->copyings)
        execute(z->copyings);
    watch_slowness(z);
}

static void on_answer(uv_poll_t *poll, int status, int events)
{
    struct zygote *z = poll->data;
    (void)events;
    if (status < 0 || !read_answers(z))
        give_up(z);
    watch_slowness(z);
}

static void on_closed(uv_handle_t *handle)
{
    struct zygote *z = handle->data;
    if (--z->closing == 0)
        free(z);
}

struct zygote *zygote_open(struct slrun_process *process, int *its_end, struct slrun_error *error)
{
    int ends[2];
    struct zygote *z = calloc(1, sizeof *z);
    if (!z || socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends)) {
        error_set(error, SLRUN_E_IO, "no socket for a process: %s", strerror(errno));
        free(z);
        return NULL;
    }
    z->process = process;
    z->fd = ends[0];
    *its_end = ends[1];
    uv_poll_init(process->cloud->loop, &z->poll, z->fd);
    uv_timer_init(process->cloud->loop, &z->slow);
    z->poll.data = z->slow.data = z;
    uv_poll_start(&z->poll, UV_READABLE, on_answer);
    return z;
}

void zygote_close(struct zygote *z)
{
    give_up(z);
    z->closing = 2;
    uv_close((uv_handle_t *)&z->poll, on_closed);
    uv_close((uv_handle_t *)&z->slow, on_closed);
}

/* ---- asking ---- */

static bool write_request(struct buf *request, const struct copying *c)
{
    buf_printf(request, "%u", c->number);
    buf_add(request, "", 1);
    buf_puts(request, c->directory ? c->directory : "");
    for (size_t i = 0; c->environment[i]; i++) {
        buf_add(request, "", 1);
        buf_puts(request, c->environment[i]);
    }
    return !request->failed;
}

static bool send_request(const struct zygote *z, const struct buf *request, const int fds[STREAMS])
{
    union {
        struct cmsghdr head;
        char room[CMSG_SPACE(STREAMS * sizeof(int))];
    } control = {.room = ""};
    struct iovec data = {request->data, request->len};
    struct msghdr message = {.msg_iov = &data,
                             .msg_iovlen = 1,
                             .msg_control = control.room,
                             .msg_controllen = sizeof control.room};
    struct cmsghdr *rights = CMSG_FIRSTHDR(&message);
    rights->cmsg_level = SOL_SOCKET;
    rights->cmsg_type = SCM_RIGHTS;
    rights->cmsg_len = CMSG_LEN(STREAMS * sizeof(int));
    memcpy(CMSG_DATA(rights), fds, STREAMS * sizeof(int));
    return sendmsg(z->fd, &message, MSG_DONTWAIT | MSG_NOSIGNAL) == (ssize_t)request->len;
}

bool zygote_ask(struct zygote *z, struct slrun_process *p,
                const struct slrun_process_options *options, const int fds[STREAMS])
{
    struct copying *c = z->fd >= 0 ? copying_new(z, options) : NULL;
    struct buf request = BUF_INIT(REQUEST_MAX);
    if (!c)
        return false;
    c->number = ++z->asked;
    bool entered = write_request(&request, c) && enter(z, c);
    bool asked = entered && send_request(z, &request, fds);
    buf_free(&request);
    if (!asked) {
        if (entered)
            leave(c);
        copying_free(c);
        return false;
    }
    memcpy(c->fds, fds, sizeof c->fds);
    c->process = p;
    p->copying = c;
    if (z->copyings == c)
        watch_slowness(z);
    return true;
}

void zygote_cancel(struct copying *c)
{
    c->process = NULL;
    close_streams(c);
}

void zygote_signal(struct copying *c, int signal)
{
    c->signal = signal;
}
