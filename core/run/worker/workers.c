/* SPDX-License-Identifier: Apache-2.0 */
#include "run/worker/workers.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "run/worker/workers_pool.h"

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
    ws->of = calloc(o->collection->n_specs + 1, sizeof *ws->of);
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

unsigned *workers_of(const struct workers *ws)
{
    return ws->of;
}

void workers_ask(struct workers *ws, unsigned which)
{
    worker_say(&ws->list[which], json_pack("{s:b}", "hungry", 1));
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
    r->looked = false;
    r->next = NULL;
    r->state = REMOTE_WAITING;
    r->worker = &ws->list[ws->of[item->file]];
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

/* What the run knows of it by itself. */
static void blame(const struct remote *r, const char *summary, bool interrupted)
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
}

void remote_fail(struct remote *r, const char *summary, bool interrupted)
{
    blame(r, summary, interrupted);
    remote_over(r);
}

void remote_abandon(struct remote *r)
{
    if (r->state != REMOTE_FREE && r->interrupted)
        blame(r, r->interrupted, true);
}

/* A signal, too, for one that computes does not read. */
static void tell_interrupt(const struct remote *r)
{
    struct worker *w = r->worker;
    worker_say(w,
               json_pack("{s:I, s:s}", "interrupt", (json_int_t)r->index, "why", r->interrupted));
    if (w->running && r->state == REMOTE_BEGUN)
        uv_process_kill(&w->process, SIGINT);
}

void remote_interrupt(struct remote *r, const char *why)
{
    if (r->state == REMOTE_FREE)
        return;
    r->interrupted = why;
    if (r->state == REMOTE_WAITING)
        remote_fail(r, why, true);
    else
        tell_interrupt(r);
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
    struct worker *w = &ws->list[ws->of[file]];
    if (!ws->known[file] || !w->connected)
        return;
    ws->closing++;
    w->closing++;
    worker_say(w, json_pack("{s:s}", "file_over", spec_path(ws->o.collection->specs[file])));
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

void workers_lost(struct workers *ws)
{
    for (unsigned i = 0; ws && i < ws->n; i++)
        worker_say(&ws->list[i], json_pack("{s:b}", "lost", 1));
}

void workers_deny(struct workers *ws, json_t *refusal)
{
    for (unsigned i = 0; ws && i < ws->n; i++)
        worker_say(&ws->list[i], json_pack("{s:[O]}", "denied", refusal));
}

void workers_kill(struct workers *ws)
{
    ws->killed = true;
    for (unsigned i = 0; i < ws->n; i++) {
        struct worker *w = &ws->list[i];
        if (w->running) {
            uv_process_kill(&w->process, SIGKILL);
            if (!w->said_over)
                worker_count_left(w);
        }
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

void workers_free(struct workers *ws)
{
    if (!ws)
        return;
    ws->freed = ws->killed = true;
    workers_clock_leave(ws);
    for (unsigned i = 0; ws->list && i < ws->n; i++)
        worker_free(&ws->list[i]);
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
    free(ws->of);
    free(ws->known);
    workers_look(ws);
}
