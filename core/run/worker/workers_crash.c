/* SPDX-License-Identifier: Apache-2.0 */
/* What happens when the process of a worker is gone. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>

#include "base/error.h"
#include "base/log.h"
#include "base/platform.h"
#include "lua/listen/listen_relay.h"
#include "run/worker/workers_pool.h"

static void describe(const struct worker *w, char *text, size_t size)
{
    char name[32];
    platform_signal_name(w->signal, name, sizeof name);
    if (w->signal)
        snprintf(text, size, "its worker process crashed with %s (%s)", name, strsignal(w->signal));
    else
        snprintf(text, size, "its worker process ended with exit code %d", (int)w->status);
}

static size_t count_out(const struct worker *w, struct remote **one)
{
    size_t n = 0;
    for (struct remote *r = w->cases; r; r = r->next) {
        if (r->state != REMOTE_WAITING) {
            *one = r;
            n++;
        }
    }
    return n;
}

/* The next process gets its own. */
static void drop_note(struct worker *w)
{
    munmap(w->note, WORKERS_NOTE_SIZE);
    w->note = NULL;
}

/* The case that was being resumed; else the only one. NULL: it cannot be said. */
static struct remote *culprit(const struct worker *w)
{
    struct remote *one = NULL;
    char id[LIFE_ID_MAX];
    memcpy(id, w->note, sizeof id);
    id[sizeof id - 1] = '\0';
    size_t n = count_out(w, &one);
    for (struct remote *r = w->cases; r; r = r->next)
        if (r->state != REMOTE_WAITING && strcmp(r->id, id) == 0)
            return r;
    return n == 1 ? one : NULL;
}

/* The others wait for the next process: those that had begun, with new ids. */
static void call_back(struct worker *w, const struct remote *but)
{
    struct workers *ws = w->workers;
    for (struct remote *r = w->cases; r; r = r->next) {
        if (r == but || r->state == REMOTE_WAITING)
            continue;
        if (r->state == REMOTE_BEGUN) {
            r->again++;
            ws->events.make_id(ws->events.arg, r->id);
        }
        r->state = REMOTE_WAITING;
    }
}

/* Cases that were to be interrupted are over. */
static void end_interrupted(struct worker *w)
{
    struct remote *r = w->cases;
    while (r) {
        struct remote *next = r->next;
        if (r->interrupted)
            remote_fail(r, r->interrupted, true);
        r = next;
    }
}

/* No case is to blame: the clean-up of a file was under way, or the process was about to end. */
static void tell_beside_cases(struct worker *w, const char *what)
{
    struct workers *ws = w->workers;
    struct told_fixture *told = calloc(1, sizeof *told);
    struct problem *p = told ? problem_add(&told->result.problems, "fixtures") : NULL;
    if (!p) {
        free(told);
        return;
    }
    told->next = ws->fixtures;
    ws->fixtures = told;
    p->failure =
        (struct failure){.kind = FAILURE_ERROR, .summary = strdup(what), .text = strdup(what)};
    told->result.path = "worker process";
    told->result.name = "of the worker's files";
    told->result.scope = "file";
    ws->events.down(ws->events.arg, &told->result);
}

static void go_on(struct worker *w)
{
    struct workers *ws = w->workers;
    if (ws->ending || ws->killed) {
        workers_look(ws);
        return;
    }
    if (w->cases && w->handles == 0 && worker_spawn(w) != 0)
        workers_break(ws, "no further worker process could be started");
    worker_dispatch(w);
    ws->events.hungry(ws->events.arg, (unsigned)(w - ws->list));
    ws->events.moved(ws->events.arg);
}

/* What the process left ----------------------------------------------------------------------- */

static void on_swept(void *arg)
{
    struct worker *w = arg;
    const struct sweep_summary *s = sweep_summary(w->sweep);
    w->outstanding += s->counts.failed;
    fclose(w->swept);
    w->swept = NULL;
    if (s->counts.failed || s->broken)
        log_line(SLRUN_LOG_WARNING, "after the crash of a worker:\n%s", w->swept_text);
    free(w->swept_text);
    w->swept_text = NULL;
    sweep_free(w->sweep);
    w->sweep = NULL;
    go_on(w);
}

static void name_ledger(struct worker *w)
{
    snprintf(w->ledger, sizeof w->ledger, "%s.%u", w->workers->o.env->run_id, w->serial);
}

/* What its ledger says is left: of --keep, or of one that was killed. */
static void count_left(struct worker *w)
{
    struct book book;
    struct slrun_error error = {0};
    if (book_open(&book, w->workers->o.ledgers, w->ledger, &error) == BOOK_READ) {
        w->outstanding += book_outstanding(&book);
        book_close(&book, false);
    }
    error_clear(&error);
}

/* The lock of a ledger ends with its process. */
void worker_count_left(struct worker *w)
{
    siginfo_t info;
    if (!w->workers->o.ledgers)
        return;
    while (waitid(P_PID, (id_t)w->process.pid, &info, WEXITED | WNOWAIT) != 0 && errno == EINTR)
        ;
    name_ledger(w);
    count_left(w);
}

/* Whether its ledger is being worked on. */
static bool clean_up(struct worker *w)
{
    const struct workers *ws = w->workers;
    struct slrun_error error = {0};
    if (!ws->o.ledgers || ws->killed)
        return false;
    name_ledger(w);
    if (ws->o.keep) {
        count_left(w);
        return false;
    }
    w->swept = open_memstream(&w->swept_text, &w->swept_size);
    struct sweep_options options = {.loop = ws->o.env->loop,
                                    .registry = ws->o.env->registry,
                                    .calls = ws->o.env->calls,
                                    .directory = ws->o.ledgers,
                                    .run_id = w->ledger,
                                    .identity = ws->o.identity,
                                    .out = w->swept,
                                    .done = on_swept,
                                    .arg = w};
    w->sweep = w->swept ? sweep_new(&options, &error) : NULL;
    if (w->sweep) {
        sweep_start(w->sweep);
        return true;
    }
    log_line(SLRUN_LOG_WARNING, "what a worker has left could not be cleaned up: %s",
             error.message);
    error_clear(&error);
    return false;
}

/* ---- */

static void settle(struct worker *w)
{
    w->workers->open--;
    w->workers->closing -= w->closing;
    w->closing = 0;
    workers_clock_gone(w);
    workers_forget_needs(w);
}

static void crashed(struct worker *w)
{
    struct workers *ws = w->workers;
    struct remote *one = NULL, *blamed = culprit(w);
    char what[256];
    size_t out = count_out(w, &one);
    drop_note(w);
    describe(w, what, sizeof what);
    w->careful = !blamed && out > 0;
    call_back(w, blamed);
    bool sweeping = clean_up(w);
    if (blamed)
        remote_fail(blamed, what, false);
    else if (out == 0 && !w->reason)
        tell_beside_cases(w, what);
    end_interrupted(w);
    if (w->reason)
        workers_break(ws, w->reason);
    if (!sweeping)
        go_on(w);
}

/* It could not be started, and the run has been told so (workers_break). */
static void not_there(struct worker *w)
{
    drop_note(w);
    go_on(w);
}

void worker_gone(struct worker *w)
{
    bool well = w->said_over && w->status == 0 && w->signal == 0;
    settle(w);
    listen_guest_gone(w->workers->o.env, w);
    if (well)
        workers_look(w->workers);
    else if (w->started)
        crashed(w);
    else
        not_there(w);
}
