/* SPDX-License-Identifier: Apache-2.0 */
/*
 * credential_process: a command of the user's that prints credentials as JSON (AWS SDKs and Tools
 * Reference Guide, "Process credential provider"). No shell runs it; time and output are bounded.
 */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "net/credential/credential_walk.h"

enum { PROCESS_MS = 60 * 1000, WORDS_MAX = 64 };

/* Lives until its last handle is closed, longer than its walk where that is given up. */
struct process {
    struct credential_walk *walk; /* NULL: given up, or over */
    uv_process_t process;
    uv_pipe_t pipe;
    uv_timer_t timer;
    int open; /* handles */
    struct buf out;
    bool exited, ended; /* the process; its output */
    bool late;
    int64_t status;
    int signal;
    char chunk[4096];
};

/* ---- words, as a shell splits them, and nothing else of a shell ---- */

/* Copies one word's bytes from `at`; NULL: a quote is not closed. */
static const char *copy_word(const char *at, char **to)
{
    char quote = 0;
    for (; *at && (quote || !strchr(" \t\r\n", *at)); at++)
        if (quote != '\'' && *at == '\\' && at[1] && (!quote || at[1] == '"' || at[1] == '\\'))
            *(*to)++ = *++at;
        else if (quote ? *at == quote : *at == '\'' || *at == '"')
            quote = quote ? 0 : *at;
        else
            *(*to)++ = *at;
    *(*to)++ = '\0';
    return quote ? NULL : at;
}

static bool split(struct credential_walk *walk, const char *command, char *words[WORDS_MAX + 1])
{
    char *to = arena_alloc(walk->arena, 2 * strlen(command) + 2);
    size_t n = 0;
    while (to && command) {
        command += strspn(command, " \t\r\n");
        if (!*command)
            break;
        if (n == WORDS_MAX)
            return false;
        words[n++] = to;
        command = copy_word(command, &to);
    }
    words[n] = NULL;
    return to && command && n > 0;
}

/* ---- its end ---- */

static void closed(uv_handle_t *handle)
{
    struct process *p = handle->data;
    if (--p->open > 0)
        return;
    buf_free(&p->out);
    free(p);
}

static void close_handle(uv_handle_t *handle)
{
    if (!uv_is_closing(handle))
        uv_close(handle, closed);
}

static void close_all(struct process *p)
{
    p->walk = NULL;
    close_handle((uv_handle_t *)&p->pipe);
    close_handle((uv_handle_t *)&p->timer);
    close_handle((uv_handle_t *)&p->process);
}

/* All that it has started goes with it: it leads a group of its own. */
static void kill_group(const struct process *p)
{
    if (!p->exited)
        kill(-p->process.pid, SIGKILL);
}

static void give_up(struct credential_walk *walk)
{
    struct process *p = walk->state;
    pid_t pid = p->exited ? 0 : p->process.pid;
    kill_group(p);
    close_all(p);
    if (pid)
        waitpid(pid, NULL, 0); /* the loop does not do it for a handle that is closed */
}

static void judge(struct credential_walk *walk, const char *out, size_t size)
{
    static const struct walk_members members = {"AccessKeyId", "SecretAccessKey", "?SessionToken",
                                                "Expiration", false};
    const json_t *json = walk_json(walk, out, size);
    const json_t *version = json_object_get(json, "Version");
    if (!json)
        walk_failed(walk, "what it printed is no JSON object");
    else if (!json_is_integer(version) || json_integer_value(version) != 1)
        walk_failed(walk, "what it printed has no \"Version\": 1");
    else
        walk_found_json(walk, json, &members);
}

static void over(struct process *p)
{
    struct credential_walk *walk = p->walk;
    if (!walk || !p->exited || !p->ended)
        return;
    const char *out = arena_copy(walk->arena, buf_str(&p->out), p->out.len);
    size_t size = p->out.len;
    bool late = p->late, too_large = p->out.failed;
    int64_t status = p->status;
    int number = p->signal;
    close_all(p);
    walk->cancel = NULL;
    if (!out)
        walk_no_memory(walk);
    else if (late)
        walk_failed(walk, "it did not end in time, and was killed");
    else if (too_large)
        walk_failed(walk, "it printed over %d bytes", WALK_ANSWER_MAX);
    else if (number)
        walk_failed(walk, "it was ended by signal %d", number);
    else if (status)
        walk_failed(walk, "it ended with status %d", (int)status);
    else
        judge(walk, out, size);
}

static void on_exit_of(uv_process_t *handle, int64_t status, int number)
{
    struct process *p = handle->data;
    p->exited = true;
    p->status = status;
    p->signal = number;
    over(p);
}

static void on_alloc(uv_handle_t *handle, size_t suggested, uv_buf_t *buf)
{
    struct process *p = handle->data;
    (void)suggested;
    *buf = uv_buf_init(p->chunk, sizeof p->chunk);
}

static void on_read(uv_stream_t *stream, ssize_t n, const uv_buf_t *buf)
{
    struct process *p = stream->data;
    if (n > 0 && buf_add(&p->out, buf->base, (size_t)n))
        return;
    if (n == 0)
        return;
    uv_read_stop(stream);
    if (n > 0)
        kill_group(p);
    p->ended = true;
    over(p);
}

static void on_late(uv_timer_t *timer)
{
    struct process *p = timer->data;
    p->late = true;
    p->ended = true; /* who has inherited the pipe is not waited for */
    kill_group(p);
    over(p);
}

/* ---- its beginning ---- */

static struct process *process_new(struct credential_walk *walk)
{
    uv_loop_t *loop = walk->common->options->loop;
    struct process *p = calloc(1, sizeof *p);
    if (!p)
        return NULL;
    p->walk = walk;
    p->out = BUF_INIT(WALK_ANSWER_MAX);
    uv_pipe_init(loop, &p->pipe, 0);
    uv_timer_init(loop, &p->timer);
    p->pipe.data = p->timer.data = p->process.data = p;
    p->open = 3;
    return p;
}

static int start(struct process *p, char **words)
{
    uv_stdio_container_t streams[] = {
        {.flags = UV_IGNORE},
        {.flags = UV_CREATE_PIPE | UV_WRITABLE_PIPE, .data.stream = (uv_stream_t *)&p->pipe},
        {.flags = UV_INHERIT_FD, .data.fd = 2}}; /* it may ask for a touch of a key, say */
    uv_process_options_t options = {.file = words[0],
                                    .args = words,
                                    .flags = UV_PROCESS_DETACHED,
                                    .stdio = streams,
                                    .stdio_count = 3,
                                    .exit_cb = on_exit_of};
    int64_t ms = p->walk->common->options->process_ms;
    int rc = uv_spawn(p->walk->common->options->loop, &p->process, &options);
    p->exited = rc != 0;
    if (rc == 0)
        rc = uv_read_start((uv_stream_t *)&p->pipe, on_alloc, on_read);
    uv_timer_start(&p->timer, on_late, (uint64_t)(ms ? ms : PROCESS_MS), 0);
    return rc;
}

static void run(struct credential_walk *walk, char **words)
{
    struct process *p = process_new(walk);
    if (!p) {
        walk_no_memory(walk);
        return;
    }
    int rc = start(p, words);
    if (rc != 0) {
        kill_group(p);
        close_all(p);
        walk_failed(walk, "%s: %s", words[0], uv_strerror(rc));
        return;
    }
    walk->state = p;
    walk->cancel = give_up;
}

static void fetch(struct credential_walk *walk)
{
    char *words[WORDS_MAX + 1];
    const char *command = walk_get(walk, "credential_process");
    if (!command)
        walk_absent(walk, "the profile '%s' has no credential_process", walk->profile);
    else if (!split(walk, command, words))
        walk_failed(walk, "the credential_process of the profile '%s' is no command",
                    walk->profile);
    else
        run(walk, words);
}

const struct credential_provider credential_process = {"custom-process", "credential_process",
                                                       fetch};
