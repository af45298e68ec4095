/* SPDX-License-Identifier: Apache-2.0 */
/* Processes that services start. */
#include "local/process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <uv.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/spawn.h"

enum { OUT, ERR, STREAMS, READ_SIZE = 16 << 10 };

struct stream {
    uv_poll_t poll;
    struct slrun_process *process;
    int fd; /* -1: closed */
    struct buf line;
};

struct slrun_process {
    struct cloud *cloud;
    struct slrun_process *prev, *next;
    struct slrun_process_options options; /* of it, the callbacks */
    struct stream streams[STREAMS];
    uv_signal_t child;
    pid_t pid;   /* 0: it has ended */
    int closing; /* handles that are still closing */
    bool closed; /* nobody wants to hear of it any more */
};

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

/* What it started goes with it, and what it said comes before the news. */
static void on_child(uv_signal_t *handle, int number)
{
    struct slrun_process *p = handle->data;
    int status = 0;
    (void)number;
    if (p->pid <= 0 || waitpid(p->pid, &status, WNOHANG) != p->pid)
        return;
    kill(-p->pid, SIGKILL);
    p->pid = 0;
    uv_signal_stop(&p->child);
    for (int i = 0; i < STREAMS; i++) {
        if (p->streams[i].fd >= 0)
            drain(&p->streams[i]);
        end_stream(&p->streams[i]);
    }
    if (!p->closed)
        p->options.ended(p->options.arg, WIFEXITED(status) ? WEXITSTATUS(status) : 0,
                         WIFSIGNALED(status) ? WTERMSIG(status) : 0);
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
    p->closing = 1 + STREAMS;
    uv_close((uv_handle_t *)&p->child, on_closed);
}

void process_signal(struct slrun_process *process, int signal)
{
    if (process->pid)
        kill(-process->pid, signal);
}

/* SIGKILL takes effect at once, but reaping may take a moment: the system does it when the local
 * cloud itself ends, and libuv's handler of SIGCHLD does not. */
void process_close(struct slrun_process *process)
{
    process->closed = true;
    if (process->pid) {
        kill(-process->pid, SIGKILL);
        while (waitpid(process->pid, NULL, 0) < 0 && errno == EINTR)
            ;
        process->pid = 0;
    }
    forget(process);
}

/* ---- its start ---- */

static int open_pipe(int ends[2], struct slrun_error *error)
{
    if (pipe2(ends, O_CLOEXEC))
        return error_set(error, SLRUN_E_IO, "no pipe for a process: %s", strerror(errno));
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    return 0;
}

static int launch(struct slrun_process *p, const struct slrun_process_options *o,
                  struct slrun_error *error)
{
    int out[2] = {-1, -1}, err[2] = {-1, -1};
    int rc = open_pipe(out, error) || open_pipe(err, error) ? -1 : 0;
    const struct spawn options = {.argv = o->argv,
                                  .environment = o->environment,
                                  .directory = o->directory,
                                  .out = out[1],
                                  .err = err[1]};
    if (!rc && (p->pid = spawn(&options)) < 0)
        rc = error_set(error, SLRUN_E_IO, "%s: cannot be started: %s", o->argv[0], strerror(errno));
    const int ends[] = {out[1], err[1], rc ? out[0] : -1, rc ? err[0] : -1};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (ends[i] >= 0)
            close(ends[i]);
    p->streams[OUT].fd = out[0];
    p->streams[ERR].fd = err[0];
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

struct slrun_process *process_start(const struct slrun_cloud *cloud,
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
    watch_child(p);
    if (launch(p, options, error)) {
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
