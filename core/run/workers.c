/* SPDX-License-Identifier: Apache-2.0 */
#include "run/workers.h"

#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/error.h"
#include "base/platform.h"
#include "run/shard.h"
#include "run/workers_pool.h"

/* Making -------------------------------------------------------------------------------------- */

static unsigned count_files(const struct collection *c)
{
    unsigned n = 0;
    bool *seen = calloc(c->n_specs + 1, sizeof *seen);
    for (size_t i = 0; seen && i < c->n_items; i++) {
        n += !seen[c->items[i].file];
        seen[c->items[i].file] = true;
    }
    free(seen);
    return n ? n : 1;
}

struct workers *workers_new(const struct workers_options *o, struct slrun_error *error)
{
    struct workers *ws = calloc(1, sizeof *ws);
    unsigned files = count_files(o->collection);
    if (!ws)
        goto fail;
    ws->o = *o;
    ws->n = o->n < files ? o->n : files;
    ws->list = calloc(ws->n, sizeof *ws->list);
    ws->of = shard_deal(o->collection, ws->n, false);
    ws->unclaimed = json_array();
    ws->known = calloc(o->collection->n_specs + 1, sizeof *ws->known);
    if (!ws->list || !ws->of || !ws->known)
        goto fail;
    for (unsigned i = 0; i < ws->n; i++)
        ws->list[i].workers = ws;
    workers_clock_join(ws);
    return ws;
fail:
    workers_free(ws);
    error_set(error, SLRUN_E_MEMORY, "out of memory");
    return NULL;
}

void workers_attach(struct workers *ws, const struct workers_events *events)
{
    ws->events = *events;
}

unsigned workers_count(const struct workers *ws)
{
    return ws->n;
}

const unsigned *workers_of(const struct workers *ws)
{
    return ws->of;
}

/* Starting ------------------------------------------------------------------------------------ */

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
    json_object_set_new(hello, "ledger", w->workers->o.ledgers ? json_string(name) : json_null());
    worker_say(w, json_pack("{s:o}", "hello", hello));
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
    w->running = w->connected = rc == 0;
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

/* Cases --------------------------------------------------------------------------------------- */

void worker_say(struct worker *w, json_t *message)
{
    if (w->connected)
        wire_say(&w->wire, message, false);
    else
        json_decref(message);
}

static size_t place_in_spec(const struct item *item)
{
    size_t i = 0;
    while (i < spec_count(item->spec) && spec_at(item->spec, i) != item->sc)
        i++;
    return i;
}

static void send_out(struct remote *r)
{
    struct worker *w = r->worker;
    json_t *run = json_pack("{s:I, s:s, s:I, s:s, s:s}", "item", (json_int_t)r->index, "file",
                            spec_path(r->item.spec), "at", (json_int_t)place_in_spec(&r->item),
                            "name", r->item.sc->name, "id", r->id);
    w->workers->known[r->item.file] = true;
    r->state = REMOTE_SENT;
    worker_say(w, json_pack("{s:o}", "run", run));
}

static bool is_out(const struct worker *w)
{
    for (const struct remote *r = w->cases; r; r = r->next)
        if (r->state != REMOTE_WAITING)
            return true;
    return false;
}

void worker_dispatch(struct worker *w)
{
    if (!w->connected || w->ending)
        return;
    for (struct remote *r = w->cases; r; r = r->next) {
        if (r->state != REMOTE_WAITING)
            continue;
        if (w->careful && is_out(w))
            return;
        send_out(r);
    }
}

struct remote *remote_new(struct workers *ws, void (*done)(struct remote *remote, void *arg),
                          void *arg)
{
    struct remote *r = calloc(1, sizeof *r);
    if (r)
        *r = (struct remote){.workers = ws, .done = done, .arg = arg};
    return r;
}

void remote_start(struct remote *r, const struct item *item, const char *id, struct result *result)
{
    struct workers *ws = r->workers;
    struct remote **at;
    r->item = *item;
    r->index = (size_t)(item - ws->o.collection->items);
    r->result = result;
    r->again = 0;
    r->interrupted = NULL;
    r->next = NULL;
    r->state = REMOTE_WAITING;
    r->worker = &ws->list[ws->of[r->index]];
    snprintf(r->id, sizeof r->id, "%s", id);
    for (at = &r->worker->cases; *at; at = &(*at)->next)
        ;
    *at = r;
    if (ws->broken)
        remote_fail(r, "no worker process could be started", false);
    else if (r->worker->handles == 0 && !r->worker->sweep && worker_spawn(r->worker) != 0)
        workers_break(ws, "no worker process could be started");
    else
        worker_dispatch(r->worker);
}

/* Says so of a case that has begun anew. */
static void mark(const struct remote *r)
{
    struct buf notes = BUF_INIT(WIRE_LINE_MAX);
    if (r->again == 0)
        return;
    buf_printf(&notes, "run again after a crash of its worker process (%u time%s)\n%s", r->again,
               r->again == 1 ? "" : "s", r->result->notes ? r->result->notes : "");
    if (!notes.failed) {
        free(r->result->notes);
        r->result->notes = notes.data;
    }
    r->result->restarts = r->again;
}

/* It may be started again from inside of done(). */
void remote_over(struct remote *r)
{
    struct remote **at = &r->worker->cases;
    struct worker *w = r->worker;
    while (*at != r)
        at = &(*at)->next;
    *at = r->next;
    r->state = REMOTE_FREE;
    mark(r);
    r->done(r, r->arg);
    w->careful &= w->cases != NULL;
    worker_dispatch(w);
}

void remote_fail(struct remote *r, const char *summary, bool interrupted)
{
    struct result *result = r->result;
    size_t n = strlen(summary) + 4;
    result->path = spec_path(r->item.spec);
    result->name = r->item.sc->name;
    result->line = r->item.sc->line;
    result->order = r->item.order;
    result->outcome = OUTCOME_ERROR;
    result->interrupted = interrupted;
    failure_free(&result->failure);
    result->failure =
        (struct failure){.kind = FAILURE_ERROR, .summary = strdup(summary), .text = malloc(n)};
    if (result->failure.text)
        snprintf(result->failure.text, n, "E  %s", summary);
    remote_over(r);
}

void remote_interrupt(struct remote *r, const char *why)
{
    if (r->state == REMOTE_FREE)
        return;
    r->interrupted = why;
    if (r->state == REMOTE_WAITING)
        remote_fail(r, why, true);
    else
        worker_say(r->worker,
                   json_pack("{s:I, s:s}", "interrupt", (json_int_t)r->index, "why", why));
}

void remote_free(struct remote *r)
{
    free(r);
}

void workers_break(struct workers *ws, const char *why)
{
    if (ws->broken)
        return;
    ws->broken = true;
    for (unsigned i = 0; i < ws->n; i++)
        while (ws->list[i].cases)
            remote_fail(ws->list[i].cases, why, false);
    ws->events.broken(ws->events.arg, why);
}

/* The end ------------------------------------------------------------------------------------- */

void workers_file_over(struct workers *ws, size_t file)
{
    const struct collection *c = ws->o.collection;
    size_t i = 0;
    while (i < c->n_items && c->items[i].file != file)
        i++;
    if (i == c->n_items || !ws->known[file])
        return;
    struct worker *w = &ws->list[ws->of[i]];
    if (!w->connected)
        return;
    ws->closing++;
    w->closing++;
    worker_say(w, json_pack("{s:s}", "file_over", spec_path(c->specs[file])));
}

size_t workers_busy(const struct workers *ws)
{
    return ws ? ws->closing : 0;
}

void workers_look(struct workers *ws)
{
    bool gone = true;
    for (unsigned i = 0; i < ws->n; i++)
        gone &= ws->list[i].handles == 0 && !ws->list[i].sweep;
    if (gone && ws->freed) {
        free(ws->list);
        free(ws);
    } else if (gone && ws->ending && !ws->killed) {
        ws->ending = false;
        ws->events.ended(ws->events.arg);
    }
}

void workers_end(struct workers *ws)
{
    if (ws->ending)
        return;
    ws->ending = true;
    for (unsigned i = 0; i < ws->n; i++) {
        ws->list[i].ending = true;
        worker_say(&ws->list[i], json_pack("{s:b}", "end", 1));
    }
    workers_look(ws);
}

void workers_kill(struct workers *ws)
{
    ws->killed = true;
    for (unsigned i = 0; i < ws->n; i++) {
        struct worker *w = &ws->list[i];
        if (w->running)
            uv_process_kill(&w->process, SIGKILL);
        sweep_free(w->sweep);
        w->sweep = NULL;
    }
}

size_t workers_outstanding(const struct workers *ws)
{
    size_t n = 0;
    for (unsigned i = 0; ws && i < ws->n; i++)
        n += ws->list[i].outstanding;
    return n;
}

static void free_worker(struct worker *w)
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

void workers_free(struct workers *ws)
{
    if (!ws)
        return;
    ws->freed = ws->killed = true;
    workers_clock_leave(ws);
    for (unsigned i = 0; ws->list && i < ws->n; i++)
        free_worker(&ws->list[i]);
    for (struct needing *next, *need = ws->needing; need; need = next) {
        next = need->next;
        free(need);
    }
    for (struct told_fixture *next, *told = ws->fixtures; told; told = next) {
        next = told->next;
        problems_free(told->result.problems);
        json_decref(told->json);
        free(told);
    }
    json_decref(ws->unclaimed);
    free(ws->heard);
    free(ws->of);
    free(ws->known);
    workers_look(ws);
}
