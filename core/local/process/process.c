/* SPDX-License-Identifier: Apache-2.0 */
/* Processes that services start. */
#include "local/process/process_inner.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "base/spawn.h"
#include "local/process/zygote.h"

enum { READ_SIZE = 16 << 10, NOT_STARTED = 127 /* as a shell has it */ };

/* ---- its output ---- */

static void tell(struct stream *s)
{
    struct slrun_process *p = s->process;
    size_t size = s->line.len;
    if (!p->closed)
        p->options.line(p->options.arg, 1 + (int)(s - p->streams), buf_str(&s->line), size);
    buf_clear(&s->line);
}

static void take(struct stream *s, const char *data, size_t size)
{
    while (size) {
        const char *end = memchr(data, '\n', size);
        size_t n = end ? (size_t)(end - data) : size;
        if (n > PROCESS_LINE_MAX - s->line.len)
            n = PROCESS_LINE_MAX - s->line.len, end = NULL;
        buf_add(&s->line, data, n);
        if (end || s->line.len == PROCESS_LINE_MAX)
            tell(s);
        n += end != NULL;
        data += n;
        size -= n;
    }
}

static void end_stream(struct stream *s)
{
    if (s->fd < 0)
        return;
    uv_poll_stop(&s->poll);
    close(s->fd);
    s->fd = -1;
    if (s->line.len)
        tell(s);
}

/* Reads what there is; the end of it ends the stream. */
static void drain(struct stream *s)
{
    char data[READ_SIZE];
    ssize_t n = 1;
    while (s->fd >= 0 && n > 0) {
        n = read(s->fd, data, sizeof data);
        if (n > 0)
            take(s, data, (size_t)n);
    }
    if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR))
        end_stream(s);
}

static void on_output(uv_poll_t *poll, int status, int events)
{
    struct stream *s = poll->data;
    (void)events;
    if (status < 0)
        end_stream(s);
    else
        drain(s);
}

/* ---- its end ---- */

static void end(struct slrun_process *p, int status, int signal)
{
    p->pid = 0;
    uv_signal_stop(&p->child);
    for (int i = 0; i < STREAMS; i++) {
        if (p->streams[i].fd >= 0)
            drain(&p->streams[i]);
        end_stream(&p->streams[i]);
    }
    if (!p->closed)
        p->options.ended(p->options.arg, status, signal);
}

/* Ends what a process that is gone has left of its group. While copies are made, orphans are the
 * local cloud's own children (zygote.c), and nobody else reaps them. */
static void end_group(pid_t pid)
{
    kill(-pid, SIGKILL);
    while (waitpid(-pid, NULL, 0) > 0 || errno == EINTR)
        ;
}

/* What it started goes with it, and what it said comes before the news. */
static void on_child(uv_signal_t *handle, int number)
{
    struct slrun_process *p = handle->data;
    int status = 0;
    (void)number;
    if (p->pid <= 0 || waitpid(p->pid, &status, WNOHANG) != p->pid)
        return;
    end_group(p->pid);
    end(p, WIFEXITED(status) ? WEXITSTATUS(status) : 0, WIFSIGNALED(status) ? WTERMSIG(status) : 0);
}

void process_begun(struct slrun_process *p, pid_t pid)
{
    p->pid = pid;
    on_child(&p->child, SIGCHLD);
}

static void say_nothing_began(struct turn_task *task)
{
    struct slrun_process *p =
        (struct slrun_process *)((char *)task - offsetof(struct slrun_process, nothing));
    end(p, NOT_STARTED, 0);
}

void process_cannot_begin(struct slrun_process *p)
{
    p->nothing.run = say_nothing_began;
    turn_add(p->cloud->turn, &p->nothing);
}

static void on_closed(uv_handle_t *handle)
{
    struct slrun_process *p =
        handle->type == UV_SIGNAL ? handle->data : ((struct stream *)handle->data)->process;
    if (--p->closing)
        return;
    for (int i = 0; i < STREAMS; i++)
        buf_free(&p->streams[i].line);
    free(p);
}

static void forget(struct slrun_process *p)
{
    *(p->prev ? &p->prev->next : &p->cloud->processes) = p->next;
    if (p->next)
        p->next->prev = p->prev;
    for (int i = 0; i < STREAMS; i++) {
        end_stream(&p->streams[i]);
        uv_close((uv_handle_t *)&p->streams[i].poll, on_closed);
    }
    turn_remove(p->cloud->turn, &p->nothing);
    if (p->zygote)
        zygote_close(p->zygote);
    p->closing = 1 + STREAMS;
    uv_close((uv_handle_t *)&p->child, on_closed);
}

void process_signal(struct slrun_process *process, int signal)
{
    if (process->copying)
        zygote_signal(process->copying, signal);
    else if (process->pid)
        kill(-process->pid, signal);
}

/* SIGKILL takes effect at once, but reaping may take a moment: the system does it when the local
 * cloud itself ends, and libuv's handler of SIGCHLD does not. */
void process_close(struct slrun_process *process)
{
    process->closed = true;
    if (process->copying)
        zygote_cancel(process->copying);
    if (process->pid) {
        kill(-process->pid, SIGKILL);
        while (waitpid(process->pid, NULL, 0) < 0 && errno == EINTR)
            ;
        end_group(process->pid);
        process->pid = 0;
    }
    forget(process);
}

/* ---- its start ---- */

/* What a start goes by besides what was asked for. */
struct start {
    struct zygote *zygote; /* to be copied; or NULL */
    int in;                /* its stream 0; 0: none */
    int fds[STREAMS];      /* its ends of the pipes; -1: none yet */
};

static int open_pipe(int ends[2], struct slrun_error *error)
{
    if (pipe2(ends, O_CLOEXEC))
        return error_set(error, SLRUN_E_IO, "no pipe for a process: %s", strerror(errno));
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    return 0;
}

/* A copy of a zygote where it can be one. */
static int begin(struct slrun_process *p, const struct slrun_process_options *o,
                 const struct start *start, struct slrun_error *error)
{
    if (start->zygote && zygote_ask(start->zygote, p, o, start->fds))
        return 0;
    const struct spawn options = {.argv = o->argv,
                                  .environment = o->environment,
                                  .directory = o->directory,
                                  .in = start->in,
                                  .out = start->fds[OUT],
                                  .err = start->fds[ERR]};
    p->pid = spawn(&options);
    int why = errno;
    for (int i = 0; i < STREAMS; i++)
        close(start->fds[i]);
    if (p->pid > 0)
        return 0;
    p->pid = 0;
    return error_set(error, SLRUN_E_IO, "%s: cannot be started: %s", o->argv[0], strerror(why));
}

static int open_streams(struct slrun_process *p, int fds[STREAMS], struct slrun_error *error)
{
    int ends[2];
    for (int i = 0; i < STREAMS; i++) {
        if (open_pipe(ends, error))
            return -1;
        p->streams[i].fd = ends[0];
        fds[i] = ends[1];
    }
    return 0;
}

static int launch(struct slrun_process *p, const struct slrun_process_options *o,
                  struct start *start, struct slrun_error *error)
{
    int rc = open_streams(p, start->fds, error);
    if (rc) {
        for (int i = 0; i < STREAMS; i++)
            if (start->fds[i] >= 0)
                close(start->fds[i]);
    } else {
        rc = begin(p, o, start, error);
    }
    for (int i = 0; rc && i < STREAMS; i++)
        if (p->streams[i].fd >= 0)
            close(p->streams[i].fd);
    return rc;
}

/* Before it runs: it may end at once. */
static void watch_child(struct slrun_process *p)
{
    uv_signal_init(p->cloud->loop, &p->child);
    p->child.data = p;
    uv_signal_start(&p->child, on_child, SIGCHLD);
}

static void watch_streams(struct slrun_process *p)
{
    for (int i = 0; i < STREAMS; i++) {
        struct stream *s = &p->streams[i];
        s->process = p;
        s->line = BUF_INIT(PROCESS_LINE_MAX);
        uv_poll_init(p->cloud->loop, &s->poll, s->fd);
        s->poll.data = s;
        uv_poll_start(&s->poll, UV_READABLE, on_output);
    }
}

static struct slrun_process *process_new(const struct slrun_cloud *cloud,
                                         const struct slrun_process_options *options,
                                         struct slrun_error *error)
{
    struct slrun_process *p = calloc(1, sizeof *p);
    if (!p) {
        error_set(error, SLRUN_E_MEMORY, "no memory for a process");
        return NULL;
    }
    p->cloud = (struct cloud *)cloud;
    p->options.line = options->line;
    p->options.ended = options->ended;
    p->options.arg = options->arg;
    for (int i = 0; i < STREAMS; i++)
        p->streams[i].fd = -1;
    watch_child(p);
    return p;
}

/* Takes the process over. */
static struct slrun_process *start(struct slrun_process *p,
                                   const struct slrun_process_options *options, struct start how,
                                   struct slrun_error *error)
{
    if (launch(p, options, &how, error)) {
        if (p->zygote)
            zygote_close(p->zygote);
        p->closing = 1;
        uv_close((uv_handle_t *)&p->child, on_closed);
        return NULL;
    }
    watch_streams(p);
    p->next = p->cloud->processes;
    if (p->next)
        p->next->prev = p;
    p->cloud->processes = p;
    return p;
}

struct slrun_process *process_start(const struct slrun_cloud *cloud,
                                    const struct slrun_process_options *options,
                                    struct slrun_error *error)
{
    struct slrun_process *p = process_new(cloud, options, error);
    return p ? start(p, options, (struct start){.fds = {-1, -1}}, error) : NULL;
}

struct slrun_process *process_copy(struct slrun_process *zygote,
                                   const struct slrun_process_options *options,
                                   struct slrun_error *error)
{
    struct slrun_process *p = process_new(&zygote->cloud->api, options, error);
    const struct start how = {.zygote = zygote->zygote, .fds = {-1, -1}};
    return p ? start(p, options, how, error) : NULL;
}

struct slrun_process *process_zygote(const struct slrun_cloud *cloud,
                                     const struct slrun_process_options *options,
                                     struct slrun_error *error)
{
    struct slrun_process *p = process_new(cloud, options, error);
    int its_end = -1;
    if (!p)
        return NULL;
    p->zygote = zygote_open(p, &its_end, error);
    if (!p->zygote) {
        p->closing = 1;
        uv_close((uv_handle_t *)&p->child, on_closed);
        return NULL;
    }
    p = start(p, options, (struct start){.in = its_end, .fds = {-1, -1}}, error);
    close(its_end);
    return p;
}
