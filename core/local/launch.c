/* SPDX-License-Identifier: Apache-2.0 */
/* Starts and ends the local cloud's process. */
#include "local/launch.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <uv.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/platform.h"
#include "local/lifeline.h"

#define LIFELINE_FD 3 /* in the child: behind its standard streams */
#define TEXT_(n)    #n
#define TEXT(n)     TEXT_(n)

struct local_launch {
    uv_loop_t *loop;
    struct local_launch_options options;
    uv_process_t process;
    uv_pipe_t lifeline;
    uv_timer_t timer; /* bounds the start */
    uv_write_t write;
    char *greeting;
    struct lifeline_lines lines;
    char url[64];
    bool told, ended, stopped; /* ready() was called; the process is gone; no more callbacks */
    int open;                  /* handles that are not closed */
    bool spawned;              /* that of the process is one of them, also where it failed */
};

static void on_closed(uv_handle_t *handle)
{
    struct local_launch *l = handle->data;
    if (--l->open)
        return;
    free(l->greeting);
    free(l);
}

/* Tells ready() or died(), whichever is due, once. */
static void fail(struct local_launch *l, const char *what)
{
    struct slrun_error error = {0};
    void (*died)(void *, const struct slrun_error *) = l->options.died;
    if (l->stopped)
        return;
    error_set(&error, SLRUN_E_INTERNAL, "the local cloud %s", what);
    uv_timer_stop(&l->timer);
    l->stopped = true;
    if (!l->told)
        l->options.ready(l->options.arg, NULL, &error);
    else if (died)
        died(l->options.arg, &error);
}

static void on_ended(uv_process_t *process, int64_t status, int number)
{
    struct local_launch *l = process->data;
    char text[96], name[32];
    l->ended = true;
    platform_signal_name(number, name, sizeof name);
    if (number)
        snprintf(text, sizeof text, "was ended by signal %d (%s%s)", number, name,
                 number == SIGKILL ? ": out of memory?" : "");
    else
        snprintf(text, sizeof text, "ended with status %d", (int)status);
    fail(l, text);
}

static void on_late(uv_timer_t *timer)
{
    struct local_launch *l = timer->data;
    char text[64];
    snprintf(text, sizeof text, "did not listen within %d s", LOCAL_LAUNCH_READY_MS / 1000);
    fail(l, text);
}

static void on_port(struct local_launch *l, const char *line, size_t size)
{
    unsigned port = lifeline_port(line, size);
    if (!port) {
        uv_read_stop((uv_stream_t *)&l->lifeline);
        fail(l, "told no port");
        return;
    }
    snprintf(l->url, sizeof l->url, "http://127.0.0.1:%u", port);
    uv_timer_stop(&l->timer);
    l->told = true;
    l->options.ready(l->options.arg, l->url, NULL);
}

static void on_denied(struct local_launch *l, const char *line, size_t size)
{
    json_t *refusal = lifeline_read_denied(line, size);
    if (refusal)
        l->options.denied(l->options.arg, refusal);
    json_decref(refusal);
}

static void on_line(void *arg, const char *line, size_t size)
{
    struct local_launch *l = arg;
    struct lifeline_word word;
    if (l->stopped)
        return;
    if (!l->told)
        on_port(l, line, size);
    else if (l->options.heard && lifeline_read_word(line, size, &word))
        l->options.heard(l->options.arg, &word);
    else if (l->options.denied)
        on_denied(l, line, size);
}

static void on_alloc(uv_handle_t *handle, size_t suggested, uv_buf_t *buf)
{
    struct local_launch *l = handle->data;
    size_t room;
    (void)suggested;
    char *to = lifeline_room(&l->lines, &room);
    *buf = uv_buf_init(to, (unsigned)room);
}

static void on_read(uv_stream_t *stream, ssize_t n, const uv_buf_t *buf)
{
    struct local_launch *l = stream->data;
    (void)buf;
    if (n == 0)
        return;
    if (n < 0) { /* its end is closed: on_ended() says more */
        uv_read_stop(stream);
        return;
    }
    lifeline_came(&l->lines, (size_t)n, on_line, l);
    if (l->lines.n == sizeof l->lines.text) {
        uv_read_stop(stream);
        fail(l, "spoke without end");
    }
}

/* ---- starting ---- */

static int spawn(struct local_launch *l)
{
    static const char *const fixed[] = {"local", "--port", "0", "--lifeline", TEXT(LIFELINE_FD)};
    enum { N_FIXED = sizeof fixed / sizeof *fixed };
    char path[PATH_MAX];
    size_t size = sizeof path, n = 0;
    const char *args[1 + N_FIXED + LOCAL_LAUNCH_WORDS_MAX + 1];
    if (!l->options.binary && uv_exepath(path, &size))
        return UV_ENOENT;
    args[n++] = l->options.binary ? l->options.binary : path;
    for (size_t i = 0; i < N_FIXED; i++)
        args[n++] = fixed[i];
    for (const char *const *word = l->options.words; word && *word; word++) {
        if (n == 1 + N_FIXED + LOCAL_LAUNCH_WORDS_MAX)
            return UV_E2BIG;
        args[n++] = *word;
    }
    args[n] = NULL;
    uv_stdio_container_t stdio[] = {
        {.flags = UV_IGNORE},
        {.flags = UV_IGNORE},
        {.flags = UV_INHERIT_FD, .data.fd = STDERR_FILENO}, /* its warnings */
        {.flags = UV_CREATE_PIPE | UV_READABLE_PIPE | UV_WRITABLE_PIPE,
         .data.stream = (uv_stream_t *)&l->lifeline}};
    uv_process_options_t options = {.exit_cb = on_ended,
                                    .file = args[0],
                                    .args = (char **)args,
                                    .stdio = stdio,
                                    .stdio_count = sizeof stdio / sizeof *stdio};
    l->spawned = true;
    l->open++;
    return uv_spawn(l->loop, &l->process, &options);
}

static void greet(struct local_launch *l)
{
    uv_buf_t buf = uv_buf_init(l->greeting, (unsigned)strlen(l->greeting));
    /* If it does not arrive the child ends, and on_ended() tells. */
    uv_write(&l->write, (uv_stream_t *)&l->lifeline, &buf, 1, NULL);
    uv_read_start((uv_stream_t *)&l->lifeline, on_alloc, on_read);
    uv_timer_start(&l->timer, on_late, LOCAL_LAUNCH_READY_MS, 0);
}

static void close_handles(struct local_launch *l)
{
    uv_close((uv_handle_t *)&l->lifeline, on_closed);
    uv_close((uv_handle_t *)&l->timer, on_closed);
    if (l->spawned)
        uv_close((uv_handle_t *)&l->process, on_closed);
}

struct local_launch *local_launch(struct uv_loop_s *loop,
                                  const struct local_launch_options *options,
                                  struct slrun_error *error)
{
    struct local_launch *l = calloc(1, sizeof *l);
    char *greeting = lifeline_greeting(options->access_key, options->secret_key);
    if (!l || !greeting) {
        free(l);
        free(greeting);
        error_set(error, SLRUN_E_MEMORY, "out of memory for the local cloud");
        return NULL;
    }
    l->loop = loop;
    l->options = *options;
    l->greeting = greeting;
    l->open = 2;
    uv_pipe_init(loop, &l->lifeline, 0); /* neither can fail */
    uv_timer_init(loop, &l->timer);
    l->lifeline.data = l->timer.data = l->process.data = l;
    int rc = spawn(l);
    if (!rc) {
        greet(l);
        return l;
    }
    close_handles(l);
    error_set(error, SLRUN_E_INTERNAL, "cannot start the local cloud: %s", uv_strerror(rc));
    return NULL;
}

bool local_launch_say(struct local_launch *launch, const struct lifeline_word *word)
{
    char line[LIFELINE_WORD_MAX];
    uv_buf_t buf = uv_buf_init(line, (unsigned)lifeline_write_word(line, word));
    return !launch->stopped && !launch->ended &&
           uv_try_write((uv_stream_t *)&launch->lifeline, &buf, 1) == (int)buf.len;
}

/* ---- ending ---- */

/* Waits for the process itself: libuv would need turns of the loop for it. */
static bool gone_within(pid_t pid, int ms)
{
    uint64_t until = clock_mono_ns() + (uint64_t)ms * 1000000;
    const struct timespec pause = {.tv_nsec = 500000};
    for (;;) {
        pid_t done = waitpid(pid, NULL, WNOHANG);
        if (done == pid || (done < 0 && errno != EINTR))
            return true;
        if (clock_mono_ns() > until)
            return false;
        nanosleep(&pause, NULL);
    }
}

void local_launch_stop(struct local_launch *launch)
{
    if (!launch)
        return;
    pid_t pid = launch->process.pid;
    bool ended = launch->ended;
    launch->stopped = true;
    close_handles(launch); /* the end of the lifeline tells it */
    if (ended || gone_within(pid, LOCAL_LAUNCH_STOP_MS))
        return;
    kill(pid, SIGKILL);
    gone_within(pid, LOCAL_LAUNCH_STOP_MS);
}
