/* SPDX-License-Identifier: Apache-2.0 */
/* Processes of workers: how they start, and how their end is noticed. */
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/platform.h"
#include "lua/waiting/clock.h"
#include "run/worker/workers_pool.h"

static void on_handle_closed(struct worker *w)
{
    if (--w->handles > 0)
        return;
    if (w->workers->killed || w->workers->freed)
        workers_look(w->workers);
    else
        worker_gone(w);
}

static void on_process_closed(uv_handle_t *handle)
{
    on_handle_closed(handle->data);
}

static void on_wire_closed(struct wire *wire)
{
    on_handle_closed(wire->owner);
}

static void on_process_exit(uv_process_t *process, int64_t status, int number)
{
    struct worker *w = process->data;
    w->status = status;
    w->signal = number;
    w->running = false;
    uv_close((uv_handle_t *)process, on_process_closed);
}

static void on_wire_ended(struct wire *wire)
{
    struct worker *w = wire->owner;
    w->connected = false;
    wire_close(wire, on_wire_closed);
}

/* A page that both see, so that what the process noted there outlives it. -1: none. */
static int make_note(struct worker *w)
{
    int fd = platform_shared_memory(WORKERS_NOTE_SIZE);
    void *page = fd < 0 ? MAP_FAILED
                        : mmap(NULL, WORKERS_NOTE_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (page == MAP_FAILED) {
        if (fd >= 0)
            close(fd);
        return -1;
    }
    w->note = page;
    return fd;
}

static char **words_of(const struct workers *ws, char *exe)
{
    size_t n = 0;
    while (ws->o.words[n])
        n++;
    char **words = calloc(n + 3, sizeof *words);
    if (!words)
        return NULL;
    words[0] = exe;
    words[1] = (char *)WORKERS_WORD;
    for (size_t i = 0; i < n; i++)
        words[i + 2] = (char *)ws->o.words[i];
    return words;
}

static int spawn(struct worker *w, int note)
{
    char exe[PATH_MAX];
    size_t n = sizeof exe;
    char **words = uv_exepath(exe, &n) == 0 ? words_of(w->workers, exe) : NULL;
    uv_stdio_container_t streams[] = {
        {.flags = UV_IGNORE},
        {.flags = UV_IGNORE},
        {.flags = UV_INHERIT_FD, .data.fd = STDERR_FILENO},
        {.flags = UV_CREATE_PIPE | UV_READABLE_PIPE | UV_WRITABLE_PIPE,
         .data.stream = (uv_stream_t *)&w->wire.pipe},
        {.flags = UV_INHERIT_FD, .data.fd = note},
    };
    uv_process_options_t o = {.exit_cb = on_process_exit,
                              .file = exe,
                              .args = words,
                              .stdio_count = sizeof streams / sizeof *streams,
                              .stdio = streams};
    int rc = words ? uv_spawn(w->workers->o.env->loop, &w->process, &o) : UV_ENOMEM;
    free(words);
    return rc;
}

static void greet(struct worker *w)
{
    char name[64];
    json_t *hello = json_deep_copy(w->workers->o.hello);
    snprintf(name, sizeof name, "%s.%u", w->workers->o.env->run_id, w->serial);
    json_object_set_new(hello, "serial", json_integer(w->serial));
    json_object_set_new(hello, "jumped", json_real(clock_jumped(w->workers->o.env)));
    json_object_set_new(hello, "ledger", w->workers->o.ledgers ? json_string(name) : json_null());
    worker_say(w, json_pack("{s:o}", "hello", hello));
    if (w->workers->o.env->denied)
        worker_say(w, json_pack("{s:O}", "denied", w->workers->o.env->denied));
}

int worker_spawn(struct worker *w)
{
    struct workers *ws = w->workers;
    int note = ws->serials < WORKERS_STARTS_MAX ? make_note(w) : -1;
    if (note < 0)
        return -1;
    w->serial = ++ws->serials;
    w->said_over = w->ending = false;
    w->process.data = w;
    w->wire.heard = worker_heard;
    w->wire.ended = on_wire_ended;
    w->wire.owner = w;
    wire_init(&w->wire, ws->o.env->loop);
    int rc = spawn(w, note);
    close(note);
    /* uv_close is due for the process handle also where nothing was started */
    w->handles = 2;
    w->started = w->running = w->connected = rc == 0;
    ws->open++;
    if (rc != 0) {
        uv_close((uv_handle_t *)&w->process, on_process_closed);
        wire_close(&w->wire, on_wire_closed);
        return -1;
    }
    wire_listen(&w->wire);
    greet(w);
    return 0;
}

void worker_free(struct worker *w)
{
    if (w->running) {
        uv_process_kill(&w->process, SIGKILL);
        uv_close((uv_handle_t *)&w->process, on_process_closed);
    }
    if (w->connected)
        wire_close(&w->wire, on_wire_closed);
    w->running = w->connected = false;
    sweep_free(w->sweep);
    w->sweep = NULL;
    if (w->swept)
        fclose(w->swept);
    free(w->swept_text);
    free(w->reason);
    if (w->note)
        munmap(w->note, WORKERS_NOTE_SIZE);
}
